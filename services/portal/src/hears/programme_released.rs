use super::Portal;
use crate::store::programme;
use bus::{Failure, Hears, Work};
use proto::conference::ProgrammeReleased;

impl Hears<ProgrammeReleased> for Portal {
    async fn hear(&self, work: &Work, message: ProgrammeReleased) -> Result<(), Failure> {
        Ok(programme::keep(&work.tx, &message).await?)
    }
}
