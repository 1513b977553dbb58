//! What an answer from a calendar means for the sign-up that it is about.

use calendar::{Method, Reply, ReplyAnswer};
use chrono::{DateTime, TimeDelta, Utc};
use proto::event::Event;
use proto::registration::{Registration, State as Standing};
use serde::{Deserialize, Serialize};

use super::address::{domain_of, normalised};
use crate::store::reply::{self, Answer};

/// How far it is known who sent an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sender {
    /// The address that is signed up, and its domain is vouched for.
    Person,
    /// Another address of the same domain, which is vouched for: an alias, or somebody at the same place of work.
    Colleague,
    Anybody,
}

/// Who sent an answer, seen from the address that is signed up.
pub(crate) fn sender(from: Option<&str>, vouched: Option<&str>, registered: &str) -> Sender {
    let (Some(from), Some(vouched)) = (from, vouched) else { return Sender::Anybody };
    let (from_domain, own_domain) = (domain_of(from), domain_of(registered));
    if from_domain.as_deref() != Some(vouched) || from_domain != own_domain {
        return Sender::Anybody;
    }
    match normalised(from) == normalised(registered) {
        true => Sender::Person,
        false => Sender::Colleague,
    }
}

/// Everything that the decision depends on.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub reply: &'a Reply,
    pub sender: Sender,
    pub registration: &'a Registration,
    pub event: &'a Event,
    pub cancelled: bool,
    /// The number of the newest invitation that told of another time than the one before.
    pub moved: Option<u32>,
    /// The answer before.
    pub before: Option<&'a reply::Model>,
    /// When it arrived.
    pub at: DateTime<Utc>,
}

/// What becomes of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    /// Nothing, for this reason.
    Ignored(Why),
    /// It is noted for the organisers, and perhaps the person is written to.
    Noted { answer: Answer, proven: bool, order: Order, letter: Option<News> },
    /// The person is only written to.
    Written(News),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// It came before, or after a newer one.
    Late,
    /// It answers an invitation to another time.
    Outdated,
    /// It says neither yes nor no, and asks nothing.
    Nothing,
    /// It is not known to be theirs, and what is known already is.
    Unproven,
    /// It agrees with what is so already.
    AlreadySo,
}

/// What answers are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    pub sequence: Option<u32>,
    /// Never later than it arrived: a stamp in the future would hide every answer after it.
    pub stamp: Option<DateTime<Utc>>,
}

/// What the person is written because of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum News {
    /// A no that may be somebody else's: the link signs off.
    Unproven,
    /// A no after the last time to sign off.
    TooLate,
    /// Somebody else is to come: the link says who.
    Substitute,
    /// A yes from somebody who is signed off.
    SignedOff,
    /// The newest invitation was asked for.
    Invitation,
}

impl News {
    /// The end of the keys of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Unproven => "unproven",
            Self::TooLate => "too-late",
            Self::Substitute => "substitute",
            Self::SignedOff => "signed-off",
            Self::Invitation => "invitation",
        }
    }

    /// The same letter goes out at most once in this time, however many answers come.
    const fn at_most_every(self) -> TimeDelta {
        match self {
            Self::Invitation => TimeDelta::hours(1),
            _ => TimeDelta::days(1),
        }
    }

    /// Which of the letters with this news it is: one for each stretch of time.
    pub(crate) fn rule(self, at: DateTime<Utc>) -> String {
        format!("{}{}", self.word(), at.timestamp() / self.at_most_every().num_seconds())
    }
}

/// Decides what becomes of an answer.
pub(crate) fn decide(case: Case<'_>) -> Verdict {
    let Case { reply, sender, registration, event, cancelled, moved, before, at } = case;
    let open = !cancelled && at < event.ends_at && registration.state != Standing::Withdrawn;
    let answer = match (&reply.method, &reply.answer) {
        (Method::Refresh, _) if open && registration.state == Standing::Admitted => {
            return Verdict::Written(News::Invitation);
        }
        (Method::Refresh | Method::Other(_), _) => return Verdict::Ignored(Why::Nothing),
        (Method::Counter, _) => Answer::Proposed,
        (Method::Reply, ReplyAnswer::Accepted) => Answer::Accepted,
        (Method::Reply, ReplyAnswer::Tentative) => Answer::Tentative,
        (Method::Reply, ReplyAnswer::Declined) => Answer::Declined,
        (Method::Reply, ReplyAnswer::Delegated { .. }) => Answer::Delegated,
        (Method::Reply, ReplyAnswer::NeedsAction | ReplyAnswer::Other) => return Verdict::Ignored(Why::Nothing),
    };
    let order = Order { sequence: reply.sequence, stamp: reply.stamp.map(|stamp| host::to_micros(stamp.min(at))) };
    if before.is_some_and(|before| is_late(order, answer, before)) {
        return Verdict::Ignored(Why::Late);
    }
    // A yes to the time before says nothing about the time now. A no does: who cannot come can be told again.
    let outdated = matches!((order.sequence, moved), (Some(answered), Some(moved)) if answered < moved);
    if outdated && matches!(answer, Answer::Accepted | Answer::Tentative) {
        return Verdict::Ignored(Why::Outdated);
    }
    if registration.state == Standing::Withdrawn {
        return match answer {
            Answer::Accepted if !cancelled && at < event.ends_at => Verdict::Written(News::SignedOff),
            _ => Verdict::Ignored(Why::AlreadySo),
        };
    }
    let proven = match answer {
        Answer::Declined => sender == Sender::Person,
        _ => sender != Sender::Anybody,
    };
    let letter = match answer {
        _ if !open => None,
        Answer::Declined if registration.state == Standing::Admitted && at >= event.sign_up.withdraw_until => {
            Some(News::TooLate)
        }
        Answer::Declined if !proven => Some(News::Unproven),
        Answer::Delegated if registration.state == Standing::Admitted => Some(News::Substitute),
        _ => None,
    };
    // What anybody can have sent takes nothing back that the person is known to have said.
    if !proven && before.is_some_and(|before| before.proven) {
        return letter.map_or(Verdict::Ignored(Why::Unproven), Verdict::Written);
    }
    Verdict::Noted { answer, proven, order, letter }
}

/// True for an answer that was taken in already, or that is older than the one that was. Old Outlook does not keep the
/// number right, so it is not enough to be lower: the stamp must not be newer either.
fn is_late(new: Order, answer: Answer, before: &reply::Model) -> bool {
    let number = |sequence: Option<i64>| sequence.unwrap_or(0);
    let newer_number = number(new.sequence.map(i64::from)) > number(before.sequence);
    match (new.stamp, before.stamp) {
        (Some(new), Some(known)) => new <= known && !newer_number,
        // Nothing tells them apart but what they say.
        _ => answer == before.answer && !newer_number,
    }
}
