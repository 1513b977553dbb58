use crate::pages::event::Known;
use crate::pages::sample;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use host::Page;
use proto::Localised;
use proto::event::Pool;
use serde::Serialize;

/// The event as it was made known, to be read without us in many years: one file with nothing beside it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Published {
    title: Localised,
    summary: Localised,
    description: Localised,
    organisation: Localised,
    co_organisers: Vec<Localised>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: Tz,
    venue: Option<Localised>,
    price: Option<Localised>,
    cancelled: bool,
    choices: Vec<Pool>,
    questions: Vec<Localised>,
}

impl Published {
    pub(super) fn of(known: &Known) -> Self {
        let event = &known.event;
        Self {
            title: event.title.clone(),
            summary: event.summary.clone(),
            description: event.description.clone(),
            organisation: known.view().organisation.name,
            co_organisers: known.co_organisers.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone,
            venue: event.venue.clone(),
            price: event.sign_up.price.clone(),
            cancelled: known.cancelled,
            choices: event.choices().cloned().collect(),
            questions: event.sign_up.questions.iter().map(|question| question.label.clone()).collect(),
        }
    }
}

impl Page for Published {
    const TEMPLATE: &'static str = "registration/published.html";

    fn samples() -> Vec<Self> {
        let full = Self::of(&sample::known());
        let bare = Self {
            co_organisers: Vec::new(),
            venue: None,
            price: None,
            choices: Vec::new(),
            questions: Vec::new(),
            cancelled: true,
            ..full.clone()
        };
        vec![full, bare]
    }
}
