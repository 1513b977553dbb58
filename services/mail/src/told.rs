//! What a person was told last, and what is different now.

use calendar::Span;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::event::{Attendance, Event};
use proto::registration::{ClaimState, Registration};
use proto::{Language, PoolId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use crate::agenda::{self, Session};

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
    /// The same with time and place.
    #[serde(default)]
    pub sessions: Vec<Session>,
    /// What the person was waiting for.
    #[serde(default)]
    pub waiting: Vec<PoolId>,
    /// To whom: must stay the ATTENDEE of the entry.
    pub name: String,
    pub address: String,
    /// From whom: must stay the ORGANIZER of the entry.
    pub organiser: String,
    pub organiser_address: String,
    /// The ORGANIZER, when calendars answer to an address of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_address: Option<String>,
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
    Title {
        old: String,
        new: String,
    },
    Time {
        old: Times,
        new: Times,
    },
    Place {
        old: Place,
        new: Place,
    },
    /// Another way of taking part, in the end of the key of its words.
    Form {
        old: &'static str,
        new: &'static str,
    },
    /// At another time or in another room, and still the person's.
    Moved {
        old: Session,
        new: Session,
    },
    /// Not given any more.
    Gone {
        session: Session,
    },
    /// A place in something that the person waited for.
    Got {
        session: Session,
    },
    /// Nobody chose in time between two that clash.
    Settled {
        kept: String,
        released: String,
    },
    Choices {
        old: Vec<String>,
        new: Vec<String>,
    },
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
    /// The event's for somebody, in a language.
    pub(crate) fn of(event: &Event, registration: &Registration, language: Language) -> Self {
        let attendance = agenda::attendance(event, registration);
        let venue = event.venue.as_ref().map(|venue| venue.get(language).trim().to_owned());
        Self {
            venue: venue.filter(|venue| !venue.is_empty() && attendance != Attendance::Online),
            online: attendance != Attendance::InPerson,
        }
    }
}

/// What a letter about a change tells: what is different from `since`, when it was planned, or else from what was told
/// last. Another letter with the newest entry may have passed it, and has not said what was changed. What was `taken` from
/// the person was not given up by them.
pub(crate) fn news(
    since: Option<&Told>,
    last: Option<&Told>,
    event: &Event,
    registration: &Registration,
    taken: &[PoolId],
) -> Vec<Difference> {
    let mut each = [since, last].into_iter().flatten().map(|told| told.differences(event, registration, taken));
    each.find(|differences| !differences.is_empty()).unwrap_or_default()
}

/// The names of what a person has besides the event itself.
pub(crate) fn chosen(event: &Event, registration: &Registration, language: Language) -> Vec<String> {
    let held = |id: PoolId| registration.choices.iter().any(|c| c.pool_id == id && c.state == ClaimState::Held);
    event.choices().filter(|pool| held(pool.id)).map(|pool| pool.label.get(language).to_owned()).collect()
}

/// True when a message tells of another time than the one before it.
pub(crate) fn moves(before: Option<&Told>, now: Option<&Told>) -> bool {
    matches!((before, now), (Some(before), Some(now)) if before.span() != now.span())
}

impl Told {
    /// What is different now, in the order in which a person would ask. Empty when nothing matters.
    pub(crate) fn differences(&self, event: &Event, registration: &Registration, taken: &[PoolId]) -> Vec<Difference> {
        let mut differences = Vec::new();
        let title = event.title.get(self.language);
        if self.title != title {
            differences.push(Difference::Title { old: self.title.clone(), new: title.to_owned() });
        }
        let (old, new) = (self.times(), Times::of(event));
        if old != new {
            differences.push(Difference::Time { old, new });
        }
        let (old, new) = (self.place(), Place::of(event, registration, self.language));
        if old != new {
            differences.push(Difference::Place { old, new });
        }
        self.of_sessions(event, registration, taken, &mut differences);
        differences
    }

    /// What is different about what was chosen: what happened to it first, then what the person has done.
    fn of_sessions(
        &self,
        event: &Event,
        registration: &Registration,
        taken: &[PoolId],
        differences: &mut Vec<Difference>,
    ) {
        let now = agenda::held(event, registration, self.language);
        let before = |session: &Session| self.sessions.iter().find(|told| told.pool == session.pool);
        let mut explained = Vec::new();
        for new in &now {
            match before(new) {
                Some(old) if old.has_moved(new) => {
                    explained.push(new.pool);
                    differences.push(Difference::Moved { old: old.clone(), new: new.clone() });
                }
                None if self.waiting.contains(&new.pool) => {
                    explained.push(new.pool);
                    differences.push(Difference::Got { session: new.clone() });
                }
                _ => {}
            }
        }
        for session in &self.sessions {
            let given = event.choices().any(|pool| pool.id == session.pool);
            let has = now.iter().any(|new| new.pool == session.pool);
            if !given || (!has && taken.contains(&session.pool)) {
                explained.push(session.pool);
                differences.push(Difference::Gone { session: session.clone() });
            }
        }
        let rest = |sessions: &[Session]| -> Vec<(PoolId, String)> {
            let rest = sessions.iter().filter(|session| !explained.contains(&session.pool));
            let mut rest: Vec<_> = rest.map(|session| (session.pool, session.label.clone())).collect();
            rest.sort();
            rest
        };
        let new = chosen(event, registration, self.language);
        // Told by a program that did not note the times.
        let only_names = self.sessions.len() != self.choices.len();
        if if only_names { self.choices != new } else { rest(&self.sessions) != rest(&now) } {
            differences.push(Difference::Choices { old: self.choices.clone(), new });
        }
    }

    /// A new time needs a new answer (RFC 5546 3.2.2.1). Where whole days stand in the calendar, another hour is none.
    pub(crate) fn time_moved(&self, event: &Event) -> bool {
        let (then, now) = (self.span(), Span::of(event.starts_at, event.ends_at, event.timezone));
        match then.is_days() && now.is_days() {
            true => then != now,
            false => (self.starts_at, self.ends_at) != (event.starts_at, event.ends_at),
        }
    }

    /// As it stands in the person's calendar.
    pub(crate) fn span(&self) -> Span {
        Span::of(self.starts_at, self.ends_at, self.timezone)
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
