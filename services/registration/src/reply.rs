//! Decides what an answer from somebody's calendar means for their place, and does it when its time has come.

use crate::desk::book::Book;
use crate::desk::errand::Refusal;
use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::record;
use crate::store::reply::{self, Answer};
use crate::store::snapshot::Events;
use bus::Bus;
use chrono::{DateTime, TimeDelta, Utc};
use proto::EventId;
use sea_orm::DbErr;

/// Calendars have their buttons close together: for so long a no can be taken back, and nobody else gets the place.
const QUIET: TimeDelta = TimeDelta::minutes(5);
/// How many are signed off in one turn of the clock.
const AT_ONCE: u64 = 500;

/// When an answer signs the person off; never when absent. An answer that is not known to be theirs takes nothing away.
pub(crate) fn leaves_at(answer: Answer, proven: bool, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    (answer == Answer::Declined && proven).then(|| at + QUIET)
}

/// True when a no before this answer stands no more. Who proposes another time or sends somebody else does not come themselves,
/// and what anybody can have sent takes nothing back.
pub(crate) fn takes_back(answer: Answer, proven: bool) -> bool {
    proven && matches!(answer, Answer::Accepted | Answer::Tentative)
}

/// Signs off everybody whose no has stood for long enough.
pub async fn take_effect(bus: &Bus, db: &host::Database, now: DateTime<Utc>) -> anyhow::Result<()> {
    let events = Events::default();
    for leaving in reply::leaving(&db.read, now, AT_ONCE).await? {
        // One who cannot be signed off holds up nobody else.
        if let Err(error) = sign_off(bus, &events, &leaving).await {
            let id = leaving.registration_id;
            tracing::warn!(registration.id = %id, error = %error, "an answer could not sign anybody off; trying again");
        }
    }
    Ok(())
}

async fn sign_off(bus: &Bus, events: &Events, leaving: &reply::Model) -> Result<(), DbErr> {
    let (id, event) = (leaving.registration_id, EventId(leaving.event_id));
    let work = bus.begin().await?;
    let need = Need { registrations: vec![id], queue: Front::Freed(1), ..Need::default() };
    // Takes the lock that whoever keeps an answer takes too.
    let mut books = load(&work.tx, events, &[(event, need)]).await?;
    let stands = reply::of(&work.tx, id).await?.filter(|row| row.leaves_at.is_some_and(|at| at <= work.now));
    if let Some(row) = stands {
        match books.first_mut().map(|book| book.leave(id.into(), row.answered_at, work.now)) {
            Some(Ok(())) => {
                books.iter_mut().for_each(Book::tell);
                record(&work, &mut books).await?;
            }
            Some(Err(refusal)) => {
                tracing::debug!(registration.id = %id, reason = word(&refusal), "an answer signs nobody off")
            }
            None => tracing::debug!(registration.id = %id, "an answer to nothing that is known signs nobody off"),
        }
        reply::settle(&work.tx, id).await?;
    }
    work.commit().await
}

const fn word(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::AlreadyWithdrawn => "already withdrawn",
        Refusal::TooLateToWithdraw => "too late",
        Refusal::Cancelled | Refusal::Over => "over",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_no_that_is_proven_signs_anybody_off_and_not_at_once() {
        let at: DateTime<Utc> = "2027-01-11T09:00:00Z".parse().unwrap();
        for answer in [Answer::Accepted, Answer::Tentative, Answer::Delegated, Answer::Proposed, Answer::Declined] {
            assert_eq!(leaves_at(answer, false, at), None, "{answer:?}");
            let proven = (answer == Answer::Declined).then(|| at + TimeDelta::minutes(5));
            assert_eq!(leaves_at(answer, true, at), proven, "{answer:?}");
        }
    }
}
