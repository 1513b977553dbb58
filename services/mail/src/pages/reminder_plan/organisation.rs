//! The plan of an organisation for events of one kind.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, FrameOrganisation, Organiser, Visit};
use proto::account::Role;
use proto::event::EventKind;
use proto::organisation::Organisation;

use super::event::refusal;
use super::form::{self, Typed};
use super::{Asked, Doing, Kind, PlanPage, Row};
use crate::pages::Site;
use crate::planning::Occasion;
use crate::reminder_plan::{self, Rule, Scope, Source};
use crate::store::{event, organisation, reminder_plan as plans};

const KINDS: [EventKind; 3] = [EventKind::Conference, EventKind::Webinar, EventKind::Gathering];

/// The pages of an organisation's plans.
pub(super) fn kinds(organisation: &str, here: EventKind) -> Vec<Kind> {
    KINDS
        .into_iter()
        .map(|kind| Kind { kind: kind.word(), path: path(organisation, kind), here: kind == here })
        .collect()
}

pub(in crate::pages) async fn get(
    State(site): State<Site>,
    Path((slug, kind)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    organiser: Organiser,
    visit: Visit,
) -> Result<Response, Error> {
    let (organisation, kind) = allowed(&site, &slug, &kind, &organiser, Role::Numbers).await?;
    let page = page(&site, &organisation, kind, &organiser).await?;
    let done = asked.done();
    let typed = page.rules.iter().find(|row| asked.endre.as_deref() == Some(row.notation.as_str()));
    let typed = typed.and_then(|row| row.notation.parse::<Rule>().ok());
    let page = PlanPage { typed: typed.as_ref().map(Typed::from).unwrap_or_default(), done, ..page };
    Ok(visit.organisation(&FrameOrganisation::from(&organisation)).page(&page))
}

pub(in crate::pages) async fn post(
    State(site): State<Site>,
    Path((slug, kind)): Path<(String, String)>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (organisation, kind) = allowed(&site, &slug, &kind, &organiser, Role::Editor).await?;
    let visit = visit.organisation(&FrameOrganisation::from(&organisation));
    let typed = Typed::sent(&fields);
    let doing = Doing::read(&fields);
    let wrong = async |wrong: &[form::Wrong]| {
        let errors = form::errors(wrong, |key| site.mail.host.text.word(visit.language, key, &[]));
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = page(&site, &organisation, kind, &organiser).await?;
        Ok(visit.page_with(status, &PlanPage { typed: typed.clone(), errors, ..page }))
    };
    if fields.switches_language() {
        return wrong(&[]).await;
    }
    let rule = match (&doing, typed.rule()) {
        (Doing::Save, Err(problems)) => return wrong(&problems).await,
        (Doing::Save, Ok(rule)) => Some(rule),
        (Doing::Remove | Doing::Back, _) => None,
    };
    let work = site.bus.begin().await?;
    // Nobody plans by the old plan from here on whom the new one would pass over.
    let events = event::following_plan(&work.tx, &slug, kind, work.now).await?;
    event::hold_still(&work.tx, &events).await?;
    let before = plans::find(&work.tx, &slug, kind).await?.unwrap_or_else(|| reminder_plan::usual(kind));
    let plan = match (&doing, rule) {
        (Doing::Back, _) => None,
        (Doing::Remove, _) => Some(reminder_plan::without(&before, fields.get("rule").unwrap_or_default())),
        (Doing::Save, Some(rule)) => match reminder_plan::with(&before, rule, typed.old(), kind, Scope::Organisation) {
            Ok(rules) => Some(rules),
            Err(refused) => {
                work.rollback().await;
                return wrong(&[refusal(refused)]).await;
            }
        },
        (Doing::Save, None) => Some(before),
    };
    match &plan {
        Some(rules) => plans::keep(&work.tx, &slug, kind, rules, work.now).await?,
        None => plans::delete(&work.tx, &slug, kind).await?,
    }
    for id in &events {
        site.mail.replan_all(&work, *id, Occasion::Surroundings).await?;
    }
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(organisation = slug, kind = kind.word(), account.id = %organiser.account, events = events.len(), done = doing.done(), "the reminder plan of an organisation is another");
    let target = format!("{}?gjort={}", path(&slug, kind), doing.done());
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

fn path(organisation: &str, kind: EventKind) -> String {
    format!("/arrangor/brev/plan/{organisation}/{}", kind.path())
}

/// The organisation, for those who may see what is its; for all others there is none.
async fn allowed(
    site: &Site,
    slug: &str,
    kind: &str,
    organiser: &Organiser,
    least: Role,
) -> Result<(Organisation, EventKind), Error> {
    let kind = KINDS.into_iter().find(|own| own.path() == kind).ok_or(Error::NotFound)?;
    if !organiser.may(slug, least) {
        return Err(Error::NotFound);
    }
    let organisation = organisation::find(&site.mail.host.db.read, slug).await?.ok_or(Error::NotFound)?;
    Ok((organisation, kind))
}

async fn page(
    site: &Site,
    organisation: &Organisation,
    kind: EventKind,
    organiser: &Organiser,
) -> Result<PlanPage, Error> {
    let own = plans::find(&site.mail.host.db.read, &organisation.slug, kind).await?;
    let source = if own.is_some() { Source::Organisation } else { Source::Usual };
    let (anchors, audiences) = PlanPage::choices(kind, Scope::Organisation);
    let is_own = own.is_some();
    let rules = own.unwrap_or_else(|| reminder_plan::usual(kind));
    Ok(PlanPage {
        title: organisation.name.clone(),
        kind: kind.word(),
        path: path(&organisation.slug, kind),
        letters: None,
        organisation: None,
        kinds: kinds(&organisation.slug, kind),
        source: source.word(),
        own: is_own,
        rules: rules.iter().map(|rule| Row::new(rule, None)).collect(),
        afterwards: None,
        timezone: chrono_tz::Europe::Oslo,
        edits: false,
        may_edit: organiser.may(&organisation.slug, Role::Editor),
        over: false,
        typed: Typed::default(),
        anchors,
        audiences,
        errors: Vec::new(),
        done: None,
    })
}
