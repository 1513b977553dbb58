//! Answering the offer of a place.

use super::done::Told;
use super::{Asked, Done, Mine, dead_link};
use crate::app::App;
use crate::desk::errand::{Errand, Refusal};
use crate::pages::my::overview::OverviewPage;
use crate::pages::notice::Notice;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Visit};
use proto::registration::State as Stands;

/// The answer is given on the overview; whoever loads this address again, or changes language here, is led there.
pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    Ok(match Mine::open(&app, &token).await? {
        Some(_) => visit.with_cookies(Redirect::to(&format!("/mi/{token}")).into_response()),
        None => dead_link::show(&visit),
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
    if !visit.genuine(fields.csrf()) {
        let page = OverviewPage::new(&mine, &app.host, visit.now, Some(Notice::MINE_NOT_GENUINE));
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &page));
    }
    let registration = mine.standing.registration.id;
    let accepts = match fields.get("svar") {
        Some("ja") => true,
        Some("nei") => false,
        _ => return Ok(mine.not_so(&app, &visit, &Refusal::NoOffer)),
    };
    let errand = match accepts {
        true => Errand::AcceptOffer { registration },
        false => Errand::DeclineOffer { registration },
    };
    Ok(match (mine.ask(&app, errand).await?, accepts) {
        (Asked::Done(_), true) => mine.back(&visit, Done::Accepted),
        // Said yes twice.
        (Asked::Refused(_), true) if mine.standing.registration.state == Stands::Admitted => {
            mine.back(&visit, Done::Accepted)
        }
        (Asked::Done(_), false) => mine.tell(&visit, Told::Declined),
        (Asked::Refused(refusal), _) => mine.not_so(&app, &visit, &refusal),
    })
}
