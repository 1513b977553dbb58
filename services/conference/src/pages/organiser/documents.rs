//! Slides and recordings of the sessions, for those who plan the conference.

use super::{Head, asked, back, form, may, page, planned};
use crate::documents::{self, Kind, Shown};
use crate::pages::Site;
use crate::pages::calls::speaker::slides;
use crate::pages::calls::{https, sent};
use crate::store::conference::{self, Model as Conference};
use crate::store::{document, speaker};
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use axum::routing::{get, post};
use host::{Error, FieldError, Fields, Organiser, Page, Sample, Visit};
use proto::account::Role;
use proto::{Localised, SessionId};
use serde::Serialize;
use uuid::Uuid;

const LONGEST_TITLE: usize = 150;
/// More than any conference has.
const MOST: usize = 1_000;

pub(crate) fn routes() -> Router<Site> {
    let own = |path: &str| format!("/arrangor/konferanse/{{slug}}/dokument{path}");
    Router::new()
        .route(&own(""), get(list).post(act))
        .route(&own("/lysark"), post(add_slides))
        .route(&own("/{document}"), get(fetch))
}

pub(crate) fn samples() -> Vec<Sample> {
    host::samples::<DocumentsPage>()
}

#[derive(Serialize)]
pub(super) struct DocumentsPage {
    head: Head,
    sessions: Vec<SessionChoice>,
    /// In the order of the sessions.
    documents: Vec<Listed>,
    session: String,
    title: String,
    link: String,
    saved: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct SessionChoice {
    id: SessionId,
    title: Localised,
}

#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    shown: Shown,
    of: Option<Localised>,
    /// Who handed it in; empty for the organisers themselves.
    by: String,
    /// Nobody else sees it: whoever handed it in has not agreed to be shown.
    hidden: bool,
}

async fn list(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let saved = asked(&uri, "lagra").is_some();
    shown(&site, visit, &conference, StatusCode::OK, |page| page.saved = saved, &[]).await
}

