//! What happens because time passes: offers and times to choose lapse, sign-up opens and closes, personal data are deleted.

use crate::desk::Desk;
use crate::store::{event, registration};
use crate::{erasure, reply};
use bus::Bus;
use host::{Host, Task, timer};
use std::collections::BTreeSet;
use std::time::Duration;

/// How often the clock is looked at.
const OFTEN: Duration = Duration::from_secs(10);
/// How often those who wait are looked at although nothing has happened.
const SELDOM: Duration = Duration::from_secs(300);
/// How often personal data are deleted.
const HOURLY: Duration = Duration::from_secs(3_600);

/// The service's timers.
pub fn timers(host: &Host, bus: &Bus, desk: &Desk) -> Vec<Task> {
    let clock = {
        let (host, desk) = (host.clone(), desk.clone());
        move || turn(host.clone(), desk.clone())
    };
    let sweep = {
        let (host, desk) = (host.clone(), desk.clone());
        move || sweep(host.clone(), desk.clone())
    };
    let leave = {
        let (host, bus) = (host.clone(), bus.clone());
        move || leave(host.clone(), bus.clone())
    };
    let erase = {
        let (host, bus) = (host.clone(), bus.clone());
        move || erase(host.clone(), bus.clone())
    };
    vec![
        timer(host, "registration.clock", OFTEN, clock),
        timer(host, "registration.replies", OFTEN, leave),
        timer(host, "registration.sweep", SELDOM, sweep),
        timer(host, "registration.erasure", HOURLY, erase),
    ]
}

/// Ends offers and times to choose that have passed, and says where sign-up has opened or closed.
pub async fn turn(host: Host, desk: Desk) -> anyhow::Result<()> {
    let now = host.clock.now();
    let mut events: BTreeSet<_> = registration::events_with_lapsed(&host.db.read, now).await?.into_iter().collect();
    events.extend(registration::events_to_settle(&host.db.read, now).await?);
    events.extend(event::turned_by_the_clock(&host.db.read, now).await?);
    for id in events {
        desk.tidy(id.into()).await?;
    }
    Ok(())
}

/// A safety net: wherever people wait, gives out what is free. There should never be anything.
pub async fn sweep(host: Host, desk: Desk) -> anyhow::Result<()> {
    for id in event::with_waiting(&host.db.read, host.clock.now()).await? {
        desk.tidy(id.into()).await?;
    }
    Ok(())
}

/// Signs off those who have answered no in their calendar, and have not taken it back.
pub async fn leave(host: Host, bus: Bus) -> anyhow::Result<()> {
    reply::take_effect(&bus, &host.db, host.clock.now()).await
}

/// Deletes what is due.
pub async fn erase(host: Host, bus: Bus) -> anyhow::Result<()> {
    for id in event::to_erase(&host.db.read, host.clock.now()).await? {
        erasure::clear(&bus, id.into()).await?;
    }
    Ok(())
}
