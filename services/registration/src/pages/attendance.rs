//! Noting in the list that somebody came, or that they did not after all: in a hall there is no link to join by.

use super::event::Known;
use super::list::asked::Asked;
use super::list::{address, show};
use crate::app::App;
use crate::attendance::{Mark, Marked, mark};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Organiser, Visit};
use proto::RegistrationId;
use proto::account::Role;
use sea_orm::prelude::Uuid;

pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    if !organiser.may_at(known.event.id, &known.event.organisation, Role::Door) {
        return Err(Error::NotFound);
    }
    let registration: RegistrationId = fields.get("id").and_then(|id| id.parse().ok()).ok_or(Error::NotFound)?;
    let came = match fields.get("kom") {
        Some("ja") => true,
        Some("nei") => false,
        _ => return Err(Error::NotFound),
    };
    let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
    let pressed = Mark {
        id: Uuid::now_v7(),
        event: known.event.id,
        registration,
        session: None,
        came,
        account: organiser.account,
        at: visit.now,
    };
    match mark(&work, &pressed).await? {
        Marked::Unknown => return Err(Error::NotFound),
        // Pressed twice: it is so, and that is what one wants to know.
        Marked::Now | Marked::Again | Marked::Already | Marked::Not(_) => {}
    }
    work.commit().await.map_err(|_away| Error::Busy)?;
    let asked = Asked::typed(&fields);
    if !asked.search.is_empty() {
        // What is searched for may be a name, and stands in no address.
        return show(&app, &organiser, visit, &slug, &asked).await;
    }
    let number: u32 = fields.get("nr").and_then(|number| number.parse().ok()).unwrap_or_default();
    let list = format!("{}#nr-{number}", address(&known, &asked, Some(asked.page())));
    Ok(visit.with_cookies(Redirect::to(&list).into_response()))
}
