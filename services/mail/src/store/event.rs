use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use host::Snapshots;
use proto::event::{Event, EventCancelled, EventKind, EventUnpublished};
use proto::webinar::WebinarFollowed;
use proto::{EventId, Localised};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ConnectionTrait, DerivePartialModel, QueryOrder, QuerySelect, Set};

use super::{kept, programme, read, reminder_plan};
use crate::planning::follow_up;
use crate::reminder_plan::{Anchor, InForce, Rule, in_force};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub revision: i64,
    pub cancelled_revision: i64,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub reason: Option<Json>,
    /// Absent before anybody has told of it, and while it is off the public pages.
    pub slug: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub snapshot: Option<Json>,
    pub changed_at: DateTime<Utc>,
    /// What comes after it, of a webinar.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub followed: Option<Json>,
    /// The rules of its own plan for reminders, if somebody has made one.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub reminder_plan: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// An event as it was heard of last.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Absent as long as only the cancellation has arrived.
    pub(crate) event: Option<Arc<Event>>,
    pub(crate) cancelled: bool,
    pub(crate) reason: Option<Localised>,
    pub(crate) changed_at: DateTime<Utc>,
    /// What comes after it, of a webinar.
    pub(crate) followed: Option<WebinarFollowed>,
    /// When people are reminded.
    pub(crate) plan: InForce,
    /// When the programme was released for the first time, if it was and somebody is told then.
    pub(crate) released: Option<DateTime<Utc>>,
}

/// Events that were read before: the snapshot of a large conference takes longer to read than the rest of a letter to be planned.
pub(crate) type Events = Snapshots<Event>;

/// A row without its snapshot.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "Entity")]
struct Row {
    id: Uuid,
    revision: i64,
    cancelled_revision: i64,
    reason: Option<Json>,
    changed_at: DateTime<Utc>,
    followed: Option<Json>,
    reminder_plan: Option<Json>,
}

impl Row {
    /// With its event, read anew only when it is at another revision than the one that was read before.
    async fn known(self, db: &impl ConnectionTrait, events: &Events) -> Result<Known, DbErr> {
        let event = match events.get(self.id, self.revision) {
            Some(event) => Some(event),
            None => self.read(db, events).await?,
        };
        let plan = match &event {
            Some(event) => self.plan(db, event).await?,
            None => InForce::default(),
        };
        let awaits_release = plan.rules.iter().any(|rule| rule.anchor == Anchor::Release);
        let released = if awaits_release { programme::first_released(db, EventId(self.id)).await? } else { None };
        Ok(Known {
            event,
            plan,
            released,
            cancelled: self.cancelled_revision > 0,
            reason: self.reason.as_ref().map(read).transpose()?,
            changed_at: self.changed_at,
            followed: self.followed.as_ref().map(read).transpose()?,
        })
    }

    async fn plan(&self, db: &impl ConnectionTrait, event: &Event) -> Result<InForce, DbErr> {
        let own: Option<Vec<Rule>> = self.reminder_plan.as_ref().map(read).transpose()?;
        let organisation = match own.is_none() && event.usual_reminders {
            true => reminder_plan::find(db, &event.organisation, event.kind).await?,
            false => None,
        };
        Ok(in_force(event, own, organisation))
    }

    async fn read(&self, db: &impl ConnectionTrait, events: &Events) -> Result<Option<Arc<Event>>, DbErr> {
        let Some(there) = Entity::find_by_id(self.id).one(db).await? else { return Ok(None) };
        let event = there.snapshot.as_ref().map(read).transpose()?;
        Ok(event.map(|event| events.keep(there.id, there.revision, event)))
    }
}

