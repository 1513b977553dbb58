//! The description of a zone must tell the same time as chrono-tz. The rules are worked out here
//! from the written text alone.

use calendar::{Answer, Span, Standing, request};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};

use crate::reader;
use crate::samples::{attendee, entry, moment, organiser};

const FIRST_YEAR: i32 = 2026;
const LAST_YEAR: i32 = 2035;

/// One STANDARD or DAYLIGHT.
#[derive(Debug)]
struct Observance {
    from: i64,
    to: i64,
    onset: NaiveDateTime,
    /// Month, and which weekday of it.
    rule: Option<(u32, i32, Weekday)>,
}

fn written(zone: Tz, starts_at: DateTime<Utc>) -> Vec<String> {
    let mut entry = entry();
    entry.span = Span::Timed { starts_at, ends_at: starts_at + TimeDelta::hours(2), zone };
    let bytes = request(&entry, &organiser(), &attendee("Kari"), Answer::Accepted, Standing::Confirmed);
    reader::lines(&bytes)
}

fn described(zone: Tz, starts_at: DateTime<Utc>) -> Option<Vec<Observance>> {
    let lines = written(zone, starts_at);
    let begin = lines.iter().position(|line| line == "BEGIN:VTIMEZONE")?;
    let end = lines.iter().position(|line| line == "END:VTIMEZONE").expect("an end");
    assert_eq!(lines[begin + 1], format!("TZID:{zone}"));
    let parts = lines[begin + 2..end].split(|line| line.starts_with("END:"));
    Some(parts.filter(|part| !part.is_empty()).map(observance).collect())
}

fn observance(lines: &[String]) -> Observance {
    let value = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let onset = value("DTSTART").expect("DTSTART");
    Observance {
        from: offset(value("TZOFFSETFROM").expect("TZOFFSETFROM")),
        to: offset(value("TZOFFSETTO").expect("TZOFFSETTO")),
        onset: NaiveDateTime::parse_from_str(onset, "%Y%m%dT%H%M%S").expect("a local time"),
        rule: value("RRULE").map(rule),
    }
}

fn offset(text: &str) -> i64 {
    let (sign, digits) = text.split_at(1);
    let number = |digits: &str| digits.parse::<i64>().expect("digits");
    let minutes = number(&digits[..2]) * 60 + number(&digits[2..]);
    if sign == "-" { -minutes * 60 } else { minutes * 60 }
}

fn rule(text: &str) -> (u32, i32, Weekday) {
    let rest = text.strip_prefix("FREQ=YEARLY;BYMONTH=").expect("a yearly rule");
    let (month, day) = rest.split_once(";BYDAY=").expect("a weekday");
    let (week, weekday) = day.split_at(day.len() - 2);
    let weekday = match weekday {
        "SU" => Weekday::Sun,
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        other => panic!("{other}"),
    };
    (month.parse().expect("a month"), week.parse().expect("a week"), weekday)
}

impl Observance {
    /// Its onsets in UTC, up to a year after the last one looked at.
    fn onsets(&self) -> Vec<NaiveDateTime> {
        let Some((month, week, weekday)) = self.rule else {
            return vec![self.onset - TimeDelta::seconds(self.from)];
        };
        let years = self.onset.year()..=LAST_YEAR + 1;
        let days: Vec<NaiveDate> = years.map(|year| day(year, month, week, weekday)).collect();
        assert_eq!(days.first(), Some(&self.onset.date()), "DTSTART is the first onset by its own rule");
        days.iter().map(|day| day.and_time(self.onset.time()) - TimeDelta::seconds(self.from)).collect()
    }
}

/// Counted through the month, day by day.
fn day(year: i32, month: u32, week: i32, weekday: Weekday) -> NaiveDate {
    let days = (1..=31).filter_map(|day| NaiveDate::from_ymd_opt(year, month, day));
    let matching: Vec<NaiveDate> = days.filter(|day| day.weekday() == weekday).collect();
    match usize::try_from(week) {
        Ok(week) => matching[week - 1],
        Err(_) => matching[matching.len() - usize::try_from(-week).expect("a week")],
    }
}

