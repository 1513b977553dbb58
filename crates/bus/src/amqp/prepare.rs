//! Declaring exchanges and queues, once and before anything starts.

use super::Amqp;
use super::link::{ASK, Link, short, within};
use crate::pause::{self, REACH};
use anyhow::Context;
use host::Settings;
use lapin::options::{
    ExchangeDeclareOptions, ExchangeDeleteOptions, QueueBindOptions, QueueDeclareOptions, QueueDeleteOptions,
};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{Channel, ExchangeKind};
use std::collections::BTreeSet;

/// What is kept of what nobody hears.
const UNHEARD_MOST: i32 = 1000;
const UNHEARD_MILLISECONDS: i32 = 24 * 60 * 60 * 1000;

/// A message that was delivered so often and never acknowledged ends in the parking queue. Storing cannot end the
/// program, so this is a last resort only.
const DELIVERY_LIMIT: i32 = 50;

/// A parked message is handed out each time somebody looks what there is, which brokers count as well, and some give up
/// after twenty times unless told otherwise.
const LOOKS: i32 = 1_000_000;

/// How often each address is tried.
const ROUNDS: usize = 5;

/// Declares exchanges, queues and bindings for all services of an installation, each with the names of the messages
/// that it hears. Can be run again at any time, also while services run.
pub async fn prepare(settings: &Settings, hearers: &[(&str, &[&str])]) -> anyhow::Result<()> {
    let amqp = Amqp::new(settings)?;
    let link = reach(&amqp).await?;
    let declared = amqp.declare(&link, hearers).await;
    link.close().await;
    declared
}

/// Looks whether the broker can be reached and everything is declared that these services need.
pub async fn check(settings: &Settings, services: &[&str]) -> anyhow::Result<()> {
    let amqp = Amqp::new(settings)?;
    let link = Link::open(&amqp, 0, "moteplass check").await?;
    let there = amqp.look(&link, services).await;
    link.close().await;
    there
}

/// Removes what `prepare` has declared, with everything that lies in the queues. For tests and for taking an
/// installation down.
pub async fn remove(settings: &Settings, services: &[&str]) -> anyhow::Result<()> {
    let amqp = Amqp::new(settings)?;
    let link = reach(&amqp).await?;
    let removed = amqp.undeclare(&link, services).await;
    link.close().await;
    removed
}

async fn reach(amqp: &Amqp) -> anyhow::Result<Link> {
    let mut failures = 0;
    loop {
        match Link::open(amqp, failures, "moteplass prepare").await {
            Ok(link) => return Ok(link),
            Err(error) if failures >= ROUNDS * amqp.0.addresses.len() => return Err(error),
            Err(_) => {
                failures += 1;
                tokio::time::sleep(REACH.after(failures.try_into().unwrap_or(u32::MAX), pause::jitter())).await;
            }
        }
    }
}

impl Amqp {
    async fn declare(&self, link: &Link, hearers: &[(&str, &[&str])]) -> anyhow::Result<()> {
        let names = self.names();
        let (events, parking, unheard) = (names.events(), names.parking(), names.unheard());
        let channel = link.channel().await?;
        exchange(&channel, &events, ExchangeKind::Topic).await?;
        exchange(&channel, &parking, ExchangeKind::Direct).await?;
        for (service, heard) in hearers {
            let (inbox, parked) = (names.inbox(service), names.parking_of(service));
            queue(&channel, &parked, &[("x-delivery-limit", AMQPValue::LongInt(LOOKS))]).await?;
            bind(&channel, &parked, &parking, service).await?;
            let arguments = [
                ("x-dead-letter-exchange", text(&parking)),
                ("x-dead-letter-routing-key", text(service)),
                // Kept in the inbox until the parking queue has it.
                ("x-dead-letter-strategy", text("at-least-once")),
                ("x-overflow", text("reject-publish")),
                ("x-delivery-limit", AMQPValue::LongInt(DELIVERY_LIMIT)),
            ];
            queue(&channel, &inbox, &arguments).await?;
            for name in known(hearers) {
                if heard.contains(&name) {
                    bind(&channel, &inbox, &events, name).await?;
                } else {
                    unbind(&channel, &inbox, &events, name).await?;
                }
            }
        }
        let arguments = [
            ("x-max-length", AMQPValue::LongInt(UNHEARD_MOST)),
            ("x-message-ttl", AMQPValue::LongInt(UNHEARD_MILLISECONDS)),
        ];
        queue(&channel, &unheard, &arguments).await?;
        for name in known(hearers) {
            if hearers.iter().any(|(_, heard)| heard.contains(&name)) {
                unbind(&channel, &unheard, &events, name).await?;
            } else {
                bind(&channel, &unheard, &events, name).await?;
            }
        }
        Ok(())
    }

