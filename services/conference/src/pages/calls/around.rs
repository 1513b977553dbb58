//! What the pages here say of the conference they are about.

use crate::store::conference::Model;
use crate::timetable::example;
use chrono::{DateTime, Utc};
use proto::Localised;
use proto::event::Event;
use serde::Serialize;

#[derive(Clone, Serialize)]
pub(crate) struct Around {
    pub(crate) title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: &'static str,
    path: String,
    here: &'static str,
    /// The version of the released programme, if there is one.
    version: Option<u32>,
}

impl Around {
    pub(crate) fn of(conference: &Model) -> Self {
        let version = u32::try_from(conference.released).ok().filter(|version| *version > 0);
        Self { version, ..Self::new(conference.event()) }
    }

    fn new(event: &Event) -> Self {
        Self {
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name(),
            path: event.path(),
            here: "",
            version: None,
        }
    }

    /// For samples.
    pub(crate) fn example() -> Self {
        Self { version: Some(2), ..Self::new(&example::event()) }
    }
}
