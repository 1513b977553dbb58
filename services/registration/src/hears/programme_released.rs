use super::Registrations;
use crate::store::programme_version;
use bus::{Failure, Hears, Work};
use proto::conference::ProgrammeReleased;

impl Hears<ProgrammeReleased> for Registrations {
    /// Keeps the version for the archive. What it means for people comes with the event.
    async fn hear(&self, work: &Work, message: ProgrammeReleased) -> Result<(), Failure> {
        Ok(programme_version::keep(&work.tx, &message).await?)
    }
}
