//! The loop that carries what was said.

use crate::bus::Core;
use crate::exchange::{Delivered, Exchange};
use crate::pause::{self, CARRY, REACH};
use crate::store::{Lease, outbox};
use chrono::TimeDelta;
use sea_orm::DbErr;
use std::sync::Arc;

/// How many messages are carried together.
const BATCH: u64 = 500;

/// How long a batch may take before others may carry it as well.
const LEASE_IN_PROCESS: TimeDelta = TimeDelta::seconds(10);

/// Carries what this service says into the inboxes of the same process.
pub(crate) async fn in_process(core: Arc<Core>, exchange: Exchange) -> anyhow::Result<()> {
    let mut failures = 0;
    loop {
        let go_on = match everything(&core, &exchange).await {
            Ok(()) => {
                failures = 0;
                core.occasion(&core.said).await
            }
            Err(error) => {
                failures += 1;
                tracing::warn!(service.name = core.service, error = %error, "the outbox cannot be reached; trying again");
                core.rest(REACH.after(failures, pause::jitter())).await
            }
        };
        if !go_on {
            return Ok(());
        }
    }
}

async fn everything(core: &Core, exchange: &Exchange) -> Result<(), DbErr> {
    // Not over a broker: who hears it there has cores of their own.
    core.haste.give_way().await;
    while !core.stop.is_cancelled()
        && let Some((lease, rows)) = take(core, LEASE_IN_PROCESS).await?
    {
        let delivered = exchange.deliver(&rows, core.clock.now()).await;
        settle(core, lease, &rows, &delivered).await?;
        core.haste.give_way().await;
    }
    Ok(())
}

/// The next batch that is due, if there is any.
pub(crate) async fn take(core: &Core, length: TimeDelta) -> Result<Option<(Lease, Vec<outbox::Model>)>, DbErr> {
    let now = core.clock.now();
    if !outbox::any_due(&core.db.read, now).await? {
        return Ok(None);
    }
    let lease = Lease::new(now, length);
    let rows = outbox::lease(&core.db.write, lease, now, BATCH).await?;
    Ok((!rows.is_empty()).then_some((lease, rows)))
}

/// Marks what became of a batch.
pub(crate) async fn settle(
    core: &Core,
    lease: Lease,
    rows: &[outbox::Model],
    delivered: &Delivered,
) -> Result<(), DbErr> {
    let now = core.clock.now();
    let service = core.service;
    metrics::counter!("moteplass_bus_carried_total", "service" => service).increment(delivered.carried.len() as u64);
    metrics::counter!("moteplass_bus_unheard_total", "service" => service).increment(delivered.unheard);
    metrics::counter!("moteplass_bus_unsent_total", "service" => service).increment(delivered.unsent.len() as u64);
    outbox::carried(&core.db.write, lease, delivered.carried.clone(), now).await?;
    for row in rows {
        let Some(trouble) = delivered.unsent.get(&row.seq) else { continue };
        let tries = row.tries.saturating_add(1);
        let pause = CARRY.after(tries.unsigned_abs(), pause::jitter());
        let due = host::to_micros(now + TimeDelta::from_std(pause).unwrap_or(TimeDelta::MAX));
        outbox::unsent(&core.db.write, lease, row.seq, tries, due, trouble).await?;
    }
    Ok(())
}
