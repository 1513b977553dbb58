//! What is told of delegations arrives late, in another order and twice, while people sign up, leave and hand over at the desk.

use crate::world::{World, form, id, person, webinar};
use bus::Hears;
use host::testing::Kind;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use proto::event::Event;
use proto::gathering::{
    DelegationAllotted, DelegationSeatCleared, DelegationSeatNamed, RegistrationSeated, RoleSeats, Seating,
};
use proto::{DelegationId, Language, Message, PoolId, RegistrationId, SeatId};
use registration::desk::errand::Errand;
use registration::hears::Registrations;
use registration::store::registration::State;
use registration::store::{claim, pool};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicU32, Ordering};
use uuid::Uuid;

const CASES: u32 = 16;
/// Few enough that the same people are named, come by themselves, leave and are named again.
const PEOPLE: u8 = 8;
const PLACES: u32 = 6;
const DELEGATIONS: usize = 2;

#[derive(Clone, Debug)]
enum Step {
    /// By which delegation, whether as one of its elected, and whom.
    Name(usize, bool, u8),
    Replace(usize, usize, bool, u8),
    Clear(usize, usize),
    Release(usize),
    Decline(usize),
    /// The member is in the network no more, which closes a delegation that has named nobody; or it is back.
    Leave(usize),
    Back(usize),
    /// Extra seats.
    Grant(usize, u32),
    SignUp(u8),
    Withdraw(usize),
    HandOver(usize, u8),
    /// One of the facts that are on their way arrives, and again if so wished.
    Arrive(usize, bool),
}

fn step() -> impl Strategy<Value = Step> {
    let of = || 0..DELEGATIONS;
    let who = || 0..PEOPLE;
    prop_oneof![
        8 => (of(), any::<bool>(), who()).prop_map(|(of, elected, who)| Step::Name(of, elected, who)),
        3 => (of(), 0usize..3, any::<bool>(), who()).prop_map(|(of, seat, elected, who)| Step::Replace(of, seat, elected, who)),
        3 => (of(), 0usize..3).prop_map(|(of, seat)| Step::Clear(of, seat)),
        1 => of().prop_map(Step::Release),
        1 => of().prop_map(Step::Decline),
        1 => of().prop_map(Step::Leave),
        1 => of().prop_map(Step::Back),
        2 => (of(), 1u32..3).prop_map(|(of, seats)| Step::Grant(of, seats)),
        5 => who().prop_map(Step::SignUp),
        3 => (0usize..16).prop_map(Step::Withdraw),
        2 => (0usize..16, who()).prop_map(|(who, to)| Step::HandOver(who, to)),
        14 => (0usize..16, any::<bool>()).prop_map(|(at, twice)| Step::Arrive(at, twice)),
    ]
}

/// A delegation as its gathering decides, which hears nothing of what becomes of it.
struct Delegation {
    id: u128,
    revision: u32,
    seats: u32,
    released: bool,
    named: Vec<(SeatId, bool, u8)>,
    cleared: Vec<SeatId>,
}

#[derive(Clone)]
enum Fact {
    Allotted(DelegationAllotted),
    Named(DelegationSeatNamed),
    Cleared(DelegationSeatCleared),
}

const SEATS: u32 = 2;
const ELECTED: u32 = 1;

impl Delegation {
    fn allotted(&self, event: &Event) -> DelegationAllotted {
        DelegationAllotted {
            delegation_id: DelegationId(id(self.id)),
            event_id: event.id,
            revision: self.revision,
            seats: self.seats,
            roles: vec![RoleSeats { pool_id: PoolId(id(self.id + 1)), seats: ELECTED.min(self.seats) }],
        }
    }

    fn may_name(&self, without: Option<SeatId>, elected: bool, who: u8) -> bool {
        let others = || self.named.iter().filter(|(seat, ..)| Some(*seat) != without);
        let is_there = others().any(|(_, _, other)| *other == who);
        let of_role = others().filter(|(_, other, _)| *other).count();
        others().count() < self.seats as usize && !is_there && (!elected || of_role < ELECTED as usize)
    }
}

struct Trial<'w> {
    world: &'w World,
    event: Event,
    delegations: Vec<Delegation>,
    under_way: Vec<Fact>,
    seats: u128,
}

impl<'w> Trial<'w> {
    async fn begin(world: &'w World, number: u32) -> Self {
        let mut event = webinar(Some(PLACES));
        let first = u128::from(number + 1) * 10_000;
        event.id = proto::EventId(id(first));
        event.slug = format!("samling-{number}");
        event.sign_up.pools[0].id = PoolId(id(first + 1));
        world.publish(&event).await;
        let delegation = |of: usize| Delegation {
            id: first + 10 * (of as u128 + 1),
            revision: 1,
            seats: SEATS,
            released: false,
            named: Vec::new(),
            cleared: Vec::new(),
        };
        let delegations: Vec<Delegation> = (0..DELEGATIONS).map(delegation).collect();
        let under_way = delegations.iter().map(|one| Fact::Allotted(one.allotted(&event))).collect();
        Self { world, event, delegations, under_way, seats: first + 100 }
    }

