use super::{Site, session};
use crate::second_factor::Passed;
use crate::sign_in::{self, Link};
use crate::store;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use host::{Error, Fields, Page, Purpose, Visit};
use sea_orm::DbErr;
use serde::Serialize;

/// Where a link leads. Only the button uses it up: programs that look through mail follow links, but press nothing.
#[derive(Serialize)]
pub(super) struct Enter {
    action: String,
}

impl Page for Enter {
    const TEMPLATE: &'static str = "portal/enter.html";

    fn samples() -> Vec<Self> {
        vec![Self { action: "/arrangor/inn/AZ".to_owned() }]
    }
}

/// The link was used, is too old, or was never ours.
#[derive(Serialize)]
pub(super) struct Spent {
    again: &'static str,
}

impl Page for Spent {
    const TEMPLATE: &'static str = "portal/spent.html";

    fn samples() -> Vec<Self> {
        vec![Self { again: host::access::SIGN_IN }]
    }
}

fn spent(visit: &Visit) -> Response {
    visit.page_with(StatusCode::GONE, &Spent { again: host::access::SIGN_IN })
}

pub(super) async fn get(visit: Visit, State(site): State<Site>, Path(token): Path<String>) -> Result<Response, Error> {
    let Some((id, _)) = site.host.keys.read(Purpose::SignIn, &token) else { return Ok(spent(&visit)) };
    let link = store::sign_in::with_id(&site.host.db.read, id).await?;
    let works = link.is_some_and(|link| sign_in::link(link.expires_at, link.used_at, visit.now) == Link::Works);
    match works {
        true => Ok(visit.page(&Enter { action: visit.path.clone() })),
        false => Ok(spent(&visit)),
    }
}

pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    Path(token): Path<String>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let Some((id, _)) = site.host.keys.read(Purpose::SignIn, &token) else { return Ok(spent(&visit)) };
    match enter(&site, &visit, &request, id).await? {
        Some(answer) => Ok(answer),
        None => Ok(spent(&visit)),
    }
}

async fn enter(site: &Site, visit: &Visit, request: &HeaderMap, id: uuid::Uuid) -> Result<Option<Response>, DbErr> {
    let host = &site.host;
    let tx = host.db.begin().await?;
    let Some(link) = store::sign_in::with_id(&tx, id).await? else { return Ok(None) };
    if !store::sign_in::spend(&tx, &link, visit.now).await? {
        return Ok(None);
    }
    let account = store::account::with_id(&tx, link.account.into()).await?;
    let Some(account) = account.filter(|account| !account.disabled) else { return Ok(None) };
    let onward = sign_in::onward(Some(&link.onward));
    let answer = session::arrived(host, &tx, (visit, request), &account, Passed::No, &onward).await?;
    tx.commit().await?;
    Ok(Some(answer))
}
