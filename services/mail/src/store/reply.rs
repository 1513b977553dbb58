//! The newest answer from each person's calendar.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use proto::RegistrationId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, Set};

use super::{AT_ONCE, calendar_entry};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reply")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration: Uuid,
    pub revision: i32,
    pub answer: Answer,
    pub proven: bool,
    /// By which answers are put in order.
    pub sequence: Option<i64>,
    pub stamp: Option<DateTime<Utc>>,
    pub at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum Answer {
    Accepted,
    Tentative,
    Declined,
    Delegated,
    Proposed,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A yes, and no older than what the entry says of the time.
    pub(crate) fn confirms(&self, entry: &calendar_entry::Model) -> bool {
        let outdated =
            matches!((self.sequence, entry.moved_sequence), (Some(answered), Some(moved)) if answered < moved);
        self.answer == Answer::Accepted && !outdated
    }
}

impl From<Answer> for proto::mail::Answer {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Accepted => Self::Accepted,
            Answer::Tentative => Self::Tentative,
            Answer::Declined => Self::Declined,
            Answer::Delegated => Self::Delegated,
            Answer::Proposed => Self::Proposed,
        }
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration.0).one(db).await
}

/// True when somebody's calendar has said yes, and to the time that the entry has now.
pub(crate) async fn confirms(db: &impl ConnectionTrait, entry: &calendar_entry::Model) -> Result<bool, DbErr> {
    let reply = Entity::find_by_id(entry.registration).one(db).await?;
    Ok(reply.is_some_and(|reply| reply.confirms(entry)))
}

/// The answers of these registrations.
pub(crate) async fn find_all(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for some in registrations.chunks(AT_ONCE) {
        all.extend(Entity::find().filter(Column::Registration.is_in(some.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Which of these have said yes in their calendars, to the time that their entries have now.
pub(crate) async fn confirming(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<BTreeSet<Uuid>, DbErr> {
    let entries = calendar_entry::find_all(db, registrations).await?;
    let entries: BTreeMap<Uuid, _> = entries.into_iter().map(|entry| (entry.registration, entry)).collect();
    let replies = find_all(db, registrations).await?;
    let yes = |reply: &&Model| entries.get(&reply.registration).is_some_and(|entry| reply.confirms(entry));
    Ok(replies.iter().filter(yes).map(|reply| reply.registration).collect())
}

/// Keeps an answer in place of the one before.
pub(crate) async fn keep(db: &impl ConnectionTrait, row: &Model) -> Result<(), DbErr> {
    let mut replace = OnConflict::column(Column::Registration);
    replace.update_columns([
        Column::Revision,
        Column::Answer,
        Column::Proven,
        Column::Sequence,
        Column::Stamp,
        Column::At,
    ]);
    let row = ActiveModel {
        registration: Set(row.registration),
        revision: Set(row.revision),
        answer: Set(row.answer),
        proven: Set(row.proven),
        sequence: Set(row.sequence),
        stamp: Set(row.stamp),
        at: Set(row.at),
    };
    Entity::insert_many([row]).on_conflict(replace).exec_without_returning(db).await.map(drop)
}

pub(crate) async fn delete(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<(), DbErr> {
    Entity::delete_by_id(registration.0).exec(db).await.map(drop)
}
