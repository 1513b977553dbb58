//! Keeps one kind of connection alive: a fresh one each time, the next address after a failure, growing pauses.

use super::Amqp;
use super::link::Link;
use crate::bus::Core;
use crate::pause::{self, REACH};
use std::sync::Arc;
use std::time::{Duration, Instant};

pub(super) struct Supervisor {
    amqp: Amqp,
    core: Arc<Core>,
    /// `publishing` or `consuming`.
    purpose: &'static str,
    turn: usize,
    failures: u32,
    since: Instant,
}

/// A connection that lasted so long was a good one; the next pause is a short one again.
const GOOD: Duration = Duration::from_secs(10);

impl Supervisor {
    pub(super) fn new(amqp: &Amqp, core: &Arc<Core>, purpose: &'static str) -> Self {
        Self { amqp: amqp.clone(), core: Arc::clone(core), purpose, turn: 0, failures: 0, since: Instant::now() }
    }

    /// The next connection; none when the program stops.
    pub(super) async fn next(&mut self) -> Option<Link> {
        let name = format!("moteplass {} {}", self.core.service, self.purpose);
        while !self.core.stop.is_cancelled() {
            let opened = tokio::select! {
                biased;
                () = self.core.stop.cancelled() => return None,
                opened = Link::open(&self.amqp, self.turn, &name) => opened,
            };
            match opened {
                Ok(link) => {
                    self.since = Instant::now();
                    return Some(link);
                }
                Err(error) => self.failed(&error).await,
            }
        }
        None
    }

    /// Closes a connection after use, and pauses if it ended in trouble.
    pub(super) async fn ended(&mut self, link: Link, how: anyhow::Result<()>) {
        if self.since.elapsed() >= GOOD {
            self.failures = 0;
        }
        link.close().await;
        if let Err(error) = how {
            self.failed(&error).await;
        }
    }

    async fn failed(&mut self, error: &anyhow::Error) {
        self.failures = self.failures.saturating_add(1);
        self.turn = self.turn.wrapping_add(1);
        let pause = REACH.after(self.failures, pause::jitter());
        metrics::counter!("moteplass_bus_broker_failures_total", "service" => self.core.service, "purpose" => self.purpose)
            .increment(1);
        tracing::warn!(
            service.name = self.core.service,
            purpose = self.purpose,
            error = format!("{error:#}"),
            failures = self.failures,
            pause_ms = pause.as_millis(),
            "no connection to the broker; connecting anew"
        );
        self.core.rest(pause).await;
    }
}
