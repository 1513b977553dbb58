//! Whom a door expects, who has come, and whom it looks for.

use crate::answers::Answers;
use crate::door;
use crate::store::{answer, claim, count, door_mark, registration, session_attendance};
use chrono::{DateTime, Utc};
use proto::event::{Event, Form};
use proto::{EventId, PoolId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, LikeExpr, SelectStatement};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};

/// So many people at most are found by where they come from: more are no help at a door.
const MOST_FROM_ONE_PLACE: usize = 500;

/// Whose door it is.
#[derive(Clone, Copy, Debug)]
pub struct Entrance {
    pub event: EventId,
    pub session: Option<PoolId>,
    /// Some take part online, and are not expected here.
    pub both_forms: bool,
}

/// Somebody, as a door sees them.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub registration: registration::Model,
    /// On the session whose door it is.
    pub claim: Option<claim::State>,
    /// When they came to this door, or to another of the same.
    pub came_at: Option<DateTime<Utc>>,
    /// The account that noted it; absent where nobody did, as with a join link.
    pub noted_by: Option<Uuid>,
    /// Without those that few may see.
    pub answers: Answers,
}

/// How many are expected, and how many of them have come.
pub async fn numbers(db: &impl ConnectionTrait, door: &Entrance) -> Result<(u32, u32), DbErr> {
    let came = match door.session {
        None => expected(door).filter(registration::Column::AttendedAt.is_not_null()),
        // Where places have no end, some come who had not chosen it.
        Some(pool) => admitted(door).filter(registration::Column::Id.in_subquery(came_to(pool))),
    };
    Ok((count(came.count(db).await?), count(expected(door).count(db).await?)))
}

/// Those who are still expected, in the order of their names, and whether there are more of them.
pub async fn still_expected(
    db: &impl ConnectionTrait,
    door: &Entrance,
    most: u64,
) -> Result<(Vec<Arrival>, bool), DbErr> {
    let missing = expected(door).filter(registration::Column::ErasedAt.is_null());
    let missing = match door.session {
        None => missing.filter(registration::Column::AttendedAt.is_null()),
        Some(pool) => missing.filter(registration::Column::Id.not_in_subquery(came_to(pool))),
    };
    first(db, door, missing, most).await
}

/// Those whose name, address or affiliation has this in it, whatever they have, and whether there are more of them.
pub async fn found(
    db: &impl ConnectionTrait,
    door: &Entrance,
    event: &Event,
    search: &str,
    most: u64,
) -> Result<(Vec<Arrival>, bool), DbErr> {
    let wanted = search.trim().to_lowercase();
    let escaped = wanted.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let like = LikeExpr::new(format!("%{escaped}%")).escape('\\');
    let from_there = from(db, event, &wanted).await?;
    let either =
        Condition::any().add(registration::Column::Search.like(like)).add(registration::Column::Id.is_in(from_there));
    let people = held(door.event).filter(either);
    first(db, door, people, most).await
}

/// Everybody whom this door expects or has seen, in the order of their names, but no more than so many.
pub async fn everybody(db: &impl ConnectionTrait, door: &Entrance, most: u64) -> Result<Vec<Arrival>, DbErr> {
    let people = admitted(door).filter(registration::Column::ErasedAt.is_null());
    Ok(first(db, door, people, most).await?.0)
}

/// One person, if there is such a one at this event.
pub async fn of(db: &impl ConnectionTrait, door: &Entrance, id: Uuid) -> Result<Option<Arrival>, DbErr> {
    let person = held(door.event).filter(registration::Column::Id.eq(id));
    Ok(first(db, door, person, 1).await?.0.into_iter().next())
}

/// Everybody of whom anything is held, whatever they have.
pub async fn all(db: &impl ConnectionTrait, door: &Entrance) -> Result<Vec<Uuid>, DbErr> {
    held(door.event).select_only().column(registration::Column::Id).into_tuple().all(db).await
}

fn held(event: EventId) -> Select<registration::Entity> {
    let all = registration::Entity::find().filter(registration::Column::EventId.eq(event.0));
    all.filter(registration::Column::ErasedAt.is_null())
}

