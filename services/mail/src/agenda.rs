//! What one person has chosen at an event, and how they take part.

use chrono::{DateTime, Utc};
use proto::event::{Attendance, Event, Form, Pool};
use proto::registration::{Chosen, ClaimState, Registration};
use proto::{Language, Localised, PoolId};
use serde::{Deserialize, Serialize};

/// Something that was chosen besides the event itself, in the language of who chose it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) pool: PoolId,
    pub(crate) label: String,
    pub(crate) starts_at: Option<DateTime<Utc>>,
    pub(crate) ends_at: Option<DateTime<Utc>>,
    /// Room and venue.
    pub(crate) room: Option<String>,
}

impl Session {
    pub(crate) fn of(pool: &Pool, language: Language) -> Self {
        Self {
            pool: pool.id,
            label: pool.label.get(language).to_owned(),
            starts_at: pool.starts_at,
            ends_at: pool.ends_at,
            room: filled(pool.room.as_ref(), language),
        }
    }

    /// As it was when it was chosen.
    pub(crate) fn chosen(chosen: &Chosen, language: Language) -> Self {
        Self {
            pool: chosen.pool_id,
            label: chosen.label.get(language).to_owned(),
            starts_at: chosen.starts_at,
            ends_at: chosen.ends_at,
            room: filled(chosen.room.as_ref(), language),
        }
    }

    /// At another time or in another place.
    pub(crate) fn has_moved(&self, now: &Self) -> bool {
        (self.starts_at, self.ends_at, &self.room) != (now.starts_at, now.ends_at, &now.room)
    }
}

fn filled(text: Option<&Localised>, language: Language) -> Option<String> {
    text.map(|text| text.get(language).trim().to_owned()).filter(|text| !text.is_empty())
}

/// What the person has, in the order of the day.
pub(crate) fn held(event: &Event, registration: &Registration, language: Language) -> Vec<Session> {
    sessions(event, registration, ClaimState::Held, language)
}

/// What the person waits for.
pub(crate) fn waited_for(event: &Event, registration: &Registration, language: Language) -> Vec<Session> {
    let mut all = sessions(event, registration, ClaimState::Waiting, language);
    all.extend(sessions(event, registration, ClaimState::Offered, language));
    all
}

fn sessions(event: &Event, registration: &Registration, state: ClaimState, language: Language) -> Vec<Session> {
    let claimed = |pool: &&Pool| registration.choices.iter().any(|c| c.pool_id == pool.id && c.state == state);
    let mut sessions: Vec<Session> = event.choices().filter(claimed).map(|pool| Session::of(pool, language)).collect();
    // What has no time of its own comes last, in the order of the event.
    sessions.sort_by_key(|session| (session.starts_at.is_none(), session.starts_at, session.ends_at));
    sessions
}

/// How one person takes part in an event: as they chose where there is a choice.
pub(crate) fn attendance(event: &Event, registration: &Registration) -> Attendance {
    match (event.attendance, registration.form) {
        (Attendance::Both, Some(Form::InPerson)) => Attendance::InPerson,
        (Attendance::Both, Some(Form::Online)) => Attendance::Online,
        (all, _) => all,
    }
}

/// The form in which one person takes part, where it is one of the two.
pub(crate) fn form(event: &Event, registration: &Registration) -> Option<Form> {
    match attendance(event, registration) {
        Attendance::InPerson => Some(Form::InPerson),
        Attendance::Online => Some(Form::Online),
        Attendance::Both => None,
    }
}
