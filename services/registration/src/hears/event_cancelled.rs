use super::Registrations;
use crate::desk::loading::{Need, load};
use crate::desk::recording::record;
use crate::store::event;
use crate::store::snapshot::Events;
use bus::{Failure, Hears, Work};
use proto::event::EventCancelled;

impl Hears<EventCancelled> for Registrations {
    /// From here on nobody is given a place, and offers that are open end. Who is signed up stays so: the letter that
    /// tells them is the event's. Others are told only of the offers that ended.
    async fn hear(&self, work: &Work, message: EventCancelled) -> Result<(), Failure> {
        let row = event::locked_or_new(&work.tx, message.event_id).await?;
        if row.cancelled {
            return Ok(());
        }
        event::cancel(&work.tx, row.id, row.revision.max(i64::from(message.revision))).await?;
        let need = Need { offers: true, ..Need::default() };
        let mut books = load(&work.tx, &Events::default(), &[(message.event_id, need)]).await?;
        for book in &mut books {
            book.end_offers();
            book.tell();
        }
        record(work, &mut books).await?;
        Ok(())
    }
}
