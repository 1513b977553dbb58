//! A time as it is typed, and the instants it means.

use super::{Mistake, Wrong, wrong};
use crate::programme::{Day, RoomId};
use chrono::{DateTime, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;

/// A time on the clocks of the event's zone, and a room; none where it is only online.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) room: Option<RoomId>,
    pub(crate) date: NaiveDate,
    pub(crate) from: NaiveTime,
    pub(crate) to: NaiveTime,
    /// The end is after midnight.
    pub(crate) next_day: bool,
}

impl Slot {
    /// What somebody would type to get these instants.
    pub(crate) fn of(room: Option<RoomId>, starts_at: DateTime<Utc>, ends_at: DateTime<Utc>, zone: Tz) -> Self {
        let (starts, ends) = (starts_at.with_timezone(&zone).naive_local(), ends_at.with_timezone(&zone).naive_local());
        Self { room, date: starts.date(), from: starts.time(), to: ends.time(), next_day: ends.date() > starts.date() }
    }

    /// Start and end. `before` is what they were: where the clocks show a time twice and it is one of them, it stays that one;
    /// otherwise the first is meant, or for the end the first that comes after the start.
    pub(super) fn instants(
        &self,
        days: &[Day],
        before: Option<(DateTime<Utc>, DateTime<Utc>)>,
        zone: Tz,
    ) -> Result<(DateTime<Utc>, DateTime<Utc>), Vec<Wrong>> {
        if !days.iter().any(|day| day.date == self.date) {
            return Err(vec![wrong("date", Mistake::NoSuchDay)]);
        }
        let last = match self.next_day {
            true => self.date.checked_add_days(Days::new(1)).unwrap_or(self.date),
            false => self.date,
        };
        let (starts, ends) = (readings(self.date.and_time(self.from), zone), readings(last.and_time(self.to), zone));
        let skipped: Vec<Wrong> = [("from", &starts), ("to", &ends)]
            .into_iter()
            .filter(|(_, readings)| readings.is_empty())
            .map(|(field, _)| wrong(field, Mistake::Skipped))
            .collect();
        let kept = |readings: &[DateTime<Utc>], was: Option<DateTime<Utc>>| was.filter(|was| readings.contains(was));
        let Some(start) = kept(&starts, before.map(|before| before.0)).or_else(|| starts.first().copied()) else {
            return Err(skipped);
        };
        if !skipped.is_empty() {
            return Err(skipped);
        }
        let end = kept(&ends, before.map(|before| before.1)).filter(|end| *end > start);
        end.or_else(|| ends.into_iter().find(|end| *end > start))
            .map(|end| (start, end))
            .ok_or_else(|| vec![wrong("to", Mistake::EndsBeforeStart)])
    }
}

/// The instants at which the clocks show this, in order: none when they are put forward past it, two when they are put back.
pub(crate) fn readings(shown: NaiveDateTime, zone: Tz) -> Vec<DateTime<Utc>> {
    let utc = |at: DateTime<Tz>| at.with_timezone(&Utc);
    match zone.from_local_datetime(&shown) {
        MappedLocalTime::Single(at) => vec![utc(at)],
        MappedLocalTime::Ambiguous(first, second) => vec![utc(first).min(utc(second)), utc(first).max(utc(second))],
        MappedLocalTime::None => Vec::new(),
    }
}
