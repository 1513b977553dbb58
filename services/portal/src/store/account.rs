use super::{membership, unsigned};
use crate::sign_in::Account;
use chrono::{DateTime, Utc};
use proto::account::AccountChanged;
use proto::{AccountId, Language};
use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, QuerySelect, Set};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub email: String,
    #[sea_orm(unique)]
    pub address: String,
    pub language: String,
    pub revision: i64,
    pub created_at: DateTimeUtc,
    pub disabled: bool,
}

impl ActiveModelBehavior for ActiveModel {}

/// The account that an address belongs to, with its roles. Locked, so that what follows from it is decided once.
pub async fn with_address(tx: &impl ConnectionTrait, address: &str) -> Result<Option<Account>, DbErr> {
    let row = Entity::find().filter(Column::Address.eq(address)).lock_exclusive().one(tx).await?;
    with_roles(tx, row).await
}

/// An account with its roles.
pub async fn with_id(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Account>, DbErr> {
    let row = Entity::find_by_id(id.0).one(db).await?;
    with_roles(db, row).await
}

async fn with_roles(db: &impl ConnectionTrait, row: Option<Model>) -> Result<Option<Account>, DbErr> {
    let Some(row) = row else { return Ok(None) };
    let roles = membership::of_account(db, AccountId(row.id)).await?;
    let language = row.language.parse().unwrap_or(Language::Nn);
    Ok(Some(Account { id: AccountId(row.id), email: row.email, language, disabled: row.disabled, roles }))
}

/// Makes an account without roles.
pub async fn make(
    tx: &impl ConnectionTrait,
    email: &str,
    address: &str,
    language: Language,
    now: DateTime<Utc>,
) -> Result<Account, DbErr> {
    let id = Uuid::now_v7();
    let row = ActiveModel {
        id: Set(id),
        email: Set(email.to_owned()),
        address: Set(address.to_owned()),
        language: Set(language.code().to_owned()),
        revision: Set(0),
        created_at: Set(now),
        disabled: Set(false),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(Account { id: AccountId(id), email: email.to_owned(), language, disabled: false, roles: Vec::new() })
}

/// Counts a change of an account's roles, and tells what they are now.
pub async fn changed(tx: &impl ConnectionTrait, id: AccountId) -> Result<AccountChanged, DbErr> {
    Entity::update_many()
        .col_expr(Column::Revision, Expr::col(Column::Revision).add(1))
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    let row = Entity::find_by_id(id.0).one(tx).await?.ok_or(DbErr::RecordNotFound(id.to_string()))?;
    let roles = membership::of_account(tx, id).await?;
    Ok(AccountChanged { account_id: id, revision: unsigned(row.revision), roles })
}

/// The language in which the person last signed in is the one of their letters.
pub async fn speaks(tx: &impl ConnectionTrait, id: AccountId, language: Language) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Language, language.code().into())
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}
