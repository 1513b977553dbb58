//! The page where there is nothing to sign up for, now or any more.

use super::event::{EventView, Known};
use super::notice::Notice;
use crate::desk::errand::Refusal;
use host::Page;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ClosedPage {
    pub(crate) event: EventView,
    pub(crate) notice: Notice,
}

impl ClosedPage {
    pub(crate) fn new(known: &Known, refusal: &Refusal) -> Self {
        Self { event: known.view(), notice: Notice::no_sign_up(refusal, known.event.timezone) }
    }
}

impl Page for ClosedPage {
    const TEMPLATE: &'static str = "registration/closed.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let opens_at = known.event.starts_at;
        [
            Refusal::NotOpenYet { opens_at },
            Refusal::Closed,
            Refusal::Full,
            Refusal::Cancelled,
            Refusal::Over,
            Refusal::ByInvitation,
        ]
        .iter()
        .map(|refusal| Self::new(&known, refusal))
        .collect()
    }
}
