//! What was typed in a form that nobody had time for: it is read before anything else, and given back on the page that
//! says so, ready to be sent again.

use crate::form::{self, LANGUAGE_SWITCH};
use crate::page::own;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::http::request::Parts;
use axum::http::{Method, header};
use serde::Serialize;

/// The value of [`LANGUAGE_SWITCH`] on a page that only gives back what was typed.
pub(crate) const KEPT: &str = "kept";

/// The body of a form, and the request that goes on with it.
pub(crate) struct Form {
    /// Absent when it is no form, or none of a size that we take.
    pub(crate) typed: Option<Bytes>,
    pub(crate) body: Body,
}

/// The body could not be read: too large, or the person went away in the middle of it.
pub(crate) struct Unreadable;

/// Reads the body of a form. Everything else is left as it comes.
pub(crate) async fn read(parts: &Parts, body: Body) -> Result<Form, Unreadable> {
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let fits = body.size_hint().upper().is_some_and(|length| usize::try_from(length).is_ok_and(|n| n <= form::LARGEST));
    if parts.method != Method::POST || !form::is_form(kind) || !fits {
        return Ok(Form { typed: None, body });
    }
    let typed = to_bytes(body, form::LARGEST).await.map_err(|_too_large_or_gone| Unreadable)?;
    Ok(Form { typed: Some(typed.clone()), body: typed.into() })
}

/// A form that can be sent again, as the page shows it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Again {
    action: String,
    fields: Vec<(String, String)>,
}

impl Again {
    pub(crate) fn new(parts: &Parts, typed: &[u8]) -> Option<Self> {
        let mut fields = form::pairs(typed)?;
        fields.retain(|(name, _)| name != LANGUAGE_SWITCH);
        let action = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        // Its token goes along as it came: what was not genuine does not become so by being sent again.
        Some(Self { action: own(action).to_owned(), fields })
    }
}

/// Whether somebody who was given a form back wants to read the page in another language.
pub(crate) fn switches_language(typed: &[u8]) -> bool {
    form::pairs(typed).is_some_and(|pairs| pairs.iter().any(|(name, value)| name == LANGUAGE_SWITCH && value == KEPT))
}
