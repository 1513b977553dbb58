//! Which zones an object describes, and writing times accordingly.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use ical::parser::ical::component::IcalTimeZone;

use super::vtimezone::vtimezone;
use super::{Line, line};
use crate::entry::Span;

/// The zones that can be described by a VTIMEZONE, which a TZID must have in the same object
/// (RFC 5545 3.6.5). Times in all others are written in UTC.
pub(crate) struct Zones(BTreeMap<&'static str, IcalTimeZone>);

impl Zones {
    pub(crate) fn of<'a>(spans: impl IntoIterator<Item = &'a Span>) -> Self {
        let mut years: BTreeMap<&'static str, (Tz, i32, i32)> = BTreeMap::new();
        for span in spans {
            if let Span::Timed { starts_at, ends_at, zone } = span {
                let start = starts_at.with_timezone(zone).year();
                let end = ends_at.with_timezone(zone).year();
                let (_, first, last) = years.entry(zone.name()).or_insert((*zone, start, end));
                *first = start.min(*first);
                *last = end.max(*last);
            }
        }
        let described =
            years.into_iter().filter_map(|(name, (zone, first, last))| Some((name, vtimezone(zone, first..=last)?)));
        Self(described.collect())
    }

    /// DTSTART and DTEND.
    pub(crate) fn times(&self, span: &Span) -> [Line; 2] {
        match span {
            Span::Days { first, last } => {
                let last = last.max(first);
                let after = last.succ_opt().unwrap_or(*last);
                [line("DTSTART").date(*first), line("DTEND").date(after)]
            }
            Span::Timed { starts_at, ends_at, zone } => {
                let local = (self.wall_clock(*starts_at, *zone), self.wall_clock(*ends_at, *zone));
                match local {
                    (Some(start), Some(end)) => [
                        line("DTSTART").param("TZID", zone.name()).local(start),
                        line("DTEND").param("TZID", zone.name()).local(end),
                    ],
                    _ => [line("DTSTART").utc(*starts_at), line("DTEND").utc(*ends_at)],
                }
            }
        }
    }

    pub(crate) fn into_timezones(self) -> impl Iterator<Item = IcalTimeZone> {
        self.0.into_values()
    }

    /// What clocks in the zone show, if the object describes it and they show it only once.
    fn wall_clock(&self, moment: DateTime<Utc>, zone: Tz) -> Option<NaiveDateTime> {
        if !self.0.contains_key(zone.name()) {
            return None;
        }
        let local = moment.with_timezone(&zone).naive_local();
        zone.from_local_datetime(&local).single().map(|_| local)
    }
}