/// These events as they are, unchanged until the transaction ends, and the ids of those that somebody is changing this
/// moment.
pub(crate) async fn hold_all(
    db: &impl ConnectionTrait,
    events: &Events,
    ids: &BTreeSet<Uuid>,
) -> Result<(BTreeMap<Uuid, Known>, BTreeSet<Uuid>), DbErr> {
    let (mut known, mut busy) = (BTreeMap::new(), ids.clone());
    let held = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .lock_with_behavior(LockType::Share, LockBehavior::SkipLocked)
        .into_partial_model::<Row>();
    for row in held.all(db).await? {
        busy.remove(&row.id);
        known.insert(row.id, row.known(db, events).await?);
    }
    if !busy.is_empty() {
        let there = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(busy.iter().copied()));
        busy = there.into_tuple::<Uuid>().all(db).await?.into_iter().collect();
    }
    Ok((known, busy))
}

/// The event, held still until the transaction ends: whoever changes it afterwards sees the registrations that were
/// planned for it as it was.
pub(crate) async fn held(
    db: &impl ConnectionTrait,
    events: &Events,
    id: EventId,
    now: DateTime<Utc>,
) -> Result<Known, DbErr> {
    let there = || Entity::find_by_id(id.0).lock_shared().into_partial_model::<Row>().one(db);
    let row = match there().await? {
        Some(row) => row,
        None => {
            make(db, id, now).await?;
            there().await?.ok_or_else(|| DbErr::RecordNotFound("an event that was just made".to_owned()))?
        }
    };
    // What this very transaction has changed is not committed, and is kept for nobody else.
    let own = Events::default();
    let events = if row.changed_at == now { &own } else { events };
    row.known(db, events).await
}

/// Makes the row of an event of which something was heard before the event itself, if there is none.
async fn make(db: &impl ConnectionTrait, id: EventId, now: DateTime<Utc>) -> Result<(), DbErr> {
    let nothing_yet = ActiveModel {
        id: Set(id.0),
        revision: Set(0),
        cancelled_revision: Set(0),
        reason: Set(None),
        slug: Set(None),
        snapshot: Set(None),
        changed_at: Set(now),
        followed: Set(None),
        reminder_plan: Set(None),
    };
    Entity::insert(nothing_yet).on_conflict_do_nothing_on([Column::Id]).exec_without_returning(db).await.map(drop)
}

pub(crate) async fn find_by_slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Known>, DbErr> {
    known(db, Entity::find().filter(Column::Slug.eq(slug)).order_by_desc(Column::ChangedAt)).await
}

