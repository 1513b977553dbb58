//! What all public pages of a conference say: which it is, whether it takes place, and the way to its other pages.

use super::memory::Known;
use crate::timetable::example;
use chrono::{DateTime, Utc};
use host::Host;
use proto::event::{Attendance, Event};
use proto::{Language, Localised};
use serde::Serialize;

#[derive(Clone, Serialize)]
pub(super) struct Around {
    pub(super) title: Localised,
    pub(super) summary: Localised,
    pub(super) starts_at: DateTime<Utc>,
    pub(super) ends_at: DateTime<Utc>,
    pub(super) timezone: String,
    /// Of the public page; the others are below it.
    pub(super) path: String,
    /// Of the whole site, for addresses that others are given.
    pub(super) site: String,
    /// Something of it is sent online.
    pub(super) online: bool,
    pub(super) cancelled: bool,
    /// Why it was cancelled.
    pub(super) reason: Option<Localised>,
    /// The version of the released programme, if there is one.
    pub(super) version: Option<u32>,
    pub(super) released_at: Option<DateTime<Utc>>,
    pub(super) sign_up: String,
    /// One can sign up, or wait for a place.
    pub(super) signing_up: bool,
    /// Which of its pages this is, where it stands in the menu.
    pub(super) here: &'static str,
}

impl Around {
    pub(super) fn of(host: &Host, known: &Known) -> Self {
        let facts = &known.facts;
        Self {
            cancelled: facts.cancelled,
            reason: facts.reason.clone(),
            version: known.plan.as_ref().map(|plan| plan.version),
            released_at: known.plan.as_ref().map(|plan| plan.released_at),
            signing_up: known.standing.takes_sign_ups(),
            ..Self::new(&facts.event, &host.address(""))
        }
    }

    fn new(event: &Event, site: &str) -> Self {
        Self {
            title: event.title.clone(),
            summary: event.summary.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            path: event.path(),
            site: site.trim_end_matches('/').to_owned(),
            online: event.attendance != Attendance::InPerson,
            cancelled: false,
            reason: None,
            version: None,
            released_at: None,
            sign_up: format!("/pamelding/{}", event.slug),
            signing_up: false,
            here: "",
        }
    }

    /// On the page that the menu calls this.
    pub(super) fn here(self, here: &'static str) -> Self {
        Self { here, ..self }
    }

    /// For samples.
    pub(super) fn example() -> Self {
        Self {
            version: Some(2),
            released_at: Some(example::at("2027-02-01T09:00:00Z")),
            signing_up: true,
            ..Self::new(&example::event(), "https://moteplass.example")
        }
    }

    /// For samples: one with a title that is hard to find room for, in one language only.
    pub(super) fn long_example() -> Self {
        let title = "Nasjonal konferanse om sentrumsbustadutviklingsavtalar, småkommunesamarbeid og \
                     samfunnstryggleiksplanlegging i distrikta";
        Self { title: Localised::from([(Language::Nn, title)]), ..Self::example() }
    }

    /// For samples: one that will not take place.
    pub(super) fn cancelled_example() -> Self {
        Self {
            cancelled: true,
            reason: Some(example::text("Huset er stengt etter ein brann.", "The building is closed after a fire.")),
            signing_up: false,
            ..Self::example()
        }
    }
}