    fn name(&mut self, of: usize, instead_of: Option<SeatId>, elected: bool, who: u8) {
        if !self.delegations[of].may_name(instead_of, elected, who) {
            return;
        }
        self.seats += 1;
        let seat = SeatId(id(self.seats));
        let delegation = &mut self.delegations[of];
        if let Some(old) = instead_of {
            delegation.named.retain(|(seat, ..)| *seat != old);
            delegation.cleared.push(old);
        }
        delegation.named.push((seat, elected, who));
        let person = person(&format!("p{who}"));
        self.under_way.push(Fact::Named(DelegationSeatNamed {
            seat_id: seat,
            allotted: delegation.allotted(&self.event),
            cleared: delegation.cleared.clone(),
            role: elected.then(|| PoolId(id(delegation.id + 1))),
            name: person.name,
            email: person.email,
            language: Language::Nn,
            member: "Region Namdal".to_owned(),
        }));
    }

    fn clear(&mut self, of: usize, seat: SeatId) {
        let delegation = &mut self.delegations[of];
        delegation.named.retain(|(other, ..)| *other != seat);
        delegation.cleared.push(seat);
        let delegation_id = DelegationId(id(delegation.id));
        self.under_way.push(Fact::Cleared(DelegationSeatCleared {
            seat_id: seat,
            delegation_id,
            event_id: self.event.id,
        }));
    }

    fn allot(&mut self, of: usize, seats: u32) {
        let delegation = &mut self.delegations[of];
        delegation.seats = seats;
        delegation.revision += 1;
        self.under_way.push(Fact::Allotted(delegation.allotted(&self.event)));
    }

    async fn take(&mut self, step: &Step) {
        let at = |named: &[(SeatId, bool, u8)], nth: usize| named.get(nth).map(|(seat, ..)| *seat);
        match step {
            Step::Name(of, elected, who) => self.name(*of, None, *elected, *who),
            Step::Replace(of, nth, elected, who) => {
                if let Some(old) = at(&self.delegations[*of].named, *nth) {
                    self.name(*of, Some(old), *elected, *who);
                }
            }
            Step::Clear(of, nth) => {
                if let Some(old) = at(&self.delegations[*of].named, *nth) {
                    self.clear(*of, old);
                    if self.delegations[*of].released {
                        self.allot(*of, self.delegations[*of].seats.saturating_sub(1));
                    }
                }
            }
            Step::Release(of) => {
                self.delegations[*of].released = true;
                self.allot(*of, u32::try_from(self.delegations[*of].named.len()).expect("a few"));
            }
            Step::Decline(of) => {
                for (seat, ..) in self.delegations[*of].named.clone() {
                    self.clear(*of, seat);
                }
                self.allot(*of, 0);
            }
            Step::Leave(of) if self.delegations[*of].named.is_empty() => self.allot(*of, 0),
            Step::Back(of) if self.delegations[*of].seats == 0 => self.allot(*of, SEATS),
            Step::Leave(_) | Step::Back(_) => {}
            Step::Grant(of, seats) => self.allot(*of, self.delegations[*of].seats + seats),
            Step::SignUp(who) => {
                let mut form = form(&[person(&format!("p{who}"))]);
                form.key = format!("{}-{}", self.event.slug, Uuid::now_v7());
                self.world.sign_up(&self.event, form).await;
            }
            Step::Withdraw(nth) => {
                if let Some(registration) = self.living(*nth).await {
                    self.world.ask(&self.event, Errand::Withdraw { registration }).await;
                }
            }
            Step::HandOver(nth, to) => {
                if let Some(registration) = self.living(*nth).await {
                    let to = person(&format!("p{to}"));
                    self.world.ask(&self.event, Errand::HandOver { registration, to }).await;
                }
            }
            Step::Arrive(at, twice) => self.arrive(*at, *twice).await,
        }
    }

    async fn living(&self, nth: usize) -> Option<RegistrationId> {
        let rows = self.world.rows(&self.event).await;
        let living: Vec<RegistrationId> =
            rows.iter().filter(|row| row.state != State::Withdrawn).map(|row| row.id()).collect();
        living.get(nth % living.len().max(1)).copied()
    }

    async fn arrive(&mut self, at: usize, twice: bool) {
        if self.under_way.is_empty() {
            return;
        }
        let fact = self.under_way.remove(at % self.under_way.len());
        self.hear(fact.clone()).await;
        if twice {
            let said = bus::testing::said(&self.world.host.db).await.len();
            self.hear(fact).await;
            assert_eq!(bus::testing::said(&self.world.host.db).await.len(), said, "what comes again changes nothing");
        }
    }

    async fn hear(&self, fact: Fact) {
        match fact {
            Fact::Allotted(fact) => self.heard(fact).await,
            Fact::Named(fact) => self.heard(fact).await,
            Fact::Cleared(fact) => self.heard(fact).await,
        }
    }

