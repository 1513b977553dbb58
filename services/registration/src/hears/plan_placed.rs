use super::Registrations;
use crate::store::{event, placement, registration};
use bus::{Failure, Hears, Work};
use proto::gathering::PlanPlaced;

impl Hears<PlanPlaced> for Registrations {
    /// Keeps where somebody sits, for their own page. Who is deleted stays so.
    async fn hear(&self, work: &Work, message: PlanPlaced) -> Result<(), Failure> {
        let id = message.registration_id;
        // Taken before anything is read, as whoever deletes people does.
        event::locked(&work.tx, &[message.event_id]).await?;
        let Some(row) = registration::by_id(&work.tx, id).await? else {
            return Err(Failure::SetAside(format!("registration {id} is not known")));
        };
        if row.erased_at.is_some() || row.event_id != message.event_id.0 {
            return Ok(());
        }
        Ok(placement::keep(&work.tx, &message).await?)
    }
}
