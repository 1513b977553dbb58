use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use proto::registration::{Registration, State as Standing};
use proto::{EventId, RegistrationId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ConnectionTrait, QueryOrder, QuerySelect, Set, TryInsertResult};

use super::{AT_ONCE, kept, read};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "registration")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event: Uuid,
    pub revision: i64,
    pub state: String,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub snapshot: Option<Json>,
    pub reminders_stopped: bool,
    pub changed_at: DateTime<Utc>,
    pub attended_at: Option<DateTime<Utc>>,
    /// Of the snapshot with which it was said whether the person was there; 0 before that.
    pub attendance_revision: i64,
    pub unreachable_at: Option<DateTime<Utc>>,
    /// When a delegation signed the person up, who had not done so.
    pub named_at: Option<DateTime<Utc>>,
    /// When the person first looked over what is asked.
    pub answered_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A registration as it was heard of last.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) registration: Registration,
    pub(crate) reminders_stopped: bool,
    pub(crate) changed_at: DateTime<Utc>,
    /// The person was there.
    pub(crate) attended: bool,
    /// Letters to the person come back.
    pub(crate) unreachable: bool,
    /// A delegation has signed the person up, who has answered nothing since.
    pub(crate) unanswered: bool,
}

/// What was here before a snapshot was kept.
pub(crate) struct Kept {
    pub(crate) newest: Known,
    pub(crate) before: Option<Registration>,
}

impl Model {
    /// Nothing when the data are erased.
    pub(crate) fn known(self) -> Result<Option<Known>, DbErr> {
        let Some(snapshot) = &self.snapshot else { return Ok(None) };
        let registration = read(snapshot)?;
        Ok(Some(Known {
            registration,
            reminders_stopped: self.reminders_stopped,
            changed_at: self.changed_at,
            attended: self.attended_at.is_some(),
            unreachable: self.unreachable_at.is_some(),
            unanswered: self.named_at.is_some() && self.answered_at.is_none(),
        }))
    }
}

const ERASED: &str = "erased";

const fn word(state: Standing) -> &'static str {
    match state {
        Standing::Admitted => "admitted",
        Standing::Waiting => "waiting",
        Standing::Offered => "offered",
        Standing::Withdrawn => "withdrawn",
    }
}

/// Keeps a snapshot unless a newer one is here, and tells what is known now. Nothing when the data are erased.
pub(crate) async fn keep(
    db: &impl ConnectionTrait,
    registration: Registration,
    now: DateTime<Utc>,
) -> Result<Option<Kept>, DbErr> {
    let revision = i64::from(registration.revision);
    let row = ActiveModel {
        id: Set(registration.id.0),
        event: Set(registration.event_id.0),
        revision: Set(revision),
        state: Set(word(registration.state).to_owned()),
        snapshot: Set(Some(kept(&registration)?)),
        changed_at: Set(now),
        ..Default::default()
    };
    let there = || Entity::find_by_id(registration.id.0).lock_exclusive().one(db);
    // Of the first revision hardly anything is here, so it is not looked for before.
    let before = if revision > 1 { there().await? } else { None };
    let before = match before {
        Some(before) => Some(before),
        None if insert(db, row.clone()).await? => None,
        None => there().await?,
    };
    let Some(there) = before else {
        let newest = Known {
            registration,
            reminders_stopped: false,
            changed_at: now,
            attended: false,
            unreachable: false,
            unanswered: false,
        };
        return Ok(Some(Kept { newest, before: None }));
    };
    let newer = there.revision < revision;
    let Some(known) = there.known()? else { return Ok(None) };
    if !newer {
        return Ok(Some(Kept { newest: known, before: None }));
    }
    row.update_without_returning(db).await?;
    let newest = Known { registration, changed_at: now, ..known.clone() };
    Ok(Some(Kept { newest, before: Some(known.registration) }))
}

/// False when it is there already.
async fn insert(db: &impl ConnectionTrait, row: ActiveModel) -> Result<bool, DbErr> {
    let new = ActiveModel {
        reminders_stopped: Set(false),
        attended_at: Set(None),
        attendance_revision: Set(0),
        unreachable_at: Set(None),
        ..row
    };
    let inserted = Entity::insert(new).on_conflict_do_nothing_on([Column::Id]).exec_without_returning(db).await?;
    Ok(matches!(inserted, TryInsertResult::Inserted(count) if count > 0))
}

/// Keeps many that are not there.
#[cfg(test)]
pub(crate) async fn keep_many(
    db: &impl ConnectionTrait,
    registrations: impl Iterator<Item = Registration>,
    now: DateTime<Utc>,
) {
    let rows = registrations.map(|registration| ActiveModel {
        id: Set(registration.id.0),
        event: Set(registration.event_id.0),
        revision: Set(i64::from(registration.revision)),
        state: Set(word(registration.state).to_owned()),
        snapshot: Set(Some(kept(&registration).unwrap())),
        reminders_stopped: Set(false),
        changed_at: Set(now),
        attended_at: Set(None),
        attendance_revision: Set(0),
        unreachable_at: Set(None),
        named_at: Set(None),
        answered_at: Set(None),
    });
    Entity::insert_many(rows).exec_without_returning(db).await.unwrap();
}

/// The registration, unchanged until the transaction ends, and no letter to it is made meanwhile.
pub(crate) async fn held(db: &impl ConnectionTrait, id: RegistrationId) -> Result<Option<Known>, DbErr> {
    Entity::find_by_id(id.0).lock_exclusive().one(db).await?.map_or(Ok(None), Model::known)
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: RegistrationId) -> Result<Option<Known>, DbErr> {
    Entity::find_by_id(id.0).one(db).await?.map_or(Ok(None), Model::known)
}

