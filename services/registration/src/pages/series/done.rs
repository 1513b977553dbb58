//! What was done, the same for everybody: whether an address was signed up before, only its owner is told.

use super::KnownSeries;
use super::view::{SeriesView, sample};
use crate::app::App;
use axum::extract::{Path, State};
use axum::response::Response;
use host::{Error, Page, Visit};
use serde::Serialize;

/// Words are keys.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeriesDonePage {
    series: SeriesView,
    done: &'static str,
    after: &'static str,
}

const THANKS: (&str, &str) = ("series-thanks", "series-thanks-after");
const ERASED: (&str, &str) = ("series-erased", "series-erased-after");

pub(crate) async fn get_thanks(app: State<App>, visit: Visit, slug: Path<String>) -> Result<Response, Error> {
    show(app, visit, slug, THANKS).await
}

pub(crate) async fn get_erased(app: State<App>, visit: Visit, slug: Path<String>) -> Result<Response, Error> {
    show(app, visit, slug, ERASED).await
}

async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    (done, after): (&'static str, &'static str),
) -> Result<Response, Error> {
    let known = KnownSeries::with_slug(&app, &slug, visit.now).await?.ok_or(Error::NotFound)?;
    let visit = known.next.answers_for(visit);
    Ok(visit.page(&SeriesDonePage { series: known.view(), done, after }))
}

impl Page for SeriesDonePage {
    const TEMPLATE: &'static str = "registration/series_done.html";

    fn samples() -> Vec<Self> {
        let (series, _) = sample();
        let page = |(done, after)| Self { series: series.clone(), done, after };
        vec![page(THANKS), page(ERASED)]
    }
}
