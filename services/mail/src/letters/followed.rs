use proto::Localised;
use serde::Serialize;

use super::{Letter, Sender};

/// To somebody who is signed up for a whole series: that they are, and their own link.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Followed {
    /// Its title is the series'.
    pub(crate) about: Sender,
    /// The address was signed up once more; nothing has changed by it.
    pub(crate) again: bool,
    /// All dates, and the way out.
    pub(crate) link: String,
}

impl Letter for Followed {
    const FOLDER: &'static str = "followed";

    fn samples() -> Vec<Self> {
        let letter = |again| Self {
            about: Sender::sample(),
            again,
            link: "https://moteplass.example/mi/rekkje/Zm9yLXRlc3Rz".to_owned(),
        };
        vec![letter(false), letter(true)]
    }
}

/// What a letter about one date says besides to somebody who follows its series.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OfSeries {
    pub(crate) title: Localised,
    /// Asks whether to skip this one date.
    pub(crate) skip_link: String,
    /// All dates, and the way out.
    pub(crate) link: String,
}
