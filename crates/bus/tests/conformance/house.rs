//! A house of three services for one test: `registration` says, `mail` and `portal` hear.

use bus::testing::eventually;
use bus::{Bus, Carrier, Failure, Hears, Work};
use chrono::TimeDelta;
use host::testing::{Kind, Place, beginning, open, place, server};
use host::{Clock, Database, Host, Settings};
use proto::{Envelope, Message};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use tokio::sync::{RwLock, RwLockReadGuard};
use tokio::task::JoinSet;
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    InProcess,
    Amqp,
}

pub(crate) const SAYS: &str = "registration";
pub(crate) const HEARERS: [&str; 2] = ["mail", "portal"];

/// What is said in these tests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Counted {
    pub(crate) number: i64,
}

impl Message for Counted {
    const NAME: &'static str = "test.counted.v1";
    fn subject(&self) -> Uuid {
        Uuid::from_u128(self.number.unsigned_abs().into())
    }
}

/// The same in a later release.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct CountedAnew {
    pub(crate) number: i64,
}

impl Message for CountedAnew {
    const NAME: &'static str = "test.counted.v2";
    fn subject(&self) -> Uuid {
        Uuid::nil()
    }
}

/// Bears the name of `Counted` without its shape.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Crooked {
    pub(crate) word: String,
}

impl Message for Crooked {
    const NAME: &'static str = Counted::NAME;
    fn subject(&self) -> Uuid {
        Uuid::nil()
    }
}

/// What `mail` says when it has heard something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Answered {
    pub(crate) number: i64,
}

impl Message for Answered {
    const NAME: &'static str = "test.answered.v1";
    fn subject(&self) -> Uuid {
        Uuid::nil()
    }
}

/// How the handler of one number goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// So many times more.
    Retry(u32),
    Panic(u32),
    SetAside,
    /// It stands still for longer than its lease, once.
    StandStill,
}

/// The service that hears. It keeps what it heard in a table without any constraint, so that doing twice would show.
pub(crate) struct Hearer {
    wrong: Arc<Mutex<BTreeMap<i64, Wrong>>>,
    clock: Clock,
    db: Database,
}

impl Hears<Counted> for Hearer {
    async fn hear(&self, work: &Work, message: Counted) -> Result<(), Failure> {
        self.record(work, message.number).await
    }
}

impl Hears<CountedAnew> for Hearer {
    async fn hear(&self, work: &Work, message: CountedAnew) -> Result<(), Failure> {
        self.record(work, message.number).await
    }
}

