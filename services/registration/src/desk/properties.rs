//! What holds after any number of errands in any order, tried on a book in memory.

use crate::answers::Answers;
use crate::desk::book::Book;
use crate::desk::errand::{Act, Details, Outcome, Person, SignUp};
use crate::places::Pool;
use crate::store::registration::State;
use crate::store::{claim, event};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proto::event::{Event, WaitingMode, WaitingOrder};
use proto::{AccountId, Language, PoolId, RegistrationId};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

const WHOLE: PoolId = PoolId(Uuid::from_u128(1));
const ORGANISER: AccountId = AccountId(Uuid::from_u128(99));
const CHOICES: [PoolId; 2] = [PoolId(Uuid::from_u128(2)), PoolId(Uuid::from_u128(3))];

#[derive(Clone, Debug)]
enum Step {
    /// So many people, who choose what the bits say. The name decides the address: some come twice.
    SignUp {
        people: usize,
        names: u8,
        choices: u8,
    },
    Withdraw(usize),
    Change(usize, u8),
    HandOver(usize, u8),
    Accept(usize),
    Decline(usize),
    /// The clock goes on by so many hours, and offers lapse.
    Pass(u8),
    Capacity(Option<u32>),
    /// An organiser signs somebody off.
    SignOff(usize),
    GivePlace(usize),
    Move(usize, u8),
    /// An organiser signs somebody up, who chooses what the bits say.
    Add(u8, u8),
    /// An organiser decides about somebody.
    Approve(usize),
    TurnDown(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (1usize..4, any::<u8>(), 0u8..4).prop_map(|(people, names, choices)| Step::SignUp { people, names, choices }),
        4 => (0usize..60).prop_map(Step::Withdraw),
        2 => (0usize..60, 0u8..4).prop_map(|(who, choices)| Step::Change(who, choices)),
        1 => (0usize..60, any::<u8>()).prop_map(|(who, name)| Step::HandOver(who, name)),
        2 => (0usize..60).prop_map(Step::Accept),
        1 => (0usize..60).prop_map(Step::Decline),
        1 => (1u8..12).prop_map(Step::Pass),
        1 => proptest::option::weighted(0.9, 0u32..8).prop_map(Step::Capacity),
        1 => (0usize..60).prop_map(Step::SignOff),
        2 => (0usize..60).prop_map(Step::GivePlace),
        1 => (0usize..60, 0u8..4).prop_map(|(who, choices)| Step::Move(who, choices)),
        2 => (any::<u8>(), 0u8..4).prop_map(|(name, choices)| Step::Add(name, choices)),
        4 => (0usize..60).prop_map(Step::Approve),
        1 => (0usize..60).prop_map(Step::TurnDown),
    ]
}

fn mode() -> impl Strategy<Value = WaitingMode> {
    prop_oneof![
        3 => Just(WaitingMode::Direct),
        3 => (1u16..9).prop_map(|working_hours| WaitingMode::Offer { working_hours }),
        1 => Just(WaitingMode::None),
    ]
}

fn beginning() -> DateTime<Utc> {
    "2027-01-11T09:00:00Z".parse().expect("a time")
}

