//! Letters that somebody wants to be sent again.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, UpdateMany};

use super::{Column, Entity};
use crate::purpose::State;

/// Sends a letter once more as it was made. What it may have been stays: in doubt, until a server answers for it.
pub(crate) async fn send_same(db: &impl ConnectionTrait, letter: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    due(letter, State::Uncertain, now).exec(db).await.map(drop)
}

/// Sends a letter as if it had never been tried. It is another one from now on, for its id is in the Message-ID; and it
/// stays in its place, so that it is still planned once. That an earlier one may have arrived is not forgotten, or its
/// calendar entry would never be taken out.
pub(crate) async fn send_anew(
    db: &impl ConnectionTrait,
    letter: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let anew = due(letter, State::Pending, now)
        .col_expr(Column::Id, Expr::value(id))
        .col_expr(Column::Tries, Expr::value(0))
        .col_expr(Column::MessageId, Expr::value(None::<String>))
        .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::MadeOf, Expr::value(None::<String>));
    anew.exec(db).await.map(drop)
}

/// Forgets what letters said that were sent before then: by now they would have come back.
pub(crate) async fn forget_facts(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    let arrived = Entity::update_many()
        .col_expr(Column::Facts, Expr::value(None::<Json>))
        .filter(Column::State.eq(State::Sent))
        .filter(Column::SentAt.lt(before))
        .filter(Column::Facts.is_not_null());
    arrived.exec(db).await.map(drop)
}

fn due(letter: Uuid, state: State, now: DateTime<Utc>) -> UpdateMany<Entity> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::NextAt, Expr::value(Some(now)))
        // The server's three days of patience begin anew.
        .col_expr(Column::PutOffSince, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Trouble, Expr::value(None::<String>))
        .filter(Column::Id.eq(letter))
}
