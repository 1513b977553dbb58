//! What a session is: its texts in every language, who speaks, and what has to be there.

use super::conflict::{self, Begun};
use super::notice::{Notice, notices};
use super::{Done, Head, back, change, form, held, names, page, planned, required, warned};
use crate::edit::{Edit, Refusal};
use crate::pages::Site;
use crate::programme::{Access, AccessNeed, Part, Programme, Session, SessionKind, Track, TrackId};
use crate::store;
use crate::store::conference::Model;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::event::Attendance;
use proto::{Language, Localised, OccurrenceId, SessionId, SpeakerId};
use serde::Serialize;
use uuid::Uuid;

/// Rows for speakers beyond those that are there.
const SPARE: usize = 2;
/// More speakers than a form of ours sends.
const MOST_SPEAKERS: usize = 50;
const KINDS: [SessionKind; 6] = [
    SessionKind::Plenary,
    SessionKind::Parallel,
    SessionKind::Workshop,
    SessionKind::SiteVisit,
    SessionKind::Break,
    SessionKind::Social,
];
const ATTENDANCES: [Attendance; 3] = [Attendance::InPerson, Attendance::Online, Attendance::Both];
const NEEDS: [Access; 4] = [Access::HearingLoop, Access::SignLanguage, Access::Captions, Access::StepFree];

#[derive(Serialize)]
pub(super) struct SessionPage {
    head: Head,
    /// As the form has it. Its revision is 0 while it is new.
    session: Session,
    /// As it was typed, where that is no number.
    capacity: String,
    languages: Vec<Wanted>,
    kinds: [SessionKind; 6],
    attendances: [Attendance; 3],
    tracks: Vec<TrackChoice>,
    speakers: Vec<SpeakerChoice>,
    rows: Vec<Row>,
    needs: Vec<NeedRow>,
    placed: Vec<PlacedHere>,
    notices: Vec<Notice>,
    draft_revision: i64,
    saved: bool,
    errors: Vec<FieldError>,
}

/// A language of the texts, and whether they have to be there in it.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Wanted {
    language: Language,
    required: bool,
}

#[derive(Serialize)]
struct TrackChoice {
    id: TrackId,
    name: Localised,
}

#[derive(Serialize)]
struct SpeakerChoice {
    id: Uuid,
    name: String,
    organisation: String,
}

#[derive(Serialize)]
struct Row {
    speaker: Option<SpeakerId>,
    moderates: bool,
}

#[derive(Serialize)]
struct NeedRow {
    what: Access,
    /// `none`, `needed` or `answered`.
    state: &'static str,
}

#[derive(Serialize)]
struct PlacedHere {
    id: OccurrenceId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    room: Option<Localised>,
}

/// Every language of ours, those that are required first.
pub(super) fn wanted(required: &[Language]) -> Vec<Wanted> {
    let of = |language| Wanted { language, required: required.contains(&language) };
    let (first, rest): (Vec<_>, Vec<_>) = Language::ALL.into_iter().map(of).partition(|wanted| wanted.required);
    [first, rest].concat()
}

fn empty(id: Uuid) -> Session {
    Session {
        id: SessionId(id),
        revision: 0,
        kind: SessionKind::Parallel,
        title: Localised::default(),
        description: Localised::default(),
        track: None,
        parts: Vec::new(),
        attendance: Attendance::InPerson,
        chosen: false,
        capacity: None,
        needs: Vec::new(),
    }
}

pub(super) async fn new(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    shown(&site, visit, &conference, empty(Uuid::now_v7()), None, false, &[]).await
}

pub(super) async fn add(
    state: State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    // A form that is sent twice adds once: the id came with the page.
    let id = fields.get("id").and_then(form::id).unwrap_or_else(Uuid::now_v7);
    keep(state, organiser, visit, Path((slug, id.to_string())), fields).await
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, session)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let id = form::id(&session).map(SessionId).ok_or(Error::NotFound)?;
    let session = conference.draft.session(id).cloned().ok_or(Error::NotFound)?;
    let saved = super::asked(&uri, "lagra").is_some();
    shown(&site, visit, &conference, session, None, saved, &[]).await
}

