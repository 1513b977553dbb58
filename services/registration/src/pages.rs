//! What people see in a browser.

mod adding;
mod archive;
mod asked_person;
mod attendance;
mod badges;
pub(crate) mod choices;
mod closed;
mod door;
pub(crate) mod event;
mod export;
mod field;
mod foreign_list;
mod form;
mod insight;
mod invitations;
mod invited;
mod list;
pub(crate) mod my;
mod needs;
pub(crate) mod notice;
mod person;
mod reason;
mod receipt;
pub(crate) mod sample;
pub(crate) mod sent;
pub(crate) mod series;
mod several;
mod sign_up;
mod statistics;

use crate::app::App;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use host::Sample;
use invitations::{adding as adding_invited, going};
use my::{
    certificate, change, choose, dead_link, done, download, erase, hand_over, new_link, offer, overview, withdraw,
};

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/pamelding/{slug}", get(sign_up::get).post(sign_up::post))
        .route("/pamelding/{slug}/takk", get(receipt::get))
        .route("/pamelding/{slug}/sletta", get(erase::get_done))
        .route("/pamelding/{slug}/ny-lenkje-sendt", get(new_link::get_done))
        .merge(invited())
        .route("/pamelding/{slug}/vilkar.css", get(sign_up::conditions))
        .route("/arrangor/pameldingar/{slug}", get(list::get).post(list::post))
        .route("/arrangor/pameldingar/{slug}/innsyn", get(insight::get))
        .route("/arrangor/pameldingar/{slug}/arkiv", get(archive::get).post(archive::post))
        .route("/arrangor/pameldingar/{slug}/kom", get(list::get).post(attendance::post))
        .route("/arrangor/personar/{slug}", get(asked_person::get).post(asked_person::post))
        .route("/arrangor/dor/{slug}", get(door::get).post(door::post))
        .route("/arrangor/dor/{slug}/liste", get(door::away::get_people))
        .route("/arrangor/dor/{slug}/merke", get(door::get).post(door::away::post_marks))
        .route("/arrangor/dor/{slug}/ny", get(door::walk_in::get).post(door::walk_in::post))
        .route("/arrangor/pameldingar/{slug}/eksport", get(export::get).post(export::post))
        .route("/arrangor/pameldingar/{slug}/behov", get(needs::get).post(needs::post))
        .route("/arrangor/pameldingar/{slug}/skilt", get(badges::get).post(badges::post))
        .route("/arrangor/pameldingar/{slug}/tal", get(statistics::get))
        .route("/arrangor/pameldingar/{slug}/tal.csv", get(statistics::get_file))
        .route("/arrangor/pameldingar/{slug}/ny", get(adding::get).post(adding::post))
        .route("/arrangor/pameldingar/{slug}/hent-inn", get(foreign_list::get).post(foreign_list::post))
        .route("/arrangor/pameldingar/{slug}/hent-inn/fil", get(foreign_list::get).post(foreign_list::post_file))
        .route("/arrangor/pameldingar/{slug}/invitasjonar", get(invitations::get).post(invitations::post))
        .route("/arrangor/pameldingar/{slug}/invitasjonar/nye", get(adding_invited::get).post(adding_invited::post))
        .route(
            "/arrangor/pameldingar/{slug}/invitasjonar/nye/fil",
            get(adding_invited::get).post(adding_invited::post_file),
        )
        .route("/arrangor/pameldingar/{slug}/invitasjonar/send", get(going::get_send).post(going::post_send))
        .route("/arrangor/pameldingar/{slug}/invitasjonar/minn", get(going::get_remind).post(going::post_remind))
        .route("/arrangor/pameldingar/{slug}/fleire", get(several::get).post(several::post))
        .route("/arrangor/pameldingar/{slug}/{id}", get(person::get))
        .route("/arrangor/pameldingar/{slug}/{id}/endre", get(person::moving::get).post(person::moving::post))
        .route("/arrangor/pameldingar/{slug}/{id}/{act}", get(person::acting::get).post(person::acting::post))
        .route("/arrangor/pameldingar/{slug}/{id}/merknad", get(person::get).post(person::note::post))
        .route("/arrangor/pameldingar/{slug}/{id}/merknad/slett", get(person::get).post(person::note::post_delete))
        .merge(series::routes())
        .merge(mine())
}

/// The pages behind the link in an invitation.
fn invited() -> Router<App> {
    Router::new()
        .route("/pamelding/{slug}/invitert/{token}", get(invited::get))
        .route("/pamelding/{slug}/invitert/{token}/nei", get(invited::get_decline).post(invited::post_decline))
        .layer(map_response(secret))
}

/// The pages behind a personal link.
fn mine() -> Router<App> {
    Router::new()
        .route("/mi/ny-lenkje", get(dead_link::get).post(dead_link::post))
        .route("/mi/ny-lenkje/sendt", get(dead_link::get_sent))
        .route("/mi/{token}", get(overview::get))
        .route("/mi/{token}/gjort/{word}", get(done::get))
        .route("/mi/{token}/endre", get(change::get).post(change::post))
        .route("/mi/{token}/vel", get(overview::get).post(choose::post))
        .route("/mi/{token}/meld-av", get(withdraw::get).post(withdraw::post))
        .route("/mi/{token}/gi-vidare", get(hand_over::get).post(hand_over::post))
        .route("/mi/{token}/tilbod", get(offer::get).post(offer::post))
        .route("/mi/{token}/ny-lenkje", get(new_link::get).post(new_link::post))
        .route("/mi/{token}/slett", get(erase::get).post(erase::post))
        .route("/mi/{token}/data.json", get(download::get))
        .route("/mi/{token}/kursbevis.pdf", get(certificate::get))
        .merge(series::mine())
        .layer(map_response(secret))
}

/// The address itself is a key: it is kept from caches, search engines and the pages that links lead to.
async fn secret(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    let mut all = host::samples::<form::FormPage>();
    all.extend(host::samples::<closed::ClosedPage>());
    all.extend(host::samples::<receipt::ReceiptPage>());
    all.extend(host::samples::<overview::OverviewPage>());
    all.extend(host::samples::<change::ChangePage>());
    all.extend(host::samples::<my::ConfirmPage>());
    all.extend(host::samples::<done::DonePage>());
    all.extend(host::samples::<hand_over::HandOverPage>());
    all.extend(host::samples::<dead_link::DeadLinkPage>());
    all.extend(host::samples::<list::ListPage>());
    all.extend(host::samples::<insight::InsightPage>());
    all.extend(host::samples::<archive::ArchivePage>());
    all.extend(host::samples::<asked_person::AskedPersonPage>());
    all.extend(host::samples::<archive::Published>());
    all.extend(host::samples::<door::Page>());
    all.extend(host::samples::<door::walk_in::WalkInPage>());
    all.extend(host::samples::<export::ExportPage>());
    all.extend(host::samples::<badges::BadgesPage>());
    all.extend(host::samples::<needs::NeedsPage>());
    all.extend(host::samples::<statistics::StatisticsPage>());
    all.extend(host::samples::<person::PersonPage>());
    all.extend(host::samples::<person::acting::ActPage>());
    all.extend(host::samples::<person::moving::MovePage>());
    all.extend(host::samples::<adding::AddPage>());
    all.extend(host::samples::<several::SeveralPage>());
    all.extend(host::samples::<foreign_list::ForeignListPage>());
    all.extend(host::samples::<invitations::InvitationsPage>());
    all.extend(host::samples::<adding_invited::AddingPage>());
    all.extend(host::samples::<going::GoingPage>());
    all.extend(host::samples::<invited::InvitedPage>());
    all.extend(series::samples());
    all
}
