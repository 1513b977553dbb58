//! What became of somebody who was named.

use super::Hearing;
use crate::acting::{self, Case};
use crate::store::participant::{self, Stands};
use crate::store::seat;
use crate::{counting, planning};
use bus::{Failure, Hears, Work};
use proto::gathering::{RegistrationSeated, Seating};
use sea_orm::DbErr;

impl Hears<RegistrationSeated> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationSeated) -> Result<(), Failure> {
        let Some(mut case) = acting::open(&work.tx, message.delegation_id.0).await? else { return Ok(()) };
        let Some(seat) = seat::find(&work.tx, message.seat_id).await? else { return Ok(()) };
        // Who has the place now is known: what was said before that comes late.
        let revision = i32::try_from(message.revision).unwrap_or(i32::MAX);
        if seat.outcome.is_some() && revision <= seat.revision {
            return Ok(());
        }
        seat::keep_outcome(&work.tx, &message).await?;
        followed(work, &mut case, &message).await?;
        counting::again(work, message.event_id).await?;
        Ok(planning::follow(work, message.event_id.0).await?)
    }
}

/// What it means for the delegation, and for what is known of the person.
async fn followed(work: &Work, case: &mut Case, message: &RegistrationSeated) -> Result<(), DbErr> {
    if message.outcome != Seating::Seated && message.outcome != Seating::HandedOver {
        return case.left(work, message.seat_id).await;
    }
    let known = match message.registration_id {
        Some(registration) => participant::find(&work.tx, registration.0).await?,
        None => None,
    };
    if message.outcome == Seating::HandedOver {
        let name = known.as_ref().map_or("", |known| known.name.as_str());
        seat::hand_over(&work.tx, message.seat_id, name).await?;
    }
    let Some(known) = known else { return Ok(()) };
    // The person has signed off before it was known here which seat was theirs.
    if matches!(known.state, Stands::Withdrawn | Stands::Erased) && !case.is_over(work.now) {
        case.left(work, message.seat_id).await?;
    }
    if known.is_erased() {
        work.forget(&seat::forget(&work.tx, known.registration.into()).await?);
    }
    Ok(())
}
