//! Letters that somebody holds back for a while: an owner those about an event, an operator those of everybody.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use proto::EventId;
use uuid::Uuid;

use crate::purpose::Purpose;

/// Which letters an operator holds back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Those that go to many and can wait.
    Many,
    /// Every letter, receipts and links to sign in with as well.
    All,
}

/// What is held back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pauses {
    pub(crate) events: BTreeMap<Uuid, DateTime<Utc>>,
    pub(crate) house: Option<(Extent, DateTime<Utc>)>,
}

impl Pauses {
    /// Since when letters of this purpose about this event are held back.
    pub(crate) fn hold(&self, purpose: Purpose, event: Option<Uuid>) -> Option<DateTime<Utc>> {
        match self.house {
            Some((Extent::All, since)) => return Some(since),
            Some((Extent::Many, since)) if purpose.can_be_held_back() => return Some(since),
            _ => {}
        }
        event.filter(|_| purpose.can_be_held_back()).and_then(|event| self.events.get(&event)).copied()
    }

    pub(crate) fn of(&self, event: EventId) -> Option<DateTime<Utc>> {
        self.events.get(&event.0).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_holds_what_goes_to_many_and_can_wait() {
        let (this, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let then = DateTime::UNIX_EPOCH;
        let of_event = Pauses { events: BTreeMap::from([(this, then)]), house: None };
        let many = Pauses { events: BTreeMap::new(), house: Some((Extent::Many, then)) };
        let all = Pauses { events: BTreeMap::new(), house: Some((Extent::All, then)) };
        for (pauses, purpose, event, held) in [
            (&of_event, Purpose::Reminder, Some(this), true),
            (&of_event, Purpose::Change, Some(this), true),
            (&of_event, Purpose::FollowUp, Some(this), true),
            (&of_event, Purpose::Reminder, Some(other), false),
            (&of_event, Purpose::Confirmation, Some(this), false),
            // Somebody waits for it, and until a deadline.
            (&of_event, Purpose::Offer, Some(this), false),
            // People would travel.
            (&of_event, Purpose::Cancellation, Some(this), false),
            (&of_event, Purpose::SignIn, None, false),
            (&many, Purpose::Reminder, Some(other), true),
            (&many, Purpose::Confirmation, Some(other), false),
            (&many, Purpose::SignIn, None, false),
            (&all, Purpose::Confirmation, Some(other), true),
            (&all, Purpose::SignIn, None, true),
            (&Pauses::default(), Purpose::Reminder, Some(this), false),
        ] {
            assert_eq!(pauses.hold(purpose, event).is_some(), held, "{pauses:?} {purpose:?} {event:?}");
        }
    }
}
