//! The series. The snapshot is what is said to others; what the dates share lies beside it.

use crate::series::settings::Settings;
use crate::store::webinar;
use proto::series::Series;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "series")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    #[sea_orm(unique)]
    pub(crate) slug: String,
    pub(crate) organisation: String,
    pub(crate) revision: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) snapshot: Snapshot,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) shared: Shared,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) filed: Shared,
    pub(crate) edition: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Snapshot(pub(crate) Series);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Shared(pub(crate) Settings);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What is said about it.
    pub(crate) fn series(&self) -> &Series {
        &self.snapshot.0
    }
}

/// Whether this can be the slug of a series, as of an event. Anything else is not asked about: databases refuse some characters.
pub(crate) fn is_slug(text: &str) -> bool {
    (1..=80).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

pub(crate) async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).one(db).await
}

/// The series that a webinar belongs to. One that another organisation answers for is not meant.
pub(crate) async fn of(db: &impl ConnectionTrait, webinar: &webinar::Model) -> Result<Option<Model>, DbErr> {
    let Some(slug) = &webinar.series else { return Ok(None) };
    Ok(by_slug(db, slug).await?.filter(|row| row.organisation == webinar.organisation))
}

/// The same for somebody who will write it: on PostgreSQL others wait until the transaction ends.
pub(crate) async fn to_change(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).lock_exclusive().one(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await.map(drop)
}

pub(crate) async fn update(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update(row.into_active_model().reset_all()).exec(db).await.map(drop)
}

/// The dates of a series, soonest first.
pub(crate) async fn dates(db: &impl ConnectionTrait, row: &Model) -> Result<Vec<webinar::Model>, DbErr> {
    dates_of(row).all(db).await
}

/// The same for somebody who will write them.
pub(crate) async fn dates_to_change(db: &impl ConnectionTrait, row: &Model) -> Result<Vec<webinar::Model>, DbErr> {
    dates_of(row).lock_exclusive().all(db).await
}

fn dates_of(row: &Model) -> sea_orm::Select<webinar::Entity> {
    webinar::Entity::find()
        .filter(webinar::Column::Series.eq(row.slug.as_str()))
        .filter(webinar::Column::Organisation.eq(row.organisation.as_str()))
        .order_by_asc(webinar::Column::StartsAt)
        .order_by_asc(webinar::Column::Id)
}
