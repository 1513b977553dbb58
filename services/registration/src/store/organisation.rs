//! The organisations behind events, as the portal told of them.

use proto::organisation::Organisation;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    pub revision: i64,
    pub snapshot: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Organisation>, DbErr> {
    let Some(row) = Entity::find_by_id(slug).one(db).await? else { return Ok(None) };
    Organisation::deserialize(&row.snapshot).map(Some).map_err(|error| DbErr::Json(error.to_string()))
}

/// Keeps the organisation as told now, unless something newer is kept.
pub async fn keep(tx: &impl ConnectionTrait, organisation: &Organisation) -> Result<(), DbErr> {
    let snapshot = serde_json::to_value(organisation).map_err(|error| DbErr::Json(error.to_string()))?;
    let row = ActiveModel {
        slug: Set(organisation.slug.clone()),
        revision: Set(i64::from(organisation.revision)),
        snapshot: Set(snapshot),
    };
    let newer = Expr::col((Entity, Column::Revision)).lt(i64::from(organisation.revision));
    let replace = OnConflict::column(Column::Slug)
        .update_columns([Column::Revision, Column::Snapshot])
        .action_and_where(newer)
        .to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}
