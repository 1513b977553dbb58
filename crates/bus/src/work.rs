use crate::store::{inbox, outbox, within};
use crate::{Failure, Trace};
use chrono::{DateTime, Utc};
use host::{Clock, Database, Vault};
use proto::envelope::LARGEST;
use proto::{Envelope, Message, MessageId};
use sea_orm::{DatabaseTransaction, DbErr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use uuid::Uuid;

/// One transaction: the rows that change and what is said about it. Dropped without `commit`, nothing of it happened.
pub struct Work {
    /// The transaction that all of it belongs to.
    pub tx: DatabaseTransaction,
    /// The time at which it happens, the same for all of it.
    pub now: DateTime<Utc>,
    /// What sensitive answers are sealed with.
    pub vault: Vault,
    service: &'static str,
    said: Mutex<Said>,
    wake: Arc<Notify>,
}

struct Said {
    messages: Vec<(Envelope, outbox::New)>,
    /// Why something that was said cannot be carried; the transaction is not committed then.
    trouble: Option<String>,
    cause: Option<MessageId>,
    /// When that was said.
    cause_at: Option<DateTime<Utc>>,
    trace: Trace,
    /// Subjects of which nothing is kept that was said or heard before.
    forgotten: Vec<Uuid>,
}

impl Work {
    pub(crate) async fn begin(
        service: &'static str,
        db: &Database,
        clock: &Clock,
        vault: &Vault,
        wake: &Arc<Notify>,
    ) -> Result<Self, DbErr> {
        let tx = within(db.begin()).await?;
        let said = Said {
            messages: Vec::new(),
            trouble: None,
            cause: None,
            cause_at: None,
            trace: Trace::begin(),
            forgotten: Vec::new(),
        };
        // The time after the transaction began, which may have had to wait for others.
        Ok(Self { tx, now: clock.now(), vault: vault.clone(), service, said: Mutex::new(said), wake: Arc::clone(wake) })
    }

    /// Says a fact. It is written with the transaction and carried once that is committed.
    pub fn say<M: Message>(&self, message: &M) {
        let mut said = self.said();
        match seal(message, self.service, self.now, &said) {
            Ok((envelope, row)) => {
                tracing::debug!(
                    message.id = %envelope.id,
                    message.name = envelope.name,
                    trace.id = said.trace.id(),
                    "said"
                );
                said.messages.push((envelope, row));
            }
            Err(trouble) => said.trouble = Some(trouble),
        }
    }

    /// Forgets what this service has said about these subjects until now, and what it has set aside about them. What is not carried
    /// yet still is, so that nobody misses anything, and is not kept then. What is said from now on is kept as usual.
    pub fn forget(&self, subjects: &[Uuid]) {
        let mut said = self.said();
        for (_, row) in &mut said.messages {
            row.passing |= subjects.contains(&row.subject);
        }
        said.forgotten.extend_from_slice(subjects);
    }

    /// The trace that this work belongs to, for log fields.
    pub fn trace(&self) -> Trace {
        self.said().trace
    }

    /// The message in answer to which this happens; none when nobody asked, as on a timer.
    pub fn cause(&self) -> Option<MessageId> {
        self.said().cause
    }

    /// When that message was said, by the clock of whoever said it. It may be heard long after, and after what was said later.
    pub fn said_at(&self) -> Option<DateTime<Utc>> {
        self.said().cause_at
    }

    /// What is said from now on is in answer to this message.
    pub(crate) fn answers(&self, envelope: &Envelope) {
        let mut said = self.said();
        said.cause = Some(envelope.id);
        said.cause_at = Some(envelope.time);
        said.trace = Trace::follow(envelope.traceparent.as_deref());
    }

    /// Why something that was said cannot be carried. Trying again would not help.
    pub(crate) fn unsayable(&self) -> Option<Failure> {
        self.said().trouble.clone().map(Failure::SetAside)
    }

    /// Keeps everything, and has what was said carried.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.finish().await.map(drop)
    }

    /// The same, and tells what was said.
    pub(crate) async fn finish(self) -> Result<Vec<Envelope>, DbErr> {
        let Self { tx, now, said, wake, .. } = self;
        let said = said.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(trouble) = said.trouble {
            within(tx.rollback()).await?;
            return Err(DbErr::Custom(trouble));
        }
        let (envelopes, rows): (Vec<_>, Vec<_>) = said.messages.into_iter().unzip();
        let anything = !rows.is_empty();
        outbox::forget(&tx, &said.forgotten).await?;
        inbox::forget(&tx, &said.forgotten).await?;
        outbox::insert(&tx, rows, now).await?;
        within(tx.commit()).await?;
        if anything {
            wake.notify_one();
        }
        Ok(envelopes)
    }

    /// Keeps nothing and says nothing.
    pub async fn rollback(self) {
        // A connection that cannot roll back is gone, and the database rolls back by itself.
        if let Err(error) = within(self.tx.rollback()).await {
            tracing::debug!(error = %error, "a transaction was rolled back by losing its connection");
        }
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        // A handler that panicked while saying leaves a whole list behind; its transaction is rolled back anyway.
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An envelope and the row it is kept in, or why it cannot be carried.
fn seal<M: Message>(
    message: &M,
    service: &str,
    now: DateTime<Utc>,
    said: &Said,
) -> Result<(Envelope, outbox::New), String> {
    let unwritten = |error: serde_json::Error| format!("{} cannot be written: {error}", M::NAME);
    let mut envelope = Envelope::seal(message, service, MessageId(Uuid::now_v7()), now).map_err(unwritten)?;
    envelope.causationid = said.cause;
    envelope.traceparent = Some(said.trace.to_string());
    let text = serde_json::to_string(&envelope).map_err(unwritten)?;
    if text.len() > LARGEST {
        return Err(format!("{} is too large to carry: {} bytes", M::NAME, text.len()));
    }
    let row = outbox::New {
        id: envelope.id.0,
        name: M::NAME,
        partition: message.partition(),
        envelope: text,
        subject: message.subject(),
        passing: false,
    };
    Ok((envelope, row))
}
