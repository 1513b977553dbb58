//! Signing up for a whole series, and what people do about it afterwards.

mod confirm;
mod done;
mod form;
pub(crate) mod mine;
mod view;

use crate::app::App;
use crate::{closed, store};
use axum::Router;
use axum::routing::get;
use chrono::{DateTime, Utc};
use host::Sample;
use proto::event::{Event, Question};
use sea_orm::DbErr;
use std::sync::Arc;

use super::event::Known;
use view::SeriesView;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/pamelding/rekkje/{slug}", get(form::get).post(form::post))
        .route("/pamelding/rekkje/{slug}/takk", get(done::get_thanks))
        .route("/pamelding/rekkje/{slug}/sletta", get(done::get_erased))
}

/// The pages behind the personal link of somebody who follows a series.
pub(crate) fn mine() -> Router<App> {
    Router::new()
        .route("/mi/rekkje/{token}", get(mine::get))
        .route("/mi/rekkje/{token}/ut", get(confirm::get_leave).post(confirm::leave))
        .route("/mi/rekkje/{token}/slett", get(confirm::get_erase).post(confirm::erase))
        .route("/mi/rekkje/{token}/data.json", get(mine::download))
}

pub(crate) fn samples() -> Vec<Sample> {
    let mut all = host::samples::<form::SeriesFormPage>();
    all.extend(host::samples::<mine::SeriesPage>());
    all.extend(host::samples::<confirm::SeriesConfirmPage>());
    all.extend(host::samples::<done::SeriesDonePage>());
    all
}

/// A series that people can see, with its dates.
pub(crate) struct KnownSeries {
    pub(crate) row: store::series::Model,
    pub(crate) series: proto::series::Series,
    /// Soonest first, those that are over too.
    pub(crate) dates: Vec<Date>,
    /// The next date, or the last one: what the form asks, and who answers for it.
    pub(crate) next: Known,
}

/// One of its dates.
pub(crate) struct Date {
    pub(crate) row: store::event::Model,
    pub(crate) event: Arc<Event>,
}

impl Date {
    /// Whether somebody with this address is shown that it takes place: it is in public lists, or for people like them.
    fn is_shown_to(&self, address: &str) -> bool {
        let closed = self.event.sign_up.closed.as_ref();
        self.event.is_listed() || closed.is_some_and(|closed| closed::is_of(closed, address))
    }
}

impl KnownSeries {
    /// As anybody may see it; nothing as long as none of its dates is in public lists.
    pub(crate) async fn with_slug(app: &App, slug: &str, now: DateTime<Utc>) -> Result<Option<Self>, DbErr> {
        let Some(row) = store::series::by_slug(&app.host.db.read, slug).await? else { return Ok(None) };
        let known = Self::of(app, row, now).await?;
        Ok(known.filter(|known| known.dates.iter().any(|date| date.event.is_listed())))
    }

    /// Nothing as long as there has not been a single date: then there is nothing to be asked, or to be signed up for.
    pub(crate) async fn of(app: &App, row: store::series::Model, now: DateTime<Utc>) -> Result<Option<Self>, DbErr> {
        let db = &app.host.db.read;
        let series = row.series()?;
        let rows = store::series_date::events(db, row.id).await?;
        let events = store::snapshot::glance_all(db, app.desk.events(), &rows).await?;
        // Nothing for one of which only the cancellation was heard.
        let date = |(row, event): (_, Option<_>)| Some(Date { row, event: event? });
        let dates: Vec<Date> = rows.into_iter().zip(events).filter_map(date).collect();
        // What a date asks that strangers do not know of is not theirs to see either.
        let listed = || dates.iter().filter(|date| date.event.is_listed());
        let ahead = listed().find(|date| !date.row.cancelled && date.event.ends_at > now);
        let Some(date) = ahead.or(listed().last()).or(dates.last()) else { return Ok(None) };
        let Some(mut next) = Known::of(app, db, date.row.clone()).await? else { return Ok(None) };
        // One signs up alone, for nothing but the dates themselves, and is asked on each date what few may see.
        let sign_up = &mut Arc::make_mut(&mut next.event).sign_up;
        sign_up.party_limit = 1;
        sign_up.pools.clear();
        let sensitive: Vec<String> = sign_up
            .questions
            .iter()
            .filter(|question| question.sensitive)
            .map(|question| question.key.clone())
            .collect();
        let hangs_on_it = |question: &Question| {
            question.only_if.as_ref().is_some_and(|condition| sensitive.contains(&condition.question))
        };
        sign_up.questions.retain(|question| !question.sensitive && !hangs_on_it(question));
        Ok(Some(Self { row, series, dates, next }))
    }

    pub(crate) fn view(&self) -> SeriesView {
        SeriesView::of(self)
    }

    /// Its public page.
    pub(crate) fn path(&self) -> String {
        let usual = || format!("/{}/rekkje/{}", self.next.event.kind.path(), self.series.slug);
        self.series.page.clone().unwrap_or_else(usual)
    }
}
