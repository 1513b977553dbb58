//! The browser's side of a session: a signed cookie that names it, and the short-lived one that carries the roles.

use super::Site;
use super::second_step::detour;
use crate::device::device;
use crate::second_factor::{Passed, STEP_LASTS, Step, step};
use crate::sign_in::{ACCESS_LASTS, Account, SESSION_LASTS, session_lives};
use crate::store;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use host::access::{self, Access};
use host::{Host, Keys, Visit, cookie};
use sea_orm::{ConnectionTrait, DbErr};
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

/// A session that lives, and what it still lacks.
pub(super) struct Standing {
    pub(super) session: Uuid,
    /// With the roles that they have now.
    pub(super) account: Account,
    pub(super) step: Step,
    /// When it began.
    pub(super) since: DateTime<Utc>,
    /// A second proof is asked of this account.
    pub(super) required: bool,
}

/// How far somebody has come with a browser.
pub(super) async fn standing(site: &Site, request: &HeaderMap, now: DateTime<Utc>) -> Result<Option<Standing>, DbErr> {
    let db = &site.host.db.read;
    let Some(id) = named(&site.host.keys, request) else { return Ok(None) };
    let Some(session) = store::session::with_id(db, id).await? else { return Ok(None) };
    if !session_lives(session.expires_at, session.ended_at, now) {
        return Ok(None);
    }
    let account = store::account::with_id(db, session.account.into()).await?;
    let Some(account) = account.filter(|account| !account.disabled) else { return Ok(None) };
    let (step, required) = lacking(&site.host, db, &account, session.passed()).await?;
    Ok(Some(Standing { session: id, account, step, since: session.created_at, required }))
}

/// What a session of an account still lacks, and whether a second proof is asked of the account at all.
pub(super) async fn lacking(
    host: &Host,
    db: &impl ConnectionTrait,
    account: &Account,
    passed: Passed,
) -> Result<(Step, bool), DbErr> {
    // Whoever sees all of the installation is not let in by a mailbox alone.
    let required = host.settings.second_factor_required
        || account.operator
        || store::organisation::second_factor_required(db, account.organisations()).await?;
    let app = store::second_factor::of_account(db, account.id).await?.is_some();
    // A passkey that somebody has for comfort does not shut the way by e-mail; where a second proof is asked, it is one.
    let has = app || (required && store::passkey::any(db, account.id).await?);
    Ok((step(has, required, passed), required))
}

/// Who is signed in with a browser, and lacks nothing.
pub(super) async fn signed_in(
    site: &Site,
    request: &HeaderMap,
    now: DateTime<Utc>,
) -> Result<Option<(Uuid, Account)>, DbErr> {
    let standing = standing(site, request, now).await?;
    Ok(standing.filter(|own| own.step == Step::Through).map(|own| (own.session, own.account)))
}

/// What the browser is called in the list of one's own sessions.
pub(super) fn device_of(request: &HeaderMap) -> Option<String> {
    request.get(header::USER_AGENT).and_then(|said| said.to_str().ok()).and_then(device)
}

/// Signs somebody in as far as they get by what they have shown, on the way to a page. Whoever was signed in before in this
/// browser is not any more, and no id from before goes on.
pub(super) async fn arrived(
    host: &Host,
    tx: &impl ConnectionTrait,
    (visit, request): (&Visit, &HeaderMap),
    account: &Account,
    passed: Passed,
    onward: &str,
) -> Result<Response, DbErr> {
    let now = visit.now;
    if let Some(before) = named(&host.keys, request) {
        store::session::end(tx, before, now).await?;
    }
    let (step, _) = lacking(host, tx, account, passed).await?;
    let lasts = if step == Step::Through { SESSION_LASTS } else { STEP_LASTS };
    let session = store::session::begin(tx, account.id, now, now + lasts, device_of(request)).await?;
    store::session::pass(tx, session, passed, now).await?;
    if let Some(detour) = detour(step, onward) {
        return Ok(half_begun(host, session, visit, &detour));
    }
    store::account::arrives(tx, account.id, visit.language, now).await?;
    tracing::info!(account.id = %account.id, "an organiser signed in");
    Ok(begun(host, session, account, visit, onward))
}

/// Begins a session that has shown a second proof, in place of the one that had not: no id from before goes on.
pub(super) async fn through(
    tx: &impl ConnectionTrait,
    before: &Standing,
    visit: &Visit,
    request: &HeaderMap,
) -> Result<Uuid, DbErr> {
    let (account, now) = (before.account.id, visit.now);
    store::session::end(tx, before.session, now).await?;
    let session = store::session::begin(tx, account, now, now + SESSION_LASTS, device_of(request)).await?;
    store::session::pass(tx, session, Passed::Here, now).await?;
    store::account::arrives(tx, account, visit.language, now).await?;
    Ok(session)
}

/// A redirect that leaves the cookie of a session that just began.
pub(super) fn begun(host: &Host, session: Uuid, account: &Account, visit: &Visit, to: &str) -> Response {
    with_session(host, visit.with_cookies(Redirect::to(to).into_response()), session, account, visit.now)
}

/// A redirect that leaves the cookie of a session that lacks something, and no roles.
pub(super) fn half_begun(host: &Host, session: Uuid, visit: &Visit, to: &str) -> Response {
    let answer = visit.with_cookies(Redirect::to(to).into_response());
    let answer = with_cookie(answer, &cookie::lasting(access::COOKIE, "", &host.settings, Duration::ZERO));
    with_cookie(answer, &cookie::lasting(COOKIE, &written(&host.keys, session), &host.settings, lasts(STEP_LASTS)))
}

/// An answer that leaves both cookies.
pub(super) fn with_session(
    host: &Host,
    answer: Response,
    session: Uuid,
    account: &Account,
    now: DateTime<Utc>,
) -> Response {
    let answer = with_roles(host, answer, session, account, now);
    with_cookie(answer, &cookie::lasting(COOKIE, &written(&host.keys, session), &host.settings, lasts(SESSION_LASTS)))
}

/// A redirect that leaves the roles as they are now.
pub(super) fn renewed(host: &Host, session: Uuid, account: &Account, visit: &Visit, to: &str) -> Response {
    with_roles(host, visit.with_cookies(Redirect::to(to).into_response()), session, account, visit.now)
}

fn with_roles(host: &Host, answer: Response, session: Uuid, account: &Account, now: DateTime<Utc>) -> Response {
    let said = Access {
        account: account.id,
        email: Some(account.email.clone()),
        session,
        roles: account.roles.clone(),
        events: account.events.clone(),
        operator: account.operator,
        expires_at: now + ACCESS_LASTS,
    };
    let value = access::seal(&host.keys, &said);
    with_cookie(answer, &cookie::lasting(access::COOKIE, &value, &host.settings, lasts(ACCESS_LASTS)))
}

fn written(keys: &Keys, session: Uuid) -> String {
    let mac = keys.sign(DOMAIN, session.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode([session.as_bytes().as_slice(), &mac].concat())
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

pub(super) fn with_cookie(mut answer: Response, cookie: &str) -> Response {
    // Ours are always plain characters.
    if let Ok(value) = HeaderValue::from_str(cookie) {
        answer.headers_mut().append(header::SET_COOKIE, value);
    }
    unkept(answer)
}

/// An answer that no browser keeps.
pub(super) fn unkept(mut answer: Response) -> Response {
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}
