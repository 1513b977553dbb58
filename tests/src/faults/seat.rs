//! Where a process runs, and its links to what it depends on.

use super::schedule::Server;
use super::troubles::{Trouble, Why};
use crate::{Installation, Relay};
use host::Settings;
use std::net::SocketAddr;
use std::time::Instant;
use url::Url;

/// Where one process runs, whichever it is at the moment.
pub(super) struct Seat {
    pub(super) services: Vec<&'static str>,
    pub(super) database: Option<Relay>,
    pub(super) broker: Option<Relay>,
    pub(super) mail: Relay,
    pub(super) troubles: Vec<Trouble>,
    /// What it had open before anything broke; none when it has not lived since.
    pub(super) files: Option<usize>,
    pub(super) is_up: bool,
    pub(super) asked: Instant,
    pub(super) ending: Option<Instant>,
}

impl Seat {
    /// A place for a process, and its settings.
    pub(super) async fn between(
        installation: &Installation,
        number: usize,
        services: &[&'static str],
    ) -> (Self, Settings) {
        let mut settings = installation.settings().clone();
        let door = installation.sink.door(number + 1).await;
        let mail = Relay::to(door).await;
        settings.smtp = Some(format!("smtp://{}?tls=none", mail.address));
        let database = through(&mut settings.database).await;
        let broker = through(&mut settings.broker).await;
        let seat = Self {
            services: services.to_vec(),
            database,
            broker,
            mail,
            troubles: Vec::new(),
            files: None,
            is_up: false,
            asked: Instant::now(),
            ending: None,
        };
        (seat, settings)
    }

    pub(super) fn link(&self, server: Server) -> &Relay {
        match server {
            Server::Database => self.database.as_ref().unwrap_or(&self.mail),
            Server::Broker => self.broker.as_ref().unwrap_or(&self.mail),
            Server::Mail => &self.mail,
        }
    }

    pub(super) fn open(&self) -> usize {
        self.mail.open() + self.database.as_ref().map_or(0, Relay::open) + self.broker.as_ref().map_or(0, Relay::open)
    }

    pub(super) fn services_or_all(&self) -> usize {
        if self.services.is_empty() { migrations::SERVICES.len() } else { self.services.len() }
    }

    /// The broker has nothing to do with what becomes of letters.
    pub(super) fn note(&mut self, why: Why, to: Option<Instant>) {
        if why != Why::Link(Server::Broker) {
            self.troubles.push(Trouble { why, from: Instant::now(), to });
        }
    }

    /// It can note again what happens to it.
    pub(super) fn over(&mut self, is_it: impl Fn(Why) -> bool) {
        let now = Instant::now();
        for trouble in self.troubles.iter_mut().filter(|trouble| is_it(trouble.why)) {
            trouble.to.get_or_insert(now);
        }
    }
}

/// Puts a relay between, and has the setting say so.
async fn through(setting: &mut Option<String>) -> Option<Relay> {
    let mut url: Url = setting.as_deref()?.parse().expect("an address");
    let host = url.host_str().expect("a host");
    let port = url.port().expect("a port");
    let server: SocketAddr = tokio::net::lookup_host((host, port)).await.expect("a host").next().expect("an address");
    let relay = Relay::to(server).await;
    url.set_host(Some("127.0.0.1")).expect("an address");
    url.set_port(Some(relay.address.port())).expect("an address");
    *setting = Some(url.to_string());
    Some(relay)
}
