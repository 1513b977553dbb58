//! Answers of providers that have come, so that none is taken twice.

use chrono::{DateTime, Utc};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "openid_answer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub state: String,
    pub until: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes that the answer to an attempt has come, which by itself ends at `until`; false when it has come before.
pub async fn first(db: &impl ConnectionTrait, state: &str, until: DateTime<Utc>) -> Result<bool, DbErr> {
    let row = ActiveModel { state: Set(state.to_owned()), until: Set(until) };
    let once = sea_orm::sea_query::OnConflict::column(Column::State).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(db).await? == 1)
}

/// Forgets those to attempts that have ended by then.
pub async fn forget(tx: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    Ok(Entity::delete_many().filter(Column::Until.lt(now)).exec(tx).await?.rows_affected)
}
