use super::Registrations;
use crate::store::registration;
use bus::{Failure, Hears, Work};
use proto::mail::MailUndeliverable;

impl Hears<MailUndeliverable> for Registrations {
    /// Organisers see in their list whom no letter reaches.
    async fn hear(&self, work: &Work, message: MailUndeliverable) -> Result<(), Failure> {
        let at = message.at.unwrap_or(work.now);
        Ok(registration::mark_undeliverable(&work.tx, message.registration_id, &message.reason, at).await?)
    }
}
