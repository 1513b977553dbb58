//! `/api/v1`: the same events, the same desk and the same answers as the pages, for programs.

mod description;
mod events;
mod person;
mod problem;
mod sign_up;

use crate::app::App;
use axum::Router;
use axum::response::Redirect;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// What the description says about the whole. Paths and schemas are added from the handlers.
#[derive(OpenApi)]
#[openapi(info(
    title = "Møteplass",
    version = "1",
    description = "Events, and signing up for them. Errors are problem details (RFC 9457) in the language of \
                   `Accept-Language`, or of the person where a request names it."
))]
struct Description;

pub(crate) fn routes() -> Router<App> {
    let (router, description) = OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(events::list))
        .routes(routes!(events::one))
        .routes(routes!(sign_up::post))
        .routes(routes!(person::get, person::delete))
        .split_for_parts();
    let description = std::sync::Arc::new(description);
    router
        .route("/api/v1/openapi.json", get(move || async move { axum::Json(description.as_ref().clone()) }))
        .route("/api/v1", get(|| async { Redirect::to("/api/v1/openapi.json") }))
}
