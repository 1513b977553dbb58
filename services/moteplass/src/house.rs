use anyhow::{Context, bail};
use bus::Carrier;
use futures::FutureExt;
use host::{Check, Clock, Database, Front, Haste, Host, Keys, Service, Settings, Vault};
use migrations::SERVICES;
use operation::{Operation, StuckLetters};
use proto::asyncapi::KINDS;
use std::fs::{File, TryLockError};
use std::sync::Arc;
use text::Text;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// What all services of one process share, and the way to make them.
#[derive(Clone)]
pub struct House {
    pub settings: Arc<Settings>,
    pub clock: Clock,
    pub keys: Keys,
    pub vault: Vault,
    pub text: Arc<Text>,
    pub carrier: Carrier,
    /// How many wait for an answer of any of them.
    pub haste: Haste,
    pub stop: CancellationToken,
}

impl House {
    /// A house as the settings say. Opens nothing yet.
    pub fn new(settings: Settings, clock: Clock) -> anyhow::Result<Self> {
        Ok(Self {
            keys: Keys::new(&settings.secret()?),
            vault: Vault::of(&settings)?,
            text: Arc::new(host::page::text(&settings)),
            carrier: Carrier::of(&settings)?,
            haste: Haste::default(),
            settings: Arc::new(settings),
            clock,
            stop: CancellationToken::new(),
        })
    }

    /// Whether services can be run in processes of their own: they must meet in a broker, and not in one's files.
    pub fn large(&self) -> bool {
        self.settings.broker.is_some()
    }

    /// Makes every service's tables, and the broker's exchanges and queues. Safe to do again and by several at once.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        for service in SERVICES {
            Database::make_schema(&self.settings, service).await?;
            let db = Database::open(&self.settings, service).await?;
            migrations::up(service, &db.write).await.with_context(|| format!("cannot make the tables of {service}"))?;
            db.close().await?;
        }
        if self.large() {
            let heard = SERVICES.map(heard_by);
            let hearers: Vec<(&str, &[&str])> = SERVICES.into_iter().zip(heard.iter().map(Vec::as_slice)).collect();
            bus::amqp::prepare(&self.settings, &hearers).await?;
        }
        Ok(())
    }

    /// Keeps other processes away from the SQLite files of these services for as long as it is held: letters in hand
    /// would be taken for those of a process that is gone. `None` when another process holds one of them. PostgreSQL is
    /// shared, so there is nothing to hold.
    pub fn alone(&self, services: &[&str]) -> anyhow::Result<Option<Vec<File>>> {
        let data = &self.settings.data;
        let mut held = Vec::new();
        if self.settings.database.is_some() {
            return Ok(Some(held));
        }
        std::fs::create_dir_all(data).with_context(|| format!("cannot make {}", data.display()))?;
        for service in services {
            let lock = File::create(data.join(format!("{service}.lock")))?;
            match lock.try_lock() {
                Ok(()) => held.push(lock),
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error).context("cannot lock the data folder"),
            }
        }
        Ok(Some(held))
    }

    /// How many messages of all services are still to be carried or done.
    pub async fn under_way(&self) -> anyhow::Result<u64> {
        let mut left = 0;
        for service in SERVICES {
            let db = self.host(service).await?.db;
            let state = bus::state(&db, self.clock.now()).await?;
            left += state.unsent + state.waiting;
            db.close().await?;
        }
        Ok(left)
    }

    /// What a service stands on, its database opened. Its tables must be there and up to date.
    pub async fn host(&self, service: &'static str) -> anyhow::Result<Host> {
        let db = Database::open(&self.settings, service).await?;
        let pending = migrations::pending(service, &db.write).await?;
        if !pending.is_empty() {
            bail!("the tables of {service} are not up to date ({}); run `moteplass prepare`", pending.join(", "));
        }
        Ok(Host {
            settings: self.settings.clone(),
            clock: self.clock.clone(),
            db,
            keys: self.keys.clone(),
            vault: self.vault.clone(),
            text: self.text.clone(),
            haste: self.haste.clone(),
            stop: self.stop.clone(),
        })
    }

    /// What their pages share.
    pub fn front(&self) -> Front {
        Front {
            settings: self.settings.clone(),
            clock: self.clock.clone(),
            keys: self.keys.clone(),
            text: self.text.clone(),
            stop: self.stop.clone(),
        }
    }

    /// Answers requests and runs the services until SIGTERM, SIGINT or a failure; then what is in hand is finished.
    pub async fn serve(&self, services: Vec<Service>) -> anyhow::Result<()> {
        let listen = self.settings.listen;
        let listener = TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
        let mut checks = Vec::with_capacity(services.len());
        for service in &services {
            checks.push(Check::database(service.name, &self.host(service.name).await?.db));
        }
        let (mut terminated, mut interrupted) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        let stop = self.stop.clone();
        let told = tokio::spawn(async move {
            tokio::select! {
                _ = terminated.recv() => {}
                _ = interrupted.recv() => {}
            }
            tracing::info!("told to stop; finishing what is in hand");
            stop.cancel();
        });
        let served = host::serve(&self.front(), services, checks, listener).await;
        told.abort();
        served
    }

    /// The services of these names, ready to be run.
    pub async fn services(&self, names: &[&'static str]) -> anyhow::Result<Vec<Service>> {
        if names.len() < SERVICES.len() && !self.large() {
            bail!("services in processes of their own need a broker: set MOTEPLASS_BROKER, or serve all of them");
        }
        let mut services = Vec::with_capacity(names.len());
        for name in names {
            let host = self.host(name).await?;
            let operation = operation(&host, name);
            let service = match *name {
                "conference" => conference::service(host, &self.carrier).await,
                "portal" => portal::service(host, &self.carrier).await,
                "registration" => registration::service(host, &self.carrier).await,
                "webinar" => webinar::service(host, &self.carrier).await,
                "gathering" => gathering::service(host, &self.carrier).await,
                "mail" => mail::service(host, &self.carrier).await,
                _ => bail!("no service is called `{name}`; there are {}", SERVICES.join(", ")),
            };
            let mut service = service.with_context(|| format!("cannot start {name}"))?;
            service.routes = service.routes.merge(operation.routes());
            services.push(service);
        }
        Ok(services)
    }
}

/// What operators see of a service.
fn operation(host: &Host, service: &'static str) -> Operation {
    let operation = Operation::new(host.clone(), service, &SERVICES, env!("CARGO_PKG_VERSION"));
    if service != mail::NAME {
        return operation;
    }
    let db = host.db.clone();
    operation.with_letters(Arc::new(move |now| {
        let db = db.clone();
        let told = |mail::Stuck { purpose, state, count, since, trouble }| StuckLetters {
            purpose,
            state,
            count,
            since,
            reason: trouble,
        };
        async move { Ok(mail::stuck(&db, now).await?.into_iter().map(told).collect()) }.boxed()
    }))
}

/// The names of the messages that a service hears, for the broker's bindings.
fn heard_by(service: &str) -> Vec<&'static str> {
    KINDS.iter().filter(|kind| kind.heard_by.contains(&service)).map(|kind| kind.name).collect()
}
