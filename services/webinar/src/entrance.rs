//! Decision: what happens when somebody follows their way into a webinar.

use crate::meeting::Doors;
use crate::store::seat::{self, SeatState};
use crate::store::{panelist, webinar};
use chrono::{DateTime, TimeDelta, Utc};

/// What the holder of a link meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entrance {
    /// The link is none of ours, of another webinar, or has been replaced.
    Unknown,
    /// The webinar will not take place.
    Cancelled,
    /// Signed up, but without a place for now.
    Waiting,
    /// Signed off.
    Withdrawn,
    /// Too early.
    Early { opens_at: DateTime<Utc> },
    /// Come in.
    Open,
    /// It has been.
    Over,
}

/// So long before the start the panel can make sure that everything works.
const PANEL_BEFORE: TimeDelta = TimeDelta::hours(1);

/// When one can come in.
pub(crate) fn doors(webinar: &webinar::Model) -> Doors {
    let before = TimeDelta::minutes(webinar.doors_before_minutes.into());
    let after = TimeDelta::minutes(webinar.doors_after_minutes.into());
    Doors { from: webinar.starts_at - before, until: webinar.ends_at + after }
}

/// When the panel can come in: before the others.
pub(crate) fn panel_doors(webinar: &webinar::Model) -> Doors {
    let doors = doors(webinar);
    Doors { from: doors.from.min(webinar.starts_at - PANEL_BEFORE), ..doors }
}

/// Decides for somebody in the panel.
pub(crate) fn panel_entrance(
    webinar: &webinar::Model,
    panelist: Option<&panelist::Model>,
    now: DateTime<Utc>,
) -> Entrance {
    let doors = panel_doors(webinar);
    match panelist {
        Some(one) if one.event == webinar.id => {}
        _ => return Entrance::Unknown,
    }
    match () {
        () if webinar.cancelled => Entrance::Cancelled,
        () if now < doors.from => Entrance::Early { opens_at: doors.from },
        () if now < doors.until => Entrance::Open,
        () => Entrance::Over,
    }
}

/// Decides. `generation` is the one in the link.
pub(crate) fn entrance(
    webinar: &webinar::Model,
    seat: Option<&seat::Model>,
    generation: u16,
    now: DateTime<Utc>,
) -> Entrance {
    let Some(seat) = seat.filter(|seat| seat.event == webinar.id && seat.generation == i32::from(generation)) else {
        return Entrance::Unknown;
    };
    let Doors { from: opens_at, until: closes_at } = doors(webinar);
    match seat.state {
        SeatState::Erased => Entrance::Unknown,
        SeatState::Withdrawn => Entrance::Withdrawn,
        _ if webinar.cancelled => Entrance::Cancelled,
        SeatState::Waiting | SeatState::Offered if now < closes_at => Entrance::Waiting,
        _ if now < opens_at => Entrance::Early { opens_at },
        _ if now < closes_at => Entrance::Open,
        _ => Entrance::Over,
    }
}
