//! Who came to which session. That somebody was at the event at all stands with their registration.

use super::CHUNK;
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session_attendance")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub pool_id: Uuid,
    pub at: DateTime<Utc>,
    /// Who noted it.
    pub account_id: Uuid,
    /// That they were at the event at all is known by this, and taken back with it.
    pub first: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn keep(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(tx).await.map(drop)
}

/// The sessions that somebody came to, in the order in which they did.
pub async fn of(db: &impl ConnectionTrait, registration: Uuid) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::RegistrationId.eq(registration));
    theirs.order_by_asc(Column::At).order_by_asc(Column::PoolId).all(db).await
}

/// Which of these came to this session.
pub async fn of_all(db: &impl ConnectionTrait, pool: Uuid, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for ids in registrations.chunks(CHUNK) {
        let came = Entity::find().filter(Column::PoolId.eq(pool));
        all.extend(came.filter(Column::RegistrationId.is_in(ids.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Takes back that somebody came to a session.
pub async fn take_back(tx: &impl ConnectionTrait, registration: Uuid, pool: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id((registration, pool)).exec(tx).await.map(drop)
}

/// Takes back all sessions of somebody who was not there at all.
pub async fn take_all_back(tx: &impl ConnectionTrait, registration: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::RegistrationId.eq(registration)).exec(tx).await.map(drop)
}

/// Notes that it is by this one now that somebody is known to have been at the event.
pub async fn make_first(tx: &impl ConnectionTrait, registration: Uuid, pool: Uuid) -> Result<(), DbErr> {
    let first = ActiveModel { first: Set(true), ..Default::default() };
    let this = Entity::update_many().set(first).filter(Column::RegistrationId.eq(registration));
    this.filter(Column::PoolId.eq(pool)).exec(tx).await.map(drop)
}
