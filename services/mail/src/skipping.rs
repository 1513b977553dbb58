//! Whether a letter that is due still has something true to say.

use chrono::{DateTime, Utc};
use proto::event::Event;
use proto::registration::{Registration, State as Standing};
use proto::webinar::WebinarFollowed;

use crate::notice::Notice;
use crate::planning::{self, Facts};
use crate::purpose::{Purpose, Skip};
use crate::receiving::answering::News;
use crate::reminder_plan::{self, Audience, InForce, Rule, asks};
use crate::replan::Now;
use crate::selection::Heard;
use crate::told::{self, Told};

/// What is known when a letter is about to be made.
#[derive(Clone, Copy)]
pub(crate) struct Moment<'a> {
    pub registration: &'a Registration,
    pub event: &'a Event,
    pub cancelled: bool,
    pub reminders_stopped: bool,
    pub attended: bool,
    /// Of anybody at the event.
    pub attendance_known: bool,
    /// What comes after it, of a webinar.
    pub followed: Option<&'a WebinarFollowed>,
    /// When people are reminded.
    pub plan: &'a InForce,
    /// When the programme was released for the first time, if it was.
    pub released: Option<DateTime<Utc>>,
    /// The person's calendar has said yes to the time that the event has now.
    pub confirmed: bool,
    /// A delegation has signed the person up, who has answered nothing since.
    pub unanswered: bool,
    pub told: Option<&'a Told>,
    /// What was told when the letter was planned, if the person heard it.
    pub since: Option<&'a Told>,
    /// What organisers wrote, of such a letter.
    pub notice: Option<&'a Notice>,
    pub now: DateTime<Utc>,
}

/// The letter in question.
#[derive(Clone, Copy)]
pub(crate) struct Due<'a> {
    pub purpose: Purpose,
    pub rule: &'a str,
    pub computed_for: DateTime<Utc>,
    pub facts: Option<&'a Facts>,
}

/// Why a letter that is due is not sent after all; nothing when it is.
pub(crate) fn skip(letter: Due<'_>, moment: Moment<'_>) -> Option<Skip> {
    let Moment { registration, event, cancelled, told, since, now, .. } = moment;
    let standing = registration.state;
    match letter.purpose {
        // Whoever signed off after the cancellation had no other letter that takes the entry out.
        Purpose::SignIn | Purpose::SignInChanged | Purpose::Withdrawal | Purpose::Cancellation => None,
        // To people who need not be signed up.
        Purpose::Speaking | Purpose::Proposal | Purpose::Forward | Purpose::Trial => None,
        Purpose::Delegation | Purpose::Invitation | Purpose::Followed | Purpose::TurnedAway => None,
        // To somebody who is signed off, as long as it is so and there is something to sign up for.
        Purpose::Reply if letter.facts == Some(&Facts::Reply { news: News::SignedOff }) => match () {
            () if cancelled => Some(Skip::EventCancelled),
            () if now >= event.ends_at => Some(Skip::Over),
            () => (standing != Standing::Withdrawn).then_some(Skip::Superseded),
        },
        Purpose::Link if letter.facts == Some(&Facts::Asked) => None,
        _ if cancelled => Some(Skip::EventCancelled),
        _ if standing == Standing::Withdrawn => Some(Skip::Withdrawn),
        Purpose::FollowUp => follow_up(letter, moment),
        Purpose::Material => material(moment),
        Purpose::Notice => notice(moment),
        _ if now >= event.ends_at => Some(Skip::Over),
        Purpose::Repeated | Purpose::Link | Purpose::Reply => None,
        Purpose::Received => (!registration.undecided).then_some(Skip::Superseded),
        Purpose::WaitingList => (standing != Standing::Waiting).then_some(Skip::Superseded),
        Purpose::Offer => match letter.facts {
            _ if standing != Standing::Offered => Some(Skip::NoPlace),
            Some(Facts::Offer { answer_before }) if now >= *answer_before => Some(Skip::Expired),
            _ => None,
        },
        Purpose::Replanned => match letter.facts {
            Some(Facts::Replanned(replan)) => {
                let news = replan.news(Now { since, last: told, event, registration, now });
                news.is_empty().then_some(Skip::NothingChanged)
            }
            _ => None,
        },
        _ if standing != Standing::Admitted => Some(Skip::NoPlace),
        Purpose::Confirmation | Purpose::Place | Purpose::Named | Purpose::Placed => None,
        Purpose::Change => told::news(since, told, event, registration, &[]).is_empty().then_some(Skip::NothingChanged),
        Purpose::Reminder => reminder(letter, moment),
    }
}

