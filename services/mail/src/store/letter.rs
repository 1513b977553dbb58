mod answered;
mod asked_again;
mod erased;
mod given_up;
mod listed;
mod of_follower;
mod of_invited;
mod of_person;
mod of_plan;
mod of_proposer;
mod of_speaker;
mod overdue;
mod planned;
mod stuck;
mod takeable;
mod taken_back;

pub(crate) use answered::{Addressed, addressed, came_back, is_there, newest_rule, planned_since, was_written};
pub(crate) use asked_again::{forget_facts, send_anew, send_same};
pub(crate) use erased::{drop_bytes, erase, make};
pub(crate) use given_up::{give_up, reached};
pub(crate) use listed::{Filter, Listed, count_listed, list};
pub(crate) use of_follower::{erase_of_follower, is_to_follower};
pub(crate) use of_invited::{invitation_of, rule_of_invitation, stop_invitation};
pub(crate) use of_person::{forget, known_to, with_people};
pub(crate) use of_plan::{OfRule, by_rule, left, stop, waiting_for};
pub(crate) use of_proposer::{events_with_unsent_proposals, forget_proposals};
pub(crate) use of_speaker::{erase_of_speaker, first_to_speaker, of_speaker, speaker_invited};
pub(crate) use overdue::oldest_overdue;
pub(crate) use planned::{id_of, made_of, plan};
pub(crate) use stuck::stuck;
pub(crate) use takeable::{Takeable, anything, due, note_route};
pub(crate) use taken_back::{GivenUp, take_back, take_back_all};

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use proto::{EventId, RegistrationId, SpeakerId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ConnectionTrait, FromQueryResult, IntoActiveModel, QueryOrder, QuerySelect, Set};

use super::{AT_ONCE, kept, read};
use crate::planning::{Existing, Facts, Planned};
use crate::purpose::{Purpose, Skip, State};
use crate::replan::Replan;
use crate::told::Told;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "letter")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub registration: Option<Uuid>,
    pub speaker: Option<Uuid>,
    pub event: Option<Uuid>,
    pub purpose: Purpose,
    pub rule: String,
    pub computed_for: DateTime<Utc>,
    pub due: DateTime<Utc>,
    pub language: String,
    pub priority: i32,
    pub state: State,
    pub next_at: Option<DateTime<Utc>>,
    pub tries: i32,
    pub lease_owner: Option<Uuid>,
    pub lease_until: Option<DateTime<Utc>>,
    pub message_id: Option<String>,
    pub method: Option<String>,
    pub sequence: Option<i64>,
    #[sea_orm(column_type = "Blob", nullable)]
    pub raw: Option<Vec<u8>>,
    pub made_of: Option<String>,
    pub dot_at: Option<DateTime<Utc>>,
    pub unanswered: i32,
    pub put_off_since: Option<DateTime<Utc>>,
    #[sea_orm(column_type = "Text", nullable)]
    pub trouble: Option<String>,
    pub skip: Option<Skip>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub facts: Option<Json>,
    pub planned_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    /// When it turned out that it reaches nobody; absent when it has since.
    pub given_up_at: Option<DateTime<Utc>>,
    /// For whom it goes out, and to which domain, as they were known last.
    pub organisation: Option<String>,
    pub domain: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn facts(&self) -> Result<Option<Facts>, DbErr> {
        self.facts.as_ref().map(read).transpose()
    }
}

/// What planning needs to know of a letter, without its bytes.
#[derive(FromQueryResult)]
struct Brief {
    id: Uuid,
    registration: Option<Uuid>,
    purpose: Purpose,
    rule: String,
    computed_for: DateTime<Utc>,
    due: DateTime<Utc>,
    state: State,
    skip: Option<Skip>,
    made_of: Option<String>,
    facts: Option<Json>,
    sent_at: Option<DateTime<Utc>>,
}

