//! What every test stands on: an event, a desk, and people who come to it.

use bus::{Bus, Carrier};
use chrono::{DateTime, TimeDelta, Utc};
use host::Host;
use host::testing::{Kind, TestHost};
use proto::event::{
    Attendance, Contact, Event, EventCancelled, EventKind, EventPublished, Pool, SignUp as SignUpRules, WaitingList,
    WaitingMode, WaitingOrder,
};
use proto::registration::State;
use proto::{EventId, Language, Localised, PoolId, RegistrationId};
use registration::answers::Answers;
use registration::desk::Desk;
use registration::desk::errand::{Details, Errand, Outcome, Person, Placed, Refusal, SignUp, Standing};
use registration::hears::Registrations;
use registration::store;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// One service on one database, with an open desk.
pub(crate) struct World {
    pub(crate) host: TestHost,
    pub(crate) bus: Bus,
    pub(crate) desk: Desk,
}

impl Drop for World {
    fn drop(&mut self) {
        self.host.stop.cancel();
    }
}

impl World {
    pub(crate) async fn new(kind: Kind) -> Self {
        let host = host::testing::host(kind, registration::NAME).await;
        let (bus, desk) = open_desk(&host);
        Self { host, bus, desk }
    }

    /// A world in which this event is published.
    pub(crate) async fn with(kind: Kind, event: &Event) -> Self {
        let world = Self::new(kind).await;
        world.publish(event).await;
        world
    }

    pub(crate) async fn publish(&self, event: &Event) {
        let message = EventPublished { event: event.clone() };
        bus::testing::hear(&Registrations, &self.host, message).await.expect("the event is heard");
    }

    pub(crate) async fn cancel(&self, event: &Event) {
        let message = EventCancelled { event_id: event.id, revision: event.revision + 1, reason: None };
        bus::testing::hear(&Registrations, &self.host, message).await.expect("the cancellation is heard");
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.host.clock.now()
    }

    pub(crate) fn set(&self, to: &str) {
        self.host.clock.set(at(to));
    }

    pub(crate) async fn ask(&self, event: &Event, errand: Errand) -> Outcome {
        self.desk.ask(event.id, errand).await.expect("the desk answers")
    }

    pub(crate) async fn sign_up(&self, event: &Event, form: SignUp) -> Vec<Placed> {
        placed(self.ask(event, Errand::SignUp(form)).await)
    }

    /// Signs one person up.
    pub(crate) async fn one(&self, event: &Event, name: &str) -> Placed {
        self.sign_up(event, form(&[person(name)])).await.remove(0)
    }

    pub(crate) async fn withdraw(&self, event: &Event, id: RegistrationId) -> Outcome {
        self.ask(event, Errand::Withdraw { registration: id }).await
    }

    pub(crate) async fn standing(&self, id: RegistrationId) -> Standing {
        let found = store::standing::standing(&self.host.db.read, &self.host.vault, id).await.expect("a database");
        found.expect("a registration")
    }

    pub(crate) async fn state(&self, id: RegistrationId) -> State {
        self.standing(id).await.registration.state
    }

    pub(crate) async fn rows(&self, event: &Event) -> Vec<store::registration::Model> {
        let rows = store::registration::Entity::find().filter(store::registration::Column::EventId.eq(event.id.0));
        rows.order_by_asc(store::registration::Column::Seq).all(&self.host.db.read).await.expect("rows")
    }

    pub(crate) async fn count(&self, event: &Event, state: store::registration::State) -> usize {
        self.rows(event).await.iter().filter(|row| row.state == state).count()
    }

    /// Checks what must hold whatever happened: no more taken than there are places, counters that agree with the rows.
    pub(crate) async fn check(&self, event: &Event) {
        let db = &self.host.db.read;
        let row = store::event::by_id(db, event.id).await.expect("a database").expect("an event");
        let waiting = self.count(event, store::registration::State::Waiting).await;
        assert_eq!(usize::try_from(row.waiting), Ok(waiting), "the number of people waiting");
        for pool in store::pool::of_events(db, &[event.id.0]).await.expect("pools") {
            let claims = |state: store::claim::State| {
                let of_pool = store::claim::Entity::find().filter(store::claim::Column::PoolId.eq(pool.id));
                of_pool.filter(store::claim::Column::State.eq(state)).count(db)
            };
            let held = claims(store::claim::State::Held).await.expect("a number");
            let offered = claims(store::claim::State::Offered).await.expect("a number");
            let waiting = claims(store::claim::State::Waiting).await.expect("a number");
            assert_eq!(u64::try_from(pool.taken), Ok(held + offered), "places taken");
            assert_eq!(u64::try_from(pool.waiting), Ok(waiting), "claims waiting");
            if let Some(capacity) = pool.capacity {
                assert!(pool.taken <= capacity, "{} of {capacity} places are taken", pool.taken);
            }
        }
        let seqs: Vec<i64> = self.rows(event).await.iter().map(|row| row.seq).collect();
        let expected: Vec<i64> = (1..).take(seqs.len()).collect();
        assert_eq!(seqs, expected, "the order of arrival has no gaps");
    }

