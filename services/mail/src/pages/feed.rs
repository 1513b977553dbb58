use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use host::{Error, Purpose};
use proto::RegistrationId;

use super::Site;
use crate::store::{calendar_entry, event, registration};

/// A person's calendar, for calendars to fetch.
pub(super) async fn get(
    State(site): State<Site>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<axum::response::Response, Error> {
    let host = &site.mail.host;
    let token = file.strip_suffix(".ics").ok_or(Error::NotFound)?;
    let (id, generation) = host.keys.read(Purpose::Feed, token).ok_or(Error::NotFound)?;
    let db = &host.db.read;
    let known = registration::find(db, RegistrationId(id)).await?.ok_or(Error::NotFound)?;
    if known.registration.generation != generation {
        return Err(Error::NotFound);
    }
    let heard = event::find(db, known.registration.event_id).await?.ok_or(Error::NotFound)?;
    let snapshot = heard.event.as_deref().ok_or(Error::NotFound)?;
    let entry = calendar_entry::find(db, known.registration.id).await?;
    let feed = crate::feed::feed(site.mail.desk(), &known, &heard, snapshot, entry.as_ref(), host.clock.now());
    let had = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let same = had.is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == feed.etag));
    let (status, body) = if same { (StatusCode::NOT_MODIFIED, Vec::new()) } else { (StatusCode::OK, feed.ics) };
    let modified = feed.changed_at.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    let mut response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "text/calendar; charset=utf-8")
        .header(header::CONTENT_DISPOSITION, "inline; filename=\"moteplass.ics\"")
        .header(header::CACHE_CONTROL, "private, max-age=300")
        .header(header::REFERRER_POLICY, "no-referrer")
        .header(HeaderName::from_static("x-robots-tag"), "noindex")
        .header(header::LAST_MODIFIED, modified)
        .body(Body::from(body))
        .map_err(|error| Error::Internal(error.into()))?;
    if let Ok(etag) = HeaderValue::from_str(&feed.etag) {
        response.headers_mut().insert(header::ETAG, etag);
    }
    Ok(response.into_response())
}