/// The letters of these registrations, with the registration each belongs to.
pub(crate) async fn of(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<(Uuid, Existing)>, DbErr> {
    let mut all = Vec::new();
    for some in registrations.chunks(AT_ONCE) {
        let rows = Entity::find()
            .select_only()
            .columns([Column::Id, Column::Registration, Column::Purpose, Column::Rule])
            .columns([Column::ComputedFor, Column::Due, Column::State, Column::Skip, Column::MadeOf])
            .columns([Column::Facts, Column::SentAt])
            .filter(Column::Registration.is_in(some.iter().copied()))
            .into_model::<Brief>()
            .all(db)
            .await?;
        for brief in rows {
            let Brief { id, registration, purpose, rule, computed_for, due, state, skip, made_of, facts, sent_at } =
                brief;
            let Some(registration) = registration else { continue };
            let since = match (purpose, &facts) {
                (Purpose::Change, Some(facts)) => since(read(facts)?),
                _ => None,
            };
            let replan = match (purpose, &facts) {
                (Purpose::Replanned, Some(facts)) => replan(read(facts)?),
                _ => None,
            };
            let made = made_of.is_some();
            let known = Existing { id, purpose, rule, computed_for, due, state, skip, made, sent_at, since, replan };
            all.push((registration, known));
        }
    }
    Ok(all)
}

fn since(facts: Facts) -> Option<Told> {
    match facts {
        Facts::Change { since } => Some(*since),
        _ => None,
    }
}

fn replan(facts: Facts) -> Option<Replan> {
    match facts {
        Facts::Replanned(replan) => Some(*replan),
        _ => None,
    }
}

/// To whom a letter that is planned belongs.
#[derive(Clone, Copy)]
pub(crate) struct Owner {
    pub(crate) registration: Option<RegistrationId>,
    pub(crate) speaker: Option<SpeakerId>,
    pub(crate) event: Option<EventId>,
    pub(crate) language: proto::Language,
}

pub(crate) fn new(id: Uuid, owner: Owner, planned: Planned, now: DateTime<Utc>) -> Result<ActiveModel, DbErr> {
    let Planned { purpose, rule, computed_for, due, facts, skip } = planned;
    Ok(ActiveModel {
        id: Set(id),
        registration: Set(owner.registration.map(|id| id.0)),
        speaker: Set(owner.speaker.map(|id| id.0)),
        event: Set(owner.event.map(|id| id.0)),
        purpose: Set(purpose),
        rule: Set(rule),
        computed_for: Set(computed_for),
        due: Set(due),
        language: Set(owner.language.code().to_owned()),
        priority: Set(purpose.priority()),
        state: Set(if skip.is_some() { State::Withdrawn } else { State::Pending }),
        next_at: Set(skip.is_none().then_some(due)),
        tries: Set(0),
        lease_owner: Set(None),
        lease_until: Set(None),
        message_id: Set(None),
        method: Set(None),
        sequence: Set(None),
        raw: Set(None),
        made_of: Set(None),
        dot_at: Set(None),
        unanswered: Set(0),
        put_off_since: Set(None),
        trouble: Set(None),
        skip: Set(skip),
        facts: Set(facts.as_ref().map(kept).transpose()?),
        planned_at: Set(now),
        sent_at: Set(None),
        given_up_at: Set(None),
        organisation: Set(None),
        domain: Set(None),
    })
}

/// Writes letters; those that are there already stay as they are.
pub(crate) async fn insert(db: &impl ConnectionTrait, letters: Vec<ActiveModel>) -> Result<(), DbErr> {
    let mut letters = letters.into_iter().peekable();
    while letters.peek().is_some() {
        let some: Vec<_> = letters.by_ref().take(AT_ONCE).collect();
        Entity::insert_many(some).on_conflict_do_nothing().exec_without_returning(db).await?;
    }
    Ok(())
}

/// Keeps letters with the lease under which they were made, and what was made. Each in the place of its row.
pub(crate) async fn lease_all(db: &impl ConnectionTrait, letters: Vec<Model>) -> Result<(), DbErr> {
    let replace = OnConflict::column(Column::Id)
        .update_columns([Column::State, Column::NextAt, Column::Tries, Column::LeaseOwner, Column::LeaseUntil])
        .update_columns([Column::MessageId, Column::Method, Column::Sequence, Column::Raw, Column::MadeOf])
        .to_owned();
    let mut letters = letters.into_iter().map(|letter| letter.into_active_model().reset_all()).peekable();
    while letters.peek().is_some() {
        let some: Vec<ActiveModel> = letters.by_ref().take(AT_ONCE).collect();
        Entity::insert_many(some).on_conflict(replace.clone()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// A letter, as it is until the transaction ends.
pub(crate) async fn held(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

/// Sends letters at another time, for another start.
pub(crate) async fn redate(
    db: &impl ConnectionTrait,
    letters: &[Uuid],
    due: DateTime<Utc>,
    computed_for: DateTime<Utc>,
) -> Result<(), DbErr> {
    let movable = [State::Pending, State::Leased, State::Deferred, State::Withdrawn];
    for some in letters.chunks(AT_ONCE) {
        Entity::update_many()
            .col_expr(Column::Due, Expr::value(due))
            .col_expr(Column::NextAt, Expr::value(Some(due)))
            .col_expr(Column::ComputedFor, Expr::value(computed_for))
            .col_expr(Column::State, Expr::value(State::Pending))
            .col_expr(Column::Skip, Expr::value(None::<Skip>))
            .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::MadeOf, Expr::value(None::<String>))
            .col_expr(Column::PutOffSince, Expr::value(None::<DateTime<Utc>>))
            .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
            .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
            .filter(Column::Id.is_in(some.iter().copied()))
            .filter(Column::State.is_in(movable))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Lets a letter that is not made yet say something else.
pub(crate) async fn amend(db: &impl ConnectionTrait, letter: Uuid, facts: &Facts) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Facts, Expr::value(Some(kept(facts)?)))
        .filter(Column::Id.eq(letter))
        .filter(Column::MadeOf.is_null())
        .exec(db)
        .await
        .map(drop)
}

/// Keeps with a letter what had been told before it.
pub(crate) async fn remember(db: &impl ConnectionTrait, letter: Uuid, facts: &Facts) -> Result<(), DbErr> {
    let remembered = Entity::update_many().col_expr(Column::Facts, Expr::value(Some(kept(facts)?)));
    remembered.filter(Column::Id.eq(letter)).exec(db).await.map(drop)
}

/// Keeps letters from being sent. One whose last dot was written is beyond reach.
pub(crate) async fn withdraw(db: &impl ConnectionTrait, letters: &[Uuid], why: Skip) -> Result<(), DbErr> {
    let reachable = [State::Pending, State::Leased, State::Deferred, State::Uncertain];
    for some in letters.chunks(AT_ONCE) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Withdrawn))
            .col_expr(Column::NextAt, Expr::value(None::<DateTime<Utc>>))
            .col_expr(Column::Skip, Expr::value(Some(why)))
            .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::MadeOf, Expr::value(None::<String>))
            // To whom a link to sign in was to go.
            .col_expr(Column::Facts, Expr::value(None::<Json>))
            .col_expr(Column::Domain, Expr::value(None::<String>))
            .col_expr(Column::LeaseOwner, Expr::value(None::<Uuid>))
            .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
            .filter(Column::Id.is_in(some.iter().copied()))
            .filter(Column::State.is_in(reachable))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// The lowest number of a REQUEST that somebody can have received, of each of these registrations to which one went.
pub(crate) async fn first_requests(
    db: &impl ConnectionTrait,
    registrations: &[Uuid],
) -> Result<BTreeMap<Uuid, i64>, DbErr> {
    let under_way = [State::Leased, State::DotWritten, State::Sent];
    let arrived = Expr::col(Column::State).is_in(under_way).or(Expr::col(Column::DotAt).is_not_null());
    let mut first = BTreeMap::new();
    for some in registrations.chunks(AT_ONCE) {
        let letters = Entity::find()
            .select_only()
            .column(Column::Registration)
            .column_as(Column::Sequence.min(), "sequence")
            .filter(Column::Registration.is_in(some.iter().copied()))
            .filter(Column::Method.eq("REQUEST"))
            .filter(Column::Sequence.is_not_null())
            .filter(arrived.clone())
            .group_by(Column::Registration);
        first.extend(letters.into_tuple::<(Uuid, i64)>().all(db).await?);
    }
    Ok(first)
}

/// The Message-IDs that the letters of these registrations hang on.
pub(crate) async fn first_messages(
    db: &impl ConnectionTrait,
    registrations: &[Uuid],
) -> Result<BTreeMap<Uuid, String>, DbErr> {
    let went = Expr::col(Column::State).is_in([State::DotWritten, State::Sent]);
    let mut first = BTreeMap::new();
    for some in registrations.chunks(AT_ONCE) {
        let gone = Entity::find()
            .select_only()
            .columns([Column::Registration, Column::MessageId])
            .filter(Column::Registration.is_in(some.iter().copied()))
            .filter(Column::MessageId.is_not_null())
            .filter(went.clone().or(Expr::col(Column::DotAt).is_not_null()))
            .order_by_asc(Column::PlannedAt)
            .order_by_asc(Column::Id);
        for (registration, message) in gone.into_tuple::<(Uuid, String)>().all(db).await? {
            first.entry(registration).or_insert(message);
        }
    }
    Ok(first)
}

/// Makes the letters about changes that wait for more due now.
pub(crate) async fn hurry_changes(db: &impl ConnectionTrait, event: EventId, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let hurried = Entity::update_many()
        .col_expr(Column::Due, Expr::value(now))
        .col_expr(Column::NextAt, Expr::value(Some(now)))
        .filter(Column::Event.eq(event.0))
        .filter(Column::Purpose.is_in([Purpose::Change, Purpose::Replanned, Purpose::Speaking]))
        .filter(Column::State.eq(State::Pending))
        .filter(Column::NextAt.gt(now));
    Ok(hurried.exec(db).await?.rows_affected)
}

/// How many letters there are about an event, by state.
pub(crate) async fn counts(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<(Purpose, State, i64)>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::Purpose)
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .filter(Column::Event.eq(event.0))
        .group_by(Column::Purpose)
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await
}

/// How many letters are in somebody's hands, or due and not in their last state.
pub(crate) async fn unsent(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<u64, DbErr> {
    let in_hand = Column::State.is_in([State::Leased, State::DotWritten]);
    let due = Column::State.is_in([State::Pending, State::Deferred, State::Uncertain]).and(Column::NextAt.lte(now));
    Entity::find().filter(in_hand.or(due)).count(db).await
}
