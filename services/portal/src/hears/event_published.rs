use super::Portal;
use crate::store::event;
use bus::{Failure, Hears, Work};
use proto::event::EventPublished;

impl Hears<EventPublished> for Portal {
    async fn hear(&self, work: &Work, message: EventPublished) -> Result<(), Failure> {
        Ok(event::keep(&work.tx, &message.event, work.now).await?)
    }
}
