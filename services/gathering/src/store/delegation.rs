//! Members as they come to one gathering.

use crate::delegation::Role;
use chrono::{DateTime, Utc};
use proto::PoolId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delegation")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) gathering: Uuid,
    pub(crate) member: String,
    pub(crate) name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) municipalities: Numbers,
    pub(crate) seats: i32,
    pub(crate) revision: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) role_pools: RolePools,
    pub(crate) invited_at: Option<DateTime<Utc>>,
    pub(crate) opened_at: Option<DateTime<Utc>>,
    pub(crate) reminded_at: Option<DateTime<Utc>>,
    pub(crate) declined_at: Option<DateTime<Utc>>,
    /// It did not decline: the member is not in the network on the day.
    pub(crate) closed: bool,
    pub(crate) released: bool,
    pub(crate) extra_asked: i32,
    #[sea_orm(column_type = "Text")]
    pub(crate) extra_reason: String,
}

/// Numbers of municipalities.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Numbers(pub(crate) Vec<String>);

/// The pool of each role whose seats are limited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct RolePools(pub(crate) BTreeMap<Role, PoolId>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// All of a gathering, by name.
pub(crate) async fn of(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Gathering.eq(gathering));
    all.order_by_asc(Column::Name).order_by_asc(Column::Id).all(db).await
}

/// Those of a gathering whose seats without a name have not gone to everybody.
pub(crate) async fn unreleased(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let all = Entity::find().select_only().column(Column::Id).filter(Column::Gathering.eq(gathering));
    all.filter(Column::Released.eq(false)).order_by_asc(Column::Id).into_tuple().all(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, rows: Vec<Model>) -> Result<(), DbErr> {
    if rows.is_empty() {
        return Ok(());
    }
    Entity::insert_many(rows.into_iter().map(IntoActiveModel::into_active_model)).exec_without_returning(db).await?;
    Ok(())
}

/// Writes a row whole: whoever changes one holds the gathering's lock.
pub(crate) async fn update(db: &impl ConnectionTrait, row: &Model) -> Result<(), DbErr> {
    Entity::update(row.clone().into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Forgets what was written by those who asked for more seats.
pub(crate) async fn forget_reasons(db: &impl ConnectionTrait, gathering: Uuid) -> Result<(), DbErr> {
    let silent = Entity::update_many().col_expr(Column::ExtraReason, Expr::value(""));
    silent.filter(Column::Gathering.eq(gathering)).filter(Column::ExtraReason.ne("")).exec(db).await?;
    Ok(())
}
