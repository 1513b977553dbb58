//! The description of a time zone (VTIMEZONE, RFC 5545 3.6.5), taken from chrono-tz.
//!
//! Always in the classic form: two observances that began in 1970 and come back by a yearly rule.
//! Outlook misreads lists of dates and beginnings close to the event.

use std::ops::RangeInclusive;

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::{OffsetComponents, OffsetName, Tz};
use ical::parser::ical::component::{IcalTimeZone, IcalTimeZoneTransition, IcalTimeZoneTransitionType};

use super::{Line, line};

/// So many years are looked at in any case: in one year alone, the fourth Sunday of a month is
/// often the last one as well.
const SAMPLE: i32 = 10;

/// The form begins in 1970, and the tables of chrono-tz end with the century.
const KNOWN: RangeInclusive<i32> = 1970..=2090;

/// Nowhere are the clocks changed twice within so many days; even around Ramadan it is a month.
const STRIDE: Days = Days::new(7);

/// Describes a zone for the given years, or `None` if it did not follow one plain rule in all of
/// them; then UTC is to be written.
pub(crate) fn vtimezone(zone: Tz, years: RangeInclusive<i32>) -> Option<IcalTimeZone> {
    let (first, last) = (*years.start(), *years.end());
    if !KNOWN.contains(&first) || !KNOWN.contains(&last) {
        return None;
    }
    let mut changes = Vec::new();
    for year in first..=last.max(first + SAMPLE - 1) {
        changes.push(changes_in(zone, year)?);
    }
    let transitions = match changes.iter().map(Vec::len).max() {
        Some(0) => vec![fixed(zone, first)?],
        _ => alternating(&changes)?,
    };
    Some(IcalTimeZone { properties: vec![line("TZID").value(zone.name())], transitions })
}

/// The clocks' distance from UTC.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Clock {
    seconds: i32,
    saving: bool,
    name: String,
}

/// A moment at which the clocks are changed.
#[derive(Debug)]
struct Change {
    /// What they show just before they are changed.
    shown: NaiveDateTime,
    before: Clock,
    after: Clock,
}

fn seconds(zone: Tz, utc: NaiveDateTime) -> i32 {
    zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
}

fn clock(zone: Tz, utc: NaiveDateTime) -> Option<Clock> {
    let offset = zone.offset_from_utc_datetime(&utc);
    let seconds = offset.fix().local_minus_utc();
    // Offsets are written in hours and minutes.
    (seconds % 60 == 0).then(|| Clock {
        seconds,
        saving: offset.dst_offset() > TimeDelta::zero(),
        name: offset.abbreviation().unwrap_or_default().to_owned(),
    })
}

fn changes_in(zone: Tz, year: i32) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    let (mut from, end) = (new_year(year)?, new_year(year + 1)?);
    while from < end {
        let next = end.min(from + STRIDE);
        if seconds(zone, from) != seconds(zone, next) {
            let before = clock(zone, from)?;
            let shown = moment_of_change(zone, from, next) + TimeDelta::seconds(before.seconds.into());
            changes.push(Change { shown, before, after: clock(zone, next)? });
        }
        from = next;
    }
    Some(changes)
}

fn new_year(year: i32) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(NaiveTime::MIN))
}

/// The first second between two moments at which the clocks go like at the later one.
fn moment_of_change(zone: Tz, mut before: NaiveDateTime, mut after: NaiveDateTime) -> NaiveDateTime {
    let later = seconds(zone, after);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        match seconds(zone, middle) == later {
            true => after = middle,
            false => before = middle,
        }
    }
    after
}

/// A zone that keeps one time all year. UTC itself needs no description.
fn fixed(zone: Tz, year: i32) -> Option<IcalTimeZoneTransition> {
    let clock = clock(zone, new_year(year)?)?;
    let since = DateTime::<Utc>::UNIX_EPOCH.naive_utc();
    (clock.name != "UTC").then(|| transition(&clock, &clock, since, None))
}

