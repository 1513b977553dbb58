use host::testing::Kind;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tests::{Installation, Ledger, Way};

const CLIENTS: usize = 6;
/// More than come, so that everybody gets the same letter.
const PLACES: u32 = 5000;

/// Everybody who was answered, by all clients.
type Answered = Arc<Mutex<BTreeMap<String, serde_json::Value>>>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_answered_before_a_copy_is_in_it_and_nobody_gets_a_letter_twice_after_it_was_put_back() {
    let mut installation = Installation::begin(Way { database: Kind::Sqlite, broker: false }, &[Vec::new()]).await;
    let url = installation.open_for_sign_up(PLACES).await;
    let copies = installation.settings().data.with_extension("copies");
    let answered = Answered::default();
    let stop = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> =
        (0..CLIENTS).map(|client| tokio::spawn(sign_up(client, url.clone(), answered.clone(), stop.clone()))).collect();

    let (mut before, mut copy) = (BTreeMap::new(), String::new());
    for round in 1..=3 {
        grown(&answered, round * 40).await;
        before = answered.lock().expect("whole").clone();
        let to = copies.join(round.to_string());
        copy = installation.succeed(&["backup", to.to_str().expect("a name")]).await.trim().to_owned();
        assert!(installation.succeed(&["restore", "--check", &copy]).await.contains("is whole"));
    }
    grown(&answered, before.len() + 40).await;
    stop.store(true, Ordering::Relaxed);
    for client in clients {
        client.await.expect("nobody who signs up while copies are made is turned away");
    }
    let people = answered.lock().expect("whole").len();
    installation.settle(people, Duration::from_secs(120)).await;
    kept_for_its_owner_alone(Path::new(&copy));

    // The disk is lost.
    installation.running[0].signal("KILL").await;
    while !installation.running[0].has_ended() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let data = installation.settings().data.clone();
    std::fs::remove_dir_all(&data).expect("it is lost");
    let said = installation.succeed(&["restore", &copy]).await;
    assert!(said.contains("was put back") && said.contains("Letters are held back"), "{said}");
    kept_for_its_owner_alone(&data);
    installation.running[0].start_anew();
    installation.running[0].ready().await;

    let ledger = Ledger::new(&url);
    for (key, answer) in &before {
        assert_eq!(&ledger.ask(key).await, answer, "{key} is told something else than before");
    }
    settled(&installation).await;
    assert_eq!(installation.sink.count(), people, "letters are held back");

    let log = data.with_extension("log");
    std::fs::write(&log, log_of(&installation)).expect("a file");
    let named = installation.succeed(&["letters", "sent", log.to_str().expect("a name")]).await;
    assert!(named.starts_with(&format!("{people} letters are named there")), "{named}");
    installation.succeed(&["letters", "resume"]).await;
    ledger.ask("afterwards").await;
    installation.settle_until(Duration::from_secs(60), |_| None).await;
    let letters = installation.sink.letters();
    let ids: BTreeSet<String> = letters.iter().map(tests::Received::message_id).collect();
    assert_eq!((letters.len(), ids.len()), (people + 1, people + 1), "one for who came afterwards, and none again");
    for (service, db) in installation.databases().await {
        let asked = sea_orm::Statement::from_string(sea_orm::DbBackend::Sqlite, "PRAGMA integrity_check");
        let row = sea_orm::ConnectionTrait::query_one_raw(&db.read, asked).await.expect("an answer").expect("a row");
        assert_eq!(row.try_get_by_index::<String>(0).expect("a word"), "ok", "{service}");
    }
    for left in [&copies, &log] {
        drop(std::fs::remove_dir_all(left).or_else(|_| std::fs::remove_file(left)));
    }
    installation.end().await;
}

async fn sign_up(client: usize, url: String, answered: Answered, stop: Arc<AtomicBool>) {
    let ledger = Ledger::new(&url);
    let mut number = 0;
    while !stop.load(Ordering::Relaxed) {
        let key = format!("c{client}n{number}");
        let answer = ledger.ask(&key).await;
        answered.lock().expect("whole").insert(key, answer);
        number += 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn grown(answered: &Answered, to: usize) {
    bus::testing::eventually("enough people have signed up", || async { answered.lock().expect("whole").len() >= to })
        .await;
}

/// Waits until everything that was said is carried and done.
async fn settled(installation: &Installation) {
    let databases = installation.databases().await;
    bus::testing::eventually("everything is carried and done", || async {
        let now = chrono::Utc::now();
        for (_, db) in &databases {
            if !bus::state(db, now).await.expect("the state").settled() {
                return false;
            }
        }
        true
    })
    .await;
}

fn kept_for_its_owner_alone(folder: &Path) {
    let mode = |path: &Path| std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(folder), 0o700, "{}", folder.display());
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

/// What the mail server's log says about what it has.
fn log_of(installation: &Installation) -> String {
    installation.sink.letters().iter().fold(String::new(), |mut log, letter| {
        writeln!(log, "Nov 23 16:00:00 mx postfix/cleanup[7]: 4XaBcD: message-id=<{}>", letter.message_id())
            .expect("text");
        log
    })
}
