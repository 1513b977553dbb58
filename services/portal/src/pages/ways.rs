use super::openid::Stop;
use super::second_step::TIMEZONE;
use super::{Site, asked, second_step, session};
use crate::openid::Provider;
use crate::second_factor::Step;
use crate::sign_in::fresh;
use crate::{samples, store};
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Page, Visit, access};
use serde::Serialize;

/// Where the page is.
pub(super) const PATH: &str = "/arrangor/konto/innlogging";

/// The ways in that an account has besides the link by e-mail.
#[derive(Serialize)]
pub(super) struct Ways {
    /// The person has signed in just now, and may make others.
    fresh: bool,
    providers: Vec<Elsewhere>,
    timezone: &'static str,
    notice: &'static str,
    stop: &'static str,
    /// Whom the notice is about.
    provider: String,
}

#[derive(Serialize)]
struct Elsewhere {
    key: String,
    name: String,
    linked: Option<Linked>,
}

#[derive(Serialize)]
struct Linked {
    since: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
}

impl Page for Ways {
    const TEMPLATE: &'static str = "portal/ways.html";

    fn samples() -> Vec<Self> {
        let page = |linked: Option<Linked>| Self {
            fresh: true,
            providers: vec![Elsewhere { key: "entra".to_owned(), name: "Microsoft".to_owned(), linked }],
            timezone: TIMEZONE.name(),
            notice: "",
            stop: "",
            provider: "Microsoft".to_owned(),
        };
        let linked = |used_at| Some(Linked { since: samples::now(), used_at });
        let mut samples = vec![
            Self { providers: Vec::new(), ..page(None) },
            page(None),
            Self { fresh: false, ..page(None) },
            Self { notice: "linked", ..page(linked(None)) },
            Self { fresh: false, ..page(linked(Some(samples::now()))) },
            Self { notice: "removed", ..page(None) },
        ];
        samples.extend(Stop::ALL.map(|stop| Self { stop: stop.word(), ..page(None) }));
        samples
    }
}

/// Whoever is in; the others are led to where they get so far.
async fn standing(
    site: &Site,
    visit: &Visit,
    request: &HeaderMap,
) -> Result<Result<session::Standing, Response>, Error> {
    let to = match session::standing(site, request, visit.now).await? {
        Some(standing) if standing.step == Step::Through => return Ok(Ok(standing)),
        Some(standing) => second_step::detour(standing.step, PATH).unwrap_or_default(),
        None => second_step::towards(access::SIGN_IN, PATH),
    };
    Ok(Err(visit.with_cookies(Redirect::to(&to).into_response())))
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let standing = match standing(&site, &visit, &request).await? {
        Ok(standing) => standing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let links = store::openid_link::of_account(&site.host.db.read, standing.account.id).await?;
    let providers = site.openid.iter().map(|provider| {
        let link = links.iter().find(|link| link.issuer == provider.issuer());
        let linked = link.map(|link| Linked { since: link.made_at, used_at: link.used_at });
        Elsewhere { key: provider.key.clone(), name: provider.name.clone(), linked }
    });
    let told = |name| asked(query.as_deref(), name).unwrap_or_default();
    let about = site.openid.get(&told("hos"));
    let stop = Stop::ALL.into_iter().find(|stop| stop.word() == told("stopp")).map_or("", Stop::word);
    let notice = match told("gjort").as_str() {
        "kopla" => "linked",
        "fjerna" => "removed",
        _ => "",
    };
    let page = Ways {
        fresh: fresh(standing.since, visit.now),
        providers: providers.collect(),
        timezone: TIMEZONE.name(),
        notice: if about.is_some() { notice } else { "" },
        stop: if about.is_some() { stop } else { "" },
        provider: about.map(|provider| provider.name.clone()).unwrap_or_default(),
    };
    Ok(session::unkept(visit.page(&page)))
}

/// Leads back to the page, which tells what became of linking a provider.
pub(super) fn told(visit: &Visit, provider: &Provider, stop: Option<Stop>) -> Response {
    let to = match stop {
        Some(stop) => format!("{PATH}?stopp={}&hos={}", stop.word(), provider.key),
        None => format!("{PATH}?gjort=kopla&hos={}", provider.key),
    };
    visit.with_cookies(Redirect::to(&to).into_response())
}

/// Takes the way in through a provider away.
pub(super) async fn unlink(
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
    let standing = match standing(&site, &visit, &request).await? {
        Ok(standing) => standing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    store::openid_link::remove(&site.host.db.write, standing.account.id, provider.issuer()).await?;
    tracing::info!(account.id = %standing.account.id, openid.provider = provider.key, "a way in was taken away");
    Ok(visit.with_cookies(Redirect::to(&format!("{PATH}?gjort=fjerna&hos={key}")).into_response()))
}
