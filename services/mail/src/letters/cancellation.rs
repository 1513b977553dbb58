use serde::Serialize;

use super::{About, Letter};
use proto::{Language, Localised};

/// The event does not take place. Comes with CANCEL.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Cancellation {
    pub(crate) about: About,
    pub(crate) reason: Option<Localised>,
    /// Something is taken out of the person's calendar.
    pub(crate) calendar: bool,
}

impl Letter for Cancellation {
    const FOLDER: &'static str = "cancellation";

    fn samples() -> Vec<Self> {
        vec![
            Self { about: About::sample(), reason: None, calendar: true },
            Self {
                about: About::sample_in_person(),
                reason: Some(Localised::from([(Language::Nn, "Uvêr på kysten.")])),
                calendar: false,
            },
        ]
    }
}
