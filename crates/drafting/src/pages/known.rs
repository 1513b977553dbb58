//! A draft that somebody has open, and what every change of it goes through.

use super::{Site, base};
use crate::draft::{Draft, Step};
use crate::form::presenting::presentable;
use crate::missing::{Around, Missing, missing};
use crate::store::{Touch, Typed};
use crate::{Drafts, Looked, Network, filing, store};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use event_file::{is_address, meeting_address};
use host::{Error, Organiser};
use proto::AccountId;
use proto::account::Role;
use proto::event::EventKind;
use proto::organisation::Organisation;
use serde::{Deserialize, Serialize};
use text::Text;
use uuid::Uuid;

/// A draft, the organisation that answers for it, and the editor who has it open. To others there is no such draft.
pub(crate) struct Known {
    pub(super) row: store::Model,
    pub(super) organisation: Organisation,
    pub(super) kind: EventKind,
    pub(super) rooms: bool,
    pub(super) networks: Vec<Network>,
    pub(super) editor: AccountId,
}

/// Somebody has changed it in the meantime.
#[derive(Serialize)]
pub(crate) struct Stale {
    pub(super) at: DateTime<Utc>,
    /// By the same person, in another window.
    pub(super) own: bool,
}

/// What came of changing a step.
pub(crate) enum Changed<Refused> {
    Kept,
    Stale(Stale),
    Refused(Refused),
}

/// What the address says of it.
#[derive(Deserialize)]
struct Named {
    id: String,
}

impl<K: Drafts> FromRequestParts<Site<K>> for Known {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &Site<K>) -> Result<Self, Response> {
        let organiser = Organiser::from_request_parts(parts, state).await?;
        let named = Path::<Named>::from_request_parts(parts, state).await;
        let id = named.ok().and_then(|Path(Named { id })| id.parse().ok()).ok_or(Error::NotFound);
        let known = match id {
            Ok(id) => Self::open(&state.0, &organiser, id).await,
            Err(error) => Err(error),
        };
        known.map_err(IntoResponse::into_response)
    }
}

impl Known {
    async fn open<K: Drafts>(kind: &K, organiser: &Organiser, id: Uuid) -> Result<Self, Error> {
        let row = store::find(&kind.host().db.read, id).await?.ok_or(Error::NotFound)?;
        if !organiser.may(&row.organisation, Role::Editor) {
            return Err(Error::NotFound);
        }
        let organisation = kind.organisations(&[&row.organisation]).await?.pop().ok_or(Error::NotFound)?;
        let networks = kind.networks(&row.organisation).await?;
        Ok(Self { row, organisation, kind: K::KIND, rooms: kind.rooms(), networks, editor: organiser.account })
    }

    /// Changes one step, unless somebody has changed it after the version that was seen. Afterwards the draft is known as it is then.
    pub(super) async fn change<K: Drafts, Refused>(
        &mut self,
        site: &K,
        step: Step,
        seen: i64,
        decide: impl FnOnce(&Draft) -> Result<Draft, Refused>,
    ) -> Result<Changed<Refused>, Error> {
        let work = site.bus().begin().await?;
        let Some(row) = store::to_change(&work.tx, self.row.id).await? else {
            work.rollback().await;
            return Err(Error::NotFound);
        };
        self.row = row;
        let decided = decide(self.row.draft());
        if decided.as_ref().is_ok_and(|draft| draft.agrees(self.row.draft(), step)) {
            work.rollback().await;
            return Ok(Changed::Kept);
        }
        if let Some(touch) = self.row.touched.0.get(&step).filter(|touch| touch.version > seen) {
            let stale = Stale { at: touch.at, own: touch.by == self.editor.0 };
            work.rollback().await;
            return Ok(Changed::Stale(stale));
        }
        let draft = match decided {
            Ok(draft) => draft,
            Err(refused) => {
                work.rollback().await;
                return Ok(Changed::Refused(refused));
            }
        };
        let row = &mut self.row;
        row.version += 1;
        row.typed = Typed(draft);
        row.changed_at = work.now;
        row.touched.0.insert(step, Touch { version: row.version, at: work.now, by: self.editor.0 });
        store::update(&work.tx, row.clone()).await?;
        work.commit().await?;
        tracing::info!(draft.id = %row.id, account.id = %self.editor, "a draft was changed");
        Ok(Changed::Kept)
    }

    pub(super) fn missing(&self, now: DateTime<Utc>) -> Vec<Missing> {
        let around = Around {
            kind: self.kind,
            organisation: &self.organisation,
            rooms: self.rooms,
            networks: &self.networks,
            now,
        };
        missing(self.row.draft(), around)
    }

    /// Of its overview.
    pub(super) fn path(&self) -> String {
        format!("{}/utkast/{}", base(self.kind), self.row.id)
    }

    /// The draft as it can be looked at before it is whole.
    pub(super) fn looked(&self, words: &Text) -> Looked {
        let mut draft = self.row.draft().clone();
        let mut organisation = self.organisation.clone();
        organisation.required_languages.clear();
        if organisation.accessibility_statement.trim().is_empty() {
            organisation.accessibility_statement = "-".to_owned();
        }
        if meeting_address(&draft.meeting_url).is_none() {
            draft.meeting_url.clear();
        }
        draft.choices.retain(|choice| choice.label.0.values().all(|line| !line.contains('\n')));
        if draft.venue.is_empty() && self.kind != EventKind::Webinar {
            draft.attendance = "online".to_owned();
        }
        draft.network.clear();
        draft.form = presentable(&draft.form, organisation.retention_days);
        if draft.contact_name.is_empty() {
            draft.contact_name.clone_from(&organisation.slug);
        }
        if !is_address(&draft.contact_email) {
            draft.contact_email.clone_from(&organisation.sender);
        }
        let text = filing::filed(&draft, self.kind, "utkast", &organisation, words).text;
        Looked { text, organisation, changed_at: self.row.changed_at }
    }
}
