use super::Hearing;
use crate::store;
use bus::{Failure, Hears, Work};
use proto::organisation::OrganisationChanged;

impl Hears<OrganisationChanged> for Hearing {
    async fn hear(&self, work: &Work, message: OrganisationChanged) -> Result<(), Failure> {
        Ok(store::organisation::keep(&work.tx, message.organisation).await?)
    }
}
