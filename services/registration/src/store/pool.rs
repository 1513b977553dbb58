//! Numbers of places, and how many of them are taken.

use crate::places;
use crate::store::{CHUNK, count, kept};
use chrono::{DateTime, Utc};
use proto::Localised;
use proto::event::{self, Event};
use proto::gathering::DelegationAllotted;
use proto::registration::Chosen;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{DerivePartialModel, QueryOrder, QuerySelect, Set};
use serde::Deserialize;

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
    pub form: Option<Form>,
    /// As last told, also of those that are closed; absent of those that were closed before it was kept.
    pub label: Option<Json>,
    pub room: Option<Json>,
    pub session: Option<Uuid>,
    pub venue: Option<Uuid>,
    /// The delegation that it is kept for; the pool of all its seats has the delegation's id.
    pub delegation: Option<Uuid>,
    /// How new what was told of the delegation is.
    pub delegation_revision: Option<i64>,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Form {
    InPerson,
    Online,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl From<Form> for event::Form {
    fn from(form: Form) -> Self {
        match form {
            Form::InPerson => Self::InPerson,
            Form::Online => Self::Online,
        }
    }
}

impl From<event::Form> for Form {
    fn from(form: event::Form) -> Self {
        match form {
            event::Form::InPerson => Self::InPerson,
            event::Form::Online => Self::Online,
        }
    }
}

/// A pool without its texts, which none but those who are told of what is gone need.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Row {
    pub id: Uuid,
    pub event_id: Uuid,
    pub whole: bool,
    pub closed: bool,
    pub capacity: Option<i32>,
    pub taken: i32,
    pub waiting: i32,
    pub starts_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
    pub form: Option<Form>,
    pub session: Option<Uuid>,
    pub venue: Option<Uuid>,
    pub delegation: Option<Uuid>,
}

impl Model {
    /// What was chosen, as it was told last; absent when it was closed before that was kept.
    fn chosen(&self) -> Result<Option<Chosen>, DbErr> {
        let read = |json: &Json| Localised::deserialize(json).map_err(|error| DbErr::Json(error.to_string()));
        let Some(label) = self.label.as_ref().map(read).transpose()? else { return Ok(None) };
        Ok(Some(Chosen {
            pool_id: self.id.into(),
            label,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            room: self.room.as_ref().map(read).transpose()?,
        }))
    }
}

impl From<&Row> for places::Pool {
    fn from(row: &Row) -> Self {
        Self {
            id: row.id.into(),
            whole: row.whole,
            closed: row.closed,
            capacity: row.capacity.map(count),
            taken: count(row.taken),
            waiting: count(row.waiting),
            times: row.starts_at.zip(row.ends_at),
            form: row.form.map(Into::into),
            session: row.session.map(Into::into),
            venue: row.venue.map(Into::into),
            kept: row.delegation.map(|delegation| match delegation == row.id {
                true => places::Kept::Delegation(delegation.into()),
                false => places::Kept::Role(delegation.into()),
            }),
            reserved: 0,
        }
    }
}

/// All pools of these events, closed ones too, in the order of each event's list.
pub async fn of_events(db: &impl ConnectionTrait, events: &[Uuid]) -> Result<Vec<Row>, DbErr> {
    let pools = Entity::find().filter(Column::EventId.is_in(events.iter().copied()));
    pools.order_by_asc(Column::Place).order_by_asc(Column::Id).into_partial_model().all(db).await
}

/// The pools of an event that are places in the event itself, closed ones too.
pub async fn whole(db: &impl ConnectionTrait, event: Uuid) -> Result<Vec<Uuid>, DbErr> {
    let whole = Entity::find().select_only().column(Column::Id).filter(Column::EventId.eq(event));
    whole.filter(Column::Whole.eq(true)).into_tuple().all(db).await
}

/// What there was to choose at an event and is no more, as it was told last.
pub async fn gone(db: &impl ConnectionTrait, event: Uuid) -> Result<Vec<Chosen>, DbErr> {
    let closed = Entity::find().filter(Column::EventId.eq(event)).filter(Column::Closed.eq(true));
    let closed = closed.filter(Column::Whole.eq(false)).order_by_asc(Column::Place).order_by_asc(Column::Id);
    closed.all(db).await?.iter().filter_map(|pool| pool.chosen().transpose()).collect()
}

