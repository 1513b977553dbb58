//! The desk: one queue for everything that people ask about places, decided in batches.
//!
//! What arrives while a batch is being committed is decided together in the next one: one transaction, one lock on each
//! event, one flush to disk, however many people wait. Several desks may work on one database, since the lock is there.

mod acting;
mod batch;
pub mod book;
mod changing;
mod deciding;
pub mod errand;
pub mod fact;
pub mod inviting;
mod leaving;
pub mod loading;
mod own;
#[cfg(test)]
mod programme_properties;
#[cfg(test)]
mod properties;
pub mod recording;
mod replanning;
pub mod seating;
#[cfg(test)]
mod seating_properties;
mod signing_up;
mod walking_in;

use self::batch::{Trouble, decide};
use self::errand::{Errand, Outcome, Unavailable};
use crate::store::snapshot::Events;
use bus::Bus;
use futures::FutureExt;
use host::{Database, Haste, Host, Task};
use proto::EventId;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

pub use self::batch::{Decided, Order, decide_in};

/// Events are spread over so many desks of one process, each with a queue.
const SHARDS: usize = 2;
/// How many may stand in one queue. Whoever comes then is asked to come again, before anything is promised.
const LONGEST_QUEUE: usize = 8_192;
/// How many are decided together at most.
const LARGEST_BATCH: usize = 512;
/// An errand that has waited longer is not begun: whoever asked has given up.
const PATIENCE: Duration = Duration::from_secs(8);
/// When the one who asked stops waiting for an errand that was begun.
const ANSWER: Duration = Duration::from_secs(25);

/// Where people's errands about places are decided. Cheap to clone.
#[derive(Clone)]
pub struct Desk {
    queues: Arc<[mpsc::Sender<Asked>]>,
    events: Events,
    haste: Haste,
}

struct Asked {
    event: EventId,
    order: Order,
    deadline: Instant,
    reply: oneshot::Sender<Result<Outcome, Unavailable>>,
}

impl Desk {
    /// Opens the desk, and gives the loops that serve it.
    pub fn open(host: &Host, bus: &Bus) -> (Self, Vec<Task>) {
        let events = Events::default();
        let (queues, tasks): (Vec<_>, Vec<_>) = (0..SHARDS)
            .map(|_| {
                let (queue, arrivals) = mpsc::channel(LONGEST_QUEUE);
                let clerk = Clerk { bus: bus.clone(), db: host.db.clone(), events: events.clone(), arrivals };
                (queue, clerk.serve(host.stop.clone()).boxed())
            })
            .unzip();
        (Self { queues: queues.into(), events, haste: host.haste.clone() }, tasks)
    }

    /// The events that the desk has read, for pages to use too.
    pub(crate) const fn events(&self) -> &Events {
        &self.events
    }

    /// Asks for something, and waits until it is decided and kept. The answer is true when it is given; without one
    /// nothing is promised, and the same errand can be sent again.
    pub async fn ask(&self, event: EventId, errand: Errand) -> Result<Outcome, Unavailable> {
        let _somebody = self.haste.wait();
        self.order(event, Order::Errand(errand)).await
    }

    /// Brings an event up to date with the clock.
    pub async fn tidy(&self, event: EventId) -> Result<(), Unavailable> {
        self.order(event, Order::Tidy).await.map(drop)
    }

    /// Says what there is to say about the places of an event.
    pub async fn say(&self, event: EventId) -> Result<(), Unavailable> {
        self.order(event, Order::Say).await.map(drop)
    }

    async fn order(&self, event: EventId, order: Order) -> Result<Outcome, Unavailable> {
        let (reply, answer) = oneshot::channel();
        let asked = Asked { event, order, deadline: Instant::now() + PATIENCE, reply };
        self.queue(event).try_send(asked).map_err(|_full| {
            metrics::counter!("registration_desk_turned_away").increment(1);
            Unavailable
        })?;
        match timeout(ANSWER, answer).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) | Err(_) => Err(Unavailable),
        }
    }

    fn queue(&self, event: EventId) -> &mpsc::Sender<Asked> {
        // The last bits of an id are random in every version of UUID that is in use.
        let shard = usize::from(event.0.as_bytes()[15]) % self.queues.len();
        &self.queues[shard]
    }
}

