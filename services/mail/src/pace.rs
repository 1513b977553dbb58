//! How fast letters go to a receiving domain, and when it is left in peace.
//!
//! What was sent when is one point in time: until when it would be spread, were it sent evenly. It is kept in a row that
//! whoever takes letters in hand holds for that long, so that several processes keep to the limit together, and a process that is
//! started anew goes on where the one before was.

use std::num::NonZeroU32;

use chrono::{DateTime, TimeDelta, Utc};
use host::Settings;

/// What is known of a domain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rhythm {
    /// Until when the letters that went there would be spread.
    pub(crate) spread_until: DateTime<Utc>,
    /// How many times in a row it has asked for patience with everything.
    pub(crate) put_offs: i32,
    /// No letter goes there before.
    pub(crate) not_before: DateTime<Utc>,
}

/// Whether the next letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It does, and this is known afterwards.
    Now(Rhythm),
    NotBefore(DateTime<Utc>),
}

/// How long a domain is left in peace that has asked for patience, in minutes, the first time and further times.
const PAUSES: [i64; 5] = [1, 2, 5, 10, 15];
/// How long is waited for what becomes of the one letter that is tried afterwards.
const PROBE: TimeDelta = TimeDelta::minutes(1);
/// As many as go in this part of a minute may go at once.
const AT_ONCE: u32 = 6;

impl Rhythm {
    /// Nothing has gone there.
    pub(crate) const fn new(now: DateTime<Utc>) -> Self {
        Self { spread_until: now, put_offs: 0, not_before: now }
    }

    /// Whether a letter goes there now.
    pub(crate) fn turn(self, per_minute: Option<NonZeroU32>, now: DateTime<Utc>) -> Turn {
        if now < self.not_before {
            return Turn::NotBefore(self.not_before);
        }
        let spread_until = match per_minute {
            Some(limit) => self.spread_until.max(now) + apart(limit),
            None => now,
        };
        let mut not_before = free_at(spread_until, per_minute).max(now);
        if self.put_offs > 0 {
            not_before = not_before.max(now + PROBE);
        }
        Turn::Now(Self { spread_until, not_before, ..self })
    }

    /// It has asked for patience with everything, when a letter came that was taken in hand after it had asked `known`
    /// times. Those that were under way together ask once.
    #[must_use]
    pub(crate) fn put_off(self, known: i32, now: DateTime<Utc>) -> Self {
        if known != self.put_offs {
            return self;
        }
        let pause = usize::try_from(known).ok().and_then(|before| PAUSES.get(before)).unwrap_or(&PAUSES[4]);
        let not_before = self.not_before.max(now + TimeDelta::minutes(*pause));
        Self { put_offs: known.saturating_add(1), not_before, ..self }
    }

    /// It has taken a letter again, that was taken in hand after it had asked `known` times.
    #[must_use]
    pub(crate) fn taken(self, known: i32, per_minute: Option<NonZeroU32>, now: DateTime<Utc>) -> Self {
        if known != self.put_offs {
            return self;
        }
        Self { put_offs: 0, not_before: free_at(self.spread_until, per_minute).max(now), ..self }
    }
}

/// How far letters are apart that are sent evenly.
fn apart(per_minute: NonZeroU32) -> TimeDelta {
    TimeDelta::microseconds(60_000_000 / i64::from(per_minute.get()))
}

/// When the next may go, after those that are spread until then.
fn free_at(spread_until: DateTime<Utc>, per_minute: Option<NonZeroU32>) -> DateTime<Utc> {
    let Some(limit) = per_minute else { return DateTime::UNIX_EPOCH };
    let ahead = i32::try_from(limit.get() / AT_ONCE).unwrap_or(i32::MAX).max(1) - 1;
    spread_until - apart(limit) * ahead
}

/// How many letters a domain gets a minute.
pub(crate) fn limit(settings: &Settings, domain: &str) -> Option<NonZeroU32> {
    settings.receiver.get(domain).map(|receiver| receiver.per_minute).or(settings.receiver_rate)
}

