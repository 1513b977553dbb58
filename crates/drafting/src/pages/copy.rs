//! `/arrangor/…/utkast/{id}/kopi`: a new draft with what stands in another, but for its day and deadline.

use super::Site;
use super::{Known, base};
use crate::draft::{Day, Draft};
use crate::{Drafts, store};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Visit};
use uuid::Uuid;

pub(crate) async fn begin<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let typed =
        Draft { day: Day::default(), closes: Day::default(), closes_at: String::new(), ..known.row.draft().clone() };
    let work = site.bus().begin().await?;
    let row = store::Model {
        id: Uuid::now_v7(),
        version: 1,
        typed: store::Typed(typed),
        touched: store::Touched::default(),
        slug: None,
        published: None,
        unpublishing: None,
        changed_at: work.now,
        ..known.row
    };
    let id = row.id;
    store::insert(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(draft.id = %id, account.id = %known.editor, "a draft was copied");
    Ok(visit.with_cookies(Redirect::to(&format!("{}/utkast/{id}?gjort=kopiert", base(K::KIND))).into_response()))
}
