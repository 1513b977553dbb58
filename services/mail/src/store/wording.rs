use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use proto::{AccountId, EventId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, QuerySelect, Set};

use super::{kept, read};
use crate::wording::{Reworded, Wording, Wordings};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "wording")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub letter: String,
    pub revision: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub subject: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub text: Json,
    pub changed_by: Uuid,
    pub changed_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What is said in the letters about these events.
pub(crate) async fn of_events(
    db: &impl ConnectionTrait,
    events: &BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, Wordings>, DbErr> {
    let mut all: BTreeMap<Uuid, Wordings> = BTreeMap::new();
    for row in Entity::find().filter(Column::Event.is_in(events.iter().copied())).all(db).await? {
        // A later program may know more letters.
        let Some(letter) = Reworded::read(&row.letter) else { continue };
        let wording = Wording { subject: read(&row.subject)?, text: read(&row.text)?, revision: row.revision };
        all.entry(row.event).or_default().0.insert(letter, wording);
    }
    Ok(all)
}

pub(crate) async fn of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Wordings, DbErr> {
    Ok(of_events(db, &BTreeSet::from([event.0])).await?.remove(&event.0).unwrap_or_default())
}

/// Keeps what is said in a letter, if it is as somebody has seen it before. False when somebody came before them.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    (event, letter): (EventId, Reworded),
    wording: &Wording,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let there = Entity::find_by_id((event.0, letter.word().to_owned())).lock_exclusive().one(db).await?;
    if there.map_or(0, |there| there.revision) != wording.revision {
        return Ok(false);
    }
    let row = ActiveModel {
        event: Set(event.0),
        letter: Set(letter.word().to_owned()),
        revision: Set(wording.revision + 1),
        subject: Set(kept(&wording.subject)?),
        text: Set(kept(&wording.text)?),
        changed_by: Set(by.0),
        changed_at: Set(now),
    };
    let mut replace = OnConflict::columns([Column::Event, Column::Letter]);
    replace.update_columns([Column::Revision, Column::Subject, Column::Text, Column::ChangedBy, Column::ChangedAt]);
    Entity::insert_many([row]).on_conflict(replace).exec_without_returning(db).await?;
    Ok(true)
}
