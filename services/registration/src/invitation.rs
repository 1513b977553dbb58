//! Decisions about people whom organisers invite by name: where an invitation stands, whom it lets in, and who is reminded.

pub(crate) mod reading;

use crate::store::invitation::Going;
use crate::store::registration::State;
use serde::Serialize;

/// How many people may be invited to one event.
pub(crate) const MOST: usize = 5_000;

/// What is known of one invitation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// The organisers have let it go.
    pub(crate) issued: bool,
    /// No letter about it arrives.
    pub(crate) returned: bool,
    pub(crate) reminded: bool,
    pub(crate) declined: bool,
    pub(crate) taken_back: bool,
    /// A letter that was let go, and is not written yet.
    pub(crate) going: Option<Going>,
    /// The sign-up that came of it, or that the person made without the link.
    pub(crate) sign_up: Option<State>,
}

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Standing {
    /// Lies in the outbox until somebody lets it go.
    Held,
    SignedUp,
    Declined,
    /// Had signed up, and has signed off since.
    SignedOff,
    /// Has not answered.
    Silent,
    /// Has not answered, and cannot have: the letter came back.
    Unreachable,
    TakenBack,
}

impl Standing {
    pub(crate) const ALL: [Self; 7] =
        [Self::Held, Self::SignedUp, Self::Declined, Self::SignedOff, Self::Silent, Self::Unreachable, Self::TakenBack];

    /// In addresses, and at the end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::SignedUp => "signed-up",
            Self::Declined => "declined",
            Self::SignedOff => "signed-off",
            Self::Silent => "silent",
            Self::Unreachable => "unreachable",
            Self::TakenBack => "taken-back",
        }
    }

    /// Whether the organisers can take it back: not from somebody who has signed up, who is signed off instead.
    pub(crate) const fn can_be_taken_back(self) -> bool {
        !matches!(self, Self::SignedUp | Self::TakenBack)
    }

    /// Whether the link in it leads to a form that can be sent. Whoever has said no, or has signed off, may think again.
    pub(crate) const fn opens(self) -> bool {
        matches!(self, Self::Declined | Self::SignedOff | Self::Silent | Self::Unreachable)
    }
}

/// Where an invitation stands. What somebody has done counts before what the organisers have.
pub(crate) const fn standing(known: Known) -> Standing {
    match known.sign_up {
        Some(State::Admitted | State::Waiting | State::Offered | State::Undecided) => Standing::SignedUp,
        Some(State::Withdrawn) | None if known.taken_back => Standing::TakenBack,
        Some(State::Withdrawn) | None if known.declined => Standing::Declined,
        Some(State::Withdrawn) => Standing::SignedOff,
        None if !known.issued => Standing::Held,
        None if known.returned => Standing::Unreachable,
        None => Standing::Silent,
    }
}

/// Whether the organisers can let such a letter to somebody go.
pub(crate) fn can_be_let_go(known: Known, what: Going) -> bool {
    known.going.is_none() && suits(known, what)
}

/// Whether a letter that was let go is still to be written. Whoever has answered meanwhile, or signed up, needs none.
pub(crate) fn still_goes(known: Known) -> Option<Going> {
    known.going.filter(|what| suits(known, *what))
}

/// People are invited once, and reminded once if they have not answered.
fn suits(known: Known, what: Going) -> bool {
    match what {
        Going::Invitation => standing(known) == Standing::Held,
        Going::Reminder => standing(known) == Standing::Silent && !known.reminded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_has_done_counts_before_what_the_organisers_have() {
        let held = Known::default();
        let sent = Known { issued: true, ..held };
        let no = Known { declined: true, ..sent };
        let back = Known { taken_back: true, ..sent };
        let signed = |known, state| Known { sign_up: Some(state), ..known };
        for (known, expected, opens, reminded) in [
            (held, Standing::Held, false, false),
            (sent, Standing::Silent, true, true),
            (Known { reminded: true, ..sent }, Standing::Silent, true, false),
            (Known { returned: true, ..sent }, Standing::Unreachable, true, false),
            (no, Standing::Declined, true, false),
            (Known { returned: true, ..no }, Standing::Declined, true, false),
            (back, Standing::TakenBack, false, false),
            (Known { declined: true, ..back }, Standing::TakenBack, false, false),
            (signed(sent, State::Admitted), Standing::SignedUp, false, false),
            (signed(sent, State::Waiting), Standing::SignedUp, false, false),
            (signed(sent, State::Offered), Standing::SignedUp, false, false),
            (signed(sent, State::Undecided), Standing::SignedUp, false, false),
            (signed(held, State::Admitted), Standing::SignedUp, false, false),
            (signed(no, State::Admitted), Standing::SignedUp, false, false),
            (signed(back, State::Admitted), Standing::SignedUp, false, false),
            (signed(sent, State::Withdrawn), Standing::SignedOff, true, false),
            (signed(no, State::Withdrawn), Standing::Declined, true, false),
            (signed(back, State::Withdrawn), Standing::TakenBack, false, false),
        ] {
            let found = standing(known);
            let can_be_reminded = can_be_let_go(known, Going::Reminder);
            assert_eq!((found, found.opens(), can_be_reminded), (expected, opens, reminded), "{known:?}");
            // What is on its way goes to those to whom it could be let go, and is not let go twice.
            for what in [Going::Invitation, Going::Reminder] {
                let going = Known { going: Some(what), ..known };
                assert_eq!(still_goes(going).is_some(), can_be_let_go(known, what), "{going:?}");
                assert!(!can_be_let_go(going, what), "{going:?}");
            }
        }
    }
}
