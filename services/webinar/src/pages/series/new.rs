//! `/arrangor/webinar/rekkje/{series}/ny`: another date, with what the series shares unless something else is typed.

use super::super::Site;
use super::form::{InLanguage, Typed};
use super::overview::{private, seen};
use crate::series::dating::{Dated, like, publish};
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::{Language, Localised};
use sea_orm::{ConnectionTrait, DbErr};
use serde::Serialize;
use uuid::Uuid;

#[derive(Serialize)]
pub(in crate::pages) struct SeriesNewPage {
    series: String,
    series_title: Localised,
    day: String,
    month: String,
    year: String,
    typed: Typed,
    errors: Vec<FieldError>,
    csrf_failed: bool,
}

pub(in crate::pages) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let row = seen(&site, &organiser, &slug, Role::Editor).await?;
    let organisation = store::organisation::named(&site.host.db.read, &[&row.organisation]).await?;
    let page = SeriesNewPage {
        series: row.slug.clone(),
        series_title: row.series().title.clone(),
        day: String::new(),
        month: String::new(),
        year: String::new(),
        typed: Typed::of(&row.shared.0, organisation.first(), site.rooms.is_some()),
        errors: Vec::new(),
        csrf_failed: false,
    };
    Ok(private(visit.page(&page)))
}

pub(in crate::pages) async fn post(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let row = seen(&site, &organiser, &slug, Role::Editor).await?;
    let organisation = store::organisation::named(&site.host.db.read, &[&row.organisation]).await?;
    let get = |name: &str| fields.get(name).unwrap_or_default().trim().to_owned();
    let page = SeriesNewPage {
        series: row.slug.clone(),
        series_title: row.series().title.clone(),
        day: get("day-day"),
        month: get("day-month"),
        year: get("day-year"),
        typed: Typed::sent(&fields, organisation.first(), site.rooms.is_some()),
        errors: Vec::new(),
        csrf_failed: false,
    };
    if !visit.genuine(fields.csrf()) {
        return Ok(private(visit.page_with(StatusCode::FORBIDDEN, &SeriesNewPage { csrf_failed: true, ..page })));
    }
    let word = |key: &'static str| site.host.text.word(visit.language, key, &[]);
    let day = page.date();
    let read = page.typed.read(&site.host.text, &visit);
    let (Some(day), Ok(settings)) = (day, &read) else {
        let mut errors = read.err().unwrap_or_default();
        if day.is_none() {
            errors.insert(0, FieldError::new("day", word("webinar-new-day-wrong")));
        }
        return Ok(wrong(&visit, page, errors));
    };
    let work = site.bus.begin().await?;
    // Held, so that two who add the same date at once do not both get its slug.
    let Some(row) = store::series::to_change(&work.tx, &row.slug).await? else { return Err(Error::NotFound) };
    let dates = store::series::dates(&work.tx, &row).await?;
    let Some(pattern) = dates.iter().rev().find(|date| !date.cancelled).or(dates.last()) else {
        work.rollback().await;
        return Ok(wrong(&visit, page, vec![FieldError::new("day", word("webinar-series-first"))]));
    };
    let slug = free_slug(&work.tx, &row.slug, day).await?;
    let date = match like(pattern, settings, day, slug, work.now, Uuid::now_v7) {
        Dated::New(date) => *date,
        Dated::Past => {
            work.rollback().await;
            return Ok(wrong(&visit, page, vec![FieldError::new("day", word("webinar-new-past"))]));
        }
        Dated::SkippedHour => {
            work.rollback().await;
            return Ok(wrong(&visit, page, vec![FieldError::new("start", word("webinar-edit-skipped-hour"))]));
        }
    };
    let id = date.id;
    publish(&work, pattern, date).await?;
    work.commit().await?;
    tracing::info!(event.id = %id, account.id = %organiser.account, "a series has another date");
    let target = format!("/arrangor/webinar/rekkje/{}?lagra=1", row.slug);
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

fn wrong(visit: &Visit, page: SeriesNewPage, errors: Vec<FieldError>) -> Response {
    private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &SeriesNewPage { errors, ..page }))
}

/// The series' own with the day, and a number where that is taken.
async fn free_slug(db: &impl ConnectionTrait, series: &str, day: NaiveDate) -> Result<String, DbErr> {
    let wanted = format!("{series}-{day}");
    let mut slug = wanted.clone();
    let mut number = 1;
    while store::webinar::by_slug(db, &slug).await?.is_some() {
        number += 1;
        slug = format!("{wanted}-{number}");
    }
    Ok(slug)
}

impl SeriesNewPage {
    fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.parse().ok()?, self.month.parse().ok()?, self.day.parse().ok()?)
            .filter(|day| day.to_string().len() == 10)
    }
}

/// A form that is filled in, for samples.
pub(super) fn sample_typed() -> Typed {
    let language = |language: Language, required: bool| InLanguage {
        code: language.code(),
        required,
        title: format!("Tittel <{}>", language.code()),
        summary: "Ein time om grep som verkar.".to_owned(),
        description: "Første avsnitt.\n\nAndre <avsnitt>.".to_owned(),
    };
    Typed {
        languages: Language::ALL.into_iter().map(|l| language(l, matches!(l, Language::Nn | Language::Nb))).collect(),
        start: "10:00".to_owned(),
        minutes: "60".to_owned(),
        meeting_url: "https://mote.example.org/rom/stadutvikling".to_owned(),
        room: false,
        capacity: String::new(),
    }
}

impl Page for SeriesNewPage {
    const TEMPLATE: &'static str = "webinar/series_new.html";

    fn samples() -> Vec<Self> {
        let page = |errors: Vec<FieldError>| Self {
            series: "stadutvikling".to_owned(),
            series_title: Localised::from([(Language::Nn, "Stadutvikling i distrikta")]),
            day: "16".to_owned(),
            month: "3".to_owned(),
            year: "2027".to_owned(),
            typed: sample_typed(),
            errors,
            csrf_failed: false,
        };
        let wrong = FieldError::new("day", "Skriv ein dato som finst");
        let in_room = Typed { meeting_url: String::new(), room: true, ..sample_typed() };
        vec![
            page(Vec::new()),
            page(vec![wrong]),
            Self { csrf_failed: true, ..page(Vec::new()) },
            Self { typed: in_room, ..page(Vec::new()) },
        ]
    }
}
