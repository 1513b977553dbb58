//! Who has looked at which list of people. Rows are only ever added.

use chrono::{DateTime, Utc};
use proto::AccountId;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, Set};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "look")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    pub(crate) account: Uuid,
    /// The slug of the gathering or network.
    pub(crate) about: String,
    pub(crate) what: Looked,
    /// How many people it showed.
    pub(crate) people: i32,
}

/// What was looked at.
#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum Looked {
    /// The table of a network's contacts.
    Members,
    /// A plan, on the screen.
    Plan,
    /// A plan, to be printed.
    PlanPrinted,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn note(
    db: &impl ConnectionTrait,
    at: DateTime<Utc>,
    account: AccountId,
    about: &str,
    (what, people): (Looked, usize),
) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        at: Set(at),
        account: Set(account.0),
        about: Set(about.to_owned()),
        what: Set(what),
        people: Set(i32::try_from(people).unwrap_or(i32::MAX)),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Looks at something, latest first.
#[cfg(test)]
pub(crate) async fn about(db: &impl ConnectionTrait, about: &str) -> Result<Vec<Model>, DbErr> {
    use sea_orm::QueryOrder;
    Entity::find().filter(Column::About.eq(about)).order_by_desc(Column::At).order_by_desc(Column::Id).all(db).await
}
