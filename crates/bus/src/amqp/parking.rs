//! Looking at what a service could not even store, and handing it over once more.

use super::Amqp;
use super::link::{ACK, ASK, CONFIRM, Link, PUBLISH, short, within};
use super::reading::{Reading, read};
use anyhow::{Context, bail};
use chrono::{DateTime, Utc};
use host::Settings;
use lapin::message::{BasicGetMessage, Delivery};
use lapin::options::{
    BasicAckOptions, BasicGetOptions, BasicNackOptions, BasicPublishOptions, ConfirmSelectOptions, QueueDeclareOptions,
};
use lapin::types::{AMQPValue, FieldTable, ShortString};
use lapin::{BasicProperties, Channel, Confirmation};
use proto::MessageId;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How many are listed. Whoever has more has seen enough.
const MOST: u32 = 1000;
/// How long one waits until those that were given back can be seen again, and how often one looks.
const GIVEN_BACK: Duration = Duration::from_secs(5);
const AGAIN: Duration = Duration::from_millis(20);

/// A message that lies in a service's parking queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Parked {
    /// As it says it is called; what came from elsewhere may have no id.
    pub id: Option<MessageId>,
    /// When the broker put it there, to the second.
    pub parked_at: Option<DateTime<Utc>>,
    /// Why, without anything of what is in it.
    pub reason: String,
}

/// How many messages lie in the parking queues of these services.
pub async fn count_parked(settings: &Settings, services: &[&str]) -> anyhow::Result<u64> {
    let amqp = Amqp::new(settings)?;
    let link = Link::open(&amqp, 0, "moteplass parking").await?;
    let counted = amqp.count_parked(&link, services).await;
    link.close().await;
    counted
}

/// What lies in a service's parking queue, oldest first. It stays there.
pub async fn parked(settings: &Settings, service: &str) -> anyhow::Result<Vec<Parked>> {
    let amqp = Amqp::new(settings)?;
    let link = Link::open(&amqp, 0, "moteplass parking").await?;
    let found = amqp.parked(&link, service).await;
    link.close().await;
    found
}

/// Hands parked messages to their service once more: those with these ids, or all. Tells how many. What still cannot be
/// stored is parked anew.
pub async fn replay_parked(settings: &Settings, service: &str, only: Option<&[MessageId]>) -> anyhow::Result<u64> {
    let amqp = Amqp::new(settings)?;
    let link = Link::open(&amqp, 0, "moteplass parking").await?;
    let replayed = amqp.replay_parked(&link, service, only).await;
    link.close().await;
    replayed
}

impl Amqp {
    async fn count_parked(&self, link: &Link, services: &[&str]) -> anyhow::Result<u64> {
        let channel = link.channel().await?;
        let mut count = 0;
        for service in services {
            count += u64::from(there(&channel, &self.names().parking_of(service)).await?);
        }
        Ok(count)
    }

    async fn parked(&self, link: &Link, service: &str) -> anyhow::Result<Vec<Parked>> {
        let (channel, queue) = (link.channel().await?, self.names().parking_of(service));
        let mut found = Vec::new();
        let mut last = None;
        // Each is held until all have been seen: one that is given back would be handed out again.
        for _ in 0..there(&channel, &queue).await?.min(MOST) {
            let Some(BasicGetMessage { delivery, .. }) = next(&channel, &queue).await? else { break };
            last = Some(delivery.delivery_tag);
            found.push(look(&delivery));
        }
        if let Some(last) = last {
            give_back(&channel, last, true).await?;
            lie_again(&channel, &queue, found.len()).await?;
        }
        Ok(found)
    }

    async fn replay_parked(&self, link: &Link, service: &str, only: Option<&[MessageId]>) -> anyhow::Result<u64> {
        let (channel, queue) = (link.channel().await?, self.names().parking_of(service));
        within("asking for confirms", ASK, channel.confirm_select(ConfirmSelectOptions::default())).await?;
        let (mut replayed, mut kept) = (0, Vec::new());
        // No more than lie there now: what still cannot be stored comes back to the end of the queue.
        for _ in 0..there(&channel, &queue).await? {
            let Some(BasicGetMessage { delivery, .. }) = next(&channel, &queue).await? else { break };
            if only.is_none_or(|ids| id_of(&delivery).is_some_and(|id| ids.contains(&id))) {
                hand_over(&channel, &self.names().inbox(service), &delivery).await?;
                // Only now. When it is lost in between, it comes twice and is recognised.
                within("acknowledging", ACK, channel.basic_ack(delivery.delivery_tag, BasicAckOptions::default()))
                    .await?;
                replayed += 1;
            } else {
                kept.push(delivery.delivery_tag);
            }
        }
        let many = kept.len();
        for tag in kept {
            give_back(&channel, tag, false).await?;
        }
        lie_again(&channel, &queue, many).await?;
        Ok(replayed)
    }
}

