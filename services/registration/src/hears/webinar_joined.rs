use super::{Registrations, attended};
use bus::{Failure, Hears, Work};
use proto::webinar::WebinarJoined;

impl Hears<WebinarJoined> for Registrations {
    /// Whoever joins for the first time took part; later times change nothing.
    async fn hear(&self, work: &Work, message: WebinarJoined) -> Result<(), Failure> {
        attended(work, message.event_id, message.registration_id, message.at).await
    }
}
