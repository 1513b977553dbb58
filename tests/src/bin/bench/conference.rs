//! A conference of four hundred sessions with five thousand registrations: its pages, and a release that moves fifty sessions.

use crate::crowd::Crowd;
use crate::fixed::Fixed;
use crate::load::Asking;
use crate::raw;
use crate::release::{self, Watch};
use crate::table::{Report, Spread};
use host::Settings;
use host::testing::{Kind, Place, place, server};
use std::time::{Duration, Instant};
use tests::planning::editor;
use tests::process::{Process, command};
use tests::{Conference, Sink};

pub(crate) const SIZE: Conference = Conference::LARGE;
pub(crate) const PEOPLE: usize = 5_000;
const CLIENTS: usize = 16;
const TIME: Duration = Duration::from_secs(5);
const PATIENCE: Duration = Duration::from_secs(600);

/// The program with the conference in it.
pub(crate) struct Running {
    processes: Vec<(&'static str, Process)>,
    pub(crate) place: Place,
    _sink: Sink,
}

impl Running {
    async fn begin(broker: bool) -> Self {
        let sink = Sink::start().await;
        let mut place = place(if broker { Kind::Postgres } else { Kind::Sqlite });
        place.settings.smtp = Some(sink.url());
        place.settings.broker = broker.then(|| server("MOTEPLASS_TEST_AMQP"));
        succeed(&place.settings, &["prepare"]).await;
        let mut processes = Vec::new();
        if broker {
            for service in migrations::SERVICES {
                processes.push((service, Process::start(&place.settings, &[service]).await));
            }
        }
        std::fs::create_dir_all(&place.settings.data).expect("a folder");
        for (name, content) in
            [("organisations.toml", tests::world::ORGANISATIONS.to_owned()), ("konferansen.toml", SIZE.toml())]
        {
            let file = place.settings.data.join(name);
            std::fs::write(&file, content).expect("a file");
            succeed(&place.settings, &["import", file.to_str().expect("a name")]).await;
        }
        if !broker {
            processes.push(("", Process::start(&place.settings, &[]).await));
        }
        Self { processes, place, _sink: sink }
    }

    /// An address at the process that runs this service.
    pub(crate) fn url(&self, service: &str, path: &str) -> String {
        let at = self.processes.iter().find(|(name, _)| *name == service).or(self.processes.first());
        at.expect("something runs").1.url(path)
    }

    /// The cookies of somebody who plans it.
    pub(crate) fn planner(&self) -> String {
        let until = chrono::Utc::now() + chrono::TimeDelta::days(1);
        let (name, value) = editor(&self.place.settings, "distriktssenteret", until);
        format!("{name}={value}")
    }
}

async fn succeed(settings: &Settings, arguments: &[&str]) {
    let done = command(settings, arguments).await;
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

pub(crate) async fn measure(broker: bool, report: &mut Report) {
    let way =
        if broker { "PostgreSQL, RabbitMQ, a process for each service" } else { "SQLite, in process, one process" };
    let running = Running::begin(broker).await;
    let watch = Watch::open(&running.place.settings).await;
    let mut crowd = Crowd::of(&running).await;

    let title = format!("Signing up for a conference of {} sessions, five chosen: {way}", SIZE.sessions());
    report.section(&title, &["people", "clients", "sign-ups/s", "p50", "p99", "single-row inserts/s", "ratio"]);
    let kind = if broker { Kind::Postgres } else { Kind::Sqlite };
    let limit = raw::inserts(kind, 64, TIME).await;
    let (got, spread) = crowd.sign_up(PEOPLE, 64).await;
    report.row(vec![
        PEOPLE.to_string(),
        "64".to_owned(),
        format!("{got:.0}"),
        spread.percentile(50),
        spread.percentile(99),
        format!("{limit:.0}"),
        format!("{:.2}", got / limit),
    ]);
    watch.settled(PATIENCE).await;

    pages(way, &running, report).await;
    release::measure(way, &running, &watch, &mut crowd, report).await;
}

/// Every page against the same bytes that lie ready.
async fn pages(way: &str, running: &Running, report: &mut Report) {
    let title =
        format!("Pages of a conference of {} sessions, against the same bytes lying ready: {way}", SIZE.sessions());
    let columns =
        ["page", "clients", "KB", "KB sent", "pages/s", "p50", "p99", "lying ready, pages/s", "p50 of those", "ratio"];
    report.section(&title, &columns);
    let (slug, planner) = (Conference::SLUG, running.planner());
    let public = |path: &str| Asking::plain(&running.url("conference", path));
    let planned = |path: &str| Asking { cookie: Some(planner.clone()), ..public(path) };
    for (name, clients, asking) in [
        ("programme", CLIENTS, public(&format!("/konferanse/{slug}/program"))),
        ("programme as JSON", CLIENTS, public(&format!("/konferanse/{slug}/program.json"))),
        ("now and next", CLIENTS, public(&format!("/konferanse/{slug}/no"))),
        ("planning table of a day", 1, planned(&format!("/arrangor/konferanse/{slug}/program"))),
        ("who is affected", 1, planned(&format!("/arrangor/konferanse/{slug}/utgje"))),
        ("sign-up form", 1, Asking::plain(&running.url("registration", &format!("/pamelding/{slug}")))),
    ] {
        let gzip = Asking { compressed: true, ..asking.clone() };
        let (plain, packed) = (asking.once().await, gzip.once().await);
        let fixed = Fixed::start(&plain, &packed).await;
        for asking in [asking, gzip] {
            let sent = if asking.compressed { &packed } else { &plain };
            let ready = Asking { url: fixed.url(), cookie: None, ..asking.clone() };
            let (limit, spread_of_limit) = ready.often(clients, TIME).await;
            let (got, spread) = asking.often(clients, TIME).await;
            report.row(vec![
                name.to_owned(),
                clients.to_string(),
                kilobytes(&plain),
                kilobytes(sent),
                format!("{got:.0}"),
                spread.percentile(50),
                spread.percentile(99),
                format!("{limit:.0}"),
                spread_of_limit.percentile(50),
                format!("{:.2}", got / limit),
            ]);
        }
    }
}

fn kilobytes(bytes: &[u8]) -> String {
    bytes.len().div_ceil(1024).to_string()
}

/// How long something took, in milliseconds.
pub(crate) fn milliseconds(since: Instant) -> String {
    Spread::of(vec![since.elapsed()]).percentile(100)
}
