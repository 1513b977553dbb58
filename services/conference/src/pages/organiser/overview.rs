//! A conference for everybody who has to do with it: facts, numbers, and the way to what one may do.

use super::{Head, asked, back, held, may, page, planned, seen, touched, warned};
use crate::hosting::{self, Typed};
use crate::pages::Site;
use crate::release::same_content;
use crate::store;
use crate::store::conference::{self, Model};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use event_file::meeting_address;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use municipalities::Municipality;
use proto::account::Role;
use proto::event::Attendance;
use proto::{Language, Localised};
use serde::Serialize;
use text::{Arg, Text};

#[derive(Serialize)]
pub(super) struct OverviewPage {
    head: Head,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    attendance: Attendance,
    venue: Option<Localised>,
    /// The one that hosts it, with its county.
    municipality: Option<String>,
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
    /// The host municipality as it stands in the field, and what it was when the page was opened.
    municipality: String,
    municipality_begun: String,
    saved: Option<&'static str>,
}

/// What can be kept here, by what the address says of it then.
const SAVED: [(&str, &str); 2] = [("1", "meeting"), ("kommune", "municipality")];

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = seen(&site, &organiser, &slug).await?;
    let saved = asked(&uri, "lagra").and_then(|word| SAVED.into_iter().find(|(own, _)| *own == word));
    let saved = saved.map(|(_, what)| what);
    let edits = may(&conference, &organiser, Role::Editor);
    shown(&site, visit, &conference, edits, |plan| plan.saved = saved, None).await
}

/// Keeps what one of the forms says.
pub(super) async fn keep(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    match fields.get("do") {
        Some("municipality") => host_in(&site, &organiser, visit, &slug, &fields).await,
        _ => move_meeting(&site, &organiser, visit, &slug, &fields).await,
    }
}

/// Changes where the join links lead. Nobody is told: the links stay the same.
async fn move_meeting(
    site: &Site,
    organiser: &Organiser,
    visit: Visit,
    slug: &str,
    fields: &Fields,
) -> Result<Response, Error> {
    let conference = planned(site, organiser, slug).await?;
    if conference.event().attendance == Attendance::InPerson {
        return Err(Error::NotFound);
    }
    let typed = super::form::typed(fields, "meeting_url");
    let Some(address) = meeting_address(&typed) else {
        let wrong = Wrong { field: "meeting_url", key: "conference-plan-meeting-wrong", names: String::new() };
        return shown(site, visit, &conference, true, |plan| plan.meeting = Some(typed), Some(wrong)).await;
    };
    let work = site.bus.begin().await?;
    conference::move_meeting(&work.tx, conference.id, &address).await?;
    work.commit().await?;
    tracing::info!(event.id = %conference.id, account.id = %organiser.account, "the meeting is somewhere else now");
    Ok(back(&visit, slug, "?lagra=1"))
}

