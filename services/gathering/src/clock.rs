//! What happens because time passes: seats without a name go to everybody, and people are forgotten.

use crate::store::{self, gathering};
use crate::{acting, counting};
use bus::Bus;
use chrono::TimeDelta;
use host::{Host, Task, timer};
use std::time::Duration;

/// How often the clock is looked at.
const OFTEN: Duration = Duration::from_secs(30);
/// How often personal data are deleted.
const HOURLY: Duration = Duration::from_secs(3_600);

/// The service's timers.
pub(crate) fn timers(host: &Host, bus: &Bus) -> Vec<Task> {
    let release = {
        let (host, bus) = (host.clone(), bus.clone());
        move || release(host.clone(), bus.clone())
    };
    let count = {
        let (host, bus) = (host.clone(), bus.clone());
        move || counting::ended(host.clone(), bus.clone())
    };
    let forget = {
        let host = host.clone();
        move || forget(host.clone())
    };
    vec![
        timer(host, "gathering.release", OFTEN, release),
        timer(host, "gathering.coverage", OFTEN, count),
        timer(host, "gathering.erasure", HOURLY, forget),
    ]
}

/// Forgets who was named, who acted and what they wrote, as soon after a gathering as its organisation wants personal data deleted. That
/// somebody came, from where and in which role, stays.
pub(crate) async fn forget(host: Host) -> anyhow::Result<()> {
    let now = host.clock.now();
    let organisations = store::organisation::all(&host.db.read).await?;
    for found in gathering::ended(&host.db.read, now).await? {
        let days = organisations.get(&found.organisation).map_or(0, |organisation| organisation.retention_days);
        if now < found.ends_at + TimeDelta::days(days.into()) {
            continue;
        }
        store::seat::forget_all(&host.db.write, found.id).await?;
        store::holder::forget_all(&host.db.write, found.id).await?;
        store::delegation::forget_reasons(&host.db.write, found.id).await?;
        store::plan::remove_all(&host.db.write, found.id).await?;
        store::participant::forget_all(&host.db.write, found.id).await?;
    }
    Ok(())
}

/// Releases the seats of gatherings whose day for it has come, each gathering in one step. Members that come in later have
/// theirs released the next time.
pub(crate) async fn release(host: Host, bus: Bus) -> anyhow::Result<()> {
    let now = host.clock.now();
    for found in gathering::ahead(&host.db.read, now).await? {
        if found.rules().release_at.is_none_or(|at| now < at) {
            continue;
        }
        let unreleased = store::delegation::unreleased(&host.db.read, found.id).await?;
        if unreleased.is_empty() && found.released_at.is_some() {
            continue;
        }
        let work = bus.begin().await?;
        gathering::locked(&work.tx, found.id).await?;
        for id in unreleased {
            if let Some(mut case) = acting::open(&work.tx, id).await?
                && !case.row.released
            {
                case.release(&work).await?;
            }
        }
        gathering::mark_released(&work.tx, found.id, work.now).await?;
        work.commit().await?;
        tracing::info!(event.id = %found.id, "seats without a name were released");
    }
    Ok(())
}
