//! When and where one thing is given: to place a session or hold a room free, and to change or remove what is placed.

use super::conflict::{self, Begun};
use super::notice::{Notice, notices};
use super::{Done, Head, asked, back, change, form, grid, held, names, page, planned, warned};
use crate::edit::{Edit, Refusal, Slot};
use crate::pages::Site;
use crate::programme::{Occurrence, Programme};
use crate::store;
use crate::store::conference::Model;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::{Localised, OccurrenceId, SessionId};
use serde::Serialize;
use uuid::Uuid;

#[derive(Serialize)]
pub(super) struct PlacementPage {
    head: Head,
    /// Absent while it is not placed yet.
    placed: Option<PlacedHere>,
    session: Option<SessionHere>,
    /// Sessions to choose from, when something is placed.
    sessions: Vec<SessionHere>,
    days: Vec<DayChoice>,
    venues: Vec<VenueChoice>,
    typed: Typed,
    notices: Vec<Notice>,
    draft_revision: i64,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct PlacedHere {
    id: OccurrenceId,
    revision: u32,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    /// How many have a place in it.
    holders: usize,
}

#[derive(Serialize)]
struct SessionHere {
    id: SessionId,
    title: Localised,
}

#[derive(Serialize)]
struct DayChoice {
    date: NaiveDate,
    at: DateTime<Utc>,
}

#[derive(Serialize)]
struct VenueChoice {
    name: Localised,
    rooms: Vec<RoomChoice>,
}

#[derive(Serialize)]
struct RoomChoice {
    id: String,
    name: Localised,
    capacity: Option<u32>,
}

/// What stands in the fields.
#[derive(Clone, Default, Serialize)]
struct Typed {
    session: String,
    date: String,
    from: String,
    to: String,
    next_day: bool,
    room: String,
    note: String,
}

pub(super) async fn new(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let of = |name| asked(&uri, name).unwrap_or_default();
    let from = form::clock(&of("kl"));
    let later = from.map(|from| from.overflowing_add_signed(TimeDelta::minutes(45)).0);
    let typed = Typed {
        session: of("bolk"),
        date: of("dag"),
        from: from.map(form::shown).unwrap_or_default(),
        to: later.map(form::shown).unwrap_or_default(),
        room: of("rom"),
        ..Typed::default()
    };
    shown(&site, visit, &conference, None, typed, &[]).await
}

pub(super) async fn place(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let conference = planned(&site, &organiser, &slug).await?;
    if fields.switches_language() {
        return shown(&site, visit, &conference, None, typed(&fields), &[]).await;
    }
    // A form that is sent twice places once.
    let id = fields.get("occurrence").and_then(form::id).unwrap_or_else(Uuid::now_v7);
    let session = match form::typed(&fields, "session").as_str() {
        "" => None,
        session => form::id(session).map(SessionId),
    };
    let slot = match form::slot(&fields) {
        Ok(slot) => slot,
        Err(wrong) => return shown(&site, visit, &conference, None, typed(&fields), &wrong).await,
    };
    let note = match session {
        Some(_) => Localised::default(),
        None => note(&visit, &fields),
    };
    if session.is_none() && note.is_empty() {
        let wrong = [("note", "conference-plan-note-missing")];
        return shown(&site, visit, &conference, None, typed(&fields), &wrong).await;
    }
    let id = OccurrenceId(id);
    match change(&site, &organiser, &slug, seen(&fields), Edit::Place { id, session, note, slot }).await? {
        Done::Made { others } => Ok(placed_back(&visit, &slug, slot.date, id, others)),
        Done::Refused(conference, refusal) => {
            shown(&site, visit, &conference, None, typed(&fields), &form::wrong(&refusal)).await
        }
    }
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, occurrence)): Path<(String, String)>,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let placed = found(&conference, &occurrence)?;
    let typed = Typed::of(&placed, &conference, visit.language);
    shown(&site, visit, &conference, Some(&placed), typed, &[]).await
}

