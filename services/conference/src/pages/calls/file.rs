//! `/konferanse/{slug}/dokument/{document}`: a photo or slides, for everybody. Whoever is not to be shown any more is gone at the
//! next request: browsers ask each time whether what they keep is still right.

use crate::documents::Kind;
use crate::pages::Site;
use crate::store::document::{self, Facts};
use crate::store::speaker;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::{Error, Visit};
use proto::SessionId;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

/// Browsers show a picture in a page that they make around it, with styles of its own.
const ONLY_SHOWN: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let known = site.memory.conference(&site.host, &slug, visit.now).await?;
    let id: Uuid = id.parse().map_err(|_no_id: uuid::Error| Error::NotFound)?;
    let db = &site.host.db.read;
    let facts = document::find(db, id).await?.filter(|facts| facts.conference == known.facts.event.id.0);
    let facts = facts.ok_or(Error::NotFound)?;
    let given = |session: Uuid| known.timetable().is_some_and(|all| all.session(SessionId(session)).is_some());
    let agreed = match facts.speaker {
        None => true,
        Some(id) => speaker::find(db, id).await?.is_some_and(|speaker| {
            let is_photo = Kind::of(&facts.kind) == Some(Kind::Photo);
            speaker.consented_at.is_some() && (!is_photo || speaker.photo == Some(facts.id))
        }),
    };
    let shown = match (Kind::of(&facts.kind), facts.session) {
        (Some(Kind::Photo), _) => agreed && facts.speaker.is_some(),
        (Some(Kind::Slides), Some(session)) => agreed && given(session),
        _ => false,
    };
    if !shown {
        return Err(Error::NotFound);
    }
    sent(db, &facts, &headers).await
}

/// The document itself, for somebody who may see it.
pub(crate) async fn sent(db: &impl ConnectionTrait, facts: &Facts, asked: &HeaderMap) -> Result<Response, Error> {
    let tag = format!("\"{}\"", facts.sha256);
    let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)) {
        return Ok(described(StatusCode::NOT_MODIFIED.into_response(), facts, &tag));
    }
    let content = document::content(db, facts.id).await?.filter(|content| !content.is_empty());
    let content = content.ok_or(Error::NotFound)?;
    Ok(described(Bytes::from(content).into_response(), facts, &tag))
}

/// Photos are shown, everything else is saved.
fn described(mut response: Response, facts: &Facts, tag: &str) -> Response {
    let headers = response.headers_mut();
    headers.extend(uploads::headers(&facts.media_type, &facts.file_name));
    if Kind::of(&facts.kind) == Some(Kind::Photo) {
        headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline"));
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(ONLY_SHOWN));
    }
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    response
}
