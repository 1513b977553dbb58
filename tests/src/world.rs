//! All services in one process, on a real database and carrier, with a clock that is set.

use crate::visitor::{Page, local};
use crate::{Sink, Visitor, Webinar};
use axum::Router;
use axum::http::StatusCode;
use chrono::TimeDelta;
use host::testing::{Kind, Place, place, server};
use host::{Clock, Database, Host, Settings};
use migrations::SERVICES;
use moteplass::House;
use proto::account::Role;
use proto::asyncapi::KINDS;
use std::sync::Once;
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// A way of running the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    pub database: Kind,
    pub broker: bool,
}

/// Both carriers on both databases.
pub const WAYS: [Way; 4] = [
    Way { database: Kind::Sqlite, broker: false },
    Way { database: Kind::Postgres, broker: false },
    Way { database: Kind::Sqlite, broker: true },
    Way { database: Kind::Postgres, broker: true },
];

/// Everything there is, running.
pub struct World {
    pub house: House,
    pub router: Router,
    pub sink: Sink,
    /// Of all routes, as the routers list them.
    pub paths: Vec<String>,
    hosts: Vec<Host>,
    running: Vec<JoinHandle<()>>,
    _place: Place,
}

static TLS: Once = Once::new();

impl World {
    /// A world with the organisations and no events.
    pub async fn begin(way: Way) -> Self {
        Self::begin_with(way, |_| {}).await
    }

