//! How letters go out and come in.

use anyhow::bail;
use serde::Deserialize;
use std::fmt;
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use super::Settings;

/// A mailbox that is read over IMAP, and what opens it: a password, or a token.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImapMailbox {
    /// `imaps://host`, or `imap://host`.
    pub server: String,
    pub user: String,
    pub password_file: Option<PathBuf>,
    /// An access token that another program renews.
    pub token_file: Option<PathBuf>,
    /// Where access tokens are fetched.
    pub oauth2: Option<ClientCredentials>,
    #[serde(default = "inbox")]
    pub folder: String,
    /// To where letters are moved that were taken in; they stay, marked as seen, when absent.
    pub move_to: Option<String>,
    /// How often it is looked for new letters, in seconds.
    #[serde(default = "every_minute")]
    pub every: u32,
}

fn inbox() -> String {
    "INBOX".to_owned()
}

fn every_minute() -> u32 {
    60
}

/// A program that signs in by itself (RFC 6749 4.4).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientCredentials {
    pub token_url: String,
    pub client_id: String,
    pub client_secret_file: PathBuf,
    pub scope: String,
}

/// The mail server that an organisation's letters go out through.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relay {
    /// `smtp://host:587` or `smtps://host`, without a password.
    pub server: String,
    pub user: Option<String>,
    pub password_file: Option<PathBuf>,
    /// Connections to it at once.
    #[serde(default = "few")]
    pub connections: usize,
    /// What an SPF record has when it allows the servers that letters leave from which this one takes.
    #[serde(default)]
    pub spf: Vec<SpfTerm>,
}

fn few() -> usize {
    2
}

/// A term of an SPF record that allows servers (RFC 7208 5): `ip4:192.0.2.25`, `ip6:2001:db8::25` or `include:spf.example.no`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum SpfTerm {
    Address(IpAddr),
    Include(String),
}

impl TryFrom<String> for SpfTerm {
    type Error = String;

    fn try_from(written: String) -> Result<Self, String> {
        let term = match written.split_once(':') {
            Some(("ip4", address)) => address.parse().ok().map(IpAddr::V4).map(Self::Address),
            Some(("ip6", address)) => address.parse().ok().map(IpAddr::V6).map(Self::Address),
            Some(("include", domain)) if domain.contains('.') && !domain.contains([' ', '%', '/']) => {
                Some(Self::Include(domain.to_ascii_lowercase()))
            }
            _ => None,
        };
        term.ok_or_else(|| {
            format!("spf: {written} is neither ip4: or ip6: with one address, nor include: with a domain")
        })
    }
}

impl fmt::Display for SpfTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(IpAddr::V4(address)) => write!(f, "ip4:{address}"),
            Self::Address(IpAddr::V6(address)) => write!(f, "ip6:{address}"),
            Self::Include(domain) => write!(f, "include:{domain}"),
        }
    }
}

/// What is known about a receiving domain.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receiver {
    /// How many letters it gets a minute.
    pub per_minute: NonZeroU32,
}

/// A key that signs an organisation's letters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DkimKey {
    pub domain: String,
    pub selector: String,
    /// PKCS#1 PEM for RSA; 32 bytes in base64 for Ed25519.
    pub key_file: PathBuf,
    #[serde(default)]
    pub algorithm: DkimAlgorithm,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DkimAlgorithm {
    #[default]
    Rsa,
    Ed25519,
}

/// An hour; no mail server is waited for longer after the last dot of a letter.
const LONGEST_SMTP_PATIENCE: u32 = 3600;

/// What stands for the part of an address that is made for each sign-up or letter, and how long that is.
const TOKEN: &str = "{token}";
const TOKEN_LENGTH: usize = 52;
/// Before the `@` (RFC 5321 4.5.3.1.1).
const LONGEST_MAILBOX: usize = 64;

impl Settings {
    pub(super) fn check_letters(&self) -> anyhow::Result<()> {
        if !(1..=LONGEST_SMTP_PATIENCE).contains(&self.smtp_patience) {
            bail!("smtp_patience is a number of seconds from 1 to {LONGEST_SMTP_PATIENCE}; mail servers may need 600");
        }
        for (organisation, relay) in &self.relay {
            if relay.connections == 0 {
                bail!("relay.{organisation}: connections is 1 or more");
            }
            if relay.user.is_some() != relay.password_file.is_some() {
                bail!("relay.{organisation}: user and password_file belong together");
            }
        }
        if let Some(domain) =
            self.receiver.keys().find(|domain| **domain != domain.to_lowercase() || !domain.is_ascii())
        {
            bail!("receiver.{domain}: domains are written as in the DNS, in small letters");
        }
        if let Some((name, _)) = self.imap.iter().find(|(_, mailbox)| mailbox.every == 0) {
            bail!("imap.{name}: every is a number of seconds, 1 or more");
        }
        for (name, address) in [("reply_address", &self.reply_address), ("bounce_address", &self.bounce_address)] {
            if let Some(wrong) = address.as_deref().and_then(wrong_with) {
                bail!("{name} {wrong}, as in svar-{TOKEN}@svar.example.no");
            }
        }
        if self.reply_address.as_deref().is_some_and(|address| address.contains('+')) {
            bail!("reply_address must be without +: Microsoft 365 drops what stands behind it");
        }
        Ok(())
    }

    /// The addresses that letters come in for besides the senders of the organisations.
    pub fn addresses_read(&self) -> impl Iterator<Item = &str> {
        let read = self.imap.values().map(|mailbox| mailbox.user.as_str()).filter(|user| user.contains('@'));
        self.mailboxes.iter().map(String::as_str).chain(read)
    }
}

/// What is wrong with an address that is to carry a token.
fn wrong_with(address: &str) -> Option<&'static str> {
    let Some((mailbox, domain)) = address.rsplit_once('@') else { return Some("must be an address") };
    match () {
        () if domain.is_empty() || address.contains(char::is_whitespace) => Some("must be an address"),
        () if mailbox.matches(TOKEN).count() != 1 || domain.contains(TOKEN) => Some("must have {token} before the @"),
        () if mailbox.len() - TOKEN.len() + TOKEN_LENGTH > LONGEST_MAILBOX => Some("must be shorter before the @"),
        () => None,
    }
}