/// Those of these events that an organisation answers for.
pub(crate) async fn of_organisation(
    db: &impl ConnectionTrait,
    ids: BTreeSet<Uuid>,
    organisation: &str,
) -> Result<BTreeSet<Uuid>, DbErr> {
    let rows = Entity::find().select_only().columns([Column::Id, Column::Snapshot]).filter(Column::Id.is_in(ids));
    let rows: Vec<(Uuid, Option<Json>)> = rows.into_tuple().all(db).await?;
    let is_own = |snapshot: &Option<Json>| {
        let told = snapshot.as_ref().and_then(|event| event.get("organisation")?.as_str());
        told == Some(organisation)
    };
    Ok(rows.into_iter().filter(|(_, snapshot)| is_own(snapshot)).map(|(id, _)| id).collect())
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

/// Keeps that it is off the public pages, until a newer snapshot comes.
pub(crate) async fn keep_unpublished(
    db: &impl ConnectionTrait,
    message: &EventUnpublished,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    make(db, message.event_id, now).await?;
    let there = Entity::find_by_id(message.event_id.0).lock_exclusive().one(db).await?;
    let revision = i64::from(message.revision);
    if there.is_none_or(|there| there.revision >= revision) {
        return Ok(());
    }
    let row = ActiveModel {
        id: Set(message.event_id.0),
        revision: Set(revision),
        slug: Set(None),
        changed_at: Set(now),
        ..Default::default()
    };
    row.update_without_returning(db).await.map(drop)
}

/// Keeps what comes after it. False when something newer, or the same, was here already.
pub(crate) async fn keep_followed(
    db: &impl ConnectionTrait,
    message: &WebinarFollowed,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    // Never first shared and then alone: two who hear of the same webinar at once would wait for each other.
    make(db, message.event_id, now).await?;
    let there = Entity::find_by_id(message.event_id.0).lock_exclusive().one(db).await?;
    let there = there.ok_or_else(|| DbErr::RecordNotFound("an event that was just made".to_owned()))?;
    let known: Option<WebinarFollowed> = there.followed.as_ref().map(read).transpose()?;
    if known.is_some_and(|known| known.revision >= message.revision) {
        return Ok(false);
    }
    let row = ActiveModel { id: Set(message.event_id.0), followed: Set(Some(kept(message)?)), ..Default::default() };
    row.update(db).await?;
    Ok(true)
}

/// These events as they are: nothing is planned for them by others until the transaction ends.
pub(crate) async fn hold_still(db: &impl ConnectionTrait, ids: &[EventId]) -> Result<(), DbErr> {
    let ids: BTreeSet<Uuid> = ids.iter().map(|id| id.0).collect();
    for id in ids {
        let held = Entity::find_by_id(id).select_only().column(Column::Id).lock_exclusive();
        held.into_tuple::<Uuid>().one(db).await?;
    }
    Ok(())
}

/// Gives an event that is held still a plan of its own, or takes it away.
pub(crate) async fn set_plan(db: &impl ConnectionTrait, id: EventId, plan: Option<&[Rule]>) -> Result<(), DbErr> {
    let plan = plan.map(|rules| kept(&rules)).transpose()?;
    let row = ActiveModel { id: Set(id.0), reminder_plan: Set(plan), ..Default::default() };
    row.update_without_returning(db).await.map(drop)
}

/// The events of an organisation that are not over and follow its plan, or the usual one, for their kind.
pub(crate) async fn following_plan(
    db: &impl ConnectionTrait,
    organisation: &str,
    kind: EventKind,
    now: DateTime<Utc>,
) -> Result<Vec<EventId>, DbErr> {
    let rows = Entity::find().filter(Column::CancelledRevision.eq(0)).filter(Column::ReminderPlan.is_null());
    let rows = rows.all(db).await?;
    let all: Vec<Event> = rows.iter().filter_map(|row| row.snapshot.as_ref()).map(read).collect::<Result<_, _>>()?;
    let follows = |event: &&Event| {
        event.usual_reminders
            && event.organisation == organisation
            && event.kind == kind
            && follow_up::too_late(event) > now
    };
    Ok(all.iter().filter(follows).map(|event| event.id).collect())
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: EventId) -> Result<Option<Known>, DbErr> {
    known(db, Entity::find_by_id(id.0)).await
}

async fn known(db: &impl ConnectionTrait, wanted: Select<Entity>) -> Result<Option<Known>, DbErr> {
    match wanted.into_partial_model::<Row>().one(db).await? {
        Some(row) => Ok(Some(row.known(db, &Events::default()).await?)),
        None => Ok(None),
    }
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
    let rows = Entity::find().filter(Column::CancelledRevision.eq(0)).filter(Column::Slug.is_not_null());
    let rows = rows.filter(named("").or(named(" ")));
    let rows = rows.order_by_desc(Column::ChangedAt).limit(NEWEST).all(db).await?;
    let all: Result<Vec<Event>, _> = rows.iter().filter_map(|row| row.snapshot.as_ref()).map(read).collect();
    Ok(all?.into_iter().filter(|event| event.organisation == organisation).collect())
}

/// The events that are neither over nor cancelled.
pub(crate) async fn ahead(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Event>, DbErr> {
    let rows =
        Entity::find().filter(Column::CancelledRevision.eq(0)).filter(Column::Slug.is_not_null()).all(db).await?;
    let all: Vec<Event> = rows.iter().filter_map(|row| row.snapshot.as_ref()).map(read).collect::<Result<_, _>>()?;
    Ok(all.into_iter().filter(|event| event.ends_at > now).collect())
}
