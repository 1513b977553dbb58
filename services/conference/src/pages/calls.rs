//! The call for contributions, and the pages of those who speak or would like to.

use super::Site;
use axum::Router;
use host::Sample;

pub(crate) fn routes() -> Router<Site> {
    Router::new()
}

pub(crate) fn samples() -> Vec<Sample> {
    Vec::new()
}
