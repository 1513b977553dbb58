//! Released versions. A row is written once and never changed: nothing here can.

use super::Words;
use crate::programme::Programme;
use proto::conference::ProgrammeChange;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "version")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) conference: Uuid,
    /// From 1, without gaps.
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) number: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) programme: Programme,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub(crate) note: Option<Words>,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) changes: Changes,
    pub(crate) released_at: DateTimeUtc,
    /// Absent when an event file or a timer did it.
    pub(crate) released_by: Option<Uuid>,
}

/// Against the version before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Changes(pub(crate) Vec<ProgrammeChange>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(crate) async fn find(db: &impl ConnectionTrait, conference: Uuid, number: i32) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id((conference, number)).one(db).await
}

/// What was said about each version: its number, note, changes and time.
pub(crate) type Said = (i32, Option<Words>, Changes, DateTimeUtc);

/// What was said about at most so many versions up to this one, newest first. Without the programmes.
pub(crate) async fn said(
    db: &impl ConnectionTrait,
    conference: Uuid,
    up_to: i32,
    most: u64,
) -> Result<Vec<Said>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Number, Column::Note, Column::Changes, Column::ReleasedAt])
        .filter(Column::Conference.eq(conference))
        .filter(Column::Number.lte(up_to))
        .order_by_desc(Column::Number)
        .limit(most)
        .into_tuple()
        .all(db)
        .await
}

/// All of a conference, newest first.
pub(crate) async fn all(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Conference.eq(conference)).order_by_desc(Column::Number).all(db).await
}
