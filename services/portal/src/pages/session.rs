//! The browser's side of a session: a signed cookie that names it, and the short-lived one that carries the roles.

use super::Site;
use crate::sign_in::{ACCESS_LASTS, Account, SESSION_LASTS, session_lives};
use crate::store;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use host::access::{self, Access};
use host::{Host, Keys, Visit, cookie};
use sea_orm::DbErr;
use std::time::Duration;
use uuid::Uuid;

const COOKIE: &str = "mp_session";
const DOMAIN: &str = "portal/session";

/// The id in a browser's cookie, if it is ours. Whether the session lives only the table knows.
pub(super) fn named(keys: &Keys, request: &HeaderMap) -> Option<Uuid> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(cookie::read(request, COOKIE)?).ok()?;
    let (id, mac) = bytes.split_at_checked(16)?;
    keys.verify(DOMAIN, id, mac).then(|| Uuid::from_slice(id).ok()).flatten()
}

/// Who is signed in with a browser, with the roles that they have now.
pub(super) async fn signed_in(
    site: &Site,
    request: &HeaderMap,
    now: DateTime<Utc>,
) -> Result<Option<(Uuid, Account)>, DbErr> {
    let Some(id) = named(&site.host.keys, request) else { return Ok(None) };
    let Some(session) = store::session::with_id(&site.host.db.read, id).await? else { return Ok(None) };
    if !session_lives(session.expires_at, session.ended_at, now) {
        return Ok(None);
    }
    let account = store::account::with_id(&site.host.db.read, session.account.into()).await?;
    Ok(account.filter(|account| !account.disabled).map(|account| (id, account)))
}

/// A redirect that leaves the cookie of a session that just began.
pub(super) fn begun(host: &Host, session: Uuid, account: &Account, visit: &Visit, to: &str) -> Response {
    let mac = host.keys.sign(DOMAIN, session.as_bytes());
    let value = BASE64_URL_SAFE_NO_PAD.encode([session.as_bytes().as_slice(), &mac].concat());
    let answer = renewed(host, session, account, visit, to);
    with_cookie(answer, &cookie::lasting(COOKIE, &value, &host.settings, lasts(SESSION_LASTS)))
}

/// A redirect that leaves the roles as they are now.
pub(super) fn renewed(host: &Host, session: Uuid, account: &Account, visit: &Visit, to: &str) -> Response {
    let expires_at = visit.now + ACCESS_LASTS;
    let said = Access { account: account.id, session, roles: account.roles.clone(), expires_at };
    let value = access::seal(&host.keys, &said);
    let answer = visit.with_cookies(Redirect::to(to).into_response());
    with_cookie(answer, &cookie::lasting(access::COOKIE, &value, &host.settings, lasts(ACCESS_LASTS)))
}

/// A redirect that removes both cookies.
pub(super) fn ended(host: &Host, visit: &Visit, to: &str) -> Response {
    [COOKIE, access::COOKIE].into_iter().fold(visit.with_cookies(Redirect::to(to).into_response()), |answer, name| {
        with_cookie(answer, &cookie::lasting(name, "", &host.settings, Duration::ZERO))
    })
}

fn lasts(time: TimeDelta) -> Duration {
    time.to_std().unwrap_or_default()
}

fn with_cookie(mut answer: Response, cookie: &str) -> Response {
    // Ours are always plain characters.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
