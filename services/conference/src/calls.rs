//! Decision: what may be done with a call for contributions and with what came in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Standing {
    Early {
        opens_at: DateTime<Utc>,
    },
    Open {
        closes_at: DateTime<Utc>,
    },
    Over,
    /// The conference will not take place.
    Cancelled,
}

/// A call is open from the moment it opens until just before it closes.
pub(crate) fn standing(
    opens_at: DateTime<Utc>,
    closes_at: DateTime<Utc>,
    cancelled: bool,
    now: DateTime<Utc>,
) -> Standing {
    match () {
        () if cancelled => Standing::Cancelled,
        () if now >= closes_at => Standing::Over,
        () if now < opens_at => Standing::Early { opens_at },
        () => Standing::Open { closes_at },
    }
}

/// What has become of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum State {
    Received,
    Accepted,
    Declined,
    Withdrawn,
}

impl State {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// A word that we did not write is a proposal that nothing can be done with.
    pub(crate) fn of(word: &str) -> Self {
        let all = [Self::Received, Self::Accepted, Self::Declined];
        all.into_iter().find(|state| state.word() == word).unwrap_or(Self::Withdrawn)
    }

    /// Those who sent it in may mend it until the call closes or the committee has answered.
    pub(crate) fn mendable(self, standing: Standing) -> bool {
        self == Self::Received && matches!(standing, Standing::Open { .. })
    }

    /// What became a session is the organisers' to take out.
    pub(crate) const fn withdrawable(self) -> bool {
        matches!(self, Self::Received)
    }

    /// What this becomes with an answer; none where it cannot be given. A no may become a yes, but a yes is in the programme.
    pub(crate) const fn answered(self, accept: bool) -> Option<Self> {
        match (self, accept) {
            (Self::Received | Self::Declined, true) => Some(Self::Accepted),
            (Self::Received, false) => Some(Self::Declined),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Standing, State, standing};
    use chrono::{DateTime, Utc};

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_call_is_open_from_its_first_moment_to_just_before_its_last() {
        let (opens, closes) = (at("2027-01-11T09:00:00Z"), at("2027-02-01T22:59:00Z"));
        let of = |now: &str| standing(opens, closes, false, at(now));
        assert_eq!(of("2027-01-11T08:59:59Z"), Standing::Early { opens_at: opens });
        assert_eq!(of("2027-01-11T09:00:00Z"), Standing::Open { closes_at: closes });
        assert_eq!(of("2027-02-01T22:58:59Z"), Standing::Open { closes_at: closes });
        assert_eq!(of("2027-02-01T22:59:00Z"), Standing::Over);
        assert_eq!(standing(opens, closes, true, at("2027-01-12T09:00:00Z")), Standing::Cancelled);
    }

    #[test]
    fn what_has_been_answered_is_not_mended_and_what_is_in_the_programme_is_not_declined() {
        let open = Standing::Open { closes_at: at("2027-02-01T22:59:00Z") };
        assert!(State::Received.mendable(open));
        assert!(!State::Received.mendable(Standing::Over));
        for state in [State::Accepted, State::Declined, State::Withdrawn] {
            assert!(!state.mendable(open) && !state.withdrawable());
        }
        assert_eq!(State::Received.answered(true), Some(State::Accepted));
        assert_eq!(State::Received.answered(false), Some(State::Declined));
        assert_eq!(State::Declined.answered(true), Some(State::Accepted));
        assert_eq!(State::Declined.answered(false), None);
        assert_eq!(State::Accepted.answered(false), None);
        assert_eq!(State::Accepted.answered(true), None);
        assert_eq!(State::Withdrawn.answered(true), None);
    }

    #[test]
    fn states_are_read_as_they_are_written() {
        for state in [State::Received, State::Accepted, State::Declined, State::Withdrawn] {
            assert_eq!(State::of(state.word()), state);
        }
        assert_eq!(State::of("lost"), State::Withdrawn);
    }
}
