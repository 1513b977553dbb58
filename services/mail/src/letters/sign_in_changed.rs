use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::Localised;
use proto::account::SignInChange;
use serde::Serialize;

use super::{About, Letter};

/// What is different about how an organiser signs in.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SignInChanged {
    pub(crate) organiser: Localised,
    pub(crate) change: SignInChange,
    /// What the provider is called that it is about, or nothing.
    pub(crate) provider: String,
    /// The browser and what it runs on.
    pub(crate) device: Option<String>,
    pub(crate) at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    /// Where they see all their ways to sign in.
    pub(crate) link: String,
}

impl Letter for SignInChanged {
    const FOLDER: &'static str = "sign_in_changed";

    fn samples() -> Vec<Self> {
        let About { organiser, starts_at, timezone, .. } = About::sample();
        let letter = |change| Self {
            organiser: organiser.clone(),
            change,
            provider: match change {
                SignInChange::ProviderLinked | SignInChange::ProviderRemoved => "Microsoft".to_owned(),
                _ => String::new(),
            },
            device: (change != SignInChange::Reset).then(|| "Firefox, Linux".to_owned()),
            at: starts_at,
            timezone,
            link: "https://moteplass.example/arrangor/konto/innlogging".to_owned(),
        };
        SignInChange::ALL.map(letter).to_vec()
    }
}
