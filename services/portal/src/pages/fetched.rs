//! Answers to programs that fetch the same thing again and again.

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::Keys;
use std::fmt::Write;

/// The body, or 304 when it is what the program has already. Weak, since it may be compressed on its way.
pub(super) fn answer(keys: &Keys, request: &HeaderMap, content_type: &'static str, body: Vec<u8>) -> Response {
    let etag = etag(keys, &body);
    let headers = [
        (header::ETAG, etag.as_str()),
        // Programs ask again each time, and are told in a few bytes that nothing is new.
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "Accept-Language, Cookie"),
    ];
    let has = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let has_it =
        has.flat_map(|value| value.split(',')).map(str::trim).any(|tag| tag == "*" || opaque(tag) == opaque(&etag));
    match has_it {
        true => (StatusCode::NOT_MODIFIED, headers).into_response(),
        false => (headers, [(header::CONTENT_TYPE, content_type)], Body::from(body)).into_response(),
    }
}

fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

fn etag(keys: &Keys, body: &[u8]) -> String {
    let mut tag = "W/\"".to_owned();
    for byte in &keys.sign("portal/etag", body)[..12] {
        // Writing to a string does not fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    tag
}
