//! Decides whether an event can be taken off the public pages.

use proto::event::EventUnpublishingAsked;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unpublishing {
    /// Something newer is known of the event, so that nobody waits for an answer.
    Older,
    /// It stays: so many are signed up.
    Kept { signed_up: u32 },
    /// Nobody is, and nobody can be from now on.
    Done,
}

/// `known` is the revision of what is known of the event; `signed_up` counts those who have or want anything of it, or are
/// asked whether they do. Those who signed off
/// are not among them: what is kept of them is deleted when it would have been.
pub(crate) fn unpublishing(known: i64, asked: &EventUnpublishingAsked, signed_up: u64) -> Unpublishing {
    match signed_up {
        _ if i64::from(asked.revision) <= known => Unpublishing::Older,
        0 => Unpublishing::Done,
        some => Unpublishing::Kept { signed_up: u32::try_from(some).unwrap_or(u32::MAX) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proto::{AccountId, EventId};
    use uuid::Uuid;

    #[test]
    fn an_event_is_taken_off_only_while_nobody_is_signed_up_and_nothing_newer_is_known() {
        let asked = EventUnpublishingAsked {
            event_id: EventId(Uuid::nil()),
            revision: 4,
            account_id: AccountId(Uuid::nil()),
            reason: String::new(),
        };
        let cases = [
            // The snapshot before it may not have arrived.
            (0, 0, Unpublishing::Done),
            (3, 0, Unpublishing::Done),
            (3, 1, Unpublishing::Kept { signed_up: 1 }),
            (3, u64::MAX, Unpublishing::Kept { signed_up: u32::MAX }),
            (4, 0, Unpublishing::Older),
            (5, 0, Unpublishing::Older),
            (5, 7, Unpublishing::Older),
        ];
        for (known, signed_up, expected) in cases {
            assert_eq!(unpublishing(known, &asked, signed_up), expected, "{known}, {signed_up}");
        }
    }
}
