//! What services say to one another: messages, the ids in them, and the envelope they travel in.
//!
//! Knows nothing of databases, brokers or HTTP. Every message is a fact in the past tense; its name on the wire is
//! written down beside it and never derived from a type name, so a rename here changes nothing for anybody.

pub mod account;
pub mod asyncapi;
pub mod conference;
pub mod envelope;
pub mod event;
pub mod gathering;
mod id;
pub mod invitation;
pub mod language;
pub mod mail;
pub mod organisation;
pub mod person;
pub mod registration;
pub mod series;
pub mod webinar;

pub use envelope::{Envelope, Message, Unreadable};
pub use id::{
    AccountId, AskId, DelegationId, EventId, FollowerId, HolderId, InvitationId, MessageId, OccurrenceId, PlanId,
    PoolId, ProposalId, RegistrationId, SeatId, SeriesId, SessionId, SignInChangeId, SignInId, SpeakerId, VenueId,
};
pub use language::{Language, Localised};
