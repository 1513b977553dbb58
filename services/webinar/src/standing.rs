//! Decision: what the public page says about a webinar and about signing up for it.

use crate::store::webinar::Model;
use chrono::{DateTime, Utc};
use proto::Localised;
use proto::event::{Pool, WaitingMode};
use serde::Serialize;

/// Where a webinar stands.
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

/// A way of taking part that has places of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Offer {
    pub(crate) label: Localised,
    /// Known when they are limited.
    pub(crate) left: Option<u32>,
    pub(crate) waiting: u32,
}

/// The ways that one can choose between, with the places of each as registration said last.
pub(crate) fn offers(webinar: &Model) -> Vec<Offer> {
    let told = webinar.places.as_ref().map_or(&[][..], |places| places.0.as_slice());
    let offer = |pool: &Pool| {
        let places = told.iter().find(|places| places.pool_id == pool.id);
        Offer {
            label: pool.label.clone(),
            left: places.map_or(pool.capacity, |places| places.left),
            waiting: places.map_or(0, |places| places.waiting),
        }
    };
    webinar.event().sign_up.pools.iter().filter(|pool| pool.whole && pool.form.is_some()).map(offer).collect()
}

/// Decides from what the event says and what registration said last.
pub(crate) fn standing(webinar: &Model, now: DateTime<Utc>) -> Standing {
    let sign_up = &webinar.event().sign_up;
    let opens_at = sign_up.opens_at.filter(|opens| now < *opens);
    if webinar.cancelled {
        return Standing::Cancelled;
    }
    if now >= webinar.ends_at {
        return Standing::Over;
    }
    if let Some(opens_at) = opens_at {
        return Standing::Early { opens_at };
    }
    // Registration closes by the clock too, and its word may be a moment late.
    if now >= sign_up.closes_at || webinar.signup_open == Some(false) {
        return if now >= webinar.starts_at { Standing::Now } else { Standing::Closed };
    }
    let places_left = webinar.places_left.map(|places| u32::try_from(places).unwrap_or(0));
    match places_left {
        Some(0) if sign_up.waiting_list.mode == WaitingMode::None => Standing::Full,
        Some(0) => Standing::FullWithList { waiting: webinar.waiting.and_then(|n| u32::try_from(n).ok()).unwrap_or(0) },
        places_left => Standing::Open { places_left },
    }
}
