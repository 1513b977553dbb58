//! What happens because time passes: seats without a name go to everybody.

use crate::acting;
use crate::store::{self, gathering};
use bus::Bus;
use host::{Host, Task, timer};
use std::time::Duration;

/// How often the clock is looked at.
const OFTEN: Duration = Duration::from_secs(30);

/// The service's timers.
pub(crate) fn timers(host: &Host, bus: &Bus) -> Vec<Task> {
    let release = {
        let (host, bus) = (host.clone(), bus.clone());
        move || release(host.clone(), bus.clone())
    };
    vec![timer(host, "gathering.release", OFTEN, release)]
}

/// Releases the seats of gatherings whose day for it has come, each gathering in one step.
pub(crate) async fn release(host: Host, bus: Bus) -> anyhow::Result<()> {
    let now = host.clock.now();
    for found in gathering::unreleased(&host.db.read, now).await? {
        if found.rules().release_at.is_none_or(|at| now < at) {
            continue;
        }
        let work = bus.begin().await?;
        let still = gathering::locked(&work.tx, found.id).await?;
        if still.is_none_or(|row| row.released_at.is_some()) {
            work.rollback().await;
            continue;
        }
        for row in store::delegation::of(&work.tx, found.id).await? {
            if let Some(mut case) = acting::open(&work.tx, row.id).await? {
                case.release(&work).await?;
            }
        }
        gathering::mark_released(&work.tx, found.id, work.now).await?;
        work.commit().await?;
        tracing::info!(event.id = %found.id, "seats without a name were released");
    }
    Ok(())
}
