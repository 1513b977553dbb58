//! Reading mailboxes over IMAP (RFC 3501, RFC 9051), where no mail server hands letters over. A letter is on the disk before
//! it is marked as seen or moved. However often one is read, by however many processes, it is kept once.

mod credentials;
mod folder_names;
mod server;
mod session;
mod token;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use host::{ImapMailbox, Settings};
use sea_orm::DbErr;

use super::taking_in::MEMORY;
use super::{Letter, NotTaken, from_mailbox};
use crate::Mail;
use crate::store::mailbox;
use credentials::Credentials;
use server::Server;
use session::Session;

/// The first pause after something went wrong; each further one is twice as long.
const PAUSE: Duration = Duration::from_secs(2);
/// The longest pause.
const LONGEST: Duration = Duration::from_secs(600);
/// How often a letter is tried that cannot be read where others can.
const TRIES: u32 = 3;

/// What went wrong, without anything that a server or a letter said: that may be anybody's.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    #[error("it cannot be reached: {0}")]
    Unreachable(std::io::ErrorKind),
    #[error("the connection ended")]
    Lost,
    #[error("it did not answer in time")]
    Silent,
    #[error("it refused {0}")]
    Refused(&'static str),
    #[error("it said something that is not understood")]
    NotUnderstood,
    #[error("what we sign in with is missing: {0}")]
    Credentials(String),
    #[error("a letter could not be kept: {0}")]
    Keeping(#[from] DbErr),
}

/// A mailbox that is read.
pub(crate) struct Mailbox {
    /// By which it is told from others in logs and in the table.
    name: String,
    server: Server,
    credentials: Credentials,
    folder: String,
    move_to: Option<String>,
    every: Duration,
    /// The first pause.
    pub(crate) pause: Duration,
}

impl Mailbox {
    fn read(name: &str, settings: &ImapMailbox) -> anyhow::Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            server: Server::read(&settings.server)?,
            credentials: Credentials::read(settings)?,
            folder: folder_names::encoded(&settings.folder),
            move_to: settings.move_to.as_deref().map(folder_names::encoded),
            every: Duration::from_secs(settings.every.into()),
            pause: PAUSE,
        })
    }

    /// Whose place in the table it is. A mailbox of which another folder is read begins anew.
    fn place(&self) -> String {
        format!("{}/{}", self.name, self.folder)
    }

    async fn sign_in(&self) -> Result<Session, Trouble> {
        Session::sign_in(&self.server, &self.credentials).await
    }
}

/// The mailboxes that the settings name; an error when one cannot be as it stands there.
pub(crate) fn mailboxes(settings: &Settings) -> anyhow::Result<Vec<Mailbox>> {
    let read = |(name, mailbox): (&String, &ImapMailbox)| {
        Mailbox::read(name, mailbox).map_err(|error| error.context(format!("imap.{name} is wrong")))
    };
    settings.imap.iter().map(read).collect()
}

/// Signs in and opens the folder, as `moteplass doctor` does.
pub(crate) async fn try_out(mailbox: &Mailbox) -> anyhow::Result<()> {
    let tried = async {
        let mut session = mailbox.sign_in().await?;
        session.select(&mailbox.folder).await?;
        session.leave().await;
        Ok::<_, Trouble>(())
    };
    tried.await.map_err(|trouble| anyhow::anyhow!("the mailbox imap.{}: {trouble}", mailbox.name))
}

/// What is remembered from one connection to the next.
#[derive(Default)]
struct Memory {
    /// How often in a row nothing could be read.
    failures: u32,
    /// The letters that could not be read.
    broken_at: BTreeMap<u32, Broken>,
}

/// What is remembered of a letter that could not be read.
#[derive(Default)]
struct Broken {
    /// How often that was so although others could: a server that is unwell gives none.
    times: u32,
    /// After how many failures it was asked for last.
    failures: u32,
}

