//! The letters about an event, in pages, for those who organise it.

use chrono::{DateTime, Utc};
use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::{ConnectionTrait, FromQueryResult, QueryOrder, QuerySelect};

use super::{Column, Entity};
use crate::planning::Facts;
use crate::purpose::{Purpose, Skip, State};
use crate::store::read;

/// Which of them are listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    pub(crate) purpose: Option<Purpose>,
    /// Those that are as far; all of them when there is none.
    pub(crate) states: Vec<State>,
    pub(crate) rule: Option<String>,
    /// To whom.
    pub(crate) registration: Option<Uuid>,
}

/// One letter in the organiser's list.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Listed {
    pub(crate) id: Uuid,
    pub(crate) registration: Option<Uuid>,
    pub(crate) speaker: Option<Uuid>,
    pub(crate) purpose: Purpose,
    pub(crate) rule: String,
    pub(crate) due: DateTime<Utc>,
    pub(crate) state: State,
    pub(crate) trouble: Option<String>,
    pub(crate) skip: Option<Skip>,
    pub(crate) next_at: Option<DateTime<Utc>>,
    pub(crate) sent_at: Option<DateTime<Utc>>,
    facts: Option<Json>,
}

impl Listed {
    /// What only the message said that brought it about.
    pub(crate) fn facts(&self) -> Result<Option<Facts>, DbErr> {
        self.facts.as_ref().map(read).transpose()
    }
}

impl Filter {
    fn of(&self, event: EventId) -> Select<Entity> {
        let mut letters = Entity::find().filter(Column::Event.eq(event.0));
        if let Some(purpose) = self.purpose {
            letters = letters.filter(Column::Purpose.eq(purpose));
        }
        if !self.states.is_empty() {
            letters = letters.filter(Column::State.is_in(self.states.iter().copied()));
        }
        if let Some(rule) = &self.rule {
            letters = letters.filter(Column::Rule.eq(rule));
        }
        if let Some(registration) = self.registration {
            letters = letters.filter(Column::Registration.eq(registration));
        }
        letters
    }
}

/// How many there are.
pub(crate) async fn count_listed(db: &impl ConnectionTrait, event: EventId, filter: &Filter) -> Result<u64, DbErr> {
    filter.of(event).count(db).await
}

/// Some of them, those that are or were due last first.
pub(crate) async fn list(
    db: &impl ConnectionTrait,
    event: EventId,
    filter: &Filter,
    (from, most): (u64, u64),
) -> Result<Vec<Listed>, DbErr> {
    filter
        .of(event)
        .select_only()
        .columns([Column::Id, Column::Registration, Column::Speaker, Column::Purpose, Column::Rule, Column::Due])
        .columns([Column::State, Column::Trouble, Column::Skip, Column::NextAt, Column::SentAt, Column::Facts])
        .order_by_desc(Column::Due)
        .order_by_desc(Column::Id)
        .offset(from)
        .limit(most)
        .into_model()
        .all(db)
        .await
}
