use serde::Serialize;

use super::{About, Letter};
use chrono::{DateTime, Utc};

/// A place from the waiting list. Comes with the invitation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Place {
    pub(crate) about: About,
    pub(crate) withdraw_until: DateTime<Utc>,
}

impl Letter for Place {
    const FOLDER: &'static str = "place";

    fn samples() -> Vec<Self> {
        vec![
            Self { withdraw_until: About::sample().starts_at, about: About::sample() },
            Self { withdraw_until: About::sample().starts_at, about: About::sample_in_person() },
        ]
    }
}
