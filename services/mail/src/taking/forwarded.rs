//! Letters to the contact of an event, with what somebody wrote.

use bus::Work;
use sea_orm::DbErr;

use super::others::known;
use super::{Hold, InHand, Surroundings, as_it_was, cannot, lease, wait_for};
use crate::composing::Desk;
use crate::made_of::MadeOf;
use crate::planning::Forwarded;
use crate::receiving::passing_on;
use crate::store::letter;

pub(super) async fn to_contact(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    forwarded: &Forwarded,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some((event, organisation, _)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    let made_of = MadeOf::of_proposal(event, organisation, &event.contact.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    match passing_on::compose(desk, row.id, forwarded, event, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}