pub(super) async fn keep(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, occurrence)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let conference = planned(&site, &organiser, &slug).await?;
    let id = form::id(&occurrence).map(OccurrenceId).ok_or(Error::NotFound)?;
    let revision = fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or(0);
    let placed = conference.draft.occurrence(id).cloned();
    if fields.switches_language() {
        return shown(&site, visit, &conference, placed.as_ref(), typed(&fields), &[]).await;
    }
    let new = OccurrenceId(Uuid::now_v7());
    let (edit, lands, date) = match fields.get("do").unwrap_or_default() {
        "remove" => (Edit::Remove { id, revision }, id, None),
        "duplicate" => (Edit::Duplicate { id, revision, new }, new, None),
        _ => match form::slot(&fields) {
            Ok(slot) => {
                let block = placed.as_ref().is_some_and(|placed| placed.session.is_none());
                let note = block.then(|| note(&visit, &fields));
                (Edit::Move { id, revision, slot, note }, id, Some(slot.date))
            }
            Err(wrong) => {
                let placed = placed.ok_or(Error::NotFound)?;
                return shown(&site, visit, &conference, Some(&placed), typed(&fields), &wrong).await;
            }
        },
    };
    match change(&site, &organiser, &slug, seen(&fields), edit).await? {
        Done::Made { others } => {
            let was = placed.map(|placed| placed.starts_at.with_timezone(&conference.event().timezone).date_naive());
            Ok(placed_back(&visit, &slug, date.or(was).unwrap_or_default(), lands, others))
        }
        Done::Refused(conference, refusal @ Refusal::Stale(_)) => {
            let theirs = format!("/plassering/{id}");
            conflict::show(
                &site,
                visit,
                &conference,
                refusal,
                &fields,
                Begun { path: format!("/plassering/{id}"), theirs },
            )
            .await
        }
        Done::Refused(conference, refusal) => {
            let placed = conference.draft.occurrence(id).cloned().ok_or(Error::NotFound)?;
            shown(&site, visit, &conference, Some(&placed), typed(&fields), &form::wrong(&refusal)).await
        }
    }
}

fn found(conference: &Model, id: &str) -> Result<Occurrence, Error> {
    let id = form::id(id).map(OccurrenceId);
    id.and_then(|id| conference.draft.occurrence(id)).cloned().ok_or(Error::NotFound)
}

fn seen(fields: &Fields) -> Option<i64> {
    fields.get("seen").and_then(|seen| seen.parse().ok())
}

fn placed_back(visit: &Visit, slug: &str, date: NaiveDate, id: OccurrenceId, others: bool) -> Response {
    let others = if others { "&andre=1" } else { "" };
    back(visit, slug, &format!("/program?dag={date}&lagra=1{others}#p-{id}"))
}

/// Planners write for one another in their own language.
fn note(visit: &Visit, fields: &Fields) -> Localised {
    match form::typed(fields, "note") {
        note if note.is_empty() => Localised::default(),
        note => Localised([(visit.language, note)].into()),
    }
}

fn typed(fields: &Fields) -> Typed {
    let of = |name| form::typed(fields, name);
    Typed {
        session: of("session"),
        date: of("date"),
        from: of("from"),
        to: of("to"),
        next_day: fields.get("next_day").is_some(),
        room: of("room"),
        note: of("note"),
    }
}

impl Typed {
    fn of(placed: &Occurrence, conference: &Model, language: proto::Language) -> Self {
        let slot = Slot::of(placed.room, placed.starts_at, placed.ends_at, conference.event().timezone);
        Self { session: String::new(), note: placed.note.get(language).to_owned(), ..Self::slot(slot) }
    }

