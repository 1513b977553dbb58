//! Stands between the exchange and the inboxes: hands everything over in another order, some of it twice, and a little of it
//! once more under another id, as it would be when its own has been forgotten.

use futures::StreamExt;
use host::Settings;
use lapin::message::Delivery;
use lapin::options::{
    BasicAckOptions, BasicConsumeOptions, BasicPublishOptions, BasicQosOptions, ConfirmSelectOptions, QueueBindOptions,
    QueueDeclareOptions, QueueDeleteOptions,
};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{BasicProperties, Channel, Connection, ConnectionProperties};
use proto::asyncapi::KINDS;
use rand::RngExt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::task::{JoinHandle, JoinSet};
use uuid::Uuid;

/// A running tap, with a connection of its own to the broker.
pub struct Tap {
    settings: Settings,
    calm: Arc<AtomicBool>,
    running: JoinHandle<()>,
}

impl Drop for Tap {
    fn drop(&mut self) {
        self.running.abort();
    }
}

/// How many messages are in hand at most.
const IN_HAND: u16 = 500;
/// Before a broker that was lost is looked for again.
const AGAIN: Duration = Duration::from_millis(300);
/// How late most of what is held back comes, and how late the rest does, in milliseconds.
const LATE: u64 = 400;
const VERY_LATE: u64 = 3_000;

impl Tap {
    /// Takes the place of all bindings between what is said and the inboxes. The broker must be prepared.
    pub async fn between(settings: &Settings) -> anyhow::Result<Self> {
        let (connection, channel) = connect(settings).await?;
        let (tap, events) = (tap(settings), named(settings, "events"));
        let durable = QueueDeclareOptions { durable: true, ..QueueDeclareOptions::default() };
        let mut arguments = FieldTable::default();
        arguments.insert("x-queue-type".into(), AMQPValue::LongString("quorum".into()));
        channel.queue_declare(tap.as_str().into(), durable, arguments).await?;
        let options = QueueBindOptions::default();
        channel
            .queue_bind(tap.as_str().into(), events.as_str().into(), "#".into(), options, FieldTable::default())
            .await?;
        for kind in &KINDS {
            for service in kind.heard_by {
                let inbox = inbox(settings, service);
                let none = FieldTable::default();
                channel.queue_unbind(inbox.as_str().into(), events.as_str().into(), kind.name.into(), none).await?;
            }
        }
        connection.close(200, "done".into()).await?;
        let calm = Arc::new(AtomicBool::new(false));
        let (of_running, is_calm) = (settings.clone(), Arc::clone(&calm));
        let running = tokio::spawn(async move {
            // The broker keeps what is not acknowledged, so nothing is lost when it goes away.
            while pass_on(&of_running, &is_calm).await.is_err() {
                tokio::time::sleep(AGAIN).await;
            }
        });
        Ok(Self { settings: settings.clone(), calm, running })
    }

    /// From now on everything is handed over once and at once.
    pub fn calm(&self) {
        self.calm.store(true, Ordering::Release);
    }

    /// Takes its queue away.
    pub async fn remove(self) -> anyhow::Result<()> {
        self.running.abort();
        let (connection, channel) = connect(&self.settings).await?;
        channel.queue_delete(tap(&self.settings).as_str().into(), QueueDeleteOptions::default()).await?;
        connection.close(200, "done".into()).await?;
        Ok(())
    }
}

/// Puts something into the inbox of a service, as a stranger would.
pub async fn intrude(settings: &Settings, service: &str, body: &[u8], id: Option<&str>) -> anyhow::Result<()> {
    let (connection, channel) = connect(settings).await?;
    let mut properties = BasicProperties::default().with_delivery_mode(2);
    if let Some(id) = id {
        properties = properties.with_message_id(id.into());
    }
    publish(&channel, &inbox(settings, service), body, properties).await?;
    connection.close(200, "done".into()).await?;
    Ok(())
}

