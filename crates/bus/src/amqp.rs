//! The carrier through RabbitMQ: one topic exchange for everything that is said, one queue for each service.
//!
//! [`prepare`] declares exchanges and queues before anything starts; services only look whether they are there, and wait
//! with a clear word in the log while they are not. All queues are quorum queues.
//!
//! | in RabbitMQ | what for |
//! | --- | --- |
//! | `mp.events` | topic exchange, routing key = name of the message |
//! | `<service>.inbox` | what a service hears, until it has stored it |
//! | `mp.parking`, `<service>.parking` | what a service could not even store, as it came; nobody consumes it, [`parked`] and [`replay_parked`] look |
//! | `mp.unheard` | facts that no service of this installation hears: the last thousand, for a day |
//!
//! With a namespace the names are `<namespace>.events`, `<namespace>.<service>.inbox` and so on.
//!
//! A message is published `mandatory`. When the broker hands it back because no queue takes it, it stays unsent and is
//! tried again with growing pauses of up to a minute, for as long as it takes: its hearer has not been declared yet.
//! A fact that nobody hears at all would come back for ever, so `prepare`, which is told all hearers, binds
//! `mp.unheard` to exactly those names; when a hearer appears later, `prepare` unbinds them again.

mod consume;
mod link;
mod names;
mod parking;
mod prepare;
mod publish;
mod reading;
mod supervisor;

use anyhow::Context;
use host::Settings;
use lapin::tcp::OwnedTLSConfig;
use lapin::uri::AMQPUri;
use names::Names;
use std::sync::Arc;

pub use parking::{Parked, count_parked, parked, replay_parked};
pub use prepare::{check, prepare, remove};

/// Where the broker is and what things are called there. Cheap to clone; connects to nothing by itself.
#[derive(Clone)]
pub struct Amqp(Arc<Inner>);

struct Inner {
    /// Every node of the broker.
    addresses: Vec<AMQPUri>,
    tls: OwnedTLSConfig,
    names: Names,
}

/// Seconds between signs of life; a silent peer is given up after about twice as long.
const HEARTBEAT: u16 = 10;

impl Amqp {
    pub(crate) fn new(settings: &Settings) -> anyhow::Result<Self> {
        let listed = settings.broker.as_deref().context("no broker is set")?;
        let mut addresses = Vec::new();
        for (place, address) in listed.split(',').map(str::trim).filter(|address| !address.is_empty()).enumerate() {
            // The address holds a password, so it is not quoted.
            let mut uri: AMQPUri = address.parse().map_err(|error| {
                anyhow::anyhow!("broker address {} is not an amqp:// or amqps:// address: {error}", place + 1)
            })?;
            uri.query.heartbeat.get_or_insert(HEARTBEAT);
            addresses.push(uri);
        }
        anyhow::ensure!(!addresses.is_empty(), "no broker is set");
        let mut tls = OwnedTLSConfig::default();
        if let Some(file) = &settings.broker_ca {
            let pem = std::fs::read_to_string(file)
                .with_context(|| format!("cannot read the broker's authority in {}", file.display()))?;
            tls.cert_chain = Some(pem);
        }
        Ok(Self(Arc::new(Inner { addresses, tls, names: Names::new(settings.namespace.as_deref()) })))
    }

    fn names(&self) -> &Names {
        &self.0.names
    }
}
