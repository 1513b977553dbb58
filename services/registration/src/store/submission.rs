//! Forms that were answered, so that one sent twice gets the same answer.

use crate::desk::errand::Placed;
use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "submission")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub content: Vec<u8>,
    pub answer: Json,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn answer(&self) -> Result<Vec<Placed>, DbErr> {
        Vec::deserialize(&self.answer).map_err(|error| DbErr::Json(error.to_string()))
    }
}

/// Those of an event that came with one of these keys.
pub async fn with_keys(db: &impl ConnectionTrait, event: EventId, keys: &[&str]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for keys in keys.chunks(super::CHUNK) {
        let known = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::Key.is_in(keys.iter().copied()));
        all.extend(known.all(db).await?);
    }
    Ok(all)
}
