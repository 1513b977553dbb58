use super::{Site, session};
use crate::store;
use crate::telling::tell;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use host::{Error, Fields, Visit};
use proto::account::SignInChange;

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
        let work = site.bus.begin().await?;
        match everywhere {
            true => {
                store::session::end_all(&work.tx, account.id.0, visit.now).await?;
                tell(&work, &account, SignInChange::SignedOutEverywhere, None, session::device_of(&request));
            }
            false => store::session::end(&work.tx, id, visit.now).await?,
        }
        work.commit().await?;
    }
    let notice = if everywhere { "overalt" } else { "her" };
    Ok(session::ended(&site.host, &visit, &format!("{}?ut={notice}", host::access::SIGN_IN)))
}
