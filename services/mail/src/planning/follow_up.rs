//! The letter after an event: to those who were there, and in other words to those who were not.

use chrono::{DateTime, TimeDelta, Utc};
use proto::event::{Event, EventKind};
use proto::webinar::WebinarFollowed;

use super::{Existing, Picture, Planned, Step};
use crate::purpose::{Purpose, Skip, State};
use crate::reminder_plan::{self, Audience, Due, InForce, Rule};

/// How long after the end it still makes sense.
const UNTIL: TimeDelta = TimeDelta::days(14);

/// So long after it was settled who came it waits: who came is told by others than those who settle it, and can arrive later.
const GRACE: TimeDelta = TimeDelta::minutes(15);

/// From when on it says nothing new to anybody.
pub(crate) fn too_late(event: &Event) -> DateTime<Utc> {
    event.ends_at + UNTIL
}

/// One letter afterwards, to those of an audience. Of several, each person gets one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Afterwards {
    pub(crate) due: Due,
    pub(crate) audience: Audience,
    rule: Option<Rule>,
}

impl Afterwards {
    /// By what it is known among the letters of one person.
    pub(crate) fn key(&self) -> String {
        self.rule.map(|rule| rule.key()).unwrap_or_default()
    }
}

/// The letters after an event, as its plan says.
pub(crate) fn letters(event: &Event, plan: &InForce, followed: Option<&WebinarFollowed>) -> Vec<Afterwards> {
    if event.kind == EventKind::Webinar && plan.leaves_afterwards_to_webinar() {
        let due = of_webinar(event, followed);
        return due.map(|due| Afterwards { due, audience: Audience::Everybody, rule: None }).into_iter().collect();
    }
    let after = |rule: &Rule| {
        let due = reminder_plan::due(rule, event, None)?;
        Some(Afterwards { due, audience: rule.audience, rule: Some(*rule) })
    };
    plan.afterwards().filter_map(after).collect()
}

/// As its organisers say, or soon after they have settled who came, be it earlier or later: those who had no letter because
/// nothing was known then get it now. What was settled before the webinar was moved is settled no more.
pub(crate) fn of_webinar(event: &Event, followed: Option<&WebinarFollowed>) -> Option<Due> {
    let followed = followed.filter(|_| event.kind == EventKind::Webinar)?;
    let usual = event.ends_at + TimeDelta::minutes(followed.letter_minutes?.into());
    let at = settled(event, Some(followed)).map_or(usual, |settled| settled + GRACE);
    Some(Due { at, computed_for: at })
}

/// Since when it is settled who came, if it is.
pub(crate) fn settled(event: &Event, followed: Option<&WebinarFollowed>) -> Option<DateTime<Utc>> {
    followed?.settled_at.filter(|settled| *settled >= event.ends_at)
}

pub(super) fn follow_up(picture: Picture<'_>, steps: &mut Vec<Step>) {
    let Some(event) = picture.event else { return };
    let wanted = letters(event, picture.plan, picture.followed);
    let all = || picture.letters.iter().filter(|letter| letter.purpose == Purpose::FollowUp);
    let thanked = all().any(|letter| !letter.state.is_unsent() && letter.state != State::Withdrawn);
    let gone = all().filter(|letter| letter.state.is_unsent() && wanted.iter().all(|after| after.key() != letter.rule));
    steps.extend(gone.map(|letter| Step::Withdraw { letter: letter.id, why: Skip::RuleRemoved }));
    for after in wanted {
        let key = after.key();
        match all().find(|letter| letter.rule == key) {
            Some(letter) if thanked && letter.state.is_unsent() => {
                steps.push(Step::Withdraw { letter: letter.id, why: Skip::Superseded });
            }
            _ if thanked => {}
            Some(letter) => again(letter, after.due, picture, event, steps),
            None => steps.push(Step::Write(Planned {
                purpose: Purpose::FollowUp,
                rule: key,
                computed_for: after.due.computed_for,
                due: after.due.at,
                facts: None,
                skip: (picture.now >= too_late(event)).then_some(Skip::TooLate),
            })),
        }
    }
}

/// Sends a letter that is there at another time, or after all.
fn again(letter: &Existing, due: Due, picture: Picture<'_>, event: &Event, steps: &mut Vec<Step>) {
    let Due { at, computed_for } = due;
    let another = letter.computed_for != computed_for;
    let elsewhen = letter.due != at && (at > picture.now || letter.due > picture.now);
    let again = match (letter.state, letter.skip) {
        // Who was there can be noted later than a day after.
        (State::Withdrawn, Some(Skip::NoAttendance)) => {
            another || picture.attended || settled(event, picture.followed).is_some()
        }
        (State::Withdrawn, Some(Skip::Absent)) => another || picture.attended,
        (State::Withdrawn, Some(Skip::WasThere)) => another || !picture.attended,
        (State::Withdrawn, Some(Skip::TooLate)) => another || elsewhen,
        (State::Withdrawn, Some(Skip::RuleRemoved)) => true,
        (state, _) => state.is_unsent() && (another || elsewhen),
    };
    if again && picture.now < too_late(event) {
        steps.push(Step::Redate { letter: letter.id, due: at.max(picture.now), computed_for });
    }
}

/// So long after the first of it has been added, so that slides which come a little after the recording are told of with it.
const GATHERED: TimeDelta = TimeDelta::minutes(30);
/// How long after the end of a webinar a recording is still news.
const NEWS_UNTIL: TimeDelta = TimeDelta::days(30);

/// From when on it is too late to tell anybody that there is something to see.
pub(crate) fn too_late_for_material(event: &Event) -> DateTime<Utc> {
    event.ends_at + NEWS_UNTIL
}

/// One letter to those who were written to after a webinar, and told that there might be something to see, when there is.
pub(super) fn material(picture: Picture<'_>, steps: &mut Vec<Step>) {
    let Some(event) = picture.event.filter(|event| event.kind == EventKind::Webinar) else { return };
    let written = |purpose| picture.letters.iter().find(|letter| letter.purpose == purpose);
    let told =
        written(Purpose::FollowUp).filter(|letter| letter.state == State::Sent).and_then(|letter| letter.sent_at);
    let since = picture.followed.filter(|after| after.material).and_then(|after| after.material_since);
    let news = since.filter(|since| told.is_some_and(|told| told < *since));
    match (written(Purpose::Material), news) {
        (None, None) => {}
        (None, Some(since)) if picture.now < too_late_for_material(event) => steps.push(Step::Write(Planned {
            purpose: Purpose::Material,
            rule: String::new(),
            computed_for: DateTime::UNIX_EPOCH,
            due: (since + GATHERED).max(picture.now),
            facts: None,
            skip: None,
        })),
        (None, Some(_)) => {}
        (Some(letter), None) => {
            if letter.state.is_unsent() {
                steps.push(Step::Withdraw { letter: letter.id, why: Skip::RuleRemoved });
            }
        }
        (Some(letter), Some(since)) => {
            if letter.state == State::Withdrawn && letter.skip == Some(Skip::RuleRemoved) {
                let due = (since + GATHERED).max(picture.now);
                steps.push(Step::Redate { letter: letter.id, due, computed_for: letter.computed_for });
            }
        }
    }
}
