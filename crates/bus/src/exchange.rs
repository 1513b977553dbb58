use crate::store::{inbox, outbox, reason};
use chrono::{DateTime, Utc};
use host::Database;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use tokio::sync::Notify;

/// Who hears what among the services of one process. A message goes straight from the outbox of the one who said it
/// into the inboxes of those who hear it; nothing of it is only in memory.
///
/// A service takes part from the moment its bus is started, so all services are started before the first task is run.
#[derive(Clone, Default)]
pub struct Exchange(Arc<RwLock<BTreeMap<&'static str, Hearer>>>);

#[derive(Clone)]
struct Hearer {
    names: BTreeSet<&'static str>,
    db: Database,
    /// Of each instance of the service in this process.
    wakes: Vec<Weak<Notify>>,
}

/// What became of a batch.
#[derive(Debug, Default)]
pub(crate) struct Delivered {
    /// The rows that were taken by everybody who hears them.
    pub(crate) carried: Vec<i64>,
    /// The rows that somebody could not take, and why.
    pub(crate) unsent: BTreeMap<i64, String>,
    /// How many were heard by nobody. They count as carried.
    pub(crate) unheard: u64,
}

impl Exchange {
    pub(crate) fn join(&self, service: &'static str, names: BTreeSet<&'static str>, db: Database, wake: &Arc<Notify>) {
        let mut hearers = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let before = hearers.remove(service).map(|hearer| hearer.wakes).unwrap_or_default();
        let mut wakes: Vec<Weak<Notify>> = before.into_iter().filter(|wake| wake.strong_count() > 0).collect();
        wakes.push(Arc::downgrade(wake));
        hearers.insert(service, Hearer { names, db, wakes });
    }

    /// Puts rows of an outbox into the inboxes of those who hear them.
    ///
    /// An inbox that cannot be reached leaves unsent only what it would have heard. What others already stored of that is
    /// recognised by its id the next time.
    pub(crate) async fn deliver(&self, rows: &[outbox::Model], now: DateTime<Utc>) -> Delivered {
        let hearers = self.0.read().unwrap_or_else(PoisonError::into_inner).clone();
        let mut heard = BTreeSet::new();
        let mut delivered = Delivered::default();
        for (service, hearer) in &hearers {
            let theirs: Vec<&outbox::Model> =
                rows.iter().filter(|row| hearer.names.contains(row.name.as_str())).collect();
            if theirs.is_empty() {
                continue;
            }
            heard.extend(theirs.iter().map(|row| row.seq));
            let arrived: Vec<inbox::New> = theirs.iter().map(|row| arrival(row)).collect();
            match inbox::store(&hearer.db.write, &arrived, now).await {
                Ok(()) => hearer.wakes.iter().filter_map(Weak::upgrade).for_each(|wake| wake.notify_one()),
                Err(error) => {
                    tracing::warn!(hearer = service, error = %error, "an inbox cannot be reached; what it hears stays unsent");
                    let trouble = format!("the inbox of {service} cannot be reached: {}", reason(&error));
                    delivered.unsent.extend(theirs.iter().map(|row| (row.seq, trouble.clone())));
                }
            }
        }
        delivered.carried = rows.iter().map(|row| row.seq).filter(|seq| !delivered.unsent.contains_key(seq)).collect();
        for row in rows.iter().filter(|row| !heard.contains(&row.seq)) {
            delivered.unheard += 1;
            tracing::debug!(message.id = %row.id, message.name = row.name, "nobody hears this message");
        }
        delivered
    }
}

fn arrival(row: &outbox::Model) -> inbox::New {
    inbox::New { id: row.id, name: row.name.clone(), envelope: row.envelope.clone(), trouble: None }
}