/// What a reader of the description takes for the distance from UTC.
fn told(onsets: &[(NaiveDateTime, i64)], utc: NaiveDateTime) -> i64 {
    let before = onsets.iter().filter(|(onset, _)| *onset <= utc);
    before.max_by_key(|(onset, _)| *onset).expect("an onset before").1
}

fn actual(zone: Tz, utc: NaiveDateTime) -> i64 {
    zone.offset_from_utc_datetime(&utc).fix().local_minus_utc().into()
}

/// All changes in the years, found hour by hour.
fn changes(zone: Tz) -> Vec<NaiveDateTime> {
    let new_year = |year| NaiveDate::from_ymd_opt(year, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0)).expect("a day");
    let (mut hour, end) = (new_year(FIRST_YEAR), new_year(LAST_YEAR + 1));
    let mut changes = Vec::new();
    while hour < end {
        let next = hour + TimeDelta::hours(6);
        if actual(zone, hour) != actual(zone, next) {
            let minutes = (1..=360).map(|minute| hour + TimeDelta::minutes(minute));
            changes.extend(minutes.filter(|at| actual(zone, *at) != actual(zone, *at - TimeDelta::minutes(1))));
        }
        hour = next;
    }
    changes
}

fn check(zone: Tz, observances: &[Observance]) {
    let mut moments = vec![moment("2026-01-01T00:00:00Z").naive_utc(), moment("2035-12-31T23:59:59Z").naive_utc()];
    for change in changes(zone) {
        let around = [-3600, -1, 0, 1, 3600];
        moments.extend(around.map(|seconds| change + TimeDelta::seconds(seconds)));
    }
    let onsets: Vec<_> =
        observances.iter().flat_map(|one| one.onsets().into_iter().map(|onset| (onset, one.to))).collect();
    for utc in moments {
        assert_eq!(told(&onsets, utc), actual(zone, utc), "{zone} at {utc}");
    }
}

#[test]
fn every_described_zone_tells_the_right_time() {
    let mut count = 0;
    for zone in TZ_VARIANTS {
        if let Some(observances) = described(zone, moment("2026-06-15T10:00:00Z")) {
            check(zone, &observances);
            count += 1;
        }
    }
    assert!(count > 500, "only {count} zones have a description");
}

#[test]
fn zones_near_and_far_have_a_description() {
    let changing = ["Europe/Oslo", "Europe/Stockholm", "Arctic/Longyearbyen", "Europe/London", "America/New_York"];
    for name in changing {
        let zone: Tz = name.parse().expect("a zone");
        assert_eq!(changes(zone).len(), 20, "{name}: something to get wrong");
        assert_eq!(described(zone, moment("2026-06-15T10:00:00Z")).map(|rules| rules.len()), Some(2), "{name}");
    }
    let tokyo = described(Tz::Asia__Tokyo, moment("2026-06-15T10:00:00Z")).expect("a description");
    assert_eq!(tokyo.len(), 1);
}

#[test]
fn zones_without_one_plain_rule_are_written_in_utc() {
    for zone in [Tz::Africa__Casablanca, Tz::Europe__Dublin, Tz::UTC, Tz::Etc__UTC] {
        let lines = written(zone, moment("2026-06-15T10:00:00Z"));
        assert!(!lines.iter().any(|line| line.contains("TZID")), "{zone}");
        assert!(lines.contains(&"DTSTART:20260615T100000Z".into()), "{zone}");
    }
}

#[test]
fn years_that_chrono_tz_does_not_know_are_written_in_utc() {
    for year in [1900, 2095, 2150, 9000, 200_000] {
        let starts_at = Utc.with_ymd_and_hms(year, 6, 15, 10, 0, 0).single().expect("a moment");
        assert!(described(Tz::Europe__Oslo, starts_at).is_none(), "{year}");
    }
}

#[test]
fn the_local_year_counts() {
    // In UTC this is still 2026.
    let lines = written(Tz::Europe__Oslo, moment("2026-12-31T23:30:00Z"));
    assert!(lines.contains(&"DTSTART;TZID=Europe/Oslo:20270101T003000".into()));
}
