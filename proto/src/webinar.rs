//! What happens in webinars.

use crate::{EventId, Message, RegistrationId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person followed their join link while the doors were open, or stands on the list that the provider of the meeting has
/// of those who came; then `at` is the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WebinarJoined {
    pub registration_id: RegistrationId,
    pub event_id: EventId,
    pub at: DateTime<Utc>,
}

impl Message for WebinarJoined {
    const NAME: &'static str = "webinar.joined.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// What comes after a webinar is another than it was told before: the full picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WebinarFollowed {
    pub event_id: EventId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    /// How long after the end people are written to; not at all when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter_minutes: Option<u32>,
    /// Those who were there are asked what they thought.
    pub evaluation: bool,
    /// There is a recording, or there are slides.
    pub material: bool,
    /// Since when there is something, if there is: who was written to before does not know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub material_since: Option<DateTime<Utc>>,
    /// Since when it is settled who came: the letter need not wait any longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<DateTime<Utc>>,
}

impl Message for WebinarFollowed {
    const NAME: &'static str = "webinar.followed.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
