//! Style sheets and the typeface, built into the program. Their address holds a hash of them all, so that browsers may
//! keep them for ever and still see a new version at once.

use crate::Error;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

struct File {
    name: &'static str,
    kind: &'static str,
    content: &'static [u8],
}

macro_rules! fetched {
    ($name:literal, $kind:expr) => {
        File { name: $name, kind: $kind, content: include_bytes!(concat!(env!("OUT_DIR"), "/", $name)) }
    };
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

static FILES: [File; 16] = [
    fetched!("designsystemet.css", CSS),
    fetched!("theme.css", CSS),
    File { name: "app.css", kind: CSS, content: include_bytes!("../style/app.css") },
    File { name: "tracks.css", kind: CSS, content: include_bytes!("../style/tracks.css") },
    File { name: "programme.css", kind: CSS, content: include_bytes!("../style/programme.css") },
    File { name: "planning.css", kind: CSS, content: include_bytes!("../style/planning.css") },
    File { name: "plan.css", kind: CSS, content: include_bytes!("../style/plan.css") },
    File { name: "planning.js", kind: SCRIPT, content: include_bytes!("../style/planning.js") },
    File { name: "form.js", kind: SCRIPT, content: include_bytes!("../style/form.js") },
    File { name: "door.js", kind: SCRIPT, content: include_bytes!("../style/door.js") },
    File { name: "passkey.js", kind: SCRIPT, content: include_bytes!("../style/passkey.js") },
    File { name: "icon.svg", kind: "image/svg+xml", content: include_bytes!("../style/icon.svg") },
    fetched!("inter-latin.woff2", "font/woff2"),
    fetched!("inter-latin-ext.woff2", "font/woff2"),
    fetched!("designsystemet-licence.txt", TEXT),
    fetched!("inter-licence.txt", TEXT),
];

/// The typeface as TrueType, for pictures and documents: regular and semibold. No page fetches it.
pub const TYPEFACE: [&[u8]; 2] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/inter-regular.ttf")),
    include_bytes!(concat!(env!("OUT_DIR"), "/inter-semibold.ttf")),
];

static PREFIX: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for file in &FILES {
        hash.update(file.name);
        hash.update(file.content);
    }
    format!("/static/{}", &BASE64_URL_SAFE_NO_PAD.encode(hash.finalize())[..12])
});

/// What the addresses of all files begin with.
pub(crate) fn prefix() -> &'static str {
    &PREFIX
}

/// The files by name, for whoever writes pages to a folder.
pub fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    FILES.iter().map(|file| (file.name, file.content))
}

pub(crate) async fn file(Path((version, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(file) = FILES.iter().find(|file| file.name == name) else { return Error::NotFound.into_response() };
    let current = prefix().ends_with(&format!("/{version}"));
    // A page of an older version that is still open gets the file as it is now.
    let keep = if current { "public, max-age=31536000, immutable" } else { "public, max-age=60" };
    // Weak, because it may be compressed on its way.
    let tag = format!("W/\"{}-{name}\"", prefix().trim_start_matches("/static/"));
    let mut response = match headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes()) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => ([(header::CONTENT_TYPE, file.kind)], file.content).into_response(),
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}
