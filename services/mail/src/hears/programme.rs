//! Which version of a programme is out. Who is touched by a new one is said by the desk; only of the first one people are told
//! because of this, when the plan for reminders has it so.

use bus::{Failure, Hears, Work};
use proto::conference::ProgrammeReleased;

use crate::Mail;
use crate::planning::Occasion;
use crate::store::{event, programme};

impl Hears<ProgrammeReleased> for Mail {
    async fn hear(&self, work: &Work, message: ProgrammeReleased) -> Result<(), Failure> {
        if programme::keep(&work.tx, &message).await? {
            let event = event::held(&work.tx, &self.events, message.event_id, work.now).await?;
            if event.released.is_some() {
                self.replan_all(work, message.event_id, Occasion::Released).await?;
            }
        }
        Ok(())
    }
}
