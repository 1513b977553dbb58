use super::openid::Stop;
use super::passkey::Question;
use super::second_step::detour;
use super::{Site, asked, session};
use crate::address;
use crate::openid::Provider;
use crate::passkey::Use;
use crate::sign_in::{self, ACCESS_LASTS, Answer, LINK_LASTS, LINKS_IN_WINDOW, RATE_WINDOW};
use crate::store;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Page, Visit};
use proto::Language;
use proto::account::SignInRequested;
use sea_orm::DbErr;
use serde::Serialize;
use std::time::Duration;
use tokio::time::Instant;

/// Where an organiser asks for a link.
#[derive(Serialize)]
pub(super) struct SignIn {
    email: String,
    onward: String,
    notice: &'static str,
    minutes: i64,
    errors: Vec<FieldError>,
    /// Where else one can sign in.
    providers: Vec<Way>,
    /// They are to sign in although they are signed in.
    anew: bool,
    /// Why it did not come to that at a provider, and at which.
    stop: &'static str,
    provider: String,
    passkey: Option<Question>,
}

#[derive(Serialize)]
struct Way {
    key: String,
    name: String,
}

impl SignIn {
    fn new(onward: String, notice: &'static str) -> Self {
        Self {
            email: String::new(),
            onward,
            notice,
            minutes: ACCESS_LASTS.num_minutes(),
            errors: Vec::new(),
            providers: Vec::new(),
            anew: false,
            stop: "",
            provider: String::new(),
            passkey: None,
        }
    }
}

impl SignIn {
    /// The same for somebody who has tried another way, with the address that may be theirs.
    pub(super) fn stopped(self, stop: &'static str, provider: &str, email: &str) -> Self {
        let email = email.chars().take(254).collect();
        Self { stop, provider: provider.to_owned(), email, ..self }
    }
}

/// The form as it is at first.
pub(super) fn form(site: &Site, visit: &Visit, onward: String, notice: &'static str) -> SignIn {
    let way = |provider: &Provider| Way { key: provider.key.clone(), name: provider.name.clone() };
    let passkey = Question::show(site, visit, Use::Enter);
    SignIn { providers: site.openid.iter().map(way).collect(), passkey, ..SignIn::new(onward, notice) }
}

impl Page for SignIn {
    const TEMPLATE: &'static str = "portal/sign-in.html";

    fn samples() -> Vec<Self> {
        let page = |notice| Self::new("/arrangor".to_owned(), notice);
        let errors = vec![FieldError::new("epost", "E-postadressa må innehalde @, til dømes kari@kommune.no")];
        let elsewhere = || {
            let way = |key: &str, name: &str| Way { key: key.to_owned(), name: name.to_owned() };
            let providers = vec![way("entra", "Microsoft"), way("id-porten", "ID-porten")];
            Self { providers, provider: "Microsoft".to_owned(), ..page("") }
        };
        let mut samples = vec![
            page(""),
            page("out"),
            page("everywhere"),
            Self { email: "kari\"<".to_owned(), errors, ..page("") },
            Self { anew: true, passkey: Some(Question::sample()), ..elsewhere() },
            Self { stop: "passkey", passkey: Some(Question::sample()), ..page("") },
        ];
        samples.extend(Stop::ALL.map(|stop| Self { stop: stop.word(), ..elsewhere() }));
        samples
    }
}

/// What everybody is shown who asked for a link.
#[derive(Serialize)]
pub(super) struct Sent {
    minutes: i64,
    count: u64,
}

impl Page for Sent {
    const TEMPLATE: &'static str = "portal/sent.html";

    fn samples() -> Vec<Self> {
        vec![Self { minutes: LINK_LASTS.num_minutes(), count: LINKS_IN_WINDOW }]
    }
}

/// Renews the roles of somebody who is signed in and leads on; others see the form.
pub(super) async fn get(
    visit: Visit,
    State(site): State<Site>,
    request: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let onward = sign_in::onward(asked(query.as_deref(), "til").as_deref());
    let anew = asked(query.as_deref(), "nytt").is_some();
    let standing = if anew { None } else { session::standing(&site, &request, visit.now).await? };
    if let Some(standing) = standing {
        if let Some(detour) = detour(standing.step, &onward) {
            return Ok(visit.with_cookies(Redirect::to(&detour).into_response()));
        }
        store::session::seen(&site.host.db.write, standing.session, visit.now).await?;
        return Ok(session::renewed(&site.host, standing.session, &standing.account, &visit, &onward));
    }
    let notice = match asked(query.as_deref(), "ut").as_deref() {
        Some("her") => "out",
        Some("overalt") => "everywhere",
        _ => "",
    };
    Ok(visit.page(&SignIn { anew, ..form(&site, &visit, onward, notice) }))
}

/// How long the answer takes at least, so that it does not tell by its time whether a link was made.
const LEAST: Duration = Duration::from_millis(300);

pub(super) async fn post(visit: Visit, State(site): State<Site>, fields: Fields) -> Result<Response, Error> {
    let onward = sign_in::onward(fields.get("til"));
    let email = fields.get("epost").unwrap_or_default();
    if fields.switches_language() {
        return Ok(visit.page(&SignIn { email: email.chars().take(254).collect(), ..form(&site, &visit, onward, "") }));
    }
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let Some(address) = address::normalised(email) else {
        let words = site.host.text.word(visit.language, "portal-sign-in-email-wrong", &[]);
        let errors = vec![FieldError::new("epost", words)];
        let email = email.chars().take(254).collect();
        let page = SignIn { email, errors, ..form(&site, &visit, onward, "") };
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    };
    let not_before = Instant::now() + LEAST;
    let done = request_link(&site, &address, visit.language, &onward).await;
    tokio::time::sleep_until(not_before).await;
    done?;
    Ok(visit.with_cookies(Redirect::to("/arrangor/logg-inn/sendt").into_response()))
}

pub(super) async fn sent(visit: Visit) -> Response {
    visit.page(&Sent { minutes: LINK_LASTS.num_minutes(), count: LINKS_IN_WINDOW })
}

/// Has a link sent, if the address has an account that may have one.
async fn request_link(site: &Site, address: &str, language: Language, onward: &str) -> Result<(), DbErr> {
    let work = site.bus.begin().await?;
    let account = store::account::with_address(&work.tx, address).await?;
    let sent = match &account {
        Some(account) => store::sign_in::sent_since(&work.tx, account.id, work.now - RATE_WINDOW).await?,
        None => 0,
    };
    let (Answer::Send { organisation }, Some(account)) = (sign_in::answer(account.as_ref(), sent), account) else {
        work.rollback().await;
        return Ok(());
    };
    let expires_at = work.now + LINK_LASTS;
    let sign_in_id = store::sign_in::make(&work.tx, account.id, work.now, expires_at, onward).await?;
    work.say(&SignInRequested {
        sign_in_id,
        account_id: account.id,
        organisation,
        email: account.email,
        language,
        expires_at,
        invited: false,
    });
    work.commit().await
}
