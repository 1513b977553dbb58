//! Letters that come in: kept as they arrive, then read one by one, and what they mean done.

pub(crate) mod acting;
pub(crate) mod address;
pub(crate) mod answering;
mod authentication;
mod bouncing;
mod forwarding;
pub(crate) mod imap;
pub(crate) mod lmtp;
mod loading;
mod nesting;
pub(crate) mod passing_on;
pub(crate) mod reading;
mod report;
pub(crate) mod taking_in;

use std::collections::BTreeSet;

use host::{Clock, Database, Host, Keys, Settings};
use sea_orm::{ConnectionTrait, DbErr};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::store::{event, organisation, received};
use address::{About, normalised};

/// A letter with its envelope, as a mail server hands it over.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Empty for reports.
    pub sender: String,
    pub recipients: Vec<String>,
    pub raw: Vec<u8>,
}

/// By which way a letter came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Lmtp,
    Command,
    Imap,
}

impl Way {
    const fn word(self) -> &'static str {
        match self {
            Self::Lmtp => "lmtp",
            Self::Command => "command",
            Self::Imap => "imap",
        }
    }
}

/// Keeps a letter, and comes back when it is on the disk. The same letter once more is not kept again.
pub(crate) async fn keep(db: &Database, clock: &Clock, letter: &Letter, way: Way) -> Result<(), DbErr> {
    keep_once(db, clock, letter, digest(letter), way).await
}

async fn keep_once(db: &Database, clock: &Clock, letter: &Letter, digest: String, way: Way) -> Result<(), DbErr> {
    let new = received::New {
        id: Uuid::now_v7(),
        digest,
        way: way.word(),
        sender: &letter.sender,
        recipients: &letter.recipients,
        raw: &letter.raw,
        at: clock.now(),
    };
    let new_here = received::keep(&db.write, new).await?;
    tracing::info!(way = way.word(), bytes = letter.raw.len(), again = !new_here, "a letter came in");
    metrics::counter!("mail_received_total", "way" => way.word()).increment(1);
    Ok(())
}

/// Reads everything in a letter that is ever read of it.
pub(crate) fn look_into(raw: &[u8]) {
    let ours = reading::Ours { authserv_id: Some("mx.etat.example"), host: "moteplass.example" };
    for sender in ["", "ola@x.example"] {
        // What it says has no use here; that it ends is what matters.
        let _ = reading::read(raw, sender, ours);
    }
    let _ = (reading::receivers(raw), reading::return_path(raw), reading::sender_in_mailbox(raw));
}

/// By which a letter is known again that is handed over twice.
fn digest(letter: &Letter) -> String {
    let mut hash = Sha256::new();
    for part in std::iter::once(letter.sender.as_bytes()).chain(letter.recipients.iter().map(String::as_bytes)) {
        hash.update(part);
        hash.update([0]);
    }
    hash.update([0]);
    hash.update(&letter.raw);
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Why a letter is not taken in.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error("the letter is larger than {} bytes", reading::LARGEST)]
    TooLarge,
    #[error("the letter is for nobody here")]
    NotOurs,
    #[error("the letter could not be kept: {0}")]
    Trouble(#[from] DbErr),
}

/// Keeps a letter from another program, with those of its receivers that are ours. Without any, the fields tell to whom.
pub(crate) async fn take_in(host: &Host, letter: &Letter) -> Result<(), NotTaken> {
    let letter = completed(host, letter).await?;
    Ok(keep(&host.db, &host.clock, &letter, Way::Command).await?)
}

/// Keeps a letter that lay in a mailbox. It is known again by its bytes, whatever became of the addresses that are ours.
pub(crate) async fn from_mailbox(host: &Host, mailbox: &str, letter: Letter) -> Result<(), NotTaken> {
    let digest = digest(&Letter { recipients: vec![mailbox.to_owned()], ..letter.clone() });
    let sender = reading::sender_in_mailbox(&letter.raw);
    let letter = completed(host, &Letter { sender, ..letter }).await?;
    Ok(keep_once(&host.db, &host.clock, &letter, digest, Way::Imap).await?)
}

/// The letter with the envelope that its fields tell of.
async fn completed(host: &Host, letter: &Letter) -> Result<Letter, NotTaken> {
    if letter.raw.len() > reading::LARGEST {
        return Err(NotTaken::TooLarge);
    }
    let named = match letter.recipients.is_empty() {
        true => reading::receivers(&letter.raw),
        false => letter.recipients.clone(),
    };
    let mut recipients = Vec::new();
    for address in named {
        if is_ours(&host.db.read, &host.keys, &host.settings, &address).await? {
            recipients.push(address);
        }
    }
    // Whoever set up a pipe has said already whose letters these are.
    if recipients.is_empty() && !letter.recipients.is_empty() {
        return Err(NotTaken::NotOurs);
    }
    // Mail servers that run programs write the envelope sender into the letter.
    let sender = match letter.sender.is_empty() {
        true => reading::return_path(&letter.raw).unwrap_or_default(),
        false => letter.sender.clone(),
    };
    Ok(Letter { sender, recipients, raw: letter.raw.clone() })
}

/// Whether letters to an address are taken in: it is a sender's, one that the settings name, or one of those that are made
/// for a sign-up or a letter.
pub(crate) async fn is_ours(
    db: &impl ConnectionTrait,
    keys: &Keys,
    settings: &Settings,
    address: &str,
) -> Result<bool, DbErr> {
    let made = [(About::Reply, &settings.reply_address), (About::Bounce, &settings.bounce_address)];
    let is_made = |(about, pattern): (About, &Option<String>)| {
        pattern.as_deref().is_some_and(|pattern| address::read(keys, about, pattern, address).is_some())
    };
    if made.into_iter().any(is_made) {
        return Ok(true);
    }
    Ok(mailboxes(db, settings).await?.contains(&normalised(address)))
}

/// The addresses that letters to everybody come to.
async fn mailboxes(db: &impl ConnectionTrait, settings: &Settings) -> Result<BTreeSet<String>, DbErr> {
    let mut all: BTreeSet<String> = settings.addresses_read().map(normalised).collect();
    all.extend(organisation::all(db).await?.iter().map(|organisation| normalised(&organisation.sender)));
    Ok(all)
}

/// How many letters are kept aside because they would be passed on to an address that comes in here.
pub(crate) async fn to_ourselves(db: &Database) -> Result<u64, DbErr> {
    received::kept_aside(&db.read, &[acting::Outcome::ToOurselves.word()]).await
}

/// How many letters are kept aside because nobody could tell what they are, or whom they are about, or
/// because there were too many.
pub(crate) async fn unplaced(db: &Database) -> Result<u64, DbErr> {
    let outcomes =
        [acting::Outcome::TooMany, acting::Outcome::Unknown, acting::Outcome::Unreadable].map(acting::Outcome::word);
    received::kept_aside(&db.read, &outcomes).await
}

/// The events that are not over whose contact has an address that comes in here, where letters come in at all.
pub(crate) async fn contacts_here(host: &Host) -> Result<Vec<String>, DbErr> {
    let db = &host.db.read;
    let mut slugs = Vec::new();
    if host.settings.lmtp.is_none() && host.settings.imap.is_empty() && !received::is_any(db).await? {
        return Ok(slugs);
    }
    for event in event::ahead(db, host.clock.now()).await? {
        if is_ours(db, &host.keys, &host.settings, &event.contact.email).await? {
            slugs.push(event.slug);
        }
    }
    Ok(slugs)
}
