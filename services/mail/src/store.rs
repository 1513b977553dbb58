//! The tables: newest snapshots of what others said, calendar entries, letters.

pub(crate) mod calendar_entry;
pub(crate) mod event;
pub(crate) mod failure;
pub(crate) mod follower;
pub(crate) mod forgotten;
pub(crate) mod handed_over;
pub(crate) mod invitation;
pub(crate) mod letter;
pub(crate) mod mailbox;
pub(crate) mod notice;
pub(crate) mod organisation;
pub(crate) mod pause;
pub(crate) mod programme;
pub(crate) mod proposal;
pub(crate) mod received;
pub(crate) mod receiving_domain;
pub(crate) mod registration;
pub(crate) mod reminder_plan;
pub(crate) mod reply;
pub(crate) mod speaker;
pub(crate) mod speaker_entry;
pub(crate) mod wording;

use sea_orm::DbErr;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How many values are asked for at once; the smaller database takes 32 766.
pub(crate) const AT_ONCE: usize = 1000;

fn kept<T: Serialize>(value: &T) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

fn read<T: DeserializeOwned>(value: &serde_json::Value) -> Result<T, DbErr> {
    // The error would quote what it stumbled on, and that can be a person's.
    T::deserialize(value).map_err(|error| DbErr::Json(format!("a snapshot cannot be read: {:?}", error.classify())))
}
