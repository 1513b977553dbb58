//! What another programme, or another form of the event, means for somebody: one letter, with every other change that waits.

use bus::{Failure, Hears, Work};
use proto::registration::RegistrationReplanned;

use crate::Mail;
use crate::planning::Occasion;
use crate::store::registration;

impl Hears<RegistrationReplanned> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationReplanned) -> Result<(), Failure> {
        let snapshot = message.registration.clone();
        let Some(kept) = registration::keep(&work.tx, snapshot, work.now).await? else { return Ok(()) };
        let before = kept.before.as_ref();
        Ok(self.replan_one(work, Occasion::Replanned, &kept.newest, before, Some(message)).await?)
    }
}
