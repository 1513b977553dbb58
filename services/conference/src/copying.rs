//! Takes an edition along into the next.

use crate::copy::edition;
use crate::store::conference::{self, Model};
use crate::store::{speaker, version};
use bus::Work;
use sea_orm::DbErr;
use uuid::Uuid;

/// Copies what was released of an edition, or its draft if nothing was, into the draft of another, which was read with
/// [`conference::to_change`]. False, and nothing happens, when something is planned there already.
pub(crate) async fn copy(work: &Work, from: &Model, into: &Model, by: Uuid) -> Result<bool, DbErr> {
    if !into.draft.sessions.is_empty() || !into.draft.venues.is_empty() {
        return Ok(false);
    }
    let released = version::find(&work.tx, from.id, from.released).await?;
    let programme = released.map_or_else(|| from.draft.clone(), |version| version.programme);
    let mut made = edition(&programme, &speaker::all(&work.tx, from.id).await?, into.id, Uuid::now_v7);
    made.programme.days.clone_from(&into.draft.days);
    for row in made.speakers {
        speaker::insert(&work.tx, row).await?;
    }
    conference::write_draft(&work.tx, into, made.programme, by).await?;
    Ok(true)
}
