//! The front page, the public calendar and feeds, organisations, and organisers' sign-in.

pub mod address;
pub mod availability;
pub mod coming;
pub mod folding;
pub mod hears;
mod import;
mod invite;
pub mod organisation_file;
mod samples;
pub mod sign_in;
pub mod store;

pub use import::{ImportError, Imported, Problem, import_organisations};
pub use invite::{Invitation, InviteError, invite};

/// The service's name in settings, schemas, queues and logs.
pub const NAME: &str = "portal";
