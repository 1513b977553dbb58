use crate::{Work, store};
use futures::future::BoxFuture;
use proto::{Envelope, Message};
use sea_orm::DbErr;
use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;

/// A service that acts on messages of one kind.
///
/// A handler works in the transaction it is given and nowhere else: it keeps nothing in memory and waits for no network,
/// for it may share the transaction with other messages, be rolled back with them and run again.
pub trait Hears<M: Message>: Send + Sync + 'static {
    /// Acts on one message: load, decide, record, say.
    fn hear(&self, work: &Work, message: M) -> impl Future<Output = Result<(), Failure>> + Send;
}

impl<M: Message, S: Hears<M>> Hears<M> for Arc<S> {
    fn hear(&self, work: &Work, message: M) -> impl Future<Output = Result<(), Failure>> + Send {
        S::hear(self, work, message)
    }
}

/// Why a message could not be handled. Nothing of what the handler did is kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Trying again later can help.
    #[error("to be tried again: {0}")]
    Retry(String),
    /// It cannot: a person has to look at it.
    #[error("set aside: {0}")]
    SetAside(String),
}

impl Failure {
    /// The reason, in words for the person who looks at it. They are kept and listed, so personal data have no place in
    /// them.
    pub fn reason(&self) -> &str {
        match self {
            Self::Retry(reason) | Self::SetAside(reason) => reason,
        }
    }
}

impl From<DbErr> for Failure {
    fn from(error: DbErr) -> Self {
        Self::Retry(store::reason(&error))
    }
}

/// A handler of messages of any kind.
pub(crate) trait Handler: Send + Sync {
    fn handle<'a>(&'a self, work: &'a Work, envelope: &'a Envelope) -> BoxFuture<'a, Result<(), Failure>>;
}

/// A handler of messages of one kind.
pub(crate) struct Of<M, S> {
    service: Arc<S>,
    kind: PhantomData<fn() -> M>,
}

impl<M, S> Of<M, S> {
    pub(crate) fn new(service: &Arc<S>) -> Self {
        Self { service: Arc::clone(service), kind: PhantomData }
    }
}

impl<M: Message, S: Hears<M>> Handler for Of<M, S> {
    fn handle<'a>(&'a self, work: &'a Work, envelope: &'a Envelope) -> BoxFuture<'a, Result<(), Failure>> {
        Box::pin(async move {
            let message = envelope.open::<M>().map_err(|error| Failure::SetAside(error.to_string()))?;
            self.service.hear(work, message).await
        })
    }
}
