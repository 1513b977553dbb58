use serde::Serialize;

use super::{About, Letter};
use chrono::{DateTime, Utc};

/// A place is kept until the person answers.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Offer {
    pub(crate) about: About,
    pub(crate) answer_before: DateTime<Utc>,
}

impl Letter for Offer {
    const FOLDER: &'static str = "offer";

    fn samples() -> Vec<Self> {
        vec![Self { answer_before: About::sample().starts_at, about: About::sample() }]
    }
}
