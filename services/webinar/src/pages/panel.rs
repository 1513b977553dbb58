//! The way into a webinar for those who lead it or speak in it; only those whom the event file calls moderators may lead. It opens
//! before that of the participants, and pressing the button counts nobody: the panel has not signed up.

use super::Site;
use super::join::{Met, Panel, met_page, out, stuck, way_in};
use crate::entrance::{Entrance, panel_doors, panel_entrance};
use crate::meeting::Guest;
use crate::store::{panelist, webinar};
use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::{Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Purpose, Visit};

/// Links to the panel have one generation: another key in the event file makes another link.
pub(super) const GENERATION: u16 = 0;

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let webinar = site.webinar(&slug).await?;
    let (_, met) = holder(&site, &webinar, &token, visit.now, &uri).await?;
    met_page(&site, visit, &webinar, met).await
}

/// No CSRF token is asked for: the address itself is the right, and nobody else knows it.
pub(super) async fn enter(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let webinar = site.webinar(&slug).await?;
    let (holder, met) = holder(&site, &webinar, &token, visit.now, &uri).await?;
    let (Some(holder), Entrance::Open) = (holder, met.entrance) else {
        return met_page(&site, visit, &webinar, met).await;
    };
    let guest = Guest { id: holder.id, name: Some(&holder.name), may: holder.role.may() };
    match way_in(&site, &webinar, guest, panel_doors(&webinar), visit.now) {
        Some(address) => Ok(visit.with_cookies(out(Redirect::to(&address)))),
        None => stuck(&site, visit, &webinar, met).await,
    }
}

async fn holder<'u>(
    site: &Site,
    webinar: &webinar::Model,
    token: &str,
    now: DateTime<Utc>,
    uri: &'u Uri,
) -> Result<(Option<panelist::Model>, Met<'u>), Error> {
    let read = site.host.keys.read(Purpose::Panel, token).filter(|(_, generation)| *generation == GENERATION);
    let holder = match read {
        Some((id, _)) => panelist::find(&site.host.db.read, id).await?,
        None => None,
    };
    let met = Met {
        entrance: panel_entrance(webinar, holder.as_ref(), now),
        panel: holder.as_ref().map(|one| Panel { name: one.name.clone(), part: one.role }),
        number: holder.as_ref().map_or(0, |one| one.id.as_u128()),
        uri,
    };
    Ok((holder, met))
}
