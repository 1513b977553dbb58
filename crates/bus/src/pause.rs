//! Growing pauses: between attempts to reach a broker or a database, and between attempts to carry a message.

use std::time::Duration;

/// How pauses grow: doubling from the first to the longest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Growth {
    pub(crate) first: Duration,
    pub(crate) longest: Duration,
}

/// Between attempts to reach a broker or a database.
pub(crate) const REACH: Growth = Growth { first: Duration::from_millis(200), longest: Duration::from_secs(10) };

/// Between attempts to carry a message that nobody took.
pub(crate) const CARRY: Growth = Growth { first: Duration::from_secs(1), longest: Duration::from_secs(60) };

impl Growth {
    /// The pause after the `failures`-th failure in a row (counted from 1), moved by up to a fifth by `jitter`, which
    /// lies between -1 and 1.
    pub(crate) fn after(self, failures: u32, jitter: f64) -> Duration {
        let doublings = failures.saturating_sub(1).min(16);
        let pause = self.first.saturating_mul(1 << doublings).min(self.longest);
        pause.mul_f64(1.0 + 0.2 * jitter.clamp(-1.0, 1.0))
    }
}

/// Chance between -1 and 1, for those who ask for a pause.
pub(crate) fn jitter() -> f64 {
    rand::random_range(-1.0..1.0)
}

#[cfg(test)]
mod tests {
    use super::{CARRY, REACH};
    use proptest::prelude::*;
    use std::time::Duration;

    #[test]
    fn pauses_double_until_the_longest() {
        for (failures, millis) in [(0, 200), (1, 200), (2, 400), (3, 800), (6, 6400), (7, 10_000), (u32::MAX, 10_000)] {
            assert_eq!(REACH.after(failures, 0.0), Duration::from_millis(millis), "after {failures} failures");
        }
        assert_eq!(CARRY.after(1, 0.0), Duration::from_secs(1));
        assert_eq!(CARRY.after(100, 0.0), Duration::from_secs(60));
    }

    proptest! {
        #[test]
        fn jitter_moves_a_pause_by_at_most_a_fifth(failures in 1..40_u32, jitter in -1.0..1.0_f64) {
            let plain = REACH.after(failures, 0.0);
            let moved = REACH.after(failures, jitter);
            prop_assert!(moved >= plain.mul_f64(0.79) && moved <= plain.mul_f64(1.21));
        }
    }
}
