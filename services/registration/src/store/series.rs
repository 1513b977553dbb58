//! Series as their service told of them.

use proto::SeriesId;
use proto::series::Series;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use serde::Deserialize;

const LONGEST_SLUG: usize = 100;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "series")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub slug: String,
    pub organisation: String,
    pub revision: i64,
    pub snapshot: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn series(&self) -> Result<Series, DbErr> {
        Series::deserialize(&self.snapshot).map_err(|error| DbErr::Json(error.to_string()))
    }
}

/// Whether this can be the slug of a series. Anything else is not asked about: databases refuse some characters.
fn is_slug(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= LONGEST_SLUG && text.bytes().all(fits)
}

pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).one(db).await
}

pub async fn by_id(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, DbErr> {
    Entity::find().all(db).await
}

/// The series that an event belongs to which names it. One that another organisation answers for is not meant: who is
/// signed up there would be given away.
pub async fn named(db: &impl ConnectionTrait, slug: &str, organisation: &str) -> Result<Option<Model>, DbErr> {
    Ok(by_slug(db, slug).await?.filter(|row| row.organisation == organisation))
}

/// Keeps the series as told now, unless something newer is kept. False when another one has the slug.
pub async fn keep(tx: &impl ConnectionTrait, series: &Series) -> Result<bool, DbErr> {
    if by_slug(tx, &series.slug).await?.is_some_and(|other| SeriesId(other.id) != series.id) {
        return Ok(false);
    }
    let snapshot = serde_json::to_value(series).map_err(|error| DbErr::Json(error.to_string()))?;
    let row = ActiveModel {
        id: Set(series.id.0),
        slug: Set(series.slug.clone()),
        organisation: Set(series.organisation.clone()),
        revision: Set(i64::from(series.revision)),
        snapshot: Set(snapshot),
    };
    let newer = Expr::col((Entity, Column::Revision)).lt(i64::from(series.revision));
    let replace = OnConflict::column(Column::Id)
        .update_columns([Column::Slug, Column::Organisation, Column::Revision, Column::Snapshot])
        .action_and_where(newer)
        .to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(true)
}
