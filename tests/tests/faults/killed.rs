use crate::ledger::{Ledger, address};
use host::testing::{Kind, place, server};
use host::{Database, Settings};
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tests::process::{Process, command};
use tests::visitor::local;
use tests::{Sink, Webinar};

const KILLS: u32 = 20;
const CLIENTS: usize = 8;
const PLACES: u32 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_one_process_is_killed_twenty_times_and_nothing_is_lost() {
    run(Kind::Sqlite, false, &[&[]]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_service_is_killed_in_turn_on_postgresql_and_rabbitmq_and_nothing_is_lost() {
    run(Kind::Postgres, true, &[&["registration"], &["mail"], &["webinar"], &["portal"]]).await;
}

async fn run(database: Kind, broker: bool, processes: &[&[&'static str]]) {
    let seed: u64 = rand::random();
    #[expect(clippy::print_stderr, reason = "a run that fails must be possible to repeat")]
    {
        eprintln!("seed {seed}");
    }
    let mut chance = rand::rngs::StdRng::seed_from_u64(seed);
    let sink = Sink::start().await;
    let mut place = place(database);
    place.settings.smtp = Some(sink.url());
    place.settings.broker = broker.then(|| server("MOTEPLASS_TEST_AMQP"));
    let settings = &place.settings;

    succeed(settings, &["prepare"]).await;
    let mut running = Vec::new();
    for services in processes {
        running.push(Process::start(settings, services).await);
    }
    import(settings).await;

    let url = running[0].url("/api/v1/events/torg/registrations");
    open_for_sign_up(&running[0].url("/api/v1/events/torg")).await;
    let stop = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (mut ledger, stop) = (Ledger::new(&url), Arc::clone(&stop));
            tokio::spawn(async move {
                let mut number = 0;
                while !stop.load(Ordering::Relaxed) {
                    ledger.sign_up(&format!("c{client}n{number}")).await;
                    number += 1;
                    // People do not come faster than this; the point is to be killed in every moment, not to be full.
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                ledger
            })
        })
        .collect();
    for _ in 0..KILLS {
        let moment = Duration::from_millis(chance.random_range(0..900));
        tokio::time::sleep(moment).await;
        let victim = chance.random_range(0..running.len());
        running[victim].kill_and_start().await;
        // In half of the cases it is killed again before it has come to itself.
        if chance.random_bool(0.5) {
            running[victim].ready().await;
        }
    }
    for process in &running {
        process.ready().await;
    }
    stop.store(true, Ordering::Relaxed);
    let mut ledger = Ledger::new(&url);
    for client in clients {
        ledger.answers.append(&mut client.await.expect("a client does not fail").answers);
    }

    settle(settings, &sink, ledger.answers.len()).await;
    check(&ledger, &running[0], &sink).await;
    for process in running {
        process.stop().await;
    }
}

async fn succeed(settings: &Settings, arguments: &[&str]) {
    let done = command(settings, arguments).await;
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

async fn import(settings: &Settings) {
    std::fs::create_dir_all(&settings.data).expect("a folder");
    let webinar =
        Webinar { capacity: PLACES, start: "2099-03-17T10:00:00", end: "2099-03-17T11:00:00", ..Webinar::default() };
    for (name, content) in
        [("organisations.toml", tests::world::ORGANISATIONS.to_owned()), ("torg.toml", webinar.toml())]
    {
        let file = settings.data.join(name);
        std::fs::write(&file, content).expect("a file");
        succeed(settings, &["import", file.to_str().expect("a name")]).await;
    }
}

async fn open_for_sign_up(url: &str) {
    let begun = Instant::now();
    while !reqwest::get(url).await.is_ok_and(|answer| answer.status().is_success()) {
        assert!(begun.elapsed() < Duration::from_secs(30), "the event did not open");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Everything said is carried and done, and everybody has a letter.
async fn settle(settings: &Settings, sink: &Sink, people: usize) {
    let begun = Instant::now();
    let mut databases = Vec::new();
    for service in migrations::SERVICES {
        databases.push(Database::open(settings, service).await.expect("a database"));
    }
    loop {
        let (now, mut left) = (chrono::Utc::now(), 0);
        for db in &databases {
            let state = bus::state(db, now).await.expect("the state");
            assert_eq!(state.set_aside, 0, "something was set aside");
            left += state.unsent + state.waiting;
        }
        let recipients: BTreeSet<String> = sink.letters().into_iter().map(|letter| letter.recipient).collect();
        if left == 0 && recipients.len() == people {
            break;
        }
        let waited = begun.elapsed();
        assert!(
            waited < Duration::from_secs(180),
            "{left} messages left, {} of {people} have a letter",
            recipients.len()
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

async fn check(ledger: &Ledger, registration: &Process, sink: &Sink) {
    let mut states = BTreeMap::new();
    let mut positions = BTreeSet::new();
    for (key, answer) in &ledger.answers {
        assert_eq!(&ledger.ask(key).await, answer, "{key} is told something else than before");
        let state = answer["state"].as_str().expect("a state").to_owned();
        if state == "waiting" {
            assert!(positions.insert(answer["position"].as_u64()), "{key} shares a place in the queue");
        }
        let token = answer["self_service"].as_str().expect("a link").rsplit('/').next().expect("a token").to_owned();
        let kept = reqwest::get(registration.url(&format!("/api/v1/registrations/{token}"))).await.expect("an answer");
        let kept: serde_json::Value = kept.json().await.expect("JSON");
        assert_eq!(kept["state"], answer["state"], "{key} was answered otherwise than is kept: {kept}");
        *states.entry(state).or_insert(0_u32) += 1;
    }
    let people = u32::try_from(ledger.answers.len()).expect("not that many");
    assert!(people > PLACES, "only {people} signed up: the load was too small to fill {PLACES} places");
    assert_eq!(states.get("admitted"), Some(&PLACES), "{states:?}");
    assert_eq!(positions.len(), (people - PLACES) as usize);

    let mut by_person: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for letter in sink.letters() {
        by_person.entry(letter.recipient.clone()).or_default().push(letter);
    }
    for (key, answer) in &ledger.answers {
        let letters = &by_person[&address(key)];
        let ids: BTreeSet<String> = letters.iter().map(tests::Received::message_id).collect();
        assert_eq!(ids.len(), 1, "{key} got {} different letters", ids.len());
        assert!(letters.iter().all(|letter| letter.bytes == letters[0].bytes), "the same letter is the same bytes");
        let invited = letters[0].method().is_some();
        assert_eq!(invited, answer["state"] == "admitted", "{key}'s letter says otherwise than the answer");
        assert!(letters[0].link("/mi/").is_some_and(|link| local(&link).len() > 20), "{key} has no link");
    }
}
