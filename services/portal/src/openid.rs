//! Signing in at a provider of OpenID Connect: what an attempt is, and what follows from what the provider says.

mod http;
mod provider;

pub(crate) use provider::{Provider, Providers, Trouble};

use crate::sign_in::{Account, Answer, answer};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use host::Keys;
use proto::AccountId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long one may take at the provider.
pub const ATTEMPT_LASTS: TimeDelta = TimeDelta::minutes(15);

/// Somebody on the way to a provider and back. It lies in a cookie of the browser that left, where only we can read it: an
/// answer that comes to another browser is worth nothing there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    pub provider: String,
    /// What the answer has to name.
    pub state: String,
    /// What the token has to name.
    pub nonce: String,
    /// What the code is only good with (PKCE).
    pub verifier: String,
    pub onward: String,
    /// The session whose account is to be linked; without one somebody wants to come in.
    pub link: Option<Uuid>,
    pub until: DateTime<Utc>,
}

const DOMAIN: &str = "portal/openid";

impl Attempt {
    /// As it lies in the cookie.
    pub fn sealed(&self, keys: &Keys, nonce: [u8; 12]) -> String {
        let written = serde_json::to_vec(self).unwrap_or_default();
        BASE64_URL_SAFE_NO_PAD.encode(keys.hide(DOMAIN, b"attempt", nonce, &written))
    }

    /// What lay in a cookie, if it is ours.
    pub fn open(keys: &Keys, sealed: &str) -> Option<Self> {
        let hidden = BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?;
        serde_json::from_slice(&keys.reveal(DOMAIN, b"attempt", &hidden)?).ok()
    }

    /// True of the answer that it waits for.
    pub fn awaits(&self, provider: &str, state: &str, now: DateTime<Utc>) -> bool {
        self.provider == provider && self.state == state && now < self.until
    }
}

/// What a provider says about somebody, after all of it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who it is there, for ever.
    pub subject: String,
    pub email: Option<String>,
    /// The provider knows that the address is theirs.
    pub verified: bool,
    /// It has asked for a second proof.
    pub second_factor: bool,
}

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Somebody who has come this way before.
    Known(AccountId),
    /// Somebody who was invited, for the first time by this way.
    First(AccountId),
    /// Nobody whom we know for certain. Whether there is an account with the address is not told.
    Stranger,
}

/// Decides who has come. `linked` is the account that this subject is linked with, `addressed` the one with the address
/// that the provider has verified, and `someone_else` says that the latter is linked with another subject of the provider: then
/// the address may have changed hands, and whoever has it now is to come in by e-mail and link it.
pub fn arrival(linked: Option<&Account>, addressed: Option<&Account>, someone_else: bool) -> Arrival {
    let welcome = |account: &&Account| answer(Some(account), 0) != Answer::Unknown;
    match (linked, addressed.filter(welcome)) {
        (Some(linked), _) if welcome(&linked) => Arrival::Known(linked.id),
        (None, Some(addressed)) if !someone_else => Arrival::First(addressed.id),
        _ => Arrival::Stranger,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proto::Language;
    use proto::account::{Membership, Role};

    fn account(number: u128) -> Account {
        Account {
            id: AccountId(Uuid::from_u128(number)),
            email: "kari@example.org".to_owned(),
            language: Language::Nn,
            disabled: false,
            roles: vec![Membership { organisation: "ks".to_owned(), role: Role::Editor }],
            events: Vec::new(),
            operator: false,
        }
    }

    #[test]
    fn one_comes_in_as_who_one_was_before_or_by_the_address_one_was_invited_with() {
        let (kari, ola) = (account(1), account(2));
        assert_eq!(arrival(Some(&kari), None, false), Arrival::Known(kari.id));
        assert_eq!(arrival(Some(&kari), Some(&ola), false), Arrival::Known(kari.id), "the subject counts");
        assert_eq!(arrival(None, Some(&ola), false), Arrival::First(ola.id));
        assert_eq!(arrival(None, Some(&ola), true), Arrival::Stranger, "the address may have changed hands");
        assert_eq!(arrival(None, None, false), Arrival::Stranger);
    }

    #[test]
    fn disabled_accounts_and_those_without_rights_are_strangers() {
        let disabled = Account { disabled: true, ..account(1) };
        let without = Account { roles: Vec::new(), ..account(1) };
        for nobody in [disabled, without] {
            assert_eq!(arrival(Some(&nobody), None, false), Arrival::Stranger);
            assert_eq!(arrival(Some(&nobody), Some(&account(2)), false), Arrival::Stranger, "and not somebody else");
            assert_eq!(arrival(None, Some(&nobody), false), Arrival::Stranger);
        }
    }

    #[test]
    fn an_attempt_is_read_by_us_alone_and_waits_for_one_answer() {
        let now = DateTime::UNIX_EPOCH;
        let attempt = Attempt {
            provider: "entra".to_owned(),
            state: "state".to_owned(),
            nonce: "nonce".to_owned(),
            verifier: "verifier".to_owned(),
            onward: "/arrangor".to_owned(),
            link: None,
            until: now + ATTEMPT_LASTS,
        };
        let keys = Keys::new(b"secret");
        let sealed = attempt.sealed(&keys, [7; 12]);
        assert_eq!(Attempt::open(&keys, &sealed), Some(attempt.clone()));
        assert_eq!(Attempt::open(&Keys::new(b"another"), &sealed), None);
        for wrong in ["", "x", &sealed[1..], &sealed[..40]] {
            assert_eq!(Attempt::open(&keys, wrong), None);
        }
        assert!(attempt.awaits("entra", "state", now));
        assert!(!attempt.awaits("google", "state", now), "another provider answers");
        assert!(!attempt.awaits("entra", "stat", now) && !attempt.awaits("entra", "", now));
        assert!(!attempt.awaits("entra", "state", now + ATTEMPT_LASTS));
    }
}
