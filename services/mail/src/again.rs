//! Whether a letter that did not arrive for certain can be sent again because somebody asks for it, and as which letter.

use chrono::{DateTime, Utc};
use proto::event::Event;

use crate::letters::Ahead;
use crate::made_of::MadeOf;
use crate::purpose::{Purpose, State};

/// How a letter is sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// The same bytes with the same Message-ID: whoever has it already sees it once.
    Same,
    /// As if it had never been tried, with a Message-ID of its own.
    Anew,
}

/// What is known of the letter.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub purpose: Purpose,
    pub state: State,
    /// It will be tried again by itself.
    pub waits: bool,
    /// When it may have arrived.
    pub dot_at: Option<DateTime<Utc>>,
    /// What its bytes were made from, if they are there.
    pub made_of: Option<&'a MadeOf>,
    /// What they would be made from now.
    pub now_of: &'a MadeOf,
    pub event: &'a Event,
    pub now: DateTime<Utc>,
}

/// True when somebody may ask for it to be sent again.
pub(crate) fn can_be_asked_for(state: State, waits: bool) -> bool {
    matches!(state, State::Failed | State::Uncertain) && !waits
}

/// How a letter is sent again; nothing when it is under way by itself, has arrived, or was dropped for a reason.
pub(crate) fn again(case: Case<'_>) -> Option<Again> {
    let Case { purpose, state, waits, dot_at, made_of, now_of, event, now } = case;
    if !can_be_asked_for(state, waits) {
        return None;
    }
    // What a mail server has refused before it was taken, nobody has.
    let Some(dot_at) = dot_at else { return Some(Again::Anew) };
    let ahead = |at| Ahead::of(at, event.starts_at, event.timezone);
    // Nobody is sent what is no longer true because they may have had it when it was.
    let true_still = made_of == Some(now_of) && (purpose != Purpose::Reminder || ahead(dot_at) == ahead(now));
    Some(if true_still { Again::Same } else { Again::Anew })
}
