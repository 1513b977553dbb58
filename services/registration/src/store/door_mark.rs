//! Every mark that was made at a door: that somebody came, or did not after all. Rows are only ever added, until who it was
//! is deleted.

use super::CHUNK;
use chrono::{DateTime, Utc};
use sea_orm::IntoActiveModel;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "door_mark")]
pub struct Model {
    /// Given to the button before it is pressed, so that the same mark is made once however often it is sent.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub registration_id: Uuid,
    /// At the door of a session; that of the event when absent.
    pub pool_id: Option<Uuid>,
    pub came: bool,
    pub at: DateTime<Utc>,
    pub account_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn is_known(db: &impl ConnectionTrait, id: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(id).one(db).await?.is_some())
}

pub async fn keep(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await.map(drop)
}

/// The marks that say that these people came.
pub async fn that_came(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for ids in registrations.chunks(CHUNK) {
        let came = Entity::find().filter(Column::Came.eq(true));
        all.extend(came.filter(Column::RegistrationId.is_in(ids.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Deletes what was marked about these people.
pub async fn erase(tx: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<(), DbErr> {
    for ids in registrations.chunks(CHUNK) {
        Entity::delete_many().filter(Column::RegistrationId.is_in(ids.iter().copied())).exec(tx).await?;
    }
    Ok(())
}