    fn slot(slot: Slot) -> Self {
        Self {
            date: slot.date.to_string(),
            from: form::shown(slot.from),
            to: form::shown(slot.to),
            next_day: slot.next_day,
            room: slot.room.map(|room| room.0.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    placed: Option<&Occurrence>,
    typed: Typed,
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let (told, holders) = match placed {
        Some(placed) => {
            let speakers = store::speaker::all(db, conference.id).await?;
            let organisers = site.organisers(conference).await?;
            let people = held(db, conference).await?;
            let warnings = warned(db, conference, &people, &speakers, &organisers).await?;
            let mut told = notices(&conference.draft, &names(&speakers), &warnings);
            told.retain(|told| told.is_about(placed.id));
            (told, people.iter().filter(|held| held.contains(&placed.id)).count())
        }
        None => (Vec::new(), 0),
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(site, visit, conference, status, |language| {
        let errors = form::errors(&site.host.text, language, "", wrong);
        let head = Head::of(conference, "program", true);
        let mut made = PlacementPage::new(head, &conference.draft, placed, typed, told, errors);
        made.draft_revision = conference.draft_revision;
        if let Some(placed) = &mut made.placed {
            placed.holders = holders;
        }
        made
    })
    .await
}

impl PlacementPage {
    fn new(
        head: Head,
        programme: &Programme,
        placed: Option<&Occurrence>,
        typed: Typed,
        notices: Vec<Notice>,
        errors: Vec<FieldError>,
    ) -> Self {
        let here = |session: &crate::programme::Session| SessionHere { id: session.id, title: session.title.clone() };
        let session = placed.and_then(|placed| programme.session(placed.session?)).map(here);
        let room = |room: &crate::programme::Room| RoomChoice {
            id: room.id.0.to_string(),
            name: room.name.clone(),
            capacity: room.capacity,
        };
        Self {
            head,
            session,
            sessions: if placed.is_none() { programme.sessions.iter().map(here).collect() } else { Vec::new() },
            placed: placed.map(|placed| PlacedHere {
                id: placed.id,
                revision: placed.revision,
                starts_at: placed.starts_at,
                ends_at: placed.ends_at,
                holders: 0,
            }),
            days: programme.days.iter().map(|day| DayChoice { date: day.date, at: grid::noon(day.date) }).collect(),
            venues: programme
                .venues
                .iter()
                .map(|venue| VenueChoice { name: venue.name.clone(), rooms: venue.rooms.iter().map(room).collect() })
                .collect(),
            typed,
            notices,
            draft_revision: 0,
            errors,
        }
    }
}

impl Page for PlacementPage {
    const TEMPLATE: &'static str = "conference/organiser_placement.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let zone = chrono_tz::Europe::Oslo;
        let programme = example::programme();
        let head = || Head::sample("program");
        let mut block = programme.occurrences.first().cloned();
        let mut samples = Vec::new();
        if let Some(placed) = &block {
            let typed = Typed::slot(Slot::of(placed.room, placed.starts_at, placed.ends_at, zone));
            let told = super::notice::every(&programme, &grid::example_names());
            let mut sample = Self::new(head(), &programme, Some(placed), typed.clone(), told, Vec::new());
            if let Some(placed) = &mut sample.placed {
                placed.holders = 34;
            }
            samples.push(sample);
            let wrong = Typed { to: "08.00".to_owned(), ..typed };
            let errors = vec![FieldError::new("to", "Slutten må vere etter byrjinga.")];
            samples.push(Self::new(head(), &programme, Some(placed), wrong, Vec::new(), errors));
        }
        if let Some(placed) = &mut block {
            placed.session = None;
            let slot = Slot::of(placed.room, placed.starts_at, placed.ends_at, zone);
            let typed = Typed { note: "Rigging av scena".to_owned(), ..Typed::slot(slot) };
            samples.push(Self::new(head(), &programme, Some(placed), typed, Vec::new(), Vec::new()));
        }
        samples.push(Self::new(head(), &programme, None, Typed::default(), Vec::new(), Vec::new()));
        samples
    }
}
