//! Registrations as they stand now, for pages and the API.

use crate::answers::Answers;
use crate::desk::book::snapshot;
use crate::desk::errand::Standing;
use crate::store::placement::{self, Placement};
use crate::store::{answer, claim, event, note, pool, registration, reply, sensitive_answer, session_attendance};
use chrono::{DateTime, Utc};
use host::Vault;
use proto::{EventId, RegistrationId};
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;
use serde::Serialize;

/// One registration as it stands, with every answer that is held; absent when there is none, or it was deleted.
pub async fn standing(db: &impl ConnectionTrait, vault: &Vault, id: RegistrationId) -> Result<Option<Standing>, DbErr> {
    let Some(row) = registration::by_id(db, id).await?.filter(|row| row.erased_at.is_none()) else {
        return Ok(None);
    };
    let claims = claim::of_registrations(db, &[row.id]).await?;
    let whole = pool::whole(db, row.event_id).await?;
    let is_whole = |claim: &&claim::Model| whole.contains(&claim.pool_id);
    let mut answers = answer::of(db, row.id).await?.unwrap_or_default();
    answers.0.extend(sensitive_answer::of(db, vault, row.id).await?.unwrap_or_default().0);
    let position = match row.state {
        registration::State::Waiting => Some(registration::ahead_of(db, row.event_id, row.form(), row.turn).await? + 1),
        _ => None,
    };
    Ok(Some(Standing {
        registration: snapshot(&row, claims.iter().filter(|claim| !is_whole(claim))),
        party: row.party_id,
        position,
        offered_until: row.offered_until,
        choose_before: row.choose_before,
        answers,
        created_at: row.created_at,
        attended_at: row.attended_at,
    }))
}

/// How many sign-ups of an event are in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbers {
    pub state: registration::State,
    pub people: u64,
    /// How many of them came.
    pub attended: u64,
    /// How many of them no letter reaches.
    pub undeliverable: u64,
}

/// How many sign-ups of an event are in each state. All that is asked for stands in one index.
pub async fn numbers(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Numbers>, DbErr> {
    use registration::{Column, Entity};
    let counted: Vec<(registration::State, i64, i64, i64)> = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::EventId.count(), "people")
        .column_as(Column::AttendedAt.count(), "attended")
        .column_as(Column::UndeliverableAt.count(), "undeliverable")
        .filter(Column::EventId.eq(event.0))
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let count = |amount: i64| u64::try_from(amount).unwrap_or_default();
    let numbers = |(state, people, attended, undeliverable)| Numbers {
        state,
        people: count(people),
        attended: count(attended),
        undeliverable: count(undeliverable),
    };
    Ok(counted.into_iter().map(numbers).collect())
}

/// Everything that is held about one person's sign-up, to be given to them as a file.
#[derive(Clone, Debug, Serialize)]
pub struct Everything {
    pub registration: proto::registration::Registration,
    pub party: Uuid,
    pub event: Option<EventName>,
    pub answers: Answers,
    pub sensitive_answers: Answers,
    pub created_at: DateTime<Utc>,
    pub offered_until: Option<DateTime<Utc>>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    pub attended_at: Option<DateTime<Utc>>,
    pub undeliverable_at: Option<DateTime<Utc>>,
    pub undeliverable: Option<String>,
    /// What was answered in a calendar.
    pub reply: Option<&'static str>,
    pub replied_at: Option<DateTime<Utc>>,
    /// At which tables and in which groups.
    pub placements: Vec<Placement>,
    /// What organisers have noted.
    pub notes: Vec<Noted>,
    /// Which of what was chosen they came to, and when that was noted.
    pub came_to: Vec<CameTo>,
}

/// A session that somebody came to.
#[derive(Clone, Debug, Serialize)]
pub struct CameTo {
    pub pool_id: Uuid,
    pub at: DateTime<Utc>,
}

/// Something that an organiser noted.
#[derive(Clone, Debug, Serialize)]
pub struct Noted {
    pub at: DateTime<Utc>,
    pub text: String,
}

/// What an event is called in a downloaded file.
#[derive(Clone, Debug, Serialize)]
pub struct EventName {
    pub id: EventId,
    pub slug: Option<String>,
    pub starts_at: Option<DateTime<Utc>>,
}

pub async fn everything_held(
    db: &impl ConnectionTrait,
    vault: &Vault,
    id: RegistrationId,
) -> Result<Option<Everything>, DbErr> {
    let Some(row) = registration::by_id(db, id).await?.filter(|row| row.erased_at.is_none()) else {
        return Ok(None);
    };
    let claims = claim::of_registrations(db, &[row.id]).await?;
    let event = event::by_id(db, row.event_id.into()).await?;
    let reply = reply::of(db, row.id).await?;
    let came_to = session_attendance::of(db, row.id).await?;
    let notes = note::of(db, id).await?.into_iter();
    Ok(Some(Everything {
        registration: snapshot(&row, claims.iter()),
        party: row.party_id,
        event: event.map(|event| EventName { id: event.id.into(), slug: event.slug, starts_at: event.starts_at }),
        answers: answer::of(db, row.id).await?.unwrap_or_default(),
        sensitive_answers: sensitive_answer::of(db, vault, row.id).await?.unwrap_or_default(),
        created_at: row.created_at,
        offered_until: row.offered_until,
        withdrawn_at: row.withdrawn_at,
        attended_at: row.attended_at,
        undeliverable_at: row.undeliverable_at,
        undeliverable: row.undeliverable,
        reply: reply.as_ref().map(|reply| reply.answer.word()),
        replied_at: reply.map(|reply| reply.answered_at),
        placements: placement::of(db, row.id).await?,
        came_to: came_to.into_iter().map(|came| CameTo { pool_id: came.pool_id, at: came.at }).collect(),
        notes: notes.map(|row| Noted { at: row.at, text: row.text }).collect(),
    }))
}
