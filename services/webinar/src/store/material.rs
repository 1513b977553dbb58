//! Recordings and slides. The content is read only where somebody fetches it.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, IntoActiveModel, QueryOrder, QuerySelect};
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "material")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) event: Uuid,
    pub(crate) kind: Kind,
    pub(crate) audience: Audience,
    #[sea_orm(column_type = "Text")]
    pub(crate) title: String,
    /// Where it is; empty for what is kept here.
    #[sea_orm(column_type = "Text")]
    pub(crate) link: String,
    pub(crate) size: i64,
    #[sea_orm(column_type = "Blob")]
    pub(crate) content: Vec<u8>,
    pub(crate) added_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Recording,
    Slides,
}

/// Who may have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum Audience {
    All,
    SignedUp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// All of it but the content.
#[derive(Clone, Debug, PartialEq, sea_orm::FromQueryResult)]
pub(crate) struct Facts {
    pub(crate) id: Uuid,
    pub(crate) kind: Kind,
    pub(crate) audience: Audience,
    pub(crate) title: String,
    pub(crate) link: String,
    pub(crate) size: i64,
    pub(crate) added_at: DateTime<Utc>,
}

fn facts() -> Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::Kind, Column::Audience, Column::Title, Column::Link, Column::Size])
        .column(Column::AddedAt)
}

/// In the order in which it was added.
pub(crate) async fn of_event(db: &impl ConnectionTrait, event: Uuid) -> Result<Vec<Facts>, DbErr> {
    facts()
        .filter(Column::Event.eq(event))
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
        .into_model()
        .all(db)
        .await
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid, event: Uuid) -> Result<Option<Facts>, DbErr> {
    let facts = facts().filter(Column::Id.eq(id)).filter(Column::Event.eq(event));
    facts.into_model().one(db).await
}

/// What is in a file: only for somebody who may have it.
pub(crate) async fn content(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Vec<u8>>, DbErr> {
    let content = Entity::find_by_id(id).select_only().column(Column::Content);
    content.into_tuple::<Vec<u8>>().one(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await.map(drop)
}

/// True when it was there.
pub(crate) async fn delete(db: &impl ConnectionTrait, id: Uuid, event: Uuid) -> Result<bool, DbErr> {
    let gone = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::Event.eq(event));
    Ok(gone.exec(db).await?.rows_affected > 0)
}

pub(crate) async fn any(db: &impl ConnectionTrait, event: Uuid) -> Result<bool, DbErr> {
    Ok(Entity::find().filter(Column::Event.eq(event)).count(db).await? > 0)
}
