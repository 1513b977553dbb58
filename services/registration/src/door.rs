//! Decides what a door may do about somebody who stands before it.

use crate::answers::{Answer, Answers, Organisation};
use crate::desk::errand::Refusal;
use crate::municipality;
use crate::places::Pool;
use crate::store::claim;
use crate::store::registration::State;
use chrono::{DateTime, TimeDelta, Utc};
use proto::PoolId;
use proto::event::{AnswerType, Event, Form, Question};

/// The key of the yes/no question by which somebody agrees to be in pictures.
const PICTURES: &str = "photo";

/// A door: that of the event, or that of one session.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    pub(crate) session: Option<Pool>,
    /// Some take part in the hall and some online, so that a place of one form is none of the other.
    pub(crate) both_forms: bool,
}

impl Door {
    /// The door of this event, or of this session of it; nothing when there is no such session.
    pub(crate) fn of(pools: &[Pool], session: Option<PoolId>) -> Option<Self> {
        let is_session = |pool: &&Pool| !pool.whole && !pool.closed && pool.kept.is_none();
        let session = match session {
            Some(id) => Some(pools.iter().filter(is_session).find(|pool| pool.id == id)?.clone()),
            None => None,
        };
        let in_person = |pool: &Pool| pool.whole && !pool.closed && pool.form == Some(Form::InPerson);
        Some(Self { session, both_forms: pools.iter().any(in_person) })
    }
}

/// Somebody before a door, and what is known of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arriving {
    pub(crate) state: State,
    pub(crate) form: Option<Form>,
    pub(crate) offered_until: Option<DateTime<Utc>>,
    /// Of the session whose door it is.
    pub(crate) claim: Option<claim::State>,
    /// Noted at this door, or at another of the same.
    pub(crate) came: bool,
}

/// What a door may do about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum May {
    /// They have a place: that they came can be noted.
    Note,
    /// They came; that can be taken back.
    TakeBack,
    /// A place is kept for them, which can be taken for them.
    LetIn,
    /// They have not chosen the session, and there is a place in it.
    GivePlace,
    /// They wait, and pass nobody at the door.
    Wait,
    /// They signed off; they can sign up anew if there is a place.
    SignUpAnew,
    /// They have a place online only.
    Online,
    /// They have not chosen the session, and every place in it is taken.
    Full,
}

impl May {
    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::TakeBack => "take-back",
            Self::LetIn => "let-in",
            Self::GivePlace => "give-place",
            Self::Wait => "wait",
            Self::SignUpAnew => "anew",
            Self::Online => "online",
            Self::Full => "full",
        }
    }
}

/// What this door may do about this person now.
pub(crate) fn may(door: &Door, person: &Arriving, now: DateTime<Utc>) -> May {
    match person.state {
        State::Withdrawn => return May::SignUpAnew,
        State::Offered if door.session.is_none() && person.offered_until.is_some_and(|until| now < until) => {
            return May::LetIn;
        }
        State::Waiting | State::Offered | State::Undecided => return May::Wait,
        State::Admitted if person.came => return May::TakeBack,
        State::Admitted if door.both_forms && person.form == Some(Form::Online) => return May::Online,
        State::Admitted => {}
    }
    match (&door.session, person.claim) {
        (None, _) | (Some(_), Some(claim::State::Held)) => May::Note,
        (Some(_), Some(claim::State::Waiting | claim::State::Offered | claim::State::Wanted)) => May::Wait,
        (Some(session), Some(claim::State::Released) | None) => match session.left() {
            // Where there is no end to the places, nobody needs one.
            None => May::Note,
            Some(0) => May::Full,
            Some(_) => May::GivePlace,
        },
    }
}

/// The longest that a mark can have waited on a phone.
const LONGEST_WAIT: TimeDelta = TimeDelta::days(2);

/// When a mark was made that a phone sends so many milliseconds later. The phone says how long ago and not when, for its clock may be
/// wrong; what it says is kept within what can be.
pub(crate) fn made_at(now: DateTime<Utc>, ago: i64) -> DateTime<Utc> {
    let ago = TimeDelta::try_milliseconds(ago).unwrap_or(LONGEST_WAIT);
    now - ago.clamp(TimeDelta::zero(), LONGEST_WAIT)
}

/// Whether somebody who is not signed up can be let in at all: when sign-up has closed too, but not when all is over.
pub(crate) fn lets_in(event: &Event, cancelled: bool, now: DateTime<Utc>) -> Result<(), Refusal> {
    match (cancelled, now >= event.ends_at) {
        (true, _) => Err(Refusal::Cancelled),
        (false, true) => Err(Refusal::Over),
        (false, false) => Ok(()),
    }
}

/// How somebody who is let in takes part: in the hall, where there is a choice.
pub(crate) fn form(forms: &[Form]) -> Option<Form> {
    forms.iter().copied().find(|form| *form == Form::InPerson)
}

/// Where somebody comes from, as they answered: their organisation, or else their municipality.
pub(crate) fn affiliation(questions: &[Question], answers: &Answers) -> Option<String> {
    let open = questions.iter().filter(|question| !question.sensitive);
    let answered: Vec<&Answer> = open.filter_map(|question| answers.get(&question.key)).collect();
    let organisation = answered.iter().find_map(|answer| match answer {
        Answer::Organisation(Organisation::Named(name)) => Some(name.clone()),
        Answer::Organisation(Organisation::Numbered { number, .. }) => Some(number.clone()),
        _ => None,
    });
    organisation.or_else(|| {
        answered.iter().find_map(|answer| match answer {
            Answer::Municipality { land, number } => municipality::numbered(*land, number).map(|m| m.name.to_owned()),
            _ => None,
        })
    })
}

/// Whether an event asks where people come from.
pub(crate) fn asks_affiliation(questions: &[Question]) -> bool {
    let asks = |answer: &AnswerType| matches!(answer, AnswerType::Organisation | AnswerType::Municipality { .. });
    questions.iter().any(|question| !question.sensitive && asks(&question.answer))
}

/// Whether somebody agrees to something by saying yes: only they can.
pub(crate) fn is_consent(question: &Question) -> bool {
    question.key == PICTURES && question.answer == AnswerType::YesNo
}

/// Whether no picture may be taken of somebody: the event asks, and they have not said yes.
pub(crate) fn no_pictures(questions: &[Question], answers: &Answers) -> bool {
    questions.iter().any(is_consent) && answers.get(PICTURES) != Some(&Answer::YesNo(true))
}

#[cfg(test)]
mod tests;
