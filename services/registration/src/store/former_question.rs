//! How questions were asked that a form asks no longer, or not with all the answers to choose from.

use crate::former::former;
use proto::event::Question;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, Set};
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "former_question")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub question: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps what the form of an event no longer says, now that it asks `now` and no longer `before`. The event's row is locked.
pub async fn keep(tx: &impl ConnectionTrait, event: Uuid, before: &[Question], now: &[Question]) -> Result<(), DbErr> {
    if before == now {
        return Ok(());
    }
    let known = of(tx, event).await?;
    let next = former(before, now, &known);
    if next == known {
        return Ok(());
    }
    Entity::delete_many().filter(Column::EventId.eq(event)).exec(tx).await?;
    let mut rows = Vec::with_capacity(next.len());
    for question in &next {
        let json = serde_json::to_value(question).map_err(|error| DbErr::Json(error.to_string()))?;
        rows.push(ActiveModel { event_id: Set(event), key: Set(question.key.clone()), question: Set(json) });
    }
    if !rows.is_empty() {
        Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Those of one event, in the order of their keys.
pub async fn of(db: &impl ConnectionTrait, event: Uuid) -> Result<Vec<Question>, DbErr> {
    let rows = Entity::find().filter(Column::EventId.eq(event)).order_by_asc(Column::Key).all(db).await?;
    let read = |row: &Model| Question::deserialize(&row.question).map_err(|error| DbErr::Json(error.to_string()));
    rows.iter().map(read).collect()
}