async fn fetch(
    State(site): State<Site>,
    organiser: Organiser,
    Path((slug, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let id = form::id(&id).ok_or(Error::NotFound)?;
    let db = &site.host.db.read;
    let facts = document::find(db, id).await?.filter(|facts| facts.conference == conference.id);
    sent(db, &facts.ok_or(Error::NotFound)?, &headers).await
}

/// Adds a recording, or takes a document away.
async fn act(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    let conference = match conference::to_change(&work.tx, &slug).await? {
        Some(conference) if may(&conference, &organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let all = document::all(&work.tx, conference.id).await?;
    if fields.get("do") == Some("remove") {
        let wanted = fields.get("document").and_then(form::id);
        if let Some(facts) = all.iter().find(|facts| Some(facts.id) == wanted && facts.session.is_some()) {
            document::delete(&work.tx, facts.id).await?;
        }
        work.commit().await?;
        return Ok(back(&visit, &slug, "/dokument?lagra=1"));
    }
    let (title, link) = (form::typed(&fields, "title"), form::typed(&fields, "link"));
    let session = fields.get("session").and_then(form::id).map(SessionId);
    let session = session.filter(|id| conference.draft.session(*id).is_some());
    let address = https(&link);
    let wrong: Vec<(&str, &str)> = [
        ("session", session.is_none(), "conference-speaker-session-missing"),
        ("title", title.is_empty(), "conference-speaker-title-missing"),
        ("title", title.chars().count() > LONGEST_TITLE, "conference-speaker-line-long"),
        ("link", address.is_none(), "conference-speaker-link-wrong"),
        ("link", all.len() >= MOST, "conference-speaker-file-many"),
    ]
    .into_iter()
    .filter(|(_, wrong, _)| *wrong)
    .map(|(field, _, key)| (field, key))
    .collect();
    let (Some(session), Some(address), true) = (session, address, wrong.is_empty()) else {
        work.rollback().await;
        let set = |page: &mut DocumentsPage| {
            page.session = session.map(|id| id.to_string()).unwrap_or_default();
            (page.title, page.link) = (title, link);
        };
        return shown(&site, visit, &conference, StatusCode::UNPROCESSABLE_ENTITY, set, &wrong).await;
    };
    // The form may have been sent twice.
    if !all.iter().any(|facts| facts.link == address && facts.session == Some(session.0)) {
        let row = document::Model {
            id: Uuid::now_v7(),
            conference: conference.id,
            session: Some(session.0),
            speaker: None,
            kind: Kind::Recording.word().to_owned(),
            title,
            file_name: String::new(),
            media_type: String::new(),
            size: 0,
            sha256: String::new(),
            content: Vec::new(),
            link: address,
            added_at: work.now,
        };
        document::insert(&work.tx, row).await?;
    }
    work.commit().await?;
    Ok(back(&visit, &slug, "/dokument?lagra=1"))
}

async fn add_slides(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let upload = uploads::read(request, documents::LARGEST_SLIDES).await?;
    if !visit.genuine(upload.csrf()) {
        return Err(Error::NotGenuine);
    }
    let session = form::id(upload.get("session")).map(SessionId);
    let session = session.filter(|id| conference.draft.session(*id).is_some());
    let file_name = upload.file_name.clone();
    let checked = tokio::task::spawn_blocking(move || documents::slides(&upload.file_name, upload.content)).await;
    let checked = checked.unwrap_or(Err(documents::Refusal::Damaged));
    let mut wrong: Vec<(&str, &str)> = Vec::new();
    if session.is_none() {
        wrong.push(("slides-session", "conference-speaker-session-missing"));
    }
    if let Err(refusal) = &checked {
        wrong.push(("slides", refusal.key()));
    }
    let (Some(session), Ok(taken)) = (session, checked) else {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown(&site, visit, &conference, status, |_| (), &wrong).await;
    };
    let work = site.bus.begin().await?;
    let conference = match conference::to_change(&work.tx, &slug).await? {
        Some(conference) if may(&conference, &organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let row = slides(&conference, session, &file_name, &taken, work.now);
    let all = document::all(&work.tx, conference.id).await?;
    let again = all.iter().any(|facts| facts.sha256 == row.sha256 && facts.session == row.session);
    if !again && all.len() < MOST {
        document::insert(&work.tx, document::Model { content: taken.content, ..row }).await?;
    }
    work.commit().await?;
    Ok(back(&visit, &slug, "/dokument?lagra=1"))
}

async fn shown(
    site: &Site,
    visit: Visit,
    conference: &Conference,
    status: StatusCode,
    set: impl FnOnce(&mut DocumentsPage),
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let all = document::all(db, conference.id).await?;
    let speakers = speaker::all(db, conference.id).await?;
    let own = format!("/arrangor/konferanse/{}/dokument", conference.slug);
    let listed = |facts: &document::Facts| {
        let by = facts.speaker.and_then(|id| speakers.iter().find(|speaker| speaker.id == id));
        let shown = Shown::new(facts, &conference.slug)?;
        let href = if facts.link.is_empty() { format!("{own}/{}", facts.id) } else { facts.link.clone() };
        Some(Listed {
            shown: Shown { href, ..shown },
            of: facts.session.and_then(|id| conference.draft.session(SessionId(id))).map(|one| one.title.clone()),
            by: by.map(|speaker| speaker.name.clone()).unwrap_or_default(),
            hidden: by.is_some_and(|speaker| speaker.consented_at.is_none()),
        })
    };
    let sessions = conference.draft.sessions.iter();
    let choice = |session: &crate::programme::Session| SessionChoice { id: session.id, title: session.title.clone() };
    page(site, visit, conference, status, |language| {
        let mut made = DocumentsPage {
            head: Head::of(conference, "dokument", true),
            sessions: sessions.map(choice).collect(),
            documents: all.iter().filter(|facts| facts.session.is_some()).filter_map(listed).collect(),
            session: String::new(),
            title: String::new(),
            link: String::new(),
            saved: false,
            errors: form::errors(&site.host.text, language, "", wrong),
        };
        set(&mut made);
        made
    })
    .await
}

impl Page for DocumentsPage {
    const TEMPLATE: &'static str = "conference/organiser_documents.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let programme = example::programme();
        let choice =
            |session: &crate::programme::Session| SessionChoice { id: session.id, title: session.title.clone() };
        let file = |n: u128, kind: Kind, format: &'static str, by: &str| Listed {
            shown: Shown {
                id: Uuid::from_u128(n),
                kind,
                title: "Torget <som> daglegstove".to_owned(),
                format,
                kilobytes: if format.is_empty() { 0 } else { 12_300 },
                href: "https://video.example/torget".to_owned(),
            },
            of: Some(example::text("Torget", "The square")),
            by: by.to_owned(),
            hidden: !by.is_empty(),
        };
        let sample = |documents: Vec<Listed>| Self {
            head: Head::sample("dokument"),
            sessions: programme.sessions.iter().map(choice).collect(),
            documents,
            session: String::new(),
            title: String::new(),
            link: String::new(),
            saved: false,
            errors: Vec::new(),
        };
        let files = vec![file(1, Kind::Slides, "PDF", "Ingunn Fjære"), file(2, Kind::Recording, "", "")];
        vec![
            Self { saved: true, ..sample(files) },
            sample(Vec::new()),
            Self {
                title: "Opptak".to_owned(),
                link: "http://video".to_owned(),
                errors: vec![FieldError::new("link", "Skriv ei adresse som byrjar med https://.")],
                ..sample(Vec::new())
            },
        ]
    }
}
