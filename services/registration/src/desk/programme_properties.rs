//! What holds while the programme and the forms of an event change under those who are signed up, tried on a book in
//! memory.

use crate::answers::Answers;
use crate::clashes::clashes;
use crate::desk::book::Book;
use crate::desk::errand::{Details, Outcome, Person, SignUp};
use crate::desk::fact::News;
use crate::places::Pool as Counted;
use crate::publication::{Publication, publication};
use crate::store::registration::State;
use crate::store::{claim, event};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proto::event::{Event, Form, Pool, WaitingMode, WaitingOrder, Walk};
use proto::registration::ClaimState;
use proto::{Language, Localised, PoolId, RegistrationId, SessionId, VenueId};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

const HALL: PoolId = PoolId(Uuid::from_u128(1));
const ONLINE: PoolId = PoolId(Uuid::from_u128(2));
/// Occurrences that come and go; the first two are of one session.
const SESSIONS: u8 = 5;

fn session(n: u8) -> PoolId {
    PoolId(Uuid::from_u128(10 + u128::from(n)))
}

#[derive(Clone, Debug)]
enum Step {
    SignUp {
        people: usize,
        name: u8,
        online: bool,
        choices: u8,
    },
    Withdraw(usize),
    Change {
        who: usize,
        online: Option<bool>,
        choices: u8,
    },
    HandOver(usize, u8),
    Accept(usize),
    /// Of each pair that clashes, the second or the first.
    Choose(usize, bool),
    Pass(u8),
    /// The event has been going on for so many hours, unless it is later already.
    Begin(u8),
    Publish(Programme),
}

/// What is published: which forms there are, with how many places, and which sessions, when, where and with how many.
#[derive(Clone, Debug)]
struct Programme {
    hall: Option<Option<u32>>,
    online: Option<Option<u32>>,
    sessions: Vec<Option<Given>>,
    walk: u16,
}

/// One occurrence: when it begins, where, with how many places, and for whom.
#[derive(Clone, Debug)]
struct Given {
    hour: i64,
    at: u8,
    capacity: Option<u32>,
    only: Option<Form>,
}

fn programme() -> impl Strategy<Value = Programme> {
    let places = || proptest::option::weighted(0.9, 0u32..7);
    let forms = prop_oneof![
        4 => (places(), places()).prop_map(|(hall, online)| (Some(hall), Some(online))),
        1 => places().prop_map(|hall| (Some(hall), None)),
        1 => places().prop_map(|online| (None, Some(online))),
    ];
    let one = proptest::option::weighted(
        0.8,
        (0i64..5, 0u8..3, places(), 0u8..6).prop_map(|(hour, at, capacity, only)| Given {
            hour,
            at,
            capacity,
            only: [Form::InPerson, Form::Online].get(usize::from(only)).copied(),
        }),
    );
    (forms, proptest::collection::vec(one, usize::from(SESSIONS)), 0u16..90)
        .prop_map(|((hall, online), sessions, walk)| Programme { hall, online, sessions, walk })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (1usize..4, any::<u8>(), any::<bool>(), any::<u8>())
            .prop_map(|(people, name, online, choices)| Step::SignUp { people, name, online, choices }),
        3 => (0usize..60).prop_map(Step::Withdraw),
        4 => (0usize..60, any::<Option<bool>>(), any::<u8>())
            .prop_map(|(who, online, choices)| Step::Change { who, online, choices }),
        1 => (0usize..60, any::<u8>()).prop_map(|(who, name)| Step::HandOver(who, name)),
        2 => (0usize..60).prop_map(Step::Accept),
        2 => (0usize..60, any::<bool>()).prop_map(|(who, first)| Step::Choose(who, first)),
        2 => (1u8..90).prop_map(Step::Pass),
        1 => (0u8..6).prop_map(Step::Begin),
        3 => programme().prop_map(Step::Publish),
    ]
}

fn beginning() -> DateTime<Utc> {
    "2027-01-11T09:00:00Z".parse().expect("a time")
}

fn pool(id: PoolId, capacity: Option<u32>) -> Pool {
    let json = serde_json::json!({ "id": id, "whole": false, "label": { "nn": "Økt" }, "capacity": capacity });
    serde_json::from_value(json).expect("a pool")
}

