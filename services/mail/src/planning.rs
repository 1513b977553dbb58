//! Which letters follow from what has happened to one registration.
//!
//! Everything is derived from the newest snapshots, so that messages may come late, twice or in another order:
//! a fact that no longer holds brings no letter, and one that still holds brings it once.

mod facts;
pub(crate) mod follow_up;
mod reminders;
mod replanned;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use proto::event::Event;
use proto::registration::{ClaimState, Declined, Registration, State as Standing, Withdrawal};
use proto::webinar::WebinarFollowed;
use uuid::Uuid;

pub(crate) use facts::{Facts, Forwarded, ForwardedKind, SignIn, Speaking, Trial, TrialOf};

use crate::purpose::{Purpose, Skip, State};
use crate::reminder_plan::InForce;
use crate::replan::Replan;
use crate::told::{self, Told};

/// What is known about one registration.
#[derive(Clone, Copy)]
pub(crate) struct Picture<'a> {
    pub registration: &'a Registration,
    /// The snapshot before this one, if there was one.
    pub before: Option<&'a Registration>,
    pub reminders_stopped: bool,
    /// Absent as long as the news of it has not arrived.
    pub event: Option<&'a Event>,
    pub cancelled: bool,
    /// What the newest calendar message said; absent before the first.
    pub told: Option<&'a Told>,
    /// What a new programme or form means for the person, when that was heard.
    pub replan: Option<&'a Replan>,
    pub attended: bool,
    /// What comes after it, of a webinar.
    pub followed: Option<&'a WebinarFollowed>,
    /// When people are reminded.
    pub plan: &'a InForce,
    /// When the programme was released for the first time, if it was.
    pub released: Option<DateTime<Utc>>,
    pub letters: &'a [Existing],
    pub now: DateTime<Utc>,
    /// How long edits are gathered into one letter.
    pub debounce: TimeDelta,
}

/// A letter that is there already.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Existing {
    pub id: Uuid,
    pub purpose: Purpose,
    pub rule: String,
    pub computed_for: DateTime<Utc>,
    pub due: DateTime<Utc>,
    pub state: State,
    pub skip: Option<Skip>,
    /// Its bytes are there; what it says is settled.
    pub made: bool,
    pub sent_at: Option<DateTime<Utc>>,
    /// What had been told when it was planned, of a letter about a change.
    pub since: Option<Told>,
    /// What it says about a new programme, as it was heard.
    pub replan: Option<Replan>,
}

/// What was heard.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Occasion<'a> {
    Admitted {
        from_waiting_list: bool,
    },
    Waitlisted {
        position: u32,
    },
    Offered {
        answer_before: DateTime<Utc>,
    },
    Changed,
    Withdrawn {
        why: Withdrawal,
    },
    /// The organisers said no.
    Declined(&'a Declined),
    /// The organisers are to decide.
    Received,
    Repeated {
        at: DateTime<Utc>,
        answer_before: Option<DateTime<Utc>>,
    },
    AskedForLink {
        at: DateTime<Utc>,
    },
    /// The programme or the form is another; the picture says what that means.
    Replanned,
    /// The programme was released for the first time.
    Released,
    /// Something about the event, or about the person's wishes for letters.
    Surroundings,
}

/// A letter to be written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Planned {
    pub purpose: Purpose,
    pub rule: String,
    pub computed_for: DateTime<Utc>,
    pub due: DateTime<Utc>,
    pub facts: Option<Facts>,
    /// Only noted, with the reason why it is not sent.
    pub skip: Option<Skip>,
}

/// One thing to do about the letters of a registration.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Write(Planned),
    /// The same letter at another time.
    Redate {
        letter: Uuid,
        due: DateTime<Utc>,
        computed_for: DateTime<Utc>,
    },
    Withdraw {
        letter: Uuid,
        why: Skip,
    },
    /// The same letter says more.
    Amend {
        letter: Uuid,
        facts: Facts,
    },
}

/// Whoever asks for links again sooner gets no other letter.
const ASKED_AGAIN: TimeDelta = TimeDelta::minutes(10);
/// How the rules of letters begin that were asked for.
const ASKED: &str = "asked";

impl Existing {
    /// It carries links that somebody asked for, and goes out whatever becomes of the sign-up.
    fn was_asked_for(&self) -> bool {
        self.purpose == Purpose::Link && self.rule.starts_with(ASKED)
    }

    /// It can be kept from being sent when there is nothing left that it would be about.
    fn can_be_dropped(&self) -> bool {
        self.state.can_be_stopped() && !self.was_asked_for()
    }
}

