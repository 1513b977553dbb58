use crate::hears::{Handler, Hears, Of};
use crate::{Carrier, SetAside, State, Work, carrying, doing, set_aside, state};
use chrono::{DateTime, Utc};
use futures::FutureExt;
use host::{Clock, Database, Haste, Host, Task, Vault};
use proto::{Message, MessageId};
use sea_orm::DbErr;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

/// A service's way of saying and hearing. Cheap to clone.
#[derive(Clone)]
pub struct Bus(Arc<Core>);

/// What the loops of one service share.
pub(crate) struct Core {
    pub(crate) service: &'static str,
    pub(crate) db: Database,
    pub(crate) clock: Clock,
    pub(crate) vault: Vault,
    pub(crate) haste: Haste,
    pub(crate) stop: CancellationToken,
    pub(crate) handlers: BTreeMap<&'static str, Box<dyn Handler>>,
    /// Something was said.
    pub(crate) said: Arc<Notify>,
    /// Something arrived.
    pub(crate) arrived: Arc<Notify>,
}

/// A bus whose hearers are being listed.
pub struct Build {
    core: Core,
    carrier: Carrier,
}

impl Bus {
    /// Begins a service's bus: list what it hears, then `start`.
    pub fn build(service: &'static str, host: &Host, carrier: &Carrier) -> Build {
        Build {
            core: Core {
                service,
                db: host.db.clone(),
                clock: host.clock.clone(),
                vault: host.vault.clone(),
                haste: host.haste.clone(),
                stop: host.stop.clone(),
                handlers: BTreeMap::new(),
                said: Arc::new(Notify::new()),
                arrived: Arc::new(Notify::new()),
            },
            carrier: carrier.clone(),
        }
    }

    /// Begins a transaction in which things are changed and said.
    pub async fn begin(&self) -> Result<Work, DbErr> {
        self.0.begin().await
    }

    /// The messages that were set aside, oldest first.
    pub async fn set_aside(&self) -> Result<Vec<SetAside>, DbErr> {
        set_aside(&self.0.db).await
    }

    /// Makes a message that was set aside due once more; false when there is none with this id.
    pub async fn replay(&self, id: MessageId) -> Result<bool, DbErr> {
        let found = crate::replay(&self.0.db, id, self.0.clock.now()).await?;
        self.0.arrived.notify_one();
        Ok(found)
    }

    /// Carries everything once more that was carried since then; see [`crate::carry_again`].
    pub async fn carry_again(&self, since: DateTime<Utc>) -> Result<u64, DbErr> {
        let count = crate::carry_again(&self.0.db, since, self.0.clock.now()).await?;
        self.0.said.notify_one();
        Ok(count)
    }

    /// How far behind the service is.
    pub async fn state(&self) -> Result<State, DbErr> {
        state(&self.0.db, self.0.clock.now()).await
    }
}

impl Build {
    /// Adds a kind of message that the service acts on.
    #[must_use]
    pub fn hears<M: Message, S: Hears<M>>(mut self, service: &Arc<S>) -> Self {
        let before = self.core.handlers.insert(M::NAME, Box::new(Of::<M, S>::new(service)));
        debug_assert!(before.is_none(), "{} is heard twice", M::NAME);
        self
    }

    /// The names of the messages that were listed so far.
    pub fn names(&self) -> Vec<&'static str> {
        self.core.handlers.keys().copied().collect()
    }

    /// The bus, and its loops for the program to run.
    pub fn start(self) -> (Bus, Vec<Task>) {
        let Self { core, carrier } = self;
        let core = Arc::new(core);
        let mut tasks = vec![state::watch(Arc::clone(&core)).boxed()];
        match carrier {
            Carrier::InProcess(exchange) => {
                let names = core.handlers.keys().copied().collect();
                exchange.join(core.service, names, core.db.clone(), &core.arrived);
                tasks.push(carrying::in_process(Arc::clone(&core), exchange).boxed());
            }
            Carrier::Amqp(amqp) => {
                tasks.push(amqp.clone().carry(Arc::clone(&core)).boxed());
                if !core.handlers.is_empty() {
                    tasks.push(amqp.store(Arc::clone(&core)).boxed());
                }
            }
        }
        if !core.handlers.is_empty() {
            tasks.push(doing::run(Arc::clone(&core)).boxed());
        }
        (Bus(core), tasks)
    }
}

/// The safety net under everything that wakes a loop.
const POLL: Duration = Duration::from_secs(1);

impl Core {
    pub(crate) async fn begin(&self) -> Result<Work, DbErr> {
        Work::begin(self.service, &self.db, &self.clock, &self.vault, &self.said).await
    }

    /// Waits until a loop should look at its rows again; false when the program stops.
    pub(crate) async fn occasion(&self, wake: &Notify) -> bool {
        tokio::select! {
            biased;
            () = self.stop.cancelled() => false,
            () = wake.notified() => true,
            () = self.clock.changed() => true,
            () = tokio::time::sleep(POLL) => true,
        }
    }

    /// Waits for a while; false when the program stops.
    pub(crate) async fn rest(&self, pause: Duration) -> bool {
        tokio::select! {
            biased;
            () = self.stop.cancelled() => false,
            () = tokio::time::sleep(pause) => true,
        }
    }
}
