//! A message above a page, as the keys of its words.

use crate::desk::errand::Refusal;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::Serialize;

/// What a page says before everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Notice {
    pub(crate) color: &'static str,
    pub(crate) title: &'static str,
    pub(crate) text: &'static str,
    /// A moment that the text names.
    pub(crate) until: Option<DateTime<Utc>>,
    pub(crate) timezone: Tz,
}

impl Notice {
    const fn new(color: &'static str, title: &'static str, text: &'static str) -> Self {
        Self { color, title, text, until: None, timezone: Tz::UTC }
    }

    pub(crate) const NOT_GENUINE: Self = Self::new("warning", "reg-not-genuine", "reg-not-genuine-text");
    pub(crate) const TRAPPED: Self = Self::new("warning", "reg-trapped", "reg-trapped-text");
    pub(crate) const BUSY: Self = Self::new("warning", "reg-busy", "reg-busy-text");
    pub(crate) const SENT_BEFORE: Self = Self::new("warning", "reg-sent-before", "reg-sent-before-text");
    pub(crate) const CHANGED: Self = Self::new("success", "my-changed", "my-changed-text");
    pub(crate) const ACCEPTED: Self = Self::new("success", "my-accepted", "my-accepted-text");
    pub(crate) const MINE_NOT_GENUINE: Self = Self::new("warning", "my-not-genuine", "my-not-genuine-text");

    pub(crate) const DOOR_FULL: Self = Self::new("warning", "door-full", "door-full-text");
    pub(crate) const CHOOSE_ONE: Self = Self::new("warning", "my-choose", "my-choose-missing");
    pub(crate) const NOTHING_TO_CHOOSE: Self = Self::new("info", "my-nothing-to-choose", "my-nothing-to-choose-text");

    pub(crate) const PLACED: Self = Self::new("success", "reg-act-placed", "reg-act-placed-text");
    pub(crate) const APPROVED: Self = Self::new("success", "reg-act-approved", "reg-act-approved-text");
    pub(crate) const DECLINED: Self = Self::new("success", "reg-act-declined", "reg-act-declined-text");
    pub(crate) const MOVED: Self = Self::new("success", "reg-act-moved", "reg-act-moved-text");
    pub(crate) const LINK_SENT: Self = Self::new("success", "reg-act-link-sent", "reg-act-link-sent-text");
    pub(crate) const SIGNED_OFF: Self = Self::new("success", "reg-act-signed-off", "reg-act-signed-off-text");
    pub(crate) const ADDED: Self = Self::new("success", "reg-act-added", "reg-act-added-text");
    pub(crate) const ADDED_WAITING: Self = Self::new("success", "reg-act-added-waiting", "reg-act-added-waiting-text");
    pub(crate) const LOOK_AGAIN: Self = Self::new("info", "reg-foreign-again", "reg-foreign-again-text");
    pub(crate) const ADD_FULL: Self = Self::new("warning", "reg-no-places", "reg-add-full-text");
    pub(crate) const KNOWN_ALREADY: Self = Self::new("info", "reg-act-known", "reg-act-known-text");

    /// Why an organiser cannot do this about somebody's sign-up.
    pub(crate) fn not_done(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Full | Refusal::FormFull => Self::new("warning", "reg-act-full", "reg-act-full-text"),
            Refusal::OfferLapsed | Refusal::NoOffer => Self::new("warning", "reg-act-lapsed", "reg-act-lapsed-text"),
            Refusal::AlreadyWithdrawn => Self::new("info", "reg-act-gone", "reg-act-gone-text"),
            Refusal::Decided => Self::new("info", "reg-act-decided", "reg-act-decided-text"),
            Refusal::Over => Self::new("info", "reg-over", "reg-act-over-text"),
            Refusal::Cancelled => Self::new("info", "reg-cancelled", "reg-act-cancelled-text"),
            _ => Self::new("warning", "reg-act-impossible", "reg-act-impossible-text"),
        }
    }

    /// Why nobody can sign up.
    pub(crate) fn no_sign_up(refusal: &Refusal, timezone: Tz) -> Self {
        match refusal {
            Refusal::NotOpenYet { opens_at } => {
                Self { until: Some(*opens_at), timezone, ..Self::new("info", "reg-not-open", "reg-not-open-text") }
            }
            Refusal::Full => Self::new("warning", "reg-no-places", "reg-no-places-text"),
            Refusal::Cancelled => Self::new("danger", "reg-cancelled", "reg-cancelled-text"),
            Refusal::Over => Self::new("info", "reg-over", "reg-over-text"),
            Refusal::NotInvited => Self::new("warning", "reg-not-invited", "reg-not-invited-text"),
            Refusal::ByInvitation => Self::new("info", "reg-by-invitation", "reg-by-invitation-text"),
            Refusal::PartyTooLarge { .. } => Self::new("warning", "reg-party-too-large", "reg-party-too-large-text"),
            _ => Self::new("info", "reg-closed", "reg-closed-text"),
        }
    }

    /// Why somebody cannot change their own sign-up so.
    pub(crate) fn no_change(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::TooLateToWithdraw => Self::new("warning", "my-too-late", "my-too-late-text"),
            Refusal::AlreadyWithdrawn => Self::new("info", "my-already-withdrawn", "my-already-withdrawn-text"),
            Refusal::NotInvited => Self::new("warning", "my-not-invited", "my-not-invited-text"),
            Refusal::NoPlace => Self::new("warning", "my-no-place", "my-no-place-text"),
            Refusal::NoOffer | Refusal::OfferLapsed => Self::new("warning", "my-no-offer", "my-no-offer-text"),
            _ => Self::new("warning", "my-not-possible", "my-not-possible-text"),
        }
    }
}
