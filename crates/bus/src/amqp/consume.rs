//! Storing what arrives from the broker, and acknowledging it once it is stored.

use super::Amqp;
use super::link::{ACK, ASK, Link, short, within};
use super::reading::{Reading, read};
use super::supervisor::Supervisor;
use crate::bus::Core;
use crate::pause::{self, REACH};
use crate::store::inbox;
use anyhow::Context;
use futures::{FutureExt, StreamExt};
use lapin::message::Delivery;
use lapin::options::{
    BasicAckOptions, BasicCancelOptions, BasicConsumeOptions, BasicQosOptions, BasicRejectOptions, QueueDeclareOptions,
};
use lapin::types::{FieldTable, ShortString};
use lapin::{Channel, Consumer};
use std::sync::Arc;

/// How many messages the broker hands over before the first of them is acknowledged; also the largest batch.
const PREFETCH: u16 = 256;

impl Amqp {
    /// Stores what arrives for a service, until the program stops.
    pub(crate) async fn store(self, core: Arc<Core>) -> anyhow::Result<()> {
        let mut supervisor = Supervisor::new(&self, &core, "consuming");
        while let Some(link) = supervisor.next().await {
            let how = self.store_from(&link, &core).await;
            supervisor.ended(link, how).await;
        }
        Ok(())
    }

    /// Returns without an error only when the program stops.
    async fn store_from(&self, link: &Link, core: &Core) -> anyhow::Result<()> {
        let channel = link.channel().await?;
        within("limiting what is handed over", ASK, channel.basic_qos(PREFETCH, BasicQosOptions::default())).await?;
        let queue = self.names().inbox(core.service);
        let passive = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
        within("looking for the queue", ASK, channel.queue_declare(short(&queue)?, passive, FieldTable::default()))
            .await
            .with_context(|| format!("queue `{queue}` is missing: run `moteplass prepare`"))?;
        let consume = channel.basic_consume(
            short(&queue)?,
            ShortString::default(),
            BasicConsumeOptions::default(),
            FieldTable::default(),
        );
        let mut consumer = within("consuming", ASK, consume).await?;
        loop {
            let first = tokio::select! {
                biased;
                () = core.stop.cancelled() => return Ok(()),
                delivery = consumer.next() => delivery,
            };
            let batch = gather(&mut consumer, first.context("the broker ended the delivery")??)?;
            keep(core, &channel, &consumer, &batch).await?;
        }
    }
}

/// Everything that has arrived by now.
fn gather(consumer: &mut Consumer, first: Delivery) -> lapin::Result<Vec<Delivery>> {
    let mut batch = vec![first];
    while batch.len() < usize::from(PREFETCH)
        && let Some(Some(delivery)) = consumer.next().now_or_never()
    {
        batch.push(delivery?);
    }
    Ok(batch)
}

async fn keep(core: &Core, channel: &Channel, consumer: &Consumer, batch: &[Delivery]) -> anyhow::Result<()> {
    let mut arrived = Vec::with_capacity(batch.len());
    let mut parked = Vec::new();
    let mut last_kept = None;
    for delivery in batch {
        let properties = &delivery.properties;
        let message_id = properties.message_id().as_ref().map(ShortString::as_str);
        match read(&delivery.data, message_id, properties.kind().as_ref().map(ShortString::as_str)) {
            Reading::Keep(new) => {
                if new.trouble.is_some() {
                    tracing::error!(service.name = core.service, message.id = %new.id, message.name = new.name, "an unreadable message was set aside");
                }
                arrived.push(new);
                last_kept = Some(delivery.delivery_tag);
            }
            Reading::Park(why) => parked.push((delivery.delivery_tag, why)),
        }
    }
    let kept_at_once = store(core, channel, consumer, &arrived).await?;
    core.arrived.notify_one();
    for (tag, why) in parked {
        metrics::counter!("moteplass_bus_parked_total", "service" => core.service).increment(1);
        tracing::error!(service.name = core.service, why, "a message that cannot be kept went to the parking queue");
        within("rejecting", ACK, channel.basic_reject(tag, BasicRejectOptions { requeue: false })).await?;
    }
    if let Some(tag) = last_kept {
        within("acknowledging", ACK, channel.basic_ack(tag, BasicAckOptions { multiple: true })).await?;
    }
    metrics::counter!("moteplass_bus_stored_total", "service" => core.service).increment(arrived.len() as u64);
    anyhow::ensure!(kept_at_once, "the database was away; consuming anew");
    Ok(())
}

/// Stores a batch. When the database is away nothing more is taken from the broker, and what is in hand is held until
/// it can be stored: to hand it back would only have it come again and count against it. False when that happened.
async fn store(core: &Core, channel: &Channel, consumer: &Consumer, arrived: &[inbox::New]) -> anyhow::Result<bool> {
    let mut failures = 0;
    while let Err(error) = inbox::store(&core.db.write, arrived, core.clock.now()).await {
        if failures == 0 {
            within("pausing", ASK, channel.basic_cancel(consumer.tag(), BasicCancelOptions::default())).await?;
        }
        failures += 1;
        tracing::warn!(service.name = core.service, error = %error, "the inbox cannot be reached; nothing is taken from the broker until it can");
        anyhow::ensure!(core.rest(REACH.after(failures, pause::jitter())).await, "stopping while the database is away");
        anyhow::ensure!(channel.status().connected(), "the connection was lost while the database was away");
    }
    Ok(failures == 0)
}
