use chrono_tz::Tz;
use proto::Localised;
use proto::event::Event;
use proto::organisation::Organisation;
use serde::Serialize;

use super::{About, first_name};

/// From whom a letter is to somebody who is not signed up, and about which event.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Sender {
    /// Of who gets it; empty when the name does not tell.
    pub(crate) first_name: String,
    pub(crate) title: Localised,
    pub(crate) organiser: Localised,
    pub(crate) timezone: Tz,
}

impl Sender {
    pub(crate) fn of(event: &Event, organisation: &Organisation, receiver: &str) -> Self {
        Self {
            first_name: first_name(receiver),
            title: event.title.clone(),
            organiser: organisation.name.clone(),
            timezone: event.timezone,
        }
    }

    pub(crate) fn sample() -> Self {
        let About { first_name, title, organiser, timezone, .. } = About::sample();
        Self { first_name, title, organiser, timezone }
    }
}
