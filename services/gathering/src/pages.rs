//! What people see of gatherings, one file for each page.

mod calendar;
mod coverage;
mod delegation;
mod drafts;
mod gathering;
pub(crate) mod material;
mod materials;
mod members;
mod missing;
mod network;
mod plan;
mod plans;

use crate::store;
use axum::Router;
use axum::extract::FromRef;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::get;
use bus::Bus;
use host::{Error, FrameOrganisation, Host, Page, Sample, Visit};
use proto::organisation::Organisation;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// What the pages stand on.
#[derive(Clone)]
pub(crate) struct Site {
    host: Host,
    bus: Bus,
    /// Documents that are being sent, each of which is in memory.
    sending: Arc<Semaphore>,
}

impl FromRef<Site> for Host {
    fn from_ref(site: &Site) -> Self {
        site.host.clone()
    }
}

pub(crate) fn routes(host: Host, bus: Bus) -> Router {
    let site = Site { host, bus, sending: Arc::new(Semaphore::new(material::AT_ONCE)) };
    Router::new()
        .route("/samling/{slug}", get(gathering::show))
        .route("/nettverk/{slug}", get(network::show))
        .route("/delegasjon/{token}", get(delegation::show).post(delegation::act))
        .route("/arrangor/samling/{slug}", get(missing::show).post(missing::act))
        .route("/samling/{slug}/materiale/{id}", get(material::public))
        .route("/delegasjon/{token}/materiale", get(material::network))
        .route("/delegasjon/{token}/materiale/{id}", get(material::network_file))
        .route("/arrangor/samling/{slug}/materiale", get(materials::show).post(materials::remove))
        .route("/arrangor/samling/{slug}/materiale/{id}", get(materials::file).post(materials::add))
        .route("/arrangor/samling/{slug}/planar", get(plans::show).post(plans::make))
        .route("/arrangor/samling/{slug}/planar/{id}", get(plan::show).post(plan::act))
        .route("/arrangor/samling/{slug}/planar/{id}/utskrift", get(plan::print::list))
        .route("/arrangor/samling/{slug}/planar/{id}/bordkort", get(plan::print::cards))
        .route("/arrangor/nettverk/{file}", get(members::show))
        .route("/arrangor/nettverk/{slug}/deltaking", get(coverage::show))
        .route("/arrangor/nettverk/{slug}/deltaking/{file}", get(coverage::file))
        .with_state(site.clone())
        .merge(drafting::routes(site))
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<gathering::GatheringPage>(),
        host::samples::<network::NetworkPage>(),
        host::samples::<delegation::DelegationPage>(),
        host::samples::<delegation::UnknownLinkPage>(),
        host::samples::<missing::MissingPage>(),
        host::samples::<coverage::CoveragePage>(),
        host::samples::<material::MaterialPage>(),
        host::samples::<materials::MaterialsPage>(),
        host::samples::<plans::PlansPage>(),
        host::samples::<plan::PlanPage>(),
        host::samples::<plan::print::PrintPage>(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The keys of what the page of a plan says after something was done, or not.
#[cfg(test)]
pub(crate) fn plan_words() -> Vec<String> {
    let done = plan::DONE.iter().chain(&["sletta"]).map(|word| format!("gathering-plan-done-{word}"));
    let refused = ["stale", "unknown", "full", "locked", "not_empty"];
    done.chain(refused.map(|word| format!("gathering-plan-refused-{word}"))).collect()
}

impl Site {
    async fn gathering(&self, slug: &str) -> Result<store::gathering::Model, Error> {
        store::gathering::by_slug(&self.host.db.read, slug).await?.ok_or(Error::NotFound)
    }

    /// The organisations behind a gathering, the responsible one first.
    async fn organisers(&self, gathering: &store::gathering::Model) -> Result<Vec<Organisation>, Error> {
        let event = gathering.event();
        let slugs: Vec<&str> =
            [event.organisation.as_str()].into_iter().chain(event.co_organisers.iter().map(String::as_str)).collect();
        Ok(store::organisation::named(&self.host.db.read, &slugs).await?)
    }
}

/// The visit with the responsible organisation in the footer.
fn framed(visit: Visit, gathering: &store::gathering::Model, organisers: &[Organisation]) -> Visit {
    let responsible = organisers.iter().find(|organisation| organisation.slug == gathering.organisation);
    match responsible {
        Some(organisation) => {
            visit.organisation(&FrameOrganisation::from(organisation).ask(&gathering.event().contact))
        }
        None => visit,
    }
}

/// A page about a gathering that only one may see, in its frame.
async fn answered<P: Page>(
    site: &Site,
    visit: Visit,
    gathering: &store::gathering::Model,
    status: StatusCode,
    page: &P,
) -> Result<Response, Error> {
    let organisers = site.organisers(gathering).await?;
    Ok(private(framed(visit, gathering, &organisers).page_with(status, page)))
}

/// Keeps a page that only one may see out of what others keep, and its address out of what others are told.
fn private(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    response
}

/// What an address ends with: `?gjort=…` after something was done.
fn done(uri: &axum::http::Uri) -> Option<&str> {
    uri.query()?.split('&').find_map(|pair| pair.strip_prefix("gjort="))
}
