use chrono::{DateTime, Utc};
use proto::{AccountId, EventId};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, QueryOrder, QuerySelect, Set};

use super::{AT_ONCE, kept, read};
use crate::notice::{Notice, State};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "notice")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event: Uuid,
    pub revision: i64,
    pub state: State,
    #[sea_orm(column_type = "JsonBinary")]
    pub subject: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub text: Json,
    #[sea_orm(column_type = "JsonBinary")]
    pub selection: Json,
    pub necessary: bool,
    pub any_hour: bool,
    pub release_at: Option<DateTime<Utc>>,
    pub released_at: Option<DateTime<Utc>>,
    /// How many got it when it was let go.
    pub chosen: Option<i64>,
    pub changed_by: Uuid,
    pub changed_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The most messages of one event that are listed.
const MOST: u64 = 200;

impl Model {
    pub(crate) fn notice(&self) -> Result<Notice, DbErr> {
        Ok(Notice {
            subject: read(&self.subject)?,
            text: read(&self.text)?,
            selection: read(&self.selection)?,
            necessary: self.necessary,
            any_hour: self.any_hour,
        })
    }

    pub(crate) fn rule(&self) -> String {
        self.id.to_string()
    }

    /// When it was stopped or let go, or will be.
    pub(crate) fn at(&self) -> Option<DateTime<Utc>> {
        match self.state {
            State::Stopped => Some(self.changed_at),
            _ => self.released_at.or(self.release_at),
        }
    }
}

/// A message that lies in the outbox.
pub(crate) async fn make(
    db: &impl ConnectionTrait,
    id: Uuid,
    event: EventId,
    notice: &Notice,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(id),
        event: Set(event.0),
        revision: Set(1),
        state: Set(State::Held),
        subject: Set(kept(&notice.subject)?),
        text: Set(kept(&notice.text)?),
        selection: Set(kept(&notice.selection)?),
        necessary: Set(notice.necessary),
        any_hour: Set(notice.any_hour),
        release_at: Set(None),
        released_at: Set(None),
        chosen: Set(None),
        changed_by: Set(by.0),
        changed_at: Set(now),
    };
    // Sent twice, it is there once.
    Entity::insert_many([row]).on_conflict_do_nothing_on([Column::Id]).exec_without_returning(db).await.map(drop)
}

/// Writes something else into a message that is held, which then has to be let go anew.
pub(crate) async fn change(
    db: &impl ConnectionTrait,
    row: Model,
    notice: &Notice,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let revision = row.revision + 1;
    let mut changed = row.into_active_model();
    changed.revision = Set(revision);
    changed.state = Set(State::Held);
    changed.subject = Set(kept(&notice.subject)?);
    changed.text = Set(kept(&notice.text)?);
    changed.selection = Set(kept(&notice.selection)?);
    changed.necessary = Set(notice.necessary);
    changed.any_hour = Set(notice.any_hour);
    changed.release_at = Set(None);
    changed.changed_by = Set(by.0);
    changed.changed_at = Set(now);
    changed.update_without_returning(db).await.map(drop)
}

/// Lets it go by itself at a time, or holds it until somebody does.
pub(crate) async fn schedule(
    db: &impl ConnectionTrait,
    row: &Model,
    at: Option<DateTime<Utc>>,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let scheduled = ActiveModel {
        id: Set(row.id),
        revision: Set(row.revision + 1),
        state: Set(if at.is_some() { State::Scheduled } else { State::Held }),
        release_at: Set(at),
        changed_by: Set(by.0),
        changed_at: Set(now),
        ..Default::default()
    };
    scheduled.update_without_returning(db).await.map(drop)
}

/// Puts one back that could not go at its time.
pub(crate) async fn put_back(db: &impl ConnectionTrait, row: &Model) -> Result<(), DbErr> {
    let held = ActiveModel {
        id: Set(row.id),
        revision: Set(row.revision + 1),
        state: Set(State::Held),
        release_at: Set(None),
        ..Default::default()
    };
    held.update_without_returning(db).await.map(drop)
}

/// Notes that it went to so many.
pub(crate) async fn released(
    db: &impl ConnectionTrait,
    row: &Model,
    chosen: usize,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let released = ActiveModel {
        id: Set(row.id),
        revision: Set(row.revision + 1),
        state: Set(State::Released),
        release_at: Set(None),
        released_at: Set(Some(now)),
        chosen: Set(Some(i64::try_from(chosen).unwrap_or(i64::MAX))),
        ..Default::default()
    };
    released.update_without_returning(db).await.map(drop)
}

/// Notes that nobody else gets it.
pub(crate) async fn stopped(
    db: &impl ConnectionTrait,
    row: &Model,
    by: AccountId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let stopped = ActiveModel {
        id: Set(row.id),
        revision: Set(row.revision + 1),
        state: Set(State::Stopped),
        changed_by: Set(by.0),
        changed_at: Set(now),
        ..Default::default()
    };
    stopped.update_without_returning(db).await.map(drop)
}

/// Takes one back for good that has not gone.
pub(crate) async fn delete(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    Entity::delete_by_id(id).exec(db).await.map(drop)
}

pub(crate) async fn find(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).one(db).await
}

/// A message, as it is until the transaction ends.
pub(crate) async fn held(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(id).lock_exclusive().one(db).await
}

pub(crate) async fn find_all(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for some in ids.chunks(AT_ONCE) {
        all.extend(Entity::find().filter(Column::Id.is_in(some.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Those of an event, changed last first.
pub(crate) async fn of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::Event.eq(event.0))
        .order_by_desc(Column::ChangedAt)
        .order_by_desc(Column::Id)
        .limit(MOST)
        .all(db)
        .await
}

/// Those whose time has come.
pub(crate) async fn due(db: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Uuid>, DbErr> {
    let due = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::ReleaseAt.lte(now))
        .filter(Column::State.eq(State::Scheduled))
        .order_by_asc(Column::ReleaseAt);
    due.into_tuple().all(db).await
}
