//! `/arrangor/…/utkast/{id}/avpublisering`: a published event becomes a draft again, if nobody has signed up for it. That is
//! decided where sign-ups are decided about, so it is asked for here, and the answer is shown when it is there.

use super::Site;
use super::private;
use super::{Known, PATH, base};
use crate::draft::cleaned;
use crate::unpublishing::{May, Outcome, Tie, Unpublishing, may};
use crate::{Drafts, Held, store};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, FrameOrganisation, Page, Visit};
use proto::event::{EventKind, EventUnpublishingAsked};
use proto::{Language, Localised};
use serde::Serialize;

/// More than that is no reason but a letter.
const LONGEST: usize = 500;

#[derive(Serialize)]
pub(crate) struct UnpublicationPage {
    kind: EventKind,
    /// Where events of its kind are made.
    base: String,
    /// Of the draft.
    path: String,
    slug: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    may: May,
    /// How many were signed up when it was asked last.
    kept: Option<u32>,
    reason: String,
    errors: Vec<FieldError>,
}

/// A published event and its draft, and whether it can be taken off the pages.
async fn decided<K: Drafts>(site: &K, known: &Known, now: DateTime<Utc>) -> Result<Option<(Held, May)>, Error> {
    let Some(slug) = &known.row.slug else { return Ok(None) };
    let Some(held) = site.by_slug(slug).await? else { return Ok(None) };
    let coming = site.coming(held.event.id).await?;
    let tie = site.tie(held.event.id).await?;
    let may = may(&held, coming, tie, known.row.unpublishing.as_ref(), now);
    Ok(Some((held, may)))
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
) -> Result<Response, Error> {
    let Some((held, may)) = decided(&site, &known, visit.now).await? else { return gone(visit, &known) };
    let page = UnpublicationPage::of(&known, &held, may);
    Ok(answer(visit, &known, StatusCode::OK, &page))
}

/// It is off the pages already: the draft tells so.
fn gone(visit: Visit, known: &Known) -> Result<Response, Error> {
    let done = known.row.unpublishing.as_ref().is_some_and(|one| one.outcome == Outcome::Done);
    if !done {
        return Err(Error::NotFound);
    }
    Ok(visit.with_cookies(Redirect::to(&format!("{}?gjort=av", known.path())).into_response()))
}

pub(crate) async fn ask<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    mut known: Known,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus().begin().await?;
    let Some(row) = store::to_change(&work.tx, known.row.id).await? else {
        work.rollback().await;
        return Err(Error::NotFound);
    };
    known.row = row;
    let Some((held, may)) = decided(&site, &known, work.now).await? else {
        work.rollback().await;
        return gone(visit, &known);
    };
    let reason = cleaned(fields.get("reason").unwrap_or_default());
    let mut errors = Vec::new();
    let said = |key: &str| site.host().text.word(visit.language, key, &[]);
    match reason.chars().count() {
        0 => errors.push(FieldError::new("reason", said("drafting-unpublish-no-reason"))),
        count if count > LONGEST => errors.push(FieldError::new("reason", said("drafting-unpublish-long"))),
        _ => {}
    }
    if fields.get("sure").is_none() {
        errors.push(FieldError::new("sure", said("drafting-unpublish-unsure")));
    }
    if may != May::Ask || !errors.is_empty() {
        work.rollback().await;
        let errors = if may == May::Ask { errors } else { Vec::new() };
        let status = if may == May::Ask { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        let page = UnpublicationPage { errors, reason, ..UnpublicationPage::of(&known, &held, may) };
        return Ok(answer(visit, &known, status, &page));
    }
    let Some(revision) = site.number(&work, &held.event.slug).await? else {
        work.rollback().await;
        return Err(Error::NotFound);
    };
    let (draft, editor, path, mut row) = (known.row.id, known.editor, known.path(), known.row);
    row.unpublishing =
        Some(Unpublishing { at: work.now, by: editor.0, reason: reason.clone(), revision, outcome: Outcome::Asked });
    store::update(&work.tx, row).await?;
    work.say(&EventUnpublishingAsked { event_id: held.event.id, revision, account_id: editor, reason });
    work.commit().await?;
    tracing::info!(draft.id = %draft, account.id = %editor, "an organiser asked for an event to be unpublished");
    Ok(visit.with_cookies(Redirect::to(&format!("{path}/avpublisering")).into_response()))
}

fn answer(visit: Visit, known: &Known, status: StatusCode, page: &UnpublicationPage) -> Response {
    private(visit.organisation(&FrameOrganisation::from(&known.organisation)).page_with(status, page))
}

impl UnpublicationPage {
    fn of(known: &Known, held: &Held, may: May) -> Self {
        let event = &held.event;
        let kept = known.row.unpublishing.as_ref().and_then(|before| match before.outcome {
            Outcome::Kept(signed_up) => Some(signed_up),
            Outcome::Asked | Outcome::Done => None,
        });
        Self {
            kind: event.kind,
            base: base(event.kind),
            path: known.path(),
            slug: event.slug.clone(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            may,
            kept,
            reason: String::new(),
            errors: Vec::new(),
        }
    }
}

impl Page for UnpublicationPage {
    const TEMPLATE: &'static str = "drafting/unpublication.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let page = |kind: EventKind, may: May| Self {
            kind,
            base: base(kind),
            path: format!("{PATH}/7"),
            slug: "byregionar-2027".to_owned(),
            title: Localised::from([(Language::Nn, "Nettverkssamling i <Namsos>")]),
            starts_at: at("2027-04-27T08:00:00Z"),
            ends_at: at("2027-04-28T13:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            may,
            kept: None,
            reason: String::new(),
            errors: Vec::new(),
        };
        let errors = vec![
            FieldError::new("reason", "Skriv kvifor"),
            FieldError::new("sure", "Set kryss for at arrangementet skal av nettsida"),
        ];
        vec![
            Self { errors, kept: Some(2), ..page(EventKind::Webinar, May::Ask) },
            page(EventKind::Gathering, May::Asked),
            page(EventKind::Gathering, May::SignedUp { count: 41 }),
            page(EventKind::Gathering, May::Tied { tie: Tie::Delegations }),
            page(EventKind::Conference, May::Tied { tie: Tie::Programme }),
            page(EventKind::Conference, May::Tied { tie: Tie::Proposals }),
            page(EventKind::Webinar, May::Over),
            page(EventKind::Webinar, May::Cancelled),
        ]
    }
}
