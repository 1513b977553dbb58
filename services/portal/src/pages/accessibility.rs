use super::Site;
use crate::{samples, store};
use axum::extract::State;
use axum::response::Response;
use host::{Error, Page, Visit};
use proto::organisation::Organisation;
use serde::Serialize;

/// Where each organisation's accessibility statement is.
#[derive(Serialize)]
pub(super) struct Accessibility {
    organisations: Vec<Organisation>,
}

impl Page for Accessibility {
    const TEMPLATE: &'static str = "portal/accessibility.html";

    fn samples() -> Vec<Self> {
        vec![Self { organisations: vec![samples::organisation()] }, Self { organisations: Vec::new() }]
    }
}

pub(super) async fn get(visit: Visit, State(site): State<Site>) -> Result<Response, Error> {
    Ok(visit.page(&Accessibility { organisations: store::organisation::all(&site.host.db.read).await? }))
}
