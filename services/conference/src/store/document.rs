//! Photos, slides and recordings. The content is read only where somebody fetches it.

use chrono::{DateTime, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, IntoActiveModel, QueryOrder, QuerySelect};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) conference: Uuid,
    pub(crate) session: Option<Uuid>,
    pub(crate) speaker: Option<Uuid>,
    pub(crate) kind: String,
    /// Of a photo what it shows, for those who do not see it.
    #[sea_orm(column_type = "Text")]
    pub(crate) title: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) file_name: String,
    pub(crate) media_type: String,
    pub(crate) size: i64,
    pub(crate) sha256: String,
    #[sea_orm(column_type = "Blob")]
    pub(crate) content: Vec<u8>,
    /// Where it is instead; empty for what is kept here.
    #[sea_orm(column_type = "Text")]
    pub(crate) link: String,
    pub(crate) added_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A document without its content.
#[derive(Clone, Debug, PartialEq, sea_orm::FromQueryResult)]
pub(crate) struct Facts {
    pub(crate) id: Uuid,
    pub(crate) conference: Uuid,
    pub(crate) session: Option<Uuid>,
    pub(crate) speaker: Option<Uuid>,
    pub(crate) kind: String,
    pub(crate) title: String,
    pub(crate) file_name: String,
    pub(crate) media_type: String,
    pub(crate) size: i64,
    pub(crate) sha256: String,
    pub(crate) link: String,
    pub(crate) added_at: DateTime<Utc>,
}

fn facts() -> sea_orm::Select<Entity> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::Conference, Column::Session, Column::Speaker, Column::Kind, Column::Title])
        .columns([Column::FileName, Column::MediaType, Column::Size, Column::Sha256, Column::Link, Column::AddedAt])
        .order_by_asc(Column::AddedAt)
        .order_by_asc(Column::Id)
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Facts>, DbErr> {
    facts().filter(Column::Id.eq(id)).into_model().one(db).await
}

pub(crate) async fn all(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<Facts>, DbErr> {
    facts().filter(Column::Conference.eq(conference)).into_model().all(db).await
}

pub(crate) async fn of_session(
    db: &impl ConnectionTrait,
    conference: Uuid,
    session: Uuid,
) -> Result<Vec<Facts>, DbErr> {
    facts().filter(Column::Conference.eq(conference)).filter(Column::Session.eq(session)).into_model().all(db).await
}

pub(crate) async fn of_speaker(
    db: &impl ConnectionTrait,
    conference: Uuid,
    speaker: Uuid,
) -> Result<Vec<Facts>, DbErr> {
    facts().filter(Column::Conference.eq(conference)).filter(Column::Speaker.eq(speaker)).into_model().all(db).await
}

pub(crate) async fn content(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Vec<u8>>, DbErr> {
    Entity::find_by_id(id).select_only().column(Column::Content).into_tuple().one(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Everything that somebody has handed in, and their photo.
pub(crate) async fn delete_of_speaker(db: &impl ConnectionTrait, speaker: Uuid) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Speaker.eq(speaker)).exec(db).await?;
    Ok(())
}
