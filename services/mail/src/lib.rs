//! Letters: confirmations with invitations, changes, reminders, cancellations, and what became of each.

mod again;
mod agenda;
mod composing;
mod dkim;
mod domain;
mod entry;
mod fate;
mod feed;
mod figures;
mod forgetting;
mod hears;
mod letters;
mod made_of;
mod mime;
mod notice;
mod own_words;
mod pace;
mod pages;
mod parting;
mod pausing;
mod planning;
mod postbox;
mod purpose;
mod receiving;
mod relay_log;
mod releasing;
mod reminder_plan;
mod reminders;
mod replan;
mod samples;
mod selection;
mod sending;
mod skipping;
mod speaking;
mod store;
mod taking;
mod told;
mod wording;

use std::collections::BTreeSet;
use std::io::BufRead;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bus::{Bus, Carrier};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Database, Host, Service, Settings};
use proto::Language;
use proto::account::{SignInChanged, SignInRequested};
use proto::conference::{ProgrammeReleased, ProposalAnswered, SpeakerErased, SpeakerScheduled};
use proto::event::{EventCancelled, EventPublished, EventUnpublished};
use proto::gathering::{DelegationInvited, PlanPlaced, RegistrationSeated};
use proto::invitation::{InvitationEnded, InvitationIssued};
use proto::organisation::OrganisationChanged;
use proto::person::PersonErasureAsked;
use proto::registration::{
    RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationErased, RegistrationMissed,
    RegistrationOffered, RegistrationRepeated, RegistrationReplanned, RegistrationWaitlisted, RegistrationWithdrawn,
};
use proto::series::{SeriesFollowed, SeriesLeft, SeriesTurnedAway};
use proto::webinar::WebinarFollowed;
use sea_orm::DbErr;
use text::Text;
use tokio::sync::Notify;

pub use receiving::{Letter as IncomingLetter, NotTaken};
pub use samples::SampleLetter;

use composing::Desk;
use dkim::Signatures;
use pausing::Extent;
use sending::{Sending, Ways};
use store::event::Events;

/// The name of this service.
pub const NAME: &str = "mail";

/// How often it is looked for what has no more use.
const HOURLY: Duration = Duration::from_secs(3_600);

/// How often the numbers to watch are counted, as often as somebody usually looks, and messages let go whose time has come.
const OFTEN: Duration = Duration::from_secs(15);

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// What handlers and the sending loop share.
pub(crate) struct Mail {
    pub(crate) host: Host,
    pub(crate) signatures: Signatures,
    pub(crate) events: Events,
    /// Letters were planned.
    pub(crate) wake: Notify,
    /// A letter came in.
    pub(crate) arrived: Notify,
}

impl Mail {
    fn new(host: Host) -> anyhow::Result<Self> {
        let signatures = Signatures::read(&host.settings)?;
        let (wake, arrived) = (Notify::new(), Notify::new());
        Ok(Self { host, signatures, events: Events::default(), wake, arrived })
    }

    pub(crate) fn desk(&self) -> Desk<'_> {
        let Host { settings, keys, text, .. } = &self.host;
        Desk { settings, keys, text, signatures: &self.signatures }
    }

    pub(crate) fn new_uid(&self) -> String {
        taking::new_uid(self.desk())
    }
}

