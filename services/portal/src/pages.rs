//! The portal's pages and feeds, one file for each.

mod accessibility;
mod account;
mod acting;
mod calendar;
mod card;
mod enter;
mod feed;
mod fetched;
mod front;
mod logo;
mod openid;
mod organisation;
mod overview;
mod passkey;
mod privacy;
mod robots;
mod role;
mod roles;
mod second_factor;
mod second_step;
mod security;
mod sender;
mod session;
mod sign_in;
mod sign_out;
mod ways;

use crate::openid::Providers;
use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use bus::Bus;
use host::{Host, Sample, samples};
use std::sync::Arc;

/// What the pages work with.
#[derive(Clone, FromRef)]
pub(crate) struct Site {
    pub(crate) host: Host,
    pub(crate) bus: Bus,
    pub(crate) openid: Arc<Providers>,
}

pub(crate) fn routes(site: Site) -> Router {
    Router::new()
        .route("/", get(front::get))
        .route("/kalender.ics", get(calendar::get))
        .route("/feed.atom", get(feed::get))
        .route("/personvern", get(privacy::get))
        .route("/tilgjenge", get(accessibility::get))
        .route("/logo/{file}", get(logo::get))
        .route("/robots.txt", get(robots::get))
        .route("/.well-known/security.txt", get(security::get))
        .route("/arrangor", get(overview::get))
        .route("/arrangor/logg-inn", get(sign_in::get).post(sign_in::post))
        .route("/arrangor/logg-inn/sendt", get(sign_in::sent))
        .route("/arrangor/inn/{token}", get(enter::get).post(enter::post))
        .route("/arrangor/logg-inn/passnokkel", post(passkey::enter))
        .route("/arrangor/stadfest/passnokkel", post(passkey::step))
        .route("/arrangor/konto/passnokkel", post(passkey::make))
        .route("/arrangor/konto/passnokkel/{id}/fjern", post(passkey::remove))
        .route("/arrangor/openid/{provider}", get(openid::start))
        .route("/arrangor/openid/{provider}/svar", get(openid::answer))
        .route("/arrangor/logg-ut", post(sign_out::post))
        .route("/arrangor/konto", get(account::get))
        .route("/arrangor/stadfest", get(second_step::get).post(second_step::post))
        .route("/arrangor/konto/to-steg", get(second_factor::get).post(second_factor::post))
        .route("/arrangor/konto/to-steg/kodar", post(second_factor::codes))
        .route("/arrangor/konto/to-steg/fjern", post(second_factor::remove))
        .route("/arrangor/konto/innlogging", get(ways::get))
        .route("/arrangor/konto/innlogging/{provider}", post(openid::link))
        .route("/arrangor/konto/innlogging/{provider}/fjern", post(ways::unlink))
        .route("/arrangor/konto/sprak", post(account::language))
        .route("/arrangor/konto/okt/{id}", post(account::end))
        .route("/arrangor/organisasjon/{slug}", get(organisation::get).post(organisation::post))
        .route("/arrangor/organisasjon/{slug}/logo", post(organisation::logo))
        .route("/arrangor/organisasjon/{slug}/avsendar", get(sender::get).post(sender::post))
        .route("/arrangor/organisasjon/{slug}/tilgang", get(roles::get).post(roles::post))
        .route("/arrangor/organisasjon/{slug}/tilgang/krav", post(roles::require))
        .route("/arrangor/organisasjon/{slug}/tilgang/{account}", get(role::get).post(role::post))
        .route("/arrangor/organisasjon/{slug}/tilgang/{account}/{event}", get(role::get).post(role::post))
        .with_state(site)
}

/// Every page with every sample.
pub fn pages() -> Vec<Sample> {
    [
        samples::<front::Front>(),
        samples::<privacy::Privacy>(),
        samples::<accessibility::Accessibility>(),
        samples::<overview::Overview>(),
        samples::<sign_in::SignIn>(),
        samples::<sign_in::Sent>(),
        samples::<enter::Enter>(),
        samples::<enter::Spent>(),
        samples::<account::AccountPage>(),
        samples::<ways::Ways>(),
        samples::<openid::Leaving>(),
        samples::<roles::Roles>(),
        samples::<role::OneRole>(),
        samples::<organisation::OrganisationPage>(),
        samples::<sender::SenderPage>(),
        samples::<second_step::SecondStep>(),
        samples::<second_factor::SecondFactor>(),
        samples::<second_factor::RecoveryCodes>(),
    ]
    .concat()
}

/// The first value of a name in a query. What cannot be read is as good as absent.
fn asked(query: Option<&str>, name: &str) -> Option<String> {
    let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    pairs.into_iter().find(|(own, _)| own == name).map(|(_, value)| value.into_owned())
}
