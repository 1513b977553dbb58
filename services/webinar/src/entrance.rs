//! Decision: what happens when somebody follows their way into a webinar.

use crate::store::seat::{self, SeatState};
use crate::store::webinar;
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

/// When one can come in.
pub(crate) fn doors(webinar: &webinar::Model) -> (DateTime<Utc>, DateTime<Utc>) {
    let before = TimeDelta::minutes(webinar.doors_before_minutes.into());
    let after = TimeDelta::minutes(webinar.doors_after_minutes.into());
    (webinar.starts_at - before, webinar.ends_at + after)
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
    let (opens_at, closes_at) = doors(webinar);
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
