//! Handing letters over: takes those that are due in hand, gives each to the server or the folder, notes its fate.

mod files;
mod gate;
mod marks;
mod noting;
mod room;
mod smtp;
mod tls;
mod ways;

pub(crate) use files::Folder;
pub(crate) use room::Room;
pub(crate) use smtp::{Limits, Pool, Server};
pub(crate) use tls::connector;
pub(crate) use ways::{Way, Ways};

use std::sync::Arc;
use std::time::Duration;

use bus::Bus;
use futures::future::FutureExt;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::Mail;
use crate::fate::{self, Attempt};
use crate::made_of::Envelope;
use crate::receiving::address::{self, About};
use crate::store::letter::Takeable;
use crate::taking::{self, InHand, Taken};
use marks::{Mark, Marks, Outcome};
use room::InHands;

/// The loop that sends.
pub(crate) struct Sending {
    mail: Arc<Mail>,
    bus: Bus,
    ways: Arc<Ways>,
    marks: Marks,
    in_hands: InHands,
}

/// How often to look for letters that became due, or that others have planned.
const POLL: Duration = Duration::from_secs(1);
/// After news that is being committed this very moment.
const SOON: [Duration; 3] = [Duration::from_millis(5), Duration::from_millis(30), Duration::from_millis(150)];
/// How long letters in hand may take when the program is to stop.
const PATIENCE: Duration = Duration::from_secs(20);

impl Sending {
    pub(crate) fn new(mail: Arc<Mail>, bus: Bus, ways: Ways) -> (Self, host::Task) {
        let (marks, noting) = marks::begin(bus.clone(), mail.host.settings.clone());
        let in_hands = InHands::default();
        (Self { mail, bus, ways: Arc::new(ways), marks, in_hands }, noting.boxed())
    }

    /// Sends until the program stops, and then finishes what is in hand.
    pub(crate) async fn run(self) -> anyhow::Result<()> {
        let host = self.mail.host.clone();
        let mut in_hand = JoinSet::new();
        let mut hurry = SOON.len();
        let mut look_at = Instant::now();
        // What there was room for when nothing was found, if nothing was.
        let mut in_vain = Room::default();
        loop {
            while in_hand.try_join_next().is_some() {}
            let mut found = 0;
            host.haste.give_way().await;
            let mut room = self.in_hands.room(&self.ways.open());
            // Each look costs questions, and that a letter is done is no reason for one unless it makes room for others.
            if room.most() > 0 && (Instant::now() >= look_at || room.opens_more_than(&in_vain)) {
                let there_was = room.clone();
                match self.take(&mut room).await {
                    Ok(taken) => {
                        found = taken.looked_at;
                        for letter in taken.letters {
                            let relay = room.relay(letter.route.organisation.as_deref());
                            let place = self.in_hands.hold(relay, letter.route.domain.clone());
                            let (ways, marks, mail) = (self.ways.clone(), self.marks.clone(), self.mail.clone());
                            in_hand.spawn(async move {
                                hand_over(ways, marks, letter, mail).await;
                                drop(place);
                            });
                        }
                    }
                    Err(error) => {
                        tracing::warn!(error = %error, "letters could not be taken in hand; trying again soon")
                    }
                }
                in_vain = if found == 0 { there_was } else { Room::default() };
                if found == 0 {
                    look_at = Instant::now() + SOON.get(hurry).copied().unwrap_or(POLL);
                    hurry += 1;
                }
            }
            let room = self.in_hands.room(&self.ways.open());
            // Also when none of them could be sent: those that wait for something must not keep others waiting.
            if found > 0 && room.most() > 0 {
                look_at = Instant::now();
                continue;
            }
            let wait_until = if room.most() > 0 { look_at } else { Instant::now() + POLL };
            tokio::select! {
                () = host.stop.cancelled() => break,
                () = self.mail.wake.notified() => {
                    hurry = 0;
                    look_at = look_at.min(Instant::now() + SOON[0]);
                }
                () = host.clock.changed() => {
                    hurry = 0;
                    look_at = Instant::now();
                }
                Some(_) = in_hand.join_next() => {}
                () = tokio::time::sleep_until(wait_until) => {}
            }
        }
        let all = async { while in_hand.join_next().await.is_some() {} };
        if tokio::time::timeout(PATIENCE, all).await.is_err() {
            tracing::warn!(
                "some letters were still under way when the program stopped; they are finished at the next start"
            );
        }
        Ok(())
    }

