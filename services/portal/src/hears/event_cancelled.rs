use super::Portal;
use crate::store::event;
use bus::{Failure, Hears, Work};
use proto::event::EventCancelled;

impl Hears<EventCancelled> for Portal {
    async fn hear(&self, work: &Work, message: EventCancelled) -> Result<(), Failure> {
        Ok(event::cancel(&work.tx, message.event_id, message.revision, work.now).await?)
    }
}
