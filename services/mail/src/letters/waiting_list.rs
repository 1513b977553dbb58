use serde::Serialize;

use super::{About, Letter};

/// The event is full, and the person waits.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct WaitingList {
    pub(crate) about: About,
    pub(crate) position: u32,
    /// Places are offered, and have to be accepted in time.
    pub(crate) offers: bool,
}

impl Letter for WaitingList {
    const FOLDER: &'static str = "waiting_list";

    fn samples() -> Vec<Self> {
        vec![
            Self { about: About::sample(), position: 1, offers: false },
            Self { about: About::sample_both(), position: 1250, offers: true },
            Self { about: About::sample_of_series(), position: 2, offers: false },
        ]
    }
}
