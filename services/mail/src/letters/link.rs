use serde::Serialize;

use super::{About, Letter};

/// New links, when the old ones are void or the address is another.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Link {
    pub(crate) about: About,
    /// The new link is put into the person's calendar.
    pub(crate) calendar: bool,
    /// They are those that there were before, and the person asked for them.
    pub(crate) asked: bool,
}

impl Letter for Link {
    const FOLDER: &'static str = "link";

    fn samples() -> Vec<Self> {
        vec![
            Self { about: About::sample(), calendar: true, asked: false },
            Self { about: About::sample_in_person(), calendar: false, asked: false },
            Self { about: About::sample_both(), calendar: false, asked: true },
        ]
    }
}