/// Why a letter that nobody has to have is not tried: those to the person come back.
pub(crate) fn unreachable(can_be_stopped: bool, unreachable: bool) -> Option<Skip> {
    (unreachable && can_be_stopped).then_some(Skip::Unreachable)
}

/// It goes to those who were chosen when it was let go, as long as they are.
fn notice(moment: Moment<'_>) -> Option<Skip> {
    let Moment { registration, event, attended, attendance_known, confirmed, unanswered, .. } = moment;
    let notice = moment.notice?;
    let heard = Heard { attended, attendance_known, confirmed, unanswered };
    match () {
        () if !notice.necessary && moment.reminders_stopped => Some(Skip::Stopped),
        () if !notice.selection.fits(event, registration, heard) => Some(Skip::NotChosen),
        () => None,
    }
}

fn follow_up(letter: Due<'_>, moment: Moment<'_>) -> Option<Skip> {
    let Moment { registration, event, attended, attendance_known, followed, now, .. } = moment;
    let letters = planning::follow_up::letters(event, moment.plan, followed);
    let after = letters.iter().find(|after| after.key() == letter.rule);
    let audience = after.map(|after| after.audience);
    match () {
        () if registration.state != Standing::Admitted && !attended => Some(Skip::NoPlace),
        () if moment.reminders_stopped => Some(Skip::Stopped),
        () if after.is_none() => Some(Skip::RuleRemoved),
        () if after.is_some_and(|after| after.due.computed_for != letter.computed_for) => Some(Skip::Moved),
        () if now >= planning::follow_up::too_late(event) => Some(Skip::TooLate),
        () if !attendance_known => Some(Skip::NoAttendance),
        () if audience == Some(Audience::Came) && !attended => Some(Skip::Absent),
        () if audience == Some(Audience::Missed) && attended => Some(Skip::WasThere),
        () => None,
    }
}

fn material(moment: Moment<'_>) -> Option<Skip> {
    let Moment { registration, event, attended, followed, now, .. } = moment;
    match () {
        () if registration.state != Standing::Admitted && !attended => Some(Skip::NoPlace),
        () if moment.reminders_stopped => Some(Skip::Stopped),
        () if followed.is_none_or(|after| !after.material) => Some(Skip::RuleRemoved),
        () if now >= planning::follow_up::too_late_for_material(event) => Some(Skip::TooLate),
        () => None,
    }
}

fn reminder(letter: Due<'_>, moment: Moment<'_>) -> Option<Skip> {
    let Moment { event, plan, now, .. } = moment;
    if moment.reminders_stopped {
        return Some(Skip::Stopped);
    }
    let Some(rule) = plan.reminder(letter.rule) else { return Some(Skip::RuleRemoved) };
    let due = |rule: &Rule| reminder_plan::due(rule, event, moment.released);
    let Some(own) = due(rule).filter(|due| due.computed_for == letter.computed_for) else { return Some(Skip::Moved) };
    if now >= event.starts_at {
        return Some(Skip::Over);
    }
    if now >= reminder_plan::latest(rule, event) {
        return Some(Skip::TooLate);
    }
    if rule.audience == Audience::Unconfirmed && moment.confirmed {
        return Some(Skip::Confirmed);
    }
    if rule.audience == Audience::Unanswered && !(moment.unanswered && asks(event)) {
        return Some(Skip::Answered);
    }
    // After a long silence one reminder of the same thing is enough, the nearest.
    let alike = plan.reminders().filter(|other| (other.anchor, other.audience) == (rule.anchor, rule.audience));
    let nearer = alike.filter_map(due).any(|other| own.at < other.at && other.at <= now);
    nearer.then_some(Skip::Superseded)
}
