use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use proto::event::{Event, EventCancelled};
use proto::{EventId, Localised};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ConnectionTrait, QueryOrder, QuerySelect, Set};

use super::{kept, read};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub revision: i64,
    pub cancelled_revision: i64,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub reason: Option<Json>,
    pub slug: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub snapshot: Option<Json>,
    pub changed_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// An event as it was heard of last.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Absent as long as only the cancellation has arrived.
    pub(crate) event: Option<Event>,
    pub(crate) cancelled: bool,
    pub(crate) reason: Option<Localised>,
    pub(crate) changed_at: DateTime<Utc>,
}

impl Model {
    pub(crate) fn known(self) -> Result<Known, DbErr> {
        Ok(Known {
            event: self.snapshot.as_ref().map(read).transpose()?,
            cancelled: self.cancelled_revision > 0,
            reason: self.reason.as_ref().map(read).transpose()?,
            changed_at: self.changed_at,
        })
    }
}

/// These events as they are, unchanged until the transaction ends, and the ids of those that somebody is changing this
/// moment.
pub(crate) async fn hold_all(
    db: &impl ConnectionTrait,
    ids: &BTreeSet<Uuid>,
) -> Result<(BTreeMap<Uuid, Known>, BTreeSet<Uuid>), DbErr> {
    let (mut known, mut busy) = (BTreeMap::new(), ids.clone());
    let held = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .lock_with_behavior(LockType::Share, LockBehavior::SkipLocked);
    for row in held.all(db).await? {
        busy.remove(&row.id);
        known.insert(row.id, row.known()?);
    }
    if !busy.is_empty() {
        let there = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(busy.iter().copied()));
        busy = there.into_tuple::<Uuid>().all(db).await?.into_iter().collect();
    }
    Ok((known, busy))
}

/// The event, held still until the transaction ends: whoever changes it afterwards sees the registrations that were
/// planned for it as it was.
pub(crate) async fn held(db: &impl ConnectionTrait, id: EventId, now: DateTime<Utc>) -> Result<Known, DbErr> {
    let nothing_yet = ActiveModel {
        id: Set(id.0),
        revision: Set(0),
        cancelled_revision: Set(0),
        reason: Set(None),
        slug: Set(None),
        snapshot: Set(None),
        changed_at: Set(now),
    };
    if let Some(there) = Entity::find_by_id(id.0).lock_shared().one(db).await? {
        return there.known();
    }
    Entity::insert(nothing_yet).on_conflict_do_nothing_on([Column::Id]).exec(db).await?;
    let there = Entity::find_by_id(id.0).lock_shared().one(db).await?;
    there.ok_or_else(|| DbErr::RecordNotFound("an event that was just made".to_owned()))?.known()
}

pub(crate) async fn find_by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Known>, DbErr> {
    let newest = Entity::find().filter(Column::Slug.eq(slug)).order_by_desc(Column::ChangedAt);
    newest.one(db).await?.map(Model::known).transpose()
}

/// Keeps a snapshot. False when a newer one, or the same, was here already.
pub(crate) async fn keep(db: &impl ConnectionTrait, event: &Event, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let revision = i64::from(event.revision);
    let there = Entity::find_by_id(event.id.0).lock_exclusive().one(db).await?;
    let row = ActiveModel {
        id: Set(event.id.0),
        revision: Set(revision),
        slug: Set(Some(event.slug.clone())),
        snapshot: Set(Some(kept(event)?)),
        changed_at: Set(now),
        ..Default::default()
    };
    match there {
        Some(there) if there.revision >= revision => return Ok(false),
        Some(_) => row.update(db).await?,
        None => ActiveModel { cancelled_revision: Set(0), reason: Set(None), ..row }.insert(db).await?,
    };
    Ok(true)
}

/// Keeps that it was cancelled. False when that was known.
pub(crate) async fn keep_cancelled(
    db: &impl ConnectionTrait,
    message: &EventCancelled,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let there = Entity::find_by_id(message.event_id.0).lock_exclusive().one(db).await?;
    let row = ActiveModel {
        id: Set(message.event_id.0),
        cancelled_revision: Set(i64::from(message.revision).max(1)),
        reason: Set(message.reason.as_ref().map(kept).transpose()?),
        changed_at: Set(now),
        ..Default::default()
    };
    match there {
        Some(there) if there.cancelled_revision > 0 => return Ok(false),
        Some(_) => row.update(db).await?,
        None => ActiveModel { revision: Set(0), slug: Set(None), snapshot: Set(None), ..row }.insert(db).await?,
    };
    Ok(true)
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: EventId) -> Result<Option<Known>, DbErr> {
    Entity::find_by_id(id.0).one(db).await?.map(Model::known).transpose()
}

/// How many events are looked through for the one that somebody may write about.
const NEWEST: u64 = 100;

/// The events of an organisation that were changed last, those that are cancelled left out.
pub(crate) async fn newest_of(db: &impl ConnectionTrait, organisation: &str) -> Result<Vec<Event>, DbErr> {
    use sea_orm::sea_query::ExprTrait as _;
    // The two databases write spaces differently.
    let named = |space: &str| {
        let snapshot = Expr::col(Column::Snapshot).cast_as("text");
        snapshot.like(format!("%\"organisation\":{space}\"{organisation}\"%"))
    };
    let rows = Entity::find().filter(Column::CancelledRevision.eq(0)).filter(named("").or(named(" ")));
    let rows = rows.order_by_desc(Column::ChangedAt).limit(NEWEST).all(db).await?;
    let all: Result<Vec<Event>, _> = rows.iter().filter_map(|row| row.snapshot.as_ref()).map(read).collect();
    Ok(all?.into_iter().filter(|event| event.organisation == organisation).collect())
}

/// The events that are neither over nor cancelled.
pub(crate) async fn ahead(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Event>, DbErr> {
    let rows = Entity::find().filter(Column::CancelledRevision.eq(0)).all(db).await?;
    let all: Vec<Event> = rows.iter().filter_map(|row| row.snapshot.as_ref()).map(read).collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|event| event.ends_at > now).collect())
}
