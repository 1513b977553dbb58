//! Somebody in a browser who plans the conference of `timetable::example`.

use crate::hears::Hearing;
use crate::programme::Programme;
use crate::store::conference::{self, Contacts, Ids, Model, Places, Snapshot};
use crate::store::speaker::{self, Said, Unavailable};
use crate::store::{Words, organisation};
use crate::timetable::example;
use crate::{NAME, pages, templates};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use bus::Carrier;
use host::Host;
use host::access::{Access, COOKIE, seal};
use host::testing::{Kind, TestHost};
use proto::account::{Membership, Role};
use proto::organisation::Organisation;
use proto::registration::{Claim, ClaimState, Registration, State};
use proto::{AccountId, EventId, Language, Localised, OccurrenceId, RegistrationId};
use tower::ServiceExt;
use uuid::Uuid;

pub(super) const SLUG: &str = "byliv-2027";

pub(super) struct World {
    _test: TestHost,
    pub(super) host: Host,
    site: Router,
}

/// Somebody who is signed in, in a browser of their own.
pub(super) struct Planner<'a> {
    world: &'a World,
    pub(super) account: Uuid,
    cookie: String,
    csrf: String,
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(super) fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.header(header::LOCATION)
    }

    /// Fails unless the page says this.
    pub(super) fn says(&self, words: &str) -> &Self {
        assert!(self.text.contains(words), "{words:?} is not in {}", self.text);
        self
    }

    /// Fails if the page says this.
    pub(super) fn silent(&self, words: &str) -> &Self {
        assert!(!self.text.contains(words), "{words:?} is in {}", self.text);
        self
    }

    /// The value of the first hidden field of this name after `after`.
    pub(super) fn hidden(&self, after: &str, name: &str) -> String {
        let rest = self.text.split_once(after).unwrap_or_else(|| panic!("{after} is not in {}", self.text)).1;
        let field = format!("name=\"{name}\" value=\"");
        rest.split_once(&field)
            .unwrap_or_else(|| panic!("{name} is not in {rest}"))
            .1
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    }
}

fn organised(slug: &str) -> Organisation {
    Organisation {
        id: Uuid::now_v7(),
        revision: 1,
        slug: slug.to_owned(),
        name: Localised::from([(Language::Nn, slug)]),
        required_languages: vec![Language::Nn],
        sender: format!("post@{slug}.example"),
        accessibility_statement: format!("https://{slug}.example/tilgjenge"),
        privacy_notice: format!("https://{slug}.example/personvern"),
        retention_days: 180,
        logo: None,
        theme: proto::organisation::Theme::Blue,
    }
}

pub(super) fn row(slug: &str, id: Uuid, draft: Programme) -> Model {
    let mut event = example::event();
    event.slug = slug.to_owned();
    event.id = EventId(id);
    Model {
        id,
        slug: slug.to_owned(),
        organisation: event.organisation.clone(),
        series: event.series.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        revision: 1,
        cancelled: false,
        unpublished: false,
        cancel_reason: None,
        published_at: example::at("2027-01-01T09:00:00Z"),
        changed_at: example::at("2027-01-01T09:00:00Z"),
        snapshot: Snapshot(event),
        ids: Ids::default(),
        contacts: Contacts::default(),
        meeting_url: "https://mote.example.org/rom/byliv".to_owned(),
        filed_meeting_url: "https://mote.example.org/rom/byliv".to_owned(),
        filed_ways: None,
        municipality: None,
        filed_municipality: None,
        doors_before_minutes: 15,
        doors_after_minutes: 60,
        draft,
        draft_revision: 1,
        drafted_by: None,
        released: 0,
        release_due: None,
        release_note: None,
        release_by: None,
        signup_revision: 0,
        signup_open: None,
        places_left: None,
        waiting: None,
        places: Places::default(),
        joined_erased: 0,
    }
}

pub(super) fn spoken(conference: Uuid, told: crate::timetable::Speaker) -> speaker::Model {
    speaker::Model {
        id: told.id.0,
        conference,
        revision: 1,
        generation: 1,
        name: told.name,
        email: None,
        language: "nn".to_owned(),
        role: Words(told.role),
        organisation: told.organisation,
        biography: Words(told.biography),
        photo: None,
        consented_at: None,
        unavailable: Unavailable::default(),
        said_revision: 0,
        said: Said::default(),
    }
}

