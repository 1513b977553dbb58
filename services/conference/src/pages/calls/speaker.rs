//! `/innleiar/{token}`: the page of somebody who speaks. They see when, mend what is written about them, decide whether they are
//! shown at all, hand in a photo and slides, and can have everything about them erased.

mod handing_in;

pub(in crate::pages) use handing_in::slides;
pub(super) use handing_in::{add_photo, add_slides};

use super::typed::{line, lines, text};
use super::unknown::unknown;
use super::{Around, private, sent};
use crate::documents::{Kind, Shown};
use crate::erasing::erase;
use crate::pages::{Site, framed};
use crate::programme::Programme;
use crate::store::conference::{self, Model as Conference};
use crate::store::document;
use crate::store::speaker::{self, Model as Speaker};
use crate::store::{Words, version};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Page, Purpose, Visit};
use proto::conference::SpeakerSlot;
use proto::{Language, Localised, SessionId};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use std::collections::BTreeMap;
use uuid::Uuid;

const LONGEST_LINE: usize = 150;
const LONGEST_TEXT: usize = 5_000;

#[derive(Serialize)]
pub(super) struct SpeakerPage {
    around: Around,
    name: String,
    /// As the newest released version has it.
    slots: Vec<SpeakerSlot>,
    languages: [Language; Language::ALL.len()],
    role: Localised,
    organisation: String,
    biography: Localised,
    consented_at: Option<DateTime<Utc>>,
    photo: Option<Photo>,
    alt: String,
    /// Those that they can hand in slides for.
    sessions: Vec<SessionChoice>,
    documents: Vec<Shown>,
    revision: i64,
    /// The page itself.
    here: String,
    /// What has just been done: `text`, `consent`, `photo`, `slides`.
    saved: Option<&'static str>,
    /// Somebody else has changed it since the page was opened; this is what it is now.
    theirs: Option<Theirs>,
    /// They are gone, and this is the last page about them.
    erased: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Photo {
    href: String,
    alt: String,
}

#[derive(Serialize)]
struct SessionChoice {
    id: SessionId,
    title: Localised,
}

#[derive(Serialize)]
struct Theirs {
    role: Localised,
    organisation: String,
    biography: Localised,
}

/// Whom a link belongs to, and the conference.
async fn held(site: &Site, db: &impl ConnectionTrait, token: &str) -> Result<Option<(Speaker, Conference)>, Error> {
    let Some((id, generation)) = site.host.keys.read(Purpose::Speak, token) else { return Ok(None) };
    let Some(speaker) = speaker::find(db, id).await? else { return Ok(None) };
    let Some(conference) = conference::by_id(db, speaker.conference).await? else { return Ok(None) };
    Ok((speaker.generation == i32::from(generation)).then_some((speaker, conference)))
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let Some((speaker, conference)) = held(&site, &site.host.db.read, &token).await? else {
        return Ok(unknown(&visit));
    };
    let query = uri.query().unwrap_or_default();
    let done = ["text", "consent", "photo", "slides"];
    let saved = done.into_iter().find(|what| query.split('&').any(|pair| pair == format!("lagra={what}")));
    shown(&site, visit, &token, StatusCode::OK, &speaker, &conference, |page, _| page.saved = saved).await
}

pub(super) async fn see_photo(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let Some((speaker, _)) = held(&site, db, &token).await? else { return Ok(unknown(&visit)) };
    let id = speaker.photo.ok_or(Error::NotFound)?;
    let facts = document::find(db, id).await?.filter(|facts| facts.speaker == Some(speaker.id));
    sent(db, &facts.ok_or(Error::NotFound)?, &headers).await.map(private)
}

pub(super) async fn change(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    let Some((_, conference)) = held(&site, &work.tx, &token).await? else {
        work.rollback().await;
        return Ok(unknown(&visit));
    };
    // Locked, so that two who change the same do it one after the other.
    let conference = conference::to_change(&work.tx, &conference.slug).await?.ok_or(Error::NotFound)?;
    let Some((speaker, _)) = held(&site, &work.tx, &token).await? else {
        work.rollback().await;
        return Ok(unknown(&visit));
    };
    let (id, begun) = (speaker.id, speaker.revision);
    let done = match fields.get("do").unwrap_or_default() {
        "consent" => {
            let consented_at = Some(speaker.consented_at.unwrap_or(work.now));
            speaker::update(&work.tx, Speaker { consented_at, ..speaker }, begun).await?;
            "consent"
        }
        "withdraw" => {
            speaker::update(&work.tx, Speaker { consented_at: None, ..speaker }, begun).await?;
            "consent"
        }
        "remove" => {
            let wanted = fields.get("document").and_then(|id| id.parse().ok());
            let own = document::of_speaker(&work.tx, conference.id, id).await?;
            let Some(facts) = own.into_iter().find(|facts| Some(facts.id) == wanted) else {
                work.rollback().await;
                return Ok(back(&visit, &token, ""));
            };
            document::delete(&work.tx, facts.id).await?;
            if speaker.photo == Some(facts.id) {
                speaker::update(&work.tx, Speaker { photo: None, ..speaker }, begun).await?;
                "photo"
            } else {
                "slides"
            }
        }
        "erase" if fields.get("sure").is_none() => {
            work.rollback().await;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return shown(&site, visit, &token, status, &speaker, &conference, |page, say| {
                page.errors = vec![FieldError::new("sure", say("conference-speaker-erase-sure-missing"))];
            })
            .await;
        }
        "erase" => {
            let around = Around::of(&conference);
            let event = conference.id;
            let organisers = site.organisers(&conference).await?;
            let visit = framed(visit, &conference, &organisers);
            erase(&work, conference, id, &site.host.keys).await?;
            work.commit().await?;
            tracing::info!(event.id = %event, speaker.id = %id, "a speaker was erased at their own wish");
            return Ok(private(visit.page(&SpeakerPage { erased: true, ..SpeakerPage::empty(around) })));
        }
        "text" => {
            let wanted = mended(&fields, &speaker);
            let wrong = wrong(&wanted);
            let seen: i64 = fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or_default();
            let same = wanted == speaker;
            let stale = begun != seen && !same;
            if !wrong.is_empty() || stale {
                work.rollback().await;
                let theirs = stale.then(|| Theirs {
                    role: speaker.role.0.clone(),
                    organisation: speaker.organisation.clone(),
                    biography: speaker.biography.0.clone(),
                });
                let status = if stale { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
                return shown(&site, visit, &token, status, &speaker, &conference, |page, say| {
                    page.role = wanted.role.0;
                    page.organisation = wanted.organisation;
                    page.biography = wanted.biography.0;
                    page.theirs = theirs;
                    page.errors = wrong.into_iter().map(|(field, key)| FieldError::new(field, say(key))).collect();
                })
                .await;
            }
            if !same {
                speaker::update(&work.tx, wanted, begun).await?;
            }
            "text"
        }
        _ => {
            work.rollback().await;
            return Ok(back(&visit, &token, ""));
        }
    };
    work.commit().await?;
    tracing::info!(event.id = %conference.id, speaker.id = %id, done, "a speaker mended their page");
    Ok(back(&visit, &token, done))
}

fn mended(fields: &Fields, before: &Speaker) -> Speaker {
    Speaker {
        role: Words(lines(fields, "role", &before.role.0, line)),
        organisation: fields.get("organisation").map_or_else(|| before.organisation.clone(), line),
        biography: Words(lines(fields, "biography", &before.biography.0, text)),
        ..before.clone()
    }
}

fn wrong(wanted: &Speaker) -> Vec<(String, &'static str)> {
    let long = |text: &str, most: usize| text.chars().count() > most;
    let mut wrong = Vec::new();
    for (language, _) in wanted.role.0.0.iter().filter(|(_, role)| long(role, LONGEST_LINE)) {
        wrong.push((format!("role-{language}"), "conference-speaker-line-long"));
    }
    if long(&wanted.organisation, LONGEST_LINE) {
        wrong.push(("organisation".to_owned(), "conference-speaker-line-long"));
    }
    for (language, _) in wanted.biography.0.0.iter().filter(|(_, text)| long(text, LONGEST_TEXT)) {
        wrong.push((format!("biography-{language}"), "conference-speaker-text-long"));
    }
    wrong
}

fn back(visit: &Visit, token: &str, done: &str) -> Response {
    let query = if done.is_empty() { String::new() } else { format!("?lagra={done}") };
    private(visit.with_cookies(Redirect::to(&format!("/innleiar/{token}{query}")).into_response()))
}

/// Those of the newest released version in which somebody takes part.
async fn sessions(
    db: &impl ConnectionTrait,
    conference: &Conference,
    speaker: &Speaker,
) -> Result<Vec<SessionChoice>, Error> {
    let released = version::find(db, conference.id, conference.released).await?;
    Ok(released.map(|version| own(&version.programme, speaker.id)).unwrap_or_default())
}

fn own(programme: &Programme, speaker: Uuid) -> Vec<SessionChoice> {
    let takes_part = |session: &&crate::programme::Session| session.parts.iter().any(|part| part.speaker.0 == speaker);
    let choice = |session: &crate::programme::Session| SessionChoice { id: session.id, title: session.title.clone() };
    programme.sessions.iter().filter(takes_part).map(choice).collect()
}

async fn shown(
    site: &Site,
    visit: Visit,
    token: &str,
    status: StatusCode,
    speaker: &Speaker,
    conference: &Conference,
    set: impl FnOnce(&mut SpeakerPage, &dyn Fn(&str) -> String),
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let organisers = site.organisers(conference).await?;
    let visit = framed(visit, conference, &organisers);
    let files = document::of_speaker(db, conference.id, speaker.id).await?;
    let here = format!("/innleiar/{token}");
    let photo = files.iter().find(|facts| Some(facts.id) == speaker.photo);
    let alts: BTreeMap<Uuid, String> = files.iter().map(|facts| (facts.id, facts.title.clone())).collect();
    let alt = speaker.photo.and_then(|id| alts.get(&id).cloned()).unwrap_or_default();
    let mut page = SpeakerPage {
        name: speaker.name.clone(),
        slots: speaker.said.0.clone(),
        role: speaker.role.0.clone(),
        organisation: speaker.organisation.clone(),
        biography: speaker.biography.0.clone(),
        consented_at: speaker.consented_at,
        // Another photo is at another address, so that browsers do not show the one before.
        photo: photo.map(|facts| Photo { href: format!("{here}/bilete?v={}", facts.id), alt: facts.title.clone() }),
        alt,
        sessions: sessions(db, conference, speaker).await?,
        documents: files.iter().filter_map(|facts| Shown::new(facts, &conference.slug)).collect(),
        revision: speaker.revision,
        here,
        ..SpeakerPage::empty(Around::of(conference))
    };
    let text = site.host.text.clone();
    set(&mut page, &|key| text.word(visit.language, key, &[]));
    Ok(private(visit.page_with(status, &page)))
}

impl SpeakerPage {
    fn empty(around: Around) -> Self {
        Self {
            around,
            name: String::new(),
            slots: Vec::new(),
            languages: Language::ALL,
            role: Localised::default(),
            organisation: String::new(),
            biography: Localised::default(),
            consented_at: None,
            photo: None,
            alt: String::new(),
            sessions: Vec::new(),
            documents: Vec::new(),
            revision: 1,
            here: "/innleiar/x".to_owned(),
            saved: None,
            theirs: None,
            erased: false,
            errors: Vec::new(),
        }
    }
}

impl Page for SpeakerPage {
    const TEMPLATE: &'static str = "conference/speaker_own.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let programme = example::programme();
        let id = example::speaker_id(1);
        let told = example::speakers().into_iter().find(|speaker| speaker.id == id);
        let of = |shown: bool| Self {
            name: told.as_ref().map(|speaker| speaker.name.clone()).unwrap_or_default(),
            slots: crate::release::slots(&programme, id),
            role: told.as_ref().map(|speaker| speaker.role.clone()).unwrap_or_default(),
            organisation: "Fjordby <kommune>".to_owned(),
            biography: told.as_ref().map(|speaker| speaker.biography.clone()).unwrap_or_default(),
            consented_at: shown.then(|| example::at("2027-02-01T10:00:00Z")),
            photo: shown
                .then(|| Photo { href: "/innleiar/x/bilete".to_owned(), alt: "Ho står på torget.".to_owned() }),
            sessions: own(&programme, id.0),
            ..Self::empty(Around::example())
        };
        let file = |kind: Kind, kilobytes: i64, n: u128| Shown {
            id: Uuid::from_u128(n),
            kind,
            title: "Torget <som> daglegstove".to_owned(),
            format: "PDF",
            kilobytes,
            href: "/konferanse/byliv-2027/dokument/x".to_owned(),
        };
        let files = || vec![file(Kind::Slides, 740, 1), file(Kind::Slides, 12_300, 2), file(Kind::Photo, 90, 3)];
        let saved = ["text", "consent", "photo", "slides"].map(|done| Self {
            saved: Some(done),
            documents: files(),
            ..of(true)
        });
        let mut samples = vec![of(false), Self::empty(Around::example())];
        samples.extend(saved);
        samples.push(Self { saved: Some("consent"), ..of(false) });
        samples.push(Self {
            theirs: Some(Theirs {
                role: Localised::from([(Language::Nn, "Leiar")]),
                organisation: String::new(),
                biography: Localised::from([(Language::Nn, "Om ho.")]),
            }),
            ..of(true)
        });
        let wrong = ["role-nn", "photo", "alt", "slides", "sure"];
        let wrong = wrong.map(|field| FieldError::new(field, "Rett dette."));
        samples.push(Self { errors: wrong.into(), documents: files(), ..of(true) });
        samples.push(Self { erased: true, ..Self::empty(Around::example()) });
        samples
    }
}
