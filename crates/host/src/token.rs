use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::sync::Arc;
use uuid::Uuid;

/// What the holder of a link may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// See, change, withdraw, hand over, download, erase.
    Manage,
    /// Enter the online meeting. All that a calendar entry carries.
    Join,
    /// Subscribe to the personal calendar feed.
    Feed,
    /// Sign in as an organiser.
    SignIn,
    /// See and mend what one is to speak about; the id is a speaker's.
    Speak,
    /// See and withdraw a proposal for a session.
    Propose,
    /// Enter the online meeting as one of its panel; the id is of somebody who leads it or speaks in it.
    Panel,
    /// Name people for a delegation; the id is of somebody who acts for it.
    Delegate,
    /// See the dates of a series that one is signed up for as a whole, leave it, erase; the id is a follower's.
    Follow,
    /// Sign up for an event as the person who was invited to it, or say no; the id is an invitation's.
    Invitation,
}

impl Purpose {
    const fn domain(self) -> &'static str {
        match self {
            Self::Manage => "link/manage",
            Self::Join => "link/join",
            Self::Feed => "link/feed",
            Self::SignIn => "link/sign-in",
            Self::Speak => "link/speak",
            Self::Propose => "link/propose",
            Self::Panel => "link/panel",
            Self::Delegate => "link/delegate",
            Self::Follow => "link/follow",
            Self::Invitation => "link/invitation",
        }
    }
}

/// Makes and recognises links and cookies: a keyed MAC over what they say, so that nothing secret is stored.
#[derive(Clone)]
pub struct Keys(Arc<[u8]>);

/// Of the MAC in a link: 128 bits are beyond guessing, and the address stays short.
const MAC_LENGTH: usize = 16;
const LENGTH: usize = 16 + 2 + MAC_LENGTH;

impl Keys {
    /// Keys made from the installation's secret, which all its processes share.
    pub fn new(secret: &[u8]) -> Self {
        Self(secret.into())
    }

    /// A link's token: the id, the generation and the MAC, 46 characters that are safe in an address.
    pub fn token(&self, purpose: Purpose, id: Uuid, generation: u16) -> String {
        let mut bytes = Vec::with_capacity(LENGTH);
        bytes.extend_from_slice(id.as_bytes());
        bytes.extend_from_slice(&generation.to_be_bytes());
        let mac = self.sign(purpose.domain(), &bytes);
        bytes.extend_from_slice(&mac[..MAC_LENGTH]);
        BASE64_URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The id and generation in a token, if it is ours and for this purpose.
    /// Whether the generation is still the valid one only the owner of the id knows.
    pub fn read(&self, purpose: Purpose, token: &str) -> Option<(Uuid, u16)> {
        if token.len() > 64 {
            return None;
        }
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).ok()?;
        let bytes: [u8; LENGTH] = bytes.try_into().ok()?;
        let (said, mac) = bytes.split_at(16 + 2);
        let mut expected = self.mac(purpose.domain(), said);
        expected.update(&[]);
        expected.verify_truncated_left(mac).ok()?;
        let id = Uuid::from_slice(&said[..16]).ok()?;
        Some((id, u16::from_be_bytes([said[16], said[17]])))
    }

    /// A MAC over bytes in a domain of its own, so that what is signed for one thing is never good for another.
    pub fn sign(&self, domain: &str, bytes: &[u8]) -> [u8; 32] {
        self.mac(domain, bytes).finalize().into_bytes().into()
    }

    /// True when the MAC is the one of these bytes in this domain. Takes the same time whatever the answer.
    pub fn verify(&self, domain: &str, bytes: &[u8], mac: &[u8]) -> bool {
        self.mac(domain, bytes).verify_slice(mac).is_ok()
    }

    fn mac(&self, domain: &str, bytes: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&self.0).expect("a key of any length");
        mac.update(domain.as_bytes());
        mac.update(&[0]);
        mac.update(bytes);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, Purpose};
    use uuid::Uuid;

    #[test]
    fn a_token_is_read_back_for_its_own_purpose_only() {
        let keys = Keys::new(b"secret");
        let id = Uuid::now_v7();
        let token = keys.token(Purpose::Join, id, 7);
        assert_eq!(keys.read(Purpose::Join, &token), Some((id, 7)));
        assert_eq!(keys.read(Purpose::Manage, &token), None);
        assert_eq!(Keys::new(b"other").read(Purpose::Join, &token), None);
    }

    #[test]
    fn a_token_changed_in_any_place_is_refused() {
        let keys = Keys::new(b"secret");
        let token = keys.token(Purpose::Manage, Uuid::now_v7(), 1);
        for place in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[place] = if changed[place] == b'A' { b'B' } else { b'A' };
            assert_eq!(keys.read(Purpose::Manage, std::str::from_utf8(&changed).unwrap()), None, "place {place}");
        }
        for wrong in ["", "x", &token[1..], &format!("{token}A"), &"A".repeat(10_000)] {
            assert_eq!(keys.read(Purpose::Manage, wrong), None);
        }
    }

    #[test]
    fn what_is_signed_in_one_domain_is_worth_nothing_in_another() {
        let keys = Keys::new(b"secret");
        let mac = keys.sign("csrf", b"bytes");
        assert!(keys.verify("csrf", b"bytes", &mac));
        assert!(!keys.verify("receipt", b"bytes", &mac));
        assert!(!keys.verify("csrf", b"other", &mac));
    }
}
