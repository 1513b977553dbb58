//! An event as the pages show it, and where its sign-up stands.

use crate::admission::window;
use crate::app::App;
use crate::desk::book::Book;
use crate::desk::errand::Refusal;
use crate::places::Places;
use crate::store;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use host::{FrameOrganisation, Visit};
use proto::event::{Attendance, Event, WaitingMode};
use proto::organisation::Organisation;
use proto::registration::Chosen;
use proto::{EventId, Localised};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use std::sync::Arc;

/// The event with this slug as it was told last, if there is one that people can see.
pub(crate) async fn told(app: &App, slug: &str) -> Result<Option<Arc<Event>>, DbErr> {
    let look = async {
        let db = &app.host.db.read;
        match store::event::by_slug(db, slug).await? {
            Some(row) => store::snapshot::of(db, app.desk.events(), &row).await,
            None => Ok(None),
        }
    };
    app.told.ask(slug, look).await
}

/// Everything that the pages of one event need.
pub(crate) struct Known {
    pub(crate) event: Arc<Event>,
    pub(crate) cancelled: bool,
    pub(crate) places: Places,
    pub(crate) organisation: Option<Organisation>,
    pub(crate) co_organisers: Vec<Localised>,
    /// Choices that there were and are no more.
    pub(crate) gone: Vec<Chosen>,
}

impl Known {
    /// The event with this slug, if there is one that people can see.
    pub(crate) async fn with_slug(app: &App, slug: &str) -> Result<Option<Self>, DbErr> {
        match store::event::by_slug(&app.host.db.read, slug).await? {
            Some(row) => Self::of(app, &app.host.db.read, row).await,
            None => Ok(None),
        }
    }

    pub(crate) async fn with_id(app: &App, db: &impl ConnectionTrait, id: EventId) -> Result<Option<Self>, DbErr> {
        match store::event::by_id(db, id).await? {
            Some(row) => Self::of(app, db, row).await,
            None => Ok(None),
        }
    }

    pub(crate) async fn of(
        app: &App,
        db: &impl ConnectionTrait,
        row: store::event::Model,
    ) -> Result<Option<Self>, DbErr> {
        match store::snapshot::of(db, app.desk.events(), &row).await? {
            Some(event) => Self::with(db, row, event).await.map(Some),
            None => Ok(None),
        }
    }

    /// Events that are not over, soonest first.
    pub(crate) async fn ahead(app: &App, now: DateTime<Utc>) -> Result<Vec<Self>, DbErr> {
        let db = &app.host.db.read;
        let mut ahead = Vec::new();
        for row in store::event::ahead(db, now).await? {
            if let Some(event) = store::snapshot::glance(db, app.desk.events(), &row).await? {
                ahead.push(Self::with(db, row, event).await?);
            }
        }
        Ok(ahead)
    }

    async fn with(db: &impl ConnectionTrait, row: store::event::Model, event: Arc<Event>) -> Result<Self, DbErr> {
        let cancelled = row.cancelled;
        let rows = store::pool::of_events(db, &[row.id]).await?;
        let pools = rows.iter().map(Into::into).collect();
        let has_gone = rows.iter().any(|pool| pool.closed && !pool.whole);
        let gone = if has_gone { store::pool::gone(db, row.id).await? } else { Vec::new() };
        let organisation = store::organisation::by_slug(db, &event.organisation).await?;
        let mut co_organisers = Vec::new();
        for slug in &event.co_organisers {
            if let Some(organisation) = store::organisation::by_slug(db, slug).await? {
                co_organisers.push(organisation.name);
            }
        }
        let places = Book::open(row, Arc::clone(&event), pools).places;
        Ok(Self { event, cancelled, places, organisation, co_organisers, gone })
    }

    /// Whether somebody who signs up alone now would wait, have a place, or be refused.
    pub(crate) fn sign_up(&self, now: DateTime<Utc>) -> Result<Awaits, Refusal> {
        window(&self.event, self.cancelled, now)?;
        match self.places.left() {
            Some(0) if self.places.mode == WaitingMode::None => Err(Refusal::Full),
            Some(0) => Ok(Awaits::Queue),
            _ => Ok(Awaits::Place),
        }
    }

    pub(crate) fn view(&self) -> EventView {
        let event = &self.event;
        let erased_at = self
            .organisation
            .as_ref()
            .map(|organisation| event.ends_at + TimeDelta::days(i64::from(organisation.retention_days)));
        EventView {
            slug: event.slug.clone(),
            revision: event.revision,
            path: event.path(),
            title: event.title.clone(),
            summary: event.summary.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone,
            attendance: event.attendance,
            venue: event.venue.clone(),
            price: event.sign_up.price.clone(),
            approval: event.sign_up.approval,
            closed: event.sign_up.closed.is_some(),
            contact: ContactView {
                name: event.contact.name.clone(),
                email: event.contact.email.clone(),
                phone: event.contact.phone.clone(),
            },
            organisation: OrganisationView::of(&event.organisation, self.organisation.as_ref()),
            co_organisers: self.co_organisers.clone(),
            capacity: self.places.capacity(),
            places_left: self.places.left(),
            waiting: (self.places.waiting > 0).then_some(self.places.waiting),
            erased_at,
        }
    }
}

/// What signing up now leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Awaits {
    Place,
    Queue,
}

/// An event as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EventView {
    pub(crate) slug: String,
    pub(crate) revision: u32,
    pub(crate) path: String,
    pub(crate) title: Localised,
    pub(crate) summary: Localised,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    pub(crate) timezone: Tz,
    pub(crate) attendance: Attendance,
    pub(crate) venue: Option<Localised>,
    pub(crate) price: Option<Localised>,
    /// The organisers decide about each who signs up.
    pub(crate) approval: bool,
    /// It is not for everybody.
    pub(crate) closed: bool,
    pub(crate) contact: ContactView,
    pub(crate) organisation: OrganisationView,
    pub(crate) co_organisers: Vec<Localised>,
    pub(crate) capacity: Option<u32>,
    pub(crate) places_left: Option<u32>,
    /// How many wait; absent when nobody does.
    pub(crate) waiting: Option<u32>,
    /// When personal data are deleted; absent until the organisation's rule is known here.
    pub(crate) erased_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ContactView {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) phone: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct OrganisationView {
    pub(crate) name: Localised,
    pub(crate) privacy_notice: Option<String>,
}

impl OrganisationView {
    /// An organisation that has not been told of yet is called by its slug.
    pub(crate) fn of(slug: &str, organisation: Option<&Organisation>) -> Self {
        match organisation {
            Some(organisation) => {
                Self { name: organisation.name.clone(), privacy_notice: Some(organisation.privacy_notice.clone()) }
            }
            None => Self {
                name: Localised(proto::Language::ALL.into_iter().map(|l| (l, slug.to_owned())).collect()),
                privacy_notice: None,
            },
        }
    }
}

impl Known {
    /// The visit, answered for by the organisation behind the event.
    pub(crate) fn answers_for(&self, visit: Visit) -> Visit {
        match &self.organisation {
            Some(organisation) => visit.organisation(&FrameOrganisation::from(organisation).ask(&self.event.contact)),
            None => visit,
        }
    }
}
