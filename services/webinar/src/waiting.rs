//! Decision: when the page of somebody who is early is looked at again, by itself.

use chrono::{DateTime, TimeDelta, Utc};

/// Whoever comes earlier than this does not sit and wait.
const LONGEST: TimeDelta = TimeDelta::hours(12);
/// Over so many seconds those who wait are spread, so that they do not all come at once.
const SPREAD: u64 = 10;

/// After how many seconds, once: a page that changes at the moment that it names disturbs nobody who reads it before.
/// `number` is any number that differs between people.
pub(crate) fn opens_itself_after(opens_at: DateTime<Utc>, now: DateTime<Utc>, number: u128) -> Option<u64> {
    let ahead = opens_at - now;
    if ahead <= TimeDelta::zero() || ahead > LONGEST {
        return None;
    }
    let spread = u64::try_from(number % u128::from(SPREAD)).unwrap_or_default();
    // Seconds are cut, and a page that comes a moment early would wait once more.
    u64::try_from(ahead.num_seconds()).ok().map(|seconds| seconds + 1 + spread)
}

#[cfg(test)]
mod tests {
    use super::opens_itself_after;
    use chrono::{DateTime, TimeDelta};

    #[test]
    fn the_page_is_opened_after_the_doors_and_never_before() {
        let opens_at = DateTime::UNIX_EPOCH + TimeDelta::days(1);
        for number in 0..40 {
            for early in [1, 59_999, 60_000, 60_001, 12 * 3_600_000] {
                let early = TimeDelta::milliseconds(early);
                let seconds = opens_itself_after(opens_at, opens_at - early, number).unwrap();
                let after = TimeDelta::seconds(seconds.try_into().unwrap()) - early;
                assert!(after > TimeDelta::zero() && after <= TimeDelta::seconds(11), "{after}");
            }
        }
        assert_eq!(opens_itself_after(opens_at, opens_at, 1), None);
        assert_eq!(opens_itself_after(opens_at, opens_at - TimeDelta::hours(13), 1), None);
    }
}
