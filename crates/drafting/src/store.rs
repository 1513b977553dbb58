//! Events that organisers write in pages, before and after they are published.

use crate::draft::{Draft, Step};
use crate::unpublishing::Unpublishing;
use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub organisation: String,
    pub version: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub typed: Typed,
    #[sea_orm(column_type = "JsonBinary")]
    pub touched: Touched,
    /// Of the event that it has become; it keeps it while it is off the public pages.
    pub slug: Option<String>,
    /// The version of it that others see; absent while they see none.
    pub published: Option<i64>,
    /// The last time that somebody wanted it off the public pages, since it was published.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub unpublishing: Option<Unpublishing>,
    pub changed_at: DateTimeUtc,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Typed(pub(crate) Draft);

/// Who changed each step last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Touched(pub(crate) BTreeMap<Step, Touch>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// The version that it led to.
    pub version: i64,
    pub at: DateTime<Utc>,
    /// An account.
    pub by: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn draft(&self) -> &Draft {
        &self.typed.0
    }
}

/// How many are listed at most.
const MOST: u64 = 200;

pub async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The same for somebody who will write it: on PostgreSQL others wait until the transaction ends.
pub async fn to_change(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// The one that has become the event with this slug, for somebody who will write it.
pub(crate) async fn of_event(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Slug.eq(slug)).lock_exclusive().one(db).await
}

/// Those of these organisations that are not published, the last changed first.
pub async fn of(db: &impl ConnectionTrait, organisations: &[&str]) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Organisation.is_in(organisations.iter().copied()))
        .filter(Column::Published.is_null())
        .order_by_desc(Column::ChangedAt)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(db)
        .await
}

/// Those of these organisations that are published events, by the slugs of those.
pub async fn published(db: &impl ConnectionTrait, organisations: &[&str]) -> Result<BTreeMap<String, Uuid>, DbErr> {
    let rows = Entity::find()
        .select_only()
        .column(Column::Slug)
        .column(Column::Id)
        .filter(Column::Organisation.is_in(organisations.iter().copied()))
        .filter(Column::Slug.is_not_null())
        .filter(Column::Published.is_not_null())
        .into_tuple::<(String, Uuid)>()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

pub async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await.map(drop)
}

pub async fn update(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update(row.into_active_model().reset_all()).exec(db).await.map(drop)
}

pub async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await.map(drop)
}
