//! What the portal hears, one file per message.

mod event_cancelled;
mod event_published;
mod event_unpublished;
mod programme_released;
mod signup_changed;

/// Takes in what other services say about events. Copies only, so nothing follows from it but other pages.
pub struct Portal;
