use super::acting::Acting;
use super::{Site, asked, card, session};
use crate::sign_in::{ACCESS_LASTS, SESSION_LASTS, role_word};
use crate::{samples, store};
use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, TimeDelta, Utc};
use host::{Error, Fields, Page, Visit};
use proto::account::Role;
use proto::{Language, Localised};
use serde::Serialize;
use uuid::Uuid;

/// An organiser's own account: language, roles, and where one is signed in.
#[derive(Serialize)]
pub(super) struct AccountPage {
    email: String,
    language: &'static str,
    languages: Vec<&'static str>,
    roles: Vec<RoleIn>,
    sessions: Vec<Open>,
    timezone: &'static str,
    days: i64,
    minutes: i64,
    notice: &'static str,
}

#[derive(Serialize)]
struct RoleIn {
    of: Localised,
    role: &'static str,
}

/// A browser that is signed in.
#[derive(Serialize)]
struct Open {
    id: Uuid,
    device: Option<String>,
    since: DateTime<Utc>,
    seen_at: Option<DateTime<Utc>>,
    here: bool,
}

/// Organisers are in one time zone; sessions are not of any event.
pub(super) const TIMEZONE: &str = "Europe/Oslo";

impl Page for AccountPage {
    const TEMPLATE: &'static str = "portal/account.html";

    fn samples() -> Vec<Self> {
        let open = |device: Option<&str>, here| Open {
            id: Uuid::from_u128(1),
            device: device.map(str::to_owned),
            since: samples::now(),
            seen_at: Some(samples::now() + TimeDelta::minutes(20)),
            here,
        };
        let page = |sessions, notice| Self {
            email: "kari@kommune.example".to_owned(),
            language: "nn",
            languages: Language::ALL.map(Language::code).to_vec(),
            roles: vec![
                RoleIn { of: samples::organisation().name, role: role_word(Role::Owner) },
                RoleIn { of: samples::gathering().title, role: role_word(Role::Door) },
            ],
            sessions,
            timezone: TIMEZONE,
            days: SESSION_LASTS.num_days(),
            minutes: ACCESS_LASTS.num_minutes(),
            notice,
        };
        vec![
            page(vec![open(Some("Firefox, Linux"), true)], ""),
            page(vec![open(Some("Safari, iPhone"), true), open(None, false)], "language"),
            Self { roles: Vec::new(), ..page(vec![open(None, true)], "ended") },
        ]
    }
}

pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    acting: Acting,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let Acting { session: here, account } = acting;
    let organisations = store::organisation::all(db).await?;
    let of_organisation = |own: &proto::account::Membership| RoleIn {
        of: card::name(&own.organisation, &organisations),
        role: role_word(own.role),
    };
    let mut roles: Vec<RoleIn> = account.roles.iter().map(of_organisation).collect();
    let events = store::event::with_ids(db, account.events.iter().map(|own| own.event)).await?;
    roles.extend(account.events.iter().filter_map(|own| {
        let listed = events.iter().find(|listed| listed.event.id == own.event)?;
        Some(RoleIn { of: listed.event.title.clone(), role: role_word(own.role) })
    }));
    let sessions = store::session::open(db, account.id.0, visit.now).await?.into_iter().map(|row| Open {
        id: row.id,
        device: row.device,
        since: row.created_at,
        seen_at: row.seen_at,
        here: row.id == here,
    });
    let page = AccountPage {
        email: account.email,
        language: account.language.code(),
        languages: Language::ALL.map(Language::code).to_vec(),
        roles,
        sessions: sessions.collect(),
        timezone: TIMEZONE,
        days: SESSION_LASTS.num_days(),
        minutes: ACCESS_LASTS.num_minutes(),
        notice: match asked(query.as_deref(), "gjort").as_deref() {
            Some("sprak") => "language",
            Some("avslutta") => "ended",
            _ => "",
        },
    };
    Ok(visit.page(&page))
}

/// Chooses the language of letters, and of the pages in this browser.
pub(super) async fn language(
    visit: Visit,
    State(site): State<Site>,
    acting: Acting,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let language: Language = fields.get("malform").and_then(|code| code.parse().ok()).ok_or(Error::WrongForm)?;
    store::account::choose_language(&site.host.db.write, acting.account.id, language).await?;
    let account = format!("/arrangor/konto?gjort=sprak&sprak={}", language.code());
    Ok(visit.with_cookies(Redirect::to(&account).into_response()))
}

/// Signs one of one's own browsers out.
pub(super) async fn end(
    visit: Visit,
    State(site): State<Site>,
    Path(id): Path<String>,
    acting: Acting,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let id: Uuid = id.parse().map_err(|_no_id| Error::NotFound)?;
    // Of somebody else it ends nothing, and does not tell whether there is such a one.
    store::session::end_own(&site.host.db.write, acting.account.id.0, id, visit.now).await?;
    if id == acting.session {
        return Ok(session::ended(&site.host, &visit, &format!("{}?ut=her", host::access::SIGN_IN)));
    }
    Ok(visit.with_cookies(Redirect::to("/arrangor/konto?gjort=avslutta").into_response()))
}
