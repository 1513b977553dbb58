use crate::hears::Hearing;
use crate::store::{delegation, gathering, holder};
use crate::{Imported, ImportedNetwork, NAME, clock, import, import_network, pages, templates};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use bus::{Bus, Carrier, Hears};
use chrono::{DateTime, Utc};
use host::access::{Access, COOKIE, seal};
use host::testing::{Kind, TestHost};
use host::{Host, Purpose};
use proto::account::{Membership, Role};
use proto::organisation::{Organisation, OrganisationChanged};
use proto::registration::{Registration, State};
use proto::{AccountId, EventId, Language, Localised, Message, RegistrationId};
use tower::ServiceExt;
use uuid::Uuid;

pub(super) const NETWORK: &str = include_str!("network.toml");
pub(super) const MEMBERS: &str = include_str!("members.csv");
pub(super) const FILE: &str = include_str!("gathering.toml");
pub(super) const SLUG: &str = "byregionar-2027";
pub(super) const ORGANISER: &str = "/arrangor/samling/byregionar-2027";

/// The service in a fresh place, with the organisation it needs.
pub(super) struct World {
    _test: TestHost,
    pub(super) host: Host,
    pub(super) bus: Bus,
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

pub(super) async fn world(kind: Kind) -> World {
    let test = host::testing::host(kind, NAME).await;
    let text = templates(&test.host.text);
    let host = test.host.clone().with_text(text);
    let (bus, _loops) = Hearing::listed(&host, &Carrier::in_process()).start();
    let site = host::testing::site(&host, pages::routes(host.clone(), bus.clone()));
    let world = World { _test: test, host, bus, site };
    let organisation = Organisation {
        id: Uuid::from_u128(1),
        revision: 1,
        slug: "distriktssenteret".to_owned(),
        name: Localised::from([(Language::Nn, "Distriktssenteret")]),
        required_languages: vec![Language::Nn, Language::Nb],
        sender: "post@distriktssenteret.example".to_owned(),
        accessibility_statement: "https://distriktssenteret.example/tilgjenge".to_owned(),
        privacy_notice: "https://distriktssenteret.example/personvern".to_owned(),
        retention_days: 90,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    };
    world.hear(OrganisationChanged { organisation }).await;
    world
}

/// A world with the network and its gathering.
pub(super) async fn gathered(kind: Kind) -> World {
    let world = world(kind).await;
    world.network(MEMBERS).await;
    world.import(FILE).await;
    world
}

impl World {
    pub(super) async fn hear<M: Message>(&self, message: M)
    where
        Hearing: Hears<M>,
    {
        bus::testing::hear(&Hearing, &self.host, message).await.expect("handled");
    }

    pub(super) async fn network(&self, members: &str) -> ImportedNetwork {
        let done = import_network(&self.host, (NETWORK, "network.toml"), (members.as_bytes(), "members.csv")).await;
        done.unwrap_or_else(|error| panic!("{error}: {error:?}"))
    }

    pub(super) async fn import(&self, text: &str) -> Imported {
        import(&self.host, text, "gathering.toml").await.unwrap_or_else(|error| panic!("{error}: {error:?}"))
    }

    pub(super) async fn gathering(&self) -> gathering::Model {
        gathering::by_slug(&self.host.db.read, SLUG).await.unwrap().unwrap()
    }

    pub(super) async fn delegation(&self, member: &str) -> delegation::Model {
        let all = delegation::of(&self.host.db.read, self.gathering().await.id).await.unwrap();
        all.into_iter().find(|row| row.member == member).unwrap()
    }

    /// The links of those who act for a member, the contact's first.
    pub(super) async fn links(&self, member: &str) -> Vec<String> {
        let id = self.delegation(member).await.id;
        let holders = holder::of(&self.host.db.read, &[id]).await.unwrap();
        let token = |one: &holder::Model| self.host.keys.token(Purpose::Delegate, one.id, one.generation());
        holders.iter().map(|one| format!("/delegasjon/{}", token(one))).collect()
    }

    pub(super) async fn said<M: Message>(&self) -> Vec<M> {
        bus::testing::said_of::<M>(&self.host.db).await
    }

    pub(super) async fn turn_clock(&self, to: &str) {
        self.host.clock.set(at(to));
        clock::release(self.host.clone(), self.bus.clone()).await.unwrap();
    }

    /// An answer of which nothing has been read.
    pub(super) async fn answer(&self, request: Request<Body>) -> Response {
        self.site.clone().oneshot(request).await.unwrap()
    }

    pub(super) async fn ask(&self, request: Request<Body>) -> Answer {
        let (parts, body) = self.answer(request).await.into_parts();
        let bytes = to_bytes(body, 1 << 22).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(super) async fn look(&self, path: &str, cookie: &str) -> Answer {
        self.ask(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// Presses a button of a form on one of our pages.
    pub(super) async fn press(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let (visit, csrf) = host::testing::visitor(&self.host);
        let body: String = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("csrf", &csrf)
            .extend_pairs(fields)
            .finish();
        self.send(path, &format!("{visit}; {cookie}"), body).await
    }

    pub(super) async fn send(&self, path: &str, cookie: &str, body: String) -> Answer {
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body));
        self.ask(request.unwrap()).await
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
            expires_at: self.host.clock.now() + chrono::TimeDelta::days(300),
        };
        format!("{COOKIE}={}", seal(&self.host.keys, &access))
    }
}

pub(super) fn registration(event: EventId, id: RegistrationId, revision: u32, state: State) -> Registration {
    Registration {
        id,
        event_id: event,
        revision,
        generation: 0,
        seq: 1,
        name: "Mari Ordførar".to_owned(),
        email: "mari@namdal.example".to_owned(),
        language: Language::Nn,
        state,
        form: None,
        choices: Vec::new(),
        undecided: false,
    }
}
