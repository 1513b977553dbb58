use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "recovery_code")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub mac: String,
    pub used_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps codes instead of all that the account had.
pub async fn replace(tx: &impl ConnectionTrait, account: AccountId, macs: Vec<String>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Account.eq(account.0)).exec(tx).await?;
    let row = |mac| ActiveModel { account: Set(account.0), mac: Set(mac), used_at: Set(None) };
    if !macs.is_empty() {
        Entity::insert_many(macs.into_iter().map(row)).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Uses up a code; false when it is none, or was used.
pub async fn spend(
    tx: &impl ConnectionTrait,
    account: AccountId,
    mac: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let update = Entity::update_many()
        .col_expr(Column::UsedAt, now.into())
        .filter(Column::Account.eq(account.0))
        .filter(Column::Mac.eq(mac))
        .filter(Column::UsedAt.is_null());
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// How many are left.
pub async fn left(db: &impl ConnectionTrait, account: AccountId) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Account.eq(account.0)).filter(Column::UsedAt.is_null()).count(db).await
}
