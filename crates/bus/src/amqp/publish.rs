//! Carrying to the broker: publish, wait for every confirm, mark.

use super::Amqp;
use super::link::{ASK, CONFIRM, Link, PUBLISH, short, within};
use super::supervisor::Supervisor;
use crate::bus::Core;
use crate::carrying::{settle, take};
use crate::exchange::Delivered;
use crate::store::outbox;
use anyhow::Context;
use chrono::TimeDelta;
use lapin::options::{BasicPublishOptions, ConfirmSelectOptions, ExchangeDeclareOptions};
use lapin::types::{AMQPValue, FieldTable};
use lapin::{BasicProperties, Channel, Confirmation, ExchangeKind};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;

/// How long a batch may take before others may carry it as well: longer than publishing and confirming it.
const LEASE: TimeDelta = TimeDelta::seconds(45);

/// The survivor of a broker's restart.
const PERSISTENT: u8 = 2;

impl Amqp {
    /// Carries what a service says to the broker, until the program stops.
    pub(crate) async fn carry(self, core: Arc<Core>) -> anyhow::Result<()> {
        let mut supervisor = Supervisor::new(&self, &core, "publishing");
        while let Some(link) = supervisor.next().await {
            let how = self.carry_over(&link, &core).await;
            supervisor.ended(link, how).await;
        }
        Ok(())
    }

    /// Returns without an error only when the program stops.
    async fn carry_over(&self, link: &Link, core: &Core) -> anyhow::Result<()> {
        let channel = link.channel().await?;
        within("asking for confirms", ASK, channel.confirm_select(ConfirmSelectOptions::default())).await?;
        let exchange = self.names().events();
        let passive = ExchangeDeclareOptions { passive: true, ..ExchangeDeclareOptions::default() };
        let kind = ExchangeKind::Topic;
        let there = channel.exchange_declare(short(&exchange)?, kind, passive, FieldTable::default());
        within("looking for the exchange", ASK, there)
            .await
            .with_context(|| format!("exchange `{exchange}` is missing: run `moteplass prepare`"))?;
        loop {
            while !core.stop.is_cancelled()
                && let Some((lease, rows)) = take(core, LEASE).await?
            {
                match publish(&channel, &exchange, core.service, &rows).await {
                    Ok(delivered) => settle(core, lease, &rows, &delivered).await?,
                    Err(error) => {
                        // What became of them is unknown. They are carried again, and known again where they arrived.
                        outbox::give_back(&core.db.write, lease).await?;
                        return Err(if link.blocked() {
                            error.context("the broker takes no more for now")
                        } else {
                            error
                        });
                    }
                }
            }
            if !core.occasion(&core.said).await {
                return Ok(());
            }
            anyhow::ensure!(link.connected() && channel.status().connected(), "the connection was lost");
        }
    }
}

async fn publish(
    channel: &Channel,
    exchange: &str,
    service: &'static str,
    rows: &[outbox::Model],
) -> anyhow::Result<Delivered> {
    let options = BasicPublishOptions { mandatory: true, ..BasicPublishOptions::default() };
    let end = Instant::now() + CONFIRM;
    let left = || end.saturating_duration_since(Instant::now());
    let mut confirms = Vec::with_capacity(rows.len());
    for row in rows {
        let (key, properties) = (short(&row.name)?, properties(service, row)?);
        let sent = channel.basic_publish(short(exchange)?, key, options, row.envelope.as_bytes(), properties);
        confirms.push((row.seq, within("publishing", PUBLISH.min(left()), sent).await?));
    }
    let mut refused = BTreeSet::new();
    let mut returned = BTreeSet::new();
    for (seq, confirm) in confirms {
        let answer = within("waiting for a confirm", left().max(Duration::from_millis(1)), confirm).await?;
        if !matches!(answer, Confirmation::Ack(_)) {
            refused.insert(seq);
        }
        // A returned message may come with the confirm of another one of the batch, so it is known by its own id.
        if let Some(message) = answer.take_message()
            && let Some(id) = message.delivery.properties.message_id()
        {
            returned.insert(id.to_string());
        }
    }
    Ok(judge(rows, &refused, &returned))
}

/// What became of a batch, when every confirm is in.
fn judge(rows: &[outbox::Model], refused: &BTreeSet<i64>, returned: &BTreeSet<String>) -> Delivered {
    let mut unsent = BTreeMap::new();
    for row in rows {
        if returned.contains(&row.id.to_string()) {
            tracing::warn!(message.id = %row.id, message.name = row.name, tries = row.tries, "no queue takes this message; it stays unsent");
            unsent.insert(row.seq, "no queue takes it: its hearer has not been prepared".to_owned());
        } else if refused.contains(&row.seq) {
            unsent.insert(row.seq, "the broker refused it: a queue is full".to_owned());
        }
    }
    let carried = rows.iter().map(|row| row.seq).filter(|seq| !unsent.contains_key(seq)).collect();
    Delivered { carried, unsent, unheard: 0 }
}

/// The envelope's attributes once more, for those who look at queues.
fn properties(service: &'static str, row: &outbox::Model) -> anyhow::Result<BasicProperties> {
    #[derive(serde::Deserialize)]
    struct Head {
        traceparent: Option<String>,
        causationid: Option<String>,
    }
    let mut properties = BasicProperties::default()
        .with_message_id(short(&row.id.to_string())?)
        .with_type(short(&row.name)?)
        .with_app_id(short(service)?)
        .with_content_type(short(proto::envelope::CONTENT_TYPE)?)
        .with_timestamp(row.said_at.timestamp().unsigned_abs())
        .with_delivery_mode(PERSISTENT);
    // What cannot be read is carried all the same; its hearer sets it aside.
    if let Ok(head) = serde_json::from_str::<Head>(&row.envelope) {
        if let Some(cause) = head.causationid {
            properties = properties.with_correlation_id(short(&cause)?);
        }
        if let Some(traceparent) = head.traceparent {
            let mut headers = FieldTable::default();
            headers.insert(short("traceparent")?, AMQPValue::LongString(traceparent.into()));
            properties = properties.with_headers(headers);
        }
    }
    Ok(properties)
}

#[cfg(test)]
mod tests {
    use super::judge;
    use crate::store::outbox::Model;
    use chrono::DateTime;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn row(seq: i64) -> Model {
        Model {
            seq,
            id: Uuid::from_u128(seq.unsigned_abs().into()),
            name: "signup.changed.v1".to_owned(),
            partition: None,
            envelope: String::new(),
            said_at: DateTime::UNIX_EPOCH,
            carried_at: None,
            tries: 0,
            due: DateTime::UNIX_EPOCH,
            lease_owner: None,
            leased_until: None,
            trouble: None,
            subject: None,
            passing: false,
        }
    }

    #[test]
    fn returned_and_refused_messages_stay_unsent_and_their_neighbours_are_carried() {
        let rows: Vec<Model> = (1..=4).map(row).collect();
        let judged = judge(&rows, &BTreeSet::from([3]), &BTreeSet::from([rows[1].id.to_string()]));
        assert_eq!(judged.carried, [1, 4]);
        assert_eq!(judged.unsent.keys().copied().collect::<Vec<_>>(), [2, 3]);
    }
}
