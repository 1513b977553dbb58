//! Passkeys of accounts.

use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::{QueryOrder, QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub credential: Vec<u8>,
    pub name: String,
    #[sea_orm(column_type = "Blob")]
    pub key: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub state: Vec<u8>,
    pub made_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Those of an account, oldest first.
pub async fn of_account(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Account.eq(account.0)).order_by_asc(Column::MadeAt).all(db).await
}

/// True when an account has one.
pub async fn any(db: &impl ConnectionTrait, account: AccountId) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::Account.eq(account.0)).count(db).await? > 0)
}

/// The one that a device knows by these bytes, so that nobody else shows it meanwhile.
pub async fn locked(tx: &impl ConnectionTrait, credential: &[u8]) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Credential.eq(credential.to_vec())).lock_exclusive().one(tx).await
}

/// Keeps one; false when it is kept already, whosever it is.
pub async fn make(
    tx: &impl ConnectionTrait,
    account: AccountId,
    name: &str,
    made: crate::passkey::Made,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        account: Set(account.0),
        credential: Set(made.credential),
        name: Set(name.to_owned()),
        key: Set(made.key),
        state: Set(made.state),
        made_at: Set(now),
        used_at: Set(None),
    };
    let once = sea_orm::sea_query::OnConflict::column(Column::Credential).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 1)
}

/// Notes that it was shown, and what is known of it now.
pub async fn used(tx: &impl ConnectionTrait, id: Uuid, state: Vec<u8>, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::State, state.into())
        .col_expr(Column::UsedAt, now.into())
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes one away from its account; false when the account has no such one.
pub async fn remove(tx: &impl ConnectionTrait, account: AccountId, id: Uuid) -> Result<bool, DbErr> {
    let own = Entity::delete_many().filter(Column::Account.eq(account.0)).filter(Column::Id.eq(id));
    Ok(own.exec(tx).await?.rows_affected == 1)
}

/// Takes all of them away from an account; false when it had none.
pub async fn remove_all(tx: &impl ConnectionTrait, account: AccountId) -> Result<bool, DbErr> {
    Ok(Entity::delete_many().filter(Column::Account.eq(account.0)).exec(tx).await?.rows_affected > 0)
}