    /// The same with other settings.
    pub async fn begin_with(way: Way, set: impl FnOnce(&mut Settings)) -> Self {
        TLS.call_once(|| {
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let sink = Sink::start().await;
        let mut place = place(way.database);
        place.settings.smtp = Some(sink.url());
        if way.broker {
            place.settings.broker = Some(server("MOTEPLASS_TEST_AMQP"));
        }
        set(&mut place.settings);
        let house = House::new(place.settings.clone(), Clock::set_at(host::testing::beginning())).expect("a house");
        house.prepare().await.expect("tables and queues");
        let services = house.services(&SERVICES).await.expect("services");
        let mut hosts = Vec::new();
        for service in SERVICES {
            hosts.push(house.host(service).await.expect("a host"));
        }
        let mut running = Vec::new();
        let (mut routes, mut paths) = (Vec::new(), Vec::new());
        for service in services {
            paths.extend(paths_of(&service.routes));
            routes.push(service.routes);
            for task in service.tasks {
                running.push(tokio::spawn(async move { task.await.expect("a loop does not fail") }));
            }
        }
        let router = house.front().router(routes, Vec::new());
        let world = Self { house, router, sink, paths, hosts, running, _place: place };
        world.import("organisations.toml", ORGANISATIONS).await;
        world
    }

    /// Takes in a file, as `moteplass import` does, and waits until everybody knows.
    pub async fn import(&self, name: &str, content: &str) {
        if let Err(problem) = moteplass::commands::import::take_in(&self.house, name, content).await {
            panic!("{problem:#}");
        }
        self.settle().await;
    }

    /// Takes in a webinar.
    pub async fn webinar(&self, webinar: &Webinar) {
        self.import(&format!("{}.toml", webinar.slug), &webinar.toml()).await;
    }

    /// Signs a person up through the form, in Nynorsk, and gives the page that answers.
    pub async fn sign_up(&self, slug: &str, name: &str, email: &str) -> Page {
        let path = format!("/pamelding/{slug}");
        let fields = [("name", name), ("email", email), ("q-municipality", "Volda")];
        self.visitor("nn").fill_in(&path, &path, &fields).await
    }

    /// Invites somebody to organise, who follows the link in the letter and is signed in.
    pub async fn organiser(&self, email: &str, organisation: &str, role: Role) -> Visitor {
        let host = self.house.host("portal").await.expect("a host");
        portal::invite(&host, email, organisation, role).await.expect("an account");
        self.settle().await;
        let letter = self.sink.to(email).pop().expect("an invitation");
        let link = local(&letter.link("/arrangor/inn/").expect("a link to sign in with"));
        let mut visitor = self.visitor("nn");
        let page = visitor.fill_in(&link, &link, &[]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.words());
        visitor
    }

    /// A visitor of the pages.
    pub fn visitor(&self, language: &'static str) -> Visitor {
        Visitor::new(&self.router, language)
    }

    /// The database of a service.
    pub fn db(&self, service: &str) -> &Database {
        let at = SERVICES.iter().position(|name| *name == service).expect("a service");
        &self.hosts[at].db
    }

    /// Finishes what is in hand, lets so much time pass, and has what then is due done.
    pub async fn pass(&self, time: TimeDelta) {
        self.settle().await;
        self.house.clock.advance(time);
        self.settle().await;
    }

    /// What the form page says instead of a form.
    pub async fn sign_up_refused(&self, slug: &str) -> String {
        self.visitor("nn").get(&format!("/pamelding/{slug}")).await.words()
    }

    /// Waits until nothing is on its way, nothing is left to do, and no letter is due.
    pub async fn settle(&self) {
        self.settle_within(Duration::from_secs(30)).await;
    }

    /// The same for a crowd.
    pub async fn settle_within(&self, patience: Duration) {
        let begun = Instant::now();
        while !(self.settled().await && self.all_arrived().await && self.settled().await) {
            assert!(begun.elapsed() < patience, "after {} s something is still on its way", patience.as_secs());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    async fn settled(&self) -> bool {
        let now = self.house.clock.now();
        for host in &self.hosts {
            if !bus::state(&host.db, now).await.expect("the state").settled() {
                return false;
            }
        }
        let unsent = mail::unsent(self.db("mail"), now).await.expect("the letters");
        let (unread, _) = mail::incoming(self.db("mail"), now).await.expect("the letters that came in");
        unsent == 0 && unread == 0
    }

    /// What the broker holds is in no table: everything said lately must have arrived at everybody who hears it.
    async fn all_arrived(&self) -> bool {
        // What is older may have been removed where it arrived.
        let lately = self.house.clock.now() - TimeDelta::days(6);
        let mut said = Vec::new();
        for host in &self.hosts {
            said.extend(bus::testing::said(&host.db).await.into_iter().filter(|envelope| envelope.time > lately));
        }
        for service in SERVICES {
            let heard = |name: &str| KINDS.iter().any(|kind| kind.name == name && kind.heard_by.contains(&service));
            let arrived = bus::testing::arrived(self.db(service)).await;
            if !said.iter().all(|envelope| !heard(&envelope.name) || arrived.contains(&envelope.id)) {
                return false;
            }
        }
        true
    }

    /// Ends the world. Nothing may be set aside in it that the story did not mean to.
    pub async fn end(self) {
        self.settle().await;
        for host in &self.hosts {
            let aside = bus::set_aside(&host.db).await.expect("the messages");
            assert!(aside.is_empty(), "set aside: {aside:?}");
        }
        self.house.stop.cancel();
        for task in self.running {
            task.await.expect("a loop ends when it is told to");
        }
    }
}

/// Every path that a router answers, as it was written. Nothing but its `Debug` tells them.
fn paths_of(routes: &Router) -> Vec<String> {
    let listed = format!("{routes:?}");
    let paths = listed.split('"').skip(1).step_by(2).filter(|path| path.starts_with('/'));
    paths.map(str::to_owned).collect()
}

/// Two organisations as other files name them.
pub const ORGANISATIONS: &str = r#"
[[organisation]]
slug = "distriktssenteret"
name.nn = "Distriktssenteret"
name.nb = "Distriktssenteret"
name.en = "The Centre for Rural Development"
required_languages = ["nn", "nb"]
sender = "arrangement@distriktssenteret.example.no"
accessibility_statement = "https://distriktssenteret.example.no/tilgjenge"
privacy_notice = "https://distriktssenteret.example.no/personvern"
retention_days = 180
"#;
