//! Events as their services told of them, with the counters of their sign-up.

use crate::store::{pool, snapshot};
use chrono::{DateTime, TimeDelta, Utc};
use proto::EventId;
use proto::event::Event;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, Set};

const LONGEST_SLUG: usize = 100;
/// How long nothing new is said about the places of an event with many pools.
pub const QUIET: TimeDelta = TimeDelta::seconds(1);

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Absent before anybody has told of it, and while it is off the public pages.
    pub slug: Option<String>,
    pub revision: i64,
    pub cancelled: bool,
    pub opens_at: Option<DateTime<Utc>>,
    pub closes_at: Option<DateTime<Utc>>,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    pub next_seq: i64,
    pub next_turn: i64,
    pub waiting: i32,
    pub signup_revision: i64,
    pub said_open: Option<bool>,
    pub said_left: Option<i32>,
    pub said_waiting: Option<i32>,
    /// A digest of what was said of each pool.
    pub said_pools: Option<i64>,
    /// Nothing new is said about the places before that, and whether there is something to say then.
    pub quiet_until: Option<DateTime<Utc>>,
    pub unsaid: bool,
    pub erase_due: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// People can see it, and come to it.
    pub const fn is_public(&self) -> bool {
        self.slug.is_some()
    }
}

/// These events, locked against every other decision about them until the transaction ends, in a fixed order.
pub async fn locked(tx: &impl ConnectionTrait, ids: &[EventId]) -> Result<Vec<Model>, DbErr> {
    // SQLite leaves the lock out: there the transaction itself is the only one that writes.
    let ids = ids.iter().map(|id| id.0);
    Entity::find().filter(Column::Id.is_in(ids)).order_by_asc(Column::Id).lock_exclusive().all(tx).await
}

pub async fn by_id(db: &impl ConnectionTrait, id: EventId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id.0).one(db).await
}

/// Whether this can be the slug of an event. Anything else is not asked about: databases refuse some characters.
fn is_slug(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= LONGEST_SLUG && text.bytes().all(fits)
}

/// An event that people can see: one that was told of, and so has a slug.
pub async fn by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Model>, DbErr> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Entity::find().filter(Column::Slug.eq(slug)).one(db).await
}

