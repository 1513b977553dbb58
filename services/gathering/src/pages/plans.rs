//! `/arrangor/samling/{slug}/planar`: the plans of a gathering, and a form for another.

use super::plan::form::{WishForm, read};
use super::{Site, answered};
use crate::plan::Kind;
use crate::planning::{self, Case, company};
use crate::store::{self, gathering};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{EventId, Localised};
use serde::Serialize;

#[derive(Clone, Serialize)]
pub(super) struct PlansPage {
    slug: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    /// How many have a place.
    people: usize,
    plans: Vec<Line>,
    /// May make and change plans, and it is not too late.
    may_act: bool,
    form: WishForm,
    removed: bool,
    errors: Vec<FieldError>,
}

#[derive(Clone, Serialize)]
struct Line {
    id: String,
    name: Localised,
    kind: Kind,
    tables: usize,
    seated: usize,
    people: usize,
    /// Those who do not know where they sit.
    untold: usize,
    told_at: Option<DateTime<Utc>>,
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    uri: axum::http::Uri,
) -> Result<Response, Error> {
    let gathering = seen(&site, &organiser, &slug).await?;
    let form = WishForm::empty(&site, &gathering, visit.language).await?;
    let mut page = page(&site, &gathering, &organiser, visit.now, form).await?;
    page.removed = super::done(&uri) == Some("sletta");
    answered(&site, visit, &gathering, StatusCode::OK, &page).await
}

/// Makes a plan.
pub(super) async fn make(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let gathering = seen(&site, &organiser, &slug).await?;
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    if !organiser.may_at(EventId(gathering.id), &gathering.organisation, Role::Editor) {
        return Err(Error::NotFound);
    }
    if is_past(&gathering, visit.now) {
        return Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/samling/{slug}/planar")).into_response()));
    }
    let mut form = WishForm::empty(&site, &gathering, visit.language).await?;
    form.fill(&fields);
    let wish = match read(&form, &site, visit.language) {
        Ok(wish) => wish,
        Err(errors) => {
            let page = page(&site, &gathering, &organiser, visit.now, form).await?;
            let page = PlansPage { errors, ..page };
            return answered(&site, visit, &gathering, StatusCode::UNPROCESSABLE_ENTITY, &page).await;
        }
    };
    let work = site.bus.begin().await?;
    gathering::locked(&work.tx, gathering.id).await?;
    let id = planning::make(&work, &gathering, wish).await?;
    work.commit().await?;
    tracing::info!(event.id = %gathering.id, account.id = %organiser.account, plan.id = %id, "a plan was made");
    let to = format!("/arrangor/samling/{slug}/planar/{id}?gjort=laga");
    Ok(visit.with_cookies(Redirect::to(&to).into_response()))
}

/// The gathering, for those who may see lists of people in the organisation that answers for it.
pub(super) async fn seen(site: &Site, organiser: &Organiser, slug: &str) -> Result<gathering::Model, Error> {
    let gathering = site.gathering(slug).await?;
    match organiser.may_at(EventId(gathering.id), &gathering.organisation, Role::Reader) {
        true => Ok(gathering),
        false => Err(Error::NotFound),
    }
}

/// Plans are changed until it is over: people come late.
pub(super) fn is_past(gathering: &gathering::Model, now: DateTime<Utc>) -> bool {
    gathering.cancelled || now >= gathering.ends_at
}

async fn page(
    site: &Site,
    gathering: &gathering::Model,
    organiser: &Organiser,
    now: DateTime<Utc>,
    form: WishForm,
) -> Result<PlansPage, Error> {
    let db = &site.host.db.read;
    let company = company(db, gathering.id).await?;
    let plans = store::plan::of(db, gathering.id).await?.into_iter().map(|plan| Case::of(plan, &company));
    let event = gathering.event();
    Ok(PlansPage {
        slug: gathering.slug.clone(),
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        people: company.guests(None).len(),
        plans: plans.map(|case| line(&case)).collect(),
        may_act: organiser.may_at(EventId(gathering.id), &gathering.organisation, Role::Editor)
            && !is_past(gathering, now),
        form,
        removed: false,
        errors: Vec::new(),
    })
}

fn line(case: &Case) -> Line {
    let arrangement = &case.plan.arrangement.0;
    Line {
        id: case.plan.id.to_string(),
        name: case.plan.name.0.clone(),
        kind: case.plan.kind(),
        tables: arrangement.tables.len(),
        seated: arrangement.seated().len(),
        people: case.guests.len(),
        untold: case.untold().len(),
        told_at: case.plan.told_at,
    }
}

impl Page for PlansPage {
    const TEMPLATE: &'static str = "gathering/plans.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse().unwrap_or_default();
        let text = |nn: &str, en: &str| Localised::from([(proto::Language::Nn, nn), (proto::Language::En, en)]);
        let line = |kind, untold, told_at: Option<&str>| Line {
            id: "x".to_owned(),
            name: text("Middag på <kulturhuset>", "Dinner"),
            kind,
            tables: 12,
            seated: 94,
            people: 96,
            untold,
            told_at: told_at.map(at),
        };
        let empty = Self {
            slug: "byregionar".to_owned(),
            title: text("Nettverkssamling for byregionar", "Gathering of city regions"),
            starts_at: at("2027-04-27T09:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            people: 96,
            plans: Vec::new(),
            may_act: true,
            form: WishForm::sample(),
            removed: false,
            errors: Vec::new(),
        };
        let full = Self {
            plans: vec![line(Kind::Tables, 3, Some("2027-04-20T09:00:00Z")), line(Kind::Groups, 94, None)],
            removed: true,
            ..empty.clone()
        };
        let wrong = ["kind", "name_nn", "size", "tables", "of_member", "of_county"];
        let wrong = wrong.map(|field| FieldError::new(field, "Skriv eit tal."));
        let wrong = Self { errors: wrong.to_vec(), ..empty.clone() };
        let late = Self { may_act: false, ..full.clone() };
        vec![empty, full, wrong, late]
    }
}
