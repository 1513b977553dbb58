//! Cookies: first-party, out of reach of scripts, strictly necessary. That is why there is no banner.

use crate::Settings;
use axum::http::{HeaderMap, header};
use std::time::Duration;

pub(crate) const A_YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// The value of a cookie in a request.
pub fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| {
        let (own, value) = pair.trim().split_once('=')?;
        (own == name).then_some(value)
    })
}

/// A `Set-Cookie` that ends with the browser's session.
pub fn passing(name: &str, value: &str, settings: &Settings) -> String {
    let secure = if settings.url.scheme() == "https" { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}")
}

/// A `Set-Cookie` that lasts; zero seconds remove it.
pub fn lasting(name: &str, value: &str, settings: &Settings, lasts: Duration) -> String {
    format!("{}; Max-Age={}", passing(name, value, settings), lasts.as_secs())
}
