use super::Registrations;
use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::record;
use crate::publication::{Publication, publication};
use crate::store::{event, pool};
use bus::{Failure, Hears, Work};
use proto::event::EventPublished;

impl Hears<EventPublished> for Registrations {
    /// Keeps the event as it is now. Places that are new go to those who wait, in the same transaction.
    async fn hear(&self, work: &Work, message: EventPublished) -> Result<(), Failure> {
        let event = message.event;
        let row = event::locked_or_new(&work.tx, event.id).await?;
        let pools = pool::of_events(&work.tx, &[row.id]).await?;
        let closed = match publication(&row, &pools, &event) {
            Publication::Older => return Ok(()),
            Publication::Impossible(why) => return Err(Failure::SetAside(why)),
            Publication::Newer { closed } => closed,
        };
        if let Some(other) = event::by_slug(&work.tx, &event.slug).await?.filter(|other| other.id != row.id) {
            return Err(Failure::SetAside(format!("event {} is already called {}", other.id, event.slug)));
        }
        event::keep(&work.tx, &row, &event).await?;
        pool::keep(&work.tx, &event).await?;

        let need = Need { queue: Front::Everybody, claimants_of: closed.clone(), ..Need::default() };
        let mut books = load(&work.tx, &[(event.id, need)]).await?;
        for book in &mut books {
            book.close(&closed);
            book.refill(work.now);
            book.tell();
        }
        record(work, &mut books).await?;
        Ok(())
    }
}
