//! Who runs the installation and sees how it does.

use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "operator")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: Uuid,
    pub given_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// True when the account is an operator's.
pub async fn is(db: &impl ConnectionTrait, account: AccountId) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(account.0).one(db).await?.is_some())
}

/// Makes the account an operator's.
pub async fn give(tx: &impl ConnectionTrait, account: AccountId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = ActiveModel { account: Set(account.0), given_at: Set(now) };
    Entity::insert_many([row]).on_conflict_do_nothing().exec_without_returning(tx).await.map(drop)
}

/// Makes it one like others again.
pub async fn take(tx: &impl ConnectionTrait, account: AccountId) -> Result<(), DbErr> {
    Entity::delete_by_id(account.0).exec(tx).await.map(drop)
}
