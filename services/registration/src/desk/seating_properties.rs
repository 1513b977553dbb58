//! What holds after people were named, taken back, signed up and let go in any order, tried on a book in memory.

use crate::answers::Answers;
use crate::desk::book::{Book, Entry};
use crate::desk::errand::{Outcome, Person, SignUp};
use crate::desk::seating::{Naming, Seated};
use crate::places::{Kept, Pool};
use crate::store::registration::State;
use crate::store::{claim, event};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proto::event::{Event, WaitingMode, WaitingOrder};
use proto::{DelegationId, Language, PoolId, RegistrationId};
use std::collections::BTreeMap;
use uuid::Uuid;

const WHOLE: PoolId = PoolId(Uuid::from_u128(1));
const DELEGATIONS: [u128; 2] = [10, 20];

#[derive(Clone, Debug)]
enum Step {
    SignUp(u8),
    /// Delegation, with or without its limited role, and whom.
    Name(usize, bool, u8),
    Clear(usize),
    Withdraw(usize),
    HandOver(usize, u8),
    /// Extra seats, released seats, or a delegation that declines.
    Allot(usize, u32, u32),
    Capacity(u32),
    Pass,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => (0u8..24).prop_map(Step::SignUp),
        8 => (0usize..2, any::<bool>(), 0u8..24).prop_map(|(of, role, name)| Step::Name(of, role, name)),
        4 => (0usize..40).prop_map(Step::Clear),
        3 => (0usize..40).prop_map(Step::Withdraw),
        2 => (0usize..40, 0u8..24).prop_map(|(who, name)| Step::HandOver(who, name)),
        2 => (0usize..2, 0u32..6, 0u32..4).prop_map(|(of, seats, role)| Step::Allot(of, seats, role)),
        1 => (4u32..14).prop_map(Step::Capacity),
        1 => Just(Step::Pass),
    ]
}

fn book(capacity: u32, mode: WaitingMode) -> Book {
    let json = serde_json::json!({
        "id": Uuid::from_u128(9), "revision": 1, "kind": "gathering", "slug": "s", "organisation": "o",
        "title": {}, "summary": {}, "description": {},
        "starts_at": "2027-06-16T09:00:00Z", "ends_at": "2027-06-17T10:00:00Z", "timezone": "Europe/Oslo",
        "attendance": "in_person", "contact": {"name": "n", "email": "e"}, "reminders": [60],
        "sign_up": {
            "closes_at": "2027-06-15T09:00:00Z", "withdraw_until": "2027-06-16T07:00:00Z", "pools": [],
            "waiting_list": {"mode": mode, "order": WaitingOrder::Strict, "after_deadline": true},
            "party_limit": 4, "questions": [],
        },
    });
    let event: Event = serde_json::from_value(json).expect("an event");
    let row = event::Model {
        id: event.id.0,
        slug: Some(event.slug.clone()),
        revision: 1,
        cancelled: false,
        opens_at: None,
        closes_at: Some(event.sign_up.closes_at),
        starts_at: Some(event.starts_at),
        ends_at: Some(event.ends_at),
        next_seq: 1,
        next_turn: 1,
        waiting: 0,
        signup_revision: 0,
        said_open: None,
        said_left: None,
        said_waiting: None,
        said_pools: None,
        quiet_until: None,
        unsaid: false,
        erase_due: None,
    };
    let mut pools = vec![Pool { whole: true, ..Pool::choice(WHOLE, Some(capacity)) }];
    for delegation in DELEGATIONS {
        let of = PoolId(Uuid::from_u128(delegation));
        let kept = |id, kept, seats| Pool { whole: true, kept: Some(kept), ..Pool::choice(id, Some(seats)) };
        pools.push(kept(of, Kept::Delegation(of), 3));
        pools.push(kept(role(delegation), Kept::Role(of), 1));
    }
    Book::open(row, event.into(), pools)
}

fn role(delegation: u128) -> PoolId {
    PoolId(Uuid::from_u128(delegation + 1))
}

fn person(name: u8) -> Person {
    Person {
        name: format!("p{name}"),
        email: format!("P{name}@example.no"),
        language: Language::Nn,
        answers: Answers::default(),
        choices: Vec::new(),
    }
}

struct Trial {
    book: Book,
    now: DateTime<Utc>,
    ids: u128,
    seats: Vec<(RegistrationId, DelegationId, bool)>,
}