    /// Names of what was said, without `signup.changed`.
    pub(crate) async fn said(&self) -> Vec<String> {
        let all = bus::testing::said(&self.host.db).await;
        all.into_iter().map(|envelope| envelope.name).filter(|name| name != "signup.changed.v1").collect()
    }
}

pub(crate) fn open_desk(host: &Host) -> (Bus, Desk) {
    // Nobody carries or hears: what was said stays in the outbox to be looked at.
    let (bus, _loops) = Bus::build(registration::NAME, host, &Carrier::in_process()).start();
    let (desk, clerks) = Desk::open(host, &bus);
    for clerk in clerks {
        tokio::spawn(clerk);
    }
    (bus, desk)
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

pub(crate) fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

pub(crate) const WHOLE: PoolId = PoolId(Uuid::from_u128(100));

/// A webinar on Tuesday 16 March 2027, 10:00 in Oslo, with so many places; sign-up closes a day before.
pub(crate) fn webinar(capacity: Option<u32>) -> Event {
    let text = |text: &str| Localised::from([(Language::Nn, text)]);
    let starts_at = at("2027-03-16T09:00:00Z");
    Event {
        id: EventId(id(1)),
        revision: 1,
        kind: EventKind::Webinar,
        slug: "tomme-lokale".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: Vec::new(),
        series: None,
        title: text("Tomme lokale"),
        summary: text("Kva gjer vi med tomme lokale?"),
        description: text("Ein time om tomme lokale."),
        starts_at,
        ends_at: starts_at + TimeDelta::hours(1),
        timezone: chrono_tz::Europe::Oslo,
        attendance: Attendance::Online,
        venue: None,
        contact: Contact { name: "Kursdisken".to_owned(), email: "kurs@example.org".to_owned(), phone: None },
        sign_up: SignUpRules {
            opens_at: None,
            closes_at: starts_at - TimeDelta::days(1),
            withdraw_until: starts_at - TimeDelta::hours(2),
            pools: vec![Pool {
                id: WHOLE,
                whole: true,
                form: None,
                hint: None,
                price: None,
                session: None,
                venue: None,
                room: None,
                label: text("Webinaret"),
                capacity,
                starts_at: None,
                ends_at: None,
            }],
            waiting_list: WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: true },
            party_limit: 5,
            delegations: None,
            questions: Vec::new(),
            price: None,
            walks: Vec::new(),
            choose_again_working_hours: None,
            approval: false,
            closed: None,
        },
        reminders: vec![60],
        usual_reminders: false,
        programme_version: None,
    }
}

/// A session that one can choose besides.
pub(crate) fn session(n: u128, capacity: Option<u32>) -> Pool {
    Pool {
        id: PoolId(id(n)),
        whole: false,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
        label: Localised::from([(Language::Nn, "Økt")]),
        capacity,
        starts_at: None,
        ends_at: None,
    }
}

pub(crate) fn person(name: &str) -> Person {
    Person {
        name: name.to_owned(),
        email: format!("{name}@example.no"),
        language: Language::Nn,
        answers: Answers::default(),
        choices: Vec::new(),
    }
}

pub(crate) fn choosing(name: &str, choices: &[u128]) -> Person {
    Person { choices: choices.iter().map(|n| PoolId(id(*n))).collect(), ..person(name) }
}

pub(crate) fn details(name: &str, choices: &[u128]) -> Details {
    let Person { name, language, answers, choices, .. } = choosing(name, choices);
    Details { name, language, form: None, answers, choices }
}

/// A form that was never sent before.
pub(crate) fn form(party: &[Person]) -> SignUp {
    let key = party.iter().map(|person| person.email.as_str()).collect::<Vec<_>>().join(" ");
    SignUp { key, content: [7; 32], form: None, party: party.to_vec() }
}

#[track_caller]
pub(crate) fn placed(outcome: Outcome) -> Vec<Placed> {
    match outcome {
        Outcome::SignedUp(placed) => placed,
        other => panic!("signed up, but got {other:?}"),
    }
}

#[track_caller]
pub(crate) fn done(outcome: Outcome) -> Standing {
    match outcome {
        Outcome::Done(standing) => *standing,
        other => panic!("done, but got {other:?}"),
    }
}

#[track_caller]
pub(crate) fn refused(outcome: Outcome) -> Refusal {
    match outcome {
        Outcome::Refused(refusal) => refusal,
        other => panic!("refused, but got {other:?}"),
    }
}

/// One test function on both databases.
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($kind:ident) $body:block)*) => {
        $($(#[$doc])*
        mod $name {
            use super::*;

            async fn run($kind: host::testing::Kind) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                run(host::testing::Kind::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                run(host::testing::Kind::Postgres).await;
            }
        })*
    };
}
pub(crate) use on_both;
