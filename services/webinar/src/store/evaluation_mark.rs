//! That somebody has answered: a mark that only the installation's key can make from a sign-up, without a time.

use super::webinar;
use chrono::{DateTime, Utc};
use host::Keys;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, Set, TryInsertResult};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evaluation_mark")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) mark: String,
    pub(crate) event: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

fn mark(keys: &Keys, registration: Uuid) -> String {
    keys.sign("webinar/evaluation", registration.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Marks; false when it was marked before. Of two at the same moment the database lets one be first.
pub(crate) async fn give(
    db: &impl ConnectionTrait,
    keys: &Keys,
    registration: Uuid,
    event: Uuid,
) -> Result<bool, DbErr> {
    let row = ActiveModel { mark: Set(mark(keys, registration)), event: Set(event) };
    let inserted = Entity::insert(row).on_conflict_do_nothing_on([Column::Mark]).exec_without_returning(db).await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(1..)))
}

pub(crate) async fn is_given(db: &impl ConnectionTrait, keys: &Keys, registration: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find_by_id(mark(keys, registration)).count(db).await? > 0)
}

/// Forgets them for all webinars that were over by then.
pub(crate) async fn forget(db: &impl ConnectionTrait, then: DateTime<Utc>) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Event.in_subquery(webinar::ended_by(then))).exec(db).await.map(drop)
}
