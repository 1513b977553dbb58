//! Organisers' accounts and their rights.

use crate::{AccountId, EventId, Language, Message, SignInChangeId, SignInId};
use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What an account may do in an organisation, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, accounts included.
    Owner,
    /// Events, sign-ups and letters.
    Editor,
    /// Sees participants, changes nothing.
    Reader,
    /// Finds people by name at the door and notes that they came. Sees no addresses and no letters.
    Door,
    /// Sees counts but no names.
    Numbers,
}

impl Role {
    /// Most first.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Editor, Self::Reader, Self::Door, Self::Numbers];

    /// True when whoever has this role may do what takes `least`. Readers change nothing, so the door is not theirs.
    pub fn includes(self, least: Self) -> bool {
        self <= least && (self, least) != (Self::Reader, Self::Door)
    }
}

/// An account has roles it had not, or lost some.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AccountChanged {
    pub account_id: AccountId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    pub roles: Vec<Membership>,
    /// Roles in single events, besides those in organisations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventRole>,
}

impl Message for AccountChanged {
    const NAME: &'static str = "account.changed.v1";
    fn subject(&self) -> Uuid {
        self.account_id.0
    }
}

/// A role in an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Membership {
    /// Slug of the organisation.
    pub organisation: String,
    pub role: Role,
}

/// A role in one event only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EventRole {
    pub event: EventId,
    /// Slug of the organisation that gave it. It is worth nothing once another is responsible for the event.
    pub organisation: String,
    pub role: Role,
}

/// An organiser asked for a link to sign in with, or was invited. The link itself is made when the letter is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignInRequested {
    pub sign_in_id: SignInId,
    pub account_id: AccountId,
    /// Slug of the organisation in whose name the letter is sent.
    pub organisation: String,
    pub email: String,
    pub language: Language,
    pub expires_at: DateTime<Utc>,
    /// True when somebody else made the account for them.
    pub invited: bool,
}

impl Message for SignInRequested {
    const NAME: &'static str = "sign_in.requested.v1";
    fn subject(&self) -> Uuid {
        self.sign_in_id.0
    }
}

/// Somebody's ways to sign in are others, or they are signed out everywhere. The account's own address is told, whoever did it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignInChanged {
    /// Each change brings one letter.
    pub change_id: SignInChangeId,
    pub account_id: AccountId,
    /// Slug of the organisation in whose name the letter is sent.
    pub organisation: String,
    pub email: String,
    pub language: Language,
    pub change: SignInChange,
    /// What people call the provider of OpenID Connect that was linked or removed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The browser it was done with and what that runs on, as in the list of one's own sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    pub at: DateTime<Utc>,
}

impl Message for SignInChanged {
    const NAME: &'static str = "sign_in.changed.v1";
    fn subject(&self) -> Uuid {
        self.account_id.0
    }
}

/// What is different about how somebody signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignInChange {
    PasskeyMade,
    PasskeyRemoved,
    /// An app for codes was set up, with recovery codes.
    AppMade,
    AppRemoved,
    /// New recovery codes were made; the old ones are void.
    CodesMade,
    ProviderLinked,
    ProviderRemoved,
    SignedOutEverywhere,
    /// Whoever runs the installation has taken away the app and the passkeys and signed the account out everywhere.
    Reset,
}

impl SignInChange {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::PasskeyMade,
        Self::PasskeyRemoved,
        Self::AppMade,
        Self::AppRemoved,
        Self::CodesMade,
        Self::ProviderLinked,
        Self::ProviderRemoved,
        Self::SignedOutEverywhere,
        Self::Reset,
    ];
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn a_role_may_what_lesser_ones_may_but_readers_do_not_stand_at_the_door() {
        let included = |role: Role| Role::ALL.map(|least| role.includes(least));
        assert_eq!(included(Role::Owner), [true; 5]);
        assert_eq!(included(Role::Editor), [false, true, true, true, true]);
        assert_eq!(included(Role::Reader), [false, false, true, false, true]);
        assert_eq!(included(Role::Door), [false, false, false, true, true]);
        assert_eq!(included(Role::Numbers), [false, false, false, false, true]);
    }
}