pub(super) async fn keep(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, session)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let conference = planned(&site, &organiser, &slug).await?;
    let id = form::id(&session).map(SessionId).ok_or(Error::NotFound)?;
    let seen = fields.get("seen").and_then(|seen| seen.parse().ok());
    let revision = fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or(0);
    let removes = fields.get("do") == Some("remove");
    let known: Vec<SpeakerId> =
        store::speaker::all(&site.host.db.read, conference.id).await?.iter().map(|one| SpeakerId(one.id)).collect();
    let before = conference.draft.session(id).cloned().unwrap_or_else(|| empty(id.0));
    let (wanted, mut wrong) = read(&fields, &before, revision, &known);
    let edit = match removes {
        true => Edit::RemoveSession { id, revision },
        false => Edit::KeepSession(wanted.clone()),
    };
    if removes || fields.switches_language() {
        wrong.clear();
    }
    if !wrong.is_empty() || fields.switches_language() {
        return shown(&site, visit, &conference, wanted, fields.get("capacity"), false, &wrong).await;
    }
    match change(&site, &organiser, &slug, seen, edit).await? {
        Done::Made { .. } if removes => Ok(back(&visit, &slug, "/program?lagra=1")),
        Done::Made { others } => {
            let others = if others { "&andre=1" } else { "" };
            Ok(back(&visit, &slug, &format!("/bolk/{id}?lagra=1{others}")))
        }
        Done::Refused(conference, refusal @ Refusal::Stale(_)) => {
            let begun = Begun { path: format!("/bolk/{id}"), theirs: format!("/bolk/{id}") };
            conflict::show(&site, visit, &conference, refusal, &fields, begun).await
        }
        Done::Refused(conference, refusal) => {
            let wrong = form::wrong(&refusal);
            shown(&site, visit, &conference, wanted, fields.get("capacity"), false, &wrong).await
        }
    }
}

/// The session as the form has it, and what in it cannot be read.
fn read(
    fields: &Fields,
    before: &Session,
    revision: u32,
    known: &[SpeakerId],
) -> (Session, Vec<(&'static str, &'static str)>) {
    let of = |name| fields.get(name).unwrap_or_default();
    let roles = fields.all("part-role");
    let parts = fields.all("part-speaker").zip(roles).take(MOST_SPEAKERS);
    let parts = parts.filter_map(|(speaker, role)| {
        let speaker = form::id(speaker).map(SpeakerId).filter(|speaker| known.contains(speaker))?;
        Some(Part { speaker, moderates: role == "moderates" })
    });
    let mut wrong = Vec::new();
    let capacity = match form::number(of("capacity")) {
        Ok(Some(0)) | Err(_) => {
            wrong.push(("capacity", "conference-plan-capacity-wrong"));
            before.capacity
        }
        Ok(capacity) => capacity,
    };
    let need = |what: Access| {
        let key = format!("need-{}", conflict::code(&what));
        match fields.get(&key) {
            Some("needed") => Some(AccessNeed { what, answered: false }),
            Some("answered") => Some(AccessNeed { what, answered: true }),
            _ => None,
        }
    };
    let session = Session {
        id: before.id,
        revision,
        kind: KINDS.into_iter().find(|kind| conflict::code(kind) == of("kind")).unwrap_or(before.kind),
        title: form::texts(fields, "title", &before.title),
        description: form::long_texts(fields, "description", &before.description),
        track: form::id(of("track")).map(TrackId),
        parts: parts.collect(),
        attendance: ATTENDANCES
            .into_iter()
            .find(|attendance| conflict::code(attendance) == of("attendance"))
            .unwrap_or(before.attendance),
        chosen: fields.get("chosen").is_some(),
        capacity,
        needs: NEEDS.into_iter().filter_map(need).collect(),
    };
    (session, wrong)
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Model,
    session: Session,
    capacity: Option<&str>,
    saved: bool,
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let speakers = store::speaker::all(db, conference.id).await?;
    let organisers = site.organisers(conference).await?;
    let warnings = warned(db, conference, &held(db, conference).await?, &speakers, &organisers).await?;
    let own: Vec<_> = warnings.into_iter().filter(|warning| warning.session == Some(session.id)).collect();
    let told = notices(&conference.draft, &names(&speakers), &own);
    let languages = wanted(&required(conference, &organisers));
    let choices = speakers.iter().map(|speaker| SpeakerChoice {
        id: speaker.id,
        name: speaker.name.clone(),
        organisation: speaker.organisation.clone(),
    });
    let choices: Vec<SpeakerChoice> = choices.collect();
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page(site, visit, conference, status, |language| {
        let errors = form::errors(&site.host.text, language, "", wrong);
        let head = Head::of(conference, "program", true);
        let made = SessionPage::new(head, &conference.draft, session, languages, choices);
        SessionPage {
            capacity: capacity.map_or(made.capacity, str::to_owned),
            notices: told,
            draft_revision: conference.draft_revision,
            saved,
            errors,
            ..made
        }
    })
    .await
}

