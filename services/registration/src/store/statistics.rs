//! The numbers of an event. The database counts, so that what is read does not grow with the number of people.

use crate::answers::Answer;
use crate::store::pool::Form;
use crate::store::registration::{Column, Entity, State};
use crate::store::{CHUNK, answer, count, reply, session_attendance};
use chrono::{DateTime, Utc};
use proto::{EventId, PoolId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{BinOper, Expr, ExprTrait, Func, Query};
use sea_orm::{DbBackend, QuerySelect};
use std::collections::HashMap;

/// In seconds. The days of every zone begin and end with one of these.
const QUARTER: i64 = 900;

/// People of whom all of this is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: State,
    pub form: Option<Form>,
    pub language: String,
    pub people: u32,
    /// How many of them came.
    pub came: u32,
}

/// Those who have a place and answered this, or nothing that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub answer: Option<Answer>,
    pub people: u32,
    pub came: u32,
}

/// Those who answered this to the invitation in their calendars, whatever they have now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Replied {
    pub answer: reply::Answer,
    pub people: u32,
    pub came: u32,
}

/// What is counted over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    SignedUp,
    Withdrew,
}

pub async fn standings(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Standing>, DbErr> {
    type Counted = (State, Option<Form>, String, i64, i64);
    let counted: Vec<Counted> = Entity::find()
        .select_only()
        .columns([Column::State, Column::Form, Column::Language])
        .column_as(Column::Id.count(), "people")
        .column_as(Column::AttendedAt.count(), "came")
        .filter(Column::EventId.eq(event.0))
        .group_by(Column::State)
        .group_by(Column::Form)
        .group_by(Column::Language)
        .into_tuple()
        .all(db)
        .await?;
    let standing = |(state, form, language, people, came): Counted| Standing {
        state,
        form,
        language,
        people: count(people),
        came: count(came),
    };
    Ok(counted.into_iter().map(standing).collect())
}

/// How many signed up or off in each quarter of an hour in which somebody did, by its beginning.
pub async fn over_time(
    db: &impl ConnectionTrait,
    event: EventId,
    turn: Turn,
) -> Result<Vec<(DateTime<Utc>, u32)>, DbErr> {
    let (column, name) = match turn {
        Turn::SignedUp => (Column::CreatedAt, "created_at"),
        Turn::Withdrew => (Column::WithdrawnAt, "withdrawn_at"),
    };
    // Times are text to the one and not to the other, and neither knows the other's function.
    let quarter = match db.get_database_backend() {
        DbBackend::Sqlite => Expr::cust(format!("CAST(strftime('%s', {name}) AS INTEGER) / {QUARTER}")),
        _ => Expr::cust(format!("CAST(FLOOR(EXTRACT(EPOCH FROM {name}) / {QUARTER}) AS BIGINT)")),
    };
    let mut counted = Query::select();
    counted
        .expr_as(quarter, "quarter")
        .expr_as(Func::count(Expr::col(Column::Id)), "people")
        .from(Entity)
        .and_where(Column::EventId.eq(event.0))
        .and_where(column.is_not_null());
    if turn == Turn::Withdrew {
        counted.and_where(Column::State.eq(State::Withdrawn));
    }
    counted.group_by_col("quarter").order_by("quarter", sea_orm::Order::Asc);
    let mut found = Vec::new();
    for row in db.query_all(&counted).await? {
        let begins = DateTime::from_timestamp(row.try_get::<i64>("", "quarter")?.saturating_mul(QUARTER), 0);
        let people = count(row.try_get::<i64>("", "people")?);
        found.extend(begins.map(|begins| (begins, people)));
    }
    Ok(found)
}

/// How many of those who have a place gave which answer to a question that everybody's answers may be seen to.
pub async fn answered(db: &impl ConnectionTrait, event: EventId, question: &str) -> Result<Vec<Answered>, DbErr> {
    let given = Expr::col((answer::Entity, answer::Column::Answers)).binary(BinOper::Custom("->"), question);
    let mut counted = Query::select();
    counted
        .expr_as(given.cast_as("TEXT"), "given")
        .expr_as(Func::count(Expr::col((Entity, Column::Id))), "people")
        .expr_as(Func::count(Expr::col((Entity, Column::AttendedAt))), "came")
        .from(Entity)
        .left_join(
            answer::Entity,
            Expr::col((answer::Entity, answer::Column::RegistrationId)).equals((Entity, Column::Id)),
        )
        .and_where(Column::EventId.eq(event.0))
        .and_where(Column::State.eq(State::Admitted))
        .group_by_col("given");
    let mut found = Vec::new();
    for row in db.query_all(&counted).await? {
        let given: Option<String> = row.try_get("", "given")?;
        let read = |json: &String| serde_json::from_str(json).map_err(|error| DbErr::Json(error.to_string()));
        found.push(Answered {
            answer: given.as_ref().map(read).transpose()?,
            people: count(row.try_get::<i64>("", "people")?),
            came: count(row.try_get::<i64>("", "came")?),
        });
    }
    Ok(found)
}

/// What was answered to the invitation in calendars, each by its newest answer.
pub async fn replied(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Replied>, DbErr> {
    let mut counted = Query::select();
    counted
        .column((reply::Entity, reply::Column::Answer))
        .expr_as(Func::count(Expr::col((Entity, Column::Id))), "people")
        .expr_as(Func::count(Expr::col((Entity, Column::AttendedAt))), "came")
        .from(Entity)
        .inner_join(
            reply::Entity,
            Expr::col((reply::Entity, reply::Column::RegistrationId)).equals((Entity, Column::Id)),
        )
        .and_where(Expr::col((Entity, Column::EventId)).eq(event.0))
        .group_by_col((reply::Entity, reply::Column::Answer));
    let mut found = Vec::new();
    for row in db.query_all(&counted).await? {
        found.push(Replied {
            answer: row.try_get("", "answer")?,
            people: count(row.try_get::<i64>("", "people")?),
            came: count(row.try_get::<i64>("", "came")?),
        });
    }
    Ok(found)
}

/// How many people no letter reaches, of those who have not signed off.
pub async fn undeliverable(db: &impl ConnectionTrait, event: EventId) -> Result<u32, DbErr> {
    let all = Entity::find().filter(Column::EventId.eq(event.0)).filter(Column::UndeliverableAt.is_not_null());
    Ok(count(all.filter(Column::State.ne(State::Withdrawn)).count(db).await?))
}

/// How many came to each of these, where anybody did.
pub async fn came_to(db: &impl ConnectionTrait, pools: &[PoolId]) -> Result<HashMap<PoolId, u32>, DbErr> {
    use session_attendance::{Column, Entity};
    let mut all = HashMap::new();
    for pools in pools.chunks(CHUNK) {
        let counted: Vec<(Uuid, i64)> = Entity::find()
            .select_only()
            .column(Column::PoolId)
            .column_as(Column::RegistrationId.count(), "people")
            .filter(Column::PoolId.is_in(pools.iter().map(|pool| pool.0)))
            .group_by(Column::PoolId)
            .into_tuple()
            .all(db)
            .await?;
        all.extend(counted.into_iter().map(|(pool, people)| (PoolId(pool), count(people))));
    }
    Ok(all)
}