/// Starts the service: its pages, and its loops for the program to run.
pub async fn service(host: Host, carrier: &Carrier) -> anyhow::Result<Service> {
    let host = host.clone().with_text(templates(&host.text));
    let mail = Arc::new(Mail::new(host.clone())?);
    let (bus, mut tasks) = listed(&mail, carrier).start();
    // Only this process has the file, so nobody else can still have letters in hand.
    if !host.db.is_postgres() {
        let work = bus.begin().await?;
        let files_only = host.settings.smtp.is_none() && host.settings.relay.is_empty();
        let doubt = if files_only { TimeDelta::zero() } else { fate::doubt(&host.settings) };
        taking::take_back_all(&work, doubt).await?;
        work.commit().await?;
    }
    let forget = {
        let (host, bus) = (host.clone(), bus.clone());
        move || forgetting::turn(host.clone(), bus.clone())
    };
    tasks.push(host::timer(&host, "mail.forgetting", HOURLY, forget));
    let figures = {
        let host = host.clone();
        move || figures::turn(host.clone())
    };
    tasks.push(host::timer(&host, "mail.figures", OFTEN, figures));
    let release = {
        let (mail, bus) = (mail.clone(), bus.clone());
        move || releasing::turn(mail.clone(), bus.clone())
    };
    tasks.push(host::timer(&host, "mail.releasing", OFTEN, release));
    let (sending, noting) = Sending::new(mail.clone(), bus.clone(), Ways::read(&host.settings)?);
    tasks.push(noting);
    tasks.push(Box::pin(sending.run()));
    tasks.push(Box::pin(receiving::taking_in::run(mail.clone(), bus.clone())));
    tasks.push(receiving::taking_in::forgetting(&mail));
    if let Some(address) = &host.settings.lmtp {
        let listener = receiving::lmtp::Listener::open(address).await?;
        tasks.push(Box::pin(receiving::lmtp::serve(mail.clone(), listener)));
    }
    for mailbox in receiving::imap::mailboxes(&host.settings)? {
        tasks.push(Box::pin(receiving::imap::run(mail.clone(), mailbox)));
    }
    Ok(Service { name: NAME, routes: pages::routes(mail, bus), tasks })
}

/// Everything that mail hears.
fn listed(mail: &Arc<Mail>, carrier: &Carrier) -> bus::Build {
    Bus::build(NAME, &mail.host, carrier)
        .hears::<OrganisationChanged, _>(mail)
        .hears::<EventPublished, _>(mail)
        .hears::<EventCancelled, _>(mail)
        .hears::<EventUnpublished, _>(mail)
        .hears::<RegistrationAdmitted, _>(mail)
        .hears::<RegistrationWaitlisted, _>(mail)
        .hears::<RegistrationOffered, _>(mail)
        .hears::<RegistrationChanged, _>(mail)
        .hears::<RegistrationWithdrawn, _>(mail)
        .hears::<RegistrationRepeated, _>(mail)
        .hears::<RegistrationReplanned, _>(mail)
        .hears::<RegistrationAttended, _>(mail)
        .hears::<RegistrationMissed, _>(mail)
        .hears::<RegistrationErased, _>(mail)
        .hears::<PersonErasureAsked, _>(mail)
        .hears::<SignInRequested, _>(mail)
        .hears::<SignInChanged, _>(mail)
        .hears::<ProgrammeReleased, _>(mail)
        .hears::<SpeakerScheduled, _>(mail)
        .hears::<SpeakerErased, _>(mail)
        .hears::<ProposalAnswered, _>(mail)
        .hears::<DelegationInvited, _>(mail)
        .hears::<InvitationIssued, _>(mail)
        .hears::<InvitationEnded, _>(mail)
        .hears::<PlanPlaced, _>(mail)
        .hears::<RegistrationSeated, _>(mail)
        .hears::<SeriesFollowed, _>(mail)
        .hears::<SeriesLeft, _>(mail)
        .hears::<SeriesTurnedAway, _>(mail)
        .hears::<WebinarFollowed, _>(mail)
}

/// Where letters lie when there is no mail server.
pub(crate) fn folder(settings: &Settings) -> PathBuf {
    settings.data.join("letters")
}

/// Tries what can be wrong with the settings for letters: the signing keys, and the mail servers, which are greeted and
/// left again. The error says in words what it is.
pub async fn try_out(settings: &Settings) -> anyhow::Result<()> {
    Signatures::read(settings)?;
    Ways::read(settings)?.try_out().await
}

/// Signs in to every mailbox that is read over IMAP, and says how many there are. The error says in words what is wrong.
pub async fn try_mailboxes(settings: &Settings) -> anyhow::Result<usize> {
    let mailboxes = receiving::imap::mailboxes(settings)?;
    for mailbox in &mailboxes {
        receiving::imap::try_out(mailbox).await?;
    }
    Ok(mailboxes.len())
}

/// Holds letters back, of the whole installation: those that go to many and can wait, or with `all` also receipts and links to
/// sign in with. What is in hand this very moment still goes.
pub async fn hold_back(db: &Database, now: DateTime<Utc>, all: bool) -> Result<(), DbErr> {
    let extent = if all { Extent::All } else { Extent::Many };
    store::pause::begin_everywhere(&db.write, extent, now).await
}

