//! What becomes of a letter after it was handed over, or was not.

use chrono::{DateTime, TimeDelta, Utc};
use host::Settings;

/// How an attempt to hand a letter over ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// The server answered for it.
    Taken,
    /// The server will never take it (5xx).
    Refused(String),
    /// The server asked to come back (4xx).
    PutOff(String),
    /// The same, and not with this letter only: the receiver has too much of ours, or of everything.
    PutOffAll(String),
    /// The server was not reached, or would not talk; it has not seen the letter.
    Unreachable(String),
    /// The connection was lost before the last dot, so nothing has arrived.
    LostBefore(String),
    /// The connection was lost between the dot and the answer.
    LostAfter(String),
}

/// What becomes of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Sent,
    /// As if it had never been tried, apart from the time.
    PendingUntil(DateTime<Utc>),
    DeferredUntil(DateTime<Utc>),
    Failed,
    /// Once more at this time with the same bytes, or left to a person.
    Uncertain(Option<DateTime<Utc>>),
}

/// The waits after a 4xx answer, in minutes.
const WAITS: [i64; 4] = [1, 5, 15, 60];
/// Every wait after those.
const LONG_WAIT: i64 = 4 * 60;
/// How long a server may ask to come back later.
const PATIENCE: TimeDelta = TimeDelta::days(3);

/// How long the other side may need to answer for a letter, or to find out whether it has it.
pub(crate) fn doubt(settings: &Settings) -> TimeDelta {
    TimeDelta::seconds(i64::from(settings.smtp_patience))
}

/// For how long a letter is taken in hand: up to the dot handing over takes much less than the answer may. Whoever needs
/// longer may lose the letter to another.
pub(crate) fn lease(doubt: TimeDelta) -> TimeDelta {
    (doubt / 3).max(TimeDelta::seconds(20))
}

/// For how long from the dot on: what the answer may take, and some more.
pub(crate) fn lease_from_dot(doubt: TimeDelta) -> TimeDelta {
    (doubt * 6 / 5).max(TimeDelta::seconds(20))
}

/// What becomes of a letter after its `tries`-th attempt, counted from 1.
///
/// `in_doubt` says that an earlier attempt ended between the dot and the answer: it may have arrived already.
/// The server asks for patience since `put_off_since`, however long the letter lay before that.
pub(crate) fn after(
    attempt: &Attempt,
    tries: i32,
    in_doubt: bool,
    put_off_since: DateTime<Utc>,
    now: DateTime<Utc>,
    doubt: TimeDelta,
) -> Fate {
    match attempt {
        Attempt::Taken => Fate::Sent,
        Attempt::Refused(_) => Fate::Failed,
        Attempt::PutOff(_) | Attempt::PutOffAll(_) if now - put_off_since >= PATIENCE => Fate::Failed,
        Attempt::PutOff(_) | Attempt::PutOffAll(_) => Fate::DeferredUntil(now + wait(tries)),
        // A server that is down for long must not cost anybody their letter.
        Attempt::Unreachable(_) => Fate::PendingUntil(now + TimeDelta::seconds(10)),
        Attempt::LostBefore(_) => Fate::PendingUntil(now + wait(tries).min(TimeDelta::minutes(15)) / 2),
        Attempt::LostAfter(_) if in_doubt => Fate::Uncertain(None),
        Attempt::LostAfter(_) => Fate::Uncertain(Some(now + doubt)),
    }
}

fn wait(tries: i32) -> TimeDelta {
    let place = usize::try_from(tries - 1).unwrap_or(0);
    TimeDelta::minutes(WAITS.get(place).copied().unwrap_or(LONG_WAIT))
}

impl Attempt {
    /// The server asked to come back.
    pub(crate) const fn is_put_off(&self) -> bool {
        matches!(self, Self::PutOff(_) | Self::PutOffAll(_))
    }

