use super::recovery_code;
use crate::second_factor::Known;
use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::{QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub secret: Vec<u8>,
    pub made_at: DateTimeUtc,
    pub last_step: i64,
    pub wrong: i32,
    pub wrong_since: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn known(&self) -> Known {
        Known { last_step: self.last_step, wrong: self.wrong, wrong_since: self.wrong_since }
    }
}

/// An account's app, if it has one.
pub async fn of_account(db: &impl ConnectionTrait, account: AccountId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(account.0).one(db).await
}

/// The same, so that no other code is looked at meanwhile.
pub async fn locked(tx: &impl ConnectionTrait, account: AccountId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(account.0).lock_exclusive().one(tx).await
}

/// Keeps an app whose first code was of this step; false when there is one already.
pub async fn make(
    tx: &impl ConnectionTrait,
    account: AccountId,
    secret: Vec<u8>,
    step: i64,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = ActiveModel {
        account: Set(account.0),
        secret: Set(secret),
        made_at: Set(now),
        last_step: Set(step),
        wrong: Set(0),
        wrong_since: Set(None),
    };
    let once = sea_orm::sea_query::OnConflict::column(Column::Account).do_nothing().to_owned();
    Ok(Entity::insert(row).on_conflict(once).exec_without_returning(tx).await? == 1)
}

/// Notes that the code of a step was used; false when it, or a later one, was used already.
pub async fn used(tx: &impl ConnectionTrait, account: AccountId, step: i64) -> Result<bool, DbErr> {
    let update = Entity::update_many()
        .col_expr(Column::LastStep, step.into())
        .col_expr(Column::Wrong, 0.into())
        .col_expr(Column::WrongSince, Option::<DateTimeUtc>::None.into())
        .filter(Column::Account.eq(account.0))
        .filter(Column::LastStep.lt(step));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// Notes wrong codes.
pub async fn wrong(
    tx: &impl ConnectionTrait,
    account: AccountId,
    (wrong, since): (i32, DateTime<Utc>),
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Wrong, wrong.into())
        .col_expr(Column::WrongSince, since.into())
        .filter(Column::Account.eq(account.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes the app away, and the codes on paper with it; false when there was none.
pub async fn remove(tx: &impl ConnectionTrait, account: AccountId) -> Result<bool, DbErr> {
    recovery_code::replace(tx, account, Vec::new()).await?;
    Ok(Entity::delete_by_id(account.0).exec(tx).await?.rows_affected == 1)
}