    async fn take(&self, room: &mut Room) -> Result<Taken, sea_orm::DbErr> {
        let host = &self.mail.host;
        if self.marks.is_behind() {
            return Ok(Taken::default());
        }
        // Looking costs reads; only finding something costs a transaction.
        let now = host.clock.now();
        let takeable = Takeable::load(&host.db.read, Some(room.clone()), now).await?;
        if !crate::store::letter::anything(&host.db.read, &takeable, now).await? {
            return Ok(Taken::default());
        }
        let work = self.bus.begin().await?;
        let taken = taking::take(&work, &self.mail, &takeable, room).await?;
        work.commit().await?;
        Ok(taken)
    }
}

async fn hand_over(ways: Arc<Ways>, marks: Marks, letter: InHand, mail: Arc<Mail>) {
    let (id, owner) = (letter.letter, letter.owner);
    let started = std::time::Instant::now();
    let (attempt, dotted) = match ways.of(letter.route.organisation.as_deref()) {
        _ if letter.handed_over => (Attempt::Taken, false),
        Way::Folder(folder) => (folder.keep(&letter).await, false),
        Way::Smtp(pool) => {
            let mut dotted = false;
            let until = || mail.host.clock.now() + fate::lease_from_dot(fate::doubt(&mail.host.settings));
            let envelope = returning(&mail, &letter);
            let is_ours = || mail.host.clock.now() < letter.until;
            let attempt = pool
                .hand_over(&envelope, &letter.bytes, is_ours, async {
                    let outcome = Outcome::DotWritten { until: until() };
                    dotted = marks.note(Mark { letter: id, owner, outcome }).await;
                    dotted
                })
                .await;
            match attempt {
                Some(attempt) => (attempt, dotted),
                // Somebody withdrew it, or took it over: it is no longer ours to say anything about.
                None => return tracing::debug!(letter.id = %id, "a letter was taken back before its last dot"),
            }
        }
    };
    log(&letter, &attempt, started.elapsed());
    metrics::counter!("mail_letters_total", "outcome" => word(&attempt), "purpose" => letter.purpose.word())
        .increment(1);
    let outcome = Outcome::of(&letter, &attempt, dotted, mail.host.clock.now(), fate::doubt(&mail.host.settings));
    if !marks.note(Mark { letter: id, owner, outcome }).await {
        tracing::warn!(letter.id = %id, "what became of a letter could not be noted");
    }
}

/// The envelope with the address that the letter comes back to when it cannot be delivered.
fn returning(mail: &Mail, letter: &InHand) -> Envelope {
    let host = &mail.host;
    let own = host.settings.bounce_address.as_deref();
    let from = own.map(|pattern| address::write(&host.keys, About::Bounce, pattern, letter.letter));
    Envelope { from: from.unwrap_or_else(|| letter.envelope.from.clone()), to: letter.envelope.to.clone() }
}

fn log(letter: &InHand, attempt: &Attempt, took: Duration) {
    let (id, purpose, tries) = (letter.letter, letter.purpose.word(), letter.tries);
    let took = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    match attempt.trouble() {
        None => tracing::info!(letter.id = %id, letter.purpose = purpose, tries, took, "letter sent"),
        Some(trouble) => {
            let trouble = fate::without_addresses(trouble);
            tracing::warn!(letter.id = %id, letter.purpose = purpose, tries, took, outcome = word(attempt), trouble, "letter not sent");
        }
    }
}

const fn word(attempt: &Attempt) -> &'static str {
    match attempt {
        Attempt::Taken => "sent",
        Attempt::Refused(_) => "refused",
        Attempt::PutOff(_) => "put_off",
        Attempt::PutOffAll(_) => "put_off_all",
        Attempt::Unreachable(_) => "unreachable",
        Attempt::LostBefore(_) => "lost_before_dot",
        Attempt::LostAfter(_) => "lost_after_dot",
    }
}
