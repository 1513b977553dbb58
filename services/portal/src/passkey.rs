//! Passkeys: what a device is asked, and what its answer is worth. Each holds two proofs in one, for the device opens it only
//! for the person it knows, by a finger, a face or a PIN.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use host::Keys;
use proto::AccountId;
use url::{Host, Url};
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::auth::{AuthenticationVerificationOptions, DiscoverableCredentialRequestOptions};
use webauthn_rp::request::register::{
    CredProtect, PublicKeyCredentialCreationOptions, PublicKeyCredentialUserEntity, RegistrationVerificationOptions,
    UserHandle, Username,
};
use webauthn_rp::request::{AsciiDomain, PublicKeyCredentialDescriptor, RpId};
use webauthn_rp::response::register::{CompressedPubKey, DynamicState, StaticState};
use webauthn_rp::response::{AuthTransports, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication, DiscoverableAuthenticationServerState, Registration,
    RegistrationServerState,
};

/// How long one may take to answer.
pub const ASKED_LASTS: TimeDelta = TimeDelta::minutes(5);
/// How many an account may have.
pub const MOST: usize = 20;
/// How long a name may be, in characters.
pub const LONGEST_NAME: usize = 60;

/// By what devices know an account: its id.
type Handle = UserHandle<16>;
type PublicKey = CompressedPubKey<[u8; 32], [u8; 32], [u8; 48], Vec<u8>>;

/// What an answer is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// To sign in.
    Enter,
    /// As a second proof, in one session.
    Step(uuid::Uuid),
    /// To make a new one, in one session.
    Make(uuid::Uuid),
}

impl Use {
    fn about(self) -> Vec<u8> {
        match self {
            Self::Enter => b"enter".to_vec(),
            Self::Step(session) => [b"step".as_slice(), session.as_bytes()].concat(),
            Self::Make(session) => [b"make".as_slice(), session.as_bytes()].concat(),
        }
    }
}

/// What a device is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// For the device, as JSON.
    pub options: String,
    state: Vec<u8>,
}

const DOMAIN: &str = "portal/passkey";

impl Asked {
    /// What the form keeps until the answer comes, where only we can read it.
    pub fn sealed(&self, keys: &Keys, purpose: Use, nonce: [u8; 12], now: DateTime<Utc>) -> String {
        let until = (now + ASKED_LASTS).timestamp().to_be_bytes();
        let said = [until.as_slice(), &self.state].concat();
        BASE64_URL_SAFE_NO_PAD.encode(keys.hide(DOMAIN, &purpose.about(), nonce, &said))
    }
}

/// What was asked, read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    pub until: DateTime<Utc>,
    state: Vec<u8>,
}

impl Open {
    /// What a form kept, if it was kept for this and not for too long.
    pub fn read(keys: &Keys, purpose: Use, sealed: &str, now: DateTime<Utc>) -> Option<Self> {
        let hidden = BASE64_URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let said = keys.reveal(DOMAIN, &purpose.about(), &hidden)?;
        let (until, state) = said.split_first_chunk::<8>()?;
        let until = DateTime::from_timestamp(i64::from_be_bytes(*until), 0)?;
        (now < until).then(|| Self { until, state: state.to_vec() })
    }

    /// By what it is known that it was answered.
    pub fn name(&self, keys: &Keys) -> String {
        format!("passkey/{}", BASE64_URL_SAFE_NO_PAD.encode(keys.sign(DOMAIN, &self.state)))
    }
}

/// A new passkey, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub credential: Vec<u8>,
    pub key: Vec<u8>,
    pub state: Vec<u8>,
}

/// A passkey that is shown. Whether it is worth anything is another matter.
pub struct Shown(DiscoverableAuthentication<16>);

impl Shown {
    /// Reads what a browser has put into a form.
    pub fn read(answer: &str) -> Option<Self> {
        DiscoverableAuthentication::from_json_relaxed(answer.as_bytes()).ok().map(Self)
    }

    /// By what the device knows it.
    pub fn credential(&self) -> &[u8] {
        self.0.raw_id().inner()
    }
}

/// Who asks: the public address. A passkey is good for its host and nowhere else.
pub struct Party {
    id: RpId,
    origin: String,
}

impl Party {
    /// Nothing where the public address has no name: there are no passkeys for numbers.
    pub fn of(url: &Url) -> Option<Self> {
        let Some(Host::Domain(domain)) = url.host() else { return None };
        let id = RpId::Domain(AsciiDomain::try_from(domain.to_owned()).ok()?);
        Some(Self { id, origin: url.origin().ascii_serialization() })
    }

    /// Asks for a new one, of somebody whose devices may have these.
    pub fn ask_for_new(&self, account: AccountId, email: &str, has: Vec<Vec<u8>>) -> Option<Asked> {
        let Ok(handle) = Handle::decode(*account.0.as_bytes());
        let name = Username::try_from(email).ok().or_else(|| Username::try_from("moteplass").ok())?;
        let user = PublicKeyCredentialUserEntity { name, id: &handle, display_name: None };
        let known = |credential: Vec<u8>| {
            let id = CredentialId::<Vec<u8>>::decode(credential).ok()?;
            // How the device is reached is for the browser to find out.
            Some(PublicKeyCredentialDescriptor { id, transports: AuthTransports::decode(0).ok()? })
        };
        let has = has.into_iter().filter_map(known).collect();
        let mut asking = PublicKeyCredentialCreationOptions::passkey(&self.id, user, has);
        // Devices that cannot promise it are as good: whether they knew their owner is seen each time they are shown.
        asking.extensions.cred_protect = CredProtect::None;
        let (state, options) = asking.start_ceremony().ok()?;
        Some(Asked { options: serde_json::to_string(&options).ok()?, state: state.encode().ok()? })
    }

