//! People whom organisers invite to an event by name, and what becomes of the letters to them.

use crate::{EventId, InvitationId, Language, Message};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Organisers have let an invitation go, or remind somebody of one that was not answered: it is to be written to them now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InvitationIssued {
    pub invitation_id: InvitationId,
    pub event_id: EventId,
    /// Goes up with everything that is said about the invitation; a hearer ignores an older one.
    pub revision: u32,
    /// Part of the link's token.
    pub generation: u16,
    pub name: String,
    pub email: String,
    pub language: Language,
    /// It was written before, and not answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reminder: bool,
}

impl Message for InvitationIssued {
    const NAME: &'static str = "invitation.issued.v1";
    fn subject(&self) -> Uuid {
        self.invitation_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// Nothing more is to be written about an invitation, unless it is issued again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InvitationEnded {
    pub invitation_id: InvitationId,
    pub event_id: EventId,
    /// Goes up with everything that is said about the invitation; a hearer ignores an older one.
    pub revision: u32,
    pub why: Ending,
}

/// Why nothing more is to be written about an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The person has signed up, or said no.
    Answered,
    /// The organisers have taken it back.
    TakenBack,
    /// Everything about the person is deleted.
    Erased,
}

impl Message for InvitationEnded {
    const NAME: &'static str = "invitation.ended.v1";
    fn subject(&self) -> Uuid {
        self.invitation_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// What became of a letter with an invitation: a receiving server has taken it, or it will not be tried again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct InvitationMailed {
    pub invitation_id: InvitationId,
    pub event_id: EventId,
    /// Why it does not arrive, as the receiving server says it, without addresses; absent when it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<String>,
    pub at: DateTime<Utc>,
}

impl Message for InvitationMailed {
    const NAME: &'static str = "invitation.mailed.v1";
    fn subject(&self) -> Uuid {
        self.invitation_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
