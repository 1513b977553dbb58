use crate::second_factor::Passed;
use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::{ExprTrait, QueryOrder, Set};

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub account: Uuid,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    /// When the roles were last read for it.
    pub seen_at: Option<DateTimeUtc>,
    /// The browser and what it runs on.
    pub device: Option<String>,
    /// When it showed a second proof.
    pub second_factor_at: Option<DateTimeUtc>,
    /// It was shown to the provider that the person came from.
    pub second_factor_elsewhere: bool,
}

impl Model {
    /// Whether it has shown a second proof, and to whom.
    pub fn passed(&self) -> Passed {
        match (self.second_factor_at, self.second_factor_elsewhere) {
            (None, _) => Passed::No,
            (Some(_), true) => Passed::Elsewhere,
            (Some(_), false) => Passed::Here,
        }
    }
}

impl ActiveModelBehavior for ActiveModel {}

/// Begins a session, always under an id of its own.
pub async fn begin(
    tx: &impl ConnectionTrait,
    account: AccountId,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    device: Option<String>,
) -> Result<Uuid, DbErr> {
    // Random throughout: nothing about it can be guessed from when others signed in.
    let id = Uuid::new_v4();
    let row = ActiveModel {
        id: Set(id),
        account: Set(account.0),
        created_at: Set(now),
        expires_at: Set(expires_at),
        ended_at: Set(None),
        seen_at: Set(Some(now)),
        device: Set(device),
        second_factor_at: Set(None),
        second_factor_elsewhere: Set(false),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// The session with an id, whether it lives or not.
pub async fn with_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Those that an account is signed in with, newest first.
pub async fn open(db: &impl ConnectionTrait, account: Uuid, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let open = Entity::find().filter(Column::Account.eq(account)).filter(Column::EndedAt.is_null());
    open.filter(Column::ExpiresAt.gt(now)).order_by_desc(Column::CreatedAt).all(db).await
}

/// Notes that it is still in use.
pub async fn seen(tx: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many().col_expr(Column::SeenAt, now.into()).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// Notes that it has shown a second proof, and to whom.
pub async fn pass(tx: &impl ConnectionTrait, id: Uuid, passed: Passed, now: DateTime<Utc>) -> Result<(), DbErr> {
    let at = (passed != Passed::No).then_some(now);
    Entity::update_many()
        .col_expr(Column::SecondFactorAt, at.into())
        .col_expr(Column::SecondFactorElsewhere, (passed == Passed::Elsewhere).into())
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends one session of an account.
pub async fn end_own(tx: &impl ConnectionTrait, account: Uuid, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    close(tx, Column::Id.eq(id).and(Column::Account.eq(account)), now).await
}

/// Ends one session.
pub async fn end(tx: &impl ConnectionTrait, id: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    close(tx, Column::Id.eq(id), now).await
}

/// Ends all sessions of an account.
pub async fn end_all(tx: &impl ConnectionTrait, account: Uuid, now: DateTime<Utc>) -> Result<(), DbErr> {
    close(tx, Column::Account.eq(account), now).await
}

async fn close(tx: &impl ConnectionTrait, which: Expr, now: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::EndedAt, now.into())
        .filter(which)
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets sessions that expired before then.
pub async fn forget(tx: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<u64, DbErr> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lt(before)).exec(tx).await?.rows_affected)
}