/// Another municipality hosts it. It stands on the public page; nobody is told.
async fn host_in(
    site: &Site,
    organiser: &Organiser,
    visit: Visit,
    slug: &str,
    fields: &Fields,
) -> Result<Response, Error> {
    let work = site.bus.begin().await?;
    let conference = match conference::to_change(&work.tx, slug).await? {
        Some(conference) if may(&conference, organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let typed = super::form::typed(fields, "municipality");
    let wrong = |key, names| Some(Wrong { field: "municipality", key, names });
    let (wanted, wrong) = match hosting::typed(&typed) {
        Typed::Nothing => (None, None),
        Typed::One(one) => (Some(one.value()), None),
        Typed::Several(several) => {
            let names: Vec<String> = several.iter().map(|one| one.shown()).collect();
            (None, wrong("conference-plan-municipality-several", names.join(", ")))
        }
        Typed::Unknown => (None, wrong("conference-plan-municipality-unknown", String::new())),
    };
    let now = conference.municipality.clone().unwrap_or_default();
    let stale = fields.get("begun") != Some(now.as_str()) && wanted != conference.municipality;
    let wrong = match (wrong, stale) {
        (None, true) => Some(Wrong {
            field: "municipality",
            key: "conference-plan-municipality-stale",
            names: hosting::kept(&now).map(Municipality::shown).unwrap_or_else(|| "–".to_owned()),
        }),
        (wrong, _) => wrong,
    };
    if wrong.is_some() {
        work.rollback().await;
        return shown(site, visit, &conference, true, |plan| plan.municipality = typed, wrong).await;
    }
    conference::host_in(&work.tx, conference.id, wanted).await?;
    work.commit().await?;
    tracing::info!(event.id = %conference.id, account.id = %organiser.account, "the host municipality was kept");
    Ok(back(&visit, slug, "?lagra=kommune"))
}

/// What is the matter with a field, and with what names it is told.
struct Wrong {
    field: &'static str,
    key: &'static str,
    names: String,
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    edits: bool,
    set: impl FnOnce(&mut Plan),
    wrong: Option<Wrong>,
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
    let status = if wrong.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let text = &site.host.text;
    page(site, visit, conference, status, |language| OverviewPage {
        head: Head::of(conference, "", edits),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        closes_at: event.sign_up.closes_at,
        attendance: event.attendance,
        venue: event.venue.clone(),
        municipality: host_of(conference).map(Municipality::shown),
        organisers: organisers.iter().map(|organisation| organisation.name.clone()).collect(),
        cancelled: conference.cancelled,
        admitted,
        places_left: conference.places_left,
        waiting: conference.waiting,
        joined: (event.attendance != Attendance::InPerson).then_some(joined),
        released: conference.released,
        due: conference.release_due,
        plan,
        errors: wrong.iter().map(|wrong| wrong.told(text, language)).collect(),
    })
    .await
}

fn host_of(conference: &Model) -> Option<&'static Municipality> {
    hosting::kept(conference.municipality.as_deref()?)
}

impl Wrong {
    fn told(&self, text: &Text, language: Language) -> FieldError {
        let args: &[(&str, Arg<'_>)] = match self.names.as_str() {
            "" => &[],
            names => &[("names", Arg::Text(names))],
        };
        FieldError::new(self.field, text.word(language, self.key, args))
    }
}

async fn plan(
    site: &Site,
    conference: &Model,
    organisers: &[proto::organisation::Organisation],
) -> Result<Plan, Error> {
    let db = &site.host.db.read;
    let speakers = store::speaker::all(db, conference.id).await?;
    let people = held(db, conference).await?;
    let warnings = warned(db, conference, &people, &speakers, organisers).await?;
    let newest = store::version::find(db, conference.id, conference.released).await?;
    let affected = touched(conference, newest.as_ref(), &people);
    let draft = &conference.draft;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let placed = |id| draft.occurrences.iter().any(|one| one.session == Some(id));
    Ok(Plan {
        sessions: count(draft.sessions.len()),
        unplaced: count(draft.sessions.iter().filter(|session| !placed(session.id)).count()),
        warnings: count(warnings.len()),
        people: count(affected.people),
        same: newest.is_some_and(|version| same_content(&version.programme, draft)),
        meeting: (conference.event().attendance != Attendance::InPerson).then(|| conference.meeting_url.clone()),
        municipality: host_of(conference).map(Municipality::shown).unwrap_or_default(),
        municipality_begun: conference.municipality.clone().unwrap_or_default(),
        saved: None,
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
            municipality: Some("Narvik (Nordland)".to_owned()),
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
            municipality: "Narvik (Nordland)".to_owned(),
            municipality_begun: "no-1806".to_owned(),
            saved: None,
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
            sample(Some(Plan { same: true, saved: Some("meeting"), unplaced: 0, warnings: 0, people: 0, ..plan() })),
            Self {
                errors: vec![FieldError::new(
                    "municipality",
                    "Fleire kommunar heiter slik. Vel ei av dei: Herøy (Møre og Romsdal), Herøy (Nordland)",
                )],
                municipality: None,
                ..sample(Some(Plan { municipality: "Herøy".to_owned(), saved: Some("municipality"), ..plan() }))
            },
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
