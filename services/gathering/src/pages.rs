//! What people see of gatherings, one file for each page.

mod calendar;
mod delegation;
mod gathering;
mod members;
mod missing;

use crate::store;
use axum::Router;
use axum::extract::FromRef;
use axum::http::{HeaderValue, header};
use axum::response::Response;
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
        .route("/samling/{slug}", get(gathering::show))
        .route("/delegasjon/{token}", get(delegation::show).post(delegation::act))
        .route("/arrangor/samling/{slug}", get(missing::show).post(missing::act))
        .route("/arrangor/nettverk/{file}", get(members::show))
        .with_state(Site { host, bus })
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [
        host::samples::<gathering::GatheringPage>(),
        host::samples::<delegation::DelegationPage>(),
        host::samples::<delegation::UnknownLinkPage>(),
        host::samples::<missing::MissingPage>(),
    ]
    .into_iter()
    .flatten()
    .collect()
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
