//! Waits until nothing is on its way and nothing is left to do.

use super::site::Site;
use chrono::{TimeDelta, Utc};
use host::Database;
use migrations::SERVICES;
use proto::asyncapi::KINDS;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DbErr};
use std::time::{Duration, Instant};

/// How long it may take until everything is done.
const PATIENCE: Duration = Duration::from_secs(180);
/// How often it is looked.
const LOOK: Duration = Duration::from_millis(250);
/// How often time is made to pass.
const PASS: Duration = Duration::from_secs(2);
/// Longer than a letter stays in doubt.
const DOUBT: TimeDelta = TimeDelta::minutes(2);

/// The databases of all services, not through the links.
pub(super) type Databases = Vec<(&'static str, Database)>;

/// Waits for rest. The error says what is left.
pub(super) async fn rest(site: &Site, databases: &Databases) -> Result<(), String> {
    let begun = Instant::now();
    let mut passed: Option<Instant> = None;
    loop {
        let left = match left(site, databases).await {
            Ok(left) => left,
            Err(error) => Some(error.to_string()),
        };
        let Some(left) = left else { return Ok(()) };
        if begun.elapsed() > PATIENCE {
            return Err(format!("after {} s it has not come to rest: {left}", PATIENCE.as_secs()));
        }
        if passed.is_none_or(|at| at.elapsed() > PASS) {
            passed = Some(Instant::now());
            for (service, db) in databases {
                pass(service, db).await.map_err(|error| error.to_string())?;
            }
        }
        tokio::time::sleep(LOOK).await;
    }
}

async fn left(site: &Site, databases: &Databases) -> Result<Option<String>, DbErr> {
    let now = Utc::now();
    let mut left = Vec::new();
    for (service, db) in databases {
        let state = bus::state(db, now).await?;
        if !state.settled() {
            left.push(format!("{service} has {} unsent and {} waiting", state.unsent, state.waiting));
        }
        let aside = site.poisoned.aside.iter().filter(|(of, _)| of == service).count();
        if state.set_aside < aside as u64 {
            left.push(format!("{service} has set aside {} of {aside}", state.set_aside));
        }
        // What is in doubt is due when the doubt is over.
        if *service == "mail" {
            let letters = mail::unsent(db, now + DOUBT).await?;
            if letters > 0 {
                left.push(format!("{letters} letters"));
            }
        }
    }
    if left.is_empty() {
        let lost = on_their_way(databases).await;
        if lost > 0 {
            left.push(format!("{lost} messages were said and have not arrived"));
        }
        let parked = site.poisoned.parked.values().sum::<usize>() as u64;
        if parked > 0 {
            match bus::amqp::count_parked(site.installation.settings(), &SERVICES).await {
                Ok(lie) if lie >= parked => {}
                lie => left.push(format!("{lie:?} of {parked} are parked")),
            }
        }
    }
    Ok((!left.is_empty()).then(|| left.join(", ")))
}

/// What the broker holds is in no table: everything that was said must have arrived at everybody who hears it.
async fn on_their_way(databases: &Databases) -> usize {
    let mut said = Vec::new();
    for (_, db) in databases {
        said.extend(bus::testing::said(db).await);
    }
    let mut missing = 0;
    for service in SERVICES {
        let Some((_, db)) = databases.iter().find(|(of, _)| *of == service) else { continue };
        let arrived = bus::testing::arrived(db).await;
        let heard = |name: &str| KINDS.iter().any(|kind| kind.name == name && kind.heard_by.contains(&service));
        missing += said.iter().filter(|envelope| heard(&envelope.name) && !arrived.contains(&envelope.id)).count();
    }
    missing
}

/// Lets time pass for what waits for it: pauses before something is tried once more, which grow to hours, and what those
/// had in hand who were killed. Letters in a process's hands are left alone, for it may be waiting for an answer.
async fn pass(service: &str, db: &Database) -> Result<(), DbErr> {
    let now = Utc::now();
    let column = |name: &'static str| Expr::col(name);
    let mut passing = vec![
        ("outbox", "due", column("carried_at").is_null().and(column("due").gt(now))),
        ("outbox", "leased_until", column("carried_at").is_null().and(column("leased_until").gt(now))),
        ("inbox", "due", column("state").eq("waiting").and(column("due").gt(now))),
        ("inbox", "leased_until", column("state").eq("waiting").and(column("leased_until").gt(now))),
    ];
    if service == "mail" {
        let waits = column("state").is_in(["pending", "deferred"]).and(column("due").lte(now));
        passing.push(("letter", "next_at", waits.and(column("next_at").gt(now))));
        // A domain that asked for patience is left in peace for a while.
        passing.push(("receiving_domain", "not_before", column("not_before").gt(now)));
    }
    for (table, time, which) in passing {
        let mut update = Query::update();
        update.table(table).value(time, now).and_where(which);
        db.write.execute(&update).await?;
    }
    Ok(())
}
