//! Plans of who sits where. They hold sign-ups and numbers of tables, and no names: those are the participants'.

use crate::plan::{Arrangement, Kind, News, Rules};
use chrono::{DateTime, Utc};
use proto::{Localised, PoolId};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "plan")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) gathering: Uuid,
    pub(crate) kind: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) name: Name,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) rules: KeptRules,
    pub(crate) choice: Option<Uuid>,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) arrangement: KeptArrangement,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) told: Told,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) news: KeptNews,
    pub(crate) revision: i32,
    pub(crate) turn: i32,
    pub(crate) tellings: i32,
    pub(crate) told_at: Option<DateTime<Utc>>,
    pub(crate) created_at: DateTime<Utc>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Name(pub(crate) Localised);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct KeptRules(pub(crate) Rules);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct KeptArrangement(pub(crate) Arrangement);

/// At which table people were told that they sit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Told(pub(crate) BTreeMap<Uuid, u32>);

/// What has changed by itself since an organiser said that it was seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct KeptNews(pub(crate) Vec<News>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn kind(&self) -> Kind {
        Kind::called(&self.kind).unwrap_or(Kind::Tables)
    }

    pub(crate) fn choice(&self) -> Option<PoolId> {
        self.choice.map(PoolId)
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// All of a gathering, in the order in which they were made.
pub(crate) async fn of(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Vec<Model>, DbErr> {
    let all = Entity::find().filter(Column::Gathering.eq(gathering));
    all.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).all(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes a row whole: whoever changes one holds the gathering's lock.
pub(crate) async fn update(db: &impl ConnectionTrait, row: &Model) -> Result<(), DbErr> {
    Entity::update(row.clone().into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

pub(crate) async fn remove(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Takes the plans of a gathering away, when those who were in them are forgotten.
pub(crate) async fn remove_all(db: &impl ConnectionTrait, gathering: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Gathering.eq(gathering)).exec(db).await?;
    Ok(())
}