fn admitted(door: &Entrance) -> Select<registration::Entity> {
    let all = registration::Entity::find().filter(registration::Column::EventId.eq(door.event.0));
    let admitted = all.filter(registration::Column::State.eq(registration::State::Admitted));
    if !door.both_forms {
        return admitted;
    }
    let in_person = super::pool::Form::from(Form::InPerson);
    let here = registration::Column::Form.is_null().or(registration::Column::Form.eq(in_person));
    admitted.filter(here)
}

fn expected(door: &Entrance) -> Select<registration::Entity> {
    let Some(pool) = door.session else { return admitted(door) };
    let chosen = claim::Entity::find().select_only().column(claim::Column::RegistrationId);
    let chosen = chosen.filter(claim::Column::PoolId.eq(pool.0));
    let chosen = chosen.filter(claim::Column::State.eq(claim::State::Held));
    admitted(door).filter(registration::Column::Id.in_subquery(chosen.into_query()))
}

fn came_to(pool: PoolId) -> SelectStatement {
    let came = session_attendance::Entity::find().select_only();
    let came = came.column(session_attendance::Column::RegistrationId);
    came.filter(session_attendance::Column::PoolId.eq(pool.0)).into_query()
}

/// Those who come from a place with this in its name. Small letters are made here, since SQLite has none for æ, ø and å.
async fn from(db: &impl ConnectionTrait, event: &Event, wanted: &str) -> Result<Vec<Uuid>, DbErr> {
    let questions = &event.sign_up.questions;
    if !door::asks_affiliation(questions) {
        return Ok(Vec::new());
    }
    let people = held(event.id).select_only().column(registration::Column::Id).into_query();
    let given = answer::Entity::find().filter(answer::Column::RegistrationId.in_subquery(people)).all(db).await?;
    let mut from = Vec::new();
    for row in given {
        let place = door::affiliation(questions, &row.answers()?);
        if place.is_some_and(|place| place.to_lowercase().contains(wanted)) {
            from.push(row.registration_id);
            if from.len() == MOST_FROM_ONE_PLACE {
                break;
            }
        }
    }
    Ok(from)
}

/// The first of these people in the order of their names, and whether there are more.
async fn first(
    db: &impl ConnectionTrait,
    door: &Entrance,
    people: Select<registration::Entity>,
    most: u64,
) -> Result<(Vec<Arrival>, bool), DbErr> {
    let people = people.order_by_asc(registration::Column::Search).order_by_asc(registration::Column::Seq);
    let mut rows = people.limit(most + 1).all(db).await?;
    let more = u64::try_from(rows.len()).is_ok_and(|found| found > most);
    rows.truncate(usize::try_from(most).unwrap_or(usize::MAX));
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let claims = match door.session {
        Some(_) => claim::of_registrations(db, &ids).await?,
        None => Vec::new(),
    };
    let sessions = match door.session {
        Some(pool) => session_attendance::of_all(db, pool.0, &ids).await?,
        None => Vec::new(),
    };
    let marks = door_mark::that_came(db, &ids).await?;
    let mut answers: std::collections::HashMap<Uuid, Answers> = answer::of_all(db, &ids).await?.into_iter().collect();
    let arrival = |row: registration::Model| {
        let here =
            |claim: &&claim::Model| claim.registration_id == row.id && Some(claim.pool_id.into()) == door.session;
        let (came_at, noted_by) = match door.session {
            None => {
                let made =
                    |mark: &&door_mark::Model| mark.registration_id == row.id && Some(mark.at) == row.attended_at;
                (row.attended_at, marks.iter().find(made).map(|mark| mark.account_id))
            }
            Some(_) => {
                let came = sessions.iter().find(|came| came.registration_id == row.id);
                (came.map(|came| came.at), came.map(|came| came.account_id))
            }
        };
        Arrival {
            claim: claims.iter().find(here).map(|claim| claim.state),
            came_at,
            noted_by,
            answers: answers.remove(&row.id).unwrap_or_default(),
            registration: row,
        }
    };
    Ok((rows.into_iter().map(arrival).collect(), more))
}