/// How many messages lie in a queue.
async fn there(channel: &Channel, queue: &str) -> anyhow::Result<u32> {
    let passive = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
    let asked = channel.queue_declare(short(queue)?, passive, FieldTable::default());
    let found = within("looking for a queue", ASK, asked).await;
    Ok(found.with_context(|| format!("queue `{queue}` is missing: run `moteplass prepare`"))?.message_count())
}

async fn next(channel: &Channel, queue: &str) -> anyhow::Result<Option<BasicGetMessage>> {
    within("fetching", ASK, channel.basic_get(short(queue)?, BasicGetOptions::default())).await
}

async fn give_back(channel: &Channel, tag: u64, multiple: bool) -> anyhow::Result<()> {
    let options = BasicNackOptions { multiple, requeue: true };
    within("giving back", ACK, channel.basic_nack(tag, options)).await
}

/// Waits until as many as were given back lie there again, so that whoever looks next sees them: a queue with copies takes
/// them back after it was told. Somebody else may have them by then, so not for long.
async fn lie_again(channel: &Channel, queue: &str, many: usize) -> anyhow::Result<()> {
    let until = Instant::now() + GIVEN_BACK;
    while usize::try_from(there(channel, queue).await?)? < many && Instant::now() < until {
        sleep(AGAIN).await;
    }
    Ok(())
}

/// Puts a message into a queue as it came, without what the broker noted about its way.
async fn hand_over(channel: &Channel, queue: &str, delivery: &Delivery) -> anyhow::Result<()> {
    let mut headers = FieldTable::default();
    for (key, value) in delivery.properties.headers().iter().flat_map(|headers| headers.inner()) {
        if !key.as_str().starts_with("x-") {
            headers.insert(key.clone(), value.clone());
        }
    }
    let properties: BasicProperties = delivery.properties.clone().with_headers(headers);
    let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
    let sent = channel.basic_publish(ShortString::default(), short(queue)?, options, &delivery.data, properties);
    let confirm = within("publishing", PUBLISH, sent).await?;
    match within("waiting for a confirm", CONFIRM, confirm).await? {
        Confirmation::Ack(None) => Ok(()),
        Confirmation::Ack(Some(_)) => bail!("queue `{queue}` is missing: run `moteplass prepare`"),
        _ => bail!("the broker refused it: queue `{queue}` is full"),
    }
}

fn look(delivery: &Delivery) -> Parked {
    let properties = &delivery.properties;
    let word = |word: &Option<ShortString>| word.as_ref().map(|word| word.as_str().to_owned());
    let (id, kind) = (word(properties.message_id()), word(properties.kind()));
    let reason = match read(&delivery.data, id.as_deref(), kind.as_deref()) {
        Reading::Park(why) => format!("it cannot be stored: {why}"),
        Reading::Keep(_) => "it could be stored now".to_owned(),
    };
    Parked { id: id_of(delivery), parked_at: parked_at(delivery), reason }
}

fn id_of(delivery: &Delivery) -> Option<MessageId> {
    delivery.properties.message_id().as_ref()?.as_str().parse().ok().map(MessageId)
}

/// What the broker noted when it moved the message here, the newest first.
fn parked_at(delivery: &Delivery) -> Option<DateTime<Utc>> {
    let headers = delivery.properties.headers().as_ref()?;
    let AMQPValue::FieldArray(ways) = headers.inner().get("x-death")? else { return None };
    let AMQPValue::FieldTable(way) = ways.as_slice().first()? else { return None };
    match way.inner().get("time")? {
        AMQPValue::Timestamp(seconds) => DateTime::from_timestamp(i64::try_from(*seconds).ok()?, 0),
        _ => None,
    }
}