/// Events that are not over, soonest first.
pub async fn ahead(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>, DbErr> {
    let known = Entity::find().filter(Column::EndsAt.gt(now)).filter(Column::Cancelled.eq(false));
    let known = known.filter(Column::Slug.is_not_null());
    known.order_by_asc(Column::StartsAt).order_by_asc(Column::Id).all(db).await
}

/// This event, locked; an empty row is made for one that was never heard of, so that there is something to lock.
pub async fn locked_or_new(tx: &impl ConnectionTrait, id: EventId) -> Result<Model, DbErr> {
    let row = ActiveModel {
        id: Set(id.0),
        slug: Set(None),
        revision: Set(0),
        cancelled: Set(false),
        opens_at: Set(None),
        closes_at: Set(None),
        starts_at: Set(None),
        ends_at: Set(None),
        next_seq: Set(1),
        next_turn: Set(1),
        waiting: Set(0),
        signup_revision: Set(0),
        said_open: Set(None),
        said_left: Set(None),
        said_waiting: Set(None),
        said_pools: Set(None),
        quiet_until: Set(None),
        unsaid: Set(false),
        erase_due: Set(None),
    };
    let nothing = OnConflict::column(Column::Id).do_nothing().to_owned();
    Entity::insert_many([row]).on_conflict(nothing).try_insert().exec_without_returning(tx).await?;
    let found = locked(tx, &[id]).await?.into_iter().next();
    found.ok_or_else(|| DbErr::RecordNotFound(format!("event {id} vanished")))
}

/// Keeps the event as told now.
pub async fn keep(tx: &impl ConnectionTrait, row: &Model, event: &Event) -> Result<(), DbErr> {
    let told = ActiveModel {
        slug: Set(Some(event.slug.clone())),
        revision: Set(row.revision.max(i64::from(event.revision))),
        opens_at: Set(event.sign_up.opens_at),
        closes_at: Set(Some(event.sign_up.closes_at)),
        starts_at: Set(Some(event.starts_at)),
        ends_at: Set(Some(event.ends_at)),
        // What is due when is worked out then: questions and the organisation's ceiling may have changed.
        erase_due: Set(Some(event.ends_at)),
        ..Default::default()
    };
    Entity::update_many().set(told).filter(Column::Id.eq(row.id)).exec(tx).await?;
    snapshot::keep(tx, row.id, event).await
}

/// Marks an event as one that will not take place.
pub async fn cancel(tx: &impl ConnectionTrait, id: Uuid, revision: i64) -> Result<(), DbErr> {
    let cancelled = ActiveModel { cancelled: Set(true), revision: Set(revision), ..Default::default() };
    Entity::update_many().set(cancelled).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// Takes an event off the public pages. The next snapshot of it brings it back.
pub async fn unpublish(tx: &impl ConnectionTrait, id: Uuid, revision: i64) -> Result<(), DbErr> {
    let hidden = ActiveModel { slug: Set(None), revision: Set(revision), ..Default::default() };
    Entity::update_many().set(hidden).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// Events for which the clock has opened or closed sign-up since that was said last.
pub async fn turned_by_the_clock(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let opened = Condition::all()
        .add(Column::SaidOpen.eq(false))
        .add(Column::Cancelled.eq(false))
        .add(Condition::any().add(Column::OpensAt.is_null()).add(Column::OpensAt.lte(now)))
        .add(Column::ClosesAt.gt(now))
        .add(Column::EndsAt.gt(now));
    let closed = Condition::all()
        .add(Column::SaidOpen.eq(true))
        .add(Condition::any().add(Column::ClosesAt.lte(now)).add(Column::EndsAt.lte(now)));
    ids(db, Condition::any().add(opened).add(closed)).await
}

/// Events of which there is something to say about their places, now that they have been quiet for long enough.
pub async fn unsaid(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    ids(db, is_unsaid(now)).await
}

fn is_unsaid(now: DateTime<Utc>) -> Condition {
    let due = Condition::any()
        .add(Column::QuietUntil.is_null())
        .add(Column::QuietUntil.lte(now))
        // Noted by a clock that has been set back since.
        .add(Column::QuietUntil.gt(now + QUIET));
    // As the index has it: databases do not see that a value which they are told later is the same.
    Condition::all().add(Column::Unsaid.into_expr()).add(due)
}

/// Events for which people wait, or for something in them, that lies ahead.
pub async fn with_waiting(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let event_ahead = Condition::all().add(Column::Waiting.gt(0)).add(Column::StartsAt.gt(now));
    let pools = pool::Entity::find().select_only().column(pool::Column::EventId);
    let waited_for = pools.filter(pool::Column::Waiting.gt(0)).filter(pool::Column::Closed.eq(false));
    let ahead = waited_for.filter(pool::Column::Whole.eq(false)).filter(pool::Column::StartsAt.gt(now));
    let any = Condition::any().add(event_ahead).add(Column::Id.in_subquery(ahead.into_query()));
    ids(db, Condition::all().add(Column::Cancelled.eq(false)).add(any)).await
}

/// Events of which something may be due for deletion.
pub async fn to_erase(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    ids(db, Condition::all().add(Column::EraseDue.lte(now))).await
}

async fn ids(db: &impl ConnectionTrait, condition: Condition) -> Result<Vec<Uuid>, DbErr> {
    with(condition).into_tuple().all(db).await
}

fn with(condition: Condition) -> Select<Entity> {
    Entity::find().select_only().column(Column::Id).filter(condition).order_by_asc(Column::Id)
}

/// Has all events looked at again that still hold personal data.
pub async fn look_for_erasure_again(tx: &impl ConnectionTrait) -> Result<(), DbErr> {
    let ended = Entity::update_many().col_expr(Column::EraseDue, Expr::col(Column::EndsAt));
    ended.filter(Column::EraseDue.is_not_null()).exec(tx).await?;
    Ok(())
}

/// Notes when the next deletion is due; never, when nothing is left to delete.
pub async fn erase_next(tx: &impl ConnectionTrait, id: Uuid, due: Option<DateTime<Utc>>) -> Result<(), DbErr> {
    let next = ActiveModel { erase_due: Set(due), ..Default::default() };
    Entity::update_many().set(next).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use host::testing::Kind;
    use sea_orm::Statement;

    /// It is asked each second, and snapshots lie between.
    #[tokio::test]
    async fn what_is_unsaid_is_found_without_reading_every_event() {
        let host = host::testing::host(Kind::Sqlite, crate::NAME).await;
        let asked = with(is_unsaid(host.clock.now())).build(sea_orm::DbBackend::Sqlite);
        let explained = format!("EXPLAIN QUERY PLAN {}", asked.sql);
        let values = asked.values.expect("values");
        let explained = Statement::from_sql_and_values(sea_orm::DbBackend::Sqlite, explained, values);
        let plan = host.db.read.query_all_raw(explained).await.expect("a plan");
        let plan: Vec<String> = plan.iter().map(|row| row.try_get("", "detail").expect("text")).collect();
        assert!(plan.iter().all(|step| step.contains("event_unsaid")), "{plan:?}");
    }
}
