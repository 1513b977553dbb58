//! `/arrangor/webinar/utkast/{id}/kopi`: a new draft with what stands in another, but for its day and deadline.

use super::super::Site;
use super::{Known, PATH};
use crate::drafting::draft::{Day, Draft};
use crate::store;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Organiser, Visit};
use uuid::Uuid;

pub(in crate::pages) async fn begin(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = Known::open(&site, &organiser, &id).await?;
    let typed =
        Draft { day: Day::default(), closes: Day::default(), closes_at: String::new(), ..known.row.draft().clone() };
    let work = site.bus.begin().await?;
    let row = store::draft::Model {
        id: Uuid::now_v7(),
        version: 1,
        typed: store::draft::Typed(typed),
        touched: store::draft::Touched::default(),
        slug: None,
        published: None,
        changed_at: work.now,
        ..known.row
    };
    let id = row.id;
    store::draft::insert(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(draft.id = %id, account.id = %organiser.account, "a draft was copied");
    Ok(visit.with_cookies(Redirect::to(&format!("{PATH}/{id}?gjort=kopiert")).into_response()))
}
