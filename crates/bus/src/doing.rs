//! The loop that does what is due.

use crate::bus::Core;
use crate::pause::{self, REACH};
use crate::retry::{self, Next};
use crate::store::Lease;
use crate::store::inbox::{self, Model, Taken, Which};
use crate::{Failure, Trace, Work};
use chrono::TimeDelta;
use futures::FutureExt;
use proto::Envelope;
use sea_orm::DbErr;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use tracing::Instrument;

/// How many messages may share one transaction.
const BATCH: u64 = 64;

/// How long one transaction with handlers may take.
const LIMIT: Duration = Duration::from_secs(15);

/// How long rows are leased for: longer than the limit, so that only one who stood still loses them.
const LEASE: TimeDelta = TimeDelta::seconds(20);

/// Does what is due until the program stops.
pub(crate) async fn run(core: Arc<Core>) -> anyhow::Result<()> {
    let mut failures = 0;
    loop {
        let go_on = match everything(&core).await {
            Ok(()) => {
                failures = 0;
                core.occasion(&core.arrived).await
            }
            Err(error) => {
                failures += 1;
                tracing::warn!(service.name = core.service, error = %error, "the inbox cannot be reached; trying again");
                core.rest(REACH.after(failures, pause::jitter())).await
            }
        };
        if !go_on {
            return Ok(());
        }
    }
}

async fn everything(core: &Core) -> Result<(), DbErr> {
    while !core.stop.is_cancelled() {
        core.haste.give_way().await;
        // Both kinds in turn, so that neither holds up the other.
        let fresh = turn(core, Which::Fresh, BATCH).await?;
        let tried = turn(core, Which::Tried, 1).await?;
        if !fresh && !tried {
            break;
        }
    }
    Ok(())
}

/// Does the next rows of a kind; false when none are due.
async fn turn(core: &Core, which: Which, most: u64) -> Result<bool, DbErr> {
    let now = core.clock.now();
    if !inbox::any_due(&core.db.read, which, now).await? {
        return Ok(false);
    }
    let lease = Lease::new(now, LEASE);
    let rows = inbox::lease(&core.db.write, lease, which, now, most).await?;
    let rows: Vec<(Model, Taken)> = rows
        .into_iter()
        .map(|row| {
            let taken = Taken { seq: row.seq, tries: row.tries, lease };
            (row, taken)
        })
        .collect();
    // Together when there are several; if one of them fails, each by itself, so that it takes no neighbour along.
    if rows.len() > 1 && together(core, &rows).await? {
        return Ok(true);
    }
    for (row, taken) in &rows {
        if core.clock.now() >= lease.until {
            // Others may have the rest by now.
            break;
        }
        alone(core, row, *taken).await?;
    }
    Ok(!rows.is_empty())
}

/// All in one transaction; false when one of them failed and nothing was kept.
async fn together(core: &Core, rows: &[(Model, Taken)]) -> Result<bool, DbErr> {
    let Some((_, first)) = rows.first() else { return Ok(true) };
    let work = core.begin().await?;
    let handled = within(async {
        for (row, _) in rows {
            handle(core, &work, row).await?;
        }
        let seqs: Vec<i64> = rows.iter().map(|(row, _)| row.seq).collect();
        Ok(inbox::done_all(&work.tx, &seqs, first.tries, first.lease, work.now).await? == seqs.len() as u64)
    })
    .await;
    match handled {
        Ok(true) => {}
        Ok(false) | Err(_) => {
            work.rollback().await;
            return Ok(false);
        }
    }
    if work.commit().await.is_err() {
        // It may have been kept all the same. One by one tells: a row that is done is marked by nobody else.
        return Ok(false);
    }
    count(core, "done", rows.len());
    Ok(true)
}

/// One message in a transaction of its own.
async fn alone(core: &Core, row: &Model, taken: Taken) -> Result<(), DbErr> {
    if retry::never_finishes(taken.tries) {
        let failure = Failure::SetAside(format!("begun {} times and never finished", taken.tries - 1));
        return failed(core, row, taken, &failure).await;
    }
    let work = core.begin().await?;
    let handled = within(async {
        handle(core, &work, row).await?;
        Ok(inbox::done(&work.tx, taken, work.now).await?)
    })
    .await;
    match handled {
        Ok(true) => match work.commit().await {
            Ok(()) => {
                count(core, "done", 1);
                Ok(())
            }
            // If it was kept after all, the row is done and this changes nothing.
            Err(error) => failed(core, row, taken, &error.into()).await,
        },
        Ok(false) => {
            work.rollback().await;
            tracing::warn!(service.name = core.service, message.id = %row.id, message.name = row.name, "took longer than its lease; left to others");
            Ok(())
        }
        Err(failure) => {
            work.rollback().await;
            failed(core, row, taken, &failure).await
        }
    }
}

/// Runs handlers with a limit, and turns a panic into a failure.
async fn within(handling: impl Future<Output = Result<bool, Failure>>) -> Result<bool, Failure> {
    match tokio::time::timeout(LIMIT, AssertUnwindSafe(handling).catch_unwind()).await {
        Ok(Ok(handled)) => handled,
        // The words of a panic may quote anything. They are in the log of the process, where it was said.
        Ok(Err(_panic)) => Err(Failure::Retry("the handler panicked".to_owned())),
        Err(_) => Err(Failure::Retry(format!("the handler took longer than {} s", LIMIT.as_secs()))),
    }
}

async fn handle(core: &Core, work: &Work, row: &Model) -> Result<(), Failure> {
    let envelope: Envelope = serde_json::from_str(&row.envelope).map_err(|error| unreadable(&error))?;
    let Some(handler) = core.handlers.get(envelope.name.as_str()) else {
        return Err(Failure::SetAside(format!("{} does not know {}", core.service, envelope.name)));
    };
    work.answers(&envelope);
    let trace: Trace = work.trace();
    let span = tracing::info_span!(
        "hear",
        service.name = core.service,
        message.id = %row.id,
        message.name = row.name,
        trace.id = trace.id()
    );
    handler.handle(work, &envelope).instrument(span).await?;
    work.unsayable().map_or(Ok(()), Err)
}

/// Why an envelope could not be read, without anything of what is in it.
pub(crate) fn unreadable(error: &serde_json::Error) -> Failure {
    Failure::SetAside(format!(
        "the envelope does not fit: {:?} error at line {} column {}",
        error.classify(),
        error.line(),
        error.column()
    ))
}

/// Marks a message whose handling failed. The reason goes into the row and not into the log, where personal data have
/// no place.
async fn failed(core: &Core, row: &Model, taken: Taken, failure: &Failure) -> Result<(), DbErr> {
    let now = core.clock.now();
    let (id, name, tries) = (row.id, row.name.as_str(), taken.tries);
    match retry::after(failure, tries, now, pause::jitter()) {
        Next::TryAt(due) => {
            count(core, "retried", 1);
            tracing::warn!(service.name = core.service, message.id = %id, message.name = name, tries, due = %due, "a message failed and will be tried again");
            inbox::again(&core.db.write, taken, host::to_micros(due), failure.reason()).await
        }
        Next::SetAside => {
            count(core, "set_aside", 1);
            tracing::error!(service.name = core.service, message.id = %id, message.name = name, tries, "a message was set aside");
            inbox::set_aside(&core.db.write, taken, now, failure.reason()).await
        }
    }
}

fn count(core: &Core, outcome: &'static str, many: usize) {
    metrics::counter!("moteplass_bus_handled_total", "service" => core.service, "outcome" => outcome)
        .increment(many as u64);
}
