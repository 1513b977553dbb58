//! Deleting everything about somebody who has signed off, at once instead of when it is due.

use super::{Confirm, ConfirmPage, DonePage, Mine, dead_link};
use crate::app::App;
use crate::desk::errand::Refusal;
use crate::erasure::erase_people;
use crate::store::erasure::Why;
use crate::store::registration::State as Stands;
use crate::store::{event, registration};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Visit};

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    Ok(visit.page(&ConfirmPage::new(&mine, Confirm::Erase)))
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
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &ConfirmPage::new(&mine, Confirm::Erase).again()));
    }
    let work = app.bus.begin().await?;
    event::locked(&work.tx, &[mine.known.event.id]).await?;
    let row = registration::by_id(&work.tx, mine.standing.registration.id).await?;
    match row.filter(|row| row.state == Stands::Withdrawn) {
        Some(row) if row.erased_at.is_none() => {
            erase_people(&work, &[row], Why::ByPerson).await?;
            work.commit().await?;
            Ok(visit.page(&DonePage::erased(&mine)))
        }
        // A place is given up first, so that somebody else gets it.
        _ => {
            work.rollback().await;
            Ok(mine.not_so(&app, &visit, &Refusal::NoOffer))
        }
    }
}
