//! Publishing a draft, and throwing one away.

use super::Site;
use super::overview::{Happened, is_moved, page};
use super::{Known, base};
use crate::filing::filed;
use crate::slug::slug;
use crate::{Drafts, Refused, store};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Visit};

/// Makes of the draft what its event file would make, in the same way: judged, taken in, and said to others.
pub(crate) async fn publish<K: Drafts>(
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
    if fields.get("version") != Some(known.row.version.to_string().as_str()) {
        work.rollback().await;
        let happened = Happened { stale: true, ..Happened::default() };
        return page(&site, visit, &known, StatusCode::CONFLICT, happened).await;
    }
    if !known.missing(work.now).is_empty() {
        work.rollback().await;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&site, visit, &known, status, Happened::default()).await;
    }
    if let Some(slug) = &known.row.slug
        && let Some(held) = site.by_slug(slug).await?
        && is_moved(&known, &held)
        && fields.get("sure").is_none()
    {
        work.rollback().await;
        let text = site.host().text.word(visit.language, "drafting-postpone-unsure", &[]);
        let happened = Happened { errors: vec![FieldError::new("sure", text)], ..Happened::default() };
        return page(&site, visit, &known, StatusCode::UNPROCESSABLE_ENTITY, happened).await;
    }
    let name = match &known.row.slug {
        Some(slug) => slug.clone(),
        None => {
            let languages = &known.organisation.required_languages;
            let title = &known.row.draft().title;
            slug(title.get(languages.first().copied().unwrap_or(visit.language)), K::KIND, known.row.id)
        }
    };
    if known.row.slug.is_none() && site.by_slug(&name).await?.is_some() {
        // Made of an id, so that this cannot be but by somebody who has seen it; nothing is written over.
        work.rollback().await;
        return Err(Error::Internal(anyhow::anyhow!("the slug of a draft belongs to another event")));
    }
    let file = filed(known.row.draft(), K::KIND, &name, &known.organisation, &site.host().text);
    match site.take_in(&work, &file.text).await {
        Ok(()) => {}
        Err(Refused::Problems(problems)) => {
            work.rollback().await;
            let happened = Happened { refused: file.blamed(&problems), ..Happened::default() };
            return page(&site, visit, &known, StatusCode::UNPROCESSABLE_ENTITY, happened).await;
        }
        Err(Refused::Database(error)) => {
            work.rollback().await;
            return Err(error.into());
        }
    }
    let path = known.path();
    let (draft, mut row) = (known.row.id, known.row);
    row.published = Some(row.version);
    // Whoever wanted it off the pages before is answered too late.
    row.unpublishing = None;
    row.slug = Some(name);
    store::update(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(draft.id = %draft, account.id = %known.editor, "a draft was published");
    Ok(visit.with_cookies(Redirect::to(&format!("{path}?gjort=publisert")).into_response()))
}

/// Throws away what is not published.
pub(crate) async fn delete<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    if fields.get("sure").is_none() {
        let text = site.host().text.word(visit.language, "drafting-delete-unsure", &[]);
        let happened = Happened { errors: vec![FieldError::new("sure", text)], ..Happened::default() };
        return page(&site, visit, &known, StatusCode::UNPROCESSABLE_ENTITY, happened).await;
    }
    let work = site.bus().begin().await?;
    let row = store::to_change(&work.tx, known.row.id).await?;
    if row.is_none_or(|row| row.published.is_some()) {
        work.rollback().await;
        return Err(Error::NotFound);
    }
    store::delete(&work.tx, known.row.id).await?;
    work.commit().await?;
    tracing::info!(draft.id = %known.row.id, account.id = %known.editor, "a draft was deleted");
    Ok(visit.with_cookies(Redirect::to(&format!("{}?sletta=1", base(K::KIND))).into_response()))
}
