//! Registrations as they stand now, for pages and the API.

use crate::answers::Answers;
use crate::desk::book::snapshot;
use crate::desk::errand::Standing;
use crate::store::placement::{self, Placement};
use crate::store::{answer, claim, event, pool, registration, reply, sensitive_answer, session_attendance};
use chrono::{DateTime, Utc};
use host::Vault;
use proto::{EventId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{Condition, QueryOrder, QuerySelect};
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

/// Which sign-ups of an event an organiser wants to see.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub state: Option<registration::State>,
    /// Part of a name or an e-mail address.
    pub search: Option<String>,
}

/// One line of an organiser's list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub registration: registration::Model,
    pub claims: Vec<claim::Model>,
    /// Without those that few may see.
    pub answers: Answers,
}

/// A page of an event's sign-ups, counted from 0, and how many there are in all. They stand in order of arrival; when
/// only those who wait are asked for, in the order in which they will be asked.
pub async fn sign_ups(
    db: &impl ConnectionTrait,
    event: EventId,
    filter: &Filter,
    page: u64,
    size: u64,
) -> Result<(Vec<Line>, u64), DbErr> {
    let mut wanted =
        Condition::all().add(registration::Column::EventId.eq(event.0)).add(registration::Column::ErasedAt.is_null());
    if let Some(state) = filter.state {
        wanted = wanted.add(registration::Column::State.eq(state));
    }
    if let Some(search) = filter.search.as_deref().map(str::trim).filter(|search| !search.is_empty()) {
        let escaped = search.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let like = LikeExpr::new(format!("%{escaped}%")).escape('\\');
        wanted = wanted.add(registration::Column::Search.like(like));
    }
    let all = registration::Entity::find().filter(wanted);
    let total = all.clone().count(db).await?;
    let order = match filter.state {
        Some(registration::State::Waiting) => registration::Column::Turn,
        _ => registration::Column::Seq,
    };
    let rows = all.order_by_asc(order).offset(page.saturating_mul(size)).limit(size).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let claims = claim::of_registrations(db, &ids).await?;
    let answers = answer::Entity::find().filter(answer::Column::RegistrationId.is_in(ids)).all(db).await?;
    let mut lines = Vec::with_capacity(rows.len());
    for registration in rows {
        let id = registration.id;
        let given = answers.iter().find(|row| row.registration_id == id);
        lines.push(Line {
            registration,
            claims: claims.iter().filter(|claim| claim.registration_id == id).cloned().collect(),
            answers: given.map(answer::Model::answers).transpose()?.unwrap_or_default(),
        });
    }
    Ok((lines, total))
}

/// How many sign-ups of an event are in each state.
pub async fn numbers(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<(registration::State, u64)>, DbErr> {
    let counted: Vec<(registration::State, i64)> = registration::Entity::find()
        .select_only()
        .column(registration::Column::State)
        .column_as(registration::Column::Id.count(), "amount")
        .filter(registration::Column::EventId.eq(event.0))
        .group_by(registration::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    Ok(counted.into_iter().map(|(state, amount)| (state, u64::try_from(amount).unwrap_or_default())).collect())
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
    /// Which of what was chosen they came to, and when that was noted.
    pub came_to: Vec<CameTo>,
}

/// A session that somebody came to.
#[derive(Clone, Debug, Serialize)]
pub struct CameTo {
    pub pool_id: Uuid,
    pub at: DateTime<Utc>,
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
    }))
}
