use proto::conference::SpeakerScheduled;
use proto::{EventId, SpeakerId};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{LockBehavior, LockType};
use sea_orm::{ActiveModelTrait, ConnectionTrait, QuerySelect, Set};

use super::{AT_ONCE, kept, read};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaker")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event: Uuid,
    pub revision: i64,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub snapshot: Option<Json>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Nothing when the data are erased.
    fn known(&self) -> Result<Option<SpeakerScheduled>, DbErr> {
        self.snapshot.as_ref().map(read).transpose()
    }
}

/// What is known of a speaker whose letters are to be made.
pub(crate) enum Held {
    /// Unchanged until the transaction ends.
    Known(Box<SpeakerScheduled>),
    /// Somebody is changing it this moment.
    Busy,
    Erased,
}

/// Keeps a snapshot, unless a newer one is here or the data are erased.
pub(crate) async fn keep(db: &impl ConnectionTrait, speaker: &SpeakerScheduled) -> Result<bool, DbErr> {
    let revision = i64::from(speaker.revision);
    let there = Entity::find_by_id(speaker.speaker_id.0).lock_exclusive().one(db).await?;
    let row = ActiveModel {
        id: Set(speaker.speaker_id.0),
        event: Set(speaker.event_id.0),
        revision: Set(revision),
        snapshot: Set(Some(kept(speaker)?)),
    };
    match there {
        Some(there) if there.snapshot.is_none() || there.revision >= revision => return Ok(false),
        Some(_) => row.update(db).await?,
        None => row.insert(db).await?,
    };
    Ok(true)
}

/// The person, unchanged until the transaction ends, and no letter to them is made meanwhile.
pub(crate) async fn held(db: &impl ConnectionTrait, id: SpeakerId) -> Result<Option<SpeakerScheduled>, DbErr> {
    Entity::find_by_id(id.0).lock_exclusive().one(db).await?.map_or(Ok(None), |row| row.known())
}

pub(crate) async fn hold(db: &impl ConnectionTrait, id: SpeakerId) -> Result<Held, DbErr> {
    let free = Entity::find_by_id(id.0).lock_with_behavior(LockType::Share, LockBehavior::SkipLocked);
    let held = match free.one(db).await? {
        Some(row) => row.known()?.map_or(Held::Erased, |speaker| Held::Known(Box::new(speaker))),
        None if Entity::find_by_id(id.0).one(db).await?.is_some() => Held::Busy,
        None => Held::Erased,
    };
    Ok(held)
}

/// Everybody who speaks, or did, at an event; held, for their letters are planned anew.
pub(crate) async fn of_event(db: &impl ConnectionTrait, event: EventId) -> Result<Vec<SpeakerScheduled>, DbErr> {
    let rows = Entity::find().filter(Column::Event.eq(event.0)).lock_exclusive().all(db).await?;
    rows.iter().filter_map(|row| row.known().transpose()).collect()
}

pub(crate) async fn find_all(db: &impl ConnectionTrait, ids: &[Uuid]) -> Result<Vec<SpeakerScheduled>, DbErr> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        for row in Entity::find().filter(Column::Id.is_in(some.iter().copied())).all(db).await? {
            all.extend(row.known()?);
        }
    }
    Ok(all)
}

/// Deletes what is known of the person. The id stays, so that a late message brings nothing back.
pub(crate) async fn erase(db: &impl ConnectionTrait, id: SpeakerId, event: EventId) -> Result<(), DbErr> {
    let there = Entity::find_by_id(id.0).lock_exclusive().one(db).await?.is_some();
    let row =
        ActiveModel { id: Set(id.0), event: Set(event.0), revision: Set(i64::from(u32::MAX)), snapshot: Set(None) };
    match there {
        true => row.update(db).await.map(drop),
        false => row.insert(db).await.map(drop),
    }
}
