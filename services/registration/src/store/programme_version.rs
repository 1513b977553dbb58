//! Released versions of programmes as they were told: what was when and where, and nobody's name.

use super::kept;
use proto::EventId;
use proto::conference::ProgrammeReleased;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programme_version")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub told: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps a version. A released one never changes.
pub async fn keep(tx: &impl ConnectionTrait, told: &ProgrammeReleased) -> Result<(), DbErr> {
    let row = ActiveModel {
        event_id: Set(told.event_id.0),
        version: Set(kept(told.version)),
        told: Set(serde_json::to_value(told).map_err(|error| DbErr::Json(error.to_string()))?),
    };
    let once = Entity::insert_many([row]).on_conflict_do_nothing_on([Column::EventId, Column::Version]);
    once.exec_without_returning(tx).await.map(drop)
}

/// Those of an event, oldest first.
pub async fn of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<ProgrammeReleased>, DbErr> {
    let told = Entity::find().select_only().column(Column::Told).filter(Column::EventId.eq(event.0));
    let told: Vec<Json> = told.order_by_asc(Column::Version).into_tuple().all(db).await?;
    let read = |told: &Json| ProgrammeReleased::deserialize(told).map_err(|error| DbErr::Json(error.to_string()));
    told.iter().map(read).collect()
}
