//! When a message that could not be handled is tried again, and when a person must look at it.

use crate::Failure;
use chrono::{DateTime, TimeDelta, Utc};

/// The pauses after the first tries, in seconds.
const FIRST_PAUSES: [i64; 6] = [1, 5, 30, 2 * 60, 10 * 60, 60 * 60];

/// Every pause after those.
const LONG_PAUSE: i64 = 6 * 60 * 60;

/// How long a message is tried for altogether.
const PATIENCE: i64 = 3 * 24 * 60 * 60;

/// What becomes of a message whose handling failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    TryAt(DateTime<Utc>),
    SetAside,
}

/// What becomes of a message after its `tries`-th try (counted from 1) failed.
///
/// `jitter` lies between -1 and 1 and moves the next try by up to a fifth of the pause, so that many messages that
/// failed together do not come back together. Patience is counted in tries and not by the clock: a program that stood
/// still for a week has not tried for a week.
pub(crate) fn after(failure: &Failure, tries: i32, now: DateTime<Utc>, jitter: f64) -> Next {
    match failure {
        Failure::SetAside(_) => Next::SetAside,
        Failure::Retry(_) if tries >= most_tries() => Next::SetAside,
        Failure::Retry(_) => Next::TryAt(now + jittered(pause(tries), jitter)),
    }
}

/// True for a message that was begun so often without an answer that it must be what ends the program.
pub(crate) fn never_finishes(tries: i32) -> bool {
    tries > most_tries()
}

/// The number of tries whose pauses together make up the patience.
pub(crate) const fn most_tries() -> i32 {
    let mut tries = 1;
    let mut waited = 0;
    while waited < PATIENCE {
        waited += pause(tries);
        tries += 1;
    }
    tries
}

const fn pause(tries: i32) -> i64 {
    let place = if tries < 1 { 0 } else { tries as usize - 1 };
    if place < FIRST_PAUSES.len() { FIRST_PAUSES[place] } else { LONG_PAUSE }
}

fn jittered(seconds: i64, jitter: f64) -> TimeDelta {
    let micros = seconds * 1_000_000;
    let moved = micros as f64 * 0.2 * jitter.clamp(-1.0, 1.0);
    TimeDelta::microseconds(micros + moved as i64)
}

#[cfg(test)]
mod tests {
    use super::{Next, after, most_tries, never_finishes};
    use crate::Failure;
    use chrono::{DateTime, TimeDelta, Utc};
    use proptest::prelude::*;

    fn now() -> DateTime<Utc> {
        "2027-01-11T09:00:00Z".parse().unwrap()
    }

    fn retry() -> Failure {
        Failure::Retry("busy".to_owned())
    }

    #[test]
    fn pauses_grow_as_written_down() {
        for (tries, seconds) in
            [(1, 1), (2, 5), (3, 30), (4, 120), (5, 600), (6, 3600), (7, 21_600), (8, 21_600), (18, 21_600)]
        {
            assert_eq!(
                after(&retry(), tries, now(), 0.0),
                Next::TryAt(now() + TimeDelta::seconds(seconds)),
                "after try {tries}"
            );
        }
    }

    #[test]
    fn a_message_is_set_aside_when_it_was_tried_for_three_days() {
        let waited: i64 = (1..most_tries())
            .map(|tries| match after(&retry(), tries, now(), 0.0) {
                Next::TryAt(at) => (at - now()).num_seconds(),
                Next::SetAside => panic!("set aside after {tries} tries"),
            })
            .sum();
        let day = 24 * 60 * 60;
        assert!((3 * day..3 * day + 6 * 60 * 60).contains(&waited), "{waited} s");
        assert_eq!(after(&retry(), most_tries(), now(), 0.0), Next::SetAside);
    }

    #[test]
    fn what_trying_again_cannot_mend_is_set_aside_at_once() {
        assert_eq!(after(&Failure::SetAside("unknown event".to_owned()), 1, now(), 0.0), Next::SetAside);
    }

    #[test]
    fn only_what_was_begun_more_often_than_it_may_fail_never_finishes() {
        assert!(!never_finishes(1) && !never_finishes(most_tries()));
        assert!(never_finishes(most_tries() + 1));
    }

    proptest! {
        #[test]
        fn jitter_moves_a_try_by_at_most_a_fifth_and_never_into_the_past(tries in 1..18_i32, jitter in -1.0..1.0_f64) {
            let Next::TryAt(plain) = after(&retry(), tries, now(), 0.0) else { panic!("set aside") };
            let Next::TryAt(moved) = after(&retry(), tries, now(), jitter) else { panic!("set aside") };
            let pause = plain - now();
            prop_assert!(moved > now());
            prop_assert!((moved - plain).abs() <= pause / 5);
        }
    }
}
