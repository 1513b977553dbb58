//! Everybody at twelve o'clock, over connections of their own.

use host::Database;
use host::testing::Kind;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tests::installation::each_by_itself;
use tests::ledger::address;
use tests::{Installation, Ledger, Received, Way};

const CLIENTS: usize = 256;
const PEOPLE: usize = 2_000;
const PLACES: usize = 500;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_at_once_for_five_hundred_places_in_one_process() {
    run(Way { database: Kind::Sqlite, broker: false }, &[Vec::new()]).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_at_once_for_five_hundred_places_on_postgresql_and_rabbitmq() {
    run(Way { database: Kind::Postgres, broker: true }, &each_by_itself()).await;
}

/// One person, and what the screen said.
struct Answered {
    key: String,
    sent: Instant,
    answered: Instant,
    answer: Value,
}

impl Answered {
    /// The place on the waiting list; none for who has a place.
    fn waits(&self) -> Option<u64> {
        match self.answer["state"].as_str() {
            Some("admitted") => None,
            Some("waiting") => Some(self.answer["position"].as_u64().expect("a position")),
            other => panic!("{} was answered {other:?}", self.key),
        }
    }
}

async fn run(way: Way, processes: &[Vec<&'static str>]) {
    let installation = Installation::begin(way, processes).await;
    let url = installation.open_for_sign_up(u32::try_from(PLACES).expect("a few")).await;
    let answers = everybody(&url).await;
    assert_eq!(answers.len(), PEOPLE);
    places_are_given_in_order_of_arrival(&answers, &kept(&installation).await);
    installation.settle(PEOPLE, Duration::from_secs(120)).await;
    let client = Ledger::patient(&url);
    for one in &answers {
        answers_stay_true(&installation, &client, one).await;
    }
    everybody_has_one_letter_that_says_the_same(&answers, installation.sink.letters());
    installation.end().await;
}

/// Signs everybody up. HTTP/1.1 takes one request at a time over a connection, so each client has
/// one of its own.
async fn everybody(url: &str) -> Vec<Answered> {
    let (ledger, next) = (Arc::new(Ledger::patient(url)), Arc::new(AtomicUsize::new(0)));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let (ledger, next) = (Arc::clone(&ledger), Arc::clone(&next));
            tokio::spawn(async move {
                let mut answers = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= PEOPLE {
                        return answers;
                    }
                    let (key, sent) = (format!("p{number}"), Instant::now());
                    let answer = ledger.ask_in_the_queue(&key).await;
                    answers.push(Answered { key, sent, answered: Instant::now(), answer });
                }
            })
        })
        .collect();
    let mut answers = Vec::new();
    for client in clients {
        answers.append(&mut client.await.expect("a client does not fail"));
    }
    answers
}

/// The order of arrival that registration keeps, by address.
async fn kept(installation: &Installation) -> BTreeMap<String, u64> {
    let db = Database::open(installation.settings(), "registration").await.expect("a database");
    let sql = Statement::from_string(db.read.get_database_backend(), "SELECT email, seq FROM registration");
    let rows = db.read.query_all_raw(sql).await.expect("the rows");
    let number = |seq: i64| u64::try_from(seq).expect("a number from 1");
    rows.iter()
        .map(|row| (row.try_get("", "email").expect("an address"), number(row.try_get("", "seq").expect("a number"))))
        .collect()
}

fn places_are_given_in_order_of_arrival(answers: &[Answered], kept: &BTreeMap<String, u64>) {
    assert_eq!(kept.len(), PEOPLE, "as many are kept as were answered");
    let mut in_order: Vec<(u64, &Answered)> = answers.iter().map(|one| (kept[&address(&one.key)], one)).collect();
    in_order.sort_by_key(|(seq, _)| *seq);
    // Held by the first who arrived, and by nobody else; then the queue, every place in it once.
    for (place, (seq, one)) in (1_u64..).zip(&in_order) {
        assert_eq!(*seq, place, "the numbers have no gap");
        assert_eq!(one.waits(), place.checked_sub(PLACES as u64).filter(|wait| *wait > 0), "{} came as {seq}", one.key);
    }
    // Whoever had an answer before another began to ask came before them.
    let mut latest_sent_so_far: Option<&Answered> = None;
    for (_, one) in &in_order {
        if let Some(before) = latest_sent_so_far {
            assert!(before.sent <= one.answered, "{} was answered before {} asked", one.key, before.key);
        }
        if latest_sent_so_far.is_none_or(|before| one.sent > before.sent) {
            latest_sent_so_far = Some(one);
        }
    }
}

/// Asked again, and read on the personal page, it is what was said the first time.
async fn answers_stay_true(installation: &Installation, client: &Ledger, one: &Answered) {
    let Answered { key, answer, .. } = one;
    assert_eq!(&client.ask_in_the_queue(key).await, answer, "{key} is told something else than before");
    let token = answer["self_service"].as_str().expect("a link").rsplit('/').next().expect("a token");
    let kept = client.read(&installation.url(&format!("/api/v1/registrations/{token}"))).await;
    for said in ["state", "position"] {
        assert_eq!(kept[said], answer[said], "{key} was answered otherwise than is kept: {kept}");
    }
}

fn everybody_has_one_letter_that_says_the_same(answers: &[Answered], letters: Vec<Received>) {
    assert_eq!(letters.len(), PEOPLE, "one letter each");
    let mut by_person: BTreeMap<String, Received> =
        letters.into_iter().map(|letter| (letter.recipient.clone(), letter)).collect();
    for one in answers {
        let letter = by_person.remove(&address(&one.key)).unwrap_or_else(|| panic!("{} has no letter", one.key));
        match one.waits() {
            None => {
                assert_eq!(letter.subject(), "Du er påmeld: Torget som møteplass", "{}", one.key);
                assert_eq!(letter.method().as_deref(), Some("REQUEST"), "{}", one.key);
            }
            Some(wait) => {
                assert_eq!(letter.subject(), "Du står på venteliste: Torget som møteplass", "{}", one.key);
                // Thousands are set apart by a space.
                let text: String = letter.text().chars().filter(|c| !c.is_whitespace()).collect();
                assert!(text.contains(&format!("somnummer{wait}.")), "{}: {}", one.key, letter.text());
            }
        }
    }
}
