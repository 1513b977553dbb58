use serde::Serialize;

use super::{About, Letter};

/// The person has a place. Comes with the invitation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Confirmation {
    pub(crate) about: About,
}

impl Letter for Confirmation {
    const FOLDER: &'static str = "confirmation";

    fn samples() -> Vec<Self> {
        vec![
            Self { about: About::sample() },
            Self { about: About::sample_in_person() },
            Self { about: About::sample_both() },
            Self { about: About::sample_of_series() },
            Self { about: About::sample_with_own_words() },
        ]
    }
}
