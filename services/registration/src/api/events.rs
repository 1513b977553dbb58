//! Events that one can sign up for, and what they ask.

use super::description::{EventDetails, EventSummary};
use super::problem::Problem;
use crate::app::App;
use crate::pages::event::Known;
use axum::Json;
use axum::extract::{Path, State};
use host::Error;

/// Events that are not over, soonest first.
#[utoipa::path(get, path = "/api/v1/events", responses((status = 200, body = [EventSummary])))]
pub(crate) async fn list(State(app): State<App>) -> Result<Json<Vec<EventSummary>>, Error> {
    let now = app.host.clock.now();
    let ahead = Known::ahead(&app, now).await?;
    let events =
        ahead.iter().filter(|known| known.event.is_listed()).map(|known| EventSummary::of(known, now)).collect();
    Ok(Json(events))
}

/// One event, with its questions and choices.
#[utoipa::path(
    get,
    path = "/api/v1/events/{slug}",
    params(("slug" = String, Path, description = "The event's name in addresses")),
    responses((status = 200, body = EventDetails), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(crate) async fn one(State(app): State<App>, Path(slug): Path<String>) -> Result<Json<EventDetails>, Error> {
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    Ok(Json(EventDetails::of(&known, app.host.clock.now())))
}
