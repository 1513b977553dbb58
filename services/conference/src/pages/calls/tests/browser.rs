//! The conference in `timetable::example`, released, with an open call, and somebody with a browser.

use crate::hears::Hearing;
use crate::store::conference::{self, Contacts, Ids, Places, Snapshot};
use crate::store::proposal;
use crate::store::speaker::{self, Said, Unavailable};
use crate::store::version::{self, Changes};
use crate::store::{Words, call};
use crate::timetable::example;
use crate::{NAME, pages, release, templates};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use bus::Carrier;
use chrono::TimeDelta;
use host::access::{self, Access};
use host::testing::{Kind, TestHost};
use host::{Host, Purpose};
use proto::account::{Membership, Role};
use proto::{AccountId, Language, Message};
use tower::ServiceExt;
use uuid::Uuid;

pub(super) const CALL: &str = "/konferanse/byliv-2027/framlegg";
pub(super) const COMMITTEE: &str = "/arrangor/konferanse/byliv-2027/framlegg";
pub(super) const DOCUMENTS: &str = "/arrangor/konferanse/byliv-2027/dokument";
pub(super) const QUESTION: Uuid = Uuid::from_u128(1);

pub(super) struct Browser {
    _test: TestHost,
    pub(super) host: Host,
    site: Router,
    cookie: String,
    csrf: String,
    /// Who is signed in.
    pub(super) account: Option<(u128, Role)>,
}

pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) bytes: Vec<u8>,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    #[track_caller]
    pub(super) fn says(&self, text: &str) -> &Self {
        assert!(self.text.contains(text), "{} does not say {text:?}:\n{}", self.status, self.text);
        self
    }

    #[track_caller]
    pub(super) fn says_not(&self, text: &str) -> &Self {
        assert!(!self.text.contains(text), "{} says {text:?}:\n{}", self.status, self.text);
        self
    }

    #[track_caller]
    pub(super) fn is(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }
}

