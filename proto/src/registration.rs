//! What happens to sign-ups. Each message carries the whole state, so the newest revision is all one needs.

use crate::{EventId, Language, Message, PoolId, RegistrationId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A person's sign-up as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Registration {
    pub id: RegistrationId,
    pub event_id: EventId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    /// Raised to make the person's links void; part of every token.
    pub generation: u16,
    /// Order of arrival in the event, from 1, without gaps.
    pub seq: u32,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub state: State,
    /// What was chosen besides the event itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Claim>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Has a place.
    Admitted,
    /// On the waiting list.
    Waiting,
    /// Has been offered a place, which is kept for them until the deadline.
    Offered,
    /// Signed off, or lost the offer.
    Withdrawn,
}

/// What a registration asks of one pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    pub pool_id: PoolId,
    pub state: ClaimState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    Held,
    Waiting,
    Offered,
    Released,
}

/// A message about one registration: its struct, wire name and when it becomes true.
macro_rules! about_registration {
    ($(#[$doc:meta])* $name:ident = $wire:literal { $($(#[$field_attribute:meta])* $field:ident: $type:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        pub struct $name {
            pub registration: Registration,
            $($(#[$field_attribute])* pub $field: $type,)*
        }

        impl Message for $name {
            const NAME: &'static str = $wire;
            fn subject(&self) -> Uuid {
                self.registration.id.0
            }
            fn partition(&self) -> Option<Uuid> {
                Some(self.registration.event_id.0)
            }
        }
    };
}

about_registration!(
    /// The person has a place.
    RegistrationAdmitted = "registration.admitted.v1" {
        /// True when the person had been waiting for it.
        from_waiting_list: bool,
    }
);
about_registration!(
    /// The person stands on the waiting list.
    RegistrationWaitlisted = "registration.waitlisted.v1" {
        /// Place in the queue when it was joined, from 1.
        position: u32,
    }
);
about_registration!(
    /// A place is kept for the person until they answer.
    RegistrationOffered = "registration.offered.v1" {
        answer_before: DateTime<Utc>,
    }
);
about_registration!(
    /// Name, address, language, answers or choices are others than before, or the place was handed over.
    RegistrationChanged = "registration.changed.v1" {
        what: Change,
    }
);
about_registration!(
    /// The person gave up the place or the wait.
    RegistrationWithdrawn = "registration.withdrawn.v1" {
        why: Withdrawal,
    }
);
about_registration!(
    /// Somebody tried to sign up an address that is signed up already, or asked for its links. Only a letter to that
    /// address tells.
    RegistrationRepeated = "registration.repeated.v1" {
        at: DateTime<Utc>,
        /// The links were asked for; nobody tried to sign up.
        #[serde(default)]
        asked_for_link: bool,
        /// Until when a place is kept for the person, if one was offered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_before: Option<DateTime<Utc>>,
    }
);
about_registration!(
    /// The person took part.
    RegistrationAttended = "registration.attended.v1" {
        at: DateTime<Utc>,
    }
);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Change {
    /// Name, language, answers or choices.
    Details,
    /// Another person has the place now; the registration before was this one.
    HandedOver { from: RegistrationId },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// By the person, on the page or through the API.
    ByPerson,
    /// The offer was declined, or its deadline passed.
    OfferLapsed,
    /// The place was handed over to somebody else.
    HandedOver,
    /// The event was cancelled. The letter about that is the event's, not the registration's.
    EventCancelled,
}

/// All personal data of a registration were deleted; hearers delete theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RegistrationErased {
    pub registration_id: RegistrationId,
    pub event_id: EventId,
}

impl Message for RegistrationErased {
    const NAME: &'static str = "registration.erased.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// Whether one can sign up for an event, and how many places are left.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignupChanged {
    pub event_id: EventId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u64,
    pub open: bool,
    /// Unlimited when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places_left: Option<u32>,
    /// How many wait; absent when there is no waiting list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<u32>,
}

impl Message for SignupChanged {
    const NAME: &'static str = "signup.changed.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
