//! Leaving a series, and having everything about it deleted: asked before it is done. Programs that follow links in letters
//! change nothing by it.

use super::mine::Follower;
use super::view::{DateView, SeriesView, sample};
use crate::app::App;
use crate::following;
use crate::pages::my::dead_link;
use crate::pages::notice::Notice;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Page, Visit};
use serde::Serialize;

/// A question that is asked first. Words are keys.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeriesConfirmPage {
    series: SeriesView,
    base: String,
    path: &'static str,
    question: &'static str,
    then: &'static str,
    submit: &'static str,
    /// What they are signed off from.
    dates: Vec<DateView>,
    notice: Option<Notice>,
}

#[derive(Clone, Copy)]
enum Wish {
    Leave,
    Erase,
}

impl SeriesConfirmPage {
    const fn new(series: SeriesView, base: String, wish: Wish, dates: Vec<DateView>) -> Self {
        let (path, question, then, submit) = match wish {
            Wish::Leave => ("ut", "series-leave-question", "series-leave-then", "series-leave-submit"),
            Wish::Erase => ("slett", "series-erase-question", "series-erase-then", "series-erase-submit"),
        };
        Self { series, base, path, question, then, submit, dates, notice: None }
    }
}

pub(crate) async fn get_leave(app: State<App>, visit: Visit, token: Path<String>) -> Result<Response, Error> {
    ask(app, visit, token, Wish::Leave).await
}

pub(crate) async fn get_erase(app: State<App>, visit: Visit, token: Path<String>) -> Result<Response, Error> {
    ask(app, visit, token, Wish::Erase).await
}

async fn ask(State(app): State<App>, visit: Visit, Path(token): Path<String>, wish: Wish) -> Result<Response, Error> {
    let Some(mine) = Follower::open(&app, &token, visit.now).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.next.answers_for(visit);
    Ok(visit.page(&page(&app, &visit, &mine, wish).await?))
}

async fn page(app: &App, visit: &Visit, mine: &Follower, wish: Wish) -> Result<SeriesConfirmPage, Error> {
    let mut dates = mine.dates(&app.host.db.read, &app.host, visit.now).await?;
    let begun_too = matches!(wish, Wish::Erase);
    dates.retain(|date| date.skip.is_some() && !date.own && (begun_too || date.starts_at > visit.now));
    Ok(SeriesConfirmPage::new(mine.known.view(), mine.base.clone(), wish, dates))
}

pub(crate) async fn leave(
    app: State<App>,
    visit: Visit,
    token: Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    act(app, visit, token, fields, Wish::Leave).await
}

pub(crate) async fn erase(
    app: State<App>,
    visit: Visit,
    token: Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    act(app, visit, token, fields, Wish::Erase).await
}

async fn act(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
    wish: Wish,
) -> Result<Response, Error> {
    let Some(mine) = Follower::open(&app, &token, visit.now).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.next.answers_for(visit);
    if !visit.genuine(fields.csrf()) {
        let again = page(&app, &visit, &mine, wish).await?;
        let again = SeriesConfirmPage { notice: Some(Notice::MINE_NOT_GENUINE), ..again };
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &again));
    }
    let work = app.bus.begin().await?;
    // Pressed twice, it is done, and that is what one wants to know.
    let target = match wish {
        Wish::Leave => {
            following::leave(&work, mine.row.id).await?;
            mine.base
        }
        Wish::Erase => {
            following::erase(&work, mine.row.id).await?;
            format!("/pamelding/rekkje/{}/sletta", mine.known.series.slug)
        }
    };
    work.commit().await?;
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

impl Page for SeriesConfirmPage {
    const TEMPLATE: &'static str = "registration/series_confirm.html";

    fn samples() -> Vec<Self> {
        let (series, dates) = sample();
        let page = |wish, dates| Self::new(series.clone(), "/mi/rekkje/x".to_owned(), wish, dates);
        let again = Self { notice: Some(Notice::MINE_NOT_GENUINE), ..page(Wish::Erase, Vec::new()) };
        vec![page(Wish::Leave, dates), again]
    }
}
