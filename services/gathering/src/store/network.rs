//! Networks, each with all of its members.

use crate::network::Member;
use chrono::{DateTime, Utc};
use proto::Localised;
use proto::series::Series;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) slug: String,
    pub(crate) organisation: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) name: Name,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) members: Members,
    pub(crate) changed_at: DateTime<Utc>,
    /// What was said of it as a series that people follow, also when it is followed no more.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) series: Option<Told>,
    /// Whoever wants to is signed up for its gatherings.
    pub(crate) followed: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Told(pub(crate) Series);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Name(pub(crate) Localised);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Members(pub(crate) Vec<Member>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !super::gathering::is_slug(slug) {
        return Ok(None);
    }
    Entity::find_by_id(slug).one(db).await
}

/// Those of an organisation.
pub(crate) async fn of(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Organisation.eq(organisation)).order_by_asc(Column::Slug).all(db).await
}

/// The same for somebody who will write it.
pub(crate) async fn to_change(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(slug).lock_exclusive().one(db).await
}

pub(crate) async fn keep(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let columns = [Column::Name, Column::Members, Column::ChangedAt, Column::Series, Column::Followed];
    let replace = OnConflict::column(Column::Slug).update_columns(columns).to_owned();
    Entity::insert(row.into_active_model()).on_conflict(replace).exec_without_returning(db).await?;
    Ok(())
}
