use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, Set};

use crate::pausing::{Extent, Pauses};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pause")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: Uuid,
    pub whole: bool,
    pub since: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Stands for the whole installation.
pub(crate) const HOUSE: Uuid = Uuid::nil();

/// Everything that is held back.
pub(crate) async fn all(db: &impl ConnectionTrait) -> Result<Pauses, DbErr> {
    let mut pauses = Pauses::default();
    for row in Entity::find().all(db).await? {
        if row.event == HOUSE {
            pauses.house = Some((if row.whole { Extent::All } else { Extent::Many }, row.since));
        } else {
            pauses.events.insert(row.event, row.since);
        }
    }
    Ok(pauses)
}

/// Holds letters about an event back. One that is there already stays as it is.
pub(crate) async fn begin(db: &impl ConnectionTrait, event: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel { event: Set(event), whole: Set(false), since: Set(now) };
    Entity::insert_many([row]).on_conflict_do_nothing().exec_without_returning(db).await.map(drop)
}

/// Holds letters of the whole installation back.
pub(crate) async fn begin_everywhere(
    db: &impl ConnectionTrait,
    extent: Extent,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = ActiveModel { event: Set(HOUSE), whole: Set(extent == Extent::All), since: Set(now) };
    let other = OnConflict::column(Column::Event).update_column(Column::Whole).to_owned();
    Entity::insert_many([row]).on_conflict(other).exec_without_returning(db).await.map(drop)
}

/// Lets letters about an event go. False when they were not held back.
pub(crate) async fn end(db: &impl ConnectionTrait, event: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::delete_by_id(event).exec(db).await?.rows_affected > 0)
}

/// Lets letters of the whole installation go; those of events that are held back by themselves stay so.
pub(crate) async fn end_everywhere(db: &impl ConnectionTrait) -> Result<bool, DbErr> {
    end(db, HOUSE).await
}
