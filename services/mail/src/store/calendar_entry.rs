use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use proto::RegistrationId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, QueryOrder, QuerySelect, Set, TryInsertResult};

use super::AT_ONCE;
use crate::told::Told;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_entry")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration: Uuid,
    pub uid: String,
    pub sequence: Option<i64>,
    pub method: Option<String>,
    pub stamp: Option<DateTime<Utc>>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub told: Option<Told>,
    pub changed_at: DateTime<Utc>,
    /// The number of the newest message that told of another time than the one before.
    pub moved_sequence: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The number of the next message.
    pub(crate) fn next_sequence(&self) -> u32 {
        self.sequence.map_or(0, |sequence| u32::try_from(sequence + 1).unwrap_or(u32::MAX))
    }
}

/// The entry of a registration, made where it has none. Of one that is `new` it is not looked for before.
pub(crate) async fn make(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    new: bool,
    uid: impl FnOnce() -> String,
    now: DateTime<Utc>,
) -> Result<Model, DbErr> {
    if !new && let Some(there) = find(db, registration).await? {
        return Ok(there);
    }
    let made = Model {
        registration: registration.0,
        uid: uid(),
        sequence: None,
        method: None,
        stamp: None,
        told: None,
        changed_at: now,
        moved_sequence: None,
    };
    let row = made.clone().into_active_model().reset_all();
    match Entity::insert(row).on_conflict_do_nothing_on([Column::Registration]).exec_without_returning(db).await? {
        TryInsertResult::Inserted(count) if count > 0 => Ok(made),
        _ => {
            let there = find(db, registration).await?;
            there.ok_or_else(|| DbErr::RecordNotFound("an entry that could not be made again".to_owned()))
        }
    }
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration.0).one(db).await
}

/// The entries of these registrations, made where there is none, and held until the transaction ends: two messages that
/// are made at once would otherwise get the same number. In the order of their ids, so that two who hold do not wait for
/// each other.
pub(crate) async fn hold_all(
    db: &impl ConnectionTrait,
    registrations: &[Uuid],
    uid: impl Fn() -> String,
    now: DateTime<Utc>,
) -> Result<Vec<Model>, DbErr> {
    let mut ids = registrations.to_vec();
    ids.sort_unstable();
    let there: BTreeSet<Uuid> = find_all(db, &ids).await?.into_iter().map(|entry| entry.registration).collect();
    let missing: Vec<Uuid> = ids.iter().copied().filter(|id| !there.contains(id)).collect();
    for some in missing.chunks(AT_ONCE) {
        let rows = some.iter().map(|id| unmade(*id, uid(), now));
        Entity::insert_many(rows).on_conflict_do_nothing_on([Column::Registration]).exec_without_returning(db).await?;
    }
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let these = Entity::find().filter(Column::Registration.is_in(some.iter().copied()));
        all.extend(these.order_by_asc(Column::Registration).lock_exclusive().all(db).await?);
    }
    Ok(all)
}

/// Whose entry has this UID.
pub(crate) async fn with_uid(db: &impl ConnectionTrait, uid: &str) -> Result<Option<Uuid>, DbErr> {
    let found = Entity::find().filter(Column::Uid.eq(uid)).one(db).await?;
    Ok(found.map(|entry| entry.registration))
}

fn unmade(registration: Uuid, uid: String, now: DateTime<Utc>) -> ActiveModel {
    ActiveModel {
        registration: Set(registration),
        uid: Set(uid),
        sequence: Set(None),
        method: Set(None),
        stamp: Set(None),
        told: Set(None),
        changed_at: Set(now),
        moved_sequence: Set(None),
    }
}

pub(crate) async fn find_all(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::with_capacity(registrations.len());
    for some in registrations.chunks(AT_ONCE) {
        all.extend(Entity::find().filter(Column::Registration.is_in(some.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Keeps what the newest messages say. `told` stays as it was when a message takes the entry out.
pub(crate) async fn keep_all(db: &impl ConnectionTrait, entries: Vec<Model>) -> Result<(), DbErr> {
    let replace = OnConflict::column(Column::Registration)
        .update_columns([Column::Sequence, Column::Method, Column::Stamp, Column::Told])
        .update_columns([Column::ChangedAt, Column::MovedSequence])
        .to_owned();
    let mut entries = entries.into_iter().map(|entry| entry.into_active_model().reset_all()).peekable();
    while entries.peek().is_some() {
        let some: Vec<ActiveModel> = entries.by_ref().take(AT_ONCE).collect();
        Entity::insert_many(some).on_conflict(replace.clone()).exec_without_returning(db).await?;
    }
    Ok(())
}

pub(crate) async fn delete(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<(), DbErr> {
    Entity::delete_by_id(registration.0).exec(db).await.map(drop)
}
