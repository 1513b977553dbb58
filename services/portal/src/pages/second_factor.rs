use super::second_step::{SET_UP, TIMEZONE, refused, towards};
use super::{Site, asked, second_step, session};
use crate::proving::{Proof, new_codes, prove};
use crate::second_factor::{self, Code, Known, SECRET, Step, Typed, typed};
use crate::sign_in::{self, HOME};
use crate::telling::tell;
use crate::{samples, store};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Page, Visit, access};
use proto::account::SignInChange;
use serde::Serialize;

/// An organiser's app for codes: setting it up, or what there is.
#[derive(Serialize)]
pub(super) struct SecondFactor {
    onward: String,
    /// Nobody comes in without one.
    required: bool,
    made: Option<Made>,
    new: Option<New>,
    timezone: &'static str,
    notice: &'static str,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Made {
    since: DateTime<Utc>,
    codes_left: u64,
}

/// A secret that no app has yet. It is kept in the form alone, where only we can read it.
#[derive(Serialize)]
struct New {
    sealed: String,
    text: String,
    address: String,
    path: String,
    size: i32,
}

impl New {
    fn of(site: &Site, account: &sign_in::Account, secret: &[u8]) -> Self {
        let hidden = second_factor::hide(&site.host.keys, account.id, secret, rand::random());
        Self::shown(secret, &account.email, BASE64_URL_SAFE_NO_PAD.encode(hidden))
    }

    fn shown(secret: &[u8], email: &str, sealed: String) -> Self {
        let address = second_factor::address(secret, email).unwrap_or_default();
        let (path, size) = second_factor::picture(&address).unwrap_or_default();
        Self { sealed, text: second_factor::written(secret), address, path, size }
    }
}

impl Page for SecondFactor {
    const TEMPLATE: &'static str = "portal/second-factor.html";

    fn samples() -> Vec<Self> {
        let page = || Self {
            onward: HOME.to_owned(),
            required: false,
            made: None,
            new: None,
            timezone: TIMEZONE.name(),
            notice: "",
            errors: Vec::new(),
        };
        let new = || Some(New::shown(b"12345678901234567890", "kari@kommune.example", "sealed".to_owned()));
        let made = |codes_left| Some(Made { since: samples::now(), codes_left });
        let errors = || vec![FieldError::new("kode", "Koden er ikkje rett, eller han er brukt")];
        vec![
            Self { new: new(), ..page() },
            Self { new: new(), required: true, errors: errors(), ..page() },
            Self { made: made(10), ..page() },
            Self { made: made(1), errors: errors(), ..page() },
            Self { new: new(), notice: "removed", ..page() },
        ]
    }
}

/// Codes on paper. They are shown once.
#[derive(Serialize)]
pub(super) struct RecoveryCodes {
    codes: Vec<String>,
    onward: String,
}

impl Page for RecoveryCodes {
    const TEMPLATE: &'static str = "portal/recovery-codes.html";

    fn samples() -> Vec<Self> {
        let codes = second_factor::recovery_codes(std::array::from_fn(|n| [u8::try_from(n).unwrap_or_default(); 10]));
        vec![Self { codes, onward: HOME.to_owned() }]
    }
}

/// Whoever is in, or lacks nothing but an app; the others are led to where they get so far.
async fn standing(
    site: &Site,
    visit: &Visit,
    request: &HeaderMap,
    onward: &str,
) -> Result<Result<session::Standing, Response>, Error> {
    let to = match session::standing(site, request, visit.now).await? {
        Some(standing) if standing.step != Step::Code => return Ok(Ok(standing)),
        Some(_) => towards(second_step::PATH, &towards(SET_UP, onward)),
        None => towards(access::SIGN_IN, SET_UP),
    };
    Ok(Err(visit.with_cookies(Redirect::to(&to).into_response())))
}

