//! What is written into a calendar, and for whom.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// One event in one person's calendar (VEVENT, RFC 5545 3.6.1).
///
/// Texts may be anything that was typed into a form; they are cleaned and escaped when written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Made once for a registration and kept for ever (RFC 5545 3.8.4.7).
    pub uid: String,
    /// The number of the message being made, from a stored counter. It is written as it stands,
    /// so a cancellation is handed the next number like every other change (RFC 5546 2.1.4).
    pub sequence: u32,
    /// DTSTAMP: when the message was made, or for a feed, when the stored change was.
    pub stamp: DateTime<Utc>,
    /// DTSTART and DTEND (RFC 5545 3.8.2). The end has to lie after the beginning.
    pub span: Span,
    /// Written on one line, at most 200 characters.
    pub summary: String,
    /// Plain text, at most 8 000 characters. The address of the conference is added at the end
    /// when it is not in the text already, because most calendars do not show CONFERENCE.
    pub description: String,
    /// LOCATION (RFC 5545 3.8.1.7): room and address, or that one meets on the net.
    pub location: Option<String>,
    /// The public page of the event (RFC 5545 3.8.4.6).
    pub url: Option<String>,
    pub conference: Option<Conference>,
}

/// When an entry takes place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// From one moment to another, shown in the time of a place.
    Timed { starts_at: DateTime<Utc>, ends_at: DateTime<Utc>, zone: Tz },
    /// Whole days. `last` is the last day itself; on the wire stands the day after.
    Days { first: NaiveDate, last: NaiveDate },
}

/// Where to meet on the net (CONFERENCE, RFC 7986 5.11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conference {
    pub url: String,
    /// What the link is called, for example "Bli med på nett".
    pub label: String,
}

/// Who invites or is invited (ORGANIZER and ATTENDEE, RFC 5545 3.8.4).
///
/// An organiser's `address` must equal the From of the letter and an attendee's the To, for
/// receivers compare them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub address: String,
}

/// The attendee's answer as far as we know it (PARTSTAT, RFC 5545 3.2.12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The person signed up.
    Accepted,
    /// Merely invited, or the time has moved and the old answer no longer counts.
    NeedsAction,
    Tentative,
    Declined,
}

/// Whether the attendee has a place (STATUS, RFC 5545 3.8.1.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Confirmed,
    /// On the waiting list.
    Tentative,
}
