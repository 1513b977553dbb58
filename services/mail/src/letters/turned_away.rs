use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::Localised;
use serde::Serialize;

use super::{Letter, Sender};

/// To somebody who is signed up for a whole series: that one of its dates is full, and what they can do.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TurnedAway {
    pub(crate) about: Sender,
    /// What the series is called.
    pub(crate) series: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    /// The form of this date.
    pub(crate) sign_up_link: String,
    /// All dates, and the way out.
    pub(crate) link: String,
}

impl Letter for TurnedAway {
    const FOLDER: &'static str = "turned_away";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse().unwrap_or_default();
        vec![Self {
            about: Sender::sample(),
            series: Localised::from([(proto::Language::Nn, "Stadutvikling <i> distrikta")]),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: chrono_tz::Europe::Oslo,
            sign_up_link: "https://moteplass.example/pamelding/stadutvikling-2".to_owned(),
            link: "https://moteplass.example/mi/rekkje/Zm9yLXRlc3Rz".to_owned(),
        }]
    }
}
