//! What has become of the letters that the plan for reminders brings.

use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromQueryResult, QuerySelect};

use super::{Column, Entity};
use crate::purpose::{Purpose, Skip, State};

/// How many letters of one rule are as far, for the same reason.
#[derive(Clone, Debug, PartialEq, FromQueryResult)]
pub(crate) struct OfRule {
    pub(crate) purpose: Purpose,
    pub(crate) rule: String,
    pub(crate) state: State,
    pub(crate) skip: Option<Skip>,
    pub(crate) count: i64,
}

/// The letters of these purposes about an event, counted.
pub(crate) async fn by_rule(
    db: &impl ConnectionTrait,
    event: EventId,
    purposes: &[Purpose],
) -> Result<Vec<OfRule>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Purpose, Column::Rule, Column::State, Column::Skip])
        .column_as(Column::Id.count(), "count")
        .filter(Column::Event.eq(event.0))
        .filter(Column::Purpose.is_in(purposes.iter().copied()))
        .group_by(Column::Purpose)
        .group_by(Column::Rule)
        .group_by(Column::State)
        .group_by(Column::Skip)
        .into_model()
        .all(db)
        .await
}

/// To whom letters of these rules wait to be sent.
pub(crate) async fn waiting_for(
    db: &impl ConnectionTrait,
    event: EventId,
    purpose: Purpose,
    rule: &str,
) -> Result<Vec<Uuid>, DbErr> {
    let waiting = Entity::find()
        .select_only()
        .column(Column::Registration)
        .filter(Column::Event.eq(event.0))
        .filter(Column::Purpose.eq(purpose))
        .filter(Column::Rule.eq(rule))
        .filter(Column::State.is_in([State::Pending, State::Deferred]))
        .filter(Column::Registration.is_not_null());
    waiting.into_tuple().all(db).await
}
