//! A copy of what the portal says about organisations.

use proto::organisation::Organisation;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ConnectionTrait, FromJsonQueryResult, Set};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) slug: String,
    pub(crate) revision: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) snapshot: Snapshot,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Snapshot(pub(crate) Organisation);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Keeps what is told, unless something newer is known.
pub(crate) async fn keep(db: &impl ConnectionTrait, organisation: Organisation) -> Result<(), DbErr> {
    let row = ActiveModel {
        slug: Set(organisation.slug.clone()),
        revision: Set(organisation.revision.into()),
        snapshot: Set(Snapshot(organisation)),
    };
    let newer = OnConflict::column(Column::Slug)
        .update_columns([Column::Revision, Column::Snapshot])
        .action_and_where(Expr::col((Entity, Column::Revision)).lt(Expr::col(("excluded", Column::Revision))))
        .to_owned();
    Entity::insert(row).on_conflict(newer).exec_without_returning(db).await?;
    Ok(())
}

/// All that are known, by slug.
pub(crate) async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<String, Organisation>, DbErr> {
    let rows = Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| (row.slug, row.snapshot.0)).collect())
}

/// Those among them that are known, in the order asked for.
pub(crate) async fn named(db: &impl ConnectionTrait, slugs: &[&str]) -> Result<Vec<Organisation>, DbErr> {
    let rows = Entity::find().filter(Column::Slug.is_in(slugs.iter().copied())).all(db).await?;
    let mut found: Vec<Organisation> = rows.into_iter().map(|row| row.snapshot.0).collect();
    found.sort_by_key(|organisation| slugs.iter().position(|slug| *slug == organisation.slug));
    Ok(found)
}