fn event(revision: u32, of: &Programme, mode: WaitingMode, order: WaitingOrder) -> Event {
    let json = serde_json::json!({
        "id": Uuid::from_u128(9), "revision": revision, "kind": "conference", "slug": "s", "organisation": "o",
        "title": {}, "summary": {}, "description": {},
        "starts_at": "2027-06-16T07:00:00Z", "ends_at": "2027-06-17T15:00:00Z", "timezone": "Europe/Oslo",
        "attendance": "both", "contact": {"name": "n", "email": "e"}, "reminders": [60],
        "sign_up": {
            "closes_at": "2027-06-15T09:00:00Z", "withdraw_until": "2027-06-16T07:00:00Z", "pools": [],
            "waiting_list": {"mode": mode, "order": order, "after_deadline": true},
            "party_limit": 4, "questions": [],
        },
    });
    let mut event: Event = serde_json::from_value(json).expect("an event");
    let venue = |n: u8| VenueId(Uuid::from_u128(100 + u128::from(n)));
    let form = |id, capacity, form| Pool { whole: true, form: Some(form), ..pool(id, capacity) };
    let pools = &mut event.sign_up.pools;
    pools.extend(of.hall.map(|capacity| form(HALL, capacity, Form::InPerson)));
    pools.extend(of.online.map(|capacity| form(ONLINE, capacity, Form::Online)));
    for (n, given) in (0..SESSIONS).zip(&of.sessions) {
        let Some(Given { hour, at, capacity, only }) = *given else { continue };
        let starts_at = event.starts_at + TimeDelta::hours(hour);
        pools.push(Pool {
            starts_at: Some(starts_at),
            ends_at: Some(starts_at + TimeDelta::hours(1)),
            session: Some(SessionId(Uuid::from_u128(u128::from(n.max(1))))),
            venue: Some(venue(at)),
            room: Some(Localised::from([(Language::Nn, format!("Rom {at}").as_str())])),
            form: only,
            ..pool(session(n), capacity)
        });
    }
    event.sign_up.walks = vec![Walk { from: venue(0), to: venue(1), minutes: of.walk }];
    event.programme_version = Some(revision);
    event
}

fn choices(bits: u8) -> Vec<PoolId> {
    (0..SESSIONS).filter(|n| bits & (1 << n) != 0).map(session).collect()
}

const fn form(online: bool) -> Form {
    if online { Form::Online } else { Form::InPerson }
}

fn person(name: u8, choices: Vec<PoolId>) -> Person {
    Person {
        name: format!("p{name}"),
        email: format!("p{name}@example.no"),
        language: Language::Nn,
        answers: Answers::default(),
        choices,
    }
}

struct Trial {
    book: Book,
    now: DateTime<Utc>,
    ids: u128,
    known: Vec<RegistrationId>,
    mode: WaitingMode,
    order: WaitingOrder,
    /// The plans that touched somebody since the facts were looked at last.
    published: bool,
}

impl Trial {
    fn new(first: &Programme, mode: WaitingMode, order: WaitingOrder) -> Self {
        let event = event(1, first, mode, order);
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
        let mut book = Book::open(row, event.clone().into(), Vec::new());
        take_in(&mut book, event);
        Self { book, now: beginning(), ids: 1_000, known: Vec::new(), mode, order, published: false }
    }

    fn new_id(&mut self) -> Uuid {
        self.ids += 1;
        Uuid::from_u128(self.ids)
    }

    fn take(&mut self, step: &Step, n: usize) {
        let who = |at: usize, known: &[RegistrationId]| known.get(at % known.len().max(1)).copied();
        let now = self.now;
        self.published = false;
        match step {
            Step::SignUp { people, name, online, choices: bits } => {
                // What cannot be chosen together is refused, so that few would come in with three choices or more.
                let bits = if bits & 0x80 == 0 { bits & (1 << (bits % SESSIONS)) } else { *bits };
                let party: Vec<Person> =
                    (0..*people).map(|i| person(name.wrapping_add(i as u8 * 31), choices(bits))).collect();
                let sent = SignUp { key: n.to_string(), content: [0; 32], form: Some(form(*online)), party };
                let ids = &mut self.ids;
                let mut new_id = || {
                    *ids += 1;
                    Uuid::from_u128(*ids)
                };
                if let Outcome::SignedUp(placed) = self.book.sign_up(&sent, now, &mut new_id) {
                    self.known.extend(placed.iter().filter(|one| !one.repeated).map(|one| one.id));
                    self.book.tidy(now);
                }
            }
            Step::Withdraw(at) => {
                let _ = who(*at, &self.known).map(|id| self.book.withdraw(id, now));
            }
            Step::Change { who: at, online, choices: bits } => {
                let details = Details {
                    name: "n".to_owned(),
                    language: Language::Sv,
                    form: online.map(form),
                    answers: Answers::default(),
                    choices: choices(*bits),
                };
                let new = self.new_id();
                let _ = who(*at, &self.known).map(|id| self.book.change(id, &details, now, new));
            }
            Step::HandOver(at, name) => {
                let new = self.new_id();
                let to = person(*name, Vec::new());
                let done = who(*at, &self.known).map(|id| self.book.hand_over(id, &to, now, new));
                self.known.extend(done.and_then(Result::ok));
            }
            Step::Accept(at) => {
                let _ = who(*at, &self.known).map(|id| self.book.accept(id, now));
            }
            Step::Choose(at, first) => {
                if let Some(id) = who(*at, &self.known) {
                    let pairs = self.book.clashes_of(id.0);
                    let without: Vec<PoolId> =
                        pairs.into_iter().map(|(one, other)| if *first { one } else { other }).collect();
                    let _ = self.book.choose(id, &without, now);
                }
            }
            Step::Pass(hours) => {
                self.now += TimeDelta::hours(i64::from(*hours));
                self.book.tidy(self.now);
            }
            Step::Begin(hours) => {
                self.now = self.now.max(self.book.event.starts_at + TimeDelta::hours(i64::from(*hours)));
                self.book.tidy(self.now);
            }
            Step::Publish(programme) => self.publish(programme),
        }
        self.book.tell();
    }

