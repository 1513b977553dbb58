//! Replacing the links of a sign-up: the old ones open nothing any more, the new ones come in a letter.

use super::done::DonePage;
use super::{Confirm, ConfirmPage, Mine, dead_link, decoy};
use crate::app::App;
use crate::desk::book::snapshot;
use crate::pages::event::Known;
use crate::store::{claim, event, pool, registration};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use bus::Work;
use host::{Error, Fields, Visit};
use proto::registration::{Change, RegistrationChanged};
use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel, Set};

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    Ok(visit.page(&ConfirmPage::new(&mine, Confirm::NewLink)))
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    if !visit.genuine(fields.csrf()) {
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &ConfirmPage::new(&mine, Confirm::NewLink).again()));
    }
    let done = format!("/pamelding/{}/ny-lenkje-sendt", mine.known.event.slug);
    if let Some(row) = &mine.decoy {
        decoy::replace(&app, row).await?;
        return Ok(visit.with_cookies(Redirect::to(&done).into_response()));
    }
    let work = app.bus.begin().await?;
    if replace(&work, &mine).await? {
        work.commit().await?;
        return Ok(visit.with_cookies(Redirect::to(&done).into_response()));
    }
    work.rollback().await;
    Ok(dead_link::show(&visit))
}

/// Says what was done. The old link opens nothing any more.
pub(crate) async fn get_done(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    let visit = known.answers_for(visit);
    Ok(visit.page(&DonePage::new_link(&known)))
}

/// Raises the generation, and tells those who write letters and check links. False when that has happened since.
async fn replace(work: &Work, mine: &Mine) -> Result<bool, DbErr> {
    // The event's lock keeps the desk from changing the same row meanwhile.
    event::locked(&work.tx, &[mine.known.event.id]).await?;
    let known = &mine.standing.registration;
    let Some(row) = registration::by_id(&work.tx, known.id).await? else { return Ok(false) };
    if row.generation() != known.generation || row.erased_at.is_some() {
        return Ok(false);
    }
    let (generation, revision) = (row.generation + 1, row.revision + 1);
    let mut change = row.into_active_model();
    change.generation = Set(generation);
    change.revision = Set(revision);
    let row = change.update(&work.tx).await?;
    let whole = pool::whole(&work.tx, row.event_id).await?;
    let claims = claim::of_registrations(&work.tx, &[row.id]).await?;
    let registration = snapshot(&row, claims.iter().filter(|claim| !whole.contains(&claim.pool_id)));
    work.say(&RegistrationChanged { registration, what: Change::Details });
    Ok(true)
}
