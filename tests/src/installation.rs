//! The program as it is put to work: prepared, in one process or several, with a mail server and one event.

use crate::process::{Process, command};
use crate::visitor::local;
use crate::world::ORGANISATIONS;
use crate::{Received, Sink, Visitor, Way, Webinar};
use host::testing::{Place, place, server};
use host::{Database, Settings};
use std::collections::BTreeSet;
use std::sync::Arc;
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
        Self::begin_with(way, processes, Sink::start().await).await
    }

    /// The same with a mail server that was started before.
    pub async fn begin_with(way: Way, processes: &[Vec<&'static str>], sink: Sink) -> Self {
        let mut installation = Self::prepare(way, sink).await;
        for services in processes {
            installation.running.push(Process::start(&installation.place.settings, services).await);
        }
        installation
    }

    /// Prepares a fresh place in which nothing runs yet.
    pub async fn prepare(way: Way, sink: Sink) -> Self {
        let mut place = place(way.database);
        place.settings.smtp = Some(sink.url());
        place.settings.broker = way.broker.then(|| server("MOTEPLASS_TEST_AMQP"));
        let installation = Self { sink, running: Vec::new(), place };
        installation.succeed(&["prepare"]).await;
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

    /// Takes in a file, as an operator does who wrote it.
    pub async fn import(&self, name: &str, content: &str) {
        std::fs::create_dir_all(&self.settings().data).expect("a folder");
        let file = self.settings().data.join(name);
        std::fs::write(&file, content).expect("a file");
        self.succeed(&["import", file.to_str().expect("a name")]).await;
    }

    /// Takes in a webinar far ahead and waits until one can sign up for it. Gives the address for that.
    pub async fn open_for_sign_up(&self, capacity: u32) -> String {
        let webinar =
            Webinar { capacity, start: "2099-03-17T10:00:00", end: "2099-03-17T11:00:00", ..Webinar::default() };
        self.open(&webinar.toml()).await
    }

    /// Takes in the file of an event called `torg` and waits until one can sign up for it. Gives the address for that.
    pub async fn open(&self, event: &str) -> String {
        self.import("organisations.toml", ORGANISATIONS).await;
        self.import("torg.toml", event).await;
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

    /// Somebody who visits the pages of all services, as behind a proxy that spreads them by path.
    pub fn visitor(&self, language: &'static str) -> Visitor {
        let at = |service: &str| self.running.iter().find(|process| process.serves(service)).expect("it runs").url("");
        let (registration, gathering, portal) = (at("registration"), at("gathering"), at("portal"));
        let found = move |path: &str| {
            let begins = |paths: &[&str]| paths.iter().any(|begin| path.starts_with(begin));
            match path {
                _ if begins(&["/samling/", "/nettverk/", "/delegasjon/", "/arrangor/samling/"]) => gathering.clone(),
                _ if begins(&["/pamelding/", "/mi/", "/api/", "/arrangor/pameldingar/", "/arrangor/dor/"]) => {
                    registration.clone()
                }
                _ => portal.clone(),
            }
        };
        Visitor::over_http(Arc::new(found), language)
    }

    /// Somebody who is signed in as an organiser.
    pub async fn organiser(&self, email: &str, organisation: &str, role: &str) -> Visitor {
        let said = self.succeed(&["account", "invite", email, "--organisation", organisation, "--role", role]).await;
        let link = said.split_whitespace().find(|word| word.starts_with("http")).map(local).expect("a link");
        let mut visitor = self.visitor("nn");
        let page = visitor.fill_in(&link, &link, &[]).await;
        assert!(page.status.is_success(), "{}", page.words());
        visitor
    }

    /// Waits until everything that was said is carried and done, all letters that are due are sent, and nothing is missing
    /// in them any more; `missing` says what.
    pub async fn settle_until(&self, patience: Duration, missing: impl Fn(&[Received]) -> Option<String>) {
        let begun = Instant::now();
        let databases = self.databases().await;
        loop {
            let (now, mut left) = (chrono::Utc::now(), 0);
            for (service, db) in &databases {
                let state = bus::state(db, now).await.expect("the state");
                assert_eq!(state.set_aside, 0, "something was set aside in {service}");
                left += state.unsent + state.waiting;
                if *service == "mail" {
                    left += mail::unsent(db, now).await.expect("the letters");
                }
            }
            let missing = missing(&self.sink.letters());
            if left == 0 && missing.is_none() {
                return;
            }
            let missing = missing.unwrap_or_default();
            assert!(begun.elapsed() < patience, "{left} messages and letters are left; missing is {missing}");
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
    }

    /// The databases of all services.
    pub async fn databases(&self) -> Vec<(&'static str, Database)> {
        let mut databases = Vec::new();
        for service in migrations::SERVICES {
            databases.push((service, Database::open(self.settings(), service).await.expect("a database")));
        }
        databases
    }

    /// Waits until everything that was said is carried and done, and so many people have a letter.
    pub async fn settle(&self, people: usize, patience: Duration) {
        let begun = Instant::now();
        let databases = self.databases().await;
        loop {
            let (now, mut left) = (chrono::Utc::now(), 0);
            for (_, db) in &databases {
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
