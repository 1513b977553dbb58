//! Somebody who reads the public pages of the conference in `timetable::example`.

use super::world::{self, World};
use crate::store::conference::{self, Contacts, Ids, Places, Snapshot};
use crate::store::version::{self, Changes};
use crate::store::{Words, speaker};
use crate::timetable::example;
use crate::{pages, templates};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use chrono::{DateTime, Utc};
use host::Purpose;
use host::testing::Kind;
use icalendar::{Calendar, CalendarComponent};
use proto::Language;
use proto::registration::Registration;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use tower::ServiceExt;
use uuid::Uuid;

pub(super) const PATH: &str = "/konferanse/byliv-2027";
/// Stands in the draft and in no version.
pub(super) const SECRET: &str = "Hemmeleg bolk";
pub(super) const MEETING: &str = "https://mote.example.org/rom/byliv";

pub(super) struct Visitor {
    pub(super) world: World,
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

/// The conference with its draft, before anything of its programme is released.
pub(super) fn row() -> conference::Model {
    let event = example::event();
    let mut draft = example::programme();
    for title in draft.sessions.iter_mut().take(2).map(|session| &mut session.title) {
        *title = example::text(SECRET, SECRET);
    }
    conference::Model {
        id: event.id.0,
        slug: event.slug.clone(),
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
        meeting_url: MEETING.to_owned(),
        filed_meeting_url: MEETING.to_owned(),
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

pub(super) async fn visitor(kind: Kind) -> Visitor {
    let world = world::world(kind).await;
    let db = &world.host.db.write;
    conference::insert(db, row()).await.unwrap();
    for one in example::speakers() {
        speaker::insert(db, person(&one, Some(world.host.clock.now()))).await.unwrap();
    }
    let hidden = speaker::Model {
        id: example::speaker_id(9).0,
        name: "Gøymd Person".to_owned(),
        ..person(&example::speakers()[0], None)
    };
    speaker::insert(db, hidden).await.unwrap();
    let text = templates(&world.host.text);
    let host = world.host.clone().with_text(text);
    let site = host::testing::site(&host, pages::routes(host.clone(), world.bus.clone()));
    Visitor { world, site }
}

fn person(of: &crate::timetable::Speaker, consented_at: Option<DateTime<Utc>>) -> speaker::Model {
    speaker::Model {
        id: of.id.0,
        conference: example::event().id.0,
        revision: 1,
        generation: 1,
        name: of.name.clone(),
        email: Some("hemmeleg@innleiar.example".to_owned()),
        language: "nn".to_owned(),
        role: Words(of.role.clone()),
        organisation: of.organisation.clone(),
        biography: Words(of.biography.clone()),
        photo: None,
        consented_at,
        unavailable: Default::default(),
        said_revision: 0,
        said: Default::default(),
    }
}

/// The same with the programme released as version 1.
pub(super) async fn released(kind: Kind) -> Visitor {
    let visitor = visitor(kind).await;
    visitor.release(1, example::programme()).await;
    visitor
}

impl Visitor {
    pub(super) async fn release(&self, number: i32, programme: crate::programme::Programme) {
        let db = &self.world.host.db.write;
        let row = version::Model {
            conference: example::event().id.0,
            number,
            programme,
            note: Some(Words(example::text("Velkomne!", "Welcome!"))),
            changes: Changes::default(),
            released_at: self.world.host.clock.now(),
            released_by: None,
        };
        version::insert(db, row).await.unwrap();
        self.set(conference::Column::Released, number).await;
    }

    /// Writes one column of the conference.
    pub(super) async fn set(&self, column: conference::Column, value: impl Into<sea_orm::Value>) {
        let written = conference::Entity::update_many().col_expr(column, Expr::value(value.into()));
        written.exec(&self.world.host.db.write).await.unwrap();
    }

    pub(super) async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 24).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text }
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// The page below the conference's, which must be there.
    pub(super) async fn page(&self, below: &str) -> String {
        let answer = self.get(&format!("{PATH}{below}")).await;
        assert_eq!(answer.status, StatusCode::OK, "{below}: {}", answer.text);
        answer.text
    }

    pub(super) async fn press(&self, path: &str) -> Answer {
        self.ask(Request::post(path).body(Body::empty()).unwrap()).await
    }

    pub(super) fn says(&self, key: &str, args: &[(&str, text::Arg<'_>)]) -> String {
        self.world.host.text.word(Language::Nn, key, args)
    }

    pub(super) fn join_path(&self, registration: &Registration) -> String {
        let token = self.world.host.keys.token(Purpose::Join, registration.id.0, registration.generation);
        format!("{PATH}/delta/{token}")
    }

    pub(super) fn now(&self, at: &str) {
        self.world.host.clock.set(example::at(at));
    }

    pub(super) async fn delete_speaker(&self, id: Uuid) {
        speaker::delete(&self.world.host.db.write, id).await.unwrap();
    }
}

/// The entries of a calendar as another reader finds them.
pub(super) fn events(calendar: &Calendar) -> Vec<&icalendar::Event> {
    calendar.components.iter().filter_map(CalendarComponent::as_event).collect()
}
