//! What people see of webinars, one file for each page.

mod calendar;
mod join;
mod organiser;
mod structured;
mod webinar;

use crate::store;
use axum::Router;
use axum::extract::FromRef;
use axum::routing::get;
use bus::Bus;
use host::{Error, FrameOrganisation, Host, Sample, Visit};
use proto::organisation::Organisation;

/// What the pages stand on.
#[derive(Clone)]
pub(crate) struct Site {
    host: Host,
    bus: Bus,
}

impl FromRef<Site> for Host {
    fn from_ref(site: &Site) -> Self {
        site.host.clone()
    }
}

pub(crate) fn routes(host: Host, bus: Bus) -> Router {
    Router::new()
        .route("/webinar/{slug}", get(webinar::show))
        .route("/webinar/{slug}/delta/{token}", get(join::show).post(join::enter))
        .route("/arrangor/webinar/{slug}", get(organiser::show).post(organiser::move_meeting))
        .with_state(Site { host, bus })
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<webinar::WebinarPage>(),
        host::samples::<join::JoinPage>(),
        host::samples::<join::UnknownLinkPage>(),
        host::samples::<organiser::OrganiserPage>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Site {
    async fn webinar(&self, slug: &str) -> Result<store::webinar::Model, Error> {
        store::webinar::by_slug(&self.host.db.read, slug).await?.ok_or(Error::NotFound)
    }

    /// The organisations behind a webinar, the responsible one first.
    async fn organisers(&self, webinar: &store::webinar::Model) -> Result<Vec<Organisation>, Error> {
        let event = webinar.event();
        let slugs: Vec<&str> =
            [event.organisation.as_str()].into_iter().chain(event.co_organisers.iter().map(String::as_str)).collect();
        Ok(store::organisation::named(&self.host.db.read, &slugs).await?)
    }
}

/// The visit with the responsible organisation in the footer.
fn framed(visit: Visit, webinar: &store::webinar::Model, organisers: &[Organisation]) -> Visit {
    let responsible = organisers.iter().find(|organisation| organisation.slug == webinar.organisation);
    match responsible {
        Some(organisation) => visit.organisation(&FrameOrganisation::from(organisation).ask(&webinar.event().contact)),
        None => visit,
    }
}
