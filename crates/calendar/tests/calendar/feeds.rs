//! Feeds and single events for downloading.

use calendar::{Entry, FeedEntry, Span, feed};
use chrono_tz::{America, Europe};

use crate::reader::{self, lines, value};
use crate::samples::{date, entry, moment};

fn listed(entry: Entry, cancelled: bool) -> FeedEntry {
    FeedEntry { entry, cancelled, changed_at: moment("2027-01-20T10:15:00Z") }
}

#[test]
fn a_feed_has_a_name_and_asks_to_be_fetched_again() {
    let written = lines(&feed("Kurs; språk, møter", &[listed(entry(), false)]));
    for expected in [
        "NAME:Kurs\\; språk\\, møter",
        "X-WR-CALNAME:Kurs\\; språk\\, møter",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "LAST-MODIFIED:20270120T101500Z",
        "DTSTAMP:20270111T080000Z",
        "STATUS:CONFIRMED",
    ] {
        assert!(written.contains(&expected.into()), "no {expected} in {written:#?}");
    }
}

#[test]
fn nobody_is_asked_for_an_answer() {
    let written = lines(&feed("Kurs", &[listed(entry(), false), listed(entry(), true)]));
    for name in ["METHOD", "ORGANIZER", "ATTENDEE"] {
        assert!(!written.iter().any(|line| line.starts_with(name)), "{name}");
    }
}

#[test]
fn what_is_cancelled_stays_but_takes_no_time() {
    let written = feed("Kurs", &[listed(entry(), true)]);
    let event = reader::only_event(&written);
    assert_eq!(value(&event, "STATUS").as_deref(), Some("CANCELLED"));
    assert_eq!(value(&event, "TRANSP").as_deref(), Some("TRANSPARENT"));
    assert_eq!(value(&event, "UID"), Some(entry().uid));
    assert!(!String::from_utf8_lossy(&written).contains("video.etat.no"));
}

#[test]
fn each_zone_is_described_once() {
    let at = |zone, day: &str| {
        let starts_at = moment(&format!("{day}T10:00:00Z"));
        listed(Entry { span: Span::Timed { starts_at, ends_at: starts_at, zone }, ..entry() }, false)
    };
    let days = Span::Days { first: date("2027-05-01"), last: date("2027-05-02") };
    let entries = [
        at(Europe::Oslo, "2027-01-10"),
        at(Europe::Stockholm, "2027-02-10"),
        at(Europe::Oslo, "2029-07-10"),
        at(America::New_York, "2027-02-10"),
        at(Europe::Dublin, "2027-02-10"),
        listed(Entry { span: days, ..entry() }, false),
    ];
    let written = lines(&feed("Kurs", &entries));
    let zones: Vec<_> = written.iter().filter_map(|line| line.strip_prefix("TZID:")).collect();
    assert_eq!(zones, ["America/New_York", "Europe/Oslo", "Europe/Stockholm"]);
    assert_eq!(reader::read(&feed("Kurs", &entries)).events().count(), entries.len());
    assert!(written.contains(&"DTSTART:20270210T100000Z".into()), "Dublin in UTC");
}

#[test]
fn an_empty_feed_is_still_a_valid_calendar() {
    let written = lines(&feed("Tom", &[]));
    assert!(written.contains(&"BEGIN:VTIMEZONE".into()));
    assert!(!written.contains(&"BEGIN:VEVENT".into()));
}

#[test]
fn the_same_entries_give_the_same_octets() {
    let entries = [listed(entry(), false), listed(entry(), true)];
    assert_eq!(feed("Kurs", &entries), feed("Kurs", &entries));
}