    async fn heard<M: Message>(&self, message: M)
    where
        Registrations: Hears<M>,
    {
        bus::testing::hear(&Registrations, &self.world.host, message).await.expect("it is heard");
    }

    /// Everybody is signed up once, and no pool has more than there are, unless there were more before there were fewer.
    async fn check(&self, before: &BTreeMap<Uuid, i32>) -> BTreeMap<Uuid, i32> {
        let db = &self.world.host.db.read;
        let rows = self.world.rows(&self.event).await;
        let living: Vec<_> = rows.iter().filter(|row| row.state != State::Withdrawn).collect();
        let addresses: BTreeSet<&str> = living.iter().filter_map(|row| row.address.as_deref()).collect();
        assert_eq!(addresses.len(), living.len(), "one living sign-up for each person");
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let claims = claim::of_registrations(db, &ids).await.expect("claims");
        let pools = pool::of_events(db, &[self.event.id.0]).await.expect("pools");
        for pool in &pools {
            let of = |state| claims.iter().filter(|claim| claim.pool_id == pool.id && claim.state == state).count();
            let taken = of(claim::State::Held) + of(claim::State::Offered);
            assert_eq!(usize::try_from(pool.taken), Ok(taken), "{pool:?}");
            let most = pool.capacity.expect("a number").max(before.get(&pool.id).copied().unwrap_or_default());
            assert!(pool.taken <= most, "more than there are: {pool:?}");
        }
        pools.iter().map(|pool| (pool.id, pool.taken)).collect()
    }

    /// Nothing is on its way any more: whoever was named was told of once, and sits where nothing has taken them away.
    async fn check_at_last(&self) {
        let db = &self.world.host.db.read;
        let of_event = pool::Entity::find().filter(pool::Column::EventId.eq(self.event.id.0));
        for pool in of_event.all(db).await.expect("pools") {
            assert!(pool.taken <= pool.capacity.expect("a number"), "more than there are: {pool:?}");
        }
        let told = bus::testing::said_of::<RegistrationSeated>(&self.world.host.db).await;
        let told: Vec<_> = told.into_iter().filter(|told| told.event_id == self.event.id).collect();
        let decided: Vec<SeatId> = told.iter().filter(|told| told.revision == 1).map(|told| told.seat_id).collect();
        let once: BTreeSet<SeatId> = decided.iter().copied().collect();
        assert_eq!(once.len(), decided.len(), "what becomes of a naming is told once");
        for (seat, ..) in self.delegations.iter().flat_map(|delegation| &delegation.named) {
            assert!(once.contains(seat), "{seat} is told of");
        }
        // Where each seat is since the last time that it was told of.
        let mut last: BTreeMap<SeatId, &RegistrationSeated> = BTreeMap::new();
        for told in &told {
            let before = last.entry(told.seat_id).or_insert(told);
            if told.revision > before.revision {
                *before = told;
            }
        }
        let cleared: BTreeSet<SeatId> =
            self.delegations.iter().flat_map(|delegation| delegation.cleared.iter().copied()).collect();
        let rows = self.world.rows(&self.event).await;
        let living: BTreeSet<Uuid> =
            rows.iter().filter(|row| row.state != State::Withdrawn).map(|row| row.id).collect();
        let has_seat = |told: &&&RegistrationSeated| {
            matches!(told.outcome, Seating::Seated | Seating::HandedOver) && !cleared.contains(&told.seat_id)
        };
        let sitting: BTreeSet<(Uuid, Uuid)> = last
            .values()
            .filter(has_seat)
            .filter_map(|told| told.registration_id.map(|id| (id.0, told.delegation_id.0)))
            .filter(|(registration, _)| living.contains(registration))
            .collect();
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let claims = claim::of_registrations(db, &ids).await.expect("claims");
        let of_delegation = |pool: Uuid| self.delegations.iter().any(|delegation| id(delegation.id) == pool);
        let held = claims.iter().filter(|claim| claim.state != claim::State::Released && of_delegation(claim.pool_id));
        let held: BTreeSet<(Uuid, Uuid)> = held.map(|claim| (claim.registration_id, claim.pool_id)).collect();
        assert_eq!(held, sitting, "who has a seat, and who was told to have one");
    }
}

#[test]
fn nothing_has_more_people_than_seats_whatever_arrives_first() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let world = runtime.block_on(World::new(Kind::Sqlite));
    let tried = AtomicU32::new(0);
    let config = Config { cases: CASES, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let found = TestRunner::new(config).run(&proptest::collection::vec(step(), 10..50), |steps| {
        let number = tried.fetch_add(1, Ordering::Relaxed);
        runtime.block_on(async {
            let mut trial = Trial::begin(&world, number).await;
            let mut taken = trial.check(&BTreeMap::new()).await;
            for step in &steps {
                trial.take(step).await;
                taken = trial.check(&taken).await;
            }
            while !trial.under_way.is_empty() {
                trial.arrive(7, false).await;
                taken = trial.check(&taken).await;
            }
            trial.check_at_last().await;
        });
        Ok(())
    });
    if let Err(found) = found {
        panic!("{found}");
    }
}
