//! An answer that is made once and given many times: compressed once, and not given again to who has it already.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::Write;

/// The body of an answer and what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Rendered {
    kind: &'static str,
    plain: Bytes,
    /// Absent for what does not become smaller.
    gzip: Option<Bytes>,
    /// Weak, because it may be compressed on its way.
    tag: String,
    /// When it was changed, where that is known.
    changed_at: Option<DateTime<Utc>>,
}

impl Rendered {
    pub(crate) fn new(kind: &'static str, plain: Bytes, changed_at: Option<DateTime<Utc>>) -> Self {
        let tag = format!("W/\"{}\"", &BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&plain))[..22]);
        let gzip = if kind.starts_with("image/") { None } else { compressed(&plain) };
        Self { kind, plain, gzip, tag, changed_at }
    }

    /// The answer to somebody who sent these headers.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        let mut response = if self.known_to(asked) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            match self.gzip.as_ref().filter(|_| takes_gzip(asked)) {
                Some(gzip) => ([(header::CONTENT_ENCODING, "gzip")], gzip.clone()).into_response(),
                None => self.plain.clone().into_response(),
            }
        };
        let headers = response.headers_mut();
        if headers.remove(header::CONTENT_TYPE).is_some() {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        }
        headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie, accept-encoding"));
        say(headers, header::ETAG, &self.tag);
        if let Some(at) = self.changed_at {
            say(headers, header::LAST_MODIFIED, &http_date(at));
        }
        response
    }

    /// Whether they have it. A tag says more than a time (RFC 9110, 13.2.2).
    fn known_to(&self, asked: &HeaderMap) -> bool {
        let said = |name: HeaderName| asked.get(name).and_then(|value| value.to_str().ok());
        if let Some(tags) = said(header::IF_NONE_MATCH) {
            let own = self.tag.trim_start_matches("W/");
            return tags.split(',').map(str::trim).any(|tag| tag == "*" || tag.trim_start_matches("W/") == own);
        }
        let since = said(header::IF_MODIFIED_SINCE).and_then(|since| DateTime::parse_from_rfc2822(since).ok());
        match (since, self.changed_at) {
            (Some(since), Some(changed_at)) => changed_at.timestamp() <= since.timestamp(),
            _ => false,
        }
    }
}

fn compressed(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), Compression::default());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let accepted = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0_f32));
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

/// A time as HTTP writes it (RFC 9110, 5.6.7).
fn http_date(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

fn say(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::Rendered;
    use axum::body::{Bytes, to_bytes};
    use axum::http::{HeaderMap, HeaderName, StatusCode, header};
    use std::io::Read;

    fn asked(name: HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, value.parse().unwrap())])
    }

    fn rendered() -> Rendered {
        let at = "2027-03-16T09:00:00.5Z".parse().unwrap();
        Rendered::new("text/html; charset=utf-8", Bytes::from("å".repeat(2000)), Some(at))
    }

    #[test]
    fn who_has_it_is_not_given_it_again() {
        let given = rendered().answer(&HeaderMap::new());
        assert_eq!(given.status(), StatusCode::OK);
        let tag = given.headers()[header::ETAG].to_str().unwrap().to_owned();
        let check = |asked: HeaderMap, status: StatusCode| {
            let answer = rendered().answer(&asked);
            assert_eq!(answer.status(), status, "{asked:?}");
            assert_eq!(answer.headers()[header::ETAG], tag);
        };
        let known = StatusCode::NOT_MODIFIED;
        check(asked(header::IF_NONE_MATCH, &tag), known);
        check(asked(header::IF_NONE_MATCH, tag.trim_start_matches("W/")), known);
        check(asked(header::IF_NONE_MATCH, &format!("\"x\", {tag}")), known);
        check(asked(header::IF_NONE_MATCH, "*"), known);
        check(asked(header::IF_NONE_MATCH, "\"x\""), StatusCode::OK);
        check(asked(header::IF_MODIFIED_SINCE, "Tue, 16 Mar 2027 09:00:00 GMT"), known);
        check(asked(header::IF_MODIFIED_SINCE, "Tue, 16 Mar 2027 08:59:59 GMT"), StatusCode::OK);
        check(asked(header::IF_MODIFIED_SINCE, "yesterday"), StatusCode::OK);
        let mut both = asked(header::IF_MODIFIED_SINCE, "Tue, 16 Mar 2027 09:00:00 GMT");
        both.insert(header::IF_NONE_MATCH, "\"x\"".parse().unwrap());
        check(both, StatusCode::OK);
    }

    #[tokio::test]
    async fn it_is_compressed_for_who_takes_it() {
        for (accepted, gzip) in [("gzip, br", true), ("br;q=1, GZIP;q=0.2", true), ("gzip;q=0", false), ("br", false)] {
            let answer = rendered().answer(&asked(header::ACCEPT_ENCODING, accepted));
            assert_eq!(answer.headers().contains_key(header::CONTENT_ENCODING), gzip, "{accepted}");
            assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
            let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
            let mut text = String::new();
            match gzip {
                true => flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut text).unwrap(),
                false => body.as_ref().read_to_string(&mut text).unwrap(),
            };
            assert_eq!(text, "å".repeat(2000));
        }
    }
}