    /// As the handler does it.
    fn publish(&mut self, programme: &Programme) {
        let before = self.book.event.clone();
        let now = event(before.revision + 1, programme, self.mode, self.order);
        let Publication::Newer(plan) = publication(&self.book.row, Some(&*before), &now) else {
            panic!("every change of these forms and sessions is possible")
        };
        self.book.row.revision += 1;
        take_in(&mut self.book, now);
        self.book.replan(&before, &plan, self.now);
        self.book.tell();
        self.published = true;
        self.book.refill(self.now);
    }

    fn taken(&self) -> BTreeMap<PoolId, u32> {
        let claims = self.book.entries.values().flat_map(|entry| &entry.claims);
        let taken = claims.filter(|claim| matches!(claim.state, claim::State::Held | claim::State::Offered));
        taken.fold(BTreeMap::new(), |mut taken, claim| {
            *taken.entry(claim.pool_id.into()).or_default() += 1;
            taken
        })
    }

    fn check(&self, before: &BTreeMap<PoolId, u32>) -> Result<(), TestCaseError> {
        let taken = self.taken();
        let places = &self.book.places;
        let living = || self.book.entries.values().filter(|entry| entry.row.state != State::Withdrawn);
        for pool in &places.pools {
            let now = taken.get(&pool.id).copied().unwrap_or_default();
            prop_assert_eq!(pool.taken, now, "the counter agrees with the rows");
            let had = before.get(&pool.id).copied().unwrap_or_default();
            let limit = pool.capacity.map(|capacity| capacity.max(had));
            prop_assert!(limit.is_none_or(|limit| now <= limit), "{now} of {:?}, {had} before", pool.capacity);
            let waiting = living()
                .flat_map(|entry| &entry.claims)
                .filter(|claim| claim.pool_id == pool.id.0 && claim.state == claim::State::Waiting);
            prop_assert_eq!(pool.waiting as usize, waiting.count());
            if pool.closed {
                prop_assert_eq!((pool.taken, pool.waiting), (0, 0), "nobody is left where nothing is given");
            }
            if !pool.whole && pool.has_room_for(1) && pool.times.is_some_and(|(starts, _)| self.now < starts) {
                let overlooked = living()
                    .filter(|entry| entry.row.state != State::Waiting)
                    .flat_map(|entry| &entry.claims)
                    .any(|claim| claim.pool_id == pool.id.0 && claim.state == claim::State::Waiting);
                prop_assert!(!overlooked, "a session that has not begun has room, and somebody waits for it");
            }
        }
        let waiting = living().filter(|entry| entry.row.state == State::Waiting).count();
        prop_assert_eq!((places.waiting as usize, self.book.queue.len()), (waiting, waiting));
        let queued: u32 = places.forms().into_iter().map(|form| places.queued(Some(form))).sum();
        prop_assert_eq!(queued as usize, waiting, "everybody who waits stands in the queue of a form");

        let mut addresses = HashSet::new();
        for entry in living() {
            prop_assert!(addresses.insert(entry.row.address.clone()), "nobody is signed up twice");
            let form = entry.row.form();
            prop_assert!(form.is_some_and(|form| places.forms().contains(&form)), "everybody has a form that is there");
            let whole: Vec<(PoolId, ClaimState)> = entry
                .claims
                .iter()
                .filter(|claim| places.pool(claim.pool_id.into()).is_some_and(|pool| pool.whole))
                .map(|claim| (claim.pool_id.into(), claim.state.counts()))
                .collect();
            let expected = super::changing::whole_state(entry.row.state);
            let needed: Vec<(PoolId, ClaimState)> = places.needed(form).map(|pool| (pool.id, expected)).collect();
            prop_assert_eq!(whole, needed, "a registration is where its place is");
            let chosen: Vec<&Counted> =
                self.book.choices(entry.row.id).into_iter().filter_map(|id| places.pool(id)).collect();
            for pool in &chosen {
                prop_assert!(!pool.closed && places.suits(pool, form), "every claim hangs on something that is given");
            }
            let clashing = !clashes(&chosen, &places.walks).is_empty();
            prop_assert_eq!(clashing, entry.row.choose_before.is_some(), "whoever has to choose knows until when");
            if let Some(until) = entry.row.choose_before {
                // The timer comes round after the clock; here it does so with every step that moves it.
                prop_assert!(until >= self.now, "nobody holds both after the deadline");
            }
        }
        Ok(())
    }
}

