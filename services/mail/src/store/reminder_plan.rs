//! What organisations have made of the plan for reminders, for each kind of event.

use chrono::{DateTime, Utc};
use proto::event::EventKind;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, Set};

use super::{kept, read};
use crate::reminder_plan::Rule;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder_plan")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub organisation: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub rules: Json,
    pub changed_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The plan of an organisation for a kind of event, if it has one.
pub(crate) async fn find(
    db: &impl ConnectionTrait,
    organisation: &str,
    kind: EventKind,
) -> Result<Option<Vec<Rule>>, DbErr> {
    let row = Entity::find_by_id((organisation.to_owned(), kind.word().to_owned())).one(db).await?;
    row.map(|row| read(&row.rules)).transpose()
}

/// Keeps a plan in place of the one before.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    organisation: &str,
    kind: EventKind,
    rules: &[Rule],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut replace = OnConflict::columns([Column::Organisation, Column::Kind]);
    replace.update_columns([Column::Rules, Column::ChangedAt]);
    let row = ActiveModel {
        organisation: Set(organisation.to_owned()),
        kind: Set(kind.word().to_owned()),
        rules: Set(kept(&rules)?),
        changed_at: Set(now),
    };
    Entity::insert_many([row]).on_conflict(replace).exec_without_returning(db).await.map(drop)
}

/// Takes the plan away, so that the usual one counts.
pub(crate) async fn delete(db: &impl ConnectionTrait, organisation: &str, kind: EventKind) -> Result<(), DbErr> {
    Entity::delete_by_id((organisation.to_owned(), kind.word().to_owned())).exec(db).await.map(drop)
}
