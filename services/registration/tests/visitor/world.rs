//! A site with one event, and somebody with a browser.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use bus::{Bus, Carrier};
use chrono::{DateTime, TimeDelta, Utc};
use host::testing::{Kind, TestHost};
use proto::account::{EventRole, Membership, Role};
use proto::event::{
    AnswerType, Attendance, Choice, Condition, Contact, Country, Event, EventCancelled, EventKind, EventPublished,
    Pool, Question, SignUp, WaitingList, WaitingMode, WaitingOrder,
};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::{AccountId, EventId, Language, Localised, PoolId};
use registration::desk::Desk;
use registration::hears::Registrations;
use registration::store::{registration as row, submission};
use registration::{App, NAME};
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};
use tower::ServiceExt;
use uuid::Uuid;

pub(crate) const DINNER: PoolId = PoolId(Uuid::from_u128(2));
pub(crate) const WALK: PoolId = PoolId(Uuid::from_u128(3));

pub(crate) struct World {
    pub(crate) host: TestHost,
    site: Router,
    cookie: String,
    csrf: String,
}

impl Drop for World {
    fn drop(&mut self) {
        self.host.stop.cancel();
    }
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("plain text"))
    }

    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    #[track_caller]
    pub(crate) fn says(&self, text: &str) {
        assert!(self.body.contains(text), "{} does not say {text:?}:\n{}", self.status, self.main());
    }

    #[track_caller]
    pub(crate) fn says_not(&self, text: &str) {
        assert!(!self.body.contains(text), "{} says {text:?}:\n{}", self.status, self.main());
    }

    fn main(&self) -> &str {
        self.body.split_once("<main").map_or(&self.body, |(_, main)| main.get(..4_000).unwrap_or(main))
    }
}

impl World {
    pub(crate) async fn new(kind: Kind) -> Self {
        Self::with(kind, &event()).await
    }

    pub(crate) async fn with(kind: Kind, event: &Event) -> Self {
        let host = host::testing::host(kind, NAME).await;
        let served = host.host.clone().with_text(registration::templates(&host.text));
        let (bus, _loops) = Bus::build(NAME, &served, &Carrier::in_process()).start();
        let (desk, clerks) = Desk::open(&served, &bus);
        for clerk in clerks {
            tokio::spawn(clerk);
        }
        let app = App::new(served.clone(), bus, desk);
        let site = host::testing::site(&served, registration::routes(app));
        let (cookie, csrf) = host::testing::visitor(&served);
        let world = Self { host, site, cookie, csrf };
        let organisation = OrganisationChanged { organisation: organisation() };
        bus::testing::hear(&Registrations, &world.host, organisation).await.expect("an answer");
        world.publish(event).await;
        world
    }

    pub(crate) async fn publish(&self, event: &Event) {
        bus::testing::hear(&Registrations, &self.host, EventPublished { event: event.clone() })
            .await
            .expect("an answer");
    }

