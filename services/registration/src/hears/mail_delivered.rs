use super::Registrations;
use crate::store::registration;
use bus::{Failure, Hears, Work};
use proto::mail::MailDelivered;

impl Hears<MailDelivered> for Registrations {
    /// Whom a letter has reached since is no longer among those whom none reaches.
    async fn hear(&self, work: &Work, message: MailDelivered) -> Result<(), Failure> {
        Ok(registration::mark_reached(&work.tx, message.registration_id, message.at).await?)
    }
}
