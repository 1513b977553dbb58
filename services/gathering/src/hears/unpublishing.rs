use super::Hearing;
use crate::store::gathering;
use bus::{Failure, Hears, Work};
use proto::registration::SignupUnpublishingAnswered;

impl Hears<SignupUnpublishingAnswered> for Hearing {
    async fn hear(&self, work: &Work, message: SignupUnpublishingAnswered) -> Result<(), Failure> {
        let Some(row) = gathering::by_id(&work.tx, message.event_id.0).await? else { return Ok(()) };
        let hide = gathering::hide(&work.tx, row.id, message.revision.into());
        Ok(drafting::settle(work, &row.slug, &message, hide).await?)
    }
}
