use super::passkey::Question;
use super::{Site, asked, session};
use crate::passkey::Use;
use crate::proving::{Proof, prove};
use crate::second_factor::{Step, typed};
use crate::{sign_in, store};
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Page, Visit, access};
use sea_orm::DbErr;
use serde::Serialize;
use text::Arg;

/// Where the pages are.
pub(super) const PATH: &str = "/arrangor/stadfest";
/// Where an app is set up.
pub(super) const SET_UP: &str = "/arrangor/konto/to-steg";
pub(super) const TIMEZONE: chrono_tz::Tz = chrono_tz::Europe::Oslo;

/// Asks for a code after the link by e-mail.
#[derive(Serialize)]
pub(super) struct SecondStep {
    onward: String,
    /// There is an app, whose code can be typed.
    app: bool,
    passkey: Option<Question>,
    /// A passkey that was shown proved nothing.
    refused: bool,
    errors: Vec<FieldError>,
}

impl Page for SecondStep {
    const TEMPLATE: &'static str = "portal/second-step.html";

    fn samples() -> Vec<Self> {
        let onward = || "/arrangor".to_owned();
        let page = |errors| Self { onward: onward(), app: true, passkey: None, refused: false, errors };
        let passkey = || Self { passkey: Some(Question::sample()), ..page(Vec::new()) };
        vec![
            page(Vec::new()),
            page(vec![FieldError::new("kode", "Koden er ikkje rett, eller han er brukt")]),
            passkey(),
            Self { app: false, ..passkey() },
            Self { app: false, refused: true, ..passkey() },
        ]
    }
}

/// The page; `refused` after a passkey that proved nothing.
pub(super) async fn page(
    site: &Site,
    visit: &Visit,
    standing: &session::Standing,
    onward: String,
    refused: bool,
) -> Result<SecondStep, DbErr> {
    let (db, account) = (&site.host.db.read, standing.account.id);
    let app = store::second_factor::of_account(db, account).await?.is_some();
    let has = store::passkey::any(db, account).await?;
    let passkey = if has { Question::show(site, visit, Use::Step(standing.session)) } else { None };
    Ok(SecondStep { onward, app, passkey, refused, errors: Vec::new() })
}

/// The address of a page that leads on to another afterwards.
pub(super) fn towards(page: &str, onward: &str) -> String {
    let til: String = url::form_urlencoded::byte_serialize(onward.as_bytes()).collect();
    format!("{page}?til={til}")
}

/// Where somebody goes whose session lacks something, or nothing.
pub(super) fn detour(step: Step, onward: &str) -> Option<String> {
    match step {
        Step::Through => None,
        Step::Code => Some(towards(PATH, onward)),
        Step::SetUp => Some(towards(SET_UP, onward)),
    }
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let onward = sign_in::onward(asked(query.as_deref(), "til").as_deref());
    let to = match session::standing(&site, &request, visit.now).await? {
        Some(standing) if standing.step == Step::Code => {
            let page = page(&site, &visit, &standing, onward, false).await?;
            return Ok(session::unkept(visit.page(&page)));
        }
        Some(standing) => detour(standing.step, &onward).unwrap_or(onward),
        None => towards(access::SIGN_IN, &onward),
    };
    Ok(visit.with_cookies(Redirect::to(&to).into_response()))
}

pub(super) async fn post(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    let onward = sign_in::onward(fields.get("til"));
    let standing = match session::standing(&site, &request, visit.now).await? {
        Some(standing) if standing.step == Step::Code => standing,
        _ if fields.switches_language() || visit.genuine(fields.csrf()) => {
            return Ok(visit.with_cookies(Redirect::to(&towards(PATH, &onward)).into_response()));
        }
        _ => return Err(Error::NotGenuine),
    };
    if fields.switches_language() {
        return Ok(session::unkept(visit.page(&page(&site, &visit, &standing, onward, false).await?)));
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let host = &site.host;
    let tx = host.db.begin().await?;
    let typed = typed(fields.get("kode").unwrap_or_default());
    let proof = prove(&tx, &host.keys, standing.account.id, typed, visit.now).await?;
    if proof == Proof::Good {
        let session = session::through(&tx, &standing, &visit, &request).await?;
        tx.commit().await?;
        tracing::info!(account.id = %standing.account.id, "an organiser signed in with a second proof");
        return Ok(session::begun(host, session, &standing.account, &visit, &onward));
    }
    // What was wrong is counted.
    tx.commit().await?;
    let errors = vec![FieldError::new("kode", refused(&site, &visit, proof))];
    let page = SecondStep { errors, ..page(&site, &visit, &standing, onward, false).await? };
    Ok(session::unkept(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)))
}

/// Why a code was not taken, in words.
pub(super) fn refused(site: &Site, visit: &Visit, proof: Proof) -> String {
    let text = &site.host.text;
    match proof {
        Proof::Paused { until } => {
            let until = text.moment(visit.language, until, TIMEZONE);
            text.word(visit.language, "portal-second-paused", &[("until", Arg::Text(&until))])
        }
        _ => text.word(visit.language, "portal-second-wrong", &[]),
    }
}
