//! From what a clock on the wall shows to a moment.

use chrono::{DateTime, LocalResult, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

/// The moment at which clocks in `zone` show `local`.
///
/// When the clocks are put back, an hour comes twice; the first is taken, as RFC 5545 3.3.5 says.
pub fn at_local(zone: Tz, local: NaiveDateTime) -> Result<DateTime<Utc>, SkippedHour> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => Ok(moment.with_timezone(&Utc)),
        LocalResult::None => Err(SkippedHour { zone, local }),
    }
}

/// The clocks were put forward past this time, so that nothing can happen at it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the time {local} does not exist in {zone}, the clocks are put forward past it")]
pub struct SkippedHour {
    pub zone: Tz,
    pub local: NaiveDateTime,
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::{Oslo, Stockholm};

    use super::*;

    fn check(zone: Tz, local: &str, expected: Option<&str>) {
        let local = local.parse().expect("a local time");
        let expected = expected.map(|utc| utc.parse::<DateTime<Utc>>().expect("a moment"));
        assert_eq!(at_local(zone, local).ok(), expected, "{local} in {zone}");
    }

    #[test]
    fn ordinary_times_have_one_moment() {
        check(Oslo, "2027-01-15T09:00:00", Some("2027-01-15T08:00:00Z"));
        check(Stockholm, "2027-07-15T09:00:00", Some("2027-07-15T07:00:00Z"));
    }

    #[test]
    fn the_skipped_hour_is_refused_to_the_second() {
        check(Oslo, "2027-03-28T01:59:59", Some("2027-03-28T00:59:59Z"));
        check(Oslo, "2027-03-28T02:00:00", None);
        check(Oslo, "2027-03-28T02:59:59", None);
        check(Oslo, "2027-03-28T03:00:00", Some("2027-03-28T01:00:00Z"));
    }

    #[test]
    fn the_doubled_hour_takes_the_first() {
        check(Oslo, "2027-10-31T02:00:00", Some("2027-10-31T00:00:00Z"));
        check(Oslo, "2027-10-31T02:59:59", Some("2027-10-31T00:59:59Z"));
        check(Oslo, "2027-10-31T03:00:00", Some("2027-10-31T02:00:00Z"));
    }

    #[test]
    fn the_refusal_names_time_and_place() {
        let local = "2027-03-28T02:30:00".parse().expect("a local time");
        let refusal = at_local(Oslo, local).expect_err("a skipped hour");
        assert_eq!(
            refusal.to_string(),
            "the time 2027-03-28 02:30:00 does not exist in Europe/Oslo, \
             the clocks are put forward past it"
        );
    }
}
