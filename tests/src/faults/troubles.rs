//! When a process had no chance to keep what it knew.

use super::schedule::Server;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A time at which a process may not have kept what it knew.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trouble {
    pub(super) why: Why,
    pub(super) from: Instant,
    pub(super) to: Option<Instant>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    Ended,
    Paused,
    Link(Server),
}

/// How long after a letter was taken its process may still be noting that it was.
const NOTING: Duration = Duration::from_secs(5);
/// How long what a process has written may be on its way.
const ON_ITS_WAY: Duration = Duration::from_secs(2);

impl Trouble {
    /// Whether it may have kept a process from noting what happened at this moment.
    pub(super) fn concerns(self, at: Instant) -> bool {
        self.from <= at + NOTING && self.to.is_none_or(|to| to + ON_ITS_WAY >= at)
    }
}

/// How often it is looked.
const LOOK: Duration = Duration::from_millis(50);
/// A look that comes so late means that nobody was served.
const STANDSTILL: Duration = Duration::from_secs(1);

/// The times at which the machine was so busy that nobody came to do anything.
#[derive(Default)]
pub(super) struct Standstills(Arc<Mutex<Vec<Trouble>>>);

impl Standstills {
    pub(super) fn watch(&self) {
        let found = Arc::downgrade(&self.0);
        tokio::spawn(async move {
            let mut last = Instant::now();
            while let Some(found) = found.upgrade() {
                let now = Instant::now();
                if now - last > STANDSTILL {
                    let standstill = Trouble { why: Why::Paused, from: last, to: Some(now) };
                    found.lock().expect("nobody panicked while holding it").push(standstill);
                }
                last = now;
                drop(found);
                tokio::time::sleep(LOOK).await;
            }
        });
    }

    pub(super) fn concern(&self, at: Instant) -> bool {
        self.0.lock().expect("nobody panicked while holding it").iter().any(|standstill| standstill.concerns(at))
    }
}
