//! The public page of a webinar, and its entry for a calendar.

use super::{Site, calendar, framed, structured};
use crate::material::{Shown, examples, shown};
use crate::standing::{Offer, Standing, offers, standing};
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use drafting::Preview;
use host::{Error, Page, Visit};
use proto::event::{Contact, Pool};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::Serialize;

/// What anybody may know about a webinar.
#[derive(Serialize)]
pub(super) struct WebinarPage {
    pub(super) title: Localised,
    summary: Localised,
    description: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    venue: Option<Localised>,
    price: Option<Localised>,
    organisers: Vec<Localised>,
    contact: Contact,
    standing: Standing,
    closes_at: DateTime<Utc>,
    /// Why it was cancelled.
    reason: Option<Localised>,
    /// The ways of taking part that have places of their own.
    offers: Vec<Offer>,
    choices: Vec<Choice>,
    series: Vec<Other>,
    /// The page of the whole series.
    series_path: Option<String>,
    /// Its public address.
    address: String,
    sign_up: String,
    calendar: String,
    /// Recordings and slides for all, when it is over.
    material: Vec<Shown>,
    /// schema.org, safe to stand in a script element.
    json_ld: String,
    /// Nobody but its organisers sees it yet.
    preview: Option<Preview>,
}

/// Something one can choose when signing up.
#[derive(Serialize)]
struct Choice {
    label: Localised,
    starts_at: Option<DateTime<Utc>>,
}

/// Another webinar of the series.
#[derive(Serialize)]
struct Other {
    path: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
}

pub(super) async fn show(State(site): State<Site>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    if let Some(slug) = slug.strip_suffix(".ics") {
        return calendar::show(&site, visit, slug).await;
    }
    let webinar = site.webinar(&slug).await?;
    let organisers = site.organisers(&webinar).await?;
    let series = match &webinar.series {
        Some(series) => store::webinar::coming_in_series(&site.host.db.read, series, webinar.id, visit.now).await?,
        None => Vec::new(),
    };
    let whole = store::series::of(&site.host.db.read, &webinar).await?;
    let series_path = whole.map(|series| format!("/webinar/rekkje/{}", series.slug));
    let visit = framed(visit, &webinar, &organisers);
    let page = WebinarPage {
        series: series.iter().filter(|other| other.is_listed()).map(Other::of).collect(),
        material: match standing(&webinar, visit.now) {
            Standing::Over => {
                let all = store::material::of_event(&site.host.db.read, webinar.id).await?;
                shown(all, false, &webinar.event().path())
            }
            _ => Vec::new(),
        },
        series_path,
        ..WebinarPage::of(&webinar, &organisers, &visit, site.host.address(&webinar.event().path()))
    };
    Ok(visit.page_with(StatusCode::OK, &page))
}

impl WebinarPage {
    /// What the webinar says of itself. `address` is where it stands.
    pub(super) fn of(
        webinar: &store::webinar::Model,
        organisers: &[Organisation],
        visit: &Visit,
        address: String,
    ) -> Self {
        let event = webinar.event();
        let choice = |pool: &Pool| Choice { label: pool.label.clone(), starts_at: pool.starts_at };
        Self {
            title: event.title.clone(),
            summary: event.summary.clone(),
            description: event.description.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            venue: event.venue.clone(),
            price: event.sign_up.price.clone(),
            organisers: organisers.iter().map(|organisation| organisation.name.clone()).collect(),
            contact: event.contact.clone(),
            standing: standing(webinar, visit.now),
            closes_at: event.sign_up.closes_at,
            reason: webinar.reason().cloned(),
            offers: offers(webinar),
            choices: event.choices().map(choice).collect(),
            series: Vec::new(),
            material: Vec::new(),
            series_path: None,
            json_ld: structured::event(webinar, organisers, visit.language, &address),
            sign_up: format!("/pamelding/{}", event.slug),
            calendar: format!("{}.ics", event.path()),
            address,
            preview: None,
        }
    }