async fn pass_on(settings: &Settings, calm: &Arc<AtomicBool>) -> anyhow::Result<()> {
    let (_connection, channel) = connect(settings).await?;
    channel.basic_qos(IN_HAND, BasicQosOptions::default()).await?;
    let mut said = channel
        .basic_consume(
            tap(settings).as_str().into(),
            "tap".into(),
            BasicConsumeOptions::default(),
            FieldTable::default(),
        )
        .await?;
    let mut in_hand = JoinSet::new();
    loop {
        tokio::select! {
            delivery = said.next() => {
                let delivery = delivery.ok_or_else(|| anyhow::anyhow!("the broker ended the delivery"))??;
                let (channel, settings) = (channel.clone(), settings.clone());
                in_hand.spawn(hand_over(channel, settings, delivery, calm.load(Ordering::Acquire)));
            }
            Some(done) = in_hand.join_next() => done??,
        }
    }
}

async fn hand_over(channel: Channel, settings: Settings, delivery: Delivery, calm: bool) -> anyhow::Result<()> {
    let name = delivery.routing_key.as_str();
    let mut copies = Vec::new();
    for service in KINDS.iter().filter(|kind| kind.name == name).flat_map(|kind| kind.heard_by) {
        let (body, properties) = (delivery.data.clone(), delivery.properties.clone());
        let mut of_this = vec![(body.clone(), properties.clone())];
        if !calm && rand::random_bool(0.2) {
            of_this.push((body, properties));
        }
        if !calm && rand::random_bool(0.05) {
            of_this.push(said_anew(&delivery)?);
        }
        for (body, properties) in of_this {
            let late = if calm { Duration::ZERO } else { delay() };
            let (channel, inbox) = (&channel, inbox(&settings, service));
            copies.push(async move {
                tokio::time::sleep(late).await;
                publish(channel, &inbox, &body, properties).await
            });
        }
    }
    futures::future::try_join_all(copies).await?;
    channel.basic_ack(delivery.delivery_tag, BasicAckOptions::default()).await?;
    Ok(())
}

/// The same fact under another id.
fn said_anew(delivery: &Delivery) -> anyhow::Result<(Vec<u8>, BasicProperties)> {
    let mut envelope: serde_json::Value = serde_json::from_slice(&delivery.data)?;
    let id = Uuid::now_v7().to_string();
    envelope["id"] = id.as_str().into();
    Ok((serde_json::to_vec(&envelope)?, delivery.properties.clone().with_message_id(id.into())))
}

fn delay() -> Duration {
    let mut chance = rand::rng();
    Duration::from_millis(match chance.random_range(0..10) {
        0..5 => 0,
        5..9 => chance.random_range(0..LATE),
        _ => chance.random_range(0..VERY_LATE),
    })
}

async fn publish(channel: &Channel, queue: &str, body: &[u8], properties: BasicProperties) -> anyhow::Result<()> {
    let sent = channel.basic_publish("".into(), queue.into(), BasicPublishOptions::default(), body, properties).await?;
    anyhow::ensure!(sent.await?.is_ack(), "the broker did not take it");
    Ok(())
}

async fn connect(settings: &Settings) -> anyhow::Result<(Connection, Channel)> {
    let address = settings.broker.as_deref().ok_or_else(|| anyhow::anyhow!("no broker is set"))?;
    let connection = Connection::connect(address, ConnectionProperties::default()).await?;
    let channel = connection.create_channel().await?;
    channel.confirm_select(ConfirmSelectOptions::default()).await?;
    Ok((connection, channel))
}

fn tap(settings: &Settings) -> String {
    named(settings, "tap")
}

fn inbox(settings: &Settings, service: &str) -> String {
    named(settings, &format!("{service}.inbox"))
}

fn named(settings: &Settings, what: &str) -> String {
    format!("{}.{what}", settings.namespace.as_deref().expect("a namespace"))
}
