use super::Registrations;
use crate::store::invitation;
use bus::{Failure, Hears, Work};
use proto::invitation::InvitationMailed;

impl Hears<InvitationMailed> for Registrations {
    /// Organisers see beside the name whether the letter arrives.
    async fn hear(&self, work: &Work, message: InvitationMailed) -> Result<(), Failure> {
        let trouble = message.trouble.as_deref();
        Ok(invitation::note_mailed(&work.tx, message.invitation_id, trouble, message.at).await?)
    }
}
