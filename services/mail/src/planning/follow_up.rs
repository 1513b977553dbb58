//! The letter after a conference: to those who were there, and in other words to those who were not.

use chrono::{DateTime, TimeDelta, Utc};
use proto::event::{Event, EventKind};

use super::{Picture, Planned, Step};
use crate::purpose::{Purpose, Skip, State};

/// How long after the end it is due.
const AFTER: TimeDelta = TimeDelta::days(1);
/// How long after the end it still makes sense.
const UNTIL: TimeDelta = TimeDelta::days(14);

/// From when on it says nothing new to anybody.
pub(crate) fn too_late(event: &Event) -> DateTime<Utc> {
    event.ends_at + UNTIL
}

pub(super) fn follow_up(picture: Picture<'_>, steps: &mut Vec<Step>) {
    let Some(event) = picture.event.filter(|event| event.kind == EventKind::Conference) else { return };
    let (due, computed_for) = (event.ends_at + AFTER, event.ends_at);
    let Some(letter) = picture.letters.iter().find(|letter| letter.purpose == Purpose::FollowUp) else {
        steps.push(Step::Write(Planned {
            purpose: Purpose::FollowUp,
            rule: String::new(),
            computed_for,
            due,
            facts: None,
            skip: (picture.now >= too_late(event)).then_some(Skip::TooLate),
        }));
        return;
    };
    let another_end = letter.computed_for != computed_for;
    let again = match (letter.state, letter.skip) {
        // Who was there can be noted later than a day after.
        (State::Withdrawn, Some(Skip::NoAttendance)) => another_end || picture.attended,
        (State::Withdrawn, Some(Skip::TooLate)) => another_end,
        (state, _) => state.is_unsent() && another_end,
    };
    if again && picture.now < too_late(event) {
        steps.push(Step::Redate { letter: letter.id, due: due.max(picture.now), computed_for });
    }
}
