//! Which version of a programme is out. Nobody is written to because of it: who is touched is said by the desk.

use bus::{Failure, Hears, Work};
use proto::conference::ProgrammeReleased;

use crate::Mail;
use crate::store::programme;

impl Hears<ProgrammeReleased> for Mail {
    async fn hear(&self, work: &Work, message: ProgrammeReleased) -> Result<(), Failure> {
        Ok(programme::keep(&work.tx, &message).await?)
    }
}
