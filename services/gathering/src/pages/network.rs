//! `/nettverk/{slug}`: the gatherings of a network, and signing up for one of them or for all.

use super::Site;
use super::gathering::{at, text};
use crate::standing::{Standing, standing};
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FrameOrganisation, Page, Visit};
use proto::Localised;
use proto::event::Contact;
use serde::Serialize;

/// What anybody may know about a network. Who its members are is not part of it.
#[derive(Serialize)]
pub(super) struct NetworkPage {
    name: Localised,
    /// What those can expect who come to all of its gatherings.
    summary: Option<Localised>,
    organiser: Option<Localised>,
    contact: Contact,
    ahead: Vec<Date>,
    past: Vec<Date>,
    /// The form for all of its gatherings.
    follow: Option<String>,
}

#[derive(Serialize)]
struct Date {
    path: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    standing: Standing,
    sign_up: String,
}

impl Date {
    fn of(row: &store::gathering::Model, now: DateTime<Utc>) -> Self {
        let event = row.event();
        Self {
            path: event.path(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            standing: standing(row, now),
            sign_up: format!("/pamelding/{}", event.slug),
        }
    }
}

pub(super) async fn show(State(site): State<Site>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let network = store::network::find(db, &slug).await?.ok_or(Error::NotFound)?;
    let mut gatherings = store::gathering::of_network(db, &slug).await?;
    gatherings.retain(|gathering| gathering.event().is_listed());
    let series = network.series.filter(|_| network.followed).map(|told| told.0);
    let Some(contact) = series.as_ref().map(|series| &series.contact).or_else(|| {
        // Whoever answers for the gathering that is next, or was last.
        let next = gatherings.iter().find(|gathering| !gathering.has_been(visit.now));
        next.or(gatherings.last()).map(|gathering| &gathering.event().contact)
    }) else {
        // There is nothing to be seen or asked.
        return Err(Error::NotFound);
    };
    let organisers = store::organisation::named(db, &[&network.organisation]).await?;
    let visit = match organisers.first() {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(organisation).ask(contact)),
        None => visit,
    };
    // As long as there has been none, there is nothing that one could be asked.
    let belongs = gatherings.iter().any(|gathering| gathering.event().series.as_ref() == Some(&network.slug));
    let dates = gatherings.iter().map(|gathering| Date::of(gathering, visit.now));
    let (ahead, past): (Vec<_>, Vec<_>) = dates.partition(|date| date.ends_at > visit.now);
    let page = NetworkPage {
        name: network.name.0.clone(),
        summary: series.as_ref().map(|series| series.summary.clone()),
        organiser: organisers.first().map(|organisation| organisation.name.clone()),
        contact: contact.clone(),
        ahead,
        past,
        follow: (series.is_some() && belongs).then(|| format!("/pamelding/rekkje/{}", network.slug)),
    };
    Ok(visit.page_with(StatusCode::OK, &page))
}

impl Page for NetworkPage {
    const TEMPLATE: &'static str = "gathering/network.html";

    fn samples() -> Vec<Self> {
        let date = |standing: Standing| Date {
            path: "/samling/byregionar".to_owned(),
            title: text("Nettverkssamling for <byregionar>", "Gathering of city regions"),
            starts_at: at("2027-04-27T09:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            standing,
            sign_up: "/pamelding/byregionar".to_owned(),
        };
        let all = [
            Standing::Open { places_left: Some(3) },
            Standing::Open { places_left: None },
            Standing::FullWithList { waiting: 4 },
            Standing::Full,
            Standing::Early { opens_at: at("2027-02-01T08:00:00Z") },
            Standing::Closed,
            Standing::Now,
        ];
        let page = |ahead: Vec<Date>, past: Vec<Date>, follow: bool| Self {
            name: text("Læringsnettverket for <byregionar>", "The learning network"),
            summary: follow.then(|| text("To samlingar i året om by og omland.", "Two gatherings a year.")),
            organiser: Some(text("Distriktssenteret", "Distriktssenteret")),
            contact: Contact {
                name: "arrangementskontoret".to_owned(),
                email: "arrangement@distriktssenteret.example".to_owned(),
                phone: follow.then(|| "+47 00 00 00 00".to_owned()),
            },
            ahead,
            past,
            follow: follow.then(|| "/pamelding/rekkje/byregionprogrammet".to_owned()),
        };
        vec![
            page(all.into_iter().map(date).collect(), vec![date(Standing::Over)], true),
            page(Vec::new(), vec![date(Standing::Over)], true),
            page(vec![date(Standing::Open { places_left: None })], Vec::new(), false),
        ]
    }
}
