use crate::availability::{Availability, availability};
use crate::coming::Listed;
use ::calendar::Span;
use chrono::{DateTime, Utc};
use proto::Localised;
use proto::event::Attendance;
use proto::organisation::Organisation;
use serde::Serialize;

/// An event in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Card {
    path: String,
    kind: &'static str,
    title: Localised,
    summary: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: &'static str,
    /// Over several days, of which the dates say enough.
    days: bool,
    attendance: &'static str,
    venue: Option<Localised>,
    organisers: Vec<Localised>,
    availability: Availability,
}

impl Card {
    pub(super) fn new(listed: &Listed, organisations: &[Organisation], now: DateTime<Utc>) -> Self {
        let event = &listed.event;
        Self {
            path: event.path(),
            kind: event.kind.word(),
            title: event.title.clone(),
            summary: event.summary.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name(),
            days: Span::of(event.starts_at, event.ends_at, event.timezone).is_days(),
            attendance: attendance(event.attendance),
            venue: event.venue.clone(),
            organisers: organisers(listed, organisations),
            availability: availability(event, listed.cancelled, listed.signup, now),
        }
    }
}

/// The end of the key of the words for it.
pub(super) const fn attendance(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::InPerson => "in-person",
        Attendance::Online => "online",
        Attendance::Both => "both",
    }
}

/// The names of everybody behind an event, the responsible one first.
pub(super) fn organisers(listed: &Listed, organisations: &[Organisation]) -> Vec<Localised> {
    let slugs = std::iter::once(&listed.event.organisation).chain(&listed.event.co_organisers);
    slugs.map(|slug| name(slug, organisations)).collect()
}

/// The name of an organisation; one that is not known here is called by its slug.
pub(super) fn name(slug: &str, organisations: &[Organisation]) -> Localised {
    match organisations.iter().find(|organisation| organisation.slug == slug) {
        Some(organisation) => organisation.name.clone(),
        None => Localised::from([(proto::Language::Nn, slug)]),
    }
}