    /// What the organiser is told.
    pub(crate) fn trouble(&self) -> Option<&str> {
        match self {
            Self::Taken => None,
            Self::Refused(why) | Self::PutOff(why) | Self::PutOffAll(why) | Self::Unreachable(why) => Some(why),
            Self::LostBefore(why) | Self::LostAfter(why) => Some(why),
        }
    }
}

/// What a server answered, without addresses: it is shown to organisers and said to other services.
pub(crate) fn without_addresses(answer: &str) -> String {
    let word = |word: &str| if word.contains('@') { "…".to_owned() } else { word.to_owned() };
    let words: Vec<String> = answer.split(|c: char| c.is_whitespace() || c.is_control()).map(word).collect();
    words.join(" ").chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> DateTime<Utc> {
        "2027-01-11T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::minutes(minutes)
    }

    fn why() -> String {
        "451 later".to_owned()
    }

    #[test]
    fn each_end_of_an_attempt_has_its_fate() {
        for (attempt, in_doubt, fate) in [
            (Attempt::Taken, false, Fate::Sent),
            (Attempt::Taken, true, Fate::Sent),
            (Attempt::Refused(why()), false, Fate::Failed),
            (Attempt::PutOff(why()), false, Fate::DeferredUntil(at(1))),
            (Attempt::PutOffAll(why()), false, Fate::DeferredUntil(at(1))),
            (Attempt::LostAfter(why()), false, Fate::Uncertain(Some(at(10)))),
            (Attempt::LostAfter(why()), true, Fate::Uncertain(None)),
        ] {
            assert_eq!(after(&attempt, 1, in_doubt, at(0), at(0), TimeDelta::minutes(10)), fate, "{attempt:?}");
        }
        for attempt in [Attempt::Unreachable(why()), Attempt::LostBefore(why())] {
            let Fate::PendingUntil(again) = after(&attempt, 1, false, at(0), at(0), TimeDelta::minutes(10)) else {
                panic!("{attempt:?}")
            };
            assert!(again > at(0) && again <= at(1), "{attempt:?}");
        }
    }

    #[test]
    fn waits_grow_and_end_after_three_days() {
        let (mut now, mut waits) = (at(0), Vec::new());
        for tries in 1..100 {
            match after(&Attempt::PutOff(why()), tries, false, at(0), now, TimeDelta::minutes(10)) {
                Fate::DeferredUntil(next) => {
                    waits.push((next - now).num_minutes());
                    now = next;
                }
                fate => {
                    assert_eq!(fate, Fate::Failed);
                    break;
                }
            }
        }
        assert_eq!(waits[..6], [1, 5, 15, 60, 240, 240]);
        assert!((3 * 24 * 60..3 * 24 * 60 + 240).contains(&waits.iter().sum::<i64>()));
    }

    #[test]
    fn a_letter_that_lay_for_long_has_its_three_days_from_the_first_time_it_is_put_off() {
        let put_off = Attempt::PutOff(why());
        let week = at(7 * 24 * 60);
        let doubt = TimeDelta::minutes(10);
        assert!(matches!(after(&put_off, 1, false, week, week, doubt), Fate::DeferredUntil(_)));
        assert_eq!(after(&put_off, 9, false, at(0), week, doubt), Fate::Failed);
    }

    #[test]
    fn there_is_always_time_to_hand_a_letter_over() {
        for (patience, before, after) in [(600, 200, 720), (3, 20, 20), (0, 20, 20)] {
            let doubt = TimeDelta::seconds(patience);
            assert_eq!((lease(doubt).num_seconds(), lease_from_dot(doubt).num_seconds()), (before, after));
        }
    }

    #[test]
    fn a_server_that_is_not_there_never_makes_a_letter_fail() {
        let month = at(30 * 24 * 60);
        assert!(matches!(
            after(&Attempt::Unreachable(why()), 9000, false, at(0), month, TimeDelta::minutes(10)),
            Fate::PendingUntil(_)
        ));
    }

    #[test]
    fn addresses_are_taken_out_of_answers() {
        assert_eq!(without_addresses("550 5.1.1 <kari@kommune.no>: unknown\r\nuser"), "550 5.1.1 … unknown  user");
    }
}
