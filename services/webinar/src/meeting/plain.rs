use super::{Doors, Guest, NoWayIn, Provider};
use chrono::{DateTime, Utc};

/// An address that somebody gave, the same for all. What one may do there is arranged there.
pub(crate) struct PlainAddress<'a> {
    pub(crate) url: &'a str,
}

impl Provider for PlainAddress<'_> {
    fn way_in(&self, _guest: Guest<'_>, _doors: Doors, _now: DateTime<Utc>) -> Result<String, NoWayIn> {
        Ok(self.url.to_owned())
    }
}
