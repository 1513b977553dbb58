use super::Site;
use crate::sign_in::{SESSION_KEPT, SESSION_LASTS};
use crate::{samples, store};
use axum::extract::State;
use axum::response::Response;
use host::{Error, Page, Visit};
use proto::organisation::Organisation;
use serde::Serialize;

/// What is kept about people, why, and for how long.
#[derive(Serialize)]
pub(super) struct Privacy {
    session_days: i64,
    kept_days: i64,
    organisations: Vec<Organisation>,
}

impl Privacy {
    fn new(organisations: Vec<Organisation>) -> Self {
        Self { session_days: SESSION_LASTS.num_days(), kept_days: SESSION_KEPT.num_days(), organisations }
    }
}

impl Page for Privacy {
    const TEMPLATE: &'static str = "portal/privacy.html";

    fn samples() -> Vec<Self> {
        vec![Self::new(vec![samples::organisation()]), Self::new(Vec::new())]
    }
}

pub(super) async fn get(visit: Visit, State(site): State<Site>) -> Result<Response, Error> {
    Ok(visit.page(&Privacy::new(store::organisation::all(&site.host.db.read).await?)))
}
