//! Events as their services told of them. The snapshot of a large conference takes longer to read than everything else that a
//! sign-up asks for, so it is no part of the event's row, and is read once for each revision.

use crate::store::event;
use host::Snapshots;
use proto::event::Event;
use sea_orm::Set;
use sea_orm::entity::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Events that were read before.
pub type Events = Snapshots<Event>;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub revision: i64,
    pub snapshot: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    fn event(&self) -> Result<Option<Event>, DbErr> {
        let read = |json: &Json| Event::deserialize(json).map_err(|error| DbErr::Json(error.to_string()));
        self.snapshot.as_ref().map(read).transpose()
    }
}

/// Keeps what was told last. Its revision stands in the row that it belongs to.
pub(super) async fn keep(tx: &impl ConnectionTrait, id: Uuid, event: &Event) -> Result<(), DbErr> {
    let snapshot = serde_json::to_value(event).map_err(|error| DbErr::Json(error.to_string()))?;
    let told = ActiveModel { snapshot: Set(Some(snapshot)), ..Default::default() };
    Entity::update_many().set(told).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}

/// The event as last told; absent when nothing but its cancellation was heard.
pub async fn read(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Event>, DbErr> {
    Entity::find_by_id(id).one(db).await?.map_or(Ok(None), |there| there.event())
}

/// The same for a row that was read a moment ago. Not in a transaction that has changed it: what is not committed must not be
/// kept for others.
pub async fn of(db: &impl ConnectionTrait, events: &Events, row: &event::Model) -> Result<Option<Arc<Event>>, DbErr> {
    if let Some(event) = events.get(row.id, row.revision) {
        return Ok(Some(event));
    }
    let Some(there) = Entity::find_by_id(row.id).one(db).await? else { return Ok(None) };
    // Where the row is not locked, this may be a newer one.
    Ok(there.event()?.map(|event| events.keep(there.id, there.revision, event)))
}

/// The same for whoever goes through all events: what is read for that is not kept, so that it takes the room of nothing.
pub async fn glance(
    db: &impl ConnectionTrait,
    events: &Events,
    row: &event::Model,
) -> Result<Option<Arc<Event>>, DbErr> {
    match events.look(row.id, row.revision) {
        Some(event) => Ok(Some(event)),
        None => Ok(read(db, row.id).await?.map(Arc::new)),
    }
}

/// The same for several, in their order: those that are not at hand are read at once.
pub async fn glance_all(
    db: &impl ConnectionTrait,
    events: &Events,
    rows: &[event::Model],
) -> Result<Vec<Option<Arc<Event>>>, DbErr> {
    let mut all: Vec<Option<Arc<Event>>> = rows.iter().map(|row| events.look(row.id, row.revision)).collect();
    let missing = rows.iter().zip(&all).filter(|(_, known)| known.is_none()).map(|(row, _)| row.id);
    let missing: Vec<Uuid> = missing.collect();
    if missing.is_empty() {
        return Ok(all);
    }
    let mut read = BTreeMap::new();
    for there in Entity::find().filter(Column::Id.is_in(missing)).all(db).await? {
        read.insert(there.id, there.event()?.map(Arc::new));
    }
    for (row, known) in rows.iter().zip(&mut all).filter(|(_, known)| known.is_none()) {
        *known = read.remove(&row.id).flatten();
    }
    Ok(all)
}
