//! Showing and making passkeys. The device is asked by a script, which puts its answer into a form.

use super::second_step;
use super::session::{self, unkept};
use super::sign_in as sign_in_page;
use super::{Site, ways};
use crate::passkey::{Asked, MOST, Open, Party, Shown, Use, named};
use crate::second_factor::{Passed, Step};
use crate::sign_in::{self, Answer, fresh};
use crate::store;
use crate::telling::tell;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Visit};
use proto::AccountId;
use proto::account::SignInChange;
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use uuid::Uuid;

/// What a form asks a device.
#[derive(Serialize)]
pub(super) struct Question {
    sealed: String,
    options: String,
}

impl Question {
    fn of(site: &Site, visit: &Visit, purpose: Use, asked: &Asked) -> Self {
        let sealed = asked.sealed(&site.host.keys, purpose, rand::random(), visit.now);
        Self { sealed, options: asked.options.clone() }
    }

    /// One for showing a passkey, where there can be any.
    pub(super) fn show(site: &Site, visit: &Visit, purpose: Use) -> Option<Self> {
        let asked = Party::of(&site.host.settings.url)?.ask()?;
        Some(Self::of(site, visit, purpose, &asked))
    }

    /// One for making a passkey.
    pub(super) fn make(
        site: &Site,
        visit: &Visit,
        standing: &session::Standing,
        has: &[store::passkey::Model],
    ) -> Option<Self> {
        if has.len() >= MOST {
            return None;
        }
        let known = has.iter().map(|own| own.credential.clone()).collect();
        let account = &standing.account;
        let asked = Party::of(&site.host.settings.url)?.ask_for_new(account.id, &account.email, known)?;
        Some(Self::of(site, visit, Use::Make(standing.session), &asked))
    }

    pub(super) fn sample() -> Self {
        Self { sealed: "sealed".to_owned(), options: "{}".to_owned() }
    }
}

/// What a form brought back.
fn brought(site: &Site, visit: &Visit, fields: &Fields, purpose: Use) -> Option<(Party, Open)> {
    let party = Party::of(&site.host.settings.url)?;
    let sealed = fields.get("utfordring").unwrap_or_default();
    Some((party, Open::read(&site.host.keys, purpose, sealed, visit.now)?))
}

/// Whose passkey a form shows, if it proves that. Each question is good for one answer.
async fn proven(
    site: &Site,
    tx: &impl ConnectionTrait,
    visit: &Visit,
    fields: &Fields,
    purpose: Use,
) -> Result<Option<AccountId>, DbErr> {
    let Some((party, asked)) = brought(site, visit, fields, purpose) else { return Ok(None) };
    let Some(shown) = Shown::read(fields.get("svar").unwrap_or_default()) else { return Ok(None) };
    let Some(own) = store::passkey::locked(tx, shown.credential()).await? else { return Ok(None) };
    let account = AccountId(own.account);
    let Some(state) = party.proven(&asked, &shown, account, &own.key, &own.state) else { return Ok(None) };
    if !store::spent::once(tx, asked.name(&site.host.keys), asked.until).await? {
        return Ok(None);
    }
    store::passkey::used(tx, own.id, state, visit.now).await?;
    Ok(Some(account))
}

/// Signs in with a passkey alone.
pub(super) async fn enter(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let onward = sign_in::onward(fields.get("til"));
    let tx = site.host.db.begin().await?;
    let account = match proven(&site, &tx, &visit, &fields, Use::Enter).await? {
        Some(id) => store::account::with_id(&tx, id).await?,
        None => None,
    };
    let welcome = |account: &sign_in::Account| sign_in::answer(Some(account), 0) != Answer::Unknown;
    let Some(account) = account.filter(welcome) else {
        tx.rollback().await?;
        let page = sign_in_page::form(&site, &visit, onward, "").stopped("passkey", "", "");
        return Ok(unkept(visit.page_with(StatusCode::FORBIDDEN, &page)));
    };
    let answer = session::arrived(&site.host, &tx, (&visit, &request), &account, Passed::Here, &onward).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Takes a passkey as second proof.
pub(super) async fn step(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let onward = sign_in::onward(fields.get("til"));
    let standing = match session::standing(&site, &request, visit.now).await? {
        Some(standing) if standing.step == Step::Code => standing,
        _ => {
            let again = second_step::towards(second_step::PATH, &onward);
            return Ok(visit.with_cookies(Redirect::to(&again).into_response()));
        }
    };
    let tx = site.host.db.begin().await?;
    let whose = proven(&site, &tx, &visit, &fields, Use::Step(standing.session)).await?;
    if whose != Some(standing.account.id) {
        tx.rollback().await?;
        let page = second_step::page(&site, &visit, &standing, onward, true).await?;
        return Ok(unkept(visit.page_with(StatusCode::FORBIDDEN, &page)));
    }
    let session = session::through(&tx, &standing, &visit, &request).await?;
    tx.commit().await?;
    tracing::info!(account.id = %standing.account.id, "an organiser signed in with a second proof");
    Ok(session::begun(&site.host, session, &standing.account, &visit, &onward))
}

/// Somebody who has just signed in.
async fn just_in(site: &Site, visit: &Visit, request: &HeaderMap) -> Result<Option<session::Standing>, DbErr> {
    let standing = session::standing(site, request, visit.now).await?;
    Ok(standing.filter(|own| own.step == Step::Through && fresh(own.since, visit.now)))
}

fn back(visit: &Visit, told: &str) -> Response {
    visit.with_cookies(Redirect::to(&format!("{}{told}", ways::PATH)).into_response())
}

/// Keeps a new one.
pub(super) async fn make(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let Some(standing) = just_in(&site, &visit, &request).await? else { return Ok(back(&visit, "")) };
    let account = standing.account.id;
    let refused = || back(&visit, "?stopp=passnokkel");
    let Some((party, asked)) = brought(&site, &visit, &fields, Use::Make(standing.session)) else {
        return Ok(refused());
    };
    let Some(made) = party.new(&asked, fields.get("svar").unwrap_or_default()) else { return Ok(refused()) };
    let unnamed = || session::device_of(&request).unwrap_or_else(|| visit.now.format("%Y-%m-%d").to_string());
    let name = named(fields.get("namn").unwrap_or_default()).unwrap_or_else(unnamed);
    let work = site.bus.begin().await?;
    let first = store::spent::once(&work.tx, asked.name(&site.host.keys), asked.until).await?;
    let room = store::passkey::of_account(&work.tx, account).await?.len() < MOST;
    if !first || !room || !store::passkey::make(&work.tx, account, &name, made, visit.now).await? {
        work.rollback().await;
        return Ok(refused());
    }
    tell(&work, &standing.account, SignInChange::PasskeyMade, None, session::device_of(&request));
    work.commit().await?;
    tracing::info!(account.id = %account, "a passkey was made");
    Ok(back(&visit, "?gjort=passnokkel"))
}

/// Takes one away.
pub(super) async fn remove(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<String>,
    request: HeaderMap,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let id: Uuid = id.parse().map_err(|_no_id| Error::NotFound)?;
    let Some(standing) = just_in(&site, &visit, &request).await? else { return Ok(back(&visit, "")) };
    let work = site.bus.begin().await?;
    if !store::passkey::remove(&work.tx, standing.account.id, id).await? {
        work.rollback().await;
        return Err(Error::NotFound);
    }
    tell(&work, &standing.account, SignInChange::PasskeyRemoved, None, session::device_of(&request));
    work.commit().await?;
    tracing::info!(account.id = %standing.account.id, "a passkey was taken away");
    Ok(back(&visit, "?gjort=passnokkel-fjerna"))
}
