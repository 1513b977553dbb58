use super::openid::Stop;
use super::passkey::Question;
use super::second_step::TIMEZONE;
use super::{Site, asked, second_step, session};
use crate::openid::Provider;
use crate::passkey::{LONGEST_NAME, Party};
use crate::second_factor::Step;
use crate::sign_in::fresh;
use crate::telling::tell;
use crate::{samples, store};
use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Page, Visit, access};
use proto::account::SignInChange;
use serde::Serialize;
use uuid::Uuid;

/// Where the page is.
pub(super) const PATH: &str = "/arrangor/konto/innlogging";

/// The ways in that an account has besides the link by e-mail.
#[derive(Serialize)]
pub(super) struct Ways {
    /// The person has signed in just now, and may make others.
    fresh: bool,
    passkeys: Vec<Kept>,
    /// To make a passkey with.
    new: Option<Question>,
    /// There can be passkeys.
    possible: bool,
    longest: usize,
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
struct Kept {
    id: Uuid,
    name: String,
    since: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
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
            passkeys: Vec::new(),
            new: Some(Question::sample()),
            possible: true,
            longest: LONGEST_NAME,
            providers: vec![Elsewhere { key: "entra".to_owned(), name: "Microsoft".to_owned(), linked }],
            timezone: TIMEZONE.name(),
            notice: "",
            stop: "",
            provider: "Microsoft".to_owned(),
        };
        let linked = |used_at| Some(Linked { since: samples::now(), used_at });
        let kept = |number, name: &str, used_at| {
            let since = samples::now();
            Kept { id: Uuid::from_u128(number), name: name.to_owned(), since, used_at }
        };
        let passkeys = || vec![kept(1, "Telefonen", Some(samples::now())), kept(2, "<b>Nøkkelen</b>", None)];
        let stopped = |stop| Self { fresh: true, stop, ..page(None) };
        let mut samples = vec![
            Self { providers: Vec::new(), possible: false, new: None, ..page(None) },
            Self { providers: Vec::new(), ..page(None) },
            Self { providers: Vec::new(), passkeys: passkeys(), notice: "passkey", ..page(None) },
            Self { providers: Vec::new(), passkeys: passkeys(), fresh: false, new: None, ..page(None) },
            Self { notice: "passkey-removed", ..page(None) },
            stopped("passkey"),
            page(None),
            Self { fresh: false, new: None, ..page(None) },
            Self { notice: "linked", ..page(linked(None)) },
            Self { fresh: false, new: None, ..page(linked(Some(samples::now()))) },
            Self { notice: "removed", ..page(None) },
        ];
        samples.extend(Stop::ALL.map(|stop| stopped(stop.word())));
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
    let stop = match Stop::ALL.into_iter().find(|stop| stop.word() == told("stopp")) {
        Some(stop) if about.is_some() => stop.word(),
        None if told("stopp") == "passnokkel" => "passkey",
        _ => "",
    };
    let notice = match (told("gjort").as_str(), about) {
        ("kopla", Some(_)) => "linked",
        ("fjerna", Some(_)) => "removed",
        ("passnokkel", _) => "passkey",
        ("passnokkel-fjerna", _) => "passkey-removed",
        _ => "",
    };
    let fresh = fresh(standing.since, visit.now);
    let passkeys = store::passkey::of_account(&site.host.db.read, standing.account.id).await?;
    let new = if fresh { Question::make(&site, &visit, &standing, &passkeys) } else { None };
    let kept =
        |row: store::passkey::Model| Kept { id: row.id, name: row.name, since: row.made_at, used_at: row.used_at };
    let page = Ways {
        fresh,
        passkeys: passkeys.into_iter().map(kept).collect(),
        new,
        possible: Party::of(&site.host.settings.url).is_some(),
        longest: LONGEST_NAME,
        providers: providers.collect(),
        timezone: TIMEZONE.name(),
        notice,
        stop,
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
    let work = site.bus.begin().await?;
    // Sent twice, it is done once.
    if store::openid_link::remove(&work.tx, standing.account.id, provider.issuer()).await? {
        let device = session::device_of(&request);
        tell(&work, &standing.account, SignInChange::ProviderRemoved, Some(&provider.name), device);
    }
    work.commit().await?;
    tracing::info!(account.id = %standing.account.id, openid.provider = provider.key, "a way in was taken away");
    Ok(visit.with_cookies(Redirect::to(&format!("{PATH}?gjort=fjerna&hos={key}")).into_response()))
}