/// Whether an answer asks for patience with everything, and not with this letter or this receiver only, as greylisting does:
/// the server closes the door (421), is overloaded or not taking mail, or says that too much comes (RFC 3463, 4.3.1, 4.3.2, 4.4.5;
/// 4.7.28 as large receivers have it).
pub(crate) fn is_about_everything(code: u16, answer: &str) -> bool {
    code == 421 || answer.split_whitespace().any(|word| matches!(word, "4.3.1" | "4.3.2" | "4.4.5" | "4.7.28"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        "2027-01-11T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::seconds(seconds)
    }

    fn limit(per_minute: u32) -> Option<NonZeroU32> {
        NonZeroU32::new(per_minute)
    }

    /// How many go within these seconds when somebody tries each second as often as they can.
    fn sent(mut rhythm: Rhythm, per_minute: u32, seconds: std::ops::Range<i64>) -> (u32, Rhythm) {
        let mut count = 0;
        for second in seconds {
            while let Turn::Now(next) = rhythm.turn(limit(per_minute), at(second)) {
                (count, rhythm) = (count + 1, next);
            }
        }
        (count, rhythm)
    }

    #[test]
    fn a_domain_gets_as_many_as_its_limit_and_a_few_at_once() {
        for (per_minute, at_first, in_ten_minutes) in [(1, 1, 10), (6, 1, 60), (60, 10, 609), (600, 100, 6090)] {
            let (first, rhythm) = sent(Rhythm::new(at(0)), per_minute, 0..1);
            assert_eq!(first, at_first, "{per_minute} a minute");
            let (rest, _) = sent(rhythm, per_minute, 1..600);
            assert_eq!(first + rest, in_ten_minutes, "{per_minute} a minute");
        }
    }

    #[test]
    fn the_next_goes_when_it_is_said_to_and_not_before() {
        let Turn::Now(rhythm) = Rhythm::new(at(0)).turn(limit(2), at(0)) else { panic!() };
        assert_eq!(rhythm.turn(limit(2), at(29)), Turn::NotBefore(at(30)));
        assert!(matches!(rhythm.turn(limit(2), at(30)), Turn::Now(_)));
        // A pause is not saved up.
        let (sent, _) = sent(rhythm, 60, 3600..3601);
        assert_eq!(sent, 10);
    }

    #[test]
    fn without_a_limit_everything_goes() {
        let mut rhythm = Rhythm::new(at(0));
        for _ in 0..1000 {
            let Turn::Now(next) = rhythm.turn(None, at(0)) else { panic!() };
            rhythm = next;
        }
    }

    #[test]
    fn a_domain_that_asks_for_patience_is_tried_with_one_letter_after_longer_and_longer_pauses() {
        let (mut rhythm, mut now, mut pauses) = (Rhythm::new(at(0)), 0, Vec::new());
        for _ in 0..7 {
            rhythm = rhythm.put_off(rhythm.put_offs, at(now));
            let Turn::NotBefore(then) = rhythm.turn(None, at(now)) else { panic!() };
            pauses.push((then - at(now)).num_minutes());
            now = (then - at(0)).num_seconds();
            let Turn::Now(next) = rhythm.turn(None, at(now)) else { panic!() };
            assert!(matches!(next.turn(None, at(now)), Turn::NotBefore(_)), "one is tried, and then it is waited for");
            rhythm = next;
        }
        assert_eq!(pauses, [1, 2, 5, 10, 15, 15, 15]);
        let taken = rhythm.taken(rhythm.put_offs, None, at(now));
        assert_eq!(taken.put_offs, 0);
        assert!(matches!(taken.turn(None, at(now)), Turn::Now(_)));
    }

    #[test]
    fn those_that_were_under_way_together_ask_once() {
        let once = Rhythm::new(at(0)).put_off(0, at(1));
        assert_eq!(once.put_off(0, at(2)), once);
        assert_eq!(once.taken(0, None, at(3)), once, "nor does one lift the pause that was under way before");
        assert_eq!(once.put_off(1, at(61)).put_offs, 2);
    }

    #[test]
    fn an_answer_that_takes_letters_again_does_not_lift_the_limit() {
        let (_, rhythm) = sent(Rhythm::new(at(0)), 2, 0..1);
        let rhythm = rhythm.put_off(0, at(0)).taken(1, limit(2), at(1));
        assert_eq!(rhythm.turn(limit(2), at(1)), Turn::NotBefore(at(30)));
    }

    #[test]
    fn greylisting_is_about_a_letter_and_a_closed_door_about_all() {
        for (code, answer, all) in [
            (421, "4.7.0 try again later", true),
            (450, "4.2.0 greylisted", false),
            (451, "4.7.1 greylisting in action", false),
            (452, "4.2.2 mailbox full", false),
            (452, "4.3.1 insufficient system storage", true),
            (451, "4.3.2 system not accepting network messages", true),
            (450, "4.7.28 unusual rate of mail", true),
            (451, "temporary failure", false),
        ] {
            assert_eq!(is_about_everything(code, answer), all, "{code} {answer}");
        }
    }
}
