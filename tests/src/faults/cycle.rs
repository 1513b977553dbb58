//! One cycle: the world begins, is used, breaks, heals, rests, and is looked at.

use super::check::{Figures, check, held};
use super::load::Client;
use super::rest::{Databases, rest};
use super::schedule::{Shape, Strike, draw};
use super::site::Site;
use super::stories::{Story, TARGETS};
use crate::process::command;
use crate::world::ORGANISATIONS;
use crate::{Tap, Way, Webinar};
use host::Database;
use host::testing::Kind;
use sea_orm::ConnectionTrait;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// How much there is of everything.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub clients: usize,
    pub strikes: usize,
    pub within: Duration,
    /// How long something is broken at most.
    pub longest: Duration,
    /// Also what takes long: processes that outlast their leases, and the broker itself.
    pub full: bool,
}

/// How long it may take until one can sign up.
const OPENING: Duration = Duration::from_secs(120);
/// How often it is looked that nobody holds what there is not.
const SAMPLE: Duration = Duration::from_millis(200);

/// Runs one cycle with this seed, each process with its services (none: all). The error says what was broken, and where
/// everything lies that tells how.
pub async fn cycle(way: Way, processes: &[Vec<&'static str>], size: Size, seed: u64) -> Result<String, String> {
    let begun = Instant::now();
    let mut site = Site::begin(way, processes).await;
    let settings = site.installation.settings().clone();
    let tap = match way.broker {
        true => Some(Tap::between(&settings).await.map_err(|error| format!("no tap: {error:#}"))?),
        false => None,
    };
    open(&site).await?;
    let databases: Databases = site.installation.databases().await;
    site.note_files();
    let ready = begun.elapsed();

    let strikes = draw(seed, shape(way, processes, size));
    let stop = CancellationToken::new();
    let mut clients = JoinSet::new();
    for number in 0..size.clients {
        let client = Client::new(format!("c{number}"), site.doors(), seed ^ number as u64);
        clients.spawn(client.run(stop.clone()));
    }
    let sampling = {
        let (stop, db) = (stop.clone(), database(&databases, "registration"));
        tokio::spawn(async move { sample(&db, &stop).await })
    };
    site.suffer(&strikes, seed).await;
    stop.cancel();
    let mut stories: Vec<Story> = Vec::new();
    while let Some(done) = clients.join_next().await {
        match done.expect("a client does not fail") {
            Ok(theirs) => stories.extend(theirs),
            Err(wrong) => site.broken.push(wrong),
        }
    }
    if let Err(wrong) = sampling.await.expect("it does not fail") {
        site.broken.push(wrong);
    }
    if let Some(tap) = &tap {
        tap.calm();
    }
    let broke = begun.elapsed();
    let mut figures = Figures::default();
    // A client that was answered wrongly has taken what it knew with it.
    if site.broken.is_empty() {
        match rest(&site, &databases).await {
            Ok(()) => {}
            Err(wrong) => site.broken.push(wrong),
        }
    }
    let rested = begun.elapsed();
    if site.broken.is_empty() {
        let (found, wrong) = check(&site, &databases, &stories).await;
        figures = found;
        site.broken.extend(wrong);
    }
    if !site.broken.is_empty() {
        let kept = keep(&site, &strikes, &stories, seed);
        let wrong = site.broken.join("\n");
        return Err(format!("seed {seed}, {way:?}: {}\n{wrong}\n{figures}", kept.display()));
    }
    tidy(site, tap, databases).await;
    let times = [ready, broke - ready, rested - broke, begun.elapsed() - rested].map(|time| time.as_secs());
    Ok(format!(
        "seed {seed}, {way:?}: {} strikes, {figures}; begun, broken, rested, looked: {times:?} s",
        strikes.len()
    ))
}

fn shape(way: Way, processes: &[Vec<&'static str>], size: Size) -> Shape {
    let sends = |services: &&Vec<&'static str>| services.is_empty() || services.contains(&"mail");
    let script = std::env::vars_os().any(|(name, _)| name == "MOTEPLASS_TEST_AMQP_RESTART");
    Shape {
        processes: processes.len(),
        sending: (
            processes.iter().position(|services| sends(&services)).unwrap_or_default(),
            processes.iter().filter(sends).count(),
        ),
        servers: way.database == Kind::Postgres && way.broker,
        restarts_broker: size.full && way.broker && script,
        strikes: size.strikes,
        within: size.within,
        longest: size.longest,
        outlasts_leases: size.full,
    }
}

/// Takes in the events, and waits until one can sign up for all of them, wherever one asks.
async fn open(site: &Site) -> Result<(), String> {
    let data = &site.installation.settings().data;
    site.installation.import("organisations.toml", ORGANISATIONS).await;
    let mut arguments = vec!["import".to_owned()];
    for target in &TARGETS {
        let webinar = Webinar {
            slug: target.slug,
            title: target.title,
            capacity: target.places,
            start: "2099-03-17T10:00:00",
            end: "2099-03-17T11:00:00",
            ..Webinar::default()
        };
        let file = data.join(format!("{}.toml", target.slug));
        std::fs::write(&file, webinar.toml()).map_err(|error| error.to_string())?;
        arguments.push(file.display().to_string());
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let begun = Instant::now();
    // The news of the organisation may be under way yet.
    loop {
        let imported = command(site.installation.settings(), &arguments).await;
        if imported.status.success() {
            break;
        }
        if begun.elapsed() > OPENING {
            return Err(format!("nothing can be imported: {}", String::from_utf8_lossy(&imported.stderr)));
        }
    }
    for door in site.doors() {
        for target in &TARGETS {
            let event = format!("{door}/api/v1/events/{}", target.slug);
            while !reqwest::get(&event).await.is_ok_and(|answer| answer.status().is_success()) {
                if begun.elapsed() > OPENING {
                    return Err(format!("{} did not open", target.slug));
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
    Ok(())
}

async fn sample(db: &Database, stop: &CancellationToken) -> Result<(), String> {
    while !stop.is_cancelled() {
        held(db).await?;
        let _ = tokio::time::timeout(SAMPLE, stop.cancelled()).await;
    }
    held(db).await
}

fn database(databases: &Databases, service: &str) -> Database {
    databases.iter().find(|(of, _)| *of == service).expect("it is one of ours").1.clone()
}

/// Writes everything down that tells what happened, and says where.
fn keep(site: &Site, strikes: &[Strike], stories: &[Story], seed: u64) -> PathBuf {
    let data = &site.installation.settings().data;
    let processes = site.installation.running.len();
    let set = std::env::vars_os().find_map(|(name, value)| (name == "MOTEPLASS_TEST_KEPT").then(|| value.into()));
    let kept = set.unwrap_or_else(std::env::temp_dir).join(format!("moteplass-faults-{seed}-{processes}"));
    let write = |name: &str, content: String| {
        let _ = std::fs::write(kept.join(name), content);
    };
    let _ = std::fs::create_dir_all(&kept);
    write("broken.txt", site.broken.join("\n"));
    write("strikes.txt", strikes.iter().map(|strike| format!("{strike:?}\n")).collect());
    write("diary.txt", site.diary.join("\n"));
    write("clients.json", serde_json::to_string_pretty(stories).unwrap_or_default());
    let (letters, copies) = (site.installation.sink.letters(), site.installation.sink.arrivals());
    let letters = letters
        .iter()
        .zip(copies)
        .map(|(letter, copy)| format!("{} {} {} {copy:?}\n", letter.recipient, letter.message_id(), letter.subject()));
    write("letters.txt", letters.collect());
    // Logs and SQLite files.
    for file in std::fs::read_dir(data).into_iter().flatten().flatten() {
        let _ = std::fs::copy(file.path(), kept.join(file.file_name()));
    }
    kept
}

/// Ends everything, and takes away what it has left on servers that others use as well.
async fn tidy(site: Site, tap: Option<Tap>, databases: Databases) {
    let settings = site.installation.settings().clone();
    let (seats, installation) = (site.seats, site.installation);
    installation.end().await;
    drop(seats);
    if let Some(tap) = tap {
        tap.remove().await.expect("the broker is tidied");
        bus::amqp::remove(&settings, &migrations::SERVICES).await.expect("the broker is tidied");
    }
    for (service, db) in databases {
        if db.is_postgres() {
            let sql = format!("DROP SCHEMA \"{}\" CASCADE", settings.schema(service));
            db.write.execute_unprepared(&sql).await.expect("the database is tidied");
        }
        db.close().await.expect("it closes");
    }
}
