use super::Portal;
use crate::store::event;
use bus::{Failure, Hears, Work};
use proto::event::EventUnpublished;

impl Hears<EventUnpublished> for Portal {
    async fn hear(&self, work: &Work, message: EventUnpublished) -> Result<(), Failure> {
        Ok(event::unpublish(&work.tx, message.event_id, message.revision, work.now).await?)
    }
}
