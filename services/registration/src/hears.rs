//! What this service hears from others, one file for each message.

mod event_cancelled;
mod event_published;
mod mail_undeliverable;
mod organisation_changed;
mod webinar_joined;

/// The one who hears. Keeps nothing: everything is in the database.
#[derive(Clone, Copy, Debug, Default)]
pub struct Registrations;