/// Reads a mailbox until the program stops.
pub(crate) async fn run(mail: Arc<Mail>, mailbox: Mailbox) -> anyhow::Result<()> {
    let stop = mail.host.stop.clone();
    let mut memory = Memory::default();
    loop {
        let trouble = tokio::select! {
            () = stop.cancelled() => return Ok(()),
            Err(trouble) = talk(&mail, &mailbox, &mut memory) => trouble,
        };
        memory.failures += 1;
        let pause = pause_after(mailbox.pause, memory.failures);
        tracing::warn!(mailbox = mailbox.name, error = %trouble, pause_s = pause.as_secs(), "a mailbox could not be read");
        metrics::counter!("mail_mailbox_troubles_total", "mailbox" => mailbox.name.clone()).increment(1);
        tokio::select! {
            () = stop.cancelled() => return Ok(()),
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// How long to wait after so many failures in a row.
fn pause_after(first: Duration, failures: u32) -> Duration {
    first.saturating_mul(1 << failures.saturating_sub(1).min(16)).min(LONGEST)
}

/// One connection, which is kept until it breaks.
async fn talk(mail: &Mail, mailbox: &Mailbox, memory: &mut Memory) -> Result<Infallible, Trouble> {
    let mut session = mailbox.sign_in().await?;
    if let Some(folder) = &mailbox.move_to {
        session.make_folder(folder).await?;
    }
    loop {
        turn(mail, mailbox, &mut session, memory).await?;
        memory.failures = 0;
        session = session.wait(mailbox.every).await?;
    }
}

/// Which letters of a folder are looked at.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    query: String,
    /// Those with larger UIDs.
    after: u32,
}

impl Wanted {
    /// Those that came after the last one. Where that is not known, or the server has given them other UIDs (RFC 3501 2.3.1.1),
    /// those that nobody has seen, as far back as we would know again what we have kept.
    fn of(known: Option<&mailbox::Model>, uid_validity: u32, now: DateTime<Utc>) -> Self {
        let last = known.filter(|known| known.uid_validity == i64::from(uid_validity));
        match last.map(|known| u32::try_from(known.last_uid).unwrap_or(u32::MAX)) {
            Some(after) => Self { query: format!("UID {}:*", after.saturating_add(1)), after },
            None => {
                // Servers compare days, in whatever zone of theirs.
                let since = now - MEMORY + TimeDelta::days(1);
                Self { query: format!("UNSEEN SINCE {}", since.format("%-d-%b-%Y")), after: 0 }
            }
        }
    }
}

/// Takes everything in that is new.
async fn turn(mail: &Mail, mailbox: &Mailbox, session: &mut Session, memory: &mut Memory) -> Result<(), Trouble> {
    let db = &mail.host.db;
    let place = mailbox.place();
    let folder = session.select(&mailbox.folder).await?;
    let known = mailbox::find(&db.read, &place).await?;
    let wanted = Wanted::of(known.as_ref(), folder.uid_validity, mail.host.clock.now());
    let found = session.search(&wanted.query).await?.into_iter();
    // A range up to the last has the last one in it, also when it is before the range.
    let mut found: Vec<u32> = found.filter(|uid| *uid > wanted.after).collect();
    // What could not be read before comes last, in turn, and holds up nothing. Until it is done with, it is asked for again.
    found.sort_unstable_by_key(|uid| (memory.broken_at.get(uid).map(|broken| broken.failures), *uid));
    let held_up = found.iter().copied().filter(|uid| memory.broken_at.contains_key(uid)).min().unwrap_or(u32::MAX);
    let mut has_read = false;
    for uid in &found {
        if memory.broken_at.get(uid).is_some_and(|broken| broken.times >= TRIES) {
            tracing::error!(mailbox = mailbox.name, uid, "a letter in a mailbox cannot be read, and stays there");
            left(mailbox);
        } else if let Err(trouble) = take(mail, mailbox, session, *uid).await {
            // When it could not be kept, that is about us and not about the letter.
            if !matches!(trouble, Trouble::Keeping(_)) {
                let broken = memory.broken_at.entry(*uid).or_default();
                broken.times += u32::from(has_read);
                broken.failures = memory.failures;
            }
            return Err(trouble);
        } else {
            has_read = true;
            memory.broken_at.remove(uid);
        }
        if *uid < held_up {
            mailbox::keep(&db.write, &place, folder.uid_validity, *uid).await?;
        }
    }
    memory.broken_at.clear();
    if let Some(last) = found.iter().max() {
        mailbox::keep(&db.write, &place, folder.uid_validity, *last).await?;
    }
    if let Some(next) = folder.uid_next.filter(|_| wanted.after == 0) {
        mailbox::keep(&db.write, &place, folder.uid_validity, next.saturating_sub(1)).await?;
    }
    Ok(())
}

/// Keeps one letter, and marks or moves it then.
async fn take(mail: &Mail, mailbox: &Mailbox, session: &mut Session, uid: u32) -> Result<(), Trouble> {
    let Some(size) = session.size(uid).await? else {
        // Somebody has taken it away meanwhile.
        return Ok(());
    };
    let largest = u32::try_from(super::reading::LARGEST).unwrap_or(u32::MAX);
    if size > largest {
        tracing::warn!(
            mailbox = mailbox.name,
            uid,
            bytes = size,
            "a letter is larger than we take, and stays where it is"
        );
        left(mailbox);
        return Ok(());
    }
    let raw = session.letter(uid).await?.ok_or(Trouble::NotUnderstood)?;
    let letter = Letter { sender: String::new(), recipients: Vec::new(), raw };
    match from_mailbox(&mail.host, &mailbox.name, letter).await {
        Ok(()) => mail.arrived.notify_one(),
        Err(NotTaken::Trouble(error)) => return Err(Trouble::Keeping(error)),
        Err(NotTaken::TooLarge | NotTaken::NotOurs) => {
            left(mailbox);
            return Ok(());
        }
    }
    let put_away = match &mailbox.move_to {
        Some(folder) => session.move_to(uid, folder).await,
        None => session.mark_as_seen(uid).await,
    };
    match put_away {
        // It is kept; where it lies is for those who look into the mailbox.
        Err(Trouble::Refused(what)) => {
            tracing::warn!(mailbox = mailbox.name, uid, "a letter was taken in, but the server refused {what}");
            Ok(())
        }
        done => done,
    }
}

fn left(mailbox: &Mailbox) {
    metrics::counter!("mail_mailbox_left_total", "mailbox" => mailbox.name.clone()).increment(1);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_until_the_longest() {
        for (failures, seconds) in [(1, 2), (2, 4), (5, 32), (9, 512), (10, 600), (u32::MAX, 600)] {
            assert_eq!(pause_after(PAUSE, failures), Duration::from_secs(seconds), "after {failures} failures");
        }
    }

    #[test]
    fn what_is_new_is_asked_for_by_uid_only_while_uids_mean_the_same() {
        let now = "2026-11-22T09:00:00Z".parse().unwrap();
        let known = mailbox::Model { place: "kurs/INBOX".to_owned(), uid_validity: 7, last_uid: 41 };
        assert_eq!(Wanted::of(Some(&known), 7, now), Wanted { query: "UID 42:*".to_owned(), after: 41 });
        let unseen = Wanted { query: "UNSEEN SINCE 24-Oct-2026".to_owned(), after: 0 };
        assert_eq!(Wanted::of(Some(&known), 8, now), unseen);
        assert_eq!(Wanted::of(None, 7, now), unseen);
    }
}
