//! Calendars that are fetched: somebody's own, the public one, and a single event.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::entry::{Entry, Span};
use crate::event;
use crate::ics::{Calendar, Line, Zones, line};

/// One event in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedEntry {
    pub entry: Entry,
    /// Stays in the feed as STATUS:CANCELLED, else subscribers would never learn of it.
    pub cancelled: bool,
    /// LAST-MODIFIED (RFC 5545 3.8.7.3). Like the entry's `stamp`, the time of the stored change and
    /// not of the fetching, so that an unchanged feed stays the same to the last octet.
    pub changed_at: DateTime<Utc>,
}

/// How often to fetch again. Only a hint, which Outlook and few others take.
const REFRESH: &str = "PT6H";

/// A calendar to subscribe to or to download, called `name` (RFC 7986 5.1).
///
/// It has no METHOD, ORGANIZER or ATTENDEE: with them, calendars would send answers.
pub fn feed(name: &str, entries: &[FeedEntry]) -> Vec<u8> {
    let zones = match entries {
        // A calendar without any component is not a valid one (RFC 5545 3.6).
        [] => Zones::of([&anything_in_oslo()]),
        entries => Zones::of(entries.iter().map(|listed| &listed.entry.span)),
    };
    let events: Vec<_> = entries.iter().map(|listed| lines(listed, &zones)).collect();
    Calendar::new([
        line("NAME").text(name),
        line("X-WR-CALNAME").text(name),
        line("REFRESH-INTERVAL").param("VALUE", "DURATION").value(REFRESH),
        line("X-PUBLISHED-TTL").value(REFRESH),
    ])
    .zones(zones)
    .events(events)
    .render()
}

fn lines(listed: &FeedEntry, zones: &Zones) -> Vec<Line> {
    let FeedEntry { entry, cancelled, changed_at } = listed;
    let (status, conference) = match cancelled {
        true => ("CANCELLED", None),
        false => ("CONFIRMED", entry.conference.as_ref()),
    };
    let mut lines = event::identity(entry, zones);
    lines.push(line("LAST-MODIFIED").utc(*changed_at));
    lines.extend(event::content(entry, conference));
    lines.push(line("STATUS").value(status));
    lines.extend(event::occupation(&entry.span, *cancelled));
    lines
}

fn anything_in_oslo() -> Span {
    Span::Timed { starts_at: DateTime::UNIX_EPOCH, ends_at: DateTime::UNIX_EPOCH, zone: Tz::Europe__Oslo }
}
