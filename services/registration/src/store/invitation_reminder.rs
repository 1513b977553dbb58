//! On which day those are reminded who have not answered an invitation. The row goes when they are, and stays when
//! they were not because nobody could sign up then.

use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{IntoActiveModel, QueryOrder};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation_reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    pub remind_at: DateTime<Utc>,
    pub set_by: Uuid,
    /// When its time came and sign-up was closed, so that nobody was reminded.
    pub missed_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn of(db: &impl ConnectionTrait, event: EventId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(event.0).one(db).await
}

/// Those whose time has come, oldest first.
pub async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let due = Entity::find().filter(Column::RemindAt.lte(now)).filter(Column::MissedAt.is_null());
    due.order_by_asc(Column::RemindAt).all(db).await
}

pub async fn keep(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let told = [Column::RemindAt, Column::SetBy, Column::MissedAt];
    let replace = OnConflict::column(Column::EventId).update_columns(told).to_owned();
    let row = row.into_active_model().reset_all();
    Entity::insert_many([row]).on_conflict(replace).exec_without_returning(tx).await.map(drop)
}

pub async fn clear(tx: &impl ConnectionTrait, event: EventId) -> Result<(), DbErr> {
    Entity::delete_by_id(event.0).exec(tx).await.map(drop)
}