/// Makes the book what it is after the handler has kept a snapshot.
fn take_in(book: &mut Book, event: Event) {
    for pool in &mut book.places.pools {
        pool.closed = true;
    }
    for told in &event.sign_up.pools {
        let known = book.places.pools.iter().find(|pool| pool.id == told.id);
        let (taken, waiting) = known.map_or((0, 0), |pool| (pool.taken, pool.waiting));
        let counted = Counted {
            whole: told.whole,
            taken,
            waiting,
            times: told.starts_at.zip(told.ends_at),
            form: told.form,
            session: told.session,
            venue: told.venue,
            ..Counted::choice(told.id, told.capacity)
        };
        book.places.pools.retain(|pool| pool.id != told.id);
        book.places.pools.push(counted);
    }
    book.places.walks.clone_from(&event.sign_up.walks);
    book.event = event.into();
}

/// Those who lost something were told what, and nobody was told twice of one snapshot.
fn check_told(before: &HashMap<Uuid, Vec<claim::Model>>, trial: &Trial, facts: usize) -> Result<(), TestCaseError> {
    let told = |id: Uuid| {
        let facts = trial.book.facts[facts..].iter().filter(move |fact| fact.registration.id.0 == id);
        facts.filter_map(|fact| if let News::Replanned(replan) = &fact.news { Some(replan) } else { None })
    };
    for (id, claims) in before {
        prop_assert!(told(*id).count() <= 1, "one message for one snapshot");
        let entry = &trial.book.entries[id];
        let lost = claims.iter().filter(|claim| claim.state != claim::State::Released).filter(|claim| {
            !entry.claims.iter().any(|now| now.pool_id == claim.pool_id && now.state != claim::State::Released)
        });
        for claim in lost {
            let whole = [HALL.0, ONLINE.0].contains(&claim.pool_id);
            let said = told(*id).any(|replan| {
                let gone = replan.gone.iter().any(|chosen| chosen.pool_id.0 == claim.pool_id);
                if whole { replan.form_before.is_some() } else { gone }
            });
            prop_assert!(said, "somebody lost {} and was not told", claim.pool_id);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_published_nobody_is_dropped_and_nothing_is_given_twice(
        mode in prop_oneof![
            3 => Just(WaitingMode::Direct),
            2 => (1u16..9).prop_map(|working_hours| WaitingMode::Offer { working_hours }),
            1 => Just(WaitingMode::None),
        ],
        fill in any::<bool>(),
        first in programme(),
        steps in proptest::collection::vec(step(), 1..50),
    ) {
        let order = if fill { WaitingOrder::Fill } else { WaitingOrder::Strict };
        let mut trial = Trial::new(&first, mode, order);
        for (n, step) in steps.iter().enumerate() {
            let taken = trial.taken();
            let living: HashMap<Uuid, Vec<claim::Model>> = trial.book.entries.values()
                .filter(|entry| entry.row.state != State::Withdrawn)
                .map(|entry| (entry.row.id, entry.claims.clone()))
                .collect();
            let facts = trial.book.facts.len();
            trial.take(step, n);
            if trial.published {
                for id in living.keys() {
                    prop_assert!(trial.book.entries[id].row.state != State::Withdrawn, "a snapshot signs nobody off");
                }
                check_told(&living, &trial, facts)?;
            }
            trial.check(&taken)?;
        }
        let mut revisions: HashMap<RegistrationId, u32> = HashMap::new();
        for fact in &trial.book.facts {
            if !matches!(fact.news, News::Repeated { .. }) {
                let before = revisions.insert(fact.registration.id, fact.registration.revision).unwrap_or_default();
                prop_assert_eq!(fact.registration.revision, before + 1);
            }
        }
    }
}
