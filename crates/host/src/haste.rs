//! Who is waited for goes first: where many stand at a desk, work that nobody waits for gives way to them.
//!
//! It gives way for a while and never altogether, so that it gets on however long the rush lasts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// With so many waiting there is a rush. Fewer are answered as fast as work of other kinds allows.
const MANY: usize = 8;
/// A rush is over when there has been none for so long: those who have their answer make room for the next.
const CALM: Duration = Duration::from_millis(20);
/// How long work gives way at most, each time.
const LONGEST: Duration = Duration::from_millis(200);
/// How often it looks whether it may go on.
const LOOK: Duration = Duration::from_millis(5);

/// How many people wait for an answer in this process. Cheap to clone; all services of a process share one.
#[derive(Clone, Debug)]
pub struct Haste(Arc<Standing>);

#[derive(Debug)]
struct Standing {
    begun: Instant,
    people: AtomicUsize,
    /// When there was a rush last, in milliseconds since the beginning, and one more; 0 when there never was.
    rush: AtomicU64,
}

/// Somebody who waits for an answer, until this is dropped.
#[derive(Debug)]
pub struct Waiting(Arc<Standing>);

impl Default for Haste {
    fn default() -> Self {
        Self(Arc::new(Standing { begun: Instant::now(), people: AtomicUsize::new(0), rush: AtomicU64::new(0) }))
    }
}

impl Haste {
    /// Notes that somebody waits for an answer.
    #[must_use]
    pub fn wait(&self) -> Waiting {
        if self.0.people.fetch_add(1, Ordering::Relaxed) + 1 >= MANY {
            self.0.rush.store(self.0.millis() + 1, Ordering::Relaxed);
        }
        Waiting(Arc::clone(&self.0))
    }

    /// Comes back when there is no rush, or when there has been one for long enough. For those who begin something that nobody
    /// waits for, and hold nothing that others need.
    pub async fn give_way(&self) {
        let begun = Instant::now();
        while self.0.is_rush() && begun.elapsed() < LONGEST {
            sleep(LOOK).await;
        }
    }
}

impl Standing {
    fn millis(&self) -> u64 {
        u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }

    fn is_rush(&self) -> bool {
        let last = self.rush.load(Ordering::Relaxed);
        is_rush(self.people.load(Ordering::Relaxed), last.checked_sub(1), self.millis())
    }
}

/// Whether there is a rush, with so many waiting and the last rush seen then; both times in milliseconds.
fn is_rush(people: usize, last: Option<u64>, now: u64) -> bool {
    let calm = u64::try_from(CALM.as_millis()).unwrap_or(u64::MAX);
    people >= MANY || last.is_some_and(|last| now < last.saturating_add(calm))
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if self.0.people.fetch_sub(1, Ordering::Relaxed) >= MANY {
            self.0.rush.store(self.0.millis() + 1, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Haste, LONGEST, MANY, is_rush};
    use tokio::time::{Instant, timeout};

    #[test]
    fn many_make_a_rush_which_is_over_a_moment_after_the_last_of_it() {
        let few = MANY - 1;
        assert!(!is_rush(few, None, 1_000));
        assert!(is_rush(MANY, None, 1_000));
        assert!(is_rush(0, Some(1_000), 1_000));
        assert!(is_rush(few, Some(1_000), 1_019));
        assert!(!is_rush(few, Some(1_000), 1_020));
        assert!(!is_rush(0, Some(0), 20));
    }

    #[tokio::test]
    async fn nobody_gives_way_to_a_few() {
        let haste = Haste::default();
        let _few: Vec<_> = (1..MANY).map(|_| haste.wait()).collect();
        // It comes back without having waited for anything.
        assert!(futures::FutureExt::now_or_never(haste.give_way()).is_some());
    }

    #[tokio::test]
    async fn work_gives_way_to_many_for_a_while_and_goes_on_then() {
        let haste = Haste::default();
        let many: Vec<_> = (0..MANY).map(|_| haste.clone().wait()).collect();
        let begun = Instant::now();
        assert!(timeout(LONGEST / 2, haste.give_way()).await.is_err());
        haste.give_way().await;
        assert!(begun.elapsed() >= LONGEST);
        drop(many);
        assert_eq!(haste.0.people.load(std::sync::atomic::Ordering::Relaxed), 0);
    }
}