    /// The new passkey in an answer, if it is one.
    pub fn new(&self, asked: &Open, answer: &str) -> Option<Made> {
        let state = RegistrationServerState::<16>::decode(&asked.state).ok()?;
        let answer = Registration::from_json_relaxed(answer.as_bytes()).ok()?;
        let origins = [self.origin.as_str()];
        let options = RegistrationVerificationOptions::<'_, '_, &str, &str> {
            allowed_origins: &origins,
            ..RegistrationVerificationOptions::default()
        };
        let made = state.verify(&self.id, &answer, &options);
        let made = made.inspect_err(|error| tracing::info!(%error, "a new passkey was refused")).ok()?;
        let credential = made.id().inner().to_vec();
        let (Ok(key), Ok(state)) = (made.static_state().encode(), made.dynamic_state().encode());
        Some(Made { credential, key, state: state.to_vec() })
    }

    /// Asks for one.
    pub fn ask(&self) -> Option<Asked> {
        let (state, options) = DiscoverableCredentialRequestOptions::passkey(&self.id).start_ceremony().ok()?;
        Some(Asked { options: serde_json::to_string(&options).ok()?, state: state.encode().ok()? })
    }

    /// What is known from now on of the passkey of an account that is shown; nothing when it proves nothing.
    pub fn proven(&self, asked: &Open, shown: &Shown, account: AccountId, key: &[u8], state: &[u8]) -> Option<Vec<u8>> {
        let Ok(handle) = Handle::decode(*account.0.as_bytes());
        let key = StaticState::<PublicKey>::decode(key).ok()?;
        let state = DynamicState::decode(state.try_into().ok()?).ok()?;
        let id = CredentialId::<&[u8]>::decode(shown.credential()).ok()?;
        let mut known = AuthenticatedCredential::new(id, &handle, key, state).ok()?;
        let origins = [self.origin.as_str()];
        let options = AuthenticationVerificationOptions::<'_, '_, &str, &str> {
            allowed_origins: &origins,
            ..AuthenticationVerificationOptions::default()
        };
        let asked = DiscoverableAuthenticationServerState::decode(&asked.state).ok()?;
        let proven = asked.verify(&self.id, &shown.0, &mut known, &options);
        proven.inspect_err(|error| tracing::info!(account.id = %account, %error, "a passkey was refused")).ok()?;
        let Ok(state) = known.dynamic_state().encode();
        Some(state.to_vec())
    }
}

/// The name of a passkey as it is kept; nothing when none was typed.
pub fn named(typed: &str) -> Option<String> {
    let name: String = typed.trim().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_question_is_for_one_use_and_for_a_while() {
        let (keys, now) = (Keys::new(b"secret"), DateTime::UNIX_EPOCH);
        let asked = Asked { options: String::new(), state: b"state".to_vec() };
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let sealed = asked.sealed(&keys, Use::Step(one), [7; 12], now);
        let read = |purpose, now| Open::read(&keys, purpose, &sealed, now);
        assert_eq!(read(Use::Step(one), now).map(|open| open.state), Some(b"state".to_vec()));
        for purpose in [Use::Step(other), Use::Make(one), Use::Enter] {
            assert_eq!(read(purpose, now), None, "{purpose:?}");
        }
        assert_eq!(read(Use::Step(one), now + ASKED_LASTS), None);
        assert_eq!(Open::read(&Keys::new(b"another"), Use::Step(one), &sealed, now), None);
        assert_eq!(Open::read(&keys, Use::Step(one), "", now), None);
    }

    #[test]
    fn passkeys_are_for_names_not_for_numbers() {
        let party = |url: &str| Party::of(&url.parse().unwrap());
        assert!(party("https://moteplass.example").is_some() && party("http://localhost:8080").is_some());
        assert!(party("http://127.0.0.1:8080").is_none() && party("https://[::1]").is_none());
        assert_eq!(party("https://moteplass.example/x").unwrap().origin, "https://moteplass.example");
        assert_eq!(party("http://localhost:8080").unwrap().origin, "http://localhost:8080");
    }

    #[test]
    fn a_device_is_asked_to_know_its_owner_and_not_to_make_the_same_twice() {
        let party = Party::of(&"https://moteplass.example".parse().unwrap()).unwrap();
        let account = AccountId(Uuid::from_u128(7));
        let asked = party.ask_for_new(account, "kari.åsen@kommune.example", vec![vec![9; 32]]).unwrap();
        let options: serde_json::Value = serde_json::from_str(&asked.options).unwrap();
        assert_eq!(options["rp"]["id"], "moteplass.example");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["user"]["name"], "kari.åsen@kommune.example");
        assert_eq!(options["excludeCredentials"][0]["id"], BASE64_URL_SAFE_NO_PAD.encode([9; 32]));
        let asked = party.ask().unwrap();
        let options: serde_json::Value = serde_json::from_str(&asked.options).unwrap();
        assert_eq!(options["userVerification"], "required");
        assert_ne!(asked.state, party.ask().unwrap().state, "each question is another");
    }

    #[test]
    fn names_are_short_and_plain() {
        assert_eq!(named(" Telefonen\u{7}\n ").as_deref(), Some("Telefonen"));
        assert_eq!(named(&"a".repeat(100)).map(|name| name.len()), Some(LONGEST_NAME));
        assert_eq!(named(" \t "), None);
    }
}
