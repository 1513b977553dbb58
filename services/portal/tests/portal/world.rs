//! What the tests start from.

use crate::browser::Browser;
use bus::testing::said_of;
use chrono::TimeDelta;
use host::testing::{TestHost, beginning};
use host::{Host, Purpose};
use proto::account::{Role, SignInChange, SignInChanged, SignInRequested};
use proto::conference::ProgrammeReleased;
use proto::event::{
    Attendance, Contact, Event, EventCancelled, EventKind, EventPublished, EventUnpublished, Pool, SignUp, WaitingList,
    WaitingMode, WaitingOrder,
};
use proto::registration::SignupChanged;
use proto::{EventId, Language, Localised, PoolId, SignInId};
use uuid::Uuid;

pub(crate) const ORGANISATIONS: &str = r#"[[organisation]]
slug = "distriktssenteret"
name = { nn = "Distriktssenteret", en = "Centre for Rural Development" }
required_languages = ["nn", "nb"]
sender = "pamelding@example.org"
accessibility_statement = "https://uustatus.no/nn/erklaringer/publisert/1"
privacy_notice = "https://example.org/personvern"
retention_days = 180

[[organisation]]
slug = "bylivsenteret"
name = { nb = "BYLIVsenteret" }
required_languages = ["nb"]
sender = "post@byliv.example"
accessibility_statement = "https://uustatus.no/nb/erklaringer/publisert/2"
privacy_notice = "https://byliv.example/personvern"
retention_days = 365
"#;

/// A webinar a number of days after the beginning of the test.
pub(crate) fn event(number: u128, slug: &str, days: i64) -> Event {
    let starts_at = beginning() + TimeDelta::days(days);
    Event {
        id: EventId(Uuid::from_u128(number)),
        revision: 1,
        kind: EventKind::Webinar,
        slug: slug.to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: Vec::new(),
        series: None,
        title: Localised::from([
            (Language::Nn, slug),
            (Language::Nb, slug),
            (Language::Sv, slug),
            (Language::En, slug),
        ]),
        summary: Localised::from([(Language::Nn, "Ein kort omtale.")]),
        description: Localised::from([(Language::Nn, "Ein lengre omtale.")]),
        starts_at,
        ends_at: starts_at + TimeDelta::minutes(90),
        timezone: chrono_tz::Europe::Oslo,
        attendance: Attendance::Online,
        venue: None,
        contact: Contact { name: "Desken".to_owned(), email: "desken@example.org".to_owned(), phone: None },
        sign_up: SignUp {
            opens_at: None,
            closes_at: starts_at,
            withdraw_until: starts_at,
            pools: vec![Pool {
                id: PoolId(Uuid::from_u128(number + 1_000)),
                whole: true,
                form: None,
                hint: None,
                price: None,
                session: None,
                venue: None,
                room: None,
                label: Localised::from([(Language::Nn, "Heile webinaret")]),
                capacity: Some(40),
                starts_at: None,
                ends_at: None,
            }],
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
        reminders: vec![1440, 60],
        usual_reminders: false,
        programme_version: None,
    }
}

pub(crate) async fn organisations(host: &Host) {
    portal::import_organisations(host, ORGANISATIONS, "organisations.toml").await.expect("a good file");
}

pub(crate) async fn publish(host: &Host, event: &Event) {
    let message = EventPublished { event: event.clone() };
    bus::testing::hear(&portal::hears::Portal, host, message).await.expect("heard");
}

pub(crate) async fn cancel(host: &Host, event: &Event, revision: u32) {
    let message = EventCancelled { event_id: event.id, revision, reason: None };
    bus::testing::hear(&portal::hears::Portal, host, message).await.expect("heard");
}

pub(crate) async fn unpublish(host: &Host, event: &Event, revision: u32) {
    let message = EventUnpublished { event_id: event.id, revision };
    bus::testing::hear(&portal::hears::Portal, host, message).await.expect("heard");
}

pub(crate) async fn signup(host: &Host, event: &Event, revision: u64, left: Option<u32>, waiting: Option<u32>) {
    let message =
        SignupChanged { event_id: event.id, revision, open: true, places_left: left, waiting, pools: Vec::new() };
    bus::testing::hear(&portal::hears::Portal, host, message).await.expect("heard");
}

pub(crate) async fn release(host: &Host, event: &Event, version: u32, note: Option<&str>) {
    let message = ProgrammeReleased {
        event_id: event.id,
        version,
        released_at: beginning() + TimeDelta::minutes(i64::from(version)),
        note: note.map(|note| Localised::from([(Language::Nn, note)])),
        changes: Vec::new(),
    };
    bus::testing::hear(&portal::hears::Portal, host, message).await.expect("heard");
}

/// An account with a role in Distriktssenteret, and the path of the link that was sent to it.
pub(crate) async fn kari(host: &TestHost) -> String {
    organisations(host).await;
    let invitation =
        portal::invite(host, "kari@example.org", "distriktssenteret", Role::Owner).await.expect("an invitation");
    invitation.address.replace(host.address("").trim_end_matches('/'), "")
}

/// The path of a link that was sent.
pub(crate) fn link_of(host: &Host, id: SignInId) -> String {
    format!("/arrangor/inn/{}", host.keys.token(Purpose::SignIn, id.0, 0))
}

/// The path of the newest link that was said.
pub(crate) async fn newest_link(host: &Host) -> String {
    let said = said_of::<SignInRequested>(&host.db).await;
    link_of(host, said.last().expect("a link was said").sign_in_id)
}

/// Somebody with a role, signed in.
pub(crate) async fn enter(host: &Host, email: &str, organisation: &str, role: Role) -> Browser {
    enter_with(host, (email, organisation, role), "").await
}

/// The same with a browser that says what it is.
pub(crate) async fn enter_with(host: &Host, (email, organisation, role): (&str, &str, Role), agent: &str) -> Browser {
    let invitation = portal::invite(host, email, organisation, role).await.expect("an invitation");
    let link = invitation.address.replace(host.address("").trim_end_matches('/'), "");
    let mut browser = Browser::new(host).await;
    browser.agent = agent.to_owned();
    browser.post(&link, &link, &[]).await;
    browser
}

/// What the owner of an address was told of how they sign in, in the order in which it was said. Nothing that opens anything, and
/// nothing that somebody typed, is in it: not these.
pub(crate) async fn told(host: &Host, email: &str, secrets: &[&str]) -> Vec<SignInChange> {
    let said = said_of::<SignInChanged>(&host.db).await;
    let written = serde_json::to_string(&said).expect("JSON");
    for secret in secrets {
        assert!(!written.contains(secret), "{secret} in {written}");
    }
    said.into_iter().filter(|told| told.email == email).map(|told| told.change).collect()
}
