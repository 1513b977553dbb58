use super::{Site, session};
use crate::store;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use host::{Error, Fields, Visit};

/// Ends the session of this browser, or all of the account's.
pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let everywhere = fields.get("kvar") == Some("overalt");
    if let Some((id, account)) = session::signed_in(&site, &request, visit.now).await? {
        let tx = site.host.db.begin().await?;
        match everywhere {
            true => store::session::end_all(&tx, account.id.0, visit.now).await?,
            false => store::session::end(&tx, id, visit.now).await?,
        }
        tx.commit().await?;
    }
    let notice = if everywhere { "overalt" } else { "her" };
    Ok(session::ended(&site.host, &visit, &format!("{}?ut={notice}", host::access::SIGN_IN)))
}
