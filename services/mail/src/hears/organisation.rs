use bus::{Failure, Hears, Work};
use proto::organisation::OrganisationChanged;

use crate::Mail;
use crate::store::organisation;

impl Hears<OrganisationChanged> for Mail {
    async fn hear(&self, work: &Work, message: OrganisationChanged) -> Result<(), Failure> {
        Ok(organisation::keep(&work.tx, &message.organisation).await?)
    }
}
