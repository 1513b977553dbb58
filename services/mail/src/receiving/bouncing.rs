//! When letters that come back mean that an address does not work.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use crate::store::failure;

/// How many letters have to come back, when none says that there is no such address.
const ENOUGH: usize = 3;
/// What came back longer ago than this says nothing about today.
const MEMORY: TimeDelta = TimeDelta::days(90);

/// True when letters to the address need not be tried: one came back because there is no such address, or several did
/// for whatever reason.
pub(crate) fn is_unreachable(failures: &[failure::Model], now: DateTime<Utc>) -> bool {
    let lately: Vec<_> = failures.iter().filter(|failure| now - failure.at < MEMORY).collect();
    let letters: BTreeSet<_> = lately.iter().map(|failure| failure.letter).collect();
    letters.len() >= ENOUGH || lately.iter().any(|failure| failure.status.as_deref().is_some_and(is_no_address))
}

/// How long failures are kept.
pub(crate) fn forgotten_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - MEMORY
}

/// No such mailbox, no such domain, or a mailbox that moved away (RFC 3463 3.2).
fn is_no_address(status: &str) -> bool {
    matches!(status, "5.1.0" | "5.1.1" | "5.1.2" | "5.1.3" | "5.1.6" | "5.1.10" | "5.4.4")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(days: i64) -> DateTime<Utc> {
        "2027-01-11T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(days)
    }

    fn failure(letter: u128, status: Option<&str>, days: i64) -> failure::Model {
        let status = status.map(str::to_owned);
        failure::Model { letter: Uuid::from_u128(letter), address: "a".to_owned(), status, at: at(days) }
    }

    #[test]
    fn one_letter_is_enough_when_there_is_no_such_address() {
        for (status, enough) in [
            (Some("5.1.1"), true),
            (Some("5.1.10"), true),
            (Some("5.1.2"), true),
            (Some("5.2.2"), false),
            (Some("5.7.1"), false),
            (Some("4.4.7"), false),
            (None, false),
        ] {
            assert_eq!(is_unreachable(&[failure(1, status, 0)], at(0)), enough, "{status:?}");
        }
    }

    #[test]
    fn three_letters_are_enough_whatever_the_reason_unless_it_is_long_ago() {
        let three = [failure(1, None, 0), failure(2, Some("5.2.2"), 10), failure(3, None, 20)];
        assert!(!is_unreachable(&three[..2], at(20)));
        assert!(is_unreachable(&three, at(20)));
        assert!(!is_unreachable(&three, at(91)));
        let same = [failure(1, None, 0), failure(1, None, 1), failure(1, None, 2)];
        assert!(!is_unreachable(&same, at(3)));
    }
}
