use super::Registrations;
use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::{Recorded, record};
use crate::following;
use crate::publication::{Publication, publication};
use crate::store::snapshot::{self, Events};
use crate::store::{event, former_question, pool};
use bus::{Failure, Hears, Work};
use proto::event::EventPublished;

impl Hears<EventPublished> for Registrations {
    /// Keeps the event as it is now, and tells those whose plans it touches. Places that are free go to those who wait, in
    /// the same transaction. Where there are fewer than before, nobody loses one, and no new ones are given.
    async fn hear(&self, work: &Work, message: EventPublished) -> Result<(), Failure> {
        let event = message.event;
        let row = event::locked_or_new(&work.tx, event.id).await?;
        let before = snapshot::read(&work.tx, row.id).await?;
        let plan = match publication(&row, before.as_ref(), &event) {
            Publication::Older => return Ok(()),
            Publication::Impossible(why) => return Err(Failure::SetAside(why)),
            Publication::Newer(plan) => plan,
        };
        if let Some(other) = event::by_slug(&work.tx, &event.slug).await?.filter(|other| other.id != row.id) {
            return Err(Failure::SetAside(format!("event {} is already called {}", other.id, event.slug)));
        }
        if let Some(before) = &before {
            former_question::keep(&work.tx, row.id, &before.sign_up.questions, &event.sign_up.questions).await?;
        }
        event::keep(&work.tx, &row, &event).await?;
        pool::keep(&work.tx, &event).await?;

        let need = Need {
            queue: if plan.lets_go { Front::Everybody } else { Front::WithRoom },
            claimants_of: plan.touched.iter().map(|pool| pool.0).collect(),
            of_forms: plan.forms.iter().map(|to| to.before).collect(),
            ..Need::default()
        };
        let mut books = load(&work.tx, &Events::default(), &[(event.id, need)]).await?;
        for book in &mut books {
            if let Some(before) = &before {
                book.replan(before, &plan, work.now);
                // What moves up because of it is told apart from what was moved.
                book.tell();
            }
            book.refill(work.now);
            book.tell();
        }
        record(work, &mut books).await?;
        following::place(&work.tx, &event).await?;
        // After those who wait already: whoever follows the series comes as if by the form.
        match following::enrol(work, event.id).await? {
            Recorded::All => Ok(()),
            Recorded::Conflict => Err(Failure::Retry("somebody signed up at the same moment".to_owned())),
        }
    }
}
