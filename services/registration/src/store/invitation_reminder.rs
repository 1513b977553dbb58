//! On which day those are reminded who have not answered an invitation. The row goes when they are.

use chrono::{DateTime, Utc};
use proto::{AccountId, EventId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, Set};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation_reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    pub remind_at: DateTime<Utc>,
    pub set_by: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn of(db: &impl ConnectionTrait, event: EventId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(event.0).one(db).await
}

/// Those whose time has come, oldest first.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::RemindAt.lte(now)).order_by_asc(Column::RemindAt).all(db).await
}

pub async fn set(
    tx: &impl ConnectionTrait,
    event: EventId,
    remind_at: DateTime<Utc>,
    by: AccountId,
) -> Result<(), DbErr> {
    let row = ActiveModel { event_id: Set(event.0), remind_at: Set(remind_at), set_by: Set(by.0) };
    let replace = OnConflict::column(Column::EventId).update_columns([Column::RemindAt, Column::SetBy]).to_owned();
    Entity::insert_many([row]).on_conflict(replace).exec_without_returning(tx).await.map(drop)
}

pub async fn clear(tx: &impl ConnectionTrait, event: EventId) -> Result<(), DbErr> {
    Entity::delete_by_id(event.0).exec(tx).await.map(drop)
}
