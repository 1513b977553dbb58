//! How dates, times and numbers are written, in one place: CLDR may change them.

#![expect(clippy::unwrap_used, reason = "a test stops where something is not as it must be")]

use chrono::{DateTime, Utc};
use chrono_tz::{Europe::Oslo, Tz};
use proto::Language::{self, En, Nb, Nn, Sv};
use text::Text;

fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap()
}

#[track_caller]
fn when(language: Language, starts: &str, ends: &str, expected: &str) {
    let zone: Tz = Oslo;
    assert_eq!(Text::new().when(language, at(starts), at(ends), zone), expected);
}

#[test]
fn an_hour_in_every_language() {
    let (starts, ends) = ("2027-03-16T09:00:00Z", "2027-03-16T10:30:00Z");
    when(Nn, starts, ends, "tysdag 16. mars 2027 kl. 10.00–11.30");
    when(Nb, starts, ends, "tirsdag 16. mars 2027 kl. 10.00–11.30");
    when(Sv, starts, ends, "tisdag 16 mars 2027 kl. 10.00–11.30");
    when(En, starts, ends, "Tuesday 16 March 2027, 10:00–11:30");
}

#[test]
fn the_same_utc_hour_on_both_sides_of_the_clock_changes() {
    when(Nn, "2027-03-27T09:00:00Z", "2027-03-27T10:00:00Z", "laurdag 27. mars 2027 kl. 10.00–11.00");
    when(Nn, "2027-03-28T09:00:00Z", "2027-03-28T10:00:00Z", "søndag 28. mars 2027 kl. 11.00–12.00");
    when(Nb, "2027-10-30T09:00:00Z", "2027-10-30T10:00:00Z", "lørdag 30. oktober 2027 kl. 11.00–12.00");
    when(Nb, "2027-10-31T09:00:00Z", "2027-10-31T10:00:00Z", "søndag 31. oktober 2027 kl. 10.00–11.00");
    // The clock goes back in the middle of it.
    when(En, "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "Sunday 31 October 2027, 02:30–02:30");
}

#[test]
fn over_several_days_both_dates_are_written_with_their_year() {
    let (starts, ends) = ("2027-03-16T09:00:00Z", "2027-03-17T14:00:00Z");
    when(Nn, starts, ends, "tysdag 16. mars 2027 kl. 10.00 – onsdag 17. mars 2027 kl. 15.00");
    when(Sv, starts, ends, "tisdag 16 mars 2027 kl. 10.00 – onsdag 17 mars 2027 kl. 15.00");
    when(En, starts, ends, "Tuesday 16 March 2027, 10:00 – Wednesday 17 March 2027, 15:00");
    // Late in the evening in UTC is already tomorrow in Oslo.
    when(
        Nn,
        "2027-12-31T21:00:00Z",
        "2027-12-31T23:30:00Z",
        "fredag 31. desember 2027 kl. 22.00 – laurdag 1. januar 2028 kl. 00.30",
    );
}

#[test]
fn days_without_times() {
    let text = Text::new();
    let dates = |language, starts, ends| text.dates(language, at(starts), at(ends), Oslo);
    assert_eq!(dates(Nn, "2027-03-16T09:00:00Z", "2027-03-16T14:00:00Z"), "16. mars 2027");
    assert_eq!(dates(Nn, "2027-03-16T09:00:00Z", "2027-03-17T14:00:00Z"), "16.–17. mars 2027");
    assert_eq!(dates(Sv, "2027-03-16T09:00:00Z", "2027-03-17T14:00:00Z"), "16–17 mars 2027");
    assert_eq!(dates(En, "2027-03-16T09:00:00Z", "2027-03-17T14:00:00Z"), "16–17 March 2027");
    assert_eq!(dates(Nb, "2027-03-30T09:00:00Z", "2027-04-01T14:00:00Z"), "30. mars – 1. april 2027");
    assert_eq!(dates(En, "2027-12-31T09:00:00Z", "2028-01-01T14:00:00Z"), "31 December 2027 – 1 January 2028");
}

#[test]
fn a_deadline() {
    let text = Text::new();
    assert_eq!(text.moment(Nn, at("2027-03-02T22:59:00Z"), Oslo), "tysdag 2. mars 2027 kl. 23.59");
    assert_eq!(text.date(Nn, at("2027-03-02T22:59:00Z"), Oslo), "tysdag 2. mars 2027");
    assert_eq!(text.time(En, at("2027-03-02T22:59:00Z"), Oslo), "23:59");
    assert_eq!(text.time(Sv, at("2027-03-02T22:59:00Z"), Oslo), "kl. 23.59");
}

#[test]
fn thousands() {
    let text = Text::new();
    assert_eq!(text.number(Nn, 1250), "1\u{a0}250");
    assert_eq!(text.number(Nb, 1_000_000), "1\u{a0}000\u{a0}000");
    assert_eq!(text.number(Sv, 1250), "1\u{a0}250");
    assert_eq!(text.number(En, 1250), "1,250");
    assert_eq!(text.number(Nn, 999), "999");
}
