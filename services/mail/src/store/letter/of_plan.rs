//! What has become of the letters that the plan for reminders brings.

use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, FromQueryResult, QuerySelect};

use super::{Column, Entity, withdraw};
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

/// How many letters of a rule may go out yet, or once more.
pub(crate) async fn left(
    db: &impl ConnectionTrait,
    event: EventId,
    purpose: Purpose,
    rule: &str,
) -> Result<u64, DbErr> {
    let doubtful = Column::State.eq(State::Uncertain).and(Column::NextAt.is_not_null());
    let under_way = Column::State.is_in([State::Pending, State::Leased, State::Deferred, State::DotWritten]);
    Entity::find().filter(of_rule(event, purpose, rule)).filter(under_way.or(doubtful)).count(db).await
}

/// Keeps the letters of a rule from going out, and tells how many that are. Those that may have arrived stay what they are, and are
/// not sent once more.
pub(crate) async fn stop(
    db: &impl ConnectionTrait,
    event: EventId,
    purpose: Purpose,
    rule: &str,
    why: Skip,
) -> Result<usize, DbErr> {
    let of_rule = || of_rule(event, purpose, rule);
    let unsent = Entity::find().select_only().column(Column::Id).filter(of_rule());
    let unsent = unsent.filter(Column::State.is_in([State::Pending, State::Leased, State::Deferred]));
    let unsent: Vec<Uuid> = unsent.into_tuple().all(db).await?;
    withdraw(db, &unsent, why).await?;
    let once_more = Entity::update_many().col_expr(Column::NextAt, Expr::value(None::<DateTime<Utc>>));
    once_more.filter(of_rule()).filter(Column::State.eq(State::Uncertain)).exec(db).await?;
    Ok(unsent.len())
}

fn of_rule(event: EventId, purpose: Purpose, rule: &str) -> Expr {
    Column::Event.eq(event.0).and(Column::Purpose.eq(purpose)).and(Column::Rule.eq(rule))
}
