//! Who somebody is at a provider of OpenID Connect.

use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::Set;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "openid_link")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub issuer: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub subject: String,
    pub account: Uuid,
    pub made_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Who a subject of an issuer is here.
pub async fn of_subject(db: &impl ConnectionTrait, issuer: &str, subject: &str) -> Result<Option<AccountId>, DbErr> {
    let row = Entity::find_by_id((issuer.to_owned(), subject.to_owned())).one(db).await?;
    Ok(row.map(|row| AccountId(row.account)))
}

/// Everybody that an account is elsewhere.
pub async fn of_account(db: &impl ConnectionTrait, account: AccountId) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Account.eq(account.0)).all(db).await
}

/// Keeps who an account is at an issuer, in place of who it was there; false when that is somebody else here.
pub async fn make(
    tx: &impl ConnectionTrait,
    account: AccountId,
    (issuer, subject): (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    if of_subject(tx, issuer, subject).await?.is_some_and(|own| own != account) {
        return Ok(false);
    }
    remove(tx, account, issuer).await?;
    let row = ActiveModel {
        issuer: Set(issuer.to_owned()),
        subject: Set(subject.to_owned()),
        account: Set(account.0),
        made_at: Set(now),
        used_at: Set(None),
    };
    let once = sea_orm::sea_query::OnConflict::new().do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 1)
}

/// Notes that somebody came in by it.
pub async fn used(tx: &impl ConnectionTrait, issuer: &str, subject: &str, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::UsedAt, now.into())
        .filter(Column::Issuer.eq(issuer))
        .filter(Column::Subject.eq(subject))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes the way in through an issuer away from an account; false when it had none.
pub async fn remove(tx: &impl ConnectionTrait, account: AccountId, issuer: &str) -> Result<bool, DbErr> {
    let own = Entity::delete_many().filter(Column::Account.eq(account.0)).filter(Column::Issuer.eq(issuer));
    Ok(own.exec(tx).await?.rows_affected > 0)
}
