use serde::Serialize;

use super::{About, Letter};

/// The sign-up has arrived, and the organisers are to decide.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Received {
    pub(crate) about: About,
}

/// The organisers said no.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Declined {
    pub(crate) about: About,
    /// In their own words, line by line; none where they said nothing.
    pub(crate) lines: Vec<String>,
}

impl Declined {
    pub(crate) fn new(about: About, reason: Option<&str>) -> Self {
        Self { about, lines: reason.into_iter().flat_map(str::lines).map(ToOwned::to_owned).collect() }
    }
}

impl Letter for Received {
    const FOLDER: &'static str = "received";

    fn samples() -> Vec<Self> {
        vec![
            Self { about: About::sample() },
            Self { about: About::sample_both() },
            Self { about: About::sample_of_series() },
        ]
    }
}

impl Letter for Declined {
    const FOLDER: &'static str = "declined";

    fn samples() -> Vec<Self> {
        let reason = "Denne gongen er det berre plass til <éin> frå kvar kommune.\n\nVi legg ut opptaket etterpå.";
        vec![Self::new(About::sample(), None), Self::new(About::sample_in_person(), Some(reason))]
    }
}
