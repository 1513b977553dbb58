use super::session::{self, with_cookie};
use super::sign_in as sign_in_page;
use super::{Site, asked, ways};
use crate::address::normalised;
use crate::openid::{ATTEMPT_LASTS, Arrival, Attempt, Provider, Said, Trouble, arrival};
use crate::second_factor::{Passed, Step};
use crate::sign_in::{self, HOME, fresh};
use crate::store::{account, openid_link, spent};
use crate::telling::tell;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use host::{Error, Fields, Page, Settings, Visit, cookie};
use proto::account::SignInChange;
use sea_orm::DbErr;
use serde::Serialize;
use std::time::Duration;
use uuid::Uuid;

/// Leads on to a provider, to link it with the account. A form may not lead to another site, so one presses a link.
#[derive(Serialize)]
pub(super) struct Leaving {
    provider: String,
    address: String,
}

impl Page for Leaving {
    const TEMPLATE: &'static str = "portal/leaving.html";

    fn samples() -> Vec<Self> {
        vec![Self { provider: "Microsoft".to_owned(), address: "https://login.example/authorize?state=abc".to_owned() }]
    }
}

/// Why somebody did not come in, or nothing was linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The provider cannot be reached.
    Down,
    /// It says no, or something that cannot be believed.
    Refused,
    /// The person said no there.
    Cancelled,
    /// The answer is not one that this browser waits for, or came too late.
    Again,
    /// We do not know for certain who it is.
    Unknown,
    /// It is linked with another account.
    Taken,
}

impl Stop {
    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::Down, Self::Refused, Self::Cancelled, Self::Again, Self::Unknown, Self::Taken];

    /// In the names of sentences.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Down => "down",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
            Self::Again => "again",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::Down => StatusCode::SERVICE_UNAVAILABLE,
            Self::Cancelled => StatusCode::OK,
            Self::Again => StatusCode::BAD_REQUEST,
            Self::Refused | Self::Unknown | Self::Taken => StatusCode::FORBIDDEN,
        }
    }
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Down => Self::Down,
            Trouble::Refused => Self::Refused,
        }
    }
}

/// Leads to a provider.
pub(super) async fn start(
    visit: Visit,
    State(site): State<Site>,
    Path(key): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let provider = site.openid.get(&key).ok_or(Error::NotFound)?;
    let onward = sign_in::onward(asked(query.as_deref(), "til").as_deref());
    let anew = asked(query.as_deref(), "nytt").is_some();
    let attempt = attempt(provider, onward.clone(), None, &visit);
    match provider.way(&attempt, anew, visit.now).await {
        Ok(way) => {
            let answer = visit.with_cookies(Redirect::to(way.as_str()).into_response());
            Ok(with_cookie(answer, &kept(&site, &attempt)))
        }
        Err(trouble) => Ok(stopped(&site, &visit, provider, onward, None, trouble.into())),
    }
}

/// Begins to link a provider with the account of somebody who has just signed in.
pub(super) async fn link(
    visit: Visit,
    State(site): State<Site>,
    Path(key): Path<String>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let provider = site.openid.get(&key).ok_or(Error::NotFound)?;
    let standing = session::standing(&site, &request, visit.now).await?;
    let Some(standing) = standing.filter(|own| own.step == Step::Through && fresh(own.since, visit.now)) else {
        return Ok(visit.with_cookies(Redirect::to(ways::PATH).into_response()));
    };
    let attempt = attempt(provider, HOME.to_owned(), Some(standing.session), &visit);
    match provider.way(&attempt, false, visit.now).await {
        Ok(way) => {
            let page = Leaving { provider: provider.name.clone(), address: way.into() };
            Ok(with_cookie(visit.page(&page), &kept(&site, &attempt)))
        }
        Err(trouble) => Ok(ways::told(&visit, provider, Some(trouble.into()))),
    }
}

/// Takes what a provider answers by way of the browser.
pub(super) async fn answer(
    visit: Visit,
    State(site): State<Site>,
    Path(key): Path<String>,
    request: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let provider = site.openid.get(&key).ok_or(Error::NotFound)?;
    let sealed = cookie::read(&request, cookie_name(&site.host.settings));
    let attempt = sealed.and_then(|sealed| Attempt::open(&site.host.keys, sealed));
    let state = asked(query.as_deref(), "state").unwrap_or_default();
    let Some(attempt) = attempt.filter(|own| own.awaits(&key, &state, visit.now)) else {
        // What this browser waits for, if anything, may still come.
        return Ok(stopped(&site, &visit, provider, HOME.to_owned(), None, Stop::Again));
    };
    let answer = answered(&site, &visit, &request, provider, &attempt, query.as_deref()).await?;
    let gone = cookie::lasting(cookie_name(&site.host.settings), "", &site.host.settings, Duration::ZERO);
    Ok(with_cookie(answer, &gone))
}

async fn answered(
    site: &Site,
    visit: &Visit,
    request: &HeaderMap,
    provider: &Provider,
    attempt: &Attempt,
    query: Option<&str>,
) -> Result<Response, DbErr> {
    let stop = |email, stop| match attempt.link {
        Some(_) => ways::told(visit, provider, Some(stop)),
        None => stopped(site, visit, provider, attempt.onward.clone(), email, stop),
    };
    let what = format!("openid/{}", attempt.state);
    if !spent::once(&site.host.db.write, what, attempt.until).await? {
        return Ok(stop(None, Stop::Again));
    }
    let said = match said(visit, provider, attempt, query).await {
        Ok(said) => said,
        Err(reason) => return Ok(stop(None, reason)),
    };
    let done = match attempt.link {
        Some(session) => linked(site, visit, request, provider, session, &said).await?,
        None => entered(site, visit, request, provider, attempt, &said).await?,
    };
    Ok(done.unwrap_or_else(|reason| stop(said.email, reason)))
}