impl SessionPage {
    fn new(
        head: Head,
        programme: &Programme,
        session: Session,
        languages: Vec<Wanted>,
        speakers: Vec<SpeakerChoice>,
    ) -> Self {
        let row = |part: &Part| Row { speaker: Some(part.speaker), moderates: part.moderates };
        let spare = (0..SPARE).map(|_| Row { speaker: None, moderates: false });
        let state = |what: Access| match session.needs.iter().find(|need| need.what == what) {
            None => "none",
            Some(need) if need.answered => "answered",
            Some(_) => "needed",
        };
        let track = |track: &Track| TrackChoice { id: track.id, name: track.name.clone() };
        let mut placed: Vec<PlacedHere> = programme
            .occurrences
            .iter()
            .filter(|one| one.session == Some(session.id))
            .map(|one| PlacedHere {
                id: one.id,
                starts_at: one.starts_at,
                ends_at: one.ends_at,
                room: one.room.and_then(|room| crate::pools::place(programme, room)),
            })
            .collect();
        placed.sort_by_key(|one| one.starts_at);
        Self {
            head,
            capacity: session.capacity.map(|capacity| capacity.to_string()).unwrap_or_default(),
            languages,
            kinds: KINDS,
            attendances: ATTENDANCES,
            tracks: programme.tracks.iter().map(track).collect(),
            rows: session.parts.iter().map(row).chain(spare).collect(),
            needs: NEEDS.map(|what| NeedRow { what, state: state(what) }).into(),
            speakers,
            session,
            placed,
            notices: Vec::new(),
            draft_revision: 0,
            saved: false,
            errors: Vec::new(),
        }
    }
}

impl Page for SessionPage {
    const TEMPLATE: &'static str = "conference/organiser_session.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let programme = example::programme();
        let choices = || {
            let choice = |speaker: crate::timetable::Speaker| SpeakerChoice {
                id: speaker.id.0,
                name: speaker.name,
                organisation: speaker.organisation,
            };
            example::speakers().into_iter().map(choice).collect::<Vec<_>>()
        };
        let languages = || wanted(&[Language::Nn, Language::Nb]);
        let of = |session: Session| Self::new(Head::sample("program"), &programme, session, languages(), choices());
        let told = super::notice::every(&programme, &super::grid::example_names());
        let mut samples: Vec<Self> =
            programme.sessions.iter().take(4).map(|session| Self { saved: true, ..of(session.clone()) }).collect();
        if let Some(sample) = samples.first_mut() {
            sample.notices = told;
        }
        samples.push(of(empty(Uuid::nil())));
        samples.push(Self {
            capacity: "mange".to_owned(),
            errors: vec![
                FieldError::new("title-nn", "Skriv eit namn."),
                FieldError::new("capacity", "Talet på plassar må vere eit heilt tal, eller tomt."),
            ],
            ..of(empty(Uuid::nil()))
        });
        samples
    }
}
