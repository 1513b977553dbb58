//! What is written into a calendar, and for whom.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
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

/// What ends on another day and lasts longer takes whole days; what is shorter is an evening that ends late.
const LONGEST_NIGHT: TimeDelta = TimeDelta::hours(12);

impl Span {
    /// From one moment to another, or the days from the first to the last by the clocks of the place: a timed entry over
    /// several days would take the nights as well.
    pub fn of(starts_at: DateTime<Utc>, ends_at: DateTime<Utc>, zone: Tz) -> Self {
        let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
        // What ends at midnight ends on the day before.
        let (first, last) = (day(starts_at), day(ends_at - TimeDelta::seconds(1)));
        match first < last && ends_at - starts_at > LONGEST_NIGHT {
            true => Self::Days { first, last },
            false => Self::Timed { starts_at, ends_at, zone },
        }
    }

    /// True for whole days.
    pub const fn is_days(&self) -> bool {
        matches!(self, Self::Days { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Oslo;

    #[test]
    fn several_days_are_whole_days_and_a_late_evening_is_none() {
        for (starts_at, ends_at, days) in [
            // One day, from morning to midnight.
            ("2027-05-11T07:00:00Z", "2027-05-11T22:00:00Z", None),
            // A dinner that ends at one o'clock.
            ("2027-05-11T17:00:00Z", "2027-05-11T23:00:00Z", None),
            // From lunch to lunch, less than a day.
            ("2027-05-11T10:00:00Z", "2027-05-12T09:00:00Z", Some(("2027-05-11", "2027-05-12"))),
            ("2027-05-11T07:00:00Z", "2027-05-13T13:00:00Z", Some(("2027-05-11", "2027-05-13"))),
            // Until midnight by the clocks of Oslo.
            ("2027-05-11T07:00:00Z", "2027-05-12T22:00:00Z", Some(("2027-05-11", "2027-05-12"))),
            // Half past eleven in the evening in UTC is the day after in Oslo.
            ("2027-12-30T23:30:00Z", "2028-01-01T12:00:00Z", Some(("2027-12-31", "2028-01-01"))),
            // Over the change to summer time.
            ("2027-03-27T09:00:00Z", "2027-03-28T13:00:00Z", Some(("2027-03-27", "2027-03-28"))),
        ] {
            let span = Span::of(starts_at.parse().unwrap(), ends_at.parse().unwrap(), Oslo);
            let shown = match span {
                Span::Days { first, last } => Some((first.to_string(), last.to_string())),
                Span::Timed { .. } => None,
            };
            assert_eq!(shown, days.map(|(first, last)| (first.to_owned(), last.to_owned())), "{starts_at}");
        }
    }
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