async fn said(visit: &Visit, provider: &Provider, attempt: &Attempt, query: Option<&str>) -> Result<Said, Stop> {
    match asked(query, "error").as_deref() {
        Some("access_denied") => return Err(Stop::Cancelled),
        Some(_) => return Err(Stop::Refused),
        None => {}
    }
    // Who has answered, where it is said (RFC 9207): a code is for nobody but whom it is from.
    if asked(query, "iss").is_some_and(|issuer| issuer != provider.issuer()) {
        return Err(Stop::Refused);
    }
    let code = asked(query, "code").ok_or(Stop::Refused)?;
    Ok(provider.said(attempt, &code, visit.now).await?)
}

/// Lets somebody in.
async fn entered(
    site: &Site,
    visit: &Visit,
    request: &HeaderMap,
    provider: &Provider,
    attempt: &Attempt,
    said: &Said,
) -> Result<Result<Response, Stop>, DbErr> {
    let identity = (provider.issuer(), said.subject.as_str());
    let work = site.bus.begin().await?;
    let linked = match openid_link::of_subject(&work.tx, identity.0, identity.1).await? {
        Some(id) => account::with_id(&work.tx, id).await?,
        None => None,
    };
    let address = said.email.as_deref().filter(|_| said.verified).and_then(normalised);
    let addressed = match &address {
        Some(address) => account::with_address(&work.tx, address).await?,
        None => None,
    };
    let elsewhere = match &addressed {
        Some(addressed) => openid_link::of_account(&work.tx, addressed.id).await?,
        None => Vec::new(),
    };
    let someone_else = elsewhere.iter().any(|link| link.issuer == identity.0);
    let who = match arrival(linked.as_ref(), addressed.as_ref(), someone_else) {
        Arrival::Known(_) => linked,
        Arrival::First(id) if openid_link::make(&work.tx, id, identity, visit.now).await? => {
            if let Some(account) = &addressed {
                let device = session::device_of(request);
                tell(&work, account, SignInChange::ProviderLinked, Some(&provider.name), device);
            }
            addressed
        }
        Arrival::First(_) | Arrival::Stranger => None,
    };
    let Some(who) = who else {
        work.rollback().await;
        return Ok(Err(Stop::Unknown));
    };
    openid_link::used(&work.tx, identity.0, identity.1, visit.now).await?;
    let passed = if said.second_factor { Passed::Elsewhere } else { Passed::No };
    let onward = sign_in::onward(Some(&attempt.onward));
    let answer = session::arrived(&site.host, &work.tx, (visit, request), &who, passed, &onward).await?;
    work.commit().await?;
    Ok(Ok(answer))
}

/// Links a provider with the account of the session that asked for it.
async fn linked(
    site: &Site,
    visit: &Visit,
    request: &HeaderMap,
    provider: &Provider,
    session: Uuid,
    said: &Said,
) -> Result<Result<Response, Stop>, DbErr> {
    let standing = session::standing(site, request, visit.now).await?;
    let Some(standing) = standing.filter(|own| own.step == Step::Through && own.session == session) else {
        return Ok(Err(Stop::Again));
    };
    let work = site.bus.begin().await?;
    let identity = (provider.issuer(), said.subject.as_str());
    if !openid_link::make(&work.tx, standing.account.id, identity, visit.now).await? {
        work.rollback().await;
        return Ok(Err(Stop::Taken));
    }
    let device = session::device_of(request);
    tell(&work, &standing.account, SignInChange::ProviderLinked, Some(&provider.name), device);
    work.commit().await?;
    tracing::info!(account.id = %standing.account.id, openid.provider = provider.key, "a way in was linked");
    Ok(Ok(ways::told(visit, provider, None)))
}

/// The page to sign in on, with the reason why it did not come to that.
fn stopped(
    site: &Site,
    visit: &Visit,
    provider: &Provider,
    onward: String,
    email: Option<String>,
    stop: Stop,
) -> Response {
    // Whoever comes in by e-mail can link the provider then.
    let onward = if stop == Stop::Unknown { ways::PATH.to_owned() } else { onward };
    let email = email.filter(|_| stop == Stop::Unknown).unwrap_or_default();
    let page = sign_in_page::form(site, visit, onward, "").stopped(stop.word(), &provider.name, &email);
    session::unkept(visit.page_with(stop.status(), &page))
}

fn attempt(provider: &Provider, onward: String, link: Option<Uuid>, visit: &Visit) -> Attempt {
    let random = || BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
    let (state, nonce, verifier) = (random(), random(), random());
    let until = visit.now + ATTEMPT_LASTS;
    Attempt { provider: provider.key.clone(), state, nonce, verifier, onward, link, until }
}

fn kept(site: &Site, attempt: &Attempt) -> String {
    let settings = &site.host.settings;
    let sealed = attempt.sealed(&site.host.keys, rand::random());
    cookie::lasting(cookie_name(settings), &sealed, settings, ATTEMPT_LASTS.to_std().unwrap_or_default())
}

/// Bound to this very host, which browsers only do within TLS.
fn cookie_name(settings: &Settings) -> &'static str {
    match settings.url.scheme() {
        "https" => "__Host-mp_openid",
        _ => "mp_openid",
    }
}
