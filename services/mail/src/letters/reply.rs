use serde::Serialize;

use super::{About, Letter};
use crate::receiving::answering::News;

/// What came of an answer from the person's calendar.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Reply {
    pub(crate) about: About,
    /// The end of the keys of its words.
    pub(crate) news: &'static str,
    /// Where to do what the letter is about.
    pub(crate) link: Option<String>,
    /// Says when and where it is.
    pub(crate) facts: bool,
}

impl Reply {
    pub(crate) fn new(about: About, news: News) -> Self {
        let link = match news {
            News::Unproven => Some(format!("{}/meld-av", about.manage_link)),
            News::Substitute => Some(format!("{}/gi-vidare", about.manage_link)),
            News::SignedOff => Some(about.event_link.clone()),
            News::TooLate | News::Invitation => Some(about.manage_link.clone()),
        };
        Self { about, news: news.word(), link, facts: news == News::Invitation }
    }
}

impl Letter for Reply {
    const FOLDER: &'static str = "reply";

    fn samples() -> Vec<Self> {
        vec![
            Self::new(About::sample(), News::Unproven),
            Self::new(About::sample(), News::TooLate),
            Self::new(About::sample_in_person(), News::Substitute),
            Self::new(About::sample(), News::SignedOff),
            Self::new(About::sample_both(), News::Invitation),
        ]
    }
}
