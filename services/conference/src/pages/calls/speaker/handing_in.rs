//! A photo and slides, from somebody who speaks. A file cannot be kept in a form: when something is wrong, it is asked for again.

use super::super::typed::line;
use super::super::unknown::unknown;
use super::{LONGEST_LINE, back, held, sessions, shown};
use crate::documents::{self, Kind, Refusal, Slides};
use crate::pages::Site;
use crate::store::conference::{self, Model as Conference};
use crate::store::document;
use crate::store::speaker::{self, Model as Speaker};
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Visit};
use proto::SessionId;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;
use uploads::Upload;
use uuid::Uuid;

/// Photos are unpacked one or two at a time, since each takes its memory.
static UNPACKING: Semaphore = Semaphore::const_new(2);

pub(in crate::pages::calls) async fn add_photo(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    request: Request,
) -> Result<Response, Error> {
    // Only somebody with a link of ours is heard out.
    let Some((speaker, conference)) = held(&site, &site.host.db.read, &token).await? else {
        return Ok(unknown(&visit));
    };
    let upload = uploads::read(request, documents::LARGEST_PHOTO).await?;
    if !visit.genuine(upload.csrf()) {
        return Err(Error::NotGenuine);
    }
    let alt = line(upload.get("alt"));
    let mut wrong: Vec<(&str, &str)> = Vec::new();
    if alt.is_empty() {
        wrong.push(("alt", "conference-speaker-alt-missing"));
    } else if alt.chars().count() > LONGEST_LINE {
        wrong.push(("alt", "conference-speaker-line-long"));
    }
    let photo = match wrong.is_empty() {
        true => remade(upload).await?,
        false => documents_refusal(&upload).map_or(Err(Refusal::Missing), Err),
    };
    let content = match photo {
        Ok(content) => content,
        Err(refusal) => {
            wrong.push(("photo", refusal.key()));
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return shown(&site, visit, &token, status, &speaker, &conference, |page, say| {
                page.alt = alt;
                page.errors = wrong.into_iter().map(|(field, key)| FieldError::new(field, say(key))).collect();
            })
            .await;
        }
    };
    let work = site.bus.begin().await?;
    conference::to_change(&work.tx, &conference.slug).await?.ok_or(Error::NotFound)?;
    let Some((speaker, _)) = held(&site, &work.tx, &token).await? else {
        work.rollback().await;
        return Ok(unknown(&visit));
    };
    if let Some(before) = speaker.photo {
        document::delete(&work.tx, before).await?;
    }
    let row = made(&conference, Kind::Photo, documents::PHOTO, &content, work.now);
    let (photo, begun) = (Some(row.id), speaker.revision);
    let row = document::Model { speaker: Some(speaker.id), title: alt, file_name: "photo".to_owned(), ..row };
    document::insert(&work.tx, document::Model { content, ..row }).await?;
    speaker::update(&work.tx, Speaker { photo, ..speaker }, begun).await?;
    work.commit().await?;
    Ok(back(&visit, &token, "photo"))
}

/// What is the matter with the file as far as that can be told at once.
fn documents_refusal(upload: &Upload) -> Option<Refusal> {
    match upload.content.len() {
        0 => Some(Refusal::Missing),
        length if length > documents::LARGEST_PHOTO => Some(Refusal::PhotoTooLarge),
        _ => None,
    }
}

async fn remade(upload: Upload) -> Result<Result<Vec<u8>, Refusal>, Error> {
    let _turn = UNPACKING.acquire().await.map_err(|_never_closed| Error::Busy)?;
    let made = tokio::task::spawn_blocking(move || documents::photo(&upload.content)).await;
    // What makes a decoder stumble is a file that is not whole.
    Ok(made.unwrap_or(Err(Refusal::Damaged)))
}

pub(in crate::pages::calls) async fn add_slides(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    request: Request,
) -> Result<Response, Error> {
    let Some((speaker, conference)) = held(&site, &site.host.db.read, &token).await? else {
        return Ok(unknown(&visit));
    };
    let upload = uploads::read(request, documents::LARGEST_SLIDES).await?;
    if !visit.genuine(upload.csrf()) {
        return Err(Error::NotGenuine);
    }
    let sessions = sessions(&site.host.db.read, &conference, &speaker).await?;
    let session = sessions.iter().map(|one| one.id).find(|id| id.to_string() == upload.get("session"));
    let session = session.or_else(|| (sessions.len() == 1).then(|| sessions.first().map(|one| one.id)).flatten());
    let refused = async |visit: Visit, field: &'static str, key: &'static str| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        shown(&site, visit, &token, status, &speaker, &conference, |page, say| {
            page.errors = vec![FieldError::new(field, say(key))];
        })
        .await
    };
    let Some(session) = session else {
        return refused(visit, "session", "conference-speaker-session-missing").await;
    };
    let file_name = upload.file_name.clone();
    let checked = tokio::task::spawn_blocking(move || documents::slides(&upload.file_name, upload.content)).await;
    let taken = match checked.unwrap_or(Err(Refusal::Damaged)) {
        Ok(taken) => taken,
        Err(refusal) => return refused(visit, "slides", refusal.key()).await,
    };
    let work = site.bus.begin().await?;
    conference::to_change(&work.tx, &conference.slug).await?.ok_or(Error::NotFound)?;
    if held(&site, &work.tx, &token).await?.is_none() {
        work.rollback().await;
        return Ok(unknown(&visit));
    }
    let own = document::of_speaker(&work.tx, conference.id, speaker.id).await?;
    let row = slides(&conference, session, &file_name, &taken, work.now);
    let again = own.iter().any(|facts| facts.sha256 == row.sha256 && facts.session == row.session);
    if own.len() >= documents::MOST_OF_ONE || again {
        work.rollback().await;
        return match again {
            true => Ok(back(&visit, &token, "slides")),
            false => refused(visit, "slides", "conference-speaker-file-many").await,
        };
    }
    document::insert(&work.tx, document::Model { speaker: Some(speaker.id), content: taken.content, ..row }).await?;
    work.commit().await?;
    Ok(back(&visit, &token, "slides"))
}

/// The row of slides, without its content.
pub(in crate::pages) fn slides(
    conference: &Conference,
    session: SessionId,
    file_name: &str,
    taken: &Slides,
    now: DateTime<Utc>,
) -> document::Model {
    let file_name = uploads::file_name(file_name, taken.format);
    let title = file_name.rsplit_once('.').map_or(file_name.as_str(), |(stem, _)| stem).to_owned();
    let row = made(conference, Kind::Slides, taken.format.media_type(), &taken.content, now);
    document::Model { session: Some(session.0), title, file_name, ..row }
}

fn made(conference: &Conference, kind: Kind, media_type: &str, content: &[u8], now: DateTime<Utc>) -> document::Model {
    document::Model {
        id: Uuid::now_v7(),
        conference: conference.id,
        session: None,
        speaker: None,
        kind: kind.word().to_owned(),
        title: String::new(),
        file_name: String::new(),
        media_type: media_type.to_owned(),
        size: i64::try_from(content.len()).unwrap_or(i64::MAX),
        sha256: Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect(),
        content: Vec::new(),
        link: String::new(),
        added_at: now,
    }
}
