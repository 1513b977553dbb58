use host::testing::Kind;
use rand::{RngExt, SeedableRng};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tests::installation::each_by_itself;
use tests::ledger::address;
use tests::visitor::local;
use tests::{Installation, Ledger, Way};

const KILLS: u32 = 20;
const CLIENTS: usize = 8;
const PLACES: u32 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_one_process_is_killed_twenty_times_and_nothing_is_lost() {
    run(Kind::Sqlite, false, &[Vec::new()]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_service_is_killed_in_turn_on_postgresql_and_rabbitmq_and_nothing_is_lost() {
    run(Kind::Postgres, true, &each_by_itself()).await;
}

async fn run(database: Kind, broker: bool, processes: &[Vec<&'static str>]) {
    let mut chance = rand::rngs::StdRng::seed_from_u64(host::testing::seed());
    let mut installation = Installation::begin(Way { database, broker }, processes).await;
    let url = installation.open_for_sign_up(PLACES).await;
    let running = &mut installation.running;
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
    for process in running {
        process.ready().await;
    }
    stop.store(true, Ordering::Relaxed);
    let mut ledger = Ledger::new(&url);
    for client in clients {
        ledger.answers.append(&mut client.await.expect("a client does not fail").answers);
    }

    installation.settle(ledger.answers.len(), Duration::from_secs(180)).await;
    check(&ledger, &installation).await;
    installation.end().await;
}

async fn check(ledger: &Ledger, installation: &Installation) {
    let mut states = BTreeMap::new();
    let mut positions = BTreeSet::new();
    for (key, answer) in &ledger.answers {
        assert_eq!(&ledger.ask(key).await, answer, "{key} is told something else than before");
        let state = answer["state"].as_str().expect("a state").to_owned();
        if state == "waiting" {
            assert!(positions.insert(answer["position"].as_u64()), "{key} shares a place in the queue");
        }
        let token = answer["self_service"].as_str().expect("a link").rsplit('/').next().expect("a token").to_owned();
        let kept = reqwest::get(installation.url(&format!("/api/v1/registrations/{token}"))).await.expect("an answer");
        let kept: serde_json::Value = kept.json().await.expect("JSON");
        assert_eq!(kept["state"], answer["state"], "{key} was answered otherwise than is kept: {kept}");
        *states.entry(state).or_insert(0_u32) += 1;
    }
    let people = u32::try_from(ledger.answers.len()).expect("not that many");
    assert!(people > PLACES, "only {people} signed up: the load was too small to fill {PLACES} places");
    assert_eq!(states.get("admitted"), Some(&PLACES), "{states:?}");
    assert_eq!(positions.len(), (people - PLACES) as usize);

    let mut by_person: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for letter in installation.sink.letters() {
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
