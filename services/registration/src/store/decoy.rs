//! What was told to somebody who signed up an address that is signed up already: nobody's registration, kept so that the
//! link that came with the answer shows what they typed themselves, as the link of a new sign-up would.

use super::registration::{self, State};
use super::{CHUNK, sensitive_answer};
use crate::address::normalised;
use crate::answers::Answers;
use chrono::{DateTime, Utc};
use host::Vault;
use proto::registration::Claim;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{IntoCondition, OnConflict};
use sea_orm::{Condition, IntoActiveModel, QuerySelect, TryInsertResult};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

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
    /// What a release wrote that did not seal; they lie with the sensitive answers now.
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

    /// What was typed.
    pub async fn answers(&self, db: &impl ConnectionTrait, vault: &Vault) -> Result<Answers, DbErr> {
        match sensitive_answer::of(db, vault, self.id).await? {
            Some(sealed) => Ok(sealed),
            None => read(&self.answers),
        }
    }
}

fn read<T: DeserializeOwned>(json: &Json) -> Result<T, DbErr> {
    T::deserialize(json).map_err(|error| DbErr::Json(error.to_string()))
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Keeps a new one, with what was typed. The same once more changes nothing.
pub async fn keep(tx: &impl ConnectionTrait, vault: &Vault, row: Model, answers: Answers) -> Result<(), DbErr> {
    let id = row.id;
    let nothing = OnConflict::column(Column::Id).do_nothing().to_owned();
    let insert = Entity::insert_many([row.into_active_model().reset_all()]).on_conflict(nothing).try_insert();
    match insert.exec_without_returning(tx).await? {
        TryInsertResult::Inserted(_) => sensitive_answer::keep(tx, vault, &[(id, answers)]).await,
        TryInsertResult::Empty | TryInsertResult::Conflicted => Ok(()),
    }
}

/// Writes what its holder changed.
pub async fn change(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update(row.into_active_model().reset_all()).exec(tx).await.map(drop)
}

pub async fn delete(tx: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    delete_those(tx, Column::Id.eq(id)).await
}

/// Deletes those that are about these people, each at the event where they are signed up.
pub async fn delete_about(tx: &impl ConnectionTrait, people: &[registration::Model]) -> Result<(), DbErr> {
    let mut by_event: BTreeMap<Uuid, Vec<String>> = BTreeMap::new();
    for row in people {
        // Whoever has signed off has let go of the address as it is compared.
        by_event.entry(row.event_id).or_default().push(normalised(&row.email));
    }
    for (event, addresses) in by_event {
        for some in addresses.chunks(CHUNK) {
            let theirs = Column::Address.is_in(some.iter().map(String::as_str));
            delete_those(tx, Condition::all().add(Column::EventId.eq(event)).add(theirs)).await?;
        }
    }
    Ok(())
}

/// Deletes those of these events that are about an address.
pub async fn delete_at(tx: &impl ConnectionTrait, events: &[Uuid], address: &str) -> Result<(), DbErr> {
    let at = Column::EventId.is_in(events.iter().copied());
    delete_those(tx, Condition::all().add(at).add(Column::Address.eq(address))).await
}

/// The events of those that are about this address.
pub async fn events_about(db: &impl ConnectionTrait, address: &str) -> Result<Vec<Uuid>, DbErr> {
    let about = Entity::find().select_only().column(Column::EventId).distinct().filter(Column::Address.eq(address));
    about.into_tuple().all(db).await
}

/// Deletes those of all events that are about this address.
pub async fn delete_person(tx: &impl ConnectionTrait, address: &str) -> Result<(), DbErr> {
    delete_those(tx, Column::Address.eq(address)).await
}

/// Deletes all of an event.
pub async fn delete_all(tx: &impl ConnectionTrait, event: Uuid) -> Result<(), DbErr> {
    delete_those(tx, Column::EventId.eq(event)).await
}

async fn delete_those(tx: &impl ConnectionTrait, those: impl IntoCondition) -> Result<(), DbErr> {
    let ids: Vec<Uuid> =
        Entity::find().select_only().column(Column::Id).filter(those.into_condition()).into_tuple().all(tx).await?;
    sensitive_answer::erase(tx, &ids).await?;
    for ids in ids.chunks(CHUNK) {
        Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx).await?;
    }
    Ok(())
}
