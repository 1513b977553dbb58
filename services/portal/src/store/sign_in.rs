use chrono::{DateTime, Utc};
use proto::{AccountId, SignInId};
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account: Uuid,
    pub requested_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
    pub onward: String,
}

impl ActiveModelBehavior for ActiveModel {}

/// How many links an account was sent since then.
pub async fn sent_since(tx: &impl ConnectionTrait, account: AccountId, since: DateTime<Utc>) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Account.eq(account.0)).filter(Column::RequestedAt.gt(since)).count(tx).await
}

/// Keeps a link that is about to be sent.
pub async fn make(
    tx: &impl ConnectionTrait,
    account: AccountId,
    requested_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    onward: &str,
) -> Result<SignInId, DbErr> {
    let id = Uuid::now_v7();
    let row = ActiveModel {
        id: Set(id),
        account: Set(account.0),
        requested_at: Set(requested_at),
        expires_at: Set(expires_at),
        used_at: Set(None),
        onward: Set(onward.to_owned()),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(SignInId(id))
}

/// The link with an id.
pub async fn with_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Uses up a link, and with it all others that the account was sent; false when another was faster.
pub async fn spend(tx: &impl ConnectionTrait, link: &Model, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let unused = || Entity::update_many().col_expr(Column::UsedAt, now.into()).filter(Column::UsedAt.is_null());
    let this = unused().filter(Column::Id.eq(link.id)).filter(Column::ExpiresAt.gt(now));
    if this.exec(tx).await?.rows_affected == 0 {
        return Ok(false);
    }
    unused().filter(Column::Account.eq(link.account)).exec(tx).await?;
    Ok(true)
}

/// Forgets links that expired before then.
pub async fn forget(tx: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64, DbErr> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lt(before)).exec(tx).await?.rows_affected)
}
