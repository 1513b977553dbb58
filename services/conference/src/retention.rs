//! Proposals that came to nothing are personal data of people who will not speak: some time after the conference they are deleted.

use crate::store::{conference, organisation, proposal, review};
use bus::Bus;
use chrono::{DateTime, TimeDelta, Utc};
use host::{Host, Task, timer};
use sea_orm::DbErr;
use std::time::Duration;
use uuid::Uuid;

/// Where nothing is known of the organisation that answers for them.
const USUAL_DAYS: u16 = 365;
/// How late a deletion may be.
const EVERY: Duration = Duration::from_secs(60 * 60);

/// Decision: until when proposals are kept that have not become sessions. `retention_days` is what the organisation promises.
pub(crate) fn kept_until(ends_at: DateTime<Utc>, retention_days: Option<u16>) -> DateTime<Utc> {
    ends_at + TimeDelta::days(retention_days.unwrap_or(USUAL_DAYS).into())
}

/// Deletes what is due, until the program stops.
pub(crate) fn deletions(host: &Host, bus: &Bus) -> Task {
    let (bus, inner) = (bus.clone(), host.clone());
    timer(host, "delete proposals", EVERY, move || {
        let (bus, host) = (bus.clone(), inner.clone());
        async move { Ok(delete_due(&host, &bus).await?) }
    })
}

/// Deletes what is due. One conference that fails is not in the way of the others, and is tried again.
pub(crate) async fn delete_due(host: &Host, bus: &Bus) -> Result<(), DbErr> {
    let mut failed = Ok(());
    for id in proposal::unused(&host.db.read).await? {
        if let Err(error) = delete_of(host, bus, id).await {
            failed = Err(error);
        }
    }
    failed
}

async fn delete_of(host: &Host, bus: &Bus, id: Uuid) -> Result<(), DbErr> {
    let Some((slug, responsible, ends_at)) = conference::end(&host.db.read, id).await? else { return Ok(()) };
    let organisations = organisation::named(&host.db.read, &[&responsible]).await?;
    let days = organisations.first().map(|organisation| organisation.retention_days);
    if host.clock.now() < kept_until(ends_at, days) {
        return Ok(());
    }
    let work = bus.begin().await?;
    // Locked, so that none of them is answered while it is deleted.
    conference::any_to_change(&work.tx, &slug).await?;
    let deleted = proposal::delete_unused(&work.tx, id).await?;
    review::delete_of(&work.tx, &deleted).await?;
    work.forget(&deleted);
    work.commit().await?;
    tracing::info!(event.id = %id, proposals = deleted.len(), "deleted proposals that came to nothing");
    Ok(())
}