/// What to do about the letters of a registration now.
pub(crate) fn plan(occasion: Occasion<'_>, picture: Picture<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    if let Occasion::AskedForLink { at } = occasion {
        // Whatever has become of the sign-up: the link shows what is held about somebody, and lets them delete it.
        let slot = at.duration_trunc(ASKED_AGAIN).unwrap_or(at);
        once(picture, Purpose::Link, format!("{ASKED}{}", slot.timestamp()), Some(Facts::Asked), &mut steps);
    }
    if picture.cancelled {
        cancelled(picture, &mut steps);
        return steps;
    }
    match picture.registration.state {
        Standing::Withdrawn => withdrawn(occasion, picture, &mut steps),
        Standing::Waiting => {
            match occasion {
                Occasion::Waitlisted { position } if !picture.registration.undecided => {
                    stop(picture, &[Purpose::Received], Skip::Superseded, &mut steps);
                    wait(picture, position, &mut steps);
                }
                Occasion::Received if picture.registration.undecided => {
                    once(picture, Purpose::Received, String::new(), None, &mut steps);
                }
                _ => {}
            }
            replanned::replanned(occasion, picture, &mut steps);
            links(occasion, picture, &mut steps);
        }
        Standing::Offered => {
            stop(picture, &[Purpose::Received, Purpose::WaitingList], Skip::Superseded, &mut steps);
            if let Occasion::Offered { answer_before } = occasion {
                let rule = answer_before.timestamp().to_string();
                once(picture, Purpose::Offer, rule, Some(Facts::Offer { answer_before }), &mut steps);
            }
            replanned::replanned(occasion, picture, &mut steps);
            links(occasion, picture, &mut steps);
        }
        Standing::Admitted => {
            stop(picture, &[Purpose::Received, Purpose::WaitingList, Purpose::Offer], Skip::Superseded, &mut steps);
            if let Occasion::Admitted { from_waiting_list } = occasion {
                welcome(from_waiting_list, picture, &mut steps);
            }
            links(occasion, picture, &mut steps);
            match replanned::replanned(occasion, picture, &mut steps) {
                true => stop(picture, &[Purpose::Change], Skip::Superseded, &mut steps),
                false => changes(picture, &mut steps),
            }
            reminders::reminders(occasion, picture, &mut steps);
            follow_up::follow_up(picture, &mut steps);
            follow_up::material(picture, &mut steps);
        }
    }
    steps
}

/// Nobody is welcomed to or reminded of a cancelled event; everybody concerned is told once.
fn cancelled(picture: Picture<'_>, steps: &mut Vec<Step>) {
    let kept = [Purpose::Cancellation, Purpose::Withdrawal];
    for letter in picture.letters.iter().filter(|l| l.can_be_dropped() && !kept.contains(&l.purpose)) {
        steps.push(Step::Withdraw { letter: letter.id, why: Skip::EventCancelled });
    }
    if picture.registration.state != Standing::Withdrawn {
        once(picture, Purpose::Cancellation, String::new(), None, steps);
    }
}

fn withdrawn(occasion: Occasion<'_>, picture: Picture<'_>, steps: &mut Vec<Step>) {
    for letter in picture.letters.iter().filter(|l| l.can_be_dropped() && l.purpose != Purpose::Withdrawal) {
        steps.push(Step::Withdraw { letter: letter.id, why: Skip::Withdrawn });
    }
    match occasion {
        // The letter about that is the event's.
        Occasion::Withdrawn { why: Withdrawal::EventCancelled } => {}
        Occasion::Withdrawn { why } => {
            once(picture, Purpose::Withdrawal, String::new(), Some(Facts::Withdrawal { why }), steps);
        }
        Occasion::Declined(declined) => {
            let facts = Facts::Declined(declined.clone());
            once(picture, Purpose::Withdrawal, String::new(), Some(facts), steps);
        }
        _ => {}
    }
}

/// One letter says that there is a place, whichever of the two it is.
fn welcome(from_waiting_list: bool, picture: Picture<'_>, steps: &mut Vec<Step>) {
    let welcomed = [Purpose::Confirmation, Purpose::Place];
    let again = picture.letters.iter().any(|letter| welcomed.contains(&letter.purpose));
    // A place that was lost with the form of the event, and that is there again.
    let waited = picture.before.is_some_and(|before| matches!(before.state, Standing::Waiting | Standing::Offered));
    let purpose = if from_waiting_list { Purpose::Place } else { Purpose::Confirmation };
    match again {
        false => once(picture, purpose, String::new(), None, steps),
        true if from_waiting_list && waited => {
            once(picture, purpose, format!("r{}", picture.registration.revision), None, steps);
        }
        true => {}
    }
}

