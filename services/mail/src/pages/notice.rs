//! Messages that organisers write to some of those who are signed up. Only editors know that there are any.

mod acts;
mod form;
mod list;
mod one;
mod stop;

pub(super) use acts::post as act;
pub(super) use form::{FormPage, change, edit, make, new, sentence};
pub(super) use list::{ListPage, get as list};
pub(super) use one::{NoticePage, get as one};
pub(super) use stop::{StopNoticePage, get as stop};

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use host::{Error, FrameOrganisation, Organiser, Visit};
use proto::account::Role;
use proto::event::Event;
use proto::organisation::Organisation;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Site;
use crate::notice::Notice;
use crate::selection::{Standing, form_word};
use crate::store::event::Known as Heard;
use crate::store::{event, notice, organisation};

/// An event whose letters somebody may write.
pub(super) struct Known {
    pub(super) event: Event,
    pub(super) cancelled: bool,
    pub(super) organisation: Organisation,
}

/// What the address says of it.
#[derive(Deserialize)]
struct Named {
    slug: String,
}

/// For editors of the event. For all others there is no such page.
impl FromRequestParts<Site> for Known {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let organiser = Organiser::from_request_parts(parts, site).await?;
        let known = match Path::<Named>::from_request_parts(parts, site).await {
            Ok(Path(Named { slug })) => Self::open(site, &slug, &organiser).await,
            Err(_) => Err(Error::NotFound),
        };
        known.map_err(IntoResponse::into_response)
    }
}

impl Known {
    async fn open(site: &Site, slug: &str, organiser: &Organiser) -> Result<Self, Error> {
        let db = &site.mail.host.db.read;
        let Heard { event, cancelled, .. } = event::find_by_slug(db, slug).await?.ok_or(Error::NotFound)?;
        let event = event.map(std::sync::Arc::unwrap_or_clone).ok_or(Error::NotFound)?;
        if !organiser.may_at(event.id, &event.organisation, Role::Editor) {
            return Err(Error::NotFound);
        }
        let organisation = organisation::find(db, &event.organisation).await?.ok_or(Error::NotFound)?;
        Ok(Self { event, cancelled, organisation })
    }

    pub(super) fn framed(&self, visit: Visit) -> Visit {
        visit.organisation(&FrameOrganisation::from(&self.organisation))
    }

    /// The page of the event's letters.
    pub(super) fn letters(&self) -> String {
        format!("/arrangor/brev/{}", self.event.slug)
    }

    fn path(&self) -> String {
        format!("{}/meldingar", self.letters())
    }

    /// One of its messages.
    async fn notice(&self, site: &Site, id: &str) -> Result<notice::Model, Error> {
        let id = id.parse::<Uuid>().ok().ok_or(Error::NotFound)?;
        let row = notice::find(&site.mail.host.db.read, id).await?.ok_or(Error::NotFound)?;
        if row.event == self.event.id.0 { Ok(row) } else { Err(Error::NotFound) }
    }
}

/// To whom a message goes, in the ends of the keys of its words.
#[derive(Debug, Default, Serialize)]
struct Audience {
    standings: Vec<&'static str>,
    form: Option<&'static str>,
    /// The title of the session.
    session: Option<proto::Localised>,
    presence: Option<&'static str>,
    silence: Option<&'static str>,
}

impl Audience {
    fn of(notice: &Notice, event: &Event) -> Self {
        let chosen = &notice.selection;
        let session = chosen.session.and_then(|id| event.choices().find(|pool| pool.id == id));
        Self {
            standings: chosen.standings.iter().copied().map(Standing::word).collect(),
            form: chosen.form.map(form_word),
            session: session.map(|pool| pool.label.clone()),
            presence: chosen.presence.map(crate::selection::Presence::word),
            silence: chosen.silence.map(crate::selection::Silence::word),
        }
    }
}

/// Drafts are nobody else's.
pub(super) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
