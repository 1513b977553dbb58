//! Sign-ups over time, by the days of the event's zone.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;

/// A day on which somebody signed up or off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Day {
    #[serde(skip)]
    pub(crate) day: NaiveDate,
    /// A moment of that day, to be written as a date.
    pub(crate) noon: DateTime<Utc>,
    pub(crate) signed_up: u32,
    pub(crate) withdrew: u32,
    /// How many were signed up or waited when the day was over.
    pub(crate) held: u32,
}

/// The days on which anything happened, first to last.
pub(super) fn days(signed_up: &[(DateTime<Utc>, u32)], withdrew: &[(DateTime<Utc>, u32)], zone: Tz) -> Vec<Day> {
    let mut changes: BTreeMap<NaiveDate, (u32, u32)> = BTreeMap::new();
    let day = |at: &DateTime<Utc>| at.with_timezone(&zone).date_naive();
    for (at, people) in signed_up {
        changes.entry(day(at)).or_default().0 += people;
    }
    for (at, people) in withdrew {
        changes.entry(day(at)).or_default().1 += people;
    }
    let mut held: u32 = 0;
    let change = |(day, (signed_up, withdrew)): (NaiveDate, (u32, u32))| {
        held = held.saturating_add(signed_up).saturating_sub(withdrew);
        Day { day, noon: noon(day, zone), signed_up, withdrew, held }
    };
    changes.into_iter().map(change).collect()
}

fn noon(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let noon = day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default());
    zone.from_local_datetime(&noon).earliest().map_or_else(|| noon.and_utc(), |at| at.with_timezone(&Utc))
}
