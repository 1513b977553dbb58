//! Reading the answers that calendars send back (REPLY, RFC 5546 3.2.3).
//!
//! Only what is needed to decide is taken, and little is demanded: Exchange leaves out ORGANIZER,
//! names zones in its own way and changes the title.

use chrono::{DateTime, NaiveDateTime, Utc};

use crate::ics::{self, Component, ReadError};

/// Larger parts are not read. `ical` needs time with the square of the number of parameters.
const LARGEST: usize = 64 * 1024;
/// Comments come with whole mail footers.
const LONGEST_COMMENT: usize = 2_000;

/// What an answer says. Who really sent it is another question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    pub method: Method,
    pub uid: String,
    /// Useful for the order of answers; old Outlook does not keep it right.
    pub sequence: Option<u32>,
    pub stamp: Option<DateTime<Utc>>,
    /// The mail address, as the other calendar knows it: maybe an alias of the one invited.
    pub attendee: String,
    pub answer: ReplyAnswer,
    pub comment: Option<String>,
}

/// METHOD (RFC 5546 1.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    Reply,
    /// Another time is proposed.
    Counter,
    /// The newest version is asked for.
    Refresh,
    /// In capitals.
    Other(String),
}

/// PARTSTAT (RFC 5545 3.2.12).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplyAnswer {
    Accepted,
    Tentative,
    Declined,
    /// Somebody else is to come, in most cases named.
    Delegated {
        to: Option<String>,
    },
    NeedsAction,
    Other,
}

/// Why an answer cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unclear {
    #[error("the calendar part is larger than 64 kB")]
    TooLarge,
    #[error("it is not a calendar")]
    NotCalendar,
    #[error("components of the calendar lie too deep in each other")]
    TooDeep,
    #[error("a component of the calendar is not closed where it should be")]
    Unbalanced,
    #[error("the calendar names no method")]
    NoMethod,
    #[error("the calendar holds no event")]
    NoEvent,
    #[error("the calendar holds several events")]
    SeveralEvents,
    #[error("the event has no UID")]
    NoUid,
    #[error("the event has no attendee")]
    NoAttendee,
    #[error("the event has several attendees")]
    SeveralAttendees,
}

/// Reads a calendar part, already decoded from base64 or the like.
pub fn read_reply(bytes: &[u8]) -> Result<Reply, Unclear> {
    if bytes.len() > LARGEST {
        return Err(Unclear::TooLarge);
    }
    let components = ics::read(bytes).map_err(|error| match error {
        ReadError::TooDeep => Unclear::TooDeep,
        ReadError::Unbalanced => Unclear::Unbalanced,
    })?;
    let calendars: Vec<_> = components.iter().filter(|part| part.name == "VCALENDAR").collect();
    let first = calendars.first().ok_or(Unclear::NotCalendar)?;
    let events: Vec<_> =
        calendars.iter().flat_map(|calendar| &calendar.parts).filter(|part| part.name == "VEVENT").collect();
    let event = match events.as_slice() {
        [event] => event,
        [] => return Err(Unclear::NoEvent),
        _ => return Err(Unclear::SeveralEvents),
    };
    let attendees: Vec<_> = event.all("ATTENDEE").collect();
    let attendee = match attendees.as_slice() {
        [attendee] => attendee,
        [] => return Err(Unclear::NoAttendee),
        _ => return Err(Unclear::SeveralAttendees),
    };
    // Some senders put METHOD into the event.
    let method = word(first, "METHOD").or_else(|| word(event, "METHOD"));
    Ok(Reply {
        method: method_named(&method.ok_or(Unclear::NoMethod)?),
        uid: word(event, "UID").ok_or(Unclear::NoUid)?,
        sequence: word(event, "SEQUENCE").and_then(|number| number.parse().ok()),
        stamp: word(event, "DTSTAMP").and_then(|stamp| moment(&stamp)),
        // A server may put an address of its own into the value and the person's beside it
        // (RFC 7986 6.2).
        attendee: address(&attendee.param("EMAIL").unwrap_or_else(|| attendee.value.clone())),
        answer: answer(attendee.param("PARTSTAT"), attendee.param("DELEGATED-TO")),
        comment: comment(event).or_else(|| tidy(&attendee.param("X-RESPONSE-COMMENT")?)),
    })
}

/// A value of one word, or nothing if it is empty.
fn word(component: &Component, name: &str) -> Option<String> {
    let value = ics::one_line(&component.first(name)?.text());
    (!value.is_empty()).then_some(value)
}

fn method_named(name: &str) -> Method {
    match name.to_ascii_uppercase().as_str() {
        "REPLY" => Method::Reply,
        "COUNTER" => Method::Counter,
        "REFRESH" => Method::Refresh,
        other => Method::Other(other.to_owned()),
    }
}

/// DTSTAMP must be in UTC; any other form says nothing certain.
fn moment(stamp: &str) -> Option<DateTime<Utc>> {
    let time = NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%SZ").ok()?;
    Some(time.and_utc())
}

/// An address without its `mailto:` and with percent signs undone: some calendars write `+` as `%2B`.
fn address(uri: &str) -> String {
    let uri: String = ics::plain(uri).split_whitespace().collect();
    match uri.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => percent_decoded(&uri[7..]),
        _ => uri,
    }
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, left) = match (first, after) {
            (b'%', [high, low, left @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, left),
                _ => (b'%', after),
            },
            (byte, _) => (*byte, after),
        };
        bytes.push(byte);
        rest = left;
    }
    ics::one_line(&String::from_utf8_lossy(&bytes))
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok())
}

/// Without a PARTSTAT it is NEEDS-ACTION, says the RFC.
fn answer(partstat: Option<String>, delegate: Option<String>) -> ReplyAnswer {
    let Some(partstat) = partstat else {
        return ReplyAnswer::NeedsAction;
    };
    match partstat.trim().to_ascii_uppercase().as_str() {
        "ACCEPTED" => ReplyAnswer::Accepted,
        "TENTATIVE" => ReplyAnswer::Tentative,
        "DECLINED" => ReplyAnswer::Declined,
        "DELEGATED" => ReplyAnswer::Delegated { to: delegate.map(|uri| address(&uri)).filter(|to| !to.is_empty()) },
        "NEEDS-ACTION" => ReplyAnswer::NeedsAction,
        _ => ReplyAnswer::Other,
    }
}

fn comment(event: &Component) -> Option<String> {
    let comments: Vec<String> = event.all("COMMENT").map(|line| line.text()).collect();
    tidy(&comments.join("\n"))
}

fn tidy(comment: &str) -> Option<String> {
    let comment = ics::shorten(ics::plain(comment).trim(), LONGEST_COMMENT);
    (!comment.is_empty()).then_some(comment)
}
