//! What people answered in their calendars, the newest answer of each.

use super::CHUNK;
use chrono::{DateTime, Utc};
use proto::mail as message;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{QueryOrder, QuerySelect};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reply")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    pub event_id: Uuid,
    pub revision: i32,
    pub answer: Answer,
    pub proven: bool,
    pub answered_at: DateTime<Utc>,
    /// When the person is signed off because of it; absent when they are not, or were.
    pub leaves_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Answer {
    Accepted,
    Tentative,
    Declined,
    Delegated,
    Proposed,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<message::Answer> for Answer {
    fn from(answer: message::Answer) -> Self {
        match answer {
            message::Answer::Accepted => Self::Accepted,
            message::Answer::Tentative => Self::Tentative,
            message::Answer::Declined => Self::Declined,
            message::Answer::Delegated => Self::Delegated,
            message::Answer::Proposed => Self::Proposed,
        }
    }
}

impl Answer {
    /// The end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Tentative => "tentative",
            Self::Declined => "declined",
            Self::Delegated => "delegated",
            Self::Proposed => "proposed",
        }
    }
}

pub async fn of(db: &impl ConnectionTrait, registration: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration).one(db).await
}

/// The answers of these registrations, by registration.
pub async fn of_all(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<HashMap<Uuid, Model>, DbErr> {
    let mut all = HashMap::new();
    for ids in registrations.chunks(CHUNK) {
        let rows = Entity::find().filter(Column::RegistrationId.is_in(ids.iter().copied())).all(db).await?;
        all.extend(rows.into_iter().map(|row| (row.registration_id, row)));
    }
    Ok(all)
}

/// Keeps an answer in place of the one before.
pub async fn keep(tx: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    let mut replace = OnConflict::column(Column::RegistrationId);
    replace.update_columns([Column::Revision, Column::Answer, Column::Proven, Column::AnsweredAt, Column::LeavesAt]);
    let row = ActiveModel {
        registration_id: Set(row.registration_id),
        event_id: Set(row.event_id),
        revision: Set(row.revision),
        answer: Set(row.answer),
        proven: Set(row.proven),
        answered_at: Set(row.answered_at),
        leaves_at: Set(row.leaves_at),
    };
    Entity::insert_many([row]).on_conflict(replace).exec_without_returning(tx).await.map(drop)
}

/// Those who are to be signed off by now.
pub async fn leaving(db: &impl ConnectionTrait, now: DateTime<Utc>, at_most: u64) -> Result<Vec<Model>, DbErr> {
    let leaving = Entity::find().filter(Column::LeavesAt.lte(now));
    leaving.order_by_asc(Column::LeavesAt).limit(at_most).all(db).await
}

/// Nobody is signed off because of this answer any more.
pub async fn settle(tx: &impl ConnectionTrait, registration: Uuid) -> Result<(), DbErr> {
    let settled = Entity::update_many().col_expr(Column::LeavesAt, Expr::value(None::<DateTime<Utc>>));
    settled.filter(Column::RegistrationId.eq(registration)).exec(tx).await.map(drop)
}

/// Deletes what these registrations answered.
pub async fn erase(tx: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<(), DbErr> {
    for ids in registrations.chunks(CHUNK) {
        Entity::delete_many().filter(Column::RegistrationId.is_in(ids.iter().copied())).exec(tx).await?;
    }
    Ok(())
}
