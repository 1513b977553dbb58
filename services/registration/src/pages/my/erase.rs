//! Deleting everything about somebody who asks for it, at once instead of when it is due.

use super::done::DonePage;
use super::{Asked, Confirm, ConfirmPage, Mine, dead_link, decoy};
use crate::app::App;
use crate::desk::errand::{Errand, Refusal};
use crate::erasure::erase_people;
use crate::following;
use crate::pages::event::Known;
use crate::store::erasure::Why;
use crate::store::{event, registration};
use crate::withdrawal::{Erasing, erasing};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Visit};

impl Mine {
    /// How everything about this person gets deleted.
    pub(crate) fn erasing(&self, now: DateTime<Utc>) -> Erasing {
        erasing(&self.known.event, self.known.cancelled, self.standing.registration.state.into(), now)
    }
}

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    Ok(match mine.erasing(visit.now) {
        Erasing::SignOffFirst => sign_off_first(&visit, &mine),
        Erasing::AtOnce => visit.page(&ConfirmPage::new(&mine, Confirm::Erase)),
        Erasing::LetGoFirst => visit.page(&ConfirmPage::new(&mine, Confirm::EraseWithPlace)),
    })
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let (confirm, lets_go) = match mine.erasing(visit.now) {
        Erasing::SignOffFirst => return Ok(sign_off_first(&visit, &mine)),
        Erasing::AtOnce => (Confirm::Erase, false),
        Erasing::LetGoFirst => (Confirm::EraseWithPlace, true),
    };
    if !visit.genuine(fields.csrf()) {
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &ConfirmPage::new(&mine, confirm).again()));
    }
    let id = mine.standing.registration.id;
    if lets_go {
        // Through the desk, so that somebody else gets the place. Should we stop here, the same button goes on.
        match mine.ask(&app, Errand::LetGo { registration: id }).await? {
            Asked::Done(_) | Asked::Refused(Refusal::AlreadyWithdrawn | Refusal::Over | Refusal::Cancelled) => {}
            Asked::Refused(refusal) => return Ok(mine.not_so(&app, &visit, &refusal)),
        }
    }
    if let Some(row) = &mine.decoy {
        decoy::erase(&app, row).await?;
        return Ok(erased(&visit, &mine));
    }
    let work = app.bus.begin().await?;
    let events = event::locked(&work.tx, &[mine.known.event.id]).await?;
    let cancelled = events.first().is_some_and(|event| event.cancelled);
    let row = registration::by_id(&work.tx, id).await?.filter(|row| row.erased_at.is_none());
    let Some(row) = row else {
        work.rollback().await;
        return Ok(dead_link::show(&visit));
    };
    if erasing(&mine.known.event, cancelled, row.state, work.now) != Erasing::AtOnce {
        work.rollback().await;
        return Err(Error::Busy);
    }
    // Whoever wants to be forgotten does not come back with the next date of a series.
    if let Some(address) = &row.address {
        following::forget(&work, mine.known.event.id, address).await?;
    }
    erase_people(&work, &[row], Why::ByPerson).await?;
    work.commit().await?;
    Ok(erased(&visit, &mine))
}

fn erased(visit: &Visit, mine: &Mine) -> Response {
    let done = format!("/pamelding/{}/sletta", mine.known.event.slug);
    visit.with_cookies(Redirect::to(&done).into_response())
}

/// Says what was done. The link itself opens nothing any more.
pub(crate) async fn get_done(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    let visit = known.answers_for(visit);
    Ok(visit.page(&DonePage::erased(&known)))
}

/// A place that somebody else can have is given up first, on the page that says what that means.
fn sign_off_first(visit: &Visit, mine: &Mine) -> Response {
    visit.with_cookies(Redirect::to(&format!("{}/meld-av", mine.base)).into_response())
}
