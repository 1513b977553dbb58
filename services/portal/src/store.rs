//! The portal's tables and the questions it asks them, one file per table.

pub mod account;
pub mod event;
pub mod event_role;
pub mod logo;
pub mod membership;
pub mod openid_link;
pub mod operator;
pub mod organisation;
pub mod passkey;
pub mod programme;
pub mod recovery_code;
pub mod second_factor;
pub mod sender_check;
pub mod session;
pub mod sign_in;
pub mod signup;
pub mod spent;

use sea_orm::DbErr;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A snapshot as it is kept.
fn written<T: Serialize>(snapshot: &T) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(snapshot).map_err(|error| DbErr::Json(error.to_string()))
}

/// A snapshot that was kept.
fn read<T: DeserializeOwned>(snapshot: serde_json::Value) -> Result<T, DbErr> {
    serde_json::from_value(snapshot).map_err(|error| DbErr::Json(error.to_string()))
}

/// Revisions and counts are kept in signed columns, since PostgreSQL has no others.
fn unsigned(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}
