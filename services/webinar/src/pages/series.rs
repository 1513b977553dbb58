//! The public page of a series: what it is about, its dates, and signing up for one of them or for all.

pub(super) mod changes;
pub(super) mod edit;
pub(super) mod form;
pub(super) mod new;
pub(super) mod overview;

use super::Site;
use crate::standing::{Standing, standing};
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FrameOrganisation, Page, Visit};
use proto::event::Contact;
use proto::{Language, Localised};
use serde::Serialize;

/// What anybody may know about a series.
#[derive(Serialize)]
pub(super) struct SeriesPage {
    title: Localised,
    summary: Localised,
    description: Localised,
    organiser: Option<Localised>,
    contact: Contact,
    ahead: Vec<Date>,
    past: Vec<Date>,
    /// The form for all dates; absent as long as there has been none.
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
    fn of(row: &store::webinar::Model, now: DateTime<Utc>) -> Self {
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
    let row = store::series::by_slug(db, &slug).await?.ok_or(Error::NotFound)?;
    let series = row.series();
    let organisers = store::organisation::named(db, &[&row.organisation]).await?;
    let mut dates = store::series::dates(db, &row).await?;
    dates.retain(store::webinar::Model::is_listed);
    let dates = dates.iter().map(|date| Date::of(date, visit.now));
    let (ahead, past): (Vec<_>, Vec<_>) = dates.partition(|date| date.ends_at > visit.now);
    let some = !ahead.is_empty() || !past.is_empty();
    let visit = match organisers.first() {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(organisation).ask(&series.contact)),
        None => visit,
    };
    let page = SeriesPage {
        title: series.title.clone(),
        summary: series.summary.clone(),
        description: row.shared.0.description.clone(),
        organiser: organisers.first().map(|organisation| organisation.name.clone()),
        contact: series.contact.clone(),
        ahead,
        past,
        follow: some.then(|| format!("/pamelding/rekkje/{}", row.slug)),
    };
    Ok(visit.page_with(StatusCode::OK, &page))
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

impl Page for SeriesPage {
    const TEMPLATE: &'static str = "webinar/series.html";

    fn samples() -> Vec<Self> {
        let text = |nn: &str, en: &str| Localised::from([(Language::Nn, nn), (Language::En, en)]);
        let date = |standing: Standing| Date {
            path: "/webinar/tomme-lokale".to_owned(),
            title: text("Frå tomme lokale til <liv> i sentrum", "From empty premises to life in the centre"),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            standing,
            sign_up: "/pamelding/tomme-lokale".to_owned(),
        };
        let page = |ahead: Vec<Date>, past: Vec<Date>| Self {
            title: text("Stadutvikling i distrikta", "Place development in rural areas"),
            summary: text("Ein time i månaden om grep som verkar.", "An hour a month about what works."),
            description: text("Første avsnitt.\n\nAndre avsnitt, med <teikn> & teikn.", "One paragraph."),
            organiser: Some(text("Distriktssenteret", "Distriktssenteret")),
            contact: Contact {
                name: "arrangementskontoret".to_owned(),
                email: "arrangement@distriktssenteret.example".to_owned(),
                phone: Some("+47 00 00 00 00".to_owned()),
            },
            follow: (!ahead.is_empty() || !past.is_empty()).then(|| "/pamelding/rekkje/stadutvikling".to_owned()),
            ahead,
            past,
        };
        let all = [
            Standing::Open { places_left: Some(3) },
            Standing::Open { places_left: None },
            Standing::FullWithList { waiting: 4 },
            Standing::Full,
            Standing::Early { opens_at: at("2027-02-01T08:00:00Z") },
            Standing::Closed,
            Standing::Now,
            Standing::Cancelled,
        ];
        vec![
            page(all.into_iter().map(date).collect(), vec![date(Standing::Over)]),
            page(Vec::new(), vec![date(Standing::Over), date(Standing::Cancelled)]),
            page(Vec::new(), Vec::new()),
        ]
    }
}