    pub(crate) async fn cancel(&self) {
        let message = EventCancelled { event_id: event().id, revision: 2, reason: None };
        bus::testing::hear(&Registrations, &self.host, message).await.expect("an answer");
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.site.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 4 << 20).await.expect("an answer");
        let body = String::from_utf8(bytes.to_vec()).expect("text");
        Answer { status: parts.status, headers: parts.headers, body }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.get_in(path, "nn").await
    }

    /// A file that is not text.
    pub(crate) async fn get_file(&self, path: &str) -> (axum::http::response::Parts, Vec<u8>) {
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "nn").header(header::COOKIE, &self.cookie);
        let request = request.body(Body::empty()).expect("a request");
        let (parts, body) = self.site.clone().oneshot(request).await.expect("an answer").into_parts();
        (parts, axum::body::to_bytes(body, 4 << 20).await.expect("an answer").to_vec())
    }

    pub(crate) async fn get_in(&self, path: &str, language: &str) -> Answer {
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, language).header(header::COOKIE, &self.cookie);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// Sends a form that was shown in this browser.
    pub(crate) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_in(path, "nn", fields).await
    }

    pub(crate) async fn post_in(&self, path: &str, language: &str, fields: &[(&str, &str)]) -> Answer {
        let mut all = vec![("csrf", self.csrf.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, language, &all).await
    }

    pub(crate) async fn post_bare(&self, path: &str, language: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::ACCEPT_LANGUAGE, language)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    pub(crate) async fn api(&self, key: Option<&str>, body: &serde_json::Value) -> Answer {
        let mut request = Request::post("/api/v1/events/levande-sentrum/registrations")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, "sv");
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        self.send(request.body(Body::from(body.to_string())).expect("a request")).await
    }

    /// Sends a form and goes on to where it leads, as a browser does.
    pub(crate) async fn done(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        self.get(answer.location()).await
    }

    /// A signed-in organiser's look at a page.
    pub(crate) async fn get_as(&self, path: &str, organisation: &str, role: Role) -> Answer {
        let cookie = self.signed_in(organisation, role);
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "nn").header(header::COOKIE, cookie);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// A form that a signed-in organiser sends.
    pub(crate) async fn post_as(&self, path: &str, organisation: &str, role: Role, fields: &[(&str, &str)]) -> Answer {
        self.post_with(path, &self.signed_in(organisation, role), fields).await
    }

    /// A file that a signed-in organiser gets for a form.
    pub(crate) async fn file_as(&self, path: &str, role: Role, fields: &[(&str, &str)]) -> (StatusCode, Vec<u8>) {
        let request = self.request(path, &self.signed_in("distriktssenteret", role), fields);
        let (parts, body) = self.site.clone().oneshot(request).await.expect("an answer").into_parts();
        (parts.status, axum::body::to_bytes(body, 4 << 20).await.expect("an answer").to_vec())
    }

    /// A file that a signed-in organiser hands in.
    pub(crate) async fn hand_in_as(&self, path: &str, organisation: &str, role: Role, content: &[u8]) -> Answer {
        let part = |field: &str| format!("--grense\r\nContent-Disposition: form-data; name=\"{field}\"");
        let mut body = format!("{}\r\n\r\n{}\r\n", part("csrf"), self.csrf).into_bytes();
        body.extend_from_slice(format!("{}; filename=\"liste.csv\"\r\n\r\n", part("file")).as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--grense--\r\n");
        let cookie = format!("{}; {}", self.cookie, self.signed_in(organisation, role));
        let request = Request::post(path)
            .header(header::ACCEPT_LANGUAGE, "nn")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=grense");
        self.send(request.body(Body::from(body)).expect("a request")).await
    }

    /// What somebody sees who has a role in one event only.
    pub(crate) async fn get_at(&self, path: &str, own: &EventRole) -> Answer {
        let cookie = self.with_access(Vec::new(), vec![own.clone()]);
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "nn").header(header::COOKIE, cookie);
        self.send(request.body(Body::empty()).expect("a request")).await
    }

    /// A form that somebody sends who has a role in one event only.
    pub(crate) async fn post_at(&self, path: &str, own: &EventRole, fields: &[(&str, &str)]) -> Answer {
        self.post_with(path, &self.with_access(Vec::new(), vec![own.clone()]), fields).await
    }

    /// The same by another account.
    pub(crate) async fn post_by(&self, account: u128, path: &str, own: &EventRole, fields: &[(&str, &str)]) -> Answer {
        let access = self.access_of(account, Vec::new(), vec![own.clone()]);
        self.post_with(path, &access, fields).await
    }

    async fn post_with(&self, path: &str, access: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.request(path, access, fields)).await
    }

    fn request(&self, path: &str, access: &str, fields: &[(&str, &str)]) -> Request<Body> {
        let cookie = format!("{}; {access}", self.cookie);
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("csrf", self.csrf.as_str())])
            .extend_pairs(fields)
            .finish();
        let request = Request::post(path)
            .header(header::ACCEPT_LANGUAGE, "nn")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.body(Body::from(body)).expect("a request")
    }

    fn signed_in(&self, organisation: &str, role: Role) -> String {
        self.with_access(vec![Membership { organisation: organisation.to_owned(), role }], Vec::new())
    }

    /// The cookie of somebody who has these roles and no others.
    fn with_access(&self, roles: Vec<Membership>, events: Vec<EventRole>) -> String {
        self.access_of(99, roles, events)
    }

    fn access_of(&self, account: u128, roles: Vec<Membership>, events: Vec<EventRole>) -> String {
        let access = host::access::Access {
            account: AccountId(Uuid::from_u128(account)),
            email: None,
            session: Uuid::nil(),
            roles,
            events,
            operator: false,
            expires_at: self.host.clock.now() + TimeDelta::minutes(5),
        };
        format!("{}={}", host::access::COOKIE, host::access::seal(&self.host.keys, &access))
    }

    pub(crate) async fn rows(&self) -> Vec<row::Model> {
        row::Entity::find().order_by_asc(row::Column::Seq).all(&self.host.db.read).await.expect("an answer")
    }

    /// Nothing at all was written or said about anybody.
    pub(crate) async fn is_untouched(&self) {
        assert_eq!(self.rows().await, []);
        assert_eq!(submission::Entity::find().count(&self.host.db.read).await.expect("an answer"), 0);
        assert_eq!(self.said().await, Vec::<String>::new());
    }

    /// Names of what was said about people.
    pub(crate) async fn said(&self) -> Vec<String> {
        let all = bus::testing::said(&self.host.db).await.into_iter();
        all.map(|envelope| envelope.name).filter(|name| name != "signup.changed.v1").collect()
    }

    /// Signs somebody up by the form, and gives the path of their own page.
    pub(crate) async fn signed_up(&self, name: &str, email: &str) -> String {
        let answer = self.post(FORM, &right(&[("name", name), ("email", email)])).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let row = self.rows().await.into_iter().find(|row| row.email == email).expect("the sign-up is kept");
        self.link(&row)
    }

    pub(crate) fn link(&self, row: &row::Model) -> String {
        format!("/mi/{}", self.host.keys.token(host::Purpose::Manage, row.id, row.generation()))
    }
}

