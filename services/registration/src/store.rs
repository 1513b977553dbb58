//! What this service keeps, one file for each table, and the questions it asks across them.

pub mod answer;
pub mod arrival;
pub mod audit;
pub mod claim;
pub mod decoy;
pub mod door_mark;
pub mod erasure;
pub mod event;
pub mod follower;
pub mod former_question;
pub mod history;
pub mod invitation;
pub mod invitation_reminder;
pub mod invited;
pub mod note;
pub mod organisation;
pub mod participants;
pub mod person_ask;
pub mod placement;
pub mod pool;
pub mod programme_version;
pub mod registration;
pub mod reply;
pub mod seat;
pub mod sensitive_answer;
pub mod series;
pub mod series_date;
pub mod session_attendance;
pub mod snapshot;
pub mod standing;
pub mod statistics;
pub mod submission;

/// Rows in one statement, so that no database's limit on parameters is met.
pub(crate) const CHUNK: usize = 1_000;

/// A number that is never negative in the tables.
pub(crate) fn count(kept: impl TryInto<u32>) -> u32 {
    kept.try_into().unwrap_or_default()
}

/// The same number on its way into a table.
pub(crate) fn kept(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