/// Tells somebody that they stand in the queue; once more when they had a place in between.
fn wait(picture: Picture<'_>, position: u32, steps: &mut Vec<Step>) {
    let told = picture.letters.iter().any(|letter| letter.purpose == Purpose::WaitingList);
    let had_place = picture.before.is_some_and(|before| before.state == Standing::Admitted);
    let rule = if told && had_place { format!("r{}", picture.registration.revision) } else { String::new() };
    once(picture, Purpose::WaitingList, rule, Some(Facts::Waiting { position }), steps);
}

/// Letters that carry the person's links once more.
fn links(occasion: Occasion<'_>, picture: Picture<'_>, steps: &mut Vec<Step>) {
    let registration = picture.registration;
    if let Occasion::Repeated { at, answer_before } = occasion {
        let hour = at.duration_trunc(TimeDelta::hours(1)).unwrap_or(at);
        let facts = Facts::Repeated { answer_before };
        once(picture, Purpose::Repeated, hour.timestamp().to_string(), Some(facts), steps);
    }
    let (address, generation) = match (picture.told, picture.before) {
        (Some(told), _) => (told.address.as_str(), told.generation),
        (None, Some(before)) => (before.email.as_str(), before.generation),
        (None, None) => return,
    };
    // With the invitation, so that the entry stands in the calendar of the address that is read.
    if address != registration.email || generation < registration.generation {
        let unsent = |l: &Existing| {
            l.state.is_unsent()
                && !l.was_asked_for()
                && matches!(l.purpose, Purpose::Link | Purpose::Confirmation | Purpose::Place)
        };
        if !picture.letters.iter().any(unsent) {
            once(picture, Purpose::Link, format!("r{}", registration.revision), None, steps);
        }
    }
}

/// One letter about everything that is different from what was told, after a while without haste.
fn changes(picture: Picture<'_>, steps: &mut Vec<Step>) {
    let (Some(event), Some(told)) = (picture.event, picture.told) else { return };
    let differs = |since: Option<&Told>| !told::news(since, Some(told), event, picture.registration, &[]).is_empty();
    // One that is made already says what was true then, and what has come since needs another.
    let open = |l: &&Existing| l.purpose == Purpose::Change && l.state.is_unsent() && !l.made;
    let (waiting, idle): (Vec<_>, Vec<_>) =
        picture.letters.iter().filter(open).partition(|letter| differs(letter.since.as_ref()));
    steps.extend(idle.into_iter().map(|letter| Step::Withdraw { letter: letter.id, why: Skip::NothingChanged }));
    if differs(None) && waiting.is_empty() && picture.now < event.ends_at {
        let rule = format!("e{}r{}", event.revision, picture.registration.revision);
        if !picture.letters.iter().any(|l| l.purpose == Purpose::Change && l.rule == rule) {
            steps.push(Step::Write(Planned {
                purpose: Purpose::Change,
                rule,
                computed_for: event.starts_at,
                due: picture.now + picture.debounce,
                facts: Some(Facts::Change { since: Box::new(since(told, picture.before)) }),
                skip: None,
            }));
        }
    }
}

/// What had been told, and what the person is known to have waited for.
fn since(told: &Told, before: Option<&Registration>) -> Told {
    let claims = before.iter().flat_map(|before| &before.choices);
    let waited = claims.filter(|claim| matches!(claim.state, ClaimState::Waiting | ClaimState::Offered));
    let mut since = told.clone();
    since.waiting.extend(waited.map(|claim| claim.pool_id));
    since
}

fn stop(picture: Picture<'_>, purposes: &[Purpose], why: Skip, steps: &mut Vec<Step>) {
    let stopped = picture.letters.iter().filter(|l| l.state.can_be_stopped() && purposes.contains(&l.purpose));
    steps.extend(stopped.map(|letter| Step::Withdraw { letter: letter.id, why }));
}

/// A letter to be sent at once, unless it is there already.
fn once(picture: Picture<'_>, purpose: Purpose, rule: String, facts: Option<Facts>, steps: &mut Vec<Step>) {
    if picture.letters.iter().any(|letter| letter.purpose == purpose && letter.rule == rule) {
        return;
    }
    // Not for a start, but the column must be the same for the same letter.
    let computed_for = DateTime::UNIX_EPOCH;
    steps.push(Step::Write(Planned { purpose, rule, computed_for, due: picture.now, facts, skip: None }));
}
