use super::{Registrations, attended};
use bus::{Failure, Hears, Work};
use proto::conference::ConferenceJoined;

impl Hears<ConferenceJoined> for Registrations {
    /// Whoever joins for the first time took part; later times change nothing.
    async fn hear(&self, work: &Work, message: ConferenceJoined) -> Result<(), Failure> {
        attended(work, message.event_id, message.registration_id, message.at).await
    }
}
