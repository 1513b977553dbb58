//! Where a meeting is and how one gets in. An address that somebody gave always works; where rooms can be made, a webinar without
//! an address has one of its own.

mod plain;
mod rooms;
#[cfg(test)]
pub(crate) mod tests;

use crate::store::webinar;
use chrono::{DateTime, Utc};
use uuid::Uuid;

pub(crate) use plain::PlainAddress;
pub(crate) use rooms::{Room, Rooms};

/// Somebody who goes in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guest<'a> {
    /// Of the sign-up, or of a place in the panel. It is not told to whoever has the rooms.
    pub(crate) id: Uuid,
    /// What the others see, if it is known.
    pub(crate) name: Option<&'a str>,
    pub(crate) may: Right,
}

/// What somebody may do in the meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Right {
    TakePart,
    /// Let people in, mute them, share for all, end it.
    Moderate,
}

/// From when until when a way in works.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Doors {
    pub(crate) from: DateTime<Utc>,
    pub(crate) until: DateTime<Utc>,
}

/// Whoever has the meeting.
pub(crate) trait Provider {
    /// The address that lets this guest in. It is for them alone and is told to nobody else.
    fn way_in(&self, guest: Guest<'_>, doors: Doors, now: DateTime<Utc>) -> Result<String, NoWayIn>;
}

/// The meeting cannot be opened now.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NoWayIn {
    #[error("the webinar has no address, and this installation has no rooms")]
    Nowhere,
    #[error("the token for the room cannot be signed")]
    Unsigned(#[from] jsonwebtoken::errors::Error),
}

/// The way into a webinar: by the address that was given, or else into its room.
pub(crate) fn way_in(
    webinar: &webinar::Model,
    rooms: Option<&Rooms>,
    guest: Guest<'_>,
    doors: Doors,
    now: DateTime<Utc>,
) -> Result<String, NoWayIn> {
    match (webinar.meeting_url.as_str(), rooms) {
        ("", None) => Err(NoWayIn::Nowhere),
        ("", Some(rooms)) => Room { rooms, event: webinar.id }.way_in(guest, doors, now),
        (url, _) => PlainAddress { url }.way_in(guest, doors, now),
    }
}
