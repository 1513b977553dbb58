//! Letters that should have been sent by now.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::IntoCondition;
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};

use super::takeable::not_held_back;
use super::{Column, Entity};

/// Since when the letter is due that has waited longest: one that nobody has taken in hand, that is in hand, or that is to
/// be tried again within `next_try`. Not one that somebody holds back.
pub(crate) async fn oldest_overdue(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    next_try: TimeDelta,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    // Each has an index of its own, and neither reads the reminders of the coming weeks.
    let to_be_tried = oldest(db, not_held_back().add(Column::NextAt.lte(now + next_try)), now).await?;
    let in_hand = oldest(db, Column::LeaseUntil.is_not_null(), now).await?;
    Ok(to_be_tried.into_iter().chain(in_hand).min())
}

async fn oldest(
    db: &impl ConnectionTrait,
    waiting: impl IntoCondition,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let those = Entity::find().select_only().column(Column::Due).filter(waiting).filter(Column::Due.lte(now));
    those.order_by_asc(Column::Due).limit(1).into_tuple().one(db).await
}
