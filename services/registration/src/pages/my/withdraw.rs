//! Giving up the place, or the wait.

use super::done::Told;
use super::{Asked, Confirm, ConfirmPage, Mine, dead_link};
use crate::app::App;
use crate::desk::errand::{Errand, Refusal};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Visit};

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    Ok(visit.page(&ConfirmPage::new(&mine, Confirm::signing_off(&mine.standing.registration))))
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
        return Ok(visit.page_with(
            StatusCode::FORBIDDEN,
            &ConfirmPage::new(&mine, Confirm::signing_off(&mine.standing.registration)).again(),
        ));
    }
    let errand = Errand::Withdraw { registration: mine.standing.registration.id };
    Ok(match mine.ask(&app, errand).await? {
        // Pressed twice: it is done, and that is what one wants to know.
        Asked::Done(_) | Asked::Refused(Refusal::AlreadyWithdrawn) => mine.tell(&visit, Told::Withdrawn),
        Asked::Refused(refusal) => mine.not_so(&app, &visit, &refusal),
    })
}
