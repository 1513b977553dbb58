//! What is going on, and what comes next.

use super::{Group, Listing, Timetable};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Serialize;

/// The programme at one moment.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(crate) struct Now {
    pub(crate) now: Vec<Listing>,
    /// What begins next, by when. On the last day it ends empty.
    pub(crate) next: Vec<Group>,
}

/// What begins so soon after the first of the next is next too: parallel sessions do not all begin on the stroke.
const TOGETHER: TimeDelta = TimeDelta::minutes(30);

impl Timetable {
    /// What is going on at this moment, and what begins next.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Now {
        let going_on = |listing: &&Listing| listing.starts_at <= now && now < listing.ends_at;
        let coming = || self.listings.iter().filter(|listing| listing.starts_at > now);
        let until = coming().next().map(|first| first.starts_at + TOGETHER);
        let next = coming().filter(|listing| Some(listing.starts_at) <= until).cloned();
        Now { now: self.listings.iter().filter(going_on).cloned().collect(), next: super::sections::by_time(next) }
    }
}
