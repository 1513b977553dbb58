//! A conference for everybody who has to do with it: facts, numbers, and the way to what one may do.

use super::{Head, asked, back, may, page, planned, seen, touched, warned};
use crate::pages::Site;
use crate::store;
use crate::store::conference::{self, Model};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use event_file::meeting_address;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::Localised;
use proto::account::Role;
use proto::event::Attendance;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct OverviewPage {
    head: Head,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    attendance: Attendance,
    venue: Option<Localised>,
    organisers: Vec<Localised>,
    cancelled: bool,
    admitted: i64,
    /// Unlimited when absent.
    places_left: Option<i64>,
    waiting: Option<i64>,
    joined: Option<i64>,
    /// The newest version; 0 before the first.
    released: i32,
    due: Option<DateTime<Utc>>,
    /// Only for those who plan it.
    plan: Option<Plan>,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Plan {
    sessions: i64,
    unplaced: i64,
    warnings: i64,
    /// How many people a release would touch.
    people: i64,
    /// The draft is what was released last.
    same: bool,
    /// Absent where nothing is sent online.
    meeting: Option<String>,
    saved: bool,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = seen(&site, &organiser, &slug).await?;
    let saved = asked(&uri, "lagra").is_some();
    let edits = may(&conference, &organiser, Role::Editor);
    shown(&site, visit, &conference, edits, |plan| plan.saved = saved, &[]).await
}

/// Changes where the join links lead. Nobody is told: the links stay the same.
pub(super) async fn move_meeting(
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
    if conference.meeting_url.is_empty() {
        return Err(Error::NotFound);
    }
    let typed = super::form::typed(&fields, "meeting_url");
    let Some(address) = meeting_address(&typed) else {
        let wrong = [("meeting_url", "conference-plan-meeting-wrong")];
        return shown(&site, visit, &conference, true, |plan| plan.meeting = Some(typed), &wrong).await;
    };
    let work = site.bus.begin().await?;
    conference::move_meeting(&work.tx, conference.id, &address).await?;
    work.commit().await?;
    tracing::info!(event.id = %conference.id, account.id = %organiser.account, "the meeting is somewhere else now");
    Ok(back(&visit, &slug, "?lagra=1"))
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    edits: bool,
    set: impl FnOnce(&mut Plan),
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let organisers = site.organisers(conference).await?;
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let admitted = count(store::participant::admitted(db, conference.id).await?);
    let joined = count(store::participant::joined(db, conference.id).await?).saturating_add(conference.joined_erased);
    let mut plan = match edits {
        true => Some(plan(site, conference, &organisers).await?),
        false => None,
    };
    if let Some(plan) = &mut plan {
        set(plan);
    }
    let event = conference.event();
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(site, visit, conference, status, |language| OverviewPage {
        head: Head::of(conference, "", edits),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        closes_at: event.sign_up.closes_at,
        attendance: event.attendance,
        venue: event.venue.clone(),
        organisers: organisers.iter().map(|organisation| organisation.name.clone()).collect(),
        cancelled: conference.cancelled,
        admitted,
        places_left: conference.places_left,
        waiting: conference.waiting,
        joined: (event.attendance != Attendance::InPerson).then_some(joined),
        released: conference.released,
        due: conference.release_due,
        plan,
        errors: super::form::errors(&site.host.text, language, "", wrong),
    })
    .await
}

async fn plan(
    site: &Site,
    conference: &Model,
    organisers: &[proto::organisation::Organisation],
) -> Result<Plan, Error> {
    let db = &site.host.db.read;
    let speakers = store::speaker::all(db, conference.id).await?;
    let warnings = warned(db, conference, &speakers, organisers).await?;
    let affected = touched(db, conference).await?;
    let newest = store::version::find(db, conference.id, conference.released).await?;
    let draft = &conference.draft;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let placed = |id| draft.occurrences.iter().any(|one| one.session == Some(id));
    Ok(Plan {
        sessions: count(draft.sessions.len()),
        unplaced: count(draft.sessions.iter().filter(|session| !placed(session.id)).count()),
        warnings: count(warnings.len()),
        people: count(affected.people),
        same: newest.is_some_and(|version| version.programme == *draft),
        meeting: Some(conference.meeting_url.clone()).filter(|url| !url.is_empty()),
        saved: false,
    })
}

impl Page for OverviewPage {
    const TEMPLATE: &'static str = "conference/organiser_overview.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let event = example::event();
        let sample = |plan: Option<Plan>| Self {
            head: Head { edits: plan.is_some(), ..Head::sample("") },
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            closes_at: event.sign_up.closes_at,
            attendance: event.attendance,
            venue: event.venue.clone(),
            organisers: vec![
                example::text("BYLIVsenteret", "BYLIVsenteret"),
                example::text("Distriktssenteret", "Distriktssenteret"),
            ],
            cancelled: false,
            admitted: 312,
            places_left: Some(38),
            waiting: Some(0),
            joined: Some(0),
            released: 2,
            due: None,
            plan,
            errors: Vec::new(),
        };
        let plan = || Plan {
            sessions: 41,
            unplaced: 2,
            warnings: 3,
            people: 34,
            same: false,
            meeting: Some("https://mote.example.org/rom/byliv".to_owned()),
            saved: false,
        };
        vec![
            sample(Some(plan())),
            Self {
                released: 0,
                cancelled: true,
                places_left: None,
                waiting: None,
                joined: None,
                ..sample(Some(Plan { same: true, meeting: None, ..plan() }))
            },
            sample(Some(Plan { same: true, saved: true, unplaced: 0, warnings: 0, people: 0, ..plan() })),
            Self {
                due: Some(example::at("2027-03-01T06:00:00Z")),
                errors: vec![FieldError::new(
                    "meeting_url",
                    "Møteadressa må vere ei heil adresse som byrjar med https://",
                )],
                ..sample(Some(Plan { meeting: Some("mote.example.org".to_owned()), ..plan() }))
            },
            sample(None),
        ]
    }
}
