//! The call for contributions, and the pages of those who speak or would like to. Organisers' side of it is in
//! [`super::organiser`].

mod around;
pub(super) mod call;
mod file;
mod form;
mod own;
pub(super) mod speaker;
#[cfg(test)]
mod tests;
mod typed;
mod unknown;

pub(super) use around::Around;
pub(super) use file::sent;
pub(super) use typed::{https, text};

use super::Site;
use super::organiser::{documents, proposals};
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::{get, post};
use host::Sample;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route("/konferanse/{slug}/framlegg", get(call::show).post(call::send))
        .route("/konferanse/{slug}/dokument/{document}", get(file::show))
        .route("/framlegg/{token}", get(own::show).post(own::change))
        .route("/innleiar/{token}", get(speaker::show).post(speaker::change))
        .route("/innleiar/{token}/bilete", get(speaker::see_photo).post(speaker::add_photo))
        .route("/innleiar/{token}/lysark", post(speaker::add_slides))
        .merge(proposals::routes())
        .merge(documents::routes())
}

pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<call::CallPage>(),
        host::samples::<own::OwnPage>(),
        host::samples::<speaker::SpeakerPage>(),
        host::samples::<unknown::UnknownPage>(),
        proposals::samples(),
        documents::samples(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The address is a right of its own and must not be told to others.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}
