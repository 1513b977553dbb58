//! What people see of conferences: the public pages, those of organisers, and those of who would like to speak.

mod calls;
mod drafts;
mod organiser;
mod public;

use crate::store;
use axum::Router;
use axum::extract::FromRef;
use bus::Bus;
use host::{Error, FrameOrganisation, Host, Sample, Visit};
use proto::organisation::Organisation;

/// What the pages stand on.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) host: Host,
    pub(crate) bus: Bus,
    pub(crate) memory: public::Memory,
}

impl FromRef<Site> for Host {
    fn from_ref(site: &Site) -> Self {
        site.host.clone()
    }
}

pub(crate) fn routes(host: Host, bus: Bus) -> Router {
    let site = Site { host, bus, memory: public::Memory::default() };
    let own = Router::new().merge(public::routes()).merge(organiser::routes()).merge(calls::routes());
    own.with_state(site.clone()).merge(drafting::routes(site))
}

/// Every page with its samples.
pub(crate) fn samples() -> Vec<Sample> {
    [public::samples(), organiser::samples(), calls::samples()].into_iter().flatten().collect()
}

impl Site {
    pub(crate) async fn conference(&self, slug: &str) -> Result<store::conference::Model, Error> {
        store::conference::by_slug(&self.host.db.read, slug).await?.ok_or(Error::NotFound)
    }

    /// The organisations behind a conference, the responsible one first.
    pub(crate) async fn organisers(&self, conference: &store::conference::Model) -> Result<Vec<Organisation>, Error> {
        Ok(store::organisation::named(&self.host.db.read, &conference.organisers()).await?)
    }
}

/// The visit with the responsible organisation in the footer.
pub(crate) fn framed(visit: Visit, conference: &store::conference::Model, organisers: &[Organisation]) -> Visit {
    let responsible = organisers.iter().find(|organisation| organisation.slug == conference.organisation);
    match responsible {
        Some(organisation) => {
            visit.organisation(&FrameOrganisation::from(organisation).ask(&conference.event().contact))
        }
        None => visit,
    }
}
