//! The conference for those who plan it.

use super::Site;
use axum::Router;
use host::Sample;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
}

pub(crate) fn samples() -> Vec<Sample> {
    Vec::new()
}
