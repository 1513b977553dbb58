use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use std::sync::Arc;
use tokio::sync::watch;

/// Tells the time. The system's in a running program; set by hand where time is part of what is tried.
#[derive(Clone)]
pub struct Clock {
    /// Absent: the system's clock.
    set: Option<Arc<watch::Sender<DateTime<Utc>>>>,
}

impl Clock {
    /// The system's clock.
    pub fn system() -> Self {
        Self { set: None }
    }

    /// A clock that stands still until it is moved.
    pub fn set_at(now: DateTime<Utc>) -> Self {
        Self { set: Some(Arc::new(watch::Sender::new(to_micros(now)))) }
    }

    /// The time now, cut to microseconds, which is what every database keeps.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.set {
            Some(set) => *set.borrow(),
            None => to_micros(Utc::now()),
        }
    }

    /// Moves a clock that was set by hand; does nothing to the system's.
    pub fn advance(&self, by: TimeDelta) {
        if let Some(set) = &self.set {
            set.send_modify(|now| *now += by);
        }
    }

    /// Sets a clock that was set by hand to another time; does nothing to the system's.
    pub fn set(&self, to: DateTime<Utc>) {
        if let Some(set) = &self.set {
            set.send_replace(to_micros(to));
        }
    }

    /// Comes back when the clock has been moved by hand; never for the system's.
    pub async fn changed(&self) {
        match &self.set {
            Some(set) => {
                let mut seen = set.subscribe();
                // An error would mean that the sender is gone, and `self` holds it.
                let _ = seen.changed().await;
            }
            None => std::future::pending().await,
        }
    }
}

/// Cuts a time to microseconds, so that it reads the same before and after it was kept.
pub fn to_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}
