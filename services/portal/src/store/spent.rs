//! What was good once and has been used, until it would not be good any more anyway.

use chrono::{DateTime, Utc};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "spent")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub what: String,
    pub until: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Uses something that by itself is good until then; false when it has been used before.
pub async fn once(db: &impl ConnectionTrait, what: String, until: DateTime<Utc>) -> Result<bool, DbErr> {
    let row = ActiveModel { what: Set(what), until: Set(until) };
    let first = sea_orm::sea_query::OnConflict::column(Column::What).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(first).exec_without_returning(db).await? == 1)
}

/// Forgets what is not good any more by then.
pub async fn forget(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    Ok(Entity::delete_many().filter(Column::Until.lt(now)).exec(tx).await?.rows_affected)
}
