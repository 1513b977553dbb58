//! Letters of ours that others refer to, or that come back.

use chrono::{DateTime, Utc};
use proto::{EventId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, FromQueryResult, QuerySelect};

use super::{Column, Entity};
use crate::purpose::{Purpose, State};

/// To whom a letter went, and about what.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Addressed {
    pub(crate) id: Uuid,
    pub(crate) registration: Option<Uuid>,
    pub(crate) speaker: Option<Uuid>,
    pub(crate) event: Option<Uuid>,
    pub(crate) purpose: Purpose,
}

/// Those of these letters that are here.
pub(crate) async fn addressed(db: &impl ConnectionTrait, letters: &[Uuid]) -> Result<Vec<Addressed>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::Registration, Column::Speaker, Column::Event, Column::Purpose])
        .filter(Column::Id.is_in(letters.iter().copied()))
        .into_model()
        .all(db)
        .await
}

/// True when there is a letter of this purpose and rule about an event.
pub(crate) async fn is_there(
    db: &impl ConnectionTrait,
    event: EventId,
    purpose: Purpose,
    rule: &str,
) -> Result<bool, DbErr> {
    let there = Entity::find().select_only().column(Column::Id).filter(Column::Event.eq(event.0));
    let there = there.filter(Column::Purpose.eq(purpose)).filter(Column::Rule.eq(rule)).limit(1);
    Ok(there.into_tuple::<Uuid>().one(db).await?.is_some())
}

/// The last in order of the rules that begin so, among the letters of this purpose about an event.
pub(crate) async fn newest_rule(
    db: &impl ConnectionTrait,
    event: EventId,
    purpose: Purpose,
    beginning: &str,
) -> Result<Option<String>, DbErr> {
    let there = Entity::find().select_only().column(Column::Rule).filter(Column::Event.eq(event.0));
    let there = there.filter(Column::Purpose.eq(purpose)).filter(Column::Rule.starts_with(beginning));
    Ok(there.into_tuple::<String>().all(db).await?.into_iter().max())
}

/// How many letters of this purpose were planned about an event since then.
pub(crate) async fn planned_since(
    db: &impl ConnectionTrait,
    event: EventId,
    purpose: Purpose,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let planned = Entity::find().filter(Column::Event.eq(event.0)).filter(Column::Purpose.eq(purpose));
    planned.filter(Column::PlannedAt.gt(since)).count(db).await
}

/// True when there is a letter of this purpose and rule to a person.
pub(crate) async fn was_written(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    purpose: Purpose,
    rule: &str,
) -> Result<bool, DbErr> {
    let there = Entity::find().select_only().column(Column::Id).filter(Column::Registration.eq(registration.0));
    let there = there.filter(Column::Purpose.eq(purpose)).filter(Column::Rule.eq(rule)).limit(1);
    Ok(there.into_tuple::<Uuid>().one(db).await?.is_some())
}

/// Notes that a letter came back which had been handed over.
pub(crate) async fn came_back(db: &impl ConnectionTrait, letter: Uuid, why: &str) -> Result<(), DbErr> {
    let handed_over = [State::Sent, State::DotWritten, State::Uncertain];
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Failed))
        .col_expr(Column::NextAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Trouble, Expr::value(Some(why.to_owned())))
        // Nobody has it, so it is not one that may have arrived.
        .col_expr(Column::DotAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::MadeOf, Expr::value(None::<String>))
        .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::Id.eq(letter))
        .filter(Column::State.is_in(handed_over))
        .exec(db)
        .await
        .map(drop)
}
