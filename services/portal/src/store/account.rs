use super::{event_role, membership, operator, unsigned};
use crate::sign_in::Account;
use chrono::{DateTime, Utc};
use proto::account::AccountChanged;
use proto::{AccountId, Language};
use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, QueryOrder, QuerySelect, Set};

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
    pub signed_in_at: Option<DateTimeUtc>,
    /// The person has said in which language letters are to be.
    pub language_chosen: bool,
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
    let id = AccountId(row.id);
    let roles = membership::of_account(db, id).await?;
    let events = event_role::of_account(db, id).await?;
    let language = row.language.parse().unwrap_or(Language::Nn);
    let operator = operator::is(db, id).await?;
    Ok(Some(Account { id, email: row.email, language, disabled: row.disabled, roles, events, operator }))
}

/// The rows of several accounts.
pub async fn rows(db: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Id.is_in(ids)).order_by_asc(Column::Address).all(db).await
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
        signed_in_at: Set(None),
        language_chosen: Set(false),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    let (roles, events) = (Vec::new(), Vec::new());
    let (id, email) = (AccountId(id), email.to_owned());
    Ok(Account { id, email, language, disabled: false, roles, events, operator: false })
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
    let events = event_role::of_account(tx, id).await?;
    Ok(AccountChanged { account_id: id, revision: unsigned(row.revision), roles, events })
}

/// Notes that the person has signed in. The language in which they do is the one of their letters, until they choose one.
pub async fn arrives(
    tx: &impl ConnectionTrait,
    id: AccountId,
    language: Language,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let own = || Entity::update_many().filter(Column::Id.eq(id.0));
    own().col_expr(Column::SignedInAt, now.into()).exec(tx).await?;
    let speaks = own().col_expr(Column::Language, language.code().into());
    speaks.filter(Column::LanguageChosen.eq(false)).exec(tx).await?;
    Ok(())
}

/// Writes to the person in this language from now on.
pub async fn choose_language(tx: &impl ConnectionTrait, id: AccountId, language: Language) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Language, language.code().into())
        .col_expr(Column::LanguageChosen, true.into())
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}
