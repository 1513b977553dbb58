//! A programme: days, places, sessions, and when and where each is given. The draft is one, and so is every version that was
//! ever released. It holds no personal data: speakers lie beside it and are named by their ids.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use proto::event::{Attendance, Walk};
use proto::{Localised, OccurrenceId, SessionId, SpeakerId, VenueId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Programme {
    /// In order of their dates.
    pub(crate) days: Vec<Day>,
    pub(crate) venues: Vec<Venue>,
    pub(crate) walks: Vec<Walk>,
    pub(crate) tracks: Vec<Track>,
    pub(crate) sessions: Vec<Session>,
    /// A session without one is not placed yet; with several, it is given several times.
    pub(crate) occurrences: Vec<Occurrence>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Day {
    pub(crate) date: NaiveDate,
    /// On the clocks of the event's zone.
    pub(crate) opens: NaiveTime,
    pub(crate) closes: NaiveTime,
    pub(crate) title: Localised,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Venue {
    pub(crate) id: VenueId,
    pub(crate) name: Localised,
    /// Street and town.
    pub(crate) address: String,
    pub(crate) rooms: Vec<Room>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Room {
    pub(crate) id: RoomId,
    pub(crate) name: Localised,
    /// Unlimited when absent.
    pub(crate) capacity: Option<u32>,
    pub(crate) hearing_loop: bool,
    pub(crate) step_free: bool,
}

/// A room of a venue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct RoomId(pub(crate) Uuid);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct TrackId(pub(crate) Uuid);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Track {
    pub(crate) id: TrackId,
    pub(crate) name: Localised,
    /// Which of the few colours of the style sheet, from 0; never the only mark.
    pub(crate) colour: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    /// Goes up with every change of the draft's session: an edit that was begun before is not written over it.
    pub(crate) revision: u32,
    pub(crate) kind: SessionKind,
    pub(crate) title: Localised,
    /// Paragraphs, separated by blank lines. Plain text.
    pub(crate) description: Localised,
    pub(crate) track: Option<TrackId>,
    pub(crate) parts: Vec<Part>,
    pub(crate) attendance: Attendance,
    /// People choose it, and each occurrence has places of its own; otherwise everybody may come.
    pub(crate) chosen: bool,
    /// How many at an occurrence, where that is fewer than the room holds.
    pub(crate) capacity: Option<u32>,
    pub(crate) needs: Vec<AccessNeed>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SessionKind {
    Plenary,
    Parallel,
    Workshop,
    SiteVisit,
    Break,
    Social,
}

/// Who does what in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub(crate) speaker: SpeakerId,
    pub(crate) moderates: bool,
}

/// Something that has to be there for people to take part, and whether it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AccessNeed {
    pub(crate) what: Access,
    /// True when it has been ordered.
    pub(crate) answered: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Access {
    HearingLoop,
    SignLanguage,
    Captions,
    StepFree,
}

/// A time and a room: for a session, or held free for something that is only written beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Occurrence {
    pub(crate) id: OccurrenceId,
    /// Goes up with every change of the draft's occurrence.
    pub(crate) revision: u32,
    /// Absent for a block.
    pub(crate) session: Option<SessionId>,
    /// What a block is for. Planners see it, and nobody else.
    pub(crate) note: Localised,
    /// Absent when it is only online.
    pub(crate) room: Option<RoomId>,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
}

impl Programme {
    pub(crate) fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }

    pub(crate) fn occurrence(&self, id: OccurrenceId) -> Option<&Occurrence> {
        self.occurrences.iter().find(|occurrence| occurrence.id == id)
    }

    /// A room and the venue it is in.
    pub(crate) fn room(&self, id: RoomId) -> Option<(&Venue, &Room)> {
        self.venues.iter().find_map(|venue| Some((venue, venue.rooms.iter().find(|room| room.id == id)?)))
    }

    /// How many places an occurrence has: what the session says, and never more than the room holds. Unlimited when absent.
    pub(crate) fn capacity(&self, occurrence: &Occurrence) -> Option<u32> {
        let room = occurrence.room.and_then(|room| self.room(room)?.1.capacity);
        let session = occurrence.session.and_then(|session| self.session(session)?.capacity);
        room.into_iter().chain(session).min()
    }
}
