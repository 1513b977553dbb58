//! What the world outside answers to letters.

use crate::{EventId, Message, RegistrationId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A letter could not be delivered and will not be tried again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MailUndeliverable {
    pub registration_id: RegistrationId,
    pub event_id: EventId,
    /// The purpose of the letter, for example `confirmation`.
    pub purpose: String,
    /// What the receiving server answered, without addresses.
    pub reason: String,
}

impl Message for MailUndeliverable {
    const NAME: &'static str = "mail.undeliverable.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
