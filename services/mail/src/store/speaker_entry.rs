use proto::{OccurrenceId, SpeakerId};
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, QuerySelect, Set};

use crate::speaking::Told;

/// What a speaker has in their calendar about one occurrence.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "speaker_entry")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub speaker: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub occurrence: Uuid,
    pub uid: String,
    pub sequence: Option<i64>,
    pub method: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub told: Option<Told>,
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

pub(crate) async fn of(db: &impl ConnectionTrait, speaker: SpeakerId) -> Result<Vec<Model>, DbErr> {
    Entity::find().filter(Column::Speaker.eq(speaker.0)).all(db).await
}

/// The entry, made where there is none, and held until the transaction ends.
pub(crate) async fn hold(
    db: &impl ConnectionTrait,
    speaker: SpeakerId,
    occurrence: OccurrenceId,
    uid: impl FnOnce() -> String,
) -> Result<Model, DbErr> {
    let id = (speaker.0, occurrence.0);
    if let Some(there) = Entity::find_by_id(id).lock_exclusive().one(db).await? {
        return Ok(there);
    }
    let row = ActiveModel {
        speaker: Set(speaker.0),
        occurrence: Set(occurrence.0),
        uid: Set(uid()),
        sequence: Set(None),
        method: Set(None),
        told: Set(None),
    };
    row.insert(db).await
}

/// Keeps what the newest message says. `told` stays as it was when the message takes the entry out.
pub(crate) async fn keep(db: &impl ConnectionTrait, entry: &Model) -> Result<(), DbErr> {
    let row = ActiveModel {
        speaker: Set(entry.speaker),
        occurrence: Set(entry.occurrence),
        sequence: Set(entry.sequence),
        method: Set(entry.method.clone()),
        told: Set(entry.told.clone()),
        ..Default::default()
    };
    row.update(db).await.map(drop)
}

pub(crate) async fn erase(db: &impl ConnectionTrait, speaker: SpeakerId) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Speaker.eq(speaker.0)).exec(db).await.map(drop)
}

/// The entry with this UID.
pub(crate) async fn with_uid(db: &impl ConnectionTrait, uid: &str) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::Uid.eq(uid)).one(db).await
}
