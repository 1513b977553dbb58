//! Decides whether a person may still do something about their own sign-up.

use crate::desk::errand::Refusal;
use crate::store::registration::State;
use chrono::{DateTime, Utc};
use proto::event::Event;

/// Whether a person may sign off. One may leave the waiting list for as long as there is something to wait for.
pub(crate) fn may_withdraw(event: &Event, cancelled: bool, state: State, now: DateTime<Utc>) -> Result<(), Refusal> {
    may_change(event, cancelled, state, now)?;
    match state {
        State::Admitted if now >= event.sign_up.withdraw_until => Err(Refusal::TooLateToWithdraw),
        State::Admitted | State::Waiting | State::Offered | State::Withdrawn | State::Undecided => Ok(()),
    }
}

/// What has to happen before everything about a person is deleted because they ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Erasing {
    /// Nothing: no place is held that anybody else could have.
    AtOnce,
    /// The place is let go in the same step: it is too late to sign off by oneself, but not to be forgotten.
    LetGoFirst,
    /// The person signs off, and is told what that means.
    SignOffFirst,
}

/// How somebody gets everything about them deleted.
pub(crate) fn erasing(event: &Event, cancelled: bool, state: State, now: DateTime<Utc>) -> Erasing {
    match may_withdraw(event, cancelled, state, now) {
        Ok(()) => Erasing::SignOffFirst,
        Err(Refusal::TooLateToWithdraw) => Erasing::LetGoFirst,
        Err(_) => Erasing::AtOnce,
    }
}

/// Whether a person may give the place to another. A wait cannot be given away, or places in queues would be traded.
pub(crate) fn may_hand_over(event: &Event, cancelled: bool, state: State, now: DateTime<Utc>) -> Result<(), Refusal> {
    may_change(event, cancelled, state, now)?;
    match state {
        State::Admitted => Ok(()),
        State::Waiting | State::Offered | State::Withdrawn | State::Undecided => Err(Refusal::NoPlace),
    }
}

/// Whether a person may change what they told.
pub(crate) fn may_change(event: &Event, cancelled: bool, state: State, now: DateTime<Utc>) -> Result<(), Refusal> {
    if state == State::Withdrawn {
        return Err(Refusal::AlreadyWithdrawn);
    }
    if cancelled {
        return Err(Refusal::Cancelled);
    }
    if now >= event.ends_at {
        return Err(Refusal::Over);
    }
    Ok(())
}

/// Whether there is an offer to answer.
pub(crate) fn may_answer_offer(
    event: &Event,
    cancelled: bool,
    state: State,
    offered_until: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    match (state, offered_until) {
        _ if cancelled => Err(Refusal::Cancelled),
        (State::Offered, Some(until)) if now < until && now < event.ends_at => Ok(()),
        (State::Offered, _) => Err(Refusal::OfferLapsed),
        (State::Admitted | State::Waiting | State::Withdrawn | State::Undecided, _) => Err(Refusal::NoOffer),
    }
}
