//! `/arrangor/webinar`: what has been begun and what is published, and a new one.

use super::super::Site;
use super::super::series::overview::private;
use super::PATH;
use crate::drafting::draft::{Draft, Step};
use crate::store;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Choice, Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Serialize)]
pub(in crate::pages) struct DraftsPage {
    drafts: Vec<DraftLine>,
    webinars: Vec<WebinarLine>,
    /// In whose name one can be made.
    organisations: Vec<Choice>,
    deleted: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct DraftLine {
    path: String,
    title: Localised,
    organiser: Localised,
    changed_at: DateTime<Utc>,
}

#[derive(Serialize)]
struct WebinarLine {
    slug: String,
    title: Localised,
    organiser: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    cancelled: bool,
    /// The draft that it was made of, if it was made here.
    draft: Option<String>,
}

#[derive(Deserialize)]
pub(in crate::pages) struct Report {
    sletta: Option<String>,
}

pub(in crate::pages) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let mut page = page(&site, &organiser, &visit).await?;
    page.deleted = report.sletta.is_some();
    Ok(private(visit.page(&page)))
}

/// Begins a draft, and goes on to its first step.
pub(in crate::pages) async fn begin(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let page = page(&site, &organiser, &visit).await?;
    let chosen = fields.get("organisation").unwrap_or_default();
    if !page.organisations.iter().any(|one| one.value == chosen) {
        let wrong = site.host.text.word(visit.language, "webinar-drafts-choose", &[]);
        let page = DraftsPage { errors: vec![FieldError::new("organisation", wrong)], ..page };
        return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    let work = site.bus.begin().await?;
    let id = Uuid::now_v7();
    let row = store::draft::Model {
        id,
        organisation: chosen.to_owned(),
        version: 1,
        typed: store::draft::Typed(Draft::default()),
        touched: store::draft::Touched::default(),
        slug: None,
        published: None,
        changed_at: work.now,
    };
    store::draft::insert(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(draft.id = %id, account.id = %organiser.account, "a draft of a webinar was begun");
    let first = Step::ALL[0].path();
    Ok(visit.with_cookies(Redirect::to(&format!("{PATH}/{id}/steg/{first}")).into_response()))
}

async fn page(site: &Site, organiser: &Organiser, visit: &Visit) -> Result<DraftsPage, Error> {
    let slugs: Vec<&str> = organiser.organisations(Role::Editor).collect();
    let db = &site.host.db.read;
    let known = store::organisation::named(db, &slugs).await?;
    if known.is_empty() {
        return Err(Error::NotFound);
    }
    let by_slug: BTreeMap<&str, &Organisation> = known.iter().map(|one| (one.slug.as_str(), one)).collect();
    let name = |slug: &str| by_slug.get(slug).map(|one| one.name.clone()).unwrap_or_default();
    let made_here = store::draft::published(db, &slugs).await?;
    let draft = |row: store::draft::Model| DraftLine {
        path: format!("{PATH}/{}", row.id),
        title: row.draft().title.clone(),
        organiser: name(&row.organisation),
        changed_at: row.changed_at,
    };
    let webinar = |row: store::webinar::Model| WebinarLine {
        slug: row.slug.clone(),
        title: row.event().title.clone(),
        organiser: name(&row.organisation),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        timezone: row.event().timezone.name().to_owned(),
        cancelled: row.cancelled,
        draft: made_here.get(&row.slug).map(|id| format!("{PATH}/{id}")),
    };
    Ok(DraftsPage {
        drafts: store::draft::of(db, &slugs).await?.into_iter().map(draft).collect(),
        webinars: store::webinar::of(db, &slugs).await?.into_iter().map(webinar).collect(),
        organisations: known.iter().map(|one| Choice::new(&one.slug, one.name.get(visit.language))).collect(),
        deleted: false,
        errors: Vec::new(),
    })
}

impl Page for DraftsPage {
    const TEMPLATE: &'static str = "webinar/drafts.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let name = || Localised::from([(Language::Nn, "Distriktssenteret")]);
        let draft = |title: Localised| DraftLine {
            path: format!("{PATH}/7"),
            title,
            organiser: name(),
            changed_at: at("2027-01-12T08:00:00Z"),
        };
        let webinar = |cancelled: bool| WebinarLine {
            slug: "tomme-lokale".to_owned(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til <liv> i sentrum")]),
            organiser: name(),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            cancelled,
            draft: (!cancelled).then(|| format!("{PATH}/8")),
        };
        let one = || vec![Choice::new("distriktssenteret", "Distriktssenteret")];
        let two = || [one(), vec![Choice::new("bylivsenteret", "BYLIVsenteret")]].concat();
        let titled = Localised::from([(Language::Nb, "Torget som arbeidsplass, <og> mer")]);
        vec![
            Self { drafts: vec![], webinars: vec![], organisations: one(), deleted: false, errors: vec![] },
            Self {
                drafts: vec![draft(titled), draft(Localised::default())],
                webinars: vec![webinar(false), webinar(true)],
                organisations: two(),
                deleted: true,
                errors: vec![],
            },
            Self {
                drafts: vec![],
                webinars: vec![webinar(false)],
                organisations: two(),
                deleted: false,
                errors: vec![FieldError::new("organisation", "Vel kven som er arrangør")],
            },
        ]
    }
}
