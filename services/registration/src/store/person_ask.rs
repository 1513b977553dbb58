//! Who has asked what an organisation holds about somebody, and what came of it. Whom it was about is not kept.

use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{QueryOrder, QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "person_ask")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub organisation: String,
    pub account_id: Uuid,
    pub what: What,
    /// In the organiser's own words.
    #[sea_orm(column_type = "Text")]
    pub why: String,
    pub sign_ups: i32,
    pub series: i32,
    /// What other services deleted; absent where none was asked or has answered.
    pub elsewhere: Option<i32>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum What {
    Found,
    Taken,
    Erased,
}

impl What {
    /// The end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Taken => "taken",
            Self::Erased => "erased",
        }
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes what somebody does about a person.
pub async fn note(
    db: &impl ConnectionTrait,
    id: Uuid,
    at: DateTime<Utc>,
    (organisation, account): (&str, AccountId),
    (what, why): (What, &str),
    (sign_ups, series): (usize, usize),
) -> Result<(), DbErr> {
    let number = |amount| i32::try_from(amount).unwrap_or(i32::MAX);
    let row = ActiveModel {
        id: Set(id),
        at: Set(at),
        organisation: Set(organisation.to_owned()),
        account_id: Set(account.0),
        what: Set(what),
        why: Set(why.to_owned()),
        sign_ups: Set(number(sign_ups)),
        series: Set(number(series)),
        elsewhere: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await.map(drop)
}

/// Adds what another service deleted.
pub async fn add(tx: &impl ConnectionTrait, id: Uuid, amount: u32) -> Result<(), DbErr> {
    let amount = i32::try_from(amount).unwrap_or(i32::MAX);
    let sum = Expr::col(Column::Elsewhere).if_null(0).add(amount);
    Entity::update_many().col_expr(Column::Elsewhere, sum).filter(Column::Id.eq(id)).exec(tx).await.map(drop)
}

/// The latest in an organisation, newest first.
pub async fn latest(db: &impl ConnectionTrait, organisation: &str, most: u64) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Organisation.eq(organisation));
    all.order_by_desc(Column::At).order_by_desc(Column::Id).limit(most).all(db).await
}

/// How often somebody has asked since then.
pub async fn since(db: &impl ConnectionTrait, account: AccountId, then: DateTime<Utc>) -> Result<u64, DbErr> {
    Entity::find().filter(Column::AccountId.eq(account.0)).filter(Column::At.gt(then)).count(db).await
}
