//! What happens in webinars.

use crate::{EventId, Message, RegistrationId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person followed their join link while the doors were open.
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
