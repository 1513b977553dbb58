//! What happens in gatherings: delegations that are asked to name people, and the seats that are kept for them.

use crate::{DelegationId, EventId, HolderId, Language, Localised, Message, PlanId, PoolId, RegistrationId, SeatId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How many seats of an event are kept for a delegation. Always the full picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DelegationAllotted {
    pub delegation_id: DelegationId,
    pub event_id: EventId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    /// Seats in all, for those who are named and those who are not. None when it has declined.
    pub seats: u32,
    /// How many of them can be of one role, where that is limited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleSeats>,
}

/// How many seats of a delegation can be of one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoleSeats {
    pub pool_id: PoolId,
    pub seats: u32,
}

impl Message for DelegationAllotted {
    const NAME: &'static str = "delegation.allotted.v1";
    fn subject(&self) -> Uuid {
        self.delegation_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// Somebody who acts for a delegation is asked to name people, or to do what is left to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DelegationInvited {
    pub delegation_id: DelegationId,
    pub event_id: EventId,
    /// Counts what was written to this holder of a link, so that the same is written once.
    pub number: u32,
    /// Part of the link's token.
    pub holder_id: HolderId,
    pub generation: u16,
    pub name: String,
    pub email: String,
    pub language: Language,
    /// What the member is called.
    pub member: String,
    pub seats: u32,
    /// How many of them have a name by now.
    pub named: u32,
    /// Until when seats without a name are kept; without end when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_before: Option<DateTime<Utc>>,
    pub why: Asking,
}

/// What brings the letter about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asking {
    /// The member is invited.
    Invited,
    /// Names are still missing.
    Reminded,
    /// Somebody who acts for the delegation has asked this person to do so too.
    Deputy,
}

impl Message for DelegationInvited {
    const NAME: &'static str = "delegation.invited.v1";
    fn subject(&self) -> Uuid {
        self.delegation_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// A delegation has named somebody for one of its seats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DelegationSeatNamed {
    /// One naming: whoever is named in the same place later has another.
    pub seat_id: SeatId,
    /// What is kept for the delegation, so that nobody has to have heard of it before.
    pub allotted: DelegationAllotted,
    /// All namings of this delegation that have been taken back, for the same reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cleared: Vec<SeatId>,
    /// The pool of the person's role, where the role has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<PoolId>,
    pub name: String,
    pub email: String,
    pub language: Language,
    /// What the member is called, for the letter.
    pub member: String,
}

impl Message for DelegationSeatNamed {
    const NAME: &'static str = "delegation.seat_named.v1";
    fn subject(&self) -> Uuid {
        self.seat_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.allotted.event_id.0)
    }
}

/// A delegation has taken back whom it named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DelegationSeatCleared {
    pub seat_id: SeatId,
    pub delegation_id: DelegationId,
    pub event_id: EventId,
}

impl Message for DelegationSeatCleared {
    const NAME: &'static str = "delegation.seat_cleared.v1";
    fn subject(&self) -> Uuid {
        self.seat_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// What became of somebody whom a delegation has named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RegistrationSeated {
    pub seat_id: SeatId,
    /// Goes up each time the seat comes to somebody else; a hearer ignores an older one.
    #[serde(default)]
    pub revision: u32,
    pub delegation_id: DelegationId,
    pub event_id: EventId,
    /// The person's sign-up: a new one, or the one they had; absent when they did not get the seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration_id: Option<RegistrationId>,
    /// They had signed up by themselves, and answered what is asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub signed_up_before: bool,
    pub language: Language,
    /// What the member is called, for the letter.
    pub member: String,
    pub outcome: Seating,
    /// The person has a place of their own, and takes none of those that are kept for the delegation.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_place: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seating {
    /// The person has the seat.
    Seated,
    /// Another person has it: it was handed over.
    HandedOver,
    /// There is no such seat left.
    Full,
    /// The person has a seat in a delegation already.
    AlreadySeated,
    /// The event is cancelled or over.
    TooLate,
}

impl Message for RegistrationSeated {
    const NAME: &'static str = "registration.seated.v1";
    fn subject(&self) -> Uuid {
        self.seat_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}

/// An organiser has told somebody at which table they sit, or that it is another now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PlanPlaced {
    pub plan_id: PlanId,
    pub event_id: EventId,
    pub registration_id: RegistrationId,
    /// Goes up each time something of the plan is told; a hearer ignores an older one.
    pub revision: u32,
    /// What the plan is for: the dinner, a workshop.
    pub name: Localised,
    pub kind: PlanKind,
    /// The number of the table or group; absent when the person has none any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u32>,
    /// Which one they were told before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<u32>,
}

/// What people are divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanKind {
    Tables,
    Groups,
}

impl Message for PlanPlaced {
    const NAME: &'static str = "plan.placed.v1";
    fn subject(&self) -> Uuid {
        self.registration_id.0
    }
    fn partition(&self) -> Option<Uuid> {
        Some(self.event_id.0)
    }
}
