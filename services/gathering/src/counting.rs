//! Counts who took part, and keeps the numbers: they stay when the people are forgotten.

use crate::store::{delegation, gathering, participant, participation, seat};
use crate::taking_part::{Count, count};
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use host::Host;
use proto::EventId;
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// Counts from what is known of people now.
pub(crate) async fn now(db: &impl ConnectionTrait, gathering: Uuid) -> Result<Vec<Count>, DbErr> {
    let delegations = delegation::of(db, gathering).await?;
    let seats = seat::of_gathering(db, gathering).await?;
    let participants = participant::of(db, gathering).await?;
    Ok(count(&delegations, &seats, &participants))
}

/// What reports are made of: the kept numbers once a gathering is over and counted, and until then what is known of people.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    gatherings: &[gathering::Model],
    at: DateTime<Utc>,
) -> Result<Vec<Vec<Count>>, DbErr> {
    let is_counted = |one: &gathering::Model| one.is_counted() && one.ends_at <= at;
    let ids: Vec<Uuid> = gatherings.iter().filter(|one| is_counted(one)).map(|one| one.id).collect();
    let mut kept = participation::of(db, &ids).await?;
    let mut counts = Vec::with_capacity(gatherings.len());
    for one in gatherings {
        counts.push(match is_counted(one) {
            true => kept.remove(&one.id).unwrap_or_default(),
            false => now(db, one.id).await?,
        });
    }
    Ok(counts)
}

async fn keep(work: &Work, gathering: Uuid) -> Result<(), DbErr> {
    let counts = now(&work.tx, gathering).await?;
    participation::write(&work.tx, gathering, &counts).await?;
    gathering::mark_counted(&work.tx, gathering, work.now).await
}

/// Counts again what was counted, when something is told of it afterwards.
pub(crate) async fn again(work: &Work, event: EventId) -> Result<(), DbErr> {
    // Before and during a gathering nobody waits for its lock here. Afterwards it may be being counted at this moment, without
    // what this transaction has written.
    let is_over = |found: gathering::Model| found.is_counted() || found.ends_at <= work.now;
    if !gathering::by_id(&work.tx, event.0).await?.is_some_and(is_over) {
        return Ok(());
    }
    match gathering::locked(&work.tx, event.0).await?.is_some_and(|found| found.is_counted()) {
        true => keep(work, event.0).await,
        false => Ok(()),
    }
}

/// Counts the gatherings that have ended since the last time.
pub(crate) async fn ended(host: Host, bus: Bus) -> anyhow::Result<()> {
    for found in gathering::uncounted(&host.db.read, host.clock.now()).await? {
        let work = bus.begin().await?;
        gathering::locked(&work.tx, found.id).await?;
        keep(&work, found.id).await?;
        work.commit().await?;
        tracing::info!(event.id = %found.id, "counted who took part");
    }
    Ok(())
}
