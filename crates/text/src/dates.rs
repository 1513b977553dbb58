//! Dates and times in words. The year is always written: CLDR's Nynorsk pattern without it lacks a full stop, and
//! letters are read long after they were sent.

use crate::numbers::locale_of;
use crate::words::{Arg, Words};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use icu::calendar::{Date, Gregorian};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{D, E, M, YMD};
use proto::Language;

/// Formats with compiled data. Making a formatter costs about a microsecond, so none is kept.
macro_rules! write {
    ($language:expr, $fields:expr, $date:expr) => {
        FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(locale_of($language).into(), $fields)
            .ok()
            .map(|formatter| formatter.format(&$date).to_string())
    };
}

fn local_day(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// Years beyond those ICU can reckon with are no dates of events.
fn gregorian(day: NaiveDate) -> Option<Date<Gregorian>> {
    let (month, of_month) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Date::try_new_gregorian(day.year(), month, of_month).ok()
}

/// `tysdag 16. mars 2027`.
pub(crate) fn date(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let day = local_day(at, zone);
    let written = gregorian(day).and_then(|at| {
        // Put together here because en-GB puts a comma after the weekday.
        Some(format!("{} {}", write!(language, E::long(), at)?, write!(language, YMD::long(), at)?))
    });
    written.unwrap_or_else(|| day.to_string())
}

/// `16. mars 2027`.
pub(crate) fn plain_date(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let day = local_day(at, zone);
    gregorian(day).and_then(|at| write!(language, YMD::long(), at)).unwrap_or_else(|| day.to_string())
}

/// `16. mars 2027`, `16.–17. mars 2027`, `30. mars – 1. april 2027`, `31. desember 2027 – 1. januar 2028`.
pub(crate) fn dates(words: &Words, language: Language, starts: DateTime<Utc>, ends: DateTime<Utc>, zone: Tz) -> String {
    let (first, last) = (local_day(starts, zone), local_day(ends, zone));
    let (from, until) = (plain_date(language, starts, zone), plain_date(language, ends, zone));
    if first >= last {
        return from;
    }
    let day = gregorian(first).and_then(|at| write!(language, D::long(), at)).unwrap_or_default();
    let month = gregorian(first).and_then(|at| write!(language, M::long(), at)).unwrap_or_default();
    if first.year() != last.year() {
        span(words, language, &from, &until)
    } else if first.month() != last.month() {
        span(words, language, &format!("{day} {month}"), &until)
    } else {
        say(words, language, "date-days", &[("from", Arg::Text(&day)), ("to", Arg::Text(&until))])
    }
}

/// `tysdag 16. mars 2027 kl. 10.00–11.30`, or
/// `tysdag 16. mars 2027 kl. 10.00 – onsdag 17. mars 2027 kl. 15.00`.
pub(crate) fn when(words: &Words, language: Language, starts: DateTime<Utc>, ends: DateTime<Utc>, zone: Tz) -> String {
    if local_day(starts, zone) != local_day(ends, zone) {
        return span(words, language, &moment(words, language, starts, zone), &moment(words, language, ends, zone));
    }
    at_clock(words, language, &date(language, starts, zone), &hours(words, language, starts, ends, zone))
}

/// `kl. 10.00–11.30`.
pub(crate) fn hours(words: &Words, language: Language, starts: DateTime<Utc>, ends: DateTime<Utc>, zone: Tz) -> String {
    let (from, to) = (digits(words, language, starts, zone), digits(words, language, ends, zone));
    say(words, language, "date-clocks", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))])
}

/// `tysdag 16. mars 2027 kl. 10.00`.
pub(crate) fn moment(words: &Words, language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    at_clock(words, language, &date(language, at, zone), &time(words, language, at, zone))
}

/// `kl. 10.00`.
pub(crate) fn time(words: &Words, language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    say(words, language, "date-clock", &[("time", Arg::Text(&digits(words, language, at, zone)))])
}

/// `10.00`.
fn digits(words: &Words, language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone);
    let (hour, minute) = (format!("{:02}", local.hour()), format!("{:02}", local.minute()));
    say(words, language, "date-time", &[("hour", Arg::Text(&hour)), ("minute", Arg::Text(&minute))])
}

fn at_clock(words: &Words, language: Language, date: &str, clock: &str) -> String {
    say(words, language, "date-at", &[("date", Arg::Text(date)), ("clock", Arg::Text(clock))])
}

fn span(words: &Words, language: Language, from: &str, to: &str) -> String {
    say(words, language, "date-span", &[("from", Arg::Text(from)), ("to", Arg::Text(to))])
}

fn say(words: &Words, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    words.say(language, key, args).unwrap_or_else(|missing| {
        tracing::error!(key, language = language.code(), "cannot write a date: {missing}");
        missing.instead
    })
}
