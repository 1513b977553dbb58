use crate::bus::Core;
use crate::store::{inbox, outbox};
use chrono::{DateTime, TimeDelta, Utc};
use host::Database;
use sea_orm::DbErr;
use std::sync::Arc;
use std::time::Duration;

/// How far behind a service is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Said and not carried yet.
    pub unsent: u64,
    /// How long the oldest of them has waited.
    pub oldest_unsent: TimeDelta,
    /// Arrived and not done yet, also what is to be tried again later.
    pub waiting: u64,
    /// How long ago the oldest of them was due.
    pub oldest_overdue: TimeDelta,
    pub set_aside: u64,
}

impl State {
    /// True when nothing is on its way and nothing is left to do.
    pub fn settled(&self) -> bool {
        self.unsent == 0 && self.waiting == 0
    }
}

/// How far behind the service with this database is.
pub async fn state(db: &Database, now: DateTime<Utc>) -> Result<State, DbErr> {
    let unsent = outbox::count(&db.read).await?;
    let waiting = inbox::count(&db.read, inbox::State::Waiting).await?;
    let set_aside = inbox::count(&db.read, inbox::State::SetAside).await?;
    let since =
        |oldest: Option<DateTime<Utc>>| oldest.map_or(TimeDelta::zero(), |at| (now - at).max(TimeDelta::zero()));
    Ok(State {
        unsent: unsent.count.unsigned_abs(),
        oldest_unsent: since(unsent.oldest),
        waiting: waiting.count.unsigned_abs(),
        oldest_overdue: since(waiting.oldest),
        set_aside: set_aside.count.unsigned_abs(),
    })
}

/// How often the figures are renewed.
const LOOK: Duration = Duration::from_secs(5);

/// How often old rows are removed.
const SWEEP: TimeDelta = TimeDelta::minutes(10);

/// How long ids of what was done are kept, to recognise a message that comes again.
const KEEP_DONE: TimeDelta = TimeDelta::days(30);

/// How long what was carried is kept, to carry it again should a broker lose its data.
const KEEP_CARRIED: TimeDelta = TimeDelta::days(7);

/// How many old rows are removed by one statement, so that nobody waits long for the write lock.
const SWEPT_AT_ONCE: u64 = 500;

/// Renews the figures and removes what is old, until the program stops.
pub(crate) async fn watch(core: Arc<Core>) -> anyhow::Result<()> {
    let mut swept: Option<DateTime<Utc>> = None;
    loop {
        if let Err(error) = publish(&core).await {
            tracing::debug!(service.name = core.service, error = %error, "the figures cannot be read");
        }
        let now = core.clock.now();
        if swept.is_none_or(|at| (now - at).abs() >= SWEEP) {
            swept = Some(now);
            if let Err(error) = sweep(&core, now).await {
                tracing::warn!(service.name = core.service, error = %error, "old messages could not be removed; trying again later");
            }
        }
        tokio::select! {
            biased;
            () = core.stop.cancelled() => return Ok(()),
            () = core.clock.changed() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

async fn publish(core: &Core) -> Result<(), DbErr> {
    let state = state(&core.db, core.clock.now()).await?;
    let seconds = |length: TimeDelta| length.as_seconds_f64();
    let service = core.service;
    metrics::gauge!("moteplass_bus_oldest_unsent_seconds", "service" => service).set(seconds(state.oldest_unsent));
    metrics::gauge!("moteplass_bus_oldest_overdue_seconds", "service" => service).set(seconds(state.oldest_overdue));
    metrics::gauge!("moteplass_bus_set_aside", "service" => service).set(state.set_aside as f64);
    Ok(())
}

async fn sweep(core: &Core, now: DateTime<Utc>) -> Result<(), DbErr> {
    while !core.stop.is_cancelled() {
        let removed = inbox::prune(&core.db.write, now - KEEP_DONE, SWEPT_AT_ONCE).await?
            + outbox::prune(&core.db.write, now - KEEP_CARRIED, SWEPT_AT_ONCE).await?;
        if removed == 0 {
            break;
        }
    }
    core.db.empty_log().await
}
