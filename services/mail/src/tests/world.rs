//! Mail with a real database, a mail server of our own, and messages that come when they are told to.

use std::sync::Arc;
use std::time::Duration;

use bus::testing::eventually;
use bus::{Carrier, Hears};
use chrono::{DateTime, TimeDelta, Utc};
use host::testing::{Kind, Place, beginning, open, place};
use host::{Clock, Host, Settings};
use proto::event::{
    Attendance, Contact, Event, EventCancelled, EventKind, EventPublished, Pool, SignUp, WaitingList, WaitingMode,
    WaitingOrder,
};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::{
    Change, Claim, ClaimState, Registration, RegistrationAdmitted, RegistrationChanged, RegistrationErased,
    RegistrationWithdrawn, State, Withdrawal,
};
use proto::{EventId, Language, Localised, Message, PoolId, RegistrationId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::sink::{Mode, Received, Sink};
use crate::Mail;
use crate::purpose::{Purpose, State as Fate};
use crate::sending::{Limits, Sending, Ways};
use crate::store::letter;

pub(super) struct World {
    pub(super) host: Host,
    pub(super) mail: Arc<Mail>,
    pub(super) sink: Sink,
    tasks: Vec<JoinHandle<()>>,
    _place: Arc<Place>,
}

impl Drop for World {
    fn drop(&mut self) {
        self.host.stop.cancel();
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// Limits short enough for tests.
pub(super) const LIMITS: Limits = Limits { step: Duration::from_millis(700), dot: Duration::from_millis(1200) };

impl World {
    pub(super) async fn new(kind: Kind) -> Self {
        Self::with(kind, Mode::Fine, |_| {}).await
    }

    pub(super) async fn with(kind: Kind, mode: Mode, set: impl FnOnce(&mut Settings)) -> Self {
        let mut place = place(kind);
        let (sink, serving) = Sink::start(mode).await;
        place.settings.smtp = Some(sink.address());
        set(&mut place.settings);
        let host = open(&place.settings, crate::NAME, Clock::set_at(beginning())).await;
        let host = host.clone().with_text(crate::templates(&host.text));
        let mail = Arc::new(Mail::new(host.clone()).unwrap());
        let mut world = Self { host, mail, sink, tasks: vec![serving], _place: Arc::new(place) };
        world.hear(OrganisationChanged { organisation: organisation() }).await;
        world.start();
        world
    }

    /// Starts sending.
    pub(super) fn start(&mut self) {
        self.start_within(LIMITS);
    }

    /// Starts sending with such patience.
    pub(super) fn start_within(&mut self, limits: Limits) {
        let ways = Ways::with(&self.host.settings, limits, 3).unwrap();
        let (bus, _) = crate::listed(&self.mail, &Carrier::in_process()).start();
        let (sending, noting) = Sending::new(self.mail.clone(), bus, ways);
        self.tasks.push(tokio::spawn(async move { noting.await.unwrap() }));
        self.tasks.push(tokio::spawn(async move { sending.run().await.unwrap() }));
    }

    /// The same world, in which programs are started with other settings from now on.
    pub(super) fn with_settings(mut self, settings: Settings) -> Self {
        self.kill();
        self.host.settings = Arc::new(settings);
        self.mail = Arc::new(Mail::new(self.host.clone()).unwrap());
        self.start();
        self
    }

    /// Kills everything that sends, in whatever it is doing.
    pub(super) fn kill(&mut self) {
        for task in self.tasks.drain(1..) {
            task.abort();
        }
    }

    pub(super) async fn hear<M: Message>(&self, message: M)
    where
        Mail: Hears<M>,
    {
        bus::testing::hear(&self.mail, &self.host, message).await.unwrap();
        self.mail.wake.notify_one();
    }

    pub(super) async fn publish(&self, event: &Event) {
        self.hear(EventPublished { event: event.clone() }).await;
    }

    pub(super) async fn cancel(&self, event: &Event) {
        let reason = Some(Localised::from([(Language::Nn, "Uvêr")]));
        self.hear(EventCancelled { event_id: event.id, revision: event.revision + 1, reason }).await;
    }

    pub(super) async fn admit(&self, registration: &Registration) {
        self.hear(RegistrationAdmitted { registration: registration.clone(), from_waiting_list: false }).await;
    }

    pub(super) async fn change(&self, registration: &Registration) {
        self.hear(RegistrationChanged { registration: registration.clone(), what: Change::Details }).await;
    }

    pub(super) async fn withdraw(&self, registration: &Registration) {
        let gone = next(registration, State::Withdrawn);
        self.hear(RegistrationWithdrawn { registration: gone, why: Withdrawal::ByPerson, declined: None }).await;
    }

    pub(super) async fn erase(&self, registration: &Registration) {
        let erased = RegistrationErased { registration_id: registration.id, event_id: registration.event_id };
        self.hear(erased).await;
    }

    pub(super) async fn advance(&self, by: TimeDelta) {
        self.host.clock.advance(by);
        self.settle().await;
    }

    pub(super) async fn until(&self, at: DateTime<Utc>) {
        self.host.clock.set(at);
        self.settle().await;
    }

    /// Waits until nothing is due and nothing is in hand.
    pub(super) async fn settle(&self) {
        eventually("every letter that is due has a fate", async || {
            // In this order: what is due becomes what is in hand, and never the other way at once.
            let now = self.host.clock.now();
            let db = &self.host.db.write;
            let takeable = letter::Takeable::load(db, None, now).await.unwrap();
            if letter::anything(db, &takeable, now).await.unwrap() {
                return false;
            }
            let in_hand = letter::Entity::find()
                .filter(letter::Column::State.is_in([Fate::Leased, Fate::DotWritten]))
                .one(&self.host.db.write)
                .await
                .unwrap();
            in_hand.is_none()
        })
        .await;
    }

    /// What the server has taken so far, after everything has settled.
    pub(super) async fn taken(&self) -> Vec<Received> {
        self.settle().await;
        self.sink.taken()
    }

    /// The subjects of what was taken.
    pub(super) async fn subjects(&self) -> Vec<String> {
        self.taken().await.iter().map(|letter| mail(&letter.data).subject().unwrap().to_owned()).collect()
    }

    pub(super) async fn letters(&self) -> Vec<letter::Model> {
        letter::Entity::find()
            .order_by_asc(letter::Column::PlannedAt)
            .order_by_asc(letter::Column::Due)
            .all(&self.host.db.write)
            .await
            .unwrap()
    }

    pub(super) async fn letter(&self, purpose: Purpose) -> letter::Model {
        let mut all = self.letters().await;
        all.retain(|letter| letter.purpose == purpose);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    /// The letter of this purpose after the time in which it may come back.
    pub(super) async fn long_after(&self, purpose: Purpose) -> letter::Model {
        let sent_before = self.host.clock.now() + TimeDelta::seconds(1);
        letter::forget_facts(&self.host.db.write, sent_before).await.unwrap();
        self.letter(purpose).await
    }

    pub(super) async fn fates(&self, purpose: Purpose) -> Vec<Fate> {
        self.letters().await.into_iter().filter(|letter| letter.purpose == purpose).map(|letter| letter.state).collect()
    }
}

pub(super) fn mail(bytes: &[u8]) -> mail_parser::Message<'_> {
    mail_parser::MessageParser::default().parse(bytes).expect("a letter")
}

/// The calendar part, unfolded.
pub(super) fn ics(received: &Received) -> Option<String> {
    let mail = mail(&received.data);
    let part = mail
        .parts
        .iter()
        .find(|part| mail_parser::MimeHeaders::content_type(*part).is_some_and(|t| t.subtype() == Some("calendar")))?;
    Some(part.text_contents()?.replace("\r\n ", ""))
}

/// A line of a calendar part, of its event if it is there.
pub(super) fn property(ics: &str, name: &str) -> String {
    let event = ics.find("BEGIN:VEVENT").map_or("", |at| &ics[at..]);
    let line = event
        .lines()
        .chain(ics.lines())
        .find(|line| line.starts_with(name))
        .unwrap_or_else(|| panic!("no {name} in {ics}"));
    line[name.len()..].trim_start_matches([':', ';']).to_owned()
}

pub(super) fn organisation() -> Organisation {
    Organisation {
        id: Uuid::from_u128(7),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: Localised::from([(Language::Nn, "Distriktssenteret"), (Language::En, "The Rural Centre")]),
        required_languages: vec![Language::Nn],
        sender: "arrangement@distriktssenteret.example".to_owned(),
        accessibility_statement: "https://uustatus.example".to_owned(),
        privacy_notice: "https://distriktssenteret.example/personvern".to_owned(),
        retention_days: 365,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

/// A webinar in nine days, with reminders a week, a day and an hour before.
pub(crate) fn event() -> Event {
    let starts_at = beginning() + TimeDelta::days(9);
    Event {
        id: EventId(Uuid::from_u128(1)),
        revision: 1,
        kind: EventKind::Webinar,
        slug: "tomme-lokale".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: Vec::new(),
        series: None,
        title: Localised::from([(Language::Nn, "Tomme lokale"), (Language::En, "Empty premises")]),
        summary: Localised::from([(Language::Nn, "Kva gjer vi med tomme lokale?")]),
        description: Localised::from([(Language::Nn, "Døme frå Ærø, og ein prat.")]),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(90),
        timezone: chrono_tz::Europe::Oslo,
        attendance: Attendance::Online,
        venue: None,
        contact: Contact { name: "Kari".to_owned(), email: "kari@distriktssenteret.example".to_owned(), phone: None },
        sign_up: SignUp {
            opens_at: None,
            closes_at: starts_at,
            withdraw_until: starts_at - TimeDelta::hours(1),
            pools: vec![
                Pool {
                    id: PoolId(Uuid::from_u128(20)),
                    whole: true,
                    form: None,
                    hint: None,
                    price: None,
                    session: None,
                    venue: None,
                    room: None,
                    label: Localised::default(),
                    capacity: None,
                    starts_at: None,
                    ends_at: None,
                },
                Pool {
                    id: PoolId(Uuid::from_u128(21)),
                    whole: false,
                    form: None,
                    hint: None,
                    price: None,
                    session: None,
                    venue: None,
                    room: None,
                    label: Localised::from([(Language::Nn, "Gruppearbeid")]),
                    capacity: None,
                    starts_at: Some(starts_at + TimeDelta::minutes(30)),
                    ends_at: Some(starts_at + TimeDelta::minutes(60)),
                },
            ],
            waiting_list: WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: true },
            party_limit: 1,
            delegations: None,
            questions: Vec::new(),
            price: None,
            walks: Vec::new(),
            choose_again_working_hours: None,
            approval: false,
            closed: None,
        },
        reminders: vec![7 * 24 * 60, 24 * 60, 60],
        usual_reminders: false,
        programme_version: None,
    }
}

/// What an event asks.
pub(crate) fn questions() -> Vec<proto::event::Question> {
    serde_json::from_value(serde_json::json!([{
        "key": "mat", "label": {"nn": "Mat"}, "required": true, "answer": {"type": "text"},
        "purpose": {"nn": "Servering"}, "delete_after_days": 14,
    }]))
    .unwrap()
}

/// The event after something was done to it.
pub(super) fn edited(event: &Event, edit: impl FnOnce(&mut Event)) -> Event {
    let mut edited = event.clone();
    edited.revision += 1;
    edit(&mut edited);
    edited
}

pub(super) fn moved(event: &Event, by: TimeDelta) -> Event {
    edited(event, |event| {
        event.starts_at += by;
        event.ends_at += by;
    })
}

pub(crate) fn person(number: u128) -> Registration {
    Registration {
        id: RegistrationId(Uuid::from_u128(1000 + number)),
        event_id: EventId(Uuid::from_u128(1)),
        revision: 1,
        generation: 1,
        seq: u32::try_from(number).unwrap() + 1,
        name: format!("Åse Øy {number}"),
        email: format!("ase{number}@kommune.example"),
        language: Language::Nn,
        state: State::Admitted,
        form: None,
        choices: Vec::new(),
        undecided: false,
    }
}

pub(crate) fn next(registration: &Registration, state: State) -> Registration {
    Registration { revision: registration.revision + 1, state, ..registration.clone() }
}

pub(crate) fn choosing(registration: &Registration) -> Registration {
    let choices = vec![Claim { pool_id: PoolId(Uuid::from_u128(21)), state: ClaimState::Held }];
    Registration { revision: registration.revision + 1, choices, ..registration.clone() }
}
