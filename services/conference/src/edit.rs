//! Decision: what becomes of a draft when somebody edits it. Each edit carries what it was begun from, so that two who plan
//! at once never write over one another unseen.

mod day;
mod occurrence;
mod session;
mod slot;
#[cfg(test)]
mod tests;
mod venue;

pub(crate) use slot::{Slot, readings};

use crate::programme::{Day, Occurrence, Programme, RoomId, Session, Track, TrackId, Venue};
use chrono::NaiveDate;
use chrono_tz::Tz;
use proto::event::Walk;
use proto::{Localised, OccurrenceId, SessionId, VenueId};
use serde::Serialize;

/// One change. New ids come along with it; a thing that is kept under an id that is not there yet is new.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Edit {
    /// A session is given here, or, without one, a room is held free.
    Place {
        id: OccurrenceId,
        session: Option<SessionId>,
        note: Localised,
        slot: Slot,
    },
    /// Another time, length or room. The note of a block is as it was when absent.
    Move {
        id: OccurrenceId,
        revision: u32,
        slot: Slot,
        note: Option<Localised>,
    },
    /// The same once more, right after it.
    Duplicate {
        id: OccurrenceId,
        revision: u32,
        new: OccurrenceId,
    },
    /// The session stays, unplaced if this was its only time.
    Remove {
        id: OccurrenceId,
        revision: u32,
    },
    /// Its revision is the one that the edit was begun from; 0 for a new one.
    KeepSession(Session),
    /// With all its times.
    RemoveSession {
        id: SessionId,
        revision: u32,
    },
    KeepVenue {
        venue: Venue,
        begun: Option<Mark>,
    },
    RemoveVenue {
        id: VenueId,
        begun: Mark,
    },
    KeepTrack {
        track: Track,
        begun: Option<Mark>,
    },
    /// Its sessions stay, without a track.
    RemoveTrack {
        id: TrackId,
        begun: Mark,
    },
    /// A day that gets another date takes what is placed on it along.
    KeepDay {
        day: Day,
        begun: Option<(NaiveDate, Mark)>,
    },
    RemoveDay {
        date: NaiveDate,
        begun: Mark,
    },
    KeepWalks {
        walks: Vec<Walk>,
        begun: Mark,
    },
}

/// Why an edit was not made.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    /// What is to be mended, by the field it is beside.
    Wrong(Vec<Wrong>),
    /// Somebody else has changed it since the edit was begun.
    Stale(Box<Stale>),
    /// Somebody else has removed it.
    Gone,
    /// So many sessions and blocks are placed there.
    InUse(usize),
}

/// A field and what is the matter with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) field: &'static str,
    pub(crate) what: Mistake,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    EndsBeforeStart,
    /// The clocks are put forward past it.
    Skipped,
    /// Not on any day of the programme.
    NoSuchDay,
    NoSuchRoom,
    NoSuchSession,
    NoSuchTrack,
    NameMissing,
    DayTwice,
    /// Nobody plans so far away.
    DayFarAway,
    ClosesBeforeOpening,
    /// The id belongs to something else already.
    Taken,
}

/// What it is now, and what it was to become; absent where it was to be removed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stale {
    Occurrence { now: Occurrence, wanted: Option<Occurrence> },
    Session { now: Session, wanted: Option<Session> },
    Venue { now: Venue, wanted: Option<Venue> },
    Track { now: Track, wanted: Option<Track> },
    Day { now: Day, wanted: Option<Day> },
    Walks { now: Vec<Walk>, wanted: Vec<Walk> },
}

/// Stands for the content of something without a revision of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark(u64);

impl Mark {
    pub(crate) fn of<T: Serialize>(content: &T) -> Self {
        // Plain data always become JSON; were it otherwise, what is empty would be the same as what is empty.
        let said = serde_json::to_vec(content).unwrap_or_default();
        // FNV-1a: it tells apart what people write, and is nobody's secret.
        Self(
            said.iter()
                .fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)),
        )
    }
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl std::str::FromStr for Mark {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(Self)
    }
}

/// The programme with the edit made. An edit that leads to what there is already changes nothing, however old it is.
pub(crate) fn apply(programme: &Programme, edit: Edit, zone: Tz) -> Result<Programme, Refusal> {
    let mut now = programme.clone();
    match edit {
        Edit::Place { id, session, note, slot } => occurrence::place(&mut now, id, session, note, &slot, zone)?,
        Edit::Move { id, revision, slot, note } => occurrence::shift(&mut now, id, revision, &slot, note, zone)?,
        Edit::Duplicate { id, revision, new } => occurrence::duplicate(&mut now, id, revision, new, zone)?,
        Edit::Remove { id, revision } => occurrence::remove(&mut now, id, revision)?,
        Edit::KeepSession(session) => session::keep(&mut now, session)?,
        Edit::RemoveSession { id, revision } => session::remove(&mut now, id, revision)?,
        Edit::KeepVenue { venue, begun } => venue::keep_venue(&mut now, venue, begun)?,
        Edit::RemoveVenue { id, begun } => venue::remove_venue(&mut now, id, begun)?,
        Edit::KeepTrack { track, begun } => venue::keep_track(&mut now, track, begun)?,
        Edit::RemoveTrack { id, begun } => venue::remove_track(&mut now, id, begun)?,
        Edit::KeepDay { day, begun } => day::keep(&mut now, day, begun, zone)?,
        Edit::RemoveDay { date, begun } => day::remove(&mut now, date, begun, zone)?,
        Edit::KeepWalks { walks, begun } => venue::keep_walks(&mut now, walks, begun)?,
    }
    Ok(now)
}

const fn wrong(field: &'static str, what: Mistake) -> Wrong {
    Wrong { field, what }
}

fn refused(field: &'static str, what: Mistake) -> Refusal {
    Refusal::Wrong(vec![wrong(field, what)])
}

fn stale(stale: Stale) -> Refusal {
    Refusal::Stale(Box::new(stale))
}

/// How many sessions and blocks are in these rooms.
fn placed_in(programme: &Programme, gone: &[RoomId]) -> usize {
    programme.occurrences.iter().filter(|occurrence| occurrence.room.is_some_and(|room| gone.contains(&room))).count()
}
