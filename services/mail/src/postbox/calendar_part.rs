//! What a calendar would show of our own invitations.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::Serialize;

/// An entry as a calendar would show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct CalendarView {
    pub(crate) cancelled: bool,
    pub(crate) sequence: String,
    pub(crate) summary: String,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    /// Whole days, from the first to the last.
    pub(crate) days: bool,
    pub(crate) location: String,
    pub(crate) description: String,
}

impl CalendarView {
    /// Reads what we write ourselves; not a reader for other people's calendars.
    pub(crate) fn read(ics: &str) -> Option<Self> {
        let unfolded = ics.replace("\r\n ", "").replace("\r\n\t", "");
        let event = unfolded.split_once("BEGIN:VEVENT")?.1;
        let property = |name: &str| {
            event.lines().find_map(|line| {
                let rest = line.strip_prefix(name)?;
                let (parameters, value) = rest.split_once(':')?;
                (parameters.is_empty() || parameters.starts_with(';')).then_some((parameters, value))
            })
        };
        let time = |name: &str| {
            let (parameters, value) = property(name)?;
            let zone = match parameters.strip_prefix(";TZID=") {
                Some(zone) => zone.trim_matches('"').parse().ok()?,
                None => Tz::UTC,
            };
            if parameters == ";VALUE=DATE" {
                let day = NaiveDate::parse_from_str(value, "%Y%m%d").ok()?;
                return Some((day.and_time(NaiveTime::MIN).and_utc(), Tz::UTC));
            }
            let local = NaiveDateTime::parse_from_str(value.trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()?;
            Some((local.and_local_timezone(zone).earliest()?.to_utc(), zone))
        };
        let text = |name: &str| property(name).map(|(_, value)| unescaped(value)).unwrap_or_default();
        let (starts_at, timezone) = time("DTSTART")?;
        let (ends_at, _) = time("DTEND")?;
        let days = property("DTSTART")?.0 == ";VALUE=DATE";
        Some(Self {
            cancelled: unfolded.contains("METHOD:CANCEL"),
            sequence: text("SEQUENCE"),
            summary: text("SUMMARY"),
            starts_at,
            // The day after the last stands there.
            ends_at: if days { ends_at - TimeDelta::days(1) } else { ends_at },
            timezone,
            days,
            location: text("LOCATION"),
            description: text("DESCRIPTION"),
        })
    }
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            other => text.push(other),
        }
    }
    text
}
