use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::Localised;
use serde::Serialize;

use super::{About, Letter};

/// An organiser's link to sign in with.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignIn {
    pub(crate) organiser: Localised,
    pub(crate) link: String,
    pub(crate) expires_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    /// Somebody else made the account.
    pub(crate) invited: bool,
}

impl Letter for SignIn {
    const FOLDER: &'static str = "sign_in";

    fn samples() -> Vec<Self> {
        let About { organiser, starts_at, timezone, .. } = About::sample();
        let link = "https://moteplass.example/arrangor/inn/Zm9yLXRlc3Rz".to_owned();
        let letter = Self { organiser, link, expires_at: starts_at, timezone, invited: false };
        vec![letter.clone(), Self { invited: true, ..letter }]
    }
}
