//! What was told to somebody who signed up an address that is signed up already: nobody's registration, kept so that the
//! link that came with the answer shows what they typed themselves, as the link of a new sign-up would.

use super::registration::State;
use crate::answers::Answers;
use chrono::{DateTime, Utc};
use proto::registration::Claim;
use sea_orm::IntoActiveModel;
use sea_orm::TryInsertResult;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use serde::de::DeserializeOwned;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "decoy")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    /// The e-mail address as it is compared: what is held goes when its owner has everything deleted.
    pub address: String,
    pub name: String,
    pub email: String,
    pub language: String,
    pub state: State,
    pub turn: i64,
    pub seq: i32,
    pub revision: i32,
    pub claims: Json,
    pub answers: Json,
    pub created_at: DateTime<Utc>,
    pub withdrawn_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is held and waited for, in the event itself too.
    pub fn claims(&self) -> Result<Vec<Claim>, DbErr> {
        read(&self.claims)
    }

    pub fn answers(&self) -> Result<Answers, DbErr> {
        read(&self.answers)
    }
}

fn read<T: DeserializeOwned>(json: &Json) -> Result<T, DbErr> {
    T::deserialize(json).map_err(|error| DbErr::Json(error.to_string()))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Keeps a new one. The same once more changes nothing.
pub async fn keep(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let nothing = OnConflict::column(Column::Id).do_nothing().to_owned();
    let insert = Entity::insert_many([row.into_active_model().reset_all()]).on_conflict(nothing).try_insert();
    match insert.exec_without_returning(tx).await? {
        TryInsertResult::Inserted(_) | TryInsertResult::Empty | TryInsertResult::Conflicted => Ok(()),
    }
}

/// Writes what its holder changed.
pub async fn change(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(drop)
}

pub async fn delete(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(tx).await.map(drop)
}

/// Deletes those of an event that are about this address.
pub async fn delete_about(tx: &impl ConnectionTrait, event: Uuid, address: Option<&str>) -> Result<(), DbErr> {
    let Some(address) = address else { return Ok(()) };
    let about = Entity::delete_many().filter(Column::EventId.eq(event));
    about.filter(Column::Address.eq(address)).exec(tx).await.map(drop)
}

/// Deletes all of an event.
pub async fn delete_all(tx: &impl ConnectionTrait, event: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::EventId.eq(event)).exec(tx).await.map(drop)
}
