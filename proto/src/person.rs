//! People who ask an organisation to delete what it holds about them.

use crate::{AskId, Message};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Somebody asked an organisation to delete everything about them, and an owner did it for them. Their sign-ups are deleted by
/// messages of their own; whoever holds the address for something else that the organisation answers for deletes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonErasureAsked {
    pub ask_id: AskId,
    /// The slug of the organisation.
    pub organisation: String,
    /// As it was typed.
    pub email: String,
}

impl PersonErasureAsked {
    /// Whether an address is the one that is meant.
    pub fn is_about(&self, email: &str) -> bool {
        self.email.trim().to_lowercase() == email.trim().to_lowercase()
    }
}

impl Message for PersonErasureAsked {
    const NAME: &'static str = "person.erasure_asked.v1";
    fn subject(&self) -> Uuid {
        self.ask_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.ask_id.0)
    }
}

/// A service has deleted what it held about somebody who asked for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonErased {
    pub ask_id: AskId,
    /// How many things it was: somebody who speaks, a proposal, a link to act for a delegation.
    pub amount: u32,
}

impl Message for PersonErased {
    const NAME: &'static str = "person.erased.v1";
    fn subject(&self) -> Uuid {
        self.ask_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.ask_id.0)
    }
}
