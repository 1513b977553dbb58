use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::gathering::Asking;
use serde::Serialize;

use super::{About, Letter, Sender};

/// To somebody who acts for a delegation: the link with which people are named.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Delegation {
    pub(crate) about: Sender,
    pub(crate) why: Asking,
    /// What the member is called.
    pub(crate) member: String,
    pub(crate) seats: u32,
    pub(crate) named: u32,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    pub(crate) name_before: Option<DateTime<Utc>>,
    pub(crate) link: String,
}

impl Letter for Delegation {
    const FOLDER: &'static str = "delegation";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse().unwrap_or_default();
        let letter = |why, named, name_before: Option<&str>| Self {
            about: Sender::sample(),
            why,
            member: "Region <Namdal>".to_owned(),
            seats: 4,
            named,
            starts_at: at("2027-04-27T09:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: chrono_tz::Europe::Oslo,
            name_before: name_before.map(at),
            link: "https://moteplass.example/delegasjon/Zm9yLXRlc3Rz".to_owned(),
        };
        vec![
            letter(Asking::Invited, 0, Some("2027-04-05T14:00:00Z")),
            letter(Asking::Invited, 0, None),
            letter(Asking::Reminded, 1, Some("2027-04-05T14:00:00Z")),
            letter(Asking::Deputy, 2, None),
        ]
    }
}

/// To somebody whom a delegation has named: what to say and to answer.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Named {
    pub(crate) about: About,
    /// What the member is called.
    pub(crate) member: String,
}

impl Letter for Named {
    const FOLDER: &'static str = "named";

    fn samples() -> Vec<Self> {
        vec![Self { about: About::sample(), member: "Region <Namdal>".to_owned() }]
    }
}