/// Notes which letters mail servers have, as their logs say: the Message-IDs of ours in these lines. When their turn comes they
/// count as sent. Tells how many there were.
pub async fn note_handed_over(host: &Host, log: impl BufRead) -> anyhow::Result<usize> {
    let own = composing::host_name(&host.settings);
    let mut letters = BTreeSet::new();
    // A log is not always text.
    for line in log.split(b'\n') {
        letters.extend(relay_log::letters_in(&String::from_utf8_lossy(&line?), &own));
    }
    store::handed_over::note(&host.db.write, &letters).await?;
    Ok(letters.len())
}

/// Lets letters of the whole installation go again. False when they were not held back.
pub async fn let_go(host: &Host) -> Result<bool, DbErr> {
    store::pause::end_everywhere(&host.db.write).await
}

/// Since when letters of the whole installation are held back, if they are.
pub async fn held_back(db: &Database) -> Result<Option<DateTime<Utc>>, DbErr> {
    Ok(store::pause::all(&db.read).await?.house.map(|(_, since)| since))
}

/// How many letters are being handed over, or due now and neither sent nor given up.
pub async fn unsent(db: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    store::letter::unsent(&db.read, now).await
}

/// Letters of one kind that do not get out for the same reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// The words in `mail-purpose-…` and `mail-state-…`.
    pub purpose: &'static str,
    pub state: &'static str,
    pub count: u64,
    /// When the oldest of them was due.
    pub since: DateTime<Utc>,
    /// Without addresses; absent where nobody has answered.
    pub trouble: Option<String>,
}

/// For how long letters that did not get out are looked back at, and how many reasons are told.
const LOOKED_BACK: TimeDelta = TimeDelta::days(30);
const MOST_REASONS: u64 = 100;

/// The letters of the last thirty days that are put off, were refused, or of which it is not known whether they arrived.
pub async fn stuck(db: &Database, now: DateTime<Utc>) -> Result<Vec<Stuck>, DbErr> {
    let found = store::letter::stuck(&db.read, now - LOOKED_BACK, MOST_REASONS).await?;
    Ok(found
        .into_iter()
        .map(|alike| Stuck {
            purpose: alike.purpose.word(),
            state: alike.state.word(),
            count: alike.count.unsigned_abs(),
            since: alike.since.unwrap_or(now),
            trouble: alike.trouble,
        })
        .collect())
}

/// Takes a letter in that a mail server hands over by itself. It is on the disk when this comes back.
pub async fn take_in(host: &Host, letter: &IncomingLetter) -> Result<(), NotTaken> {
    receiving::take_in(host, letter).await
}

/// Reads a letter as one that has come in is read, and does nothing with it: for those who look for letters that do harm.
pub fn look_into(raw: &[u8]) {
    receiving::look_into(raw);
}

/// How many letters have come in and are not dealt with, and how many were given up.
pub async fn incoming(db: &Database, now: DateTime<Utc>) -> Result<(u64, u64), DbErr> {
    Ok((store::received::waiting(&db.read, now).await?, store::received::set_aside(&db.read).await?))
}

/// How many letters are kept aside because they would be passed on to an address that comes in here.
pub async fn to_ourselves(db: &Database) -> Result<u64, DbErr> {
    receiving::to_ourselves(db).await
}

/// How many letters came in within the last days that nobody could place. They are kept for that long.
pub async fn unplaced(db: &Database) -> Result<u64, DbErr> {
    receiving::unplaced(db).await
}

/// The events that are not over whose contact has an address that comes in here: what people write reaches nobody.
pub async fn contacts_here(host: &Host) -> Result<Vec<String>, DbErr> {
    receiving::contacts_here(host).await
}

/// Every page with every sample.
pub fn pages() -> Vec<host::Sample> {
    pages::samples()
}

/// Every letter with every sample: subject, text and HTML of each.
pub fn letters() -> Vec<host::Sample> {
    letters::samples()
}

/// Whole letters in a language, to be opened in other programs: to sample people about sample events, and each time the
/// same bytes. `text` has the templates of this service.
pub fn sample_letters(text: &Text, language: Language) -> anyhow::Result<Vec<SampleLetter>> {
    samples::letters(text, language)
}

/// The text with this service's templates.
pub fn templates(text: &Text) -> Text {
    text.with::<Templates>(NAME)
}

#[cfg(test)]
mod tests;
