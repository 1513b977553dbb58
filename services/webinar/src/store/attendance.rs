//! Who came, when first and how often.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, QuerySelect, Set, TryInsertResult};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attendance")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) registration: Uuid,
    pub(crate) event: Uuid,
    pub(crate) joined_at: DateTimeUtc,
    pub(crate) times: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Counts somebody who comes in; true the first time. Of two at the same moment the database lets one be first.
pub(crate) async fn count(
    db: &impl ConnectionTrait,
    registration: Uuid,
    event: Uuid,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    if note(db, registration, event, now).await? {
        return Ok(true);
    }
    Entity::update_many()
        .col_expr(Column::Times, Expr::col(Column::Times).add(1))
        .filter(Column::Registration.eq(registration))
        .exec(db)
        .await?;
    Ok(false)
}

/// Notes somebody who stands on a list; true when nobody knew.
pub(crate) async fn note(
    db: &impl ConnectionTrait,
    registration: Uuid,
    event: Uuid,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = ActiveModel { registration: Set(registration), event: Set(event), joined_at: Set(at), times: Set(1) };
    let inserted =
        Entity::insert(row).on_conflict_do_nothing_on([Column::Registration]).exec_without_returning(db).await?;
    // A conflict comes as no rows inserted, not as `Conflicted`.
    Ok(matches!(inserted, TryInsertResult::Inserted(1..)))
}

/// Who has come.
pub(crate) async fn of_event(db: &impl ConnectionTrait, event: Uuid) -> Result<BTreeSet<Uuid>, DbErr> {
    let ids = Entity::find().select_only().column(Column::Registration).filter(Column::Event.eq(event));
    Ok(ids.into_tuple::<Uuid>().all(db).await?.into_iter().collect())
}

/// How many have come.
pub(crate) async fn joined(db: &impl ConnectionTrait, event: Uuid) -> Result<u64, DbErr> {
    Entity::find().filter(Column::Event.eq(event)).count(db).await
}

/// Forgets that somebody came; false when they had not.
pub(crate) async fn forget(db: &impl ConnectionTrait, registration: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::delete_by_id(registration).exec(db).await?.rows_affected > 0)
}
