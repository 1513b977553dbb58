//! Decision: what the public page says about a gathering and about signing up for it.

use crate::store::gathering::Model;
use chrono::{DateTime, Utc};
use proto::event::WaitingMode;
use serde::Serialize;

/// Where a gathering stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Standing {
    Cancelled,
    /// It has been.
    Over,
    /// It is going on, and sign-up is closed.
    Now,
    /// Sign-up has not opened yet.
    Early {
        opens_at: DateTime<Utc>,
    },
    /// One can sign up. How many places are left is known when they are limited.
    Open {
        places_left: Option<u32>,
    },
    /// Full, but one can wait for a place.
    FullWithList {
        waiting: u32,
    },
    /// Full.
    Full,
    /// Sign-up is closed.
    Closed,
}

/// Decides from what the event says and what registration said last.
pub(crate) fn standing(gathering: &Model, now: DateTime<Utc>) -> Standing {
    let sign_up = &gathering.event().sign_up;
    let opens_at = sign_up.opens_at.filter(|opens| now < *opens);
    if gathering.cancelled {
        return Standing::Cancelled;
    }
    if now >= gathering.ends_at {
        return Standing::Over;
    }
    if let Some(opens_at) = opens_at {
        return Standing::Early { opens_at };
    }
    // Registration closes by the clock too, and its word may be a moment late.
    if now >= sign_up.closes_at || gathering.signup_open == Some(false) {
        return if now >= gathering.starts_at { Standing::Now } else { Standing::Closed };
    }
    let places_left = gathering.places_left.map(|places| u32::try_from(places).unwrap_or(0));
    match places_left {
        Some(0) if sign_up.waiting_list.mode == WaitingMode::None => Standing::Full,
        Some(0) => {
            Standing::FullWithList { waiting: gathering.waiting.and_then(|n| u32::try_from(n).ok()).unwrap_or(0) }
        }
        places_left => Standing::Open { places_left },
    }
}
