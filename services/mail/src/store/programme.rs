use chrono::{DateTime, Utc};
use proto::conference::ProgrammeReleased;
use proto::{EventId, Localised};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QuerySelect, Set};

use super::{kept, read};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: Uuid,
    pub version: i64,
    pub released_at: DateTime<Utc>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub note: Option<Json>,
    /// Of the first version, as far as it is known.
    pub first_released_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps that a version was released, unless that of a newer one is known. True when nobody had heard before of one that was
/// released so early.
pub(crate) async fn keep(db: &impl ConnectionTrait, news: &ProgrammeReleased) -> Result<bool, DbErr> {
    let there = Entity::find_by_id(news.event_id.0).lock_exclusive().one(db).await?;
    let known = there.as_ref().map(|there| there.first_released_at.unwrap_or(there.released_at));
    let first = known.map_or(news.released_at, |known| known.min(news.released_at));
    let row = ActiveModel {
        event: Set(news.event_id.0),
        version: Set(i64::from(news.version)),
        released_at: Set(news.released_at),
        note: Set(news.note.as_ref().map(kept).transpose()?),
        first_released_at: Set(Some(first)),
    };
    match there {
        Some(there) if there.version >= i64::from(news.version) => {
            let earlier =
                ActiveModel { event: row.event, first_released_at: row.first_released_at, ..Default::default() };
            drop(earlier.update(db).await?);
        }
        Some(_) => drop(row.update(db).await?),
        None => drop(row.insert(db).await?),
    }
    Ok(known != Some(first))
}

/// When the first version was released.
pub(crate) async fn first_released(db: &impl ConnectionTrait, event: EventId) -> Result<Option<DateTime<Utc>>, DbErr> {
    let row = Entity::find_by_id(event.0).one(db).await?;
    Ok(row.map(|row| row.first_released_at.unwrap_or(row.released_at)))
}

/// What the organisers say about a version, if it is the newest.
pub(crate) async fn note(db: &impl ConnectionTrait, event: EventId, version: u32) -> Result<Option<Localised>, DbErr> {
    let newest = Entity::find_by_id(event.0).one(db).await?;
    let asked_for = newest.filter(|row| row.version == i64::from(version));
    asked_for.and_then(|row| row.note).as_ref().map(read).transpose()
}
