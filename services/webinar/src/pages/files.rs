//! Slides as files, for those who may have them. Who may is looked at before anything is read.

use super::join::private;
use super::material::{known, seen};
use super::{Site, store};
use crate::store::material::{self, Audience, Facts};
use crate::store::seat::{self, SeatState};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::{Error, Organiser, Purpose};

/// What was fetched need not be fetched again at once: a file never changes under its address.
const KEPT: &str = "private, max-age=600";

/// A file that is for all.
pub(super) async fn for_all(
    State(site): State<Site>,
    Path((slug, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    let webinar = site.webinar(&slug).await?;
    let found = material::find(&site.host.db.read, known(&id)?, webinar.id).await?;
    let open = found.filter(|found| found.audience == Audience::All && is_over(&webinar, &site));
    sent(&site, open, &asked).await
}

/// A file for somebody who is signed up, behind their personal link.
pub(super) async fn own(
    State(site): State<Site>,
    Path((slug, token, id)): Path<(String, String, String)>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    let webinar = site.webinar(&slug).await?;
    let Some((registration, generation)) = site.host.keys.read(Purpose::Join, &token) else {
        return Err(Error::NotFound);
    };
    let seat = seat::find(&site.host.db.read, registration).await?;
    let theirs = seat.is_some_and(|seat| {
        seat.event == webinar.id && seat.generation == i32::from(generation) && seat.state == SeatState::Admitted
    });
    match theirs && is_over(&webinar, &site) {
        true => sent(&site, material::find(&site.host.db.read, known(&id)?, webinar.id).await?, &asked).await,
        false => Err(Error::NotFound),
    }
}

/// A file for those who add them, before the others see it.
pub(super) async fn added(
    State(site): State<Site>,
    organiser: Organiser,
    Path((slug, id)): Path<(String, String)>,
    asked: HeaderMap,
) -> Result<Response, Error> {
    let webinar = seen(&site, &organiser, &slug).await?;
    sent(&site, material::find(&site.host.db.read, known(&id)?, webinar.id).await?, &asked).await
}

fn is_over(webinar: &store::webinar::Model, site: &Site) -> bool {
    site.host.clock.now() >= webinar.ends_at && !webinar.cancelled
}

/// To be saved, and never opened as a page of ours.
async fn sent(site: &Site, found: Option<Facts>, asked: &HeaderMap) -> Result<Response, Error> {
    let found = found.filter(|found| found.link.is_empty()).ok_or(Error::NotFound)?;
    let tag = format!("\"{}\"", found.id);
    let has = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let response = if has.is_some_and(|has| has.split(',').any(|one| one.trim() == tag)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let content = site.shelf.content(&site.host.db.read, found.id).await?;
        content.ok_or(Error::NotFound)?.into_response()
    };
    let mut response = private(response);
    let headers = response.headers_mut();
    let name = uploads::file_name(&format!("{}.pdf", found.title), uploads::Format::Pdf);
    headers.extend(uploads::headers(uploads::Format::Pdf.media_type(), &name));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    Ok(response)
}
