//! The pages: letters that are planned and sent, messages that organisers write, plans for reminders, the personal feed, stopping reminders, and the postbox for trying out.

mod again;
mod feed;
mod notice;
mod pause;
mod planned;
mod postbox;
mod reminder_plan;
mod stop;
mod trial;
mod wording;

use std::sync::Arc;

use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use bus::Bus;
use host::{Host, Sample, Settings};

use crate::Mail;

/// What pages work with.
#[derive(Clone)]
pub(crate) struct Site {
    mail: Arc<Mail>,
    bus: Bus,
}

impl FromRef<Site> for Host {
    fn from_ref(site: &Site) -> Self {
        site.mail.host.clone()
    }
}

pub(crate) fn routes(mail: Arc<Mail>, bus: Bus) -> Router {
    let shows_postbox = has_postbox(&mail.host.settings);
    let mut routes = Router::new()
        .route("/kalender/{token}", get(feed::get))
        .route("/paminningar/{token}", get(stop::get).post(stop::post))
        .route("/arrangor/brev/{slug}", get(planned::get).post(planned::post))
        .route("/arrangor/brev/{slug}/pa-nytt", post(again::post))
        .route("/arrangor/brev/{slug}/vent", post(pause::post))
        .route("/arrangor/brev/{slug}/meldingar", get(notice::list))
        .route("/arrangor/brev/{slug}/meldingar/ny", get(notice::new).post(notice::make))
        .route("/arrangor/brev/{slug}/meldingar/{id}", get(notice::one).post(notice::act))
        .route("/arrangor/brev/{slug}/meldingar/{id}/endre", get(notice::edit).post(notice::change))
        .route("/arrangor/brev/{slug}/meldingar/{id}/stopp", get(notice::stop))
        .route("/arrangor/brev/{slug}/ordlyd", get(wording::list))
        .route("/arrangor/brev/{slug}/ordlyd/{letter}", get(wording::one).post(wording::change))
        .route("/arrangor/brev/{slug}/plan", get(reminder_plan::of_event).post(reminder_plan::change_of_event))
        .route(
            "/arrangor/brev/plan/{organisation}/{kind}",
            get(reminder_plan::of_organisation).post(reminder_plan::change_of_organisation),
        );
    if shows_postbox {
        routes = routes
            .route("/postkasse", get(postbox::list))
            .route("/postkasse/{file}", get(postbox::letter))
            .route("/postkasse/{file}/html", get(postbox::html))
            .route("/postkasse/{file}/eml", get(postbox::download));
    }
    routes.with_state(Site { mail, bus })
}

/// Anybody can read the postbox, so it is only there in demonstrations and on a developer's own machine.
fn has_postbox(settings: &Settings) -> bool {
    let own_machine = settings.url.host().is_some_and(|host| match host {
        url::Host::Domain(name) => name == "localhost",
        url::Host::Ipv4(ip) => ip.is_loopback(),
        url::Host::Ipv6(ip) => ip.is_loopback(),
    });
    settings.demo || (settings.smtp.is_none() && own_machine)
}

pub(crate) fn samples() -> Vec<Sample> {
    let mut all = host::samples::<postbox::ListPage>();
    all.extend(host::samples::<postbox::LetterPage>());
    all.extend(host::samples::<planned::PlannedPage>());
    all.extend(host::samples::<notice::ListPage>());
    all.extend(host::samples::<notice::FormPage>());
    all.extend(host::samples::<notice::NoticePage>());
    all.extend(host::samples::<notice::StopNoticePage>());
    all.extend(host::samples::<reminder_plan::PlanPage>());
    all.extend(host::samples::<wording::ListPage>());
    all.extend(host::samples::<wording::WordingPage>());
    all.extend(host::samples::<stop::StopPage>());
    all
}