async fn page(site: &Site, standing: &session::Standing, onward: String) -> Result<SecondFactor, Error> {
    let db = &site.host.db.read;
    let account = &standing.account;
    let made = match store::second_factor::of_account(db, account.id).await? {
        Some(row) => Some(Made { since: row.made_at, codes_left: store::recovery_code::left(db, account.id).await? }),
        None => None,
    };
    let new = made.is_none().then(|| New::of(site, account, &rand::random::<[u8; SECRET]>()));
    let required = standing.required;
    Ok(SecondFactor { onward, required, made, new, timezone: TIMEZONE.name(), notice: "", errors: Vec::new() })
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let onward = sign_in::onward(asked(query.as_deref(), "til").as_deref());
    let standing = match standing(&site, &visit, &request, &onward).await? {
        Ok(standing) => standing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let notice = if asked(query.as_deref(), "gjort").as_deref() == Some("fjerna") { "removed" } else { "" };
    let page = SecondFactor { notice, ..page(&site, &standing, onward).await? };
    Ok(session::unkept(visit.page(&page)))
}

/// Takes the first code of an app.
pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    let onward = sign_in::onward(fields.get("til"));
    let standing = match standing(&site, &visit, &request, &onward).await? {
        Ok(standing) => standing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let keys = &site.host.keys;
    let account = &standing.account;
    let hidden = fields.get("hemmeleg").and_then(|sealed| BASE64_URL_SAFE_NO_PAD.decode(sealed).ok());
    let secret = hidden.and_then(|hidden| second_factor::reveal(keys, account.id, &hidden));
    let secret = secret.filter(|secret| secret.len() == SECRET);
    // The same secret again: an app may have it by now.
    let again = |page: SecondFactor| match &secret {
        Some(secret) if page.new.is_some() => SecondFactor { new: Some(New::of(&site, account, secret)), ..page },
        _ => page,
    };
    if fields.switches_language() {
        return Ok(session::unkept(visit.page(&again(page(&site, &standing, onward).await?))));
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let fresh = Known { last_step: 0, wrong: 0, wrong_since: None };
    let good = match (&secret, typed(fields.get("kode").unwrap_or_default())) {
        (Some(secret), Typed::Code(digits)) => match second_factor::code(secret, fresh, &digits, visit.now) {
            Code::Good { step } => Some((secret, step)),
            Code::Wrong | Code::Paused { .. } => None,
        },
        _ => None,
    };
    let Some((secret, step)) = good else {
        let errors = vec![FieldError::new("kode", refused(&site, &visit, Proof::Wrong))];
        let page = SecondFactor { errors, ..again(page(&site, &standing, onward).await?) };
        return Ok(session::unkept(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    };
    let work = site.bus.begin().await?;
    let hidden = second_factor::hide(keys, account.id, secret, rand::random());
    if !store::second_factor::make(&work.tx, account.id, hidden, step, visit.now).await? {
        work.rollback().await;
        return Ok(visit.with_cookies(Redirect::to(SET_UP).into_response()));
    }
    let codes = new_codes(&work.tx, keys, account.id).await?;
    let session = session::through(&work.tx, &standing, &visit, &request).await?;
    tell(&work, account, SignInChange::AppMade, None, session::device_of(&request));
    work.commit().await?;
    tracing::info!(account.id = %account.id, "an app for codes was set up");
    let answer = visit.page(&RecoveryCodes { codes, onward });
    Ok(session::with_session(&site.host, answer, session, account, visit.now))
}

/// What needs a code once more, of somebody who is in.
enum Wanted {
    Codes,
    Removal,
}

/// Makes new codes on paper.
pub(super) async fn codes(
    visit: Visit,
    site: State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    proven(visit, site, request, fields, Wanted::Codes).await
}

/// Takes the app away, for example because another phone is to have it.
pub(super) async fn remove(
    visit: Visit,
    site: State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    proven(visit, site, request, fields, Wanted::Removal).await
}

async fn proven(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
    wanted: Wanted,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let standing = match standing(&site, &visit, &request, HOME).await? {
        Ok(standing) => standing,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let (keys, account) = (&site.host.keys, &standing.account);
    let work = site.bus.begin().await?;
    let typed = typed(fields.get("kode").unwrap_or_default());
    let proof = prove(&work.tx, keys, account.id, typed, visit.now).await?;
    if proof != Proof::Good {
        // What was wrong is counted.
        work.commit().await?;
        let field = match wanted {
            Wanted::Codes => "kode",
            Wanted::Removal => "fjern-kode",
        };
        let errors = vec![FieldError::new(field, refused(&site, &visit, proof))];
        let page = SecondFactor { errors, ..page(&site, &standing, HOME.to_owned()).await? };
        return Ok(session::unkept(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    match wanted {
        Wanted::Codes => {
            let codes = new_codes(&work.tx, keys, account.id).await?;
            tell(&work, account, SignInChange::CodesMade, None, session::device_of(&request));
            work.commit().await?;
            tracing::info!(account.id = %account.id, "new codes on paper were made");
            Ok(session::unkept(visit.page(&RecoveryCodes { codes, onward: HOME.to_owned() })))
        }
        Wanted::Removal => {
            store::second_factor::remove(&work.tx, account.id).await?;
            tell(&work, account, SignInChange::AppRemoved, None, session::device_of(&request));
            work.commit().await?;
            tracing::info!(account.id = %account.id, "an app for codes was taken away");
            Ok(visit.with_cookies(Redirect::to(&format!("{SET_UP}?gjort=fjerna")).into_response()))
        }
    }
}
