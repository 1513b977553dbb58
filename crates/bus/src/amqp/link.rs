//! One connection, with a limit on everything that is waited for.

use super::Amqp;
use anyhow::Context;
use lapin::types::ShortString;
use lapin::{Channel, Connection, ConnectionProperties};
use std::future::Future;
use std::time::Duration;
use tokio::sync::oneshot;

pub(super) const CONNECT: Duration = Duration::from_secs(10);
pub(super) const ASK: Duration = Duration::from_secs(10);
pub(super) const PUBLISH: Duration = Duration::from_secs(5);
pub(super) const CONFIRM: Duration = Duration::from_secs(30);
pub(super) const ACK: Duration = Duration::from_secs(5);
const CLOSE: Duration = Duration::from_secs(5);

/// A connection that is always closed explicitly: one that is only dropped lives on, holding messages that nobody works
/// on.
pub(super) struct Link {
    connection: Option<Connection>,
}

impl Link {
    /// A fresh connection to one of the addresses. `purpose` is shown in the broker's list of connections.
    pub(super) async fn open(amqp: &Amqp, turn: usize, purpose: &str) -> anyhow::Result<Self> {
        let addresses = &amqp.0.addresses;
        let uri = addresses[turn % addresses.len()].clone();
        let place = format!("{}:{}", uri.authority.host, uri.authority.port);
        let properties = ConnectionProperties::default().with_connection_name(purpose.into());
        let tls = lapin::tcp::OwnedTLSConfig { identity: None, cert_chain: amqp.0.tls.cert_chain.clone() };
        let runtime = lapin::runtime::default_runtime()?;
        let (give, given) = oneshot::channel();
        tokio::spawn(async move {
            let connected = Connection::connect_uri_with_config(uri, properties, tls, runtime).await;
            // Nobody waits for it any more: it came too late, or the program stops.
            if let Err(Ok(connection)) = give.send(connected) {
                close(connection).await;
            }
        });
        match tokio::time::timeout(CONNECT, given).await {
            Ok(connected) => {
                let connection = connected?.with_context(|| format!("cannot connect to {place}"))?;
                Ok(Self { connection: Some(connection) })
            }
            Err(_) => anyhow::bail!("connecting to {place} took longer than {} s", CONNECT.as_secs()),
        }
    }

    pub(super) async fn channel(&self) -> anyhow::Result<Channel> {
        let connection = self.connection.as_ref().context("the connection is closed")?;
        within("opening a channel", ASK, connection.create_channel()).await
    }

    /// True while the broker refuses to take more, for want of memory or disk.
    pub(super) fn blocked(&self) -> bool {
        self.connection.as_ref().is_some_and(|connection| connection.status().blocked())
    }

    pub(super) fn connected(&self) -> bool {
        self.connection.as_ref().is_some_and(|connection| connection.status().connected())
    }

    pub(super) async fn close(mut self) {
        if let Some(connection) = self.connection.take() {
            close(connection).await;
        }
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take()
            && let Ok(runtime) = tokio::runtime::Handle::try_current()
        {
            runtime.spawn(close(connection));
        }
    }
}

/// That it was sent is what counts; a broker that has gone does not answer.
async fn close(connection: Connection) {
    if let Err(error) = within("closing", CLOSE, connection.close(200, "done".into())).await {
        tracing::debug!(error = format!("{error:#}"), "a broker connection was given up without a farewell");
    }
}

/// Waits for the broker, but not for ever.
pub(super) async fn within<T>(
    what: &str,
    limit: Duration,
    asked: impl Future<Output = lapin::Result<T>>,
) -> anyhow::Result<T> {
    match tokio::time::timeout(limit, asked).await {
        Ok(answered) => answered.with_context(|| format!("{what} failed")),
        Err(_) => anyhow::bail!("{what} took longer than {} s", limit.as_secs()),
    }
}

/// A name as the protocol has it; those from data may be too long.
pub(super) fn short(name: &str) -> anyhow::Result<ShortString> {
    ShortString::try_new(name).with_context(|| format!("a name of {} bytes is too long for the broker", name.len()))
}
