//! Organisers' accounts and their rights.

use crate::{AccountId, Language, Message, SignInId};
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
    /// Sees counts but no names.
    Numbers,
}

/// An account has roles it had not, or lost some.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AccountChanged {
    pub account_id: AccountId,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    pub roles: Vec<Membership>,
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