/// Summer time and back again, on the same day by the rule in all years.
fn alternating(years: &[Vec<Change>]) -> Option<Vec<IcalTimeZoneTransition>> {
    let mut summers = Vec::new();
    let mut winters = Vec::new();
    for year in years {
        let [one, other] = year.as_slice() else {
            return None;
        };
        let (summer, winter) = match (one.after.saving, other.after.saving) {
            (true, false) => (one, other),
            (false, true) => (other, one),
            // Dublin counts winter as negative saving, which few readers understand.
            _ => return None,
        };
        summers.push(summer);
        winters.push(winter);
    }
    Some(vec![recurring(&summers)?, recurring(&winters)?])
}

fn recurring(changes: &[&Change]) -> Option<IcalTimeZoneTransition> {
    let (first, others) = changes.split_first()?;
    let (day, time) = (first.shown.date(), first.shown.time());
    let is_alike = |change: &&Change| {
        change.before == first.before
            && change.after == first.after
            && change.shown.time() == time
            && change.shown.month() == day.month()
            && change.shown.weekday() == day.weekday()
    };
    if !others.iter().all(is_alike) {
        return None;
    }
    let is_last = changes.iter().all(|change| is_last_of_month(change.shown.date()));
    let nth = week_of_month(day);
    let is_nth = changes.iter().all(|change| week_of_month(change.shown.date()) == nth);
    let (week, onset) = match (is_last, is_nth) {
        (true, _) => (-1, last_in_1970(day)?),
        (false, true) => (i32::from(nth), nth_in_1970(day, nth)?),
        (false, false) => return None,
    };
    let rule =
        line("RRULE").value(format!("FREQ=YEARLY;BYMONTH={};BYDAY={week}{}", day.month(), two_letters(day.weekday())));
    Some(transition(&first.before, &first.after, onset.and_time(time), Some(rule)))
}

fn is_last_of_month(day: NaiveDate) -> bool {
    (day + Days::new(7)).month() != day.month()
}

fn week_of_month(day: NaiveDate) -> u8 {
    // A month has at most five weeks begun.
    u8::try_from(day.day0() / 7 + 1).unwrap_or(u8::MAX)
}

fn nth_in_1970(like: NaiveDate, nth: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(1970, like.month(), like.weekday(), nth)
}

fn last_in_1970(like: NaiveDate) -> Option<NaiveDate> {
    nth_in_1970(like, 5).or_else(|| nth_in_1970(like, 4))
}

fn transition(before: &Clock, after: &Clock, onset: NaiveDateTime, rule: Option<Line>) -> IcalTimeZoneTransition {
    let kind = match after.saving {
        true => IcalTimeZoneTransitionType::DAYLIGHT,
        false => IcalTimeZoneTransitionType::STANDARD,
    };
    let mut properties = vec![
        line("TZOFFSETFROM").value(hours_and_minutes(before.seconds)),
        line("TZOFFSETTO").value(hours_and_minutes(after.seconds)),
        line("TZNAME").text(&after.name),
        line("DTSTART").local(onset),
    ];
    properties.extend(rule);
    IcalTimeZoneTransition { transition: kind, properties }
}

fn hours_and_minutes(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

fn two_letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shown: &[&str], rule: Option<&str>) {
        let clock = |seconds, name: &str| Clock { seconds, saving: seconds > 3600, name: name.to_owned() };
        let change = |shown: &&str| Change {
            shown: shown.parse().expect("a local time"),
            before: clock(3600, "CET"),
            after: clock(7200, "CEST"),
        };
        let changes: Vec<Change> = shown.iter().map(change).collect();
        let found = recurring(&changes.iter().collect::<Vec<_>>());
        let found = found.and_then(|transition| transition.properties.last()?.value.clone());
        assert_eq!(found.as_deref(), rule, "{shown:?}");
    }

    #[test]
    fn the_last_one_is_told_from_the_fourth() {
        let both = "2026-10-25T03:00:00";
        check(&[both, "2027-10-31T03:00:00"], Some("FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"));
        check(&[both, "2027-10-24T03:00:00"], Some("FREQ=YEARLY;BYMONTH=10;BYDAY=4SU"));
    }

    #[test]
    fn a_change_that_moves_about_has_no_rule() {
        let first = "2026-03-29T02:00:00";
        check(&[first, "2027-03-28T02:00:00"], Some("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"));
        for other in ["2027-03-28T03:00:00", "2027-03-27T02:00:00", "2027-04-25T02:00:00", "2027-03-14T02:00:00"] {
            check(&[first, other], None);
        }
    }
}
