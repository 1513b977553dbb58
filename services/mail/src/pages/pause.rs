use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Organiser, Visit};
use proto::account::Role;

use super::{Site, planned};
use crate::store::pause;

/// Holds letters about an event back, or lets them go.
pub(super) async fn post(
    State(site): State<Site>,
    Path(slug): Path<String>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let event = planned::allowed(&site, &slug, &organiser, Role::Owner).await?;
    let held_back = fields.get("vent") == Some("ja");
    let work = site.bus.begin().await?;
    match held_back {
        true => pause::begin(&work.tx, event.id.0, work.now).await?,
        false => drop(pause::end(&work.tx, event.id.0).await?),
    }
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(event.id = %event.id, account.id = %organiser.account, held_back, "letters about an event held back or let go");
    Ok(Redirect::to(&format!("/arrangor/brev/{slug}")).into_response())
}
