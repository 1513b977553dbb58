//! Calls for contributions: at most one for each conference.

use super::Words;
use chrono::{DateTime, Utc};
use proto::Localised;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QuerySelect};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "call")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) conference: Uuid,
    /// Goes up with every change: one that was begun before is not written over it.
    pub(crate) revision: i64,
    pub(crate) opens_at: DateTimeUtc,
    pub(crate) closes_at: DateTimeUtc,
    /// Paragraphs, separated by blank lines. Plain text.
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) text: Words,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) questions: Questions,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Questions(pub(crate) Vec<Question>);

/// Something that is asked besides what every call asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Question {
    pub(crate) id: Uuid,
    pub(crate) label: Localised,
    pub(crate) required: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

pub(crate) async fn find(db: &impl ConnectionTrait, conference: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(conference).one(db).await
}

/// From when until when proposals come in.
pub(crate) async fn times(
    db: &impl ConnectionTrait,
    conference: Uuid,
) -> Result<Option<(DateTime<Utc>, DateTime<Utc>)>, DbErr> {
    Entity::find_by_id(conference).select_only().columns([Column::OpensAt, Column::ClosesAt]).into_tuple().one(db).await
}

/// Writes a call. The conference must have been read with [`super::conference::to_change`].
pub(crate) async fn keep(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let columns = [Column::Revision, Column::OpensAt, Column::ClosesAt, Column::Text, Column::Questions];
    Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::Conference).update_columns(columns).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}