pub(crate) async fn find_all(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Known>, DbErr> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        for row in Entity::find().filter(Column::Id.is_in(some.iter().copied())).all(db).await? {
            all.extend(row.known()?);
        }
    }
    Ok(all)
}

/// These registrations as they are, unchanged until the transaction ends, and the ids of those that somebody is changing
/// this moment. One in neither is erased.
pub(crate) async fn hold_all(
    db: &impl ConnectionTrait,
    ids: &BTreeSet<Uuid>,
) -> Result<(Vec<Known>, BTreeSet<Uuid>), DbErr> {
    let (mut known, mut busy) = (Vec::new(), ids.clone());
    let held = Entity::find()
        .filter(Column::Id.is_in(ids.iter().copied()))
        .lock_with_behavior(LockType::Share, LockBehavior::SkipLocked);
    for row in held.all(db).await? {
        busy.remove(&row.id);
        known.extend(row.known()?);
    }
    if !busy.is_empty() {
        let there = Entity::find().select_only().column(Column::Id).filter(Column::Id.is_in(busy.iter().copied()));
        busy = there.into_tuple::<Uuid>().all(db).await?.into_iter().collect();
    }
    Ok((known, busy))
}

/// Those who have a place, an offer, or wait: at most so many, in the order of their ids, from the one after `last` on.
pub(crate) async fn alive(
    db: &impl ConnectionTrait,
    event: EventId,
    last: Option<Uuid>,
    most: u64,
) -> Result<Vec<Known>, DbErr> {
    let gone = [word(Standing::Withdrawn), ERASED];
    let mut rows = Entity::find().filter(Column::Event.eq(event.0)).filter(Column::State.is_not_in(gone));
    if let Some(last) = last {
        rows = rows.filter(Column::Id.gt(last));
    }
    let rows = rows.order_by_asc(Column::Id).limit(most).all(db).await?;
    rows.into_iter().filter_map(|row| row.known().transpose()).collect()
}

/// Notes that the person wants no more reminders. False when that was known, or the person is not.
pub(crate) async fn stop_reminders(db: &impl ConnectionTrait, id: RegistrationId) -> Result<bool, DbErr> {
    let stopped = Entity::update_many()
        .col_expr(Column::RemindersStopped, Expr::value(true))
        .filter(Column::Id.eq(id.0))
        .filter(Column::RemindersStopped.eq(false));
    Ok(stopped.exec(db).await?.rows_affected > 0)
}

/// Notes that letters to the person come back. False when that was known.
pub(crate) async fn unreachable(
    db: &impl ConnectionTrait,
    id: RegistrationId,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let noted = Entity::update_many()
        .col_expr(Column::UnreachableAt, Expr::value(Some(now)))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UnreachableAt.is_null());
    Ok(noted.exec(db).await?.rows_affected > 0)
}

/// Notes that a delegation has signed the person up.
pub(crate) async fn note_named(db: &impl ConnectionTrait, id: RegistrationId, now: DateTime<Utc>) -> Result<(), DbErr> {
    note_once(db, id, Column::NamedAt, now).await
}

/// Notes that the person has looked over what is asked.
pub(crate) async fn note_answered(
    db: &impl ConnectionTrait,
    id: RegistrationId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    note_once(db, id, Column::AnsweredAt, now).await
}

async fn note_once(
    db: &impl ConnectionTrait,
    id: RegistrationId,
    column: Column,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let noted = Entity::update_many()
        .col_expr(column, Expr::value(Some(now)))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.ne(ERASED))
        .filter(column.is_null());
    noted.exec(db).await.map(drop)
}

/// Notes that a letter has reached the person whose letters came back.
pub(crate) async fn reached(db: &impl ConnectionTrait, id: RegistrationId) -> Result<(), DbErr> {
    let noted = Entity::update_many()
        .col_expr(Column::UnreachableAt, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UnreachableAt.is_not_null());
    noted.exec(db).await.map(drop)
}

/// Notes when the person was there, or that they were not. False when something newer is known.
pub(crate) async fn note_attendance(
    db: &impl ConnectionTrait,
    id: RegistrationId,
    revision: u32,
    at: Option<DateTime<Utc>>,
) -> Result<bool, DbErr> {
    let revision = i64::from(revision);
    let noted = Entity::update_many()
        .col_expr(Column::AttendedAt, Expr::value(at))
        .col_expr(Column::AttendanceRevision, Expr::value(revision))
        .filter(Column::Id.eq(id.0))
        .filter(Column::AttendanceRevision.lt(revision));
    Ok(noted.exec(db).await?.rows_affected > 0)
}

/// True when anybody is known to have been there.
pub(crate) async fn anybody_attended(db: &impl ConnectionTrait, event: EventId) -> Result<bool, DbErr> {
    let one = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::Event.eq(event.0))
        .filter(Column::AttendedAt.is_not_null())
        .limit(1);
    Ok(one.into_tuple::<Uuid>().one(db).await?.is_some())
}

/// Deletes what is known of the person. The id stays, so that a late message brings nothing back.
pub(crate) async fn erase(
    db: &impl ConnectionTrait,
    id: RegistrationId,
    event: EventId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let there = Entity::find_by_id(id.0).one(db).await?.is_some();
    let row = ActiveModel {
        id: Set(id.0),
        event: Set(event.0),
        revision: Set(i64::from(u32::MAX)),
        state: Set(ERASED.to_owned()),
        snapshot: Set(None),
        reminders_stopped: Set(true),
        changed_at: Set(now),
        attended_at: Set(None),
        attendance_revision: Set(0),
        unreachable_at: Set(None),
        named_at: Set(None),
        answered_at: Set(None),
    };
    if there {
        row.update(db).await?
    } else {
        row.insert(db).await?
    };
    Ok(())
}