    async fn look(&self, link: &Link, services: &[&str]) -> anyhow::Result<()> {
        let names = self.names();
        for service in services {
            for name in [names.inbox(service), names.parking_of(service)] {
                let channel = link.channel().await?;
                let passive = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
                within(
                    "looking for a queue",
                    ASK,
                    channel.queue_declare(short(&name)?, passive, FieldTable::default()),
                )
                .await
                .with_context(|| format!("queue `{name}` is missing: run `moteplass prepare`"))?;
            }
        }
        Ok(())
    }

    async fn undeclare(&self, link: &Link, services: &[&str]) -> anyhow::Result<()> {
        let names = self.names();
        let channel = link.channel().await?;
        let mut queues = vec![names.unheard()];
        queues.extend(services.iter().flat_map(|service| [names.inbox(service), names.parking_of(service)]));
        for name in queues {
            within("removing a queue", ASK, channel.queue_delete(short(&name)?, QueueDeleteOptions::default())).await?;
        }
        for name in [names.events(), names.parking()] {
            let gone = channel.exchange_delete(short(&name)?, ExchangeDeleteOptions::default());
            within("removing an exchange", ASK, gone).await?;
        }
        Ok(())
    }
}

/// Every name there is: those of the messages we know, and those that are heard.
fn known<'a>(hearers: &[(&str, &[&'a str])]) -> BTreeSet<&'a str> {
    let ours = proto::asyncapi::KINDS.iter().map(|kind| kind.name);
    ours.chain(hearers.iter().flat_map(|(_, heard)| heard.iter().copied())).collect()
}

fn text(value: &str) -> AMQPValue {
    AMQPValue::LongString(value.into())
}

async fn exchange(channel: &Channel, name: &str, kind: ExchangeKind) -> anyhow::Result<()> {
    let durable = ExchangeDeclareOptions { durable: true, ..ExchangeDeclareOptions::default() };
    within("declaring", ASK, channel.exchange_declare(short(name)?, kind, durable, FieldTable::default()))
        .await
        .with_context(|| format!("cannot declare exchange `{name}`"))
}

async fn queue(channel: &Channel, name: &str, arguments: &[(&str, AMQPValue)]) -> anyhow::Result<()> {
    let mut table = FieldTable::default();
    table.insert(short("x-queue-type")?, text("quorum"));
    for (key, value) in arguments {
        table.insert(short(key)?, value.clone());
    }
    within("declaring", ASK, channel.queue_declare(short(name)?, QueueDeclareOptions::durable(), table))
        .await
        .map(drop)
        .with_context(|| {
            format!("cannot declare queue `{name}`; if it exists with other arguments, empty and remove it")
        })
}

async fn bind(channel: &Channel, queue: &str, exchange: &str, key: &str) -> anyhow::Result<()> {
    let options = QueueBindOptions::default();
    let bound = channel.queue_bind(short(queue)?, short(exchange)?, short(key)?, options, FieldTable::default());
    within("binding", ASK, bound).await.with_context(|| format!("cannot bind queue `{queue}` to `{key}`"))
}

async fn unbind(channel: &Channel, queue: &str, exchange: &str, key: &str) -> anyhow::Result<()> {
    let unbound = channel.queue_unbind(short(queue)?, short(exchange)?, short(key)?, FieldTable::default());
    within("unbinding", ASK, unbound).await.with_context(|| format!("cannot unbind queue `{queue}` from `{key}`"))
}
