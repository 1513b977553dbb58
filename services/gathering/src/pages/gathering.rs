//! The public page of a gathering.

use super::{Site, calendar, framed, material};
use crate::following;
use crate::material::{Shown, examples};
use crate::standing::{Standing, standing};
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use drafting::Preview;
use host::{Error, Page, Visit};
use proto::event::Contact;
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::Serialize;

/// What anybody may know about a gathering.
#[derive(Serialize)]
pub(super) struct GatheringPage {
    title: Localised,
    summary: Localised,
    description: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    venue: Option<Localised>,
    price: Option<Localised>,
    network: Option<Localised>,
    network_page: String,
    organisers: Vec<Localised>,
    contact: Contact,
    standing: Standing,
    closes_at: DateTime<Utc>,
    /// When the seats that delegations have not named anybody for are everybody's.
    release_at: Option<DateTime<Utc>>,
    /// Why it was cancelled.
    reason: Option<Localised>,
    choices: Vec<Localised>,
    /// What is attached to it and for all.
    materials: Vec<Shown>,
    /// Its public address.
    address: String,
    sign_up: String,
    calendar: String,
    /// Nobody but its organisers sees it yet.
    preview: Option<Preview>,
}

pub(super) async fn show(State(site): State<Site>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    if let Some(slug) = slug.strip_suffix(".ics") {
        return calendar::show(&site, visit, slug).await;
    }
    let gathering = site.gathering(&slug).await?;
    let organisers = site.organisers(&gathering).await?;
    let network = store::network::find(&site.host.db.read, &gathering.network).await?;
    let visit = framed(visit, &gathering, &organisers);
    let address = site.host.address(&gathering.event().path());
    let page = GatheringPage {
        network: network.map(|network| network.name.0),
        materials: material::of_all(&site, &gathering).await?,
        ..GatheringPage::of(&gathering, &organisers, visit.now, address)
    };
    Ok(visit.page_with(StatusCode::OK, &page))
}

impl GatheringPage {
    /// Without network and material.
    pub(super) fn of(
        gathering: &store::gathering::Model,
        organisers: &[Organisation],
        now: DateTime<Utc>,
        address: String,
    ) -> Self {
        let event = gathering.event();
        Self {
            title: event.title.clone(),
            summary: event.summary.clone(),
            description: event.description.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            venue: event.venue.clone(),
            price: event.sign_up.price.clone(),
            network: None,
            network_page: following::page(&gathering.network),
            organisers: organisers.iter().map(|organisation| organisation.name.clone()).collect(),
            contact: event.contact.clone(),
            standing: standing(gathering, now),
            closes_at: event.sign_up.closes_at,
            release_at: gathering.rules().release_at.filter(|at| now < *at),
            reason: gathering.reason().cloned(),
            materials: Vec::new(),
            choices: event.choices().map(|pool| pool.label.clone()).collect(),
            address,
            sign_up: format!("/pamelding/{}", event.slug),
            calendar: format!("{}.ics", event.path()),
            preview: None,
        }
    }

    pub(super) fn with_preview(self, preview: Preview) -> Self {
        Self { preview: Some(preview), ..self }
    }
}

pub(super) fn text(nn: &str, en: &str) -> Localised {
    Localised::from([(Language::Nn, nn), (Language::En, en)])
}

pub(super) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Page for GatheringPage {
    const TEMPLATE: &'static str = "gathering/gathering.html";

    fn samples() -> Vec<Self> {
        let sample = |standing: Standing| Self {
            title: text("Nettverkssamling for byregionar", "Gathering of city regions"),
            summary: text("To dagar om samspelet mellom by og omland.", "Two days about town and country."),
            description: text("Første avsnitt.\n\nAndre avsnitt, med <teikn> & teikn.", "One paragraph."),
            starts_at: at("2027-04-27T09:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            venue: Some(text("Kulturhuset i Namsos", "The house of culture in Namsos")),
            price: Some(text("Gratis", "Free of charge")),
            network: Some(text("Læringsnettverket", "The learning network")),
            network_page: "/nettverk/byregionprogrammet".to_owned(),
            organisers: vec![text("Distriktssenteret", "Distriktssenteret"), text("Namsos", "Namsos")],
            contact: Contact {
                name: "arrangementskontoret".to_owned(),
                email: "arrangement@distriktssenteret.example".to_owned(),
                phone: Some("+47 00 00 00 00".to_owned()),
            },
            standing,
            closes_at: at("2027-04-20T11:00:00Z"),
            release_at: Some(at("2027-04-11T22:00:00Z")),
            reason: None,
            materials: examples(),
            choices: vec![text("Overnatting", "Overnight stay"), text("Middag", "Dinner")],
            address: "https://moteplass.example/samling/byregionar".to_owned(),
            sign_up: "/pamelding/byregionar".to_owned(),
            calendar: "/samling/byregionar.ics".to_owned(),
            preview: None,
        };
        let mut bare = sample(Standing::Open { places_left: None });
        (bare.venue, bare.price, bare.network, bare.release_at) = (None, None, None, None);
        bare.choices.clear();
        bare.materials.clear();
        bare.organisers.truncate(1);
        bare.contact.phone = None;
        let mut cancelled = sample(Standing::Cancelled);
        cancelled.reason = Some(text("Stormen.", "The storm."));
        let looked_at =
            Preview::samples().map(|preview| sample(Standing::Open { places_left: None }).with_preview(preview));
        let mut samples = vec![
            sample(Standing::Open { places_left: Some(3) }),
            bare,
            cancelled,
            sample(Standing::FullWithList { waiting: 4 }),
            sample(Standing::Full),
            sample(Standing::Early { opens_at: at("2027-02-01T07:00:00Z") }),
            sample(Standing::Closed),
            sample(Standing::Now),
            sample(Standing::Over),
        ];
        samples.extend(looked_at);
        samples
    }
}
