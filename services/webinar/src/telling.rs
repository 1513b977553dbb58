//! What comes after a webinar, told whenever it is another than before.

use crate::store::afterwards::{self, Change};
use bus::Work;
use proto::EventId;
use proto::webinar::WebinarFollowed;
use sea_orm::DbErr;

/// Keeps a change and says it. True when it was one.
pub(crate) async fn tell(work: &Work, event: EventId, change: Change) -> Result<bool, DbErr> {
    let Some(kept) = afterwards::keep(&work.tx, event, change).await? else { return Ok(false) };
    work.say(&WebinarFollowed {
        event_id: event,
        revision: u32::try_from(kept.revision).unwrap_or(u32::MAX),
        letter_minutes: kept.letter_minutes.and_then(|minutes| u32::try_from(minutes).ok()),
        evaluation: kept.evaluation,
        material: kept.material,
        material_since: kept.material_since,
        settled_at: kept.settled_at,
    });
    Ok(true)
}
