//! A batch of reminders goes out while the program is killed again and again.

use chrono::{DateTime, TimeDelta, Utc};
use host::testing::Kind;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};
use tests::installation::each_by_itself;
use tests::ledger::address;
use tests::{Installation, Ledger, Sink, Way, Webinar};

/// How many are reminded and how often somebody is killed: few, so that everybody can afford it, or as many as the variables say.
fn size() -> (usize, usize) {
    let set = |name: &str| {
        std::env::vars().find_map(|(known, value)| (known == name).then(|| value.parse().expect("a number")))
    };
    (set("MOTEPLASS_TEST_LETTERS").unwrap_or(400), set("MOTEPLASS_TEST_KILLS").unwrap_or(3))
}

const CLIENTS: usize = 8;
/// How long nothing may happen.
const PATIENCE: Duration = Duration::from_secs(120);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_is_reminded_once_though_the_one_process_is_killed() {
    run(Way { database: Kind::Sqlite, broker: false }, &[Vec::new()], 0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_is_reminded_once_though_what_sends_is_killed_on_postgresql_and_rabbitmq() {
    let services = each_by_itself();
    let mail = services.iter().position(|of| of.contains(&"mail")).expect("mail is one of them");
    run(Way { database: Kind::Postgres, broker: true }, &services, mail).await;
}

async fn run(way: Way, processes: &[Vec<&'static str>], sending: usize) {
    let (people, kills) = size();
    let seed = host::testing::seed();
    let mut chance = rand::rngs::StdRng::seed_from_u64(seed);
    let sink = Sink::start_for_many().await;
    let mut installation = Installation::begin_with(way, processes, sink).await;
    // Nothing to be reminded of yet but a week before.
    let start = Utc::now() + TimeDelta::days(2) + TimeDelta::seconds(30);
    let webinar = |reminder: &str| on(start, people, reminder);
    let url = installation.open(&webinar("1m")).await;
    sign_up(&url, people).await;
    until(&installation, "everybody has a confirmation", people).await;

    // The next whole minute before the start that lies ahead, so that nobody is reminded too late.
    let minutes = (start - Utc::now() - TimeDelta::seconds(4)).num_minutes();
    installation.import("torg.toml", &webinar(&format!("{minutes}m"))).await;
    let begun = Instant::now();
    let mut moments: Vec<usize> = (0..kills).map(|_| people + chance.random_range(1..people * 9 / 10)).collect();
    moments.sort_unstable();
    for moment in moments {
        until(&installation, &format!("it is time to kill (seed {seed})"), moment).await;
        installation.running[sending].kill_and_start().await;
    }
    installation.running[sending].ready().await;
    until(&installation, &format!("everybody is reminded (seed {seed})"), 2 * people).await;
    let took = begun.elapsed();
    // What is in doubt is sent once more, and nothing else.
    settled(&installation, people).await;
    let copies = check(&installation, people, seed);
    #[expect(clippy::print_stderr, reason = "figures for those who ask")]
    {
        eprintln!(
            "{people} reminders, {kills} kills, {copies} second copies, {:.1} s (seed {seed})",
            took.as_secs_f64()
        );
    }
    installation.end().await;
}

/// The event, with one reminder.
fn on(start: DateTime<Utc>, people: usize, reminder: &str) -> String {
    let oslo =
        |time: DateTime<Utc>| time.with_timezone(&chrono_tz::Europe::Oslo).format("%Y-%m-%dT%H:%M:%S").to_string();
    let (start, end) = (oslo(start).leak(), oslo(start + TimeDelta::hours(1)).leak());
    let more = format!("reminders = [\"{reminder}\"]").leak();
    Webinar { capacity: u32::try_from(people).expect("not that many"), start, end, more, ..Webinar::default() }.toml()
}

fn key(number: usize) -> String {
    format!("p{number}")
}

async fn sign_up(url: &str, people: usize) {
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let mut ledger = Ledger::patient(url);
            tokio::spawn(async move {
                for number in (client..people).step_by(CLIENTS) {
                    ledger.sign_up(&key(number)).await;
                }
            })
        })
        .collect();
    for client in clients {
        client.await.expect("a client does not fail");
    }
}

/// Waits until so many different letters have arrived.
async fn until(installation: &Installation, what: &str, count: usize) {
    let (mut last, mut since) = (0, Instant::now());
    loop {
        let different = installation.sink.different();
        if different >= count {
            return;
        }
        if different > last {
            (last, since) = (different, Instant::now());
        }
        assert!(since.elapsed() < PATIENCE, "{what}: {last} of {count} letters, and nothing happens");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Waits until nothing is left to send.
async fn settled(installation: &Installation, people: usize) {
    installation.settle(people, PATIENCE).await;
    let db = host::Database::open(installation.settings(), "mail").await.expect("a database");
    let begun = Instant::now();
    // Looked for a little ahead: what is in doubt is due when the doubt is over.
    while mail::unsent(&db, Utc::now() + TimeDelta::minutes(2)).await.expect("a number") > 0 {
        assert!(begun.elapsed() < PATIENCE, "letters are left");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Everybody has a confirmation and a reminder; how many have one of them twice.
fn check(installation: &Installation, people: usize, seed: u64) -> usize {
    let mut by_person: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for letter in installation.sink.letters() {
        *by_person.entry(letter.recipient.clone()).or_default().entry(letter.message_id()).or_default() += 1;
    }
    assert_eq!(by_person.len(), people, "seed {seed}");
    for number in 0..people {
        let letters =
            by_person.get(&address(&key(number))).unwrap_or_else(|| panic!("{number} has none (seed {seed})"));
        assert_eq!(letters.len(), 2, "{number} has {} different letters (seed {seed})", letters.len());
        assert!(letters.values().all(|copies| *copies <= 2), "{number} has {letters:?} (seed {seed})");
    }
    by_person.values().flat_map(BTreeMap::values).filter(|copies| **copies > 1).count()
}