/// Keeps how many places are taken and waited for in these pools, all in one statement.
pub async fn count_anew(tx: &impl ConnectionTrait, event: Uuid, pools: &[&places::Pool]) -> Result<(), DbErr> {
    let row = |pool: &&places::Pool| ActiveModel {
        id: Set(pool.id.0),
        taken: Set(kept(pool.taken)),
        waiting: Set(kept(pool.waiting)),
        // They are there already; these are only what a row cannot be without.
        event_id: Set(event),
        place: Set(0),
        whole: Set(pool.whole),
        closed: Set(pool.closed),
        ..Default::default()
    };
    let replace = OnConflict::column(Column::Id).update_columns([Column::Taken, Column::Waiting]).to_owned();
    for pools in pools.chunks(CHUNK) {
        let rows = Entity::insert_many(pools.iter().map(row));
        rows.on_conflict(replace.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
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
            form: Set(pool.form.map(Into::into)),
            label: Set(Some(json(&pool.label)?)),
            room: Set(pool.room.as_ref().map(json).transpose()?),
            session: Set(pool.session.map(|session| session.0)),
            venue: Set(pool.venue.map(|venue| venue.0)),
            delegation: Set(None),
            delegation_revision: Set(None),
        });
    }
    let gone = ActiveModel { closed: Set(true), ..Default::default() };
    let others = Entity::update_many().set(gone).filter(Column::EventId.eq(event.id.0));
    let others = others.filter(Column::Delegation.is_null());
    others.filter(Column::Id.is_not_in(event.sign_up.pools.iter().map(|pool| pool.id.0))).exec(tx).await?;
    let replace = OnConflict::column(Column::Id)
        .update_columns([
            Column::Place,
            Column::Whole,
            Column::Closed,
            Column::Capacity,
            Column::StartsAt,
            Column::EndsAt,
            Column::Form,
            Column::Label,
            Column::Room,
            Column::Session,
            Column::Venue,
        ])
        .to_owned();
    for rows in rows.chunks(CHUNK) {
        Entity::insert_many(rows.to_vec()).on_conflict(replace.clone()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Keeps the seats of a delegation as told now, with the counters they have; false when something newer is known. A role
/// that is no longer limited is closed, never deleted.
pub async fn allot(tx: &impl ConnectionTrait, allotted: &DelegationAllotted) -> Result<bool, DbErr> {
    let revision = i64::from(allotted.revision);
    let there = Entity::find_by_id(allotted.delegation_id.0).one(tx).await?;
    if there.is_some_and(|there| there.delegation_revision.is_some_and(|known| known >= revision)) {
        return Ok(false);
    }
    let all = [(allotted.delegation_id.0, allotted.seats)];
    let pools: Vec<(Uuid, u32)> =
        all.into_iter().chain(allotted.roles.iter().map(|role| (role.pool_id.0, role.seats))).collect();
    let gone = ActiveModel { closed: Set(true), ..Default::default() };
    let others = Entity::update_many().set(gone).filter(Column::Delegation.eq(allotted.delegation_id.0));
    others.filter(Column::Id.is_not_in(pools.iter().map(|(id, _)| *id))).exec(tx).await?;
    let rows = pools.into_iter().map(|(id, seats)| ActiveModel {
        id: Set(id),
        event_id: Set(allotted.event_id.0),
        // After everything that can be chosen.
        place: Set(i32::MAX),
        whole: Set(true),
        closed: Set(false),
        capacity: Set(Some(kept(seats))),
        taken: Set(0),
        waiting: Set(0),
        starts_at: Set(None),
        ends_at: Set(None),
        form: Set(None),
        label: Set(None),
        room: Set(None),
        session: Set(None),
        venue: Set(None),
        delegation: Set(Some(allotted.delegation_id.0)),
        delegation_revision: Set(Some(revision)),
    });
    let replace = OnConflict::column(Column::Id)
        .update_columns([Column::Closed, Column::Capacity, Column::DelegationRevision])
        .to_owned();
    Entity::insert_many(rows).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(true)
}

fn json(texts: &Localised) -> Result<Json, DbErr> {
    serde_json::to_value(texts).map_err(|error| DbErr::Json(error.to_string()))
}
