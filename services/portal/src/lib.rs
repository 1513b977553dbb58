//! The front page, the public calendar and feeds, organisations, and organisers' sign-in.

pub mod address;
pub mod availability;
pub mod coming;
pub mod folding;
pub mod hears;
pub mod organisation_file;
mod samples;
pub mod sign_in;
pub mod store;

/// The service's name in settings, schemas, queues and logs.
pub const NAME: &str = "portal";
