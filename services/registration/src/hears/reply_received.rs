use super::Registrations;
use crate::reply::{leaves_at, takes_back};
use crate::store::{event, registration, reply};
use bus::{Failure, Hears, Work};
use proto::mail::ReplyReceived;

impl Hears<ReplyReceived> for Registrations {
    /// Organisers see what was answered. A no that is proven signs the person off a little later, unless another answer
    /// comes first.
    async fn hear(&self, work: &Work, message: ReplyReceived) -> Result<(), Failure> {
        let id = message.registration_id;
        // Taken before anything is read, as the clock does when the time for an answer has come.
        event::locked(&work.tx, &[message.event_id]).await?;
        let Some(row) = registration::by_id(&work.tx, id).await? else {
            return Err(Failure::SetAside(format!("registration {id} is not known")));
        };
        if row.erased_at.is_some() || row.event_id != message.event_id.0 {
            return Ok(());
        }
        let revision = i32::try_from(message.revision).unwrap_or(i32::MAX);
        let before = reply::of(&work.tx, id.0).await?;
        if before.as_ref().is_some_and(|known| known.revision >= revision) {
            return Ok(());
        }
        let (answer, answered_at) = (message.answer.into(), host::to_micros(message.at));
        // However long it took to get here: an answer that takes it back may be on its way behind it.
        let leaves_at = leaves_at(answer, message.proven, answered_at.max(work.now));
        let stands = before.filter(|known| known.leaves_at.is_some() && !takes_back(answer, message.proven));
        let (answered_at, leaves_at) = match (leaves_at, stands) {
            (None, Some(known)) => (known.answered_at, known.leaves_at),
            _ => (answered_at, leaves_at),
        };
        let row = reply::Model {
            registration_id: id.0,
            event_id: row.event_id,
            revision,
            answer,
            proven: message.proven,
            answered_at,
            leaves_at,
        };
        Ok(reply::keep(&work.tx, row).await?)
    }
}
