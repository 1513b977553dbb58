//! Letters to those who are signed up for a whole series.

use proto::FollowerId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, QuerySelect};

use super::{Column, Entity, withdraw};
use crate::purpose::{Purpose, Skip};

const PURPOSES: [Purpose; 2] = [Purpose::Followed, Purpose::TurnedAway];

/// True when there is such a letter.
pub(crate) async fn is_to_follower(db: &impl ConnectionTrait, rule: &str) -> Result<bool, DbErr> {
    let there = Entity::find().filter(Column::Purpose.is_in(PURPOSES)).filter(Column::Registration.is_null());
    let there = there.filter(Column::Rule.eq(rule));
    Ok(there.count(db).await? > 0)
}

/// Keeps the letters to somebody who has left from being sent, and deletes what they said. Gives their ids.
pub(crate) async fn erase_of_follower(db: &impl ConnectionTrait, id: FollowerId) -> Result<Vec<Uuid>, DbErr> {
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Purpose.is_in(PURPOSES))
        .filter(Column::Registration.is_null())
        .filter(Column::Rule.starts_with(id.to_string()))
        .into_tuple()
        .all(db)
        .await?;
    if ids.is_empty() {
        return Ok(ids);
    }
    withdraw(db, &ids, Skip::Withdrawn).await?;
    Entity::update_many()
        .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
        .col_expr(Column::MadeOf, Expr::value(None::<String>))
        .col_expr(Column::MessageId, Expr::value(None::<String>))
        .col_expr(Column::Trouble, Expr::value(None::<String>))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .filter(Column::LeaseOwner.is_null())
        .exec(db)
        .await?;
    Ok(ids)
}
