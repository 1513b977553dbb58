//! Who acts on the portal's own pages for organisers: what they may is read from the table each time, so that a role that was
//! taken back, or a session that was ended, is at an end here at once.

use super::{Site, session};
use crate::sign_in::Account;
use crate::store;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use bus::Work;
use host::{Error, Visit, access};
use proto::account::Role;
use proto::organisation::Organisation;
use uuid::Uuid;

/// Somebody who is signed in. Others are sent to sign in and come back after it.
pub(super) struct Acting {
    pub(super) session: Uuid,
    pub(super) account: Account,
}

impl FromRequestParts<Site> for Acting {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let Ok(visit) = Visit::from_request_parts(parts, site).await;
        match session::signed_in(site, &parts.headers, visit.now).await {
            Ok(Some((session, account))) => Ok(Self { session, account }),
            Ok(None) => Err(visit.with_cookies(Redirect::to(&access::sign_in_first(parts)).into_response())),
            Err(error) => Err(Error::from(error).into_response()),
        }
    }
}

impl Acting {
    /// The organisation, for its owners; for all others there is none.
    pub(super) async fn owned(&self, site: &Site, slug: &str) -> Result<Organisation, Error> {
        if !self.account.may(slug, Role::Owner) {
            return Err(Error::NotFound);
        }
        store::organisation::with_slug(&site.host.db.read, slug).await?.ok_or(Error::NotFound)
    }

    /// Begins work on an organisation that nobody else works on meanwhile, for its owners as they are then.
    pub(super) async fn begin(&self, site: &Site, slug: &str) -> Result<(Work, Organisation), Error> {
        let work = site.bus.begin().await?;
        let organisation = store::organisation::locked(&work.tx, slug).await?;
        let account = store::account::with_id(&work.tx, self.account.id).await?;
        let owner = account.is_some_and(|account| !account.disabled && account.may(slug, Role::Owner));
        match organisation {
            Some(organisation) if owner => Ok((work, organisation)),
            _ => {
                work.rollback().await;
                Err(Error::NotFound)
            }
        }
    }
}
