//! What the world outside answers to letters.

use crate::{EventId, Message, RegistrationId};
use chrono::{DateTime, Utc};
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
    /// When that became clear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<DateTime<Utc>>,
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

/// A letter of which it had been said that it could not be delivered has been taken by the receiving server after all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MailDelivered {
    pub registration_id: RegistrationId,
    pub event_id: EventId,
    /// The purpose of the letter, for example `confirmation`.
    pub purpose: String,
    pub at: DateTime<Utc>,
}

impl Message for MailDelivered {
    const NAME: &'static str = "mail.delivered.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// Somebody answered an invitation in their calendar, and mail knows whose answer it is meant to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReplyReceived {
    pub registration_id: RegistrationId,
    pub event_id: EventId,
    /// Goes up with every answer about this registration; a hearer ignores an older one.
    pub revision: u32,
    pub answer: Answer,
    /// True when the receiving mail server vouches that it comes from the address that is signed up. What is not proven
    /// is worth knowing, and takes nobody's place away.
    pub proven: bool,
    /// When it arrived.
    pub at: DateTime<Utc>,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Accepted,
    Tentative,
    Declined,
    /// Somebody else is to come.
    Delegated,
    /// Another time was proposed.
    Proposed,
}

impl Message for ReplyReceived {
    const NAME: &'static str = "reply.received.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
