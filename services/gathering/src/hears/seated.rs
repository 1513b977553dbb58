//! What became of somebody who was named.

use super::Hearing;
use crate::acting;
use crate::store::participant::{self, Stands};
use crate::store::seat::{self, Outcome};
use bus::{Failure, Hears, Work};
use proto::gathering::{RegistrationSeated, Seating};

impl Hears<RegistrationSeated> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationSeated) -> Result<(), Failure> {
        let Some(mut case) = acting::open(&work.tx, message.delegation_id.0).await? else { return Ok(()) };
        let Some(seat) = seat::find(&work.tx, message.seat_id).await? else { return Ok(()) };
        // Who has the place now is known: what was said before that comes late.
        let revision = i32::try_from(message.revision).unwrap_or(i32::MAX);
        if seat.outcome.is_some() && revision <= seat.revision {
            return Ok(());
        }
        let outcome = Outcome::from(message.outcome);
        seat::keep_outcome(&work.tx, message.seat_id, message.registration_id, outcome, revision).await?;
        if message.outcome != Seating::Seated && message.outcome != Seating::HandedOver {
            return Ok(case.left(work, message.seat_id).await?);
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
            seat::forget(&work.tx, known.registration.into()).await?;
        }
        Ok(())
    }
}
