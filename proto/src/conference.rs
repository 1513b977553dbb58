//! Programmes of conferences, those who speak there, and those who would like to.

use crate::{EventId, Language, Localised, Message, OccurrenceId, ProposalId, RegistrationId, SessionId, SpeakerId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A version of a programme was released.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProgrammeReleased {
    pub event_id: EventId,
    /// From 1, without gaps. A hearer ignores an older one.
    pub version: u32,
    pub released_at: DateTime<Utc>,
    /// What the organisers say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localised>,
    /// Against the version before; everything is added in the first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ProgrammeChange>,
}

impl Message for ProgrammeReleased {
    const NAME: &'static str = "programme.released.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// What became of one occurrence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProgrammeChange {
    pub occurrence_id: OccurrenceId,
    pub session_id: SessionId,
    pub title: Localised,
    pub what: OccurrenceChange,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum OccurrenceChange {
    Added {
        now: Slot,
    },
    Moved {
        before: Slot,
        now: Slot,
    },
    Removed {
        before: Slot,
    },
    /// Title, texts, speakers or number of places; time and room are as before.
    Edited {
        now: Slot,
    },
}

/// When and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Slot {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// Room and venue in words; absent where it is only online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Localised>,
}

/// When somebody speaks, as the newest released version has it. Always the full picture: no slots, and they are not expected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpeakerScheduled {
    pub speaker_id: SpeakerId,
    pub event_id: EventId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    /// Part of the token of the personal link.
    pub generation: u16,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub slots: Vec<SpeakerSlot>,
}

impl Message for SpeakerScheduled {
    const NAME: &'static str = "speaker.scheduled.v1";
    fn subject(&self) -> Uuid {
        self.speaker_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// One occurrence in which somebody takes part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpeakerSlot {
    pub occurrence_id: OccurrenceId,
    pub title: Localised,
    pub slot: Slot,
    pub moderates: bool,
}

/// A speaker's data were deleted; hearers delete theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpeakerErased {
    pub speaker_id: SpeakerId,
    pub event_id: EventId,
}

impl Message for SpeakerErased {
    const NAME: &'static str = "speaker.erased.v1";
    fn subject(&self) -> Uuid {
        self.speaker_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// A proposal for a session came in, or a decision about it was made. Each is followed by a letter to whoever sent it in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProposalAnswered {
    pub proposal_id: ProposalId,
    pub event_id: EventId,
    /// Goes up with every answer; a hearer ignores an older one.
    pub revision: u32,
    /// Part of the token of the personal link.
    pub generation: u16,
    pub name: String,
    pub email: String,
    pub language: Language,
    /// As it was sent in.
    pub title: String,
    pub answer: ProposalAnswer,
    /// What the committee says to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Message for ProposalAnswered {
    const NAME: &'static str = "proposal.answered.v1";
    fn subject(&self) -> Uuid {
        self.proposal_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProposalAnswer {
    Received,
    Accepted,
    Declined,
}

/// Somebody came in through their join link to an online conference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConferenceJoined {
    pub registration_id: RegistrationId,
    pub event_id: EventId,
    pub at: DateTime<Utc>,
}

impl Message for ConferenceJoined {
    const NAME: &'static str = "conference.joined.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
