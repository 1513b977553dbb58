//! A host for tests: a real database of its own, a clock that is set, nothing shared with other tests.

use crate::{Clock, Database, Host, Keys, Settings, Vault};
use chrono::{DateTime, Utc};
use std::sync::Arc;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

pub use crate::testing_pages::{framed, render_all, site, visitor};

/// A database that services are tried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// Both databases: every test of rows and handlers runs on each.
pub const KINDS: [Kind; 2] = [Kind::Sqlite, Kind::Postgres];

/// The time at which every test begins: Monday 11 January 2027, 10:00 in Oslo.
pub const BEGINNING: &str = "2027-01-11T09:00:00Z";

/// A host whose database goes away with it.
pub struct TestHost {
    pub host: Host,
    _place: Arc<Place>,
}

impl std::ops::Deref for TestHost {
    type Target = Host;
    fn deref(&self) -> &Host {
        &self.host
    }
}

/// Where the data of one test, or of one story with several services, lie.
pub struct Place {
    pub settings: Settings,
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.settings.data);
    }
}

/// A fresh place: a folder of its own, and a namespace of its own in PostgreSQL and RabbitMQ.
pub fn place(kind: Kind) -> Place {
    let id = Uuid::now_v7().simple().to_string();
    let name = format!("t{}", &id[id.len() - 16..]);
    let mut settings = Settings::defaults().expect("the defaults are whole");
    settings.data = std::env::temp_dir().join(format!("moteplass-{name}"));
    settings.namespace = Some(name);
    settings.key = Some("a key for tests, which is long enough".to_owned());
    settings.answers_key = Some("another-key-for-tests-long-enough-too".to_owned());
    settings.rate_limit = crate::RateLimit::Off;
    settings.database_connections = 8;
    if kind == Kind::Postgres {
        settings.database = Some(server("MOTEPLASS_TEST_POSTGRES"));
    }
    Place { settings }
}

/// The address of a real server that tests need. Without it they fail: a test that is passed over shows nothing.
pub fn server(variable: &str) -> String {
    std::env::vars().find_map(|(name, value)| (name == variable).then_some(value)).unwrap_or_else(|| {
        panic!("{variable} is not set: run the tests with `make test`, which starts the servers they need")
    })
}

/// Where a search by chance begins: with the number in MOTEPLASS_TEST_SEED, or anywhere without it. Printed, so that a run that
/// fails can be repeated.
#[expect(clippy::print_stderr, reason = "whoever looks for what failed needs it")]
pub fn seed() -> u64 {
    let set = std::env::vars().find_map(|(name, value)| (name == "MOTEPLASS_TEST_SEED").then_some(value));
    let seed = set.map_or_else(rand::random, |set| set.parse().expect("MOTEPLASS_TEST_SEED is a number"));
    eprintln!("MOTEPLASS_TEST_SEED={seed}");
    seed
}

/// The beginning of every test.
pub fn beginning() -> DateTime<Utc> {
    BEGINNING.parse().expect("a time")
}

/// A migrated host for one service in a fresh place.
pub async fn host(kind: Kind, service: &'static str) -> TestHost {
    let place = Arc::new(place(kind));
    let host = open(&place.settings, service, Clock::set_at(beginning())).await;
    TestHost { host, _place: place }
}

/// A migrated host for one service as the settings say; for stories with several services, and for restarts.
pub async fn open(settings: &Settings, service: &'static str, clock: Clock) -> Host {
    Database::make_schema(settings, service).await.expect("a schema");
    let db = Database::open(settings, service).await.expect("a database");
    migrations::up(service, &db.write).await.expect("the tables");
    Host {
        settings: Arc::new(settings.clone()),
        clock,
        db,
        keys: Keys::new(&settings.secret().expect("a key")),
        vault: Vault::of(settings).expect("a key for answers"),
        text: Arc::new(crate::page::text(settings)),
        haste: crate::Haste::default(),
        stop: CancellationToken::new(),
    }
}
