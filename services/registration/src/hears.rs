//! What this service hears from others, one file for each message.

mod conference_joined;
mod delegation;
mod event_cancelled;
mod event_published;
mod event_unpublishing_asked;
mod invitation_mailed;
mod mail_delivered;
mod mail_undeliverable;
mod organisation_changed;
mod person_erased;
mod plan_placed;
mod programme_released;
mod reply_received;
mod series_published;
mod webinar_joined;

use crate::attendance::{self, Noted};
use bus::{Failure, Work};
use chrono::{DateTime, Utc};
use proto::{EventId, RegistrationId};

/// The one who hears. Keeps nothing: everything is in the database.
#[derive(Clone, Copy, Debug, Default)]
pub struct Registrations;

/// Somebody came in through a join link.
async fn attended(work: &Work, event: EventId, registration: RegistrationId, at: DateTime<Utc>) -> Result<(), Failure> {
    match attendance::note(work, event, registration, at).await? {
        Noted::Now | Noted::Nothing => Ok(()),
        Noted::Unknown => Err(Failure::SetAside(format!("registration {registration} is not known"))),
    }
}
