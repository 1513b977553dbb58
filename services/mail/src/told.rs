//! What a person was told last, and what is different now.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::event::{Attendance, Event};
use proto::registration::{ClaimState, Registration};
use proto::{Language, PoolId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Everything about an event that a person arranges their day by, as it was written in a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Told {
    pub language: Language,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub timezone: Tz,
    pub venue: Option<String>,
    pub online: bool,
    pub choices: Vec<String>,
    /// To whom: must stay the ATTENDEE of the entry.
    pub name: String,
    pub address: String,
    /// From whom: must stay the ORGANIZER of the entry.
    pub organiser: String,
    pub organiser_address: String,
    /// Of the links in it.
    pub generation: u16,
    /// Of the calendar message that said so.
    #[serde(default)]
    pub sequence: u32,
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(crate) enum Difference {
    Title { old: String, new: String },
    Time { old: Times, new: Times },
    Place { old: Place, new: Place },
    Choices { old: Vec<String>, new: Vec<String> },
}

/// From when to when, by whose clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Times {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub timezone: Tz,
}

/// Where one takes part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Place {
    pub venue: Option<String>,
    pub online: bool,
}

impl Place {
    /// The event's, in a language.
    pub(crate) fn of(event: &Event, language: Language) -> Self {
        let venue = event.venue.as_ref().map(|venue| venue.get(language).trim().to_owned());
        Self {
            venue: venue.filter(|venue| !venue.is_empty() && event.attendance != Attendance::Online),
            online: event.attendance != Attendance::InPerson,
        }
    }
}

/// What a letter about a change tells: what is different from `since`, when it was planned, or else from what was told
/// last. Another letter with the newest entry may have passed it, and has not said what was changed.
pub(crate) fn news(
    since: Option<&Told>,
    last: Option<&Told>,
    event: &Event,
    registration: &Registration,
) -> Vec<Difference> {
    let mut each = [since, last].into_iter().flatten().map(|told| told.differences(event, registration));
    each.find(|differences| !differences.is_empty()).unwrap_or_default()
}

/// The names of what a person has besides the event itself.
pub(crate) fn chosen(event: &Event, registration: &Registration, language: Language) -> Vec<String> {
    let held = |id: PoolId| registration.choices.iter().any(|c| c.pool_id == id && c.state == ClaimState::Held);
    event.choices().filter(|pool| held(pool.id)).map(|pool| pool.label.get(language).to_owned()).collect()
}

impl Told {
    /// What is different now, in the order in which a person would ask. Empty when nothing matters.
    pub(crate) fn differences(&self, event: &Event, registration: &Registration) -> Vec<Difference> {
        let mut differences = Vec::new();
        let title = event.title.get(self.language);
        if self.title != title {
            differences.push(Difference::Title { old: self.title.clone(), new: title.to_owned() });
        }
        let (old, new) = (self.times(), Times::of(event));
        if old != new {
            differences.push(Difference::Time { old, new });
        }
        let (old, new) = (self.place(), Place::of(event, self.language));
        if old != new {
            differences.push(Difference::Place { old, new });
        }
        let new = chosen(event, registration, self.language);
        if self.choices != new {
            differences.push(Difference::Choices { old: self.choices.clone(), new });
        }
        differences
    }

    /// A new time needs a new answer (RFC 5546 3.2.2.1).
    pub(crate) fn time_moved(&self, event: &Event) -> bool {
        (self.starts_at, self.ends_at) != (event.starts_at, event.ends_at)
    }

    fn times(&self) -> Times {
        Times { starts_at: self.starts_at, ends_at: self.ends_at, timezone: self.timezone }
    }

    fn place(&self) -> Place {
        Place { venue: self.venue.clone(), online: self.online }
    }
}

impl Times {
    /// The event's.
    pub(crate) fn of(event: &Event) -> Self {
        Self { starts_at: event.starts_at, ends_at: event.ends_at, timezone: event.timezone }
    }
}
