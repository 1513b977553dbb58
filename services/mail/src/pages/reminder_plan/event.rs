//! The plan of one event.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, FrameOrganisation, Organiser, Visit};
use proto::account::Role;
use proto::event::Event;

use super::form::{self, Typed};
use super::preview::{self, Counts};
use super::{Asked, Doing, PlanPage, Row};
use crate::pages::{Site, planned};
use crate::planning::{Occasion, follow_up};
use crate::reminder_plan::{self, Refused, Rule, Scope, Source};
use crate::store::event::Known;
use crate::store::{event, organisation};

pub(in crate::pages) async fn get(
    State(site): State<Site>,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
    organiser: Organiser,
    visit: Visit,
) -> Result<Response, Error> {
    let event = planned::allowed(&site, &slug, &organiser, Role::Numbers).await?;
    let page = page(&site, &event, &organiser, visit.now).await?;
    let done = asked.done();
    let typed = page.rules.iter().find(|row| asked.endre.as_deref() == Some(row.notation.as_str()));
    let typed = typed.and_then(|row| row.notation.parse::<Rule>().ok());
    let page = PlanPage { typed: typed.as_ref().map(Typed::from).unwrap_or_default(), done, ..page };
    framed(&site, visit, &event).await.map(|visit| visit.page(&page))
}

pub(in crate::pages) async fn post(
    State(site): State<Site>,
    Path(slug): Path<String>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let event = planned::allowed(&site, &slug, &organiser, Role::Editor).await?;
    let visit = framed(&site, visit, &event).await?;
    let typed = Typed::sent(&fields);
    let doing = Doing::read(&fields);
    let wrong = async |wrong: &[form::Wrong]| {
        let word = |key: &str| site.mail.host.text.word(visit.language, key, &[]);
        let errors = form::errors(wrong, word);
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = page(&site, &event, &organiser, visit.now).await?;
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
    event::hold_still(&work.tx, &[event.id]).await?;
    let known = event::find(&work.tx, event.id).await?.ok_or(Error::NotFound)?;
    if preview::is_over(&known, work.now) {
        work.rollback().await;
        return Ok(visit.with_cookies(Redirect::to(&path(&slug)).into_response()));
    }
    let before = known.event.as_deref().map(|event| reminder_plan::as_own(event, &known.plan, known.followed.as_ref()));
    let before = before.unwrap_or_default();
    let plan = match (&doing, rule) {
        (Doing::Back, _) => None,
        (Doing::Remove, _) => Some(reminder_plan::without(&before, fields.get("rule").unwrap_or_default())),
        (Doing::Save, Some(rule)) => match reminder_plan::with(&before, rule, typed.old(), event.kind, Scope::Event) {
            Ok(rules) => Some(rules),
            Err(refused) => {
                work.rollback().await;
                return wrong(&[refusal(refused)]).await;
            }
        },
        (Doing::Save, None) => Some(before),
    };
    event::set_plan(&work.tx, event.id, plan.as_deref()).await?;
    site.mail.replan_all(&work, event.id, Occasion::Surroundings).await?;
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(event.id = %event.id, account.id = %organiser.account, done = doing.done(), "the reminder plan of an event is another");
    let target = format!("{}?gjort={}", path(&slug), doing.done());
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

pub(super) fn refusal(refused: Refused) -> form::Wrong {
    (form::field(refused), refused.word())
}

fn path(slug: &str) -> String {
    format!("/arrangor/brev/{slug}/plan")
}

async fn framed(site: &Site, visit: Visit, event: &Event) -> Result<Visit, Error> {
    Ok(match organisation::find(&site.mail.host.db.read, &event.organisation).await? {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(&organisation)),
        None => visit,
    })
}

async fn page(site: &Site, event: &Event, organiser: &Organiser, now: DateTime<Utc>) -> Result<PlanPage, Error> {
    let db = &site.mail.host.db.read;
    let known: Known = event::find(db, event.id).await?.ok_or(Error::NotFound)?;
    let counts = Counts::load(db, &known).await?;
    let mut rules = Vec::new();
    for rule in &known.plan.rules {
        rules.push(Row::new(rule, counts.of(db, &known, rule, now).await?));
    }
    // Which of them a webinar says by itself.
    let afterwards = match known.plan.source {
        Source::Event => None,
        _ => follow_up::of_webinar(event, known.followed.as_ref()).map(|due| due.at),
    };
    let over = preview::is_over(&known, now);
    let edits = organiser.may_at(event.id, &event.organisation, Role::Editor);
    let (anchors, audiences) = PlanPage::choices(event.kind, Scope::Event);
    let own_organisation = organiser.may(&event.organisation, Role::Numbers);
    Ok(PlanPage {
        title: event.title.clone(),
        kind: event.kind.word(),
        path: path(&event.slug),
        letters: Some(format!("/arrangor/brev/{}", event.slug)),
        organisation: own_organisation
            .then(|| format!("/arrangor/brev/plan/{}/{}", event.organisation, event.kind.path())),
        kinds: Vec::new(),
        source: known.plan.source.word(),
        own: known.plan.source == Source::Event,
        rules,
        afterwards,
        timezone: event.timezone,
        edits,
        may_edit: edits && !over,
        over,
        typed: Typed::default(),
        anchors,
        audiences,
        errors: Vec::new(),
        done: None,
    })
}
