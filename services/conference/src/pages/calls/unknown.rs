//! The link is none of ours, or has been replaced. Says nothing about anybody.

use super::private;
use axum::http::StatusCode;
use axum::response::Response;
use host::{Page, Visit};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct UnknownPage {}

pub(super) fn unknown(visit: &Visit) -> Response {
    private(visit.page_with(StatusCode::NOT_FOUND, &UnknownPage {}))
}

impl Page for UnknownPage {
    const TEMPLATE: &'static str = "conference/call_unknown.html";

    fn samples() -> Vec<Self> {
        vec![Self {}]
    }
}
