//! What forms send, and how their mistakes are shown.

use crate::Error;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::header;
use serde::Serialize;

/// The largest form or JSON that is read, in bytes.
pub const LARGEST: usize = 256 * 1024;

/// The most fields a form may have.
const MOST: usize = 2_000;

/// The name of the buttons in the language menu of a page that answers a form: the form comes with them, to be shown in
/// another language and not to be acted on.
pub(crate) const LANGUAGE_SWITCH: &str = "language_switch";

/// Whether this type of content is that of our forms.
pub(crate) fn is_form(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Names and values, in order, without what cannot be seen; nothing when there are more than a form may have.
pub(crate) fn pairs(body: &[u8]) -> Option<Vec<(String, String)>> {
    let pairs =
        url::form_urlencoded::parse(body).map(|(name, value)| (name.into_owned(), text::seen(&value).into_owned()));
    let pairs: Vec<_> = pairs.take(MOST + 1).collect();
    (pairs.len() <= MOST).then_some(pairs)
}

/// The fields of a form, in the order they were sent; a name may come several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every value of this name.
    pub fn all<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.0.iter().filter(move |(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Every name and value, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// True when the language menu was pressed: the form is to be shown again as it is, in the language of the visit, and
    /// nothing else is to happen. For pages whose template has the menu `frame/languages-kept.html`.
    pub fn switches_language(&self) -> bool {
        self.get(LANGUAGE_SWITCH).is_some()
    }

    /// The CSRF token, or the empty text.
    pub fn csrf(&self) -> &str {
        self.get("csrf").unwrap_or_default()
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Fields {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Error;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Error> {
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !is_form(kind) {
            return Err(Error::WrongForm);
        }
        // Also where the routes are tried without the layers around them.
        DefaultBodyLimit::max(LARGEST).apply(&mut request);
        let body = Bytes::from_request(request, state).await.map_err(|rejection| match rejection {
            BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => Error::TooLarge,
            // The person went away in the middle of it.
            _ => Error::WrongForm,
        })?;
        pairs(&body).map(Self).ok_or(Error::TooLarge)
    }
}

/// Something that a person can choose: an option of a select, a radio button, a box.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// Shown below a radio button or box.
    pub hint: Option<String>,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None }
    }
}

/// A mistake in a form: the same words stand in the summary and at the field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The id of the field; empty when it is about the form as a whole.
    pub field: String,
    /// How to fix it, in the person's language.
    pub text: String,
}

impl FieldError {
    pub fn new(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self { field: field.into(), text: text.into() }
    }
}
