use super::Registrations;
use crate::store::audit::{self, Action, Deed};
use crate::store::{event, invitation, registration};
use crate::unpublishing::{Unpublishing, unpublishing};
use bus::{Failure, Hears, Work};
use proto::event::EventUnpublishingAsked;
use proto::registration::SignupUnpublishingAnswered;

impl Hears<EventUnpublishingAsked> for Registrations {
    /// Counts and closes under the lock under which places are given, so that whoever signs up at the same moment is either
    /// counted or turned away.
    async fn hear(&self, work: &Work, message: EventUnpublishingAsked) -> Result<(), Failure> {
        let (id, revision) = (message.event_id, message.revision);
        let row = event::locked_or_new(&work.tx, id).await?;
        // Whoever has been invited by name holds a link to it too.
        let signed_up = registration::signed_up(&work.tx, id).await? + invitation::unanswered(&work.tx, id).await?;
        let signed_up = match unpublishing(row.revision, &message, signed_up) {
            Unpublishing::Older => return Ok(()),
            Unpublishing::Kept { signed_up } => signed_up,
            Unpublishing::Done => {
                event::unpublish(&work.tx, row.id, revision.into()).await?;
                let deed = Deed { why: Some(&message.reason), ..Deed::of(Action::Unpublished, 0) };
                audit::keep(&work.tx, work.now, message.account_id, id, deed).await?;
                0
            }
        };
        work.say(&SignupUnpublishingAnswered { event_id: id, revision, signed_up });
        Ok(())
    }
}