fn book(mode: WaitingMode, order: WaitingOrder, capacity: Option<u32>, approval: bool) -> Book {
    let json = serde_json::json!({
        "id": Uuid::from_u128(9), "revision": 1, "kind": "webinar", "slug": "s", "organisation": "o",
        "title": {}, "summary": {}, "description": {},
        "starts_at": "2027-06-16T09:00:00Z", "ends_at": "2027-06-16T10:00:00Z", "timezone": "Europe/Oslo",
        "attendance": "online", "contact": {"name": "n", "email": "e"}, "reminders": [60],
        "sign_up": {
            "closes_at": "2027-06-15T09:00:00Z", "withdraw_until": "2027-06-16T07:00:00Z", "pools": [],
            "waiting_list": {"mode": mode, "order": order, "after_deadline": true},
            "party_limit": 4, "questions": [], "approval": approval,
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
    let whole = Pool { whole: true, ..Pool::choice(WHOLE, capacity) };
    Book::open(row, event.into(), vec![whole, Pool::choice(CHOICES[0], Some(2)), Pool::choice(CHOICES[1], None)])
}

fn choices(bits: u8) -> Vec<PoolId> {
    CHOICES.into_iter().enumerate().filter(|(n, _)| bits & (1 << n) != 0).map(|(_, pool)| pool).collect()
}

fn person(name: u8, bits: u8) -> Person {
    Person {
        name: format!("p{name}"),
        email: format!("p{name}@example.no"),
        language: Language::Nn,
        answers: Answers::default(),
        choices: choices(bits),
    }
}

struct Trial {
    book: Book,
    now: DateTime<Utc>,
    ids: u128,
    known: Vec<RegistrationId>,
}

impl Trial {
    fn take(&mut self, step: &Step, n: usize) {
        let who = |at: usize, known: &[RegistrationId]| known.get(at % known.len().max(1)).copied();
        let now = self.now;
        match step {
            Step::SignUp { people, names, choices } => {
                let party: Vec<Person> =
                    (0..*people).map(|i| person(names.wrapping_add(i as u8 * 31), *choices)).collect();
                let form = SignUp { key: n.to_string(), content: [0; 32], form: None, party };
                let ids = &mut self.ids;
                let mut new_id = || {
                    *ids += 1;
                    Uuid::from_u128(*ids)
                };
                if let Outcome::SignedUp(placed) = self.book.sign_up(&form, now, &mut new_id) {
                    self.known.extend(placed.iter().filter(|one| !one.repeated).map(|one| one.id));
                    // A party with somebody known waits as if all were new, though there may be room for those who are:
                    // the next turn of the clock gives it to them.
                    self.book.tidy(now);
                }
            }
            Step::Withdraw(at) => {
                let _ = who(*at, &self.known).map(|id| self.book.withdraw(id, now));
            }
            Step::Change(at, bits) => {
                let details = Details {
                    name: "n".to_owned(),
                    language: Language::Sv,
                    form: None,
                    answers: Answers::default(),
                    choices: choices(*bits),
                };
                self.ids += 1;
                let new = Uuid::from_u128(self.ids);
                let _ = who(*at, &self.known).map(|id| self.book.change(id, &details, now, new));
            }
            Step::HandOver(at, name) => {
                self.ids += 1;
                let new = Uuid::from_u128(self.ids);
                let done = who(*at, &self.known).map(|id| self.book.hand_over(id, &person(*name, 0), now, new));
                self.known.extend(done.and_then(Result::ok));
            }
            Step::Accept(at) => {
                let _ = who(*at, &self.known).map(|id| self.book.accept(id, now));
            }
            Step::Decline(at) => {
                let _ = who(*at, &self.known).map(|id| self.book.decline(id, now));
            }
            Step::Pass(hours) => {
                self.now += TimeDelta::hours(i64::from(*hours));
                self.book.tidy(self.now);
            }
            Step::Capacity(capacity) => {
                self.book.places.pools[0].capacity = *capacity;
                self.book.refill(now);
            }
            Step::Approve(at) => self.act(*at, &Act::Approve),
            Step::TurnDown(at) => self.act(*at, &Act::Decline { reason: None }),
            Step::SignOff(at) => self.act(*at, &Act::SignOff),
            Step::GivePlace(at) => self.act(*at, &Act::GivePlace),
            Step::Move(at, bits) => self.act(*at, &Act::Move { form: None, choices: choices(*bits) }),
            Step::Add(name, bits) => {
                let party = vec![person(*name, *bits)];
                let form = SignUp { key: format!("hand {n}"), content: [0; 32], form: None, party };
                let ids = &mut self.ids;
                let mut new_id = || {
                    *ids += 1;
                    Uuid::from_u128(*ids)
                };
                if let Outcome::SignedUp(placed) = self.book.add_by_hand(&form, ORGANISER, now, &mut new_id) {
                    self.known.extend(placed.iter().filter(|one| !one.repeated).map(|one| one.id));
                }
            }
        }
        self.book.tell();
    }

    fn act(&mut self, at: usize, act: &Act) {
        self.ids += 1;
        let (now, new) = (self.now, Uuid::from_u128(self.ids));
        if let Some(id) = self.known.get(at % self.known.len().max(1)).copied() {
            let _ = self.book.act(id, act, ORGANISER, now, new);
        }
    }

    /// How many places are taken, by pool and as the rows say.
    fn taken(&self) -> BTreeMap<PoolId, u32> {
        let claims = self.book.entries.values().flat_map(|entry| &entry.claims);
        let taken = claims.filter(|claim| matches!(claim.state, claim::State::Held | claim::State::Offered));
        taken.fold(BTreeMap::new(), |mut taken, claim| {
            *taken.entry(claim.pool_id.into()).or_default() += 1;
            taken
        })
    }

    fn check(&self, before: &BTreeMap<PoolId, u32>) -> Result<(), TestCaseError> {
        let entries = || self.book.entries.values();
        let taken = self.taken();
        for pool in &self.book.places.pools {
            let now = taken.get(&pool.id).copied().unwrap_or_default();
            prop_assert_eq!(pool.taken, now, "the counter agrees with the rows");
            let waiting = entries()
                .flat_map(|entry| &entry.claims)
                .filter(|claim| claim.pool_id == pool.id.0 && claim.state == claim::State::Waiting)
                .count();
            prop_assert_eq!(pool.waiting as usize, waiting);
            // More than there are places only where there were more before.
            let limit = pool.capacity.map(|capacity| capacity.max(before.get(&pool.id).copied().unwrap_or_default()));
            prop_assert!(limit.is_none_or(|limit| now <= limit), "{now} of {:?}", pool.capacity);
        }
        let waiting = entries().filter(|entry| entry.row.state == State::Waiting).count();
        prop_assert_eq!(self.book.places.waiting as usize, waiting);
        prop_assert_eq!(self.book.queue.len(), waiting);

        let mut addresses: HashMap<&str, usize> = HashMap::new();
        for entry in entries() {
            let whole = entry.claims.iter().find(|claim| claim.pool_id == WHOLE.0).map(|claim| claim.state);
            let expected = match entry.row.state {
                State::Admitted => claim::State::Held,
                State::Waiting => claim::State::Waiting,
                State::Offered => claim::State::Offered,
                State::Withdrawn => claim::State::Released,
                State::Undecided => claim::State::Wanted,
            };
            prop_assert_eq!(whole, Some(expected), "a registration is where its place is");
            if entry.row.state != State::Withdrawn {
                *addresses.entry(entry.row.address.as_deref().unwrap_or_default()).or_default() += 1;
            }
            if entry.row.state == State::Undecided {
                prop_assert!(entry.claims.iter().all(|claim| claim.state == claim::State::Wanted), "nothing is held");
            }
            // Whoever waits chose nothing that is kept for them.
            if entry.row.state == State::Waiting {
                prop_assert!(entry.claims.iter().all(|claim| claim.state == claim::State::Waiting));
            }
        }
        prop_assert!(addresses.values().all(|count| *count == 1), "nobody is signed up twice");
        self.check_parties()?;
        self.check_nobody_is_overlooked()
    }

    /// Of those who signed up together, nobody waits while another has been given a place.
    fn check_parties(&self) -> Result<(), TestCaseError> {
        let mut parties: HashMap<Uuid, Vec<State>> = HashMap::new();
        for entry in self.book.entries.values() {
            parties.entry(entry.row.party_id).or_default().push(entry.row.state);
        }
        for states in parties.values() {
            let waits = states.contains(&State::Waiting);
            let placed = states.iter().any(|state| matches!(state, State::Admitted | State::Offered));
            prop_assert!(!(waits && placed), "a party was split: {states:?}");
        }
        Ok(())
    }

    /// Another refill finds nothing to do: places are given the moment they are free.
    fn check_nobody_is_overlooked(&self) -> Result<(), TestCaseError> {
        let mut parties: Vec<(Uuid, u32)> = Vec::new();
        for id in self.book.queue.values() {
            let party = self.book.entries[id].row.party_id;
            match parties.last_mut() {
                Some((last, people)) if *last == party => *people += 1,
                _ => parties.push((party, 1)),
            }
        }
        let fits = |people: u32| self.book.places.have_room_for(people, None);
        let largest = self.book.places.largest_party(None);
        match self.book.places.order {
            WaitingOrder::Strict => {
                let first = parties.iter().find(|(_, people)| *people <= largest);
                prop_assert!(first.is_none_or(|(_, people)| !fits(*people)), "the first in the queue fits");
            }
            WaitingOrder::Fill => {
                prop_assert!(parties.iter().all(|(_, people)| !fits(*people)), "somebody in the queue fits");
            }
        }
        for pool in self.book.places.pools.iter().filter(|pool| !pool.whole && pool.has_room_for(1)) {
            let placed = self.book.entries.values().filter(|e| matches!(e.row.state, State::Admitted | State::Offered));
            let mut waiting = placed
                .flat_map(|entry| &entry.claims)
                .filter(|claim| claim.pool_id == pool.id.0 && claim.state == claim::State::Waiting);
            prop_assert!(waiting.next().is_none(), "a choice with room is waited for");
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn places_are_never_taken_twice_and_nobody_is_lost(
        mode in mode(),
        fill in any::<bool>(),
        approval in any::<bool>(),
        capacity in proptest::option::weighted(0.9, 0u32..8),
        steps in proptest::collection::vec(step(), 1..60),
    ) {
        let order = if fill { WaitingOrder::Fill } else { WaitingOrder::Strict };
        let mut trial = Trial { book: book(mode, order, capacity, approval), now: beginning(), ids: 1_000, known: Vec::new() };
        for (n, step) in steps.iter().enumerate() {
            let before = trial.taken();
            let people = trial.book.entries.len();
            trial.take(step, n);
            prop_assert!(trial.book.entries.len() >= people, "nobody disappears");
            trial.check(&before)?;
        }
        // Every registration was told of by facts whose revisions go up one by one.
        let mut revisions: HashMap<RegistrationId, u32> = HashMap::new();
        for fact in &trial.book.facts {
            if !matches!(fact.news, crate::desk::fact::News::Repeated { .. }) {
                let before = revisions.insert(fact.registration.id, fact.registration.revision).unwrap_or_default();
                prop_assert_eq!(fact.registration.revision, before + 1);
            }
        }
        prop_assert_eq!(revisions.len(), trial.book.entries.len());
    }

    #[test]
    fn the_queue_moves_in_its_order(
        capacity in 1u32..5,
        parties in proptest::collection::vec(1usize..4, 2..12),
        leaving in proptest::collection::vec(0usize..20, 1..20),
    ) {
        let mut trial = Trial {
            book: book(WaitingMode::Direct, WaitingOrder::Strict, Some(capacity), false),
            now: beginning(),
            ids: 1_000,
            known: Vec::new(),
        };
        for (n, people) in parties.iter().enumerate() {
            let names = u8::try_from(n * 4).expect("small");
            let party: Vec<Person> = (0..*people).map(|i| person(names + i as u8, 0)).collect();
            let form = SignUp { key: n.to_string(), content: [0; 32], form: None, party };
            let ids = &mut trial.ids;
            let mut new_id = || { *ids += 1; Uuid::from_u128(*ids) };
            if let Outcome::SignedUp(placed) = trial.book.sign_up(&form, trial.now, &mut new_id) {
                trial.known.extend(placed.iter().map(|one| one.id));
            }
        }
        let mut moved: Vec<i64> = Vec::new();
        for at in leaving {
            trial.take(&Step::Withdraw(at), 0);
            for fact in std::mem::take(&mut trial.book.facts) {
                if fact.news == (crate::desk::fact::News::Admitted { from_waiting_list: true }) {
                    moved.push(trial.book.entries[&fact.registration.id.0].row.turn);
                }
            }
        }
        prop_assert!(moved.is_sorted(), "{moved:?}");
    }
}
