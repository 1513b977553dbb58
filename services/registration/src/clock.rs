//! What happens because time passes: offers and times to choose lapse, sign-up opens and closes, personal data are deleted.

use crate::desk::Desk;
use crate::desk::errand::Unavailable;
use crate::store::{event, registration, sensitive_answer};
use crate::{erasure, following, invited, reply};
use bus::Bus;
use host::{Host, Task, timer};
use std::collections::BTreeSet;
use std::time::Duration;
use uuid::Uuid;

/// How often the clock is looked at.
const OFTEN: Duration = Duration::from_secs(10);
/// How often it is looked for what is to be said about places.
const EACH_SECOND: Duration = Duration::from_secs(1);
/// How often those who wait are looked at although nothing has happened.
const SELDOM: Duration = Duration::from_secs(300);
/// How often personal data are deleted, and sealed where a release has written that did not seal.
const HOURLY: Duration = Duration::from_secs(3_600);

/// The service's timers.
pub fn timers(host: &Host, bus: &Bus, desk: &Desk) -> Vec<Task> {
    let clock = {
        let (host, desk) = (host.clone(), desk.clone());
        move || turn(host.clone(), desk.clone())
    };
    let say = {
        let (host, desk) = (host.clone(), desk.clone());
        move || say(host.clone(), desk.clone())
    };
    let sweep = {
        let (host, desk) = (host.clone(), desk.clone());
        move || sweep(host.clone(), desk.clone())
    };
    let leave = {
        let (host, bus) = (host.clone(), bus.clone());
        move || leave(host.clone(), bus.clone())
    };
    let follow = {
        let (host, bus) = (host.clone(), bus.clone());
        move || follow(host.clone(), bus.clone())
    };
    let erase = {
        let (host, bus) = (host.clone(), bus.clone());
        move || erase(host.clone(), bus.clone())
    };
    let write = {
        let (host, bus) = (host.clone(), bus.clone());
        move || write_to_invited(host.clone(), bus.clone())
    };
    let seal = {
        let host = host.clone();
        move || seal(host.clone())
    };
    vec![
        timer(host, "registration.followers", OFTEN, follow),
        timer(host, "registration.clock", OFTEN, clock),
        timer(host, "registration.places", EACH_SECOND, say),
        timer(host, "registration.replies", OFTEN, leave),
        timer(host, "registration.invitations", OFTEN, write),
        timer(host, "registration.sweep", SELDOM, sweep),
        timer(host, "registration.erasure", HOURLY, erase),
        timer(host, "registration.sealing", HOURLY, seal),
    ]
}

/// Ends offers and times to choose that have passed, and says where sign-up has opened or closed.
pub async fn turn(host: Host, desk: Desk) -> anyhow::Result<()> {
    let now = host.clock.now();
    let mut events: BTreeSet<_> = registration::events_with_lapsed(&host.db.read, now).await?.into_iter().collect();
    events.extend(registration::events_to_settle(&host.db.read, now).await?);
    events.extend(event::turned_by_the_clock(&host.db.read, now).await?);
    for id in events {
        noted(id, desk.tidy(id.into()).await);
    }
    Ok(())
}

/// Says how many places are left at events with many pools, where people came and went meanwhile.
pub async fn say(host: Host, desk: Desk) -> anyhow::Result<()> {
    for id in event::unsaid(&host.db.read, host.clock.now()).await? {
        noted(id, desk.say(id.into()).await);
    }
    Ok(())
}

/// Signs those who follow a series up for dates whose sign-up has opened.
pub async fn follow(host: Host, bus: Bus) -> anyhow::Result<()> {
    following::catch_up(&bus, &host.db, host.clock.now()).await
}

/// A safety net: wherever people wait, gives out what is free. There should never be anything.
pub async fn sweep(host: Host, desk: Desk) -> anyhow::Result<()> {
    for id in event::with_waiting(&host.db.read, host.clock.now()).await? {
        noted(id, desk.tidy(id.into()).await);
    }
    Ok(())
}

/// An event that cannot be decided about now holds up no other; its turn comes again.
fn noted(event: Uuid, done: Result<(), Unavailable>) {
    if done.is_err() {
        tracing::warn!(event.id = %event, "the clock could do nothing about an event; trying again");
    }
}

/// Signs off those who have answered no in their calendar, and have not taken it back.
pub async fn leave(host: Host, bus: Bus) -> anyhow::Result<()> {
    reply::take_effect(&bus, &host.db, host.clock.now()).await
}

/// Writes to those who are invited: reminders on the day that their organisers have set, and what was interrupted.
pub async fn write_to_invited(host: Host, bus: Bus) -> anyhow::Result<()> {
    invited::send_due(&bus, &host.db, host.clock.now()).await
}

/// Deletes what is due.
pub async fn erase(host: Host, bus: Bus) -> anyhow::Result<()> {
    following::place_again(&bus, &host.db, host.clock.now()).await?;
    following::expire(&bus, &host.db, host.clock.now()).await?;
    for id in event::to_erase(&host.db.read, host.clock.now()).await? {
        erasure::clear(&bus, id.into()).await?;
    }
    Ok(())
}

/// How many people's answers are sealed in one transaction.
const SEALED_AT_ONCE: u64 = 200;

/// Seals sensitive answers that are not sealed with the first key.
pub async fn seal(host: Host) -> anyhow::Result<()> {
    loop {
        let tx = host.db.begin().await?;
        let more = sensitive_answer::seal_some(&tx, &host.vault, SEALED_AT_ONCE).await?;
        tx.commit().await?;
        if !more {
            return Ok(());
        }
    }
}
