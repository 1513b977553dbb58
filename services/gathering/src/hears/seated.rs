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
        // The person has signed off before it was known here which seat was theirs.
        if let Some(registration) = message.registration_id
            && let Some(known) = participant::find(&work.tx, registration.0).await?
            && matches!(known.state, Stands::Withdrawn | Stands::Erased)
            && !case.is_over(work.now)
        {
            case.left(work, message.seat_id).await?;
        }
        Ok(())
    }
}