fn row() -> conference::Model {
    let event = example::event();
    conference::Model {
        id: event.id.0,
        slug: event.slug.clone(),
        organisation: event.organisation.clone(),
        series: None,
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
        meeting_url: String::new(),
        filed_meeting_url: String::new(),
        filed_ways: None,
        municipality: None,
        filed_municipality: None,
        doors_before_minutes: 0,
        doors_after_minutes: 0,
        draft: example::programme(),
        draft_revision: 1,
        drafted_by: None,
        released: 1,
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

pub(super) async fn browser(kind: Kind) -> Browser {
    let test = host::testing::host(kind, NAME).await;
    let host = test.host.clone().with_text(templates(&test.host.text));
    let (bus, _loops) = Hearing::listed(&host, &Carrier::in_process()).start();
    let (db, now) = (&host.db.write, host.clock.now());
    let row = row();
    let (id, programme) = (row.id, row.draft.clone());
    conference::insert(db, row).await.unwrap();
    let released = version::Model {
        conference: id,
        number: 1,
        programme: programme.clone(),
        note: None,
        changes: Changes::default(),
        released_at: now,
        released_by: None,
    };
    version::insert(db, released).await.unwrap();
    for told in example::speakers() {
        let one = speaker::Model {
            id: told.id.0,
            conference: id,
            revision: 1,
            generation: 1,
            name: told.name,
            email: Some(format!("{}@innleiar.example", told.id.0.simple())),
            language: "nn".to_owned(),
            role: Words(told.role),
            organisation: told.organisation,
            biography: Words(told.biography),
            photo: None,
            consented_at: Some(now),
            unavailable: Unavailable::default(),
            said_revision: 1,
            said: Said(release::slots(&programme, told.id)),
        };
        speaker::insert(db, one).await.unwrap();
    }
    let asked = call::Model {
        conference: id,
        revision: 1,
        opens_at: now - TimeDelta::days(1),
        closes_at: now + TimeDelta::days(7),
        text: Words(example::text("Fortel oss noko.", "Tell us something.")),
        questions: call::Questions(vec![call::Question {
            id: QUESTION,
            label: example::text("Kva sit ein att med?", "What stays?"),
            required: true,
        }]),
    };
    call::keep(db, asked).await.unwrap();
    let site = host::testing::site(&host, pages::routes(host.clone(), bus));
    let (cookie, csrf) = host::testing::visitor(&host);
    Browser { _test: test, host, site, cookie, csrf, account: None }
}

impl Browser {
    fn cookies(&self) -> String {
        let Some((account, role)) = self.account else { return self.cookie.clone() };
        let access = Access {
            account: AccountId(Uuid::from_u128(account)),
            email: None,
            session: Uuid::nil(),
            roles: vec![Membership { organisation: example::event().organisation, role }],
            events: Vec::new(),
            operator: false,
            expires_at: self.host.clock.now() + TimeDelta::minutes(10),
        };
        format!("{}; {}={}", self.cookie, access::COOKIE, access::seal(&self.host.keys, &access))
    }

    pub(super) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 26).await.unwrap().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, bytes, text }
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        let request = Request::get(path).header(header::COOKIE, self.cookies());
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    /// Sends a form that was shown in this browser.
    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let all = [&[("csrf", self.csrf.as_str())], fields].concat();
        self.post_bare(path, &all).await
    }

    pub(super) async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::COOKIE, self.cookies())
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form with a file.
    pub(super) async fn upload(&self, path: &str, fields: &[(&str, &str)], name: &str, file: &[u8]) -> Answer {
        self.upload_with(path, &self.csrf, fields, name, file).await
    }

    pub(super) async fn upload_with(
        &self,
        path: &str,
        csrf: &str,
        fields: &[(&str, &str)],
        name: &str,
        file: &[u8],
    ) -> Answer {
        let mut body = Vec::new();
        for (field, value) in [&[("csrf", csrf)], fields].concat() {
            let part = format!("--grense\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let part = format!(
            "--grense\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: image/png\r\n\r\n"
        );
        body.extend_from_slice(part.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n--grense--\r\n");
        let request = Request::post(path)
            .header(header::COOKIE, self.cookies())
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=grense");
        self.ask(request.body(Body::from(body)).unwrap()).await
    }

    pub(super) fn says(&self, key: &str) -> String {
        let text = self.host.text.word(Language::Nn, key, &[]);
        // As it stands in a page.
        text.replace('&', "&amp;").replace('<', "&lt;")
    }

    pub(super) async fn said<M: Message>(&self) -> Vec<M> {
        bus::testing::said_of::<M>(&self.host.db).await
    }

    pub(super) async fn stored(&self) -> conference::Model {
        conference::by_slug(&self.host.db.read, "byliv-2027").await.unwrap().unwrap()
    }

    pub(super) async fn proposals(&self) -> Vec<proposal::Model> {
        proposal::all(&self.host.db.read, example::event().id.0).await.unwrap()
    }

    pub(super) fn own(&self, proposal: &proposal::Model) -> String {
        format!("/framlegg/{}", self.host.keys.token(Purpose::Propose, proposal.id, 1))
    }

    pub(super) fn speaks(&self, n: u128) -> String {
        format!("/innleiar/{}", self.host.keys.token(Purpose::Speak, example::speaker_id(n).0, 1))
    }

    pub(super) async fn speaker(&self, n: u128) -> Option<speaker::Model> {
        speaker::find(&self.host.db.read, example::speaker_id(n).0).await.unwrap()
    }
}

/// A whole proposal, with these fields instead of its own.
pub(super) fn filled<'a>(change: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("submission", "01900000-0000-7000-8000-000000000001"),
        ("title", "Torget som daglegstove"),
        ("summary", "Om tre torg.\n\nOg <b>feil</b>."),
        ("kind", "workshop"),
        ("person-1-name", "Kari Prøve"),
        ("person-1-email", "kari@kommune.example"),
        ("person-1-organisation", "Prøve kommune"),
        ("person-2-name", "Odd Vik"),
        ("consents", "yes"),
        ("answer-00000000-0000-0000-0000-000000000001", "Mot"),
    ];
    for (name, value) in change {
        all.retain(|(own, _)| own != name);
        all.push((name, value));
    }
    all
}
