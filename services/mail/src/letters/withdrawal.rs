use proto::registration::Withdrawal as Why;
use serde::Serialize;

use super::{About, Letter};

/// The sign-up was taken back. Comes with CANCEL when there was an invitation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Withdrawal {
    pub(crate) about: About,
    /// The end of the key of the sentence that says so.
    pub(crate) why: &'static str,
    /// Something is taken out of the person's calendar.
    pub(crate) calendar: bool,
}

impl Withdrawal {
    pub(crate) fn new(about: About, why: Why, calendar: bool) -> Self {
        let why = match why {
            Why::ByPerson | Why::EventCancelled => "by-person",
            Why::ByDelegation => "by-delegation",
            Why::ByOrganiser => "by-organiser",
            Why::OfferLapsed => "offer-lapsed",
            Why::HandedOver => "handed-over",
        };
        Self { about, why, calendar }
    }
}

impl Letter for Withdrawal {
    const FOLDER: &'static str = "withdrawal";

    fn samples() -> Vec<Self> {
        vec![
            Self::new(About::sample(), Why::ByPerson, true),
            Self::new(About::sample_in_person(), Why::ByDelegation, true),
            Self::new(About::sample_in_person(), Why::ByOrganiser, true),
            Self::new(About::sample(), Why::OfferLapsed, false),
            Self::new(About::sample_in_person(), Why::HandedOver, true),
        ]
    }
}
