//! What is attached to a gathering: on its public page what is for all, and behind a delegation's link everything. What somebody may not
//! see answers as if it did not exist.

use super::delegation::{held_by, unknown};
use super::{Site, answered, private};
use crate::material::{Shown, examples};
use crate::store::gathering::Model;
use crate::store::material::{self, Facts};
use crate::store::municipality;
use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::{Error, Page, Visit};
use proto::{Language, Localised};
use serde::Serialize;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, mpsc};
use tokio::time::timeout;
use uuid::Uuid;

/// What those who act for a delegation see.
#[derive(Serialize)]
pub(super) struct MaterialPage {
    title: Localised,
    /// The delegation's own page, until the gathering has been.
    base: Option<String>,
    materials: Vec<Shown>,
}

/// What everybody may see of a gathering.
pub(super) async fn of_all(site: &Site, gathering: &Model) -> Result<Vec<Shown>, Error> {
    let below = format!("/samling/{}/materiale", gathering.slug);
    shown(site, gathering, &below, |facts| facts.for_all).await
}

/// Those of a gathering for which `wanted` holds.
pub(super) async fn shown(
    site: &Site,
    gathering: &Model,
    below: &str,
    wanted: impl Fn(&Facts) -> bool,
) -> Result<Vec<Shown>, Error> {
    let db = &site.host.db.read;
    let all = material::of(db, gathering.id).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let names = municipality::names(db).await?;
    Ok(all.iter().filter(|facts| wanted(facts)).map(|facts| Shown::new(facts, below, &names)).collect())
}

/// A document that is for all.
pub(super) async fn public(
    State(site): State<Site>,
    Path((slug, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    let gathering = site.gathering(&slug).await?;
    let facts = of(&site, &gathering, &id).await?;
    match facts.for_all {
        true => sent(&site, &facts, &asked).await,
        false => Err(Error::NotFound),
    }
}

/// Everything, for those who act for a delegation.
pub(super) async fn network(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
) -> Result<Response, Error> {
    let Some(gathering) = held_by(&site, &token).await? else { return Ok(unknown(&visit)) };
    let base = format!("/delegasjon/{token}");
    let materials = shown(&site, &gathering, &format!("{base}/materiale"), |_| true).await?;
    let base = (!gathering.has_been(visit.now)).then_some(base);
    let page = MaterialPage { title: gathering.event().title.clone(), base, materials };
    answered(&site, visit, &gathering, StatusCode::OK, &page).await
}

/// A document, for those who act for a delegation.
pub(super) async fn network_file(
    State(site): State<Site>,
    Path((token, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    let gathering = held_by(&site, &token).await?.ok_or(Error::NotFound)?;
    let facts = of(&site, &gathering, &id).await?;
    Ok(private(sent(&site, &facts, &asked).await?))
}

/// What is attached to this gathering, and a file of ours.
pub(super) async fn of(site: &Site, gathering: &Model, id: &str) -> Result<Facts, Error> {
    let id: Uuid = id.parse().map_err(|_no_id: uuid::Error| Error::NotFound)?;
    let facts = material::find(&site.host.db.read, id).await?;
    facts.filter(|facts| facts.gathering == gathering.id && !facts.file_name.is_empty()).ok_or(Error::NotFound)
}

/// How many documents are sent at a time: each is in memory until whoever asked for it has read it, and that may take long.
pub(crate) const AT_ONCE: usize = 8;
/// What is handed over of a document at a time.
const PIECE: usize = 64 << 10;
/// How long somebody may take for a piece.
const PATIENCE: Duration = Duration::from_secs(30);

/// The document itself, for somebody who may see it.
pub(super) async fn sent(site: &Site, facts: &Facts, asked: &HeaderMap) -> Result<Response, Error> {
    let tag = format!("\"{}\"", facts.sha256);
    let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let permit = Arc::clone(&site.sending).try_acquire_owned().map_err(|_all_taken| Error::Busy)?;
        let content = material::content(&site.host.db.read, facts.id).await?.ok_or(Error::NotFound)?;
        in_pieces(content, permit, PATIENCE)
    };
    let headers = response.headers_mut();
    headers.extend(uploads::headers(&facts.media_type, &facts.file_name));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    Ok(response)
}

/// Gives a document out bit by bit. Whoever reads nothing for as long as this has lost the connection, or keeps others waiting: they
/// get no more of it.
fn in_pieces(content: Vec<u8>, permit: OwnedSemaphorePermit, patience: Duration) -> Response {
    let mut left = content.len();
    let length = HeaderValue::from(left);
    let (give, mut given) = mpsc::channel(1);
    tokio::spawn(async move {
        let _sending = permit;
        for piece in content.chunks(PIECE) {
            // A copy: a part of it would keep all of it.
            let piece = Bytes::copy_from_slice(piece);
            if !matches!(timeout(patience, give.send(piece)).await, Ok(Ok(()))) {
                return;
            }
        }
    });
    let pieces = futures::stream::poll_fn(move |context| {
        given.poll_recv(context).map(|piece| match piece {
            Some(piece) => {
                left -= piece.len();
                Some(Ok(piece))
            }
            // Not to be taken for the whole.
            None => (std::mem::take(&mut left) > 0).then(|| Err(io::Error::from(io::ErrorKind::UnexpectedEof))),
        })
    });
    ([(header::CONTENT_LENGTH, length)], Body::from_stream(pieces)).into_response()
}

impl Page for MaterialPage {
    const TEMPLATE: &'static str = "gathering/material.html";

    fn samples() -> Vec<Self> {
        let of = |materials| Self {
            title: Localised::from([(Language::Nn, "Nettverkssamling for byregionar")]),
            base: Some("/delegasjon/x".to_owned()),
            materials,
        };
        vec![of(examples()), of(Vec::new()), Self { base: None, ..of(examples()) }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::Semaphore;

    #[tokio::test]
    async fn whoever_reads_no_further_keeps_nobody_waiting_and_has_no_whole_document() {
        let sending = Arc::new(Semaphore::new(1));
        let content: Vec<u8> = (0..5 * PIECE).map(|n| u8::try_from(n % 251).unwrap()).collect();
        let give = async |patience| {
            let permit = Arc::clone(&sending).acquire_owned().await.unwrap();
            in_pieces(content.clone(), permit, patience)
        };
        let stuck = give(Duration::from_millis(20)).await;
        // There is only one place, which is free again although nothing was read.
        let read = give(Duration::from_secs(60)).await;
        assert_eq!(read.headers()[header::CONTENT_LENGTH], content.len().to_string());
        assert!(axum::body::to_bytes(read.into_body(), usize::MAX).await.unwrap() == content);
        assert!(axum::body::to_bytes(stuck.into_body(), usize::MAX).await.is_err(), "a part is not the whole");
    }
}