impl Trial {
    fn next_id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    fn take(&mut self, step: &Step, n: usize) {
        let now = self.now;
        let living = |book: &Book, at: usize| {
            let ids = book.ids(|row| row.state != State::Withdrawn);
            ids.get(at % ids.len().max(1)).copied().map(RegistrationId)
        };
        match step {
            Step::SignUp(name) => {
                let form = SignUp { key: n.to_string(), content: [0; 32], form: None, party: vec![person(*name)] };
                let ids = &mut self.ids;
                let mut new_id = || {
                    *ids += 1;
                    Uuid::from_u128(*ids)
                };
                let outcome = self.book.sign_up(&form, now, &mut new_id);
                assert!(matches!(outcome, Outcome::SignedUp(_) | Outcome::Refused(_)));
            }
            Step::Name(of, with_role, name) => {
                let id = self.next_id();
                let delegation = DelegationId(Uuid::from_u128(DELEGATIONS[*of]));
                let naming =
                    Naming { delegation, role: with_role.then(|| role(DELEGATIONS[*of])), person: person(*name) };
                if let Seated::Now { registration, own, .. } = self.book.seat_named(&naming, now, id) {
                    self.seats.push((registration, delegation, own));
                }
            }
            Step::Clear(at) => {
                if let Some((id, delegation, own)) = self.seats.get(at % self.seats.len().max(1)).copied() {
                    self.book.unseat(id, delegation, own, now);
                }
            }
            Step::Withdraw(at) => {
                let _ = living(&self.book, *at).map(|id| self.book.withdraw(id, now));
            }
            Step::HandOver(at, name) => {
                let new = self.next_id();
                let _ = living(&self.book, *at).map(|id| self.book.hand_over(id, &person(*name), now, new));
                for (from, to) in std::mem::take(&mut self.book.handed_over) {
                    for seat in self.seats.iter_mut().filter(|seat| seat.0.0 == from) {
                        *seat = (RegistrationId(to), seat.1, false);
                    }
                }
            }
            Step::Allot(of, seats, in_role) => {
                let delegation = DELEGATIONS[*of];
                for pool in &mut self.book.places.pools {
                    match pool.kept {
                        Some(Kept::Delegation(own)) if own.0.as_u128() == delegation => pool.capacity = Some(*seats),
                        Some(Kept::Role(own)) if own.0.as_u128() == delegation => pool.capacity = Some(*in_role),
                        _ => {}
                    }
                }
                self.book.places.reserve();
                self.book.refill(now);
            }
            Step::Capacity(capacity) => {
                self.book.places.pools[0].capacity = Some(*capacity);
                self.book.refill(now);
            }
            Step::Pass => {
                self.now += TimeDelta::hours(9);
                self.book.tidy(self.now);
            }
        }
        self.book.tell();
    }

    fn taken(&self) -> BTreeMap<PoolId, u32> {
        let claims = self.book.entries.values().flat_map(|entry| &entry.claims);
        let taken = claims.filter(|claim| matches!(claim.state, claim::State::Held | claim::State::Offered));
        taken.fold(BTreeMap::new(), |mut taken, claim| {
            *taken.entry(claim.pool_id.into()).or_default() += 1;
            taken
        })
    }

    /// Taken and kept of the event, beyond what there is.
    fn overdrawn(&self) -> u32 {
        let whole = &self.book.places.pools[0];
        (whole.taken + whole.reserved).saturating_sub(whole.capacity.unwrap_or(u32::MAX))
    }

    fn check(&self, step: &Step, before: &BTreeMap<PoolId, u32>, overdrawn: u32) -> Result<(), TestCaseError> {
        let taken = self.taken();
        if matches!(step, Step::Name(..) | Step::Clear(_)) {
            prop_assert!(self.overdrawn() <= overdrawn, "what is kept for others is not taken");
        }
        let of = |taken: &BTreeMap<PoolId, u32>, id| taken.get(&id).copied().unwrap_or_default();
        for pool in &self.book.places.pools {
            let (now, then) = (of(&taken, pool.id), of(before, pool.id));
            prop_assert_eq!(pool.taken, now, "the counter agrees with the rows");
            let limit = pool.capacity.unwrap_or(u32::MAX);
            prop_assert!(now <= limit.max(then), "no more than there are, unless there were more: {:?}", pool);
        }
        let whole = &self.book.places.pools[0];
        if matches!(step, Step::SignUp(_)) && whole.taken > of(before, WHOLE) {
            prop_assert!(
                whole.taken + whole.reserved <= whole.capacity.unwrap_or(u32::MAX),
                "kept seats are not taken"
            );
        }
        let mut living: BTreeMap<&str, usize> = BTreeMap::new();
        let is_kept = |pool: PoolId, of_all: bool| {
            self.book.places.pool(pool).is_some_and(|pool| match pool.kept {
                Some(Kept::Delegation(_)) => of_all,
                Some(Kept::Role(_)) => !of_all,
                None => false,
            })
        };
        for entry in self.book.entries.values().filter(|entry| entry.row.state != State::Withdrawn) {
            *living.entry(entry.row.address.as_deref().unwrap_or_default()).or_default() += 1;
            let open = Entry::open_pools(entry);
            let delegations = open.iter().filter(|pool| is_kept(**pool, true)).count();
            let roles = open.iter().filter(|pool| is_kept(**pool, false)).count();
            prop_assert!(open.contains(&WHOLE) && delegations <= 1 && roles <= delegations);
            if delegations == 1 {
                prop_assert_eq!(entry.row.state, State::Admitted, "who is named has a place");
            }
            prop_assert!(entry.snapshot(&self.book.places).choices.is_empty(), "seats are no choices");
        }
        prop_assert!(living.values().all(|count| *count == 1), "one living sign-up for each person: {:?}", living);
        Ok(())
    }
}

proptest! {
    #[test]
    fn seats_are_never_more_than_there_are_and_everybody_is_signed_up_once(
        steps in proptest::collection::vec(step(), 1..60),
        capacity in 6u32..14,
        offers in any::<bool>(),
    ) {
        let mode = if offers { WaitingMode::Offer { working_hours: 8 } } else { WaitingMode::Direct };
        let now = "2027-01-11T09:00:00Z".parse().expect("a time");
        let mut trial = Trial { book: book(capacity, mode), now, ids: 1_000, seats: Vec::new() };
        for (n, step) in steps.iter().enumerate() {
            let (before, overdrawn) = (trial.taken(), trial.overdrawn());
            trial.take(step, n);
            trial.check(step, &before, overdrawn)?;
        }
    }
}
