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

/// Whatever it is, it may do nothing.
const NOTHING: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

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

fn described(mut response: Response, facts: &Facts, tag: &str) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, &facts.media_type);
    set(header::CONTENT_DISPOSITION, &disposition(facts));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::CONTENT_SECURITY_POLICY, NOTHING);
    set(header::ETAG, tag);
    set(header::CACHE_CONTROL, "private, no-cache");
    response
}

/// Photos are shown, everything else is saved: under its name, and for old browsers under one with plain letters.
fn disposition(facts: &Facts) -> String {
    if Kind::of(&facts.kind) == Some(Kind::Photo) {
        return "inline".to_owned();
    }
    let plain: String = facts
        .file_name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || "-_. ".contains(letter) { letter } else { '_' })
        .collect();
    let mut whole = String::new();
    for byte in facts.file_name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => whole.push(char::from(byte)),
            _ => whole.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}
