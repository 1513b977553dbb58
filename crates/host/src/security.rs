//! Headers that every answer carries.

use crate::Settings;
use axum::http::header::{self, Entry, HeaderName};
use axum::http::{HeaderMap, HeaderValue};

/// Nothing but our own files, nothing inline, no framing. `img-src data:` is for the icons in Designsystemet's CSS.
/// `form-action` also holds for where a form's answer redirects to: what leads to another site must be a link.
pub(crate) const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
     font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CSP),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Links to meetings and other sites must not tell where they stood: addresses hold tokens.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Adds what is missing. A handler that knows better has already set its own.
pub(crate) fn add(headers: &mut HeaderMap, settings: &Settings, private: bool) {
    for (name, value) in ALWAYS {
        unless_set(headers, name, value);
    }
    if settings.url.scheme() == "https" {
        unless_set(headers, header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if private {
        unless_set(headers, HeaderName::from_static("x-robots-tag"), "noindex");
    }
    // A page that is not personal may be shown again as it was left when one goes back to it.
    unless_set(headers, header::CACHE_CONTROL, if private { "no-store" } else { "private, no-cache" });
}

fn unless_set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if let Entry::Vacant(entry) = headers.entry(name) {
        entry.insert(HeaderValue::from_static(value));
    }
}
