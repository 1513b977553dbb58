//! The program as it is put to work: prepared, in one process or several, with a mail server and one event.

use crate::process::{Process, command};
use crate::world::ORGANISATIONS;
use crate::{Sink, Way, Webinar};
use host::testing::{Place, place, server};
use host::{Database, Settings};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// A running installation.
pub struct Installation {
    pub sink: Sink,
    /// The first of them answers sign-ups.
    pub running: Vec<Process>,
    place: Place,
}

/// A process for each service, the one that answers sign-ups first.
pub fn each_by_itself() -> Vec<Vec<&'static str>> {
    let mut services = migrations::SERVICES.to_vec();
    services.sort_by_key(|service| *service != "registration");
    services.into_iter().map(|service| vec![service]).collect()
}

impl Installation {
    /// Prepares a fresh place and runs these processes in it, each with its services (none: all).
    pub async fn begin(way: Way, processes: &[Vec<&'static str>]) -> Self {
        let sink = Sink::start().await;
        let mut place = place(way.database);
        place.settings.smtp = Some(sink.url());
        place.settings.broker = way.broker.then(|| server("MOTEPLASS_TEST_AMQP"));
        let mut installation = Self { sink, running: Vec::new(), place };
        installation.succeed(&["prepare"]).await;
        for services in processes {
            installation.running.push(Process::start(&installation.place.settings, services).await);
        }
        installation
    }

    pub fn settings(&self) -> &Settings {
        &self.place.settings
    }

    /// Runs one of the program's commands, which must succeed, and gives what it said.
    pub async fn succeed(&self, arguments: &[&str]) -> String {
        let done = command(self.settings(), arguments).await;
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("text")
    }

    /// Takes in a webinar far ahead and waits until one can sign up for it. Gives the address for that.
    pub async fn open_for_sign_up(&self, capacity: u32) -> String {
        let webinar =
            Webinar { capacity, start: "2099-03-17T10:00:00", end: "2099-03-17T11:00:00", ..Webinar::default() };
        std::fs::create_dir_all(&self.settings().data).expect("a folder");
        for (name, content) in [("organisations.toml", ORGANISATIONS.to_owned()), ("torg.toml", webinar.toml())] {
            let file = self.settings().data.join(name);
            std::fs::write(&file, content).expect("a file");
            self.succeed(&["import", file.to_str().expect("a name")]).await;
        }
        let (begun, event) = (Instant::now(), self.url("/api/v1/events/torg"));
        while !reqwest::get(&event).await.is_ok_and(|answer| answer.status().is_success()) {
            assert!(begun.elapsed() < Duration::from_secs(30), "the event did not open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.url("/api/v1/events/torg/registrations")
    }

    /// An address at the process that answers sign-ups.
    pub fn url(&self, path: &str) -> String {
        self.running[0].url(path)
    }

    /// Waits until everything that was said is carried and done, and so many people have a letter.
    pub async fn settle(&self, people: usize, patience: Duration) {
        let begun = Instant::now();
        let mut databases = Vec::new();
        for service in migrations::SERVICES {
            databases.push(Database::open(self.settings(), service).await.expect("a database"));
        }
        loop {
            let (now, mut left) = (chrono::Utc::now(), 0);
            for db in &databases {
                let state = bus::state(db, now).await.expect("the state");
                assert_eq!(state.set_aside, 0, "something was set aside");
                left += state.unsent + state.waiting;
            }
            let recipients: BTreeSet<String> = self.sink.letters().into_iter().map(|letter| letter.recipient).collect();
            if left == 0 && recipients.len() == people {
                return;
            }
            let got = recipients.len();
            assert!(begun.elapsed() < patience, "{left} messages left, {got} of {people} have a letter");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    /// Ends every process as an operator would.
    pub async fn end(self) {
        for process in self.running {
            process.stop().await;
        }
    }
}
