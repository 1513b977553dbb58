//! For which dates of a series those who follow it have been signed up. What is there is never done again.

use chrono::{DateTime, Utc};
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invited")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub follower_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    /// Absent when there was neither a place nor a waiting list.
    pub registration_id: Option<Uuid>,
    /// They had signed up by themselves, and keep that whatever becomes of the series.
    pub own: bool,
    pub invited_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn insert(tx: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    Entity::insert_many(rows.into_iter().map(|row| row.into_active_model())).exec_without_returning(tx).await?;
    Ok(())
}

/// All dates of one who follows.
pub async fn of(db: &impl ConnectionTrait, follower: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::FollowerId.eq(follower)).all(db).await
}
