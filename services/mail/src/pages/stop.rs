use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use host::{Error, FrameOrganisation, Page, Visit};
use proto::Localised;
use serde::Serialize;

use super::Site;
use crate::planning::Occasion;
use crate::reminders;
use crate::store::{event, organisation, registration};

/// Stopping the reminders of one sign-up: the question, and that it was done.
#[derive(Debug, Serialize)]
pub(super) struct StopPage {
    title: Localised,
    stopped: bool,
}

impl Page for StopPage {
    const TEMPLATE: &'static str = "mail/stop.html";

    fn samples() -> Vec<Self> {
        let title = crate::letters::About::sample().title;
        vec![Self { title: title.clone(), stopped: false }, Self { title, stopped: true }]
    }
}

pub(super) async fn get(State(site): State<Site>, Path(token): Path<String>, visit: Visit) -> Result<Response, Error> {
    let id = reminders::read(&site.mail.host.keys, &token).ok_or(Error::NotFound)?;
    let known = registration::find(&site.mail.host.db.read, id).await?.ok_or(Error::NotFound)?;
    page(&site, visit, &known, known.reminders_stopped).await
}

/// From the page, and from mail readers that do it by themselves (RFC 8058): the link itself is the permission, so
/// neither cookie nor token is asked for.
pub(super) async fn post(State(site): State<Site>, Path(token): Path<String>, visit: Visit) -> Result<Response, Error> {
    let id = reminders::read(&site.mail.host.keys, &token).ok_or(Error::NotFound)?;
    let work = site.bus.begin().await?;
    let stopped = registration::stop_reminders(&work.tx, id).await?;
    let known = registration::find(&work.tx, id).await?.ok_or(Error::NotFound)?;
    if stopped {
        site.mail.replan_one(&work, Occasion::Surroundings, &known, None, None).await?;
    }
    work.commit().await?;
    page(&site, visit, &known, true).await
}

async fn page(site: &Site, visit: Visit, known: &registration::Known, stopped: bool) -> Result<Response, Error> {
    let db = &site.mail.host.db.read;
    let heard = event::find(db, known.registration.event_id).await?;
    let event = heard.and_then(|heard| heard.event).ok_or(Error::NotFound)?;
    let visit = match organisation::find(db, &event.organisation).await? {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(&organisation).ask(&event.contact)),
        None => visit,
    };
    Ok(visit.page_with(StatusCode::OK, &StopPage { title: event.title.clone(), stopped }).into_response())
}
