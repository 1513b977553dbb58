//! Deals with letters that came in: each in one transaction with everything that follows from it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use bus::Bus;
use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use host::Task;
use sea_orm::DbErr;
use uuid::Uuid;

use super::{acting, bouncing};
use crate::Mail;
use crate::store::{failure, received};

/// How often to look for letters that others have kept.
const POLL: Duration = Duration::from_secs(1);
/// How many are dealt with before looking whether the program stops.
const AT_ONCE: u64 = 50;
/// How often a letter is tried that cannot be dealt with.
const TRIES: i32 = 10;
/// How often one is tried while the program ends each time.
const BREAKS: i32 = 3;
/// The longest wait before one is tried again.
const LONGEST: TimeDelta = TimeDelta::hours(1);
/// For how long it is remembered that a letter came in.
pub(super) const MEMORY: TimeDelta = TimeDelta::days(30);
/// For how long a letter can be looked at that could not be placed.
pub(crate) const KEPT: TimeDelta = TimeDelta::days(7);
/// How often what is old is forgotten.
const SELDOM: Duration = Duration::from_secs(3_600);

/// Deals with what comes in until the program stops.
pub(crate) async fn run(mail: Arc<Mail>, bus: Bus) -> anyhow::Result<()> {
    let host = mail.host.clone();
    loop {
        match turn(&mail, &bus).await {
            Ok(count) if count > 0 && !host.stop.is_cancelled() => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(error = %error, "letters that came in could not be dealt with; trying again"),
        }
        tokio::select! {
            () = host.stop.cancelled() => return Ok(()),
            () = mail.arrived.notified() => {}
            () = host.clock.changed() => {}
            () = tokio::time::sleep(POLL) => {}
        }
    }
}

/// Forgets what is old.
pub(crate) fn forgetting(mail: &Arc<Mail>) -> Task {
    let host = mail.host.clone();
    host::timer(&mail.host, "mail.forgetting", SELDOM, move || {
        let host = host.clone();
        async move {
            let now = host.clock.now();
            received::let_go(&host.db.write, now - KEPT).await?;
            received::forget(&host.db.write, now - MEMORY).await?;
            Ok(failure::forget(&host.db.write, bouncing::forgotten_before(now)).await?)
        }
    })
}

/// Deals with letters that are due, and says how many there were.
async fn turn(mail: &Mail, bus: &Bus) -> Result<usize, DbErr> {
    let host = &mail.host;
    let due = received::due(&host.db.read, host.clock.now(), AT_ONCE).await?;
    for id in &due {
        one(mail, bus, *id).await?;
    }
    Ok(due.len())
}

async fn one(mail: &Mail, bus: &Bus, id: Uuid) -> Result<(), DbErr> {
    if !take_up(bus, id, mail.host.clock.now()).await? {
        return Ok(());
    }
    let work = bus.begin().await?;
    let Some(row) = received::hold(&work.tx, id).await? else {
        work.rollback().await;
        return Ok(());
    };
    // Whatever a letter does to us, the next one is dealt with.
    let trouble = match AssertUnwindSafe(acting::act(mail, &work, &row)).catch_unwind().await {
        Ok(Ok(outcome)) => {
            match outcome.is_kept() {
                true => received::keep_aside(&work.tx, id, outcome.word(), work.now).await?,
                false => received::done(&work.tx, id, outcome.word(), work.now).await?,
            }
            work.commit().await?;
            tracing::info!(received.id = %id, outcome = outcome.word(), "a letter that came in was dealt with");
            metrics::counter!("mail_received_outcomes_total", "outcome" => outcome.word()).increment(1);
            mail.wake.notify_one();
            return Ok(());
        }
        Ok(Err(error)) => {
            tracing::warn!(received.id = %id, error = %error, "a letter that came in could not be dealt with");
            "the database"
        }
        Err(_panic) => {
            tracing::error!(received.id = %id, "a letter that came in broke what reads it");
            "it broke what reads it"
        }
    };
    work.rollback().await;
    let due = again_at(row.tries, mail.host.clock.now());
    if due.is_none() {
        tracing::error!(received.id = %id, tries = row.tries, "a letter that came in is given up");
    }
    received::put_off(&mail.host.db.write, id, row.tries, due, trouble).await
}

/// Notes that a letter is being dealt with, before anything looks at it: one that ends the program is then neither the first
/// to be tried afterwards, nor tried for ever. False when it is not to be dealt with now.
pub(crate) async fn take_up(bus: &Bus, id: Uuid, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let work = bus.begin().await?;
    let Some(row) = received::hold(&work.tx, id).await?.filter(|row| row.due <= now) else {
        work.rollback().await;
        return Ok(false);
    };
    let was_broken_off = row.trouble.as_deref() == Some(received::IN_HAND);
    let tries = row.tries + 1;
    let given_up = tries > TRIES || (was_broken_off && tries > BREAKS);
    let due = if given_up { None } else { Some(again_at(tries, now).unwrap_or(now + LONGEST)) };
    if given_up {
        tracing::error!(received.id = %id, tries = row.tries, "a letter that came in is given up");
        received::put_off(&work.tx, id, row.tries, due, "the program ended while it was read").await?;
    } else {
        received::put_off(&work.tx, id, tries, due, received::IN_HAND).await?;
    }
    work.commit().await?;
    Ok(!given_up)
}

/// When a letter is tried again that could not be dealt with so often; never when absent.
fn again_at(tries: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let wait = TimeDelta::seconds(5 * 2_i64.pow(u32::try_from(tries).unwrap_or_default().min(10)));
    (tries < TRIES).then(|| now + wait.min(LONGEST))
}
