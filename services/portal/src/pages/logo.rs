use super::Site;
use crate::store;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use host::Error;

/// Another picture has another address.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// Longer than any name of ours; databases are not asked for everything that somebody types.
const LONGEST: usize = 100;

/// The logo of an organisation. Its address says which picture it is, so nobody needs to ask for it twice.
pub(super) async fn get(State(site): State<Site>, Path(file): Path<String>) -> Result<Response, Error> {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    if file.len() > LONGEST || !file.bytes().all(fits) {
        return Err(Error::NotFound);
    }
    let content = store::logo::content(&site.host.db.read, &file).await?.ok_or(Error::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "image/png"),
        (header::CACHE_CONTROL, FOR_GOOD),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'"),
    ];
    Ok((headers, Bytes::from(content)).into_response())
}
