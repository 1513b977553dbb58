//! Letters: confirmations with invitations, changes, reminders, cancellations, and what became of each.

mod again;
mod agenda;
mod composing;
mod dkim;
mod entry;
mod fate;
mod feed;
mod forgetting;
mod hears;
mod letters;
mod made_of;
mod mime;
mod pages;
mod parting;
mod planning;
mod postbox;
mod purpose;
mod receiving;
mod reminders;
mod replan;
mod samples;
mod sending;
mod skipping;
mod speaking;
mod store;
mod taking;
mod told;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bus::{Bus, Carrier};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Database, Host, Service, Settings};
use proto::Language;
use proto::account::SignInRequested;
use proto::conference::{ProgrammeReleased, ProposalAnswered, SpeakerErased, SpeakerScheduled};
use proto::event::{EventCancelled, EventPublished};
use proto::gathering::{DelegationInvited, RegistrationSeated};
use proto::organisation::OrganisationChanged;
use proto::registration::{
    RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationErased, RegistrationMissed,
    RegistrationOffered, RegistrationRepeated, RegistrationReplanned, RegistrationWaitlisted, RegistrationWithdrawn,
};
use sea_orm::DbErr;
use text::Text;
use tokio::sync::Notify;

pub use receiving::{Letter as IncomingLetter, NotTaken};
pub use samples::SampleLetter;

use composing::Desk;
use dkim::Signatures;
use sending::{Folder, Limits, Pool, Sending, Server, Way};

/// The name of this service.
pub const NAME: &str = "mail";

/// How often it is looked for what has no more use.
const HOURLY: Duration = Duration::from_secs(3_600);

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

/// What handlers and the sending loop share.
pub(crate) struct Mail {
    pub(crate) host: Host,
    pub(crate) signatures: Signatures,
    /// Letters were planned.
    pub(crate) wake: Notify,
    /// A letter came in.
    pub(crate) arrived: Notify,
}

impl Mail {
    fn new(host: Host) -> anyhow::Result<Self> {
        let signatures = Signatures::read(&host.settings)?;
        Ok(Self { host, signatures, wake: Notify::new(), arrived: Notify::new() })
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
        let doubt = host.settings.smtp.as_ref().map_or(TimeDelta::zero(), |_| fate::doubt(&host.settings));
        taking::take_back_all(&work, doubt).await?;
        work.commit().await?;
    }
    let forget = {
        let (host, bus) = (host.clone(), bus.clone());
        move || forgetting::turn(host.clone(), bus.clone())
    };
    tasks.push(host::timer(&host, "mail.forgetting", HOURLY, forget));
    let (sending, noting) = Sending::new(mail.clone(), bus.clone(), way(&host.settings)?);
    tasks.push(noting);
    tasks.push(Box::pin(sending.run()));
    tasks.push(Box::pin(receiving::taking_in::run(mail.clone(), bus.clone())));
    tasks.push(receiving::taking_in::forgetting(&mail));
    if let Some(address) = &host.settings.lmtp {
        let listener = receiving::lmtp::Listener::open(address).await?;
        tasks.push(Box::pin(receiving::lmtp::serve(mail.clone(), listener)));
    }
    Ok(Service { name: NAME, routes: pages::routes(mail, bus), tasks })
}

/// Everything that mail hears.
fn listed(mail: &Arc<Mail>, carrier: &Carrier) -> bus::Build {
    Bus::build(NAME, &mail.host, carrier)
        .hears::<OrganisationChanged, _>(mail)
        .hears::<EventPublished, _>(mail)
        .hears::<EventCancelled, _>(mail)
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
        .hears::<SignInRequested, _>(mail)
        .hears::<ProgrammeReleased, _>(mail)
        .hears::<SpeakerScheduled, _>(mail)
        .hears::<SpeakerErased, _>(mail)
        .hears::<ProposalAnswered, _>(mail)
        .hears::<DelegationInvited, _>(mail)
        .hears::<RegistrationSeated, _>(mail)
}

/// Where letters go: to the server that the settings name, otherwise into a folder.
fn way(settings: &Settings) -> anyhow::Result<Way> {
    Ok(match &settings.smtp {
        Some(address) => {
            let server = Server::read(address, &composing::host_name(settings))?;
            Way::Smtp(Box::new(Pool::new(server, settings.smtp_connections, Limits::of(settings))))
        }
        None => Way::Folder(Folder(folder(settings))),
    })
}

/// Where letters lie when there is no mail server.
pub(crate) fn folder(settings: &Settings) -> PathBuf {
    settings.data.join("letters")
}

/// Tries what can be wrong with the settings for letters: the signing keys, and the mail server, which is greeted and
/// left again. The error says in words what it is.
pub async fn try_out(settings: &Settings) -> anyhow::Result<()> {
    Signatures::read(settings)?;
    match way(settings)? {
        Way::Smtp(pool) => pool.greet().await.map_err(|trouble| anyhow::anyhow!("the mail server: {trouble}")),
        Way::Folder(folder) => Ok(tokio::fs::create_dir_all(&folder.0).await?),
    }
}

/// How many letters are being handed over, or due now and neither sent nor given up.
pub async fn unsent(db: &Database, now: DateTime<Utc>) -> Result<u64, DbErr> {
    store::letter::unsent(&db.read, now).await
}

/// Takes a letter in that a mail server hands over by itself. It is on the disk when this comes back.
pub async fn take_in(host: &Host, letter: &IncomingLetter) -> Result<(), NotTaken> {
    receiving::take_in(host, letter).await
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