    /// The same as a draft shows it.
    pub(super) fn with_preview(self, preview: Preview) -> Self {
        Self { preview: Some(preview), ..self }
    }
}

impl Other {
    fn of(webinar: &store::webinar::Model) -> Self {
        let event = webinar.event();
        Self {
            path: event.path(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
        }
    }
}

fn text(nn: &str, en: &str) -> Localised {
    Localised::from([(Language::Nn, nn), (Language::En, en)])
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Page for WebinarPage {
    const TEMPLATE: &'static str = "webinar/webinar.html";

    fn samples() -> Vec<Self> {
        let sample = |standing: Standing| Self {
            title: text("Frå tomme lokale til liv i sentrum", "From empty premises to life in the centre"),
            summary: text("Ein time om grep som andre alt har prøvd.", "An hour about what others have tried."),
            description: text("Første avsnitt.\n\nAndre avsnitt, med <teikn> & teikn.", "One paragraph."),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:30:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            venue: None,
            price: Some(text("Gratis", "Free of charge")),
            organisers: vec![text("Distriktssenteret", "Distriktssenteret"), text("BYLIVsenteret", "BYLIVsenteret")],
            contact: Contact {
                name: "arrangementskontoret".to_owned(),
                email: "arrangement@distriktssenteret.example".to_owned(),
                phone: Some("+47 00 00 00 00".to_owned()),
            },
            standing,
            closes_at: at("2027-03-15T11:00:00Z"),
            reason: None,
            offers: Vec::new(),
            choices: Vec::new(),
            series: Vec::new(),
            series_path: Some("/webinar/rekkje/stadutvikling".to_owned()),
            address: "https://moteplass.example/webinar/tomme-lokale".to_owned(),
            sign_up: "/pamelding/tomme-lokale".to_owned(),
            calendar: "/webinar/tomme-lokale.ics".to_owned(),
            material: Vec::new(),
            json_ld: "{}".to_owned(),
            preview: None,
        };
        let mut whole = sample(Standing::Open { places_left: Some(3) });
        whole.venue = Some(text("Biblioteket i Steinkjer", "The library in Steinkjer"));
        whole.offers = vec![
            Offer { label: text("Fysisk", "In person"), left: Some(0), waiting: 2 },
            Offer { label: text("På nett", "Online"), left: None, waiting: 0 },
        ];
        whole.choices = vec![
            Choice {
                label: text("Verkstad etterpå", "Workshop afterwards"),
                starts_at: Some(at("2027-03-16T10:00:00Z")),
            },
            Choice { label: text("Rettleiing", "Advice"), starts_at: None },
        ];
        whole.series = vec![Other {
            path: "/webinar/folk-som-kjem".to_owned(),
            title: text("Folk som kjem", "People who come"),
            starts_at: at("2027-03-23T09:00:00Z"),
            ends_at: at("2027-03-23T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
        }];
        let mut only_swedish = sample(Standing::Open { places_left: None });
        only_swedish.title = Localised::from([(Language::Sv, "Platsutvecklingsträff")]);
        only_swedish.description = Localised::from([(Language::Sv, "Om samverkan.")]);
        only_swedish.price = None;
        only_swedish.contact.phone = None;
        only_swedish.organisers.truncate(1);
        let mut cancelled = sample(Standing::Cancelled);
        cancelled.reason = Some(text("Innleiaren er sjuk.", "The speaker is ill."));
        let looked_at = Preview::samples().map(|preview| sample(Standing::Closed).with_preview(preview));
        let mut samples = vec![
            whole,
            only_swedish,
            cancelled,
            sample(Standing::Open { places_left: Some(1) }),
            sample(Standing::FullWithList { waiting: 4 }),
            sample(Standing::Full),
            sample(Standing::Early { opens_at: at("2027-02-01T07:00:00Z") }),
            sample(Standing::Closed),
            sample(Standing::Now),
            sample(Standing::Over),
            Self { material: examples(), ..sample(Standing::Over) },
        ];
        samples.extend(looked_at);
        samples
    }
}
