use super::Registrations;
use crate::store::{event, organisation};
use bus::{Failure, Hears, Work};
use proto::organisation::OrganisationChanged;

impl Hears<OrganisationChanged> for Registrations {
    async fn hear(&self, work: &Work, message: OrganisationChanged) -> Result<(), Failure> {
        organisation::keep(&work.tx, &message.organisation).await?;
        // It may keep personal data for a shorter time than before.
        event::look_for_erasure_again(&work.tx).await?;
        Ok(())
    }
}
