use super::{read, unsigned, written};
use crate::coming::Programme;
use chrono::{DateTime, Utc};
use proto::conference::ProgrammeReleased;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ExprTrait, Set};
use std::collections::HashMap;

#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: Uuid,
    pub version: i64,
    pub released_at: DateTime<Utc>,
    pub note: Option<Json>,
}

impl ActiveModelBehavior for ActiveModel {}

/// The newest programmes of these events, by event.
pub async fn of_events(
    db: &impl ConnectionTrait,
    events: impl Iterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Programme>, DbErr> {
    let rows = Entity::find().filter(Column::Event.is_in(events)).all(db).await?;
    let mut all = HashMap::with_capacity(rows.len());
    for row in rows {
        let note = row.note.map(read).transpose()?;
        all.insert(row.event, Programme { version: unsigned(row.version), released_at: row.released_at, note });
    }
    Ok(all)
}

/// Keeps that a version was released, unless that of a newer one is known.
pub async fn keep(tx: &impl ConnectionTrait, news: &ProgrammeReleased) -> Result<(), DbErr> {
    let row = ActiveModel {
        event: Set(news.event_id.0),
        version: Set(i64::from(news.version)),
        released_at: Set(news.released_at),
        note: Set(news.note.as_ref().map(written).transpose()?),
    };
    let newer = Expr::col((Entity, Column::Version)).lt(Expr::col(("excluded", Column::Version)));
    let instead = OnConflict::column(Column::Event)
        .update_columns([Column::Version, Column::ReleasedAt, Column::Note])
        .action_and_where(newer)
        .to_owned();
    Entity::insert(row).on_conflict(instead).exec_without_returning(tx).await?;
    Ok(())
}