pub(crate) const FORM: &str = "/pamelding/levande-sentrum";

/// A form that is right, with these fields instead of its own.
pub(crate) fn right<'f>(instead: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let mut fields = vec![
        ("name", "Kari Nordmann"),
        ("email", "kari@kommune.no"),
        ("q-attend", "in_person"),
        ("q-kitchen", "vegetar"),
        ("q-municipality", "Volda kommune"),
    ];
    fields.retain(|(name, _)| !instead.iter().any(|(other, _)| other == name));
    fields.extend_from_slice(instead);
    fields
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a time")
}

fn texts(nn: &str, sv: &str) -> Localised {
    Localised::from([(Language::Nn, nn), (Language::Nb, nn), (Language::Sv, sv), (Language::En, sv)])
}

fn organisation() -> Organisation {
    Organisation {
        id: Uuid::from_u128(50),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: texts("Distriktssenteret", "Distriktssenteret"),
        required_languages: vec![Language::Nn],
        sender: "post@example.org".to_owned(),
        accessibility_statement: "https://example.org/uu".to_owned(),
        privacy_notice: "https://example.org/personvern".to_owned(),
        retention_days: 180,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

fn question(key: &str, label: Localised, answer: AnswerType, required: bool) -> Question {
    Question {
        key: key.to_owned(),
        label,
        hint: None,
        required,
        answer,
        only_if: None,
        purpose: texts("For å planleggje.", "För att planera."),
        sensitive: false,
        delete_after_days: 30,
        autocomplete: None,
    }
}

/// Two places, a dinner with one, a walk at the same time as the dinner.
pub(crate) fn event() -> Event {
    let starts_at = at("2027-03-16T09:00:00Z");
    let pool = |id, whole, label: &str, capacity| Pool {
        id,
        whole,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
        label: texts(label, label),
        capacity,
        starts_at: (!whole).then_some(starts_at),
        ends_at: (!whole).then_some(starts_at + TimeDelta::hours(1)),
    };
    let choice = |value: &str, nn: &str, sv: &str| Choice { value: value.to_owned(), label: texts(nn, sv) };
    let ways = vec![choice("in_person", "Eg møter opp", "Jag är på plats"), choice("online", "På nett", "Digitalt")];
    let attend = texts("Korleis vil du delta?", "Hur vill du delta?");
    let mut kitchen =
        question("kitchen", texts("Kva må kjøkenet vite?", "Vad måste köket veta?"), AnswerType::Text, true);
    kitchen.only_if = Some(Condition { question: "attend".to_owned(), any_of: vec!["in_person".to_owned()] });
    kitchen.sensitive = true;
    Event {
        id: EventId(Uuid::from_u128(7)),
        revision: 1,
        kind: EventKind::Webinar,
        slug: "levande-sentrum".to_owned(),
        organisation: "distriktssenteret".to_owned(),
        co_organisers: vec!["byliv".to_owned()],
        series: None,
        title: texts("Levande sentrum", "Levande centrum"),
        summary: texts("Kort om sentrum.", "Kort om centrum."),
        description: texts("Lengre om sentrum.", "Längre om centrum."),
        starts_at,
        ends_at: starts_at + TimeDelta::hours(2),
        timezone: chrono_tz::Europe::Oslo,
        attendance: Attendance::Both,
        venue: Some(texts("Førde", "Førde")),
        contact: Contact { name: "Kursdisken".to_owned(), email: "kurs@example.org".to_owned(), phone: None },
        sign_up: SignUp {
            opens_at: None,
            closes_at: starts_at - TimeDelta::days(1),
            withdraw_until: starts_at - TimeDelta::hours(2),
            pools: vec![
                pool(PoolId(Uuid::from_u128(1)), true, "Samlinga", Some(2)),
                pool(DINNER, false, "Middag", Some(1)),
                pool(WALK, false, "Byvandring", None),
            ],
            waiting_list: WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: true },
            party_limit: 2,
            delegations: None,
            questions: vec![
                question("attend", attend, AnswerType::OneOf { options: ways }, true),
                kitchen,
                question(
                    "municipality",
                    texts("Kommune", "Kommun"),
                    AnswerType::Municipality { country: Country::No },
                    true,
                ),
                question("nights", texts("Netter", "Nätter"), AnswerType::Number { min: Some(0), max: Some(3) }, false),
                question("wishes", texts("Ønske", "Önskemål"), AnswerType::LongText, false),
                question("phone", texts("Mobil", "Mobil"), AnswerType::Phone, false),
            ],
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
