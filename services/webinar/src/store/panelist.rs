//! Who leads a webinar or speaks in it, as its file says.

use super::webinar;
use crate::meeting_file::{Filed, Part};
use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, IntoActiveModel, QueryOrder};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "panelist")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) event: Uuid,
    pub(crate) key: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    pub(crate) role: Part,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps those whom the file names, and takes the others out, whose links are void then. True when anything is another.
pub(crate) async fn keep(db: &impl ConnectionTrait, event: EventId, filed: &[Filed]) -> Result<bool, DbErr> {
    let stored = of_event(db, event.0).await?;
    let mut changed = false;
    for old in &stored {
        if !filed.iter().any(|one| one.key == old.key) {
            Entity::delete_by_id(old.id).exec(db).await?;
            changed = true;
        }
    }
    for one in filed {
        let known = stored.iter().find(|old| old.key == one.key);
        let row = Model {
            id: known.map_or_else(Uuid::now_v7, |old| old.id),
            event: event.0,
            key: one.key.clone(),
            name: one.name.clone(),
            role: one.part,
        };
        match known {
            Some(old) if *old == row => continue,
            Some(_) => {
                Entity::update(row.into_active_model().reset_all()).exec(db).await?;
            }
            None => {
                Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
            }
        }
        changed = true;
    }
    Ok(changed)
}

/// Forgets those of an organisation's webinars that were over by then.
pub(crate) async fn forget(db: &impl ConnectionTrait, organisation: &str, then: DateTime<Utc>) -> Result<(), DbErr> {
    let over = webinar::ended_by_of(organisation, then);
    Entity::delete_many().filter(Column::Event.in_subquery(over)).exec(db).await.map(drop)
}

/// All of a webinar, in the order of their keys.
pub(crate) async fn of_event(db: &impl ConnectionTrait, event: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Event.eq(event)).order_by_asc(Column::Key).all(db).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}
