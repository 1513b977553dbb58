//! Those who speak and moderate: personal data, so beside the programme and not in its versions.

use super::{Words, conference};
use chrono::{DateTime, Utc};
use proto::Language;
use proto::conference::SpeakerSlot;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaker")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) conference: Uuid,
    /// Goes up with every change of what people see: an edit that was begun before is not written over it.
    pub(crate) revision: i64,
    /// Raised to make the person's links void.
    pub(crate) generation: i32,
    #[sea_orm(column_type = "Text")]
    pub(crate) name: String,
    /// Absent where nobody has asked for it: then no letters are sent.
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) email: Option<String>,
    pub(crate) language: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) role: Words,
    #[sea_orm(column_type = "Text")]
    pub(crate) organisation: String,
    /// Paragraphs, separated by blank lines. Plain text.
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) biography: Words,
    pub(crate) photo: Option<Uuid>,
    /// When the person agreed that name, text and photo are published.
    pub(crate) consented_at: Option<DateTimeUtc>,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) unavailable: Unavailable,
    pub(crate) said_revision: i32,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) said: Said,
}

/// When the person cannot come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Unavailable(pub(crate) Vec<Span>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Span {
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
}

/// When the person speaks, as it was said last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Said(pub(crate) Vec<SpeakerSlot>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The language of letters to the person.
    pub(crate) fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::Nn)
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// Everybody who is to do with a conference, by name.
pub(crate) async fn all(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Conference.eq(conference)).order_by_asc(Column::Name).all(db).await
}

/// Everybody with an address who is to do with a conference that an organisation answers for.
pub(crate) async fn of_organisation(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::Conference.in_subquery(conference::of_organisation(organisation)));
    theirs.filter(Column::Email.is_not_null()).order_by_asc(Column::Id).all(db).await
}

/// Who has agreed to be shown, with the revision of each.
pub(crate) async fn shown(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<(Uuid, i64)>, DbErr> {
    Entity::find()
        .select_only()
        .columns([Column::Id, Column::Revision])
        .filter(Column::Conference.eq(conference))
        .filter(Column::ConsentedAt.is_not_null())
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(db)
        .await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes what is known about somebody, unless it has been changed since `begun_from`; false then. What was said about when
/// they speak stays as it is.
pub(crate) async fn update(db: &impl ConnectionTrait, row: Model, begun_from: i64) -> Result<bool, DbErr> {
    let done = Entity::update_many()
        .col_expr(Column::Revision, Expr::value(begun_from + 1))
        .col_expr(Column::Generation, Expr::value(row.generation))
        .col_expr(Column::Name, Expr::value(row.name))
        .col_expr(Column::Email, Expr::value(row.email))
        .col_expr(Column::Language, Expr::value(row.language))
        .col_expr(Column::Role, Expr::value(row.role))
        .col_expr(Column::Organisation, Expr::value(row.organisation))
        .col_expr(Column::Biography, Expr::value(row.biography))
        .col_expr(Column::Photo, Expr::value(row.photo))
        .col_expr(Column::ConsentedAt, Expr::value(row.consented_at))
        .col_expr(Column::Unavailable, Expr::value(row.unavailable))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Revision.eq(begun_from))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Notes what was said about when somebody speaks.
pub(crate) async fn note_said(
    db: &impl ConnectionTrait,
    id: Uuid,
    revision: i32,
    said: Vec<SpeakerSlot>,
) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::SaidRevision, Expr::value(revision))
        .col_expr(Column::Said, Expr::value(Said(said)))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

pub(crate) async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}