/// Serves one queue.
struct Clerk {
    bus: Bus,
    db: Database,
    events: Events,
    arrivals: mpsc::Receiver<Asked>,
}

impl Clerk {
    async fn serve(mut self, stop: CancellationToken) -> anyhow::Result<()> {
        let mut batch = Vec::with_capacity(LARGEST_BATCH);
        loop {
            tokio::select! {
                biased;
                count = self.arrivals.recv_many(&mut batch, LARGEST_BATCH) => {
                    if count == 0 {
                        return Ok(());
                    }
                    self.answer(std::mem::take(&mut batch)).await;
                }
                // Those who are in the queue are still served; nobody else is let in.
                () = stop.cancelled(), if !self.arrivals.is_closed() => self.arrivals.close(),
            }
        }
    }

    async fn answer(&mut self, mut batch: Vec<Asked>) {
        batch.retain(|asked| !asked.is_late());
        if batch.is_empty() {
            return;
        }
        #[expect(clippy::cast_precision_loss, reason = "a batch has at most a few hundred")]
        metrics::histogram!("registration_desk_batch").record(batch.len() as f64);
        match self.decide(&batch).await {
            Ok(outcomes) => give(batch, outcomes),
            Err(Trouble::Away(error)) => {
                tracing::warn!(errands = batch.len(), error, "the database is away; errands are turned away");
                // Those behind them would only wait for the same.
                let behind = std::iter::from_fn(|| self.arrivals.try_recv().ok());
                batch.extend(behind.take(LONGEST_QUEUE));
                batch.into_iter().for_each(Asked::turn_away);
            }
            Err(Trouble::Refused(error)) if batch.len() == 1 => {
                tracing::error!(event.id = %batch[0].event, error = %error, "an errand could not be decided");
                batch.into_iter().for_each(Asked::turn_away);
            }
            Err(Trouble::Refused(error)) => {
                tracing::warn!(errands = batch.len(), error = %error, "a batch failed; its errands are decided one by one");
                self.one_by_one(batch).await;
            }
        }
    }

    /// One errand that the database refuses must not take the others with it.
    async fn one_by_one(&self, batch: Vec<Asked>) {
        let mut is_away = false;
        for asked in batch {
            if is_away || asked.is_late() {
                asked.turn_away();
                continue;
            }
            match self.decide(std::slice::from_ref(&asked)).await {
                Ok(outcomes) => give(vec![asked], outcomes),
                Err(trouble) => {
                    if let Trouble::Refused(error) = &trouble {
                        tracing::error!(event.id = %asked.event, error = %error, "an errand could not be decided");
                    }
                    is_away = matches!(trouble, Trouble::Away(_));
                    asked.turn_away();
                }
            }
        }
    }

    async fn decide(&self, batch: &[Asked]) -> Result<Vec<Outcome>, Trouble> {
        let orders: Vec<(EventId, &Order)> = batch.iter().map(|asked| (asked.event, &asked.order)).collect();
        decide(&self.bus, &self.db, &self.events, &orders).await
    }
}

fn give(batch: Vec<Asked>, outcomes: Vec<Outcome>) {
    for (asked, outcome) in batch.into_iter().zip(outcomes) {
        // Whoever has stopped waiting asks again, and is told the same.
        let _ = asked.reply.send(Ok(outcome));
    }
}

impl Asked {
    /// Whether it has waited too long to be begun. Dropping it tells the one who asked.
    fn is_late(&self) -> bool {
        self.deadline <= Instant::now()
    }

    fn turn_away(self) {
        let _ = self.reply.send(Err(Unavailable));
    }
}
