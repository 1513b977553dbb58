//! For the tests of services: a handler in its true transaction, and what was said.

use crate::store::{inbox, outbox};
use crate::{Failure, Hears, Work};
use host::{Database, Host};
use proto::{Envelope, Message, MessageId};
use std::collections::BTreeSet;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Notify;
use uuid::Uuid;

/// Runs a handler in a transaction, keeps what it did, and tells what it said.
pub async fn hear<M: Message, S: Hears<M>>(service: &S, host: &Host, message: M) -> Result<Vec<Envelope>, Failure> {
    let work = Work::begin("test", &host.db, &host.clock, &host.vault, &Arc::new(Notify::new())).await?;
    // Through the envelope and back, as it would come.
    let arrived = Envelope::seal(&message, "test", MessageId(Uuid::now_v7()), work.now)
        .map_err(|error| Failure::SetAside(error.to_string()))?;
    let message = arrived.open::<M>().map_err(|error| Failure::SetAside(error.to_string()))?;
    work.answers(&arrived);
    service.hear(&work, message).await?;
    if let Some(failure) = work.unsayable() {
        return Err(failure);
    }
    Ok(work.finish().await?)
}

/// Everything a service has said, carried or not, in order.
pub async fn said(db: &Database) -> Vec<Envelope> {
    let rows = outbox::all(&db.read).await.expect("the outbox can be read");
    rows.iter().map(|row| serde_json::from_str(&row.envelope).expect("an envelope")).collect()
}

/// Everything a service has said of one kind, in order.
pub async fn said_of<M: Message>(db: &Database) -> Vec<M> {
    let all = said(db).await;
    all.iter().filter(|envelope| envelope.name == M::NAME).map(|envelope| envelope.open().expect("a message")).collect()
}

/// How long `eventually` waits.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until something is so, and fails the test when it does not become so in half a minute.
pub async fn eventually<F, Fut>(what: &str, is_so: F)
where
    F: Fn() -> Fut,
    Fut: Future<Output = bool>,
{
    let begun = Instant::now();
    while !is_so().await {
        assert!(begun.elapsed() < PATIENCE, "after {} s it is still not so that {what}", PATIENCE.as_secs());
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// The ids of everything that a service has stored as arrived, done or not.
pub async fn arrived(db: &Database) -> BTreeSet<MessageId> {
    let ids = inbox::ids(&db.read).await.expect("the inbox can be read");
    ids.into_iter().map(MessageId).collect()
}
