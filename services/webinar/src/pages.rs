//! What people see of webinars, one file for each page.

mod attendance;
mod calendar;
mod drafts;
mod evaluation;
mod files;
mod join;
mod material;
mod organiser;
mod panel;
mod panel_links;
mod preview;
mod results;
mod series;
mod settlement;
mod structured;
mod webinar;

use crate::meeting::Rooms;
use crate::shelf::Shelf;
use crate::store;
use axum::Router;
use axum::extract::FromRef;
use axum::routing::{get, post};
use bus::Bus;
use host::{Error, FrameOrganisation, Host, Sample, Visit};
use proto::organisation::Organisation;
use std::sync::Arc;

/// What the pages stand on.
#[derive(Clone)]
pub(crate) struct Site {
    host: Host,
    bus: Bus,
    /// Where rooms for meetings are made, if anywhere.
    rooms: Option<Arc<Rooms>>,
    /// What is in files that are being fetched.
    shelf: Shelf,
}

impl FromRef<Site> for Host {
    fn from_ref(site: &Site) -> Self {
        site.host.clone()
    }
}

pub(crate) fn routes(host: Host, bus: Bus) -> Router {
    // Whether they can be made was found out at start.
    let rooms = Rooms::of(&host).ok().flatten().map(Arc::new);
    let site = Site { host, bus, rooms, shelf: Shelf::default() };
    Router::new()
        .route("/webinar/{slug}", get(webinar::show))
        .route("/webinar/{slug}/delta/{token}", get(join::show).post(join::enter))
        .route("/webinar/rekkje/{slug}", get(series::show))
        .route("/arrangor/webinar/rekkje/{slug}", get(series::overview::show))
        .route("/arrangor/webinar/rekkje/{slug}/ny", get(series::new::show).post(series::new::post))
        .route("/arrangor/webinar/rekkje/{slug}/{date}", get(series::edit::show).post(series::edit::post))
        .route("/arrangor/webinar/{slug}", get(organiser::show).post(organiser::move_meeting))
        .route("/webinar/{slug}/panel/{token}", get(panel::show).post(panel::enter))
        .route("/arrangor/webinar/{slug}/panel", get(panel_links::show))
        .route("/arrangor/webinar/{slug}/frammote", get(attendance::show).post(attendance::read))
        .route("/arrangor/webinar/{slug}/frammote/{list}", get(preview::show).post(preview::take_in))
        .route("/arrangor/webinar/{slug}/frammote/klart", post(settlement::settle))
        .route("/arrangor/webinar/{slug}/opptak", get(material::show).post(material::add))
        .route("/arrangor/webinar/{slug}/opptak/{id}", get(files::added))
        .route("/arrangor/webinar/{slug}/opptak/{id}/fjern", post(material::remove))
        .route("/arrangor/webinar/{slug}/vurdering", get(results::show))
        .route("/arrangor/webinar/{slug}/vurdering.csv", get(results::file))
        .route("/webinar/{slug}/vurdering/{token}", get(evaluation::show).post(evaluation::answer))
        .route("/webinar/{slug}/materiale/{id}", get(files::for_all))
        .route("/webinar/{slug}/delta/{token}/materiale/{id}", get(files::own))
        .with_state(site.clone())
        .merge(drafting::routes(site))
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<webinar::WebinarPage>(),
        host::samples::<join::JoinPage>(),
        host::samples::<join::UnknownLinkPage>(),
        host::samples::<organiser::OrganiserPage>(),
        host::samples::<attendance::AttendancePage>(),
        host::samples::<preview::PreviewPage>(),
        host::samples::<material::MaterialPage>(),
        host::samples::<evaluation::EvaluationPage>(),
        host::samples::<results::ResultsPage>(),
        host::samples::<panel_links::PanelLinksPage>(),
        host::samples::<series::SeriesPage>(),
        host::samples::<series::overview::SeriesOverviewPage>(),
        host::samples::<series::edit::SeriesEditPage>(),
        host::samples::<series::new::SeriesNewPage>(),
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
