//! What happens to sign-ups. Each message carries the whole state, so the newest revision is all one needs.

use crate::event::Form;
use crate::{EventId, Language, Localised, Message, PoolId, RegistrationId};
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
    /// The way of taking part, where the event gives a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// What was chosen besides the event itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Claim>,
    /// The person waits for the organisers to decide, and stands in no queue. The state is `waiting`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub undecided: bool,
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
    /// The person stands on the waiting list, or waits for the organisers to decide.
    RegistrationWaitlisted = "registration.waitlisted.v1" {
        /// Place in the queue when it was joined, from 1; 0 for those about whom the organisers have not decided.
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
        /// The organisers decided that the person gets no place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        declined: Option<Declined>,
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
    /// A new version of the programme, or another form of the event, touches what the person has. Said once for each person
    /// and version, with everything that it means for them.
    RegistrationReplanned = "registration.replanned.v1" {
        /// The version of the programme; absent when only the form of attendance is another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        version: Option<u32>,
        /// Sessions that are at another time or place, and still the person's.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        moved: Vec<Moved>,
        /// Sessions that are not given any more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        gone: Vec<Chosen>,
        /// Pairs that one person cannot attend both of, now.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        clashes: Vec<(PoolId, PoolId)>,
        /// Until when the person may choose; then, of two that clash, the one that was chosen first is kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answer_before: Option<DateTime<Utc>>,
        /// The form that the person had before, if the event or an organiser changed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        form_before: Option<Form>,
    }
);
about_registration!(
    /// The person took part.
    RegistrationAttended = "registration.attended.v1" {
        at: DateTime<Utc>,
    }
);
about_registration!(
    /// The person did not take part after all: it was noted by mistake that they did.
    RegistrationMissed = "registration.missed.v1" {}
);

/// An organiser's no to a sign-up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Declined {
    /// In the organiser's words, told to the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Something that was chosen, as it was called and when it was when it was chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Chosen {
    pub pool_id: PoolId,
    pub label: Localised,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<DateTime<Utc>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub room: Option<Localised>,
}

/// Something that was chosen and has been moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Moved {
    pub before: Chosen,
    pub now: Chosen,
}

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
    /// The delegation that had named the person took them back.
    ByDelegation,
    /// An organiser took the person off the list.
    ByOrganiser,
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
    /// Each pool's places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<PoolPlaces>,
}

/// How many places of one pool are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PoolPlaces {
    pub pool_id: PoolId,
    /// Unlimited when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u32>,
    /// Held or offered.
    pub taken: u32,
    pub waiting: u32,
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

/// Organisers asked to have an event off the public pages. Where nobody is signed up, nobody can be from now on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignupUnpublishingAnswered {
    pub event_id: EventId,
    /// That of the question.
    pub revision: u32,
    /// How many have a place, wait for one or for an answer, or are invited by name and have not answered. Above 0 the event stays where it is.
    pub signed_up: u32,
}

impl Message for SignupUnpublishingAnswered {
    const NAME: &'static str = "signup.unpublishing_answered.v1";
    fn subject(&self) -> Uuid {
        self.event_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
