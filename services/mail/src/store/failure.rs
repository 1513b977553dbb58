//! Letters that came back, by the address that they did not reach.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, Set, TryInsertResult};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "failure")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub letter: Uuid,
    /// A keyed hash, which can be compared and not read.
    pub address: String,
    pub status: Option<String>,
    pub at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes that a letter came back. False when that was known.
pub(crate) async fn note(db: &impl ConnectionTrait, row: Model) -> Result<bool, DbErr> {
    let row =
        ActiveModel { letter: Set(row.letter), address: Set(row.address), status: Set(row.status), at: Set(row.at) };
    let insert = Entity::insert_many([row]).on_conflict_do_nothing_on([Column::Letter]);
    Ok(matches!(insert.exec_without_returning(db).await?, TryInsertResult::Inserted(count) if count > 0))
}

/// What came back from an address.
pub(crate) async fn of(db: &impl ConnectionTrait, address: &str) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Address.eq(address)).all(db).await
}

/// Forgets what came back from an address.
pub(crate) async fn erase(db: &impl ConnectionTrait, address: &str) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Address.eq(address)).exec(db).await.map(drop)
}

/// Forgets what came back before then.
pub(crate) async fn forget(db: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::At.lt(before)).exec(db).await.map(drop)
}
