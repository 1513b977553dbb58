//! Numbers of places, and how many of them are taken.

use crate::places;
use crate::store::{count, kept};
use chrono::{DateTime, Utc};
use proto::event::Event;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{QueryOrder, Set};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pool")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event_id: Uuid,
    pub place: i32,
    pub whole: bool,
    pub closed: bool,
    pub capacity: Option<i32>,
    pub taken: i32,
    pub waiting: i32,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<&Model> for places::Pool {
    fn from(row: &Model) -> Self {
        Self {
            id: row.id.into(),
            whole: row.whole,
            closed: row.closed,
            capacity: row.capacity.map(count),
            taken: count(row.taken),
            waiting: count(row.waiting),
            times: row.starts_at.zip(row.ends_at),
        }
    }
}

/// All pools of these events, closed ones too, in the order of each event's list.
pub async fn of_events(db: &impl ConnectionTrait, events: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let pools = Entity::find().filter(Column::EventId.is_in(events.iter().copied()));
    pools.order_by_asc(Column::Place).order_by_asc(Column::Id).all(db).await
}

/// Keeps the event's pools as told now, with the counters they have. Those that are gone are closed, never deleted.
pub async fn keep(tx: &impl ConnectionTrait, event: &Event) -> Result<(), DbErr> {
    let mut rows = Vec::with_capacity(event.sign_up.pools.len());
    for (place, pool) in (0..).zip(&event.sign_up.pools) {
        rows.push(ActiveModel {
            id: Set(pool.id.0),
            event_id: Set(event.id.0),
            place: Set(place),
            whole: Set(pool.whole),
            closed: Set(false),
            capacity: Set(pool.capacity.map(kept)),
            taken: Set(0),
            waiting: Set(0),
            starts_at: Set(pool.starts_at),
            ends_at: Set(pool.ends_at),
        });
    }
    let gone = ActiveModel { closed: Set(true), ..Default::default() };
    let others = Entity::update_many().set(gone).filter(Column::EventId.eq(event.id.0));
    others.filter(Column::Id.is_not_in(event.sign_up.pools.iter().map(|pool| pool.id.0))).exec(tx).await?;
    let replace = OnConflict::column(Column::Id)
        .update_columns([
            Column::Place,
            Column::Whole,
            Column::Closed,
            Column::Capacity,
            Column::StartsAt,
            Column::EndsAt,
        ])
        .to_owned();
    Entity::insert_many(rows).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}
