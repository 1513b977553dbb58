//! That it is settled who came: those who were there and those who were not are written to without waiting any longer.

use super::{Site, organiser};
use crate::entrance::doors;
use crate::store::afterwards::Change;
use crate::telling;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Organiser, Visit};
use proto::EventId;
use proto::account::Role;

pub(super) async fn settle(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let webinar = organiser::seen(&site, &organiser, &slug).await?;
    if !organiser.may_at(EventId(webinar.id), &webinar.organisation, Role::Editor) {
        return Err(Error::NotFound);
    }
    // As long as the doors are open somebody may still come.
    if visit.now >= doors(&webinar).until {
        let work = site.bus.begin().await?;
        let settled = Change::Settled { at: work.now, ends_at: webinar.ends_at };
        telling::tell(&work, EventId(webinar.id), settled).await?;
        work.commit().await?;
        tracing::info!(event.id = %webinar.id, account.id = %organiser.account, "it is settled who came");
    }
    Ok(visit.with_cookies(Redirect::to(&format!("/arrangor/webinar/{slug}/frammote")).into_response()))
}
