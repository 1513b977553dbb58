//! A series and its dates as templates see them.

use super::{Date, KnownSeries};
use crate::pages::event::{ContactView, OrganisationView};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::Localised;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeriesView {
    pub(crate) slug: String,
    pub(crate) path: String,
    pub(crate) title: Localised,
    pub(crate) summary: Localised,
    pub(crate) timezone: Tz,
    pub(crate) contact: ContactView,
    pub(crate) organisation: OrganisationView,
    /// How long after the last date personal data are kept; absent until the organisation's rule is known here.
    pub(crate) kept_days: Option<u16>,
}

impl SeriesView {
    pub(super) fn of(known: &KnownSeries) -> Self {
        let contact = &known.series.contact;
        Self {
            slug: known.series.slug.clone(),
            path: known.path(),
            title: known.series.title.clone(),
            summary: known.series.summary.clone(),
            timezone: known.series.timezone,
            contact: ContactView {
                name: contact.name.clone(),
                email: contact.email.clone(),
                phone: contact.phone.clone(),
            },
            organisation: known.next.view().organisation,
            kept_days: known.next.organisation.as_ref().map(|organisation| organisation.retention_days),
        }
    }
}

/// One date, and for somebody who follows the series where they stand in it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DateView {
    pub(crate) title: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    pub(crate) path: String,
    pub(crate) cancelled: bool,
    /// The end of the key of a word; absent where there is nothing to say.
    pub(crate) state: Option<&'static str>,
    /// In the waiting list, from 1.
    pub(crate) position: Option<u32>,
    /// They had signed up for it by themselves.
    pub(crate) own: bool,
    /// When sign-up opens, and they with it.
    pub(crate) opens_at: Option<DateTime<Utc>>,
    /// The person's own page about it.
    pub(crate) mine: Option<String>,
    /// Where they say that they will not come this time.
    pub(crate) skip: Option<String>,
    /// Where whoever had no place can look whether there is one now.
    pub(crate) sign_up: Option<String>,
}

impl DateView {
    /// The date as anybody sees it.
    pub(super) fn of(Date { row, event }: &Date) -> Self {
        Self {
            path: event.path(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone,
            cancelled: row.cancelled,
            state: None,
            position: None,
            own: false,
            opens_at: None,
            mine: None,
            skip: None,
            sign_up: None,
        }
    }
}

impl KnownSeries {
    /// The dates that are not over, as far as anybody may know of them.
    pub(super) fn ahead(&self, now: DateTime<Utc>) -> Vec<DateView> {
        let shown = self.dates.iter().filter(|date| date.event.ends_at > now && date.event.is_listed());
        shown.map(DateView::of).collect()
    }
}

/// A series to be shown in tests and samples.
pub(super) fn sample() -> (SeriesView, Vec<DateView>) {
    let known = crate::pages::sample::known();
    let event = known.view();
    let series = SeriesView {
        slug: "stadutvikling".to_owned(),
        path: "/webinar/rekkje/stadutvikling".to_owned(),
        title: event.title.clone(),
        summary: event.summary.clone(),
        timezone: event.timezone,
        contact: event.contact.clone(),
        organisation: event.organisation.clone(),
        kept_days: Some(180),
    };
    let date = |state: Option<&'static str>| DateView {
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone,
        path: event.path.clone(),
        cancelled: state == Some("cancelled"),
        state,
        position: (state == Some("waiting")).then_some(3),
        own: false,
        opens_at: (state == Some("early")).then_some(event.starts_at),
        mine: matches!(state, Some("admitted" | "waiting" | "offered" | "withdrawn")).then(|| "/mi/x".to_owned()),
        skip: matches!(state, Some("admitted" | "waiting")).then(|| "/mi/x/meld-av".to_owned()),
        sign_up: (state == Some("full")).then(|| "/pamelding/stadutvikling-1".to_owned()),
    };
    let states = ["admitted", "waiting", "offered", "withdrawn", "full", "early", "soon", "closed", "cancelled"];
    let mut dates: Vec<DateView> = states.into_iter().map(|state| date(Some(state))).collect();
    if let Some(first) = dates.first_mut() {
        first.own = true;
    }
    (series, dates)
}
