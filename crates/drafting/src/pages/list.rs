//! `/arrangor/…`: what has been begun and what is published, and a new one.

use super::Site;
use super::private;
use super::{PATH, base};
use crate::draft::{Draft, Step};
use crate::{Drafts, Held, store};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Choice, Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::event::EventKind;
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

#[derive(Serialize)]
pub(crate) struct DraftsPage {
    kind: EventKind,
    /// Where they are made.
    base: String,
    drafts: Vec<DraftLine>,
    events: Vec<EventLine>,
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
struct EventLine {
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
pub(crate) struct Report {
    sletta: Option<String>,
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    organiser: Organiser,
    visit: Visit,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let mut page = page(&site, &organiser, &visit).await?;
    page.deleted = report.sletta.is_some();
    Ok(private(visit.page(&page)))
}

/// Begins a draft, and goes on to its first step.
pub(crate) async fn begin<K: Drafts>(
    State(Site(site)): State<Site<K>>,
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
        let wrong = site.host().text.word(visit.language, "drafting-list-choose", &[]);
        let page = DraftsPage { errors: vec![FieldError::new("organisation", wrong)], ..page };
        return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    let work = site.bus().begin().await?;
    let id = Uuid::now_v7();
    let row = store::Model {
        id,
        organisation: chosen.to_owned(),
        version: 1,
        typed: store::Typed(Draft::default()),
        touched: store::Touched::default(),
        slug: None,
        published: None,
        unpublishing: None,
        changed_at: work.now,
    };
    store::insert(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(draft.id = %id, account.id = %organiser.account, "a draft was begun");
    let first = Step::of(K::KIND)[0].path();
    Ok(visit.with_cookies(Redirect::to(&format!("{}/utkast/{id}/steg/{first}", base(K::KIND))).into_response()))
}

async fn page<K: Drafts>(site: &K, organiser: &Organiser, visit: &Visit) -> Result<DraftsPage, Error> {
    let slugs: Vec<&str> = organiser.organisations(Role::Editor).collect();
    let db = &site.host().db.read;
    let known = site.organisations(&slugs).await?;
    if known.is_empty() {
        return Err(Error::NotFound);
    }
    let by_slug: BTreeMap<&str, &Organisation> = known.iter().map(|one| (one.slug.as_str(), one)).collect();
    let name = |slug: &str| by_slug.get(slug).map(|one| one.name.clone()).unwrap_or_default();
    let base = base(K::KIND);
    let made_here = store::published(db, &slugs).await?;
    let draft = |row: store::Model| DraftLine {
        path: format!("{base}/utkast/{}", row.id),
        title: row.draft().title.clone(),
        organiser: name(&row.organisation),
        changed_at: row.changed_at,
    };
    let event = |Held { event, cancelled }: Held| EventLine {
        organiser: name(&event.organisation),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        cancelled,
        draft: made_here.get(&event.slug).map(|id| format!("{base}/utkast/{id}")),
        slug: event.slug,
        title: event.title,
    };
    Ok(DraftsPage {
        drafts: store::of(db, &slugs).await?.into_iter().map(draft).collect(),
        events: site.held(&slugs).await?.into_iter().map(event).collect(),
        kind: K::KIND,
        organisations: known.iter().map(|one| Choice::new(&one.slug, one.name.get(visit.language))).collect(),
        deleted: false,
        errors: Vec::new(),
        base,
    })
}

impl Page for DraftsPage {
    const TEMPLATE: &'static str = "drafting/list.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let name = || Localised::from([(Language::Nn, "Distriktssenteret")]);
        let draft = |title: Localised| DraftLine {
            path: format!("{PATH}/7"),
            title,
            organiser: name(),
            changed_at: at("2027-01-12T08:00:00Z"),
        };
        let event = |cancelled: bool| EventLine {
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
        let page = |kind: EventKind| Self {
            kind,
            base: base(kind),
            drafts: vec![],
            events: vec![],
            organisations: one(),
            deleted: false,
            errors: vec![],
        };
        let titled = Localised::from([(Language::Nb, "Torget som arbeidsplass, <og> mer")]);
        vec![
            page(EventKind::Webinar),
            Self {
                drafts: vec![draft(titled), draft(Localised::default())],
                events: vec![event(false), event(true)],
                organisations: two(),
                deleted: true,
                ..page(EventKind::Gathering)
            },
            Self {
                events: vec![event(false)],
                organisations: two(),
                errors: vec![FieldError::new("organisation", "Vel kven som er arrangør")],
                ..page(EventKind::Conference)
            },
        ]
    }
}
