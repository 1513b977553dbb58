use chrono::{DateTime, Utc};
use proto::RegistrationId;
use sea_orm::entity::prelude::*;
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};

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

/// Makes the entry of a registration that has none.
pub(crate) async fn make(
    db: &impl ConnectionTrait,
    registration: RegistrationId,
    uid: impl FnOnce() -> String,
    now: DateTime<Utc>,
) -> Result<Model, DbErr> {
    if let Some(there) = find(db, registration).await? {
        return Ok(there);
    }
    let row = ActiveModel {
        registration: Set(registration.0),
        uid: Set(uid()),
        sequence: Set(None),
        method: Set(None),
        stamp: Set(None),
        told: Set(None),
        changed_at: Set(now),
    };
    row.insert(db).await
}

pub(crate) async fn find(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(registration.0).one(db).await
}

pub(crate) async fn find_all(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::with_capacity(registrations.len());
    for some in registrations.chunks(AT_ONCE) {
        all.extend(Entity::find().filter(Column::Registration.is_in(some.iter().copied())).all(db).await?);
    }
    Ok(all)
}

/// Keeps what the newest message says. `told` stays as it was when the message takes the entry out.
pub(crate) async fn keep(db: &impl ConnectionTrait, entry: &Model) -> Result<(), DbErr> {
    let row = ActiveModel {
        registration: Set(entry.registration),
        sequence: Set(entry.sequence),
        method: Set(entry.method.clone()),
        stamp: Set(entry.stamp),
        told: Set(entry.told.clone()),
        changed_at: Set(entry.changed_at),
        ..Default::default()
    };
    row.update(db).await.map(drop)
}

pub(crate) async fn delete(db: &impl ConnectionTrait, registration: RegistrationId) -> Result<(), DbErr> {
    Entity::delete_by_id(registration.0).exec(db).await.map(drop)
}
