//! Proposals for sessions: personal data of those who sent them in.

use super::conference;
use crate::calls::State;
use crate::programme::SessionKind;
use chrono::{DateTime, Utc};
use proto::{Language, SpeakerId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ConnectionTrait, FromJsonQueryResult, IntoActiveModel, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) conference: Uuid,
    /// Goes up with every change: one that was begun before is not written over it.
    pub(crate) revision: i64,
    /// Raised to make the personal link void.
    pub(crate) generation: i32,
    pub(crate) state: String,
    /// The form it came in, and what stood in it.
    pub(crate) submission: String,
    pub(crate) sent: String,
    /// What it is written in, and the language of letters about it.
    pub(crate) language: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) title: String,
    #[sea_orm(column_type = "Text")]
    pub(crate) summary: String,
    pub(crate) kind: String,
    pub(crate) track: Option<Uuid>,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) people: People,
    #[sea_orm(column_type = "JsonBinary")]
    pub(crate) answers: Answers,
    /// When the one who sent it in agreed to be shown, should it become a session.
    pub(crate) consented_at: Option<DateTimeUtc>,
    pub(crate) received_at: DateTimeUtc,
    pub(crate) changed_at: DateTimeUtc,
    /// How often an answer has been said.
    pub(crate) answered: i32,
    /// What the committee said with the newest.
    #[sea_orm(column_type = "Text")]
    pub(crate) note: String,
    pub(crate) decided_at: Option<DateTimeUtc>,
    pub(crate) decided_by: Option<Uuid>,
    pub(crate) session: Option<Uuid>,
}

/// Those who would take part. The first sent it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct People(pub(crate) Vec<Person>);

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) name: String,
    /// Of others than the first it may be empty.
    pub(crate) email: String,
    pub(crate) organisation: String,
    pub(crate) role: String,
    /// Whom they became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) speaker: Option<SpeakerId>,
}

/// Answers by the id of the question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Answers(pub(crate) BTreeMap<Uuid, String>);

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What one can propose; breaks and dinners are the organisers' own.
pub(crate) const KINDS: [SessionKind; 4] =
    [SessionKind::Parallel, SessionKind::Workshop, SessionKind::SiteVisit, SessionKind::Plenary];

pub(crate) const fn kind_word(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Plenary => "plenary",
        SessionKind::Parallel => "parallel",
        SessionKind::Workshop => "workshop",
        SessionKind::SiteVisit => "site_visit",
        SessionKind::Break => "break",
        SessionKind::Social => "social",
    }
}

pub(crate) fn kind_of(word: &str) -> Option<SessionKind> {
    KINDS.into_iter().find(|kind| kind_word(*kind) == word)
}

impl Model {
    pub(crate) fn state(&self) -> State {
        State::of(&self.state)
    }

    pub(crate) fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::Nn)
    }

    pub(crate) fn kind(&self) -> SessionKind {
        kind_of(&self.kind).unwrap_or(SessionKind::Parallel)
    }

    /// Nothing of it is left but that there was one, by which the form it came in is still known.
    pub(crate) fn emptied(self, now: DateTime<Utc>) -> Self {
        Self {
            state: State::Withdrawn.word().to_owned(),
            revision: self.revision + 1,
            title: String::new(),
            summary: String::new(),
            people: People::default(),
            answers: Answers::default(),
            note: String::new(),
            consented_at: None,
            changed_at: now,
            ..self
        }
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// The same for somebody who will write it.
pub(crate) async fn to_change(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// The one that came in this form.
pub(crate) async fn submitted(
    db: &impl ConnectionTrait,
    conference: Uuid,
    submission: &str,
) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Conference.eq(conference)).filter(Column::Submission.eq(submission)).one(db).await
}

/// All that have not been withdrawn, as they came.
pub(crate) async fn all(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Conference.eq(conference))
        .filter(Column::State.ne(State::Withdrawn.word()))
        .order_by_asc(Column::ReceivedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await
}

/// The same of all conferences that an organisation answers for.
pub(crate) async fn of_organisation(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Model>, DbErr> {
    let theirs = Entity::find().filter(Column::Conference.in_subquery(conference::of_organisation(organisation)));
    theirs.filter(Column::State.ne(State::Withdrawn.word())).order_by_asc(Column::Id).all(db).await
}

pub(crate) async fn insert(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::insert(row.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Writes all of it. It must have been read with [`to_change`].
pub(crate) async fn update(db: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    Entity::update(row.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// What has not become a session.
const UNUSED: [&str; 3] = [State::Received.word(), State::Declined.word(), State::Withdrawn.word()];

/// The conferences that have such proposals.
pub(crate) async fn unused(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Conference)
        .distinct()
        .filter(Column::State.is_in(UNUSED))
        .into_tuple()
        .all(db)
        .await
}

/// Deletes what has not become a session; gives the ids. The conference must have been read with
/// [`super::conference::to_change`].
pub(crate) async fn delete_unused(db: &impl ConnectionTrait, conference: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let unused = Column::Conference.eq(conference).and(Column::State.is_in(UNUSED));
    let ids = Entity::find().select_only().column(Column::Id).filter(unused.clone()).into_tuple().all(db).await?;
    Entity::delete_many().filter(unused).exec(db).await?;
    Ok(ids)
}