/// The conference with its draft; nothing is released.
pub(super) async fn world(kind: Kind) -> World {
    let test = host::testing::host(kind, NAME).await;
    let host = test.host.clone().with_text(templates(&test.host.text));
    let (bus, _loops) = Hearing::listed(&host, &Carrier::in_process()).start();
    let site = host::testing::site(&host, pages::routes(host.clone(), bus));
    let id = example::event().id.0;
    let db = &host.db.write;
    for slug in ["bylivsenteret", "distriktssenteret"] {
        organisation::keep(db, organised(slug)).await.unwrap();
    }
    conference::insert(db, row(SLUG, id, example::programme())).await.unwrap();
    for told in example::speakers() {
        speaker::insert(db, spoken(id, told)).await.unwrap();
    }
    World { _test: test, host, site }
}

impl World {
    pub(super) fn planner(&self) -> Planner<'_> {
        self.signed_in("bylivsenteret", Role::Editor)
    }

    pub(super) fn signed_in(&self, organisation: &str, role: Role) -> Planner<'_> {
        let account = Uuid::now_v7();
        let access = Access {
            account: AccountId(account),
            email: None,
            session: Uuid::now_v7(),
            roles: vec![Membership { organisation: organisation.to_owned(), role }],
            events: Vec::new(),
            operator: false,
            expires_at: self.host.clock.now() + chrono::TimeDelta::minutes(10),
        };
        let (visit, csrf) = host::testing::visitor(&self.host);
        let cookie = format!("{visit}; {COOKIE}={}", seal(&self.host.keys, &access));
        Planner { world: self, account, cookie, csrf }
    }

    /// Somebody without any cookie.
    pub(super) fn stranger(&self) -> Planner<'_> {
        Planner { world: self, account: Uuid::nil(), cookie: String::new(), csrf: String::new() }
    }

    pub(super) async fn stored(&self) -> Model {
        conference::by_slug(&self.host.db.read, SLUG).await.unwrap().unwrap()
    }

    pub(super) async fn draft(&self) -> Programme {
        self.stored().await.draft
    }

    /// So many people have a place in each of these.
    pub(super) async fn held(&self, people: usize, occurrences: &[OccurrenceId]) {
        let choices =
            occurrences.iter().map(|id| Claim { pool_id: (*id).into(), state: ClaimState::Held }).collect::<Vec<_>>();
        for seq in 1..=u32::try_from(people).unwrap() {
            let registration = Registration {
                id: RegistrationId(Uuid::now_v7()),
                event_id: example::event().id,
                revision: 1,
                generation: 1,
                seq,
                name: "Kari Prøve".to_owned(),
                email: "kari@kommune.example".to_owned(),
                language: Language::Nn,
                state: State::Admitted,
                form: None,
                choices: choices.clone(),
                undecided: false,
            };
            crate::store::participant::keep(&self.host.db.write, &registration).await.unwrap();
        }
    }
}

impl Planner<'_> {
    pub(super) async fn get(&self, path: &str) -> Answer {
        self.at(SLUG, path).await
    }

    /// The same of another conference.
    pub(super) async fn at(&self, slug: &str, path: &str) -> Answer {
        let path = format!("/arrangor/konferanse/{slug}{path}");
        self.ask(Request::get(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap()).await
    }

    /// Begins a conference from nothing, and is told where its first step is.
    pub(super) async fn begin(&self, organisation: &str) -> Answer {
        self.press(&self.csrf, "/arrangor/konferanse", &[("organisation", organisation)]).await
    }

    pub(super) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send_with(&self.csrf, path, fields).await
    }

    pub(super) async fn send_with(&self, csrf: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(SLUG, csrf, path, fields).await
    }

    /// The same of another conference.
    pub(super) async fn send_at(&self, slug: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post(slug, &self.csrf, path, fields).await
    }

    async fn post(&self, slug: &str, csrf: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.press(csrf, &format!("/arrangor/konferanse/{slug}{path}"), fields).await
    }

    /// Presses a button of a form on a page of no conference.
    pub(super) async fn press(&self, csrf: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.append_pair("csrf", csrf).extend_pairs(fields);
        let request = Request::post(path)
            .header(header::COOKIE, &self.cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.finish()));
        self.ask(request.unwrap()).await
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.world.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 23).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8(bytes.to_vec()).unwrap() }
    }
}
