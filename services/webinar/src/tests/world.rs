use crate::hears::Hearing;
use crate::{Imported, NAME, import, pages, templates};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use bus::{Carrier, Hears};
use chrono::{DateTime, Utc};
use host::access::{Access, COOKIE, seal};
use host::testing::{Kind, TestHost};
use host::{Host, Purpose};
use proto::account::{Membership, Role};
use proto::event::{Event, EventPublished};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::{Registration, RegistrationAdmitted, State};
use proto::{AccountId, Envelope, EventId, Language, Localised, Message, RegistrationId};
use tower::ServiceExt;
use uuid::Uuid;

/// A file without problems, for a webinar on 16 March 2027 at 10.00 in Oslo.
pub(super) const FILE: &str = include_str!("../../../../crates/event_file/whole.toml");
pub(super) const SLUG: &str = "torget-som-arbeidsplass";
/// Where the file says that the meeting is.
pub(super) const MEETING: &str = "https://mote.example.org/rom/torget";

/// The service in a fresh place, with the organisations it needs.
pub(super) struct World {
    _test: TestHost,
    pub(super) host: Host,
    site: Router,
}

/// What a page answered.
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

pub(super) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(super) fn organisation(slug: &str, revision: u32, name: &str) -> Organisation {
    Organisation {
        id: Uuid::new_v5_like(slug),
        revision,
        slug: slug.to_owned(),
        name: Localised::from([(Language::Nn, name)]),
        required_languages: vec![Language::Nn, Language::Nb],
        sender: format!("post@{slug}.example"),
        accessibility_statement: format!("https://{slug}.example/tilgjenge"),
        privacy_notice: format!("https://{slug}.example/personvern"),
        retention_days: 90,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

/// An id that is the same for the same name.
trait FromName {
    fn new_v5_like(name: &str) -> Uuid;
}

impl FromName for Uuid {
    fn new_v5_like(name: &str) -> Uuid {
        let mut bytes = [0; 16];
        for (place, byte) in name.bytes().enumerate() {
            bytes[place % 16] ^= byte;
        }
        Uuid::from_bytes(bytes)
    }
}

pub(super) async fn world(kind: Kind) -> World {
    world_set(kind, |_| ()).await
}

/// The same with other settings.
pub(super) async fn world_set(kind: Kind, set: impl FnOnce(&mut host::Settings)) -> World {
    let test = host::testing::host(kind, NAME).await;
    let text = templates(&test.host.text);
    let mut host = test.host.clone().with_text(text);
    let mut settings = (*host.settings).clone();
    set(&mut settings);
    host.settings = std::sync::Arc::new(settings);
    let (bus, _loops) = Hearing::listed(&host, &Carrier::in_process()).start();
    let site = host::testing::site(&host, pages::routes(host.clone(), bus));
    let world = World { _test: test, host, site };
    for slug in ["distriktssenteret", "bylivsenteret"] {
        world.hear(OrganisationChanged { organisation: organisation(slug, 1, slug) }).await;
    }
    world
}

impl World {
    pub(super) async fn hear<M: Message>(&self, message: M)
    where
        Hearing: Hears<M>,
    {
        let said = bus::testing::hear(&Hearing, &self.host, message).await.expect("handled");
        assert_eq!(said, [], "nothing here is answered by a message");
    }

    pub(super) async fn import(&self, text: &str) -> Imported {
        import(&self.host, text, "torget.toml").await.unwrap_or_else(|error| panic!("{error}: {error:?}"))
    }

    pub(super) async fn published(&self) -> Event {
        self.import(FILE).await;
        let last = bus::testing::said_of::<EventPublished>(&self.host.db).await.pop();
        last.expect("it was published").event
    }

    pub(super) async fn said(&self) -> Vec<Envelope> {
        bus::testing::said(&self.host.db).await
    }

    /// Somebody has a place.
    pub(super) async fn admitted(&self, event: EventId) -> Registration {
        let registration = registration(event, 1, State::Admitted);
        self.hear(RegistrationAdmitted { registration: registration.clone(), from_waiting_list: false }).await;
        registration
    }

    pub(super) fn join_path(&self, registration: &Registration) -> String {
        let token = self.host.keys.token(Purpose::Join, registration.id.0, registration.generation);
        format!("/webinar/{SLUG}/delta/{token}")
    }

    pub(super) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(super) async fn press(&self, path: &str) -> Answer {
        self.ask(Request::post(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form with a file, as somebody signed in with these cookies.
    pub(super) async fn send_file(
        &self,
        path: &str,
        cookies: &str,
        fields: &[(&str, &str)],
        (name, content): (&str, &[u8]),
    ) -> Answer {
        let mut body = Vec::new();
        let part = |field: &str| format!("--grense\r\nContent-Disposition: form-data; name=\"{field}\"");
        for (field, value) in fields {
            body.extend_from_slice(format!("{}\r\n\r\n{value}\r\n", part(field)).as_bytes());
        }
        body.extend_from_slice(format!("{}; filename=\"{name}\"\r\n\r\n", part("file")).as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n--grense--\r\n");
        let request = Request::post(path)
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=grense");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form, as somebody signed in with these cookies.
    pub(super) async fn send(&self, path: &str, cookies: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::COOKIE, cookies)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// A page as somebody signed in with these cookies sees it.
    pub(super) async fn look(&self, path: &str, cookies: &str) -> Answer {
        self.ask(Request::get(path).header(header::COOKIE, cookies).body(Body::empty()).unwrap()).await
    }

    /// The cookie of somebody who is signed in with this role in this organisation.
    pub(super) fn signed_in(&self, organisation: &str, role: Role) -> String {
        let access = Access {
            account: AccountId(Uuid::now_v7()),
            email: None,
            session: Uuid::now_v7(),
            roles: vec![Membership { organisation: organisation.to_owned(), role }],
            events: Vec::new(),
            operator: false,
            expires_at: self.host.clock.now() + chrono::TimeDelta::minutes(10),
        };
        format!("{COOKIE}={}", seal(&self.host.keys, &access))
    }
}

pub(super) fn registration(event: EventId, revision: u32, state: State) -> Registration {
    Registration {
        id: RegistrationId(Uuid::now_v7()),
        event_id: event,
        revision,
        generation: 1,
        seq: 1,
        name: "Kari Prøve".to_owned(),
        email: "kari@kommune.example".to_owned(),
        language: Language::Nn,
        state,
        form: None,
        choices: Vec::new(),
        undecided: false,
    }
}
