//! Getting from one room to another in time.

use crate::programme::{Occurrence, Programme, RoomId};
use chrono::TimeDelta;
use proto::VenueId;

/// How two things that one person is to be at follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meeting {
    /// One can be at both.
    Apart,
    /// They are at the same time.
    Overlap,
    /// The way between them takes longer than there is, in minutes.
    TooFar { walk: u16, there_is: i64 },
}

/// Whether one person can be at both.
pub(crate) fn meeting(programme: &Programme, one: &Occurrence, other: &Occurrence) -> Meeting {
    if one.starts_at < other.ends_at && other.starts_at < one.ends_at {
        return Meeting::Overlap;
    }
    let between = match one.ends_at <= other.starts_at {
        true => other.starts_at - one.ends_at,
        false => one.starts_at - other.ends_at,
    };
    let walk = walk(programme, one.room, other.room);
    match between < TimeDelta::minutes(walk.into()) {
        true => Meeting::TooFar { walk, there_is: between.num_minutes() },
        false => Meeting::Apart,
    }
}

/// Minutes from one room to another; none within a venue, where no way is listed, and to what is only online.
fn walk(programme: &Programme, from: Option<RoomId>, to: Option<RoomId>) -> u16 {
    let venue = |room: Option<RoomId>| Some(programme.room(room?)?.0.id);
    match (venue(from), venue(to)) {
        (Some(from), Some(to)) if from != to => listed(programme, from, to),
        _ => 0,
    }
}

fn listed(programme: &Programme, one: VenueId, other: VenueId) -> u16 {
    let walks = programme.walks.iter();
    let ours = walks.filter(|walk| (walk.from, walk.to) == (one, other) || (walk.from, walk.to) == (other, one));
    ours.map(|walk| walk.minutes).max().unwrap_or(0)
}