impl Hearer {
    async fn record(&self, work: &Work, number: i64) -> Result<(), Failure> {
        work.tx.execute_unprepared(&format!("INSERT INTO effect (number) VALUES ({number})")).await?;
        work.say(&Answered { number });
        // The row and the answer come first: whatever goes wrong must undo them.
        let wrong = {
            let mut all = self.wrong.lock().unwrap();
            let now = all.get(&number).copied();
            match now {
                Some(Wrong::Retry(times)) if times > 0 => all.insert(number, Wrong::Retry(times - 1)),
                Some(Wrong::Panic(times)) if times > 0 => all.insert(number, Wrong::Panic(times - 1)),
                Some(Wrong::StandStill) => all.remove(&number),
                _ => None,
            };
            now
        };
        match wrong {
            Some(Wrong::Retry(1..)) => Err(Failure::Retry("not now".to_owned())),
            Some(Wrong::Panic(1..)) => panic!("the handler of {number} was told to"),
            Some(Wrong::SetAside) => Err(Failure::SetAside("nobody knows this number".to_owned())),
            Some(Wrong::StandStill) => {
                self.clock.advance(TimeDelta::minutes(1));
                // Until another has done it, where the database lets another.
                for _ in 0..200 {
                    if effects(&self.db).await.contains(&number) {
                        break;
                    }
                    tokio::time::sleep(std::time::Duration::from_millis(10)).await;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

pub(crate) struct House {
    pub(crate) way: Way,
    pub(crate) clock: Clock,
    pub(crate) carrier: Carrier,
    wrong: Arc<Mutex<BTreeMap<i64, Wrong>>>,
    place: Place,
    /// Held while the broker must not be restarted by another test.
    _broker: Option<RwLockReadGuard<'static, ()>>,
}

/// Taken by the test that restarts the broker, which is no matter of the others.
pub(crate) static BROKER: RwLock<()> = RwLock::const_new(());

/// One running instance of a service.
pub(crate) struct Instance {
    pub(crate) bus: Bus,
    pub(crate) host: Host,
    loops: JoinSet<anyhow::Result<()>>,
}

impl Instance {
    /// Ends it as SIGKILL would: nothing is finished, nothing is tidied.
    pub(crate) async fn kill(mut self) {
        self.loops.shutdown().await;
    }

    /// Ends it as SIGTERM would.
    pub(crate) async fn stop(mut self) {
        self.host.stop.cancel();
        while let Some(ended) = self.loops.join_next().await {
            ended.expect("a loop ends").expect("and without an error");
        }
    }

    pub(crate) async fn say<M: Message>(&self, messages: &[M]) {
        let work = self.bus.begin().await.expect("a transaction");
        for message in messages {
            work.say(message);
        }
        work.commit().await.expect("a commit");
    }
}

impl House {
    pub(crate) async fn new(way: Way, kind: Kind) -> Self {
        let house = Self::unprepared(way, kind).await;
        house.prepare(&HEARERS).await;
        house
    }

    pub(crate) async fn unprepared(way: Way, kind: Kind) -> Self {
        let broker = if way == Way::Amqp { Some(BROKER.read().await) } else { None };
        Self::make(way, kind, broker).await
    }

    /// A house for the test that restarts the broker and holds it for itself.
    pub(crate) async fn with_the_broker_to_itself(kind: Kind) -> Self {
        let house = Self::make(Way::Amqp, kind, None).await;
        house.prepare(&HEARERS).await;
        house
    }

    async fn make(way: Way, kind: Kind, broker: Option<RwLockReadGuard<'static, ()>>) -> Self {
        let mut place = place(kind);
        if way == Way::Amqp {
            place.settings.broker = Some(server("MOTEPLASS_TEST_AMQP"));
        }
        let carrier = Carrier::of(&place.settings).expect("a carrier");
        let house =
            Self { way, clock: Clock::set_at(beginning()), carrier, wrong: Arc::default(), place, _broker: broker };
        for service in HEARERS {
            let host = open(house.settings(), service, house.clock.clone()).await;
            host.db.write.execute_unprepared("CREATE TABLE effect (number bigint NOT NULL)").await.expect("a table");
            host.db.close().await.expect("closed");
        }
        house.prepare(&[]).await;
        house
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.place.settings
    }

    /// From now on services find the database at this address.
    pub(crate) fn reach_the_database_at(&mut self, url: &str) {
        self.place.settings.database = Some(url.to_owned());
    }

    pub(crate) async fn prepare(&self, services: &[&str]) {
        if self.way == Way::Amqp {
            let names: &[&str] = &[Counted::NAME, CountedAnew::NAME];
            let mut hearers: Vec<(&str, &[&str])> = services.iter().map(|service| (*service, names)).collect();
            if services.len() == HEARERS.len() {
                // Somebody has to, or what `mail` says would never be carried.
                hearers.push((SAYS, &[Answered::NAME]));
            }
            bus::amqp::prepare(self.settings(), &hearers).await.expect("the broker is prepared");
        }
    }

    /// From now on the handlers of this number go wrong.
    pub(crate) fn goes_wrong(&self, number: i64, how: Wrong) {
        self.wrong.lock().unwrap().insert(number, how);
    }

    pub(crate) fn mended(&self, number: i64) {
        self.wrong.lock().unwrap().remove(&number);
    }

    pub(crate) async fn speaker(&self) -> Instance {
        let host = open(self.settings(), SAYS, self.clock.clone()).await;
        let (bus, tasks) = Bus::build(SAYS, &host, &self.carrier).start();
        Instance { bus, host, loops: tasks.into_iter().collect() }
    }

    async fn hearer_of(&self, service: &'static str, later_release: bool) -> (Bus, Host, Vec<host::Task>) {
        let host = open(self.settings(), service, self.clock.clone()).await;
        let hearer =
            Arc::new(Hearer { wrong: Arc::clone(&self.wrong), clock: self.clock.clone(), db: host.db.clone() });
        let mut build = Bus::build(service, &host, &self.carrier).hears::<Counted, _>(&hearer);
        if later_release {
            build = build.hears::<CountedAnew, _>(&hearer);
        }
        let (bus, tasks) = build.start();
        (bus, host, tasks)
    }

    pub(crate) async fn hearer(&self, service: &'static str) -> Instance {
        let (bus, host, tasks) = self.hearer_of(service, false).await;
        Instance { bus, host, loops: tasks.into_iter().collect() }
    }

    pub(crate) async fn hearer_of_a_later_release(&self, service: &'static str) -> Instance {
        let (bus, host, tasks) = self.hearer_of(service, true).await;
        Instance { bus, host, loops: tasks.into_iter().collect() }
    }

    pub(crate) async fn end(self) {
        if self.way == Way::Amqp {
            let mut services = HEARERS.to_vec();
            services.push(SAYS);
            bus::amqp::remove(self.settings(), &services).await.expect("the broker is tidied");
        }
        if self.place.settings.database.is_some() {
            let mut services = HEARERS.to_vec();
            services.push(SAYS);
            for service in services {
                let db = Database::open(self.settings(), service).await.expect("a database");
                let schema = self.settings().schema(service);
                let dropped = db.write.execute_unprepared(&format!("DROP SCHEMA IF EXISTS \"{schema}\" CASCADE")).await;
                dropped.expect("a schema is dropped");
            }
        }
    }
}

/// The numbers that a service has recorded, in ascending order.
pub(crate) async fn effects(db: &Database) -> Vec<i64> {
    let rows = select(db, "SELECT number FROM effect ORDER BY number").await.expect("effects");
    rows.iter().map(|row| row.try_get("", "number").expect("a number")).collect()
}

pub(crate) async fn select(db: &Database, sql: &str) -> Result<Vec<sea_orm::QueryResult>, DbErr> {
    let backend = db.read.get_database_backend();
    db.read.query_all_raw(Statement::from_string(backend, sql)).await
}

/// Waits until a service has recorded these numbers, each of them once and nothing else.
pub(crate) async fn recorded(instance: &Instance, numbers: impl IntoIterator<Item = i64>) {
    let expected: Vec<i64> = numbers.into_iter().collect();
    eventually(&format!("{} effects are recorded", expected.len()), async || {
        effects(&instance.host.db).await.len() >= expected.len()
    })
    .await;
    assert_eq!(effects(&instance.host.db).await, expected);
}

/// Waits until a service has nothing on its way and nothing left to do.
pub(crate) async fn settled(instance: &Instance) {
    eventually("the service is settled", async || instance.bus.state().await.expect("a state").settled()).await;
}

/// What a service has said of one kind.
pub(crate) async fn answers(instance: &Instance) -> Vec<Envelope> {
    bus::testing::said(&instance.host.db).await
}
