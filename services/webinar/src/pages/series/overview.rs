//! `/arrangor/webinar/rekkje/{slug}`: the dates of a series for those who arrange it, and what each has of its own.

use super::super::Site;
use super::changes::{Change, changes};
use crate::series::settings::{Part, Settings};
use crate::store;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, Organiser, Page, Visit};
use proto::account::Role;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub(in crate::pages) struct SeriesOverviewPage {
    slug: String,
    title: Localised,
    /// They may change it, and see where the meetings are.
    editor: bool,
    saved: bool,
    start: String,
    minutes: u32,
    capacity: Option<u32>,
    meeting_url: Option<String>,
    dates: Vec<DateLine>,
}

#[derive(Serialize)]
struct DateLine {
    slug: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    cancelled: bool,
    /// It can be changed here.
    edit: Option<String>,
    admitted: i64,
    waiting: Option<i64>,
    /// What it has of its own beside what the series says: before is the series', after its own.
    own: Vec<Change>,
}

#[derive(Deserialize)]
pub(in crate::pages) struct Report {
    lagra: Option<String>,
}

pub(in crate::pages) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let row = seen(&site, &organiser, &slug, Role::Numbers).await?;
    let db = &site.host.db.read;
    let editor = organiser.may(&row.organisation, Role::Editor);
    let mut dates = Vec::new();
    for date in store::series::dates(db, &row).await? {
        let admitted = store::seat::admitted(db, date.id).await?;
        dates.push(line(&date, &row, editor, i64::try_from(admitted).unwrap_or(i64::MAX), visit.now));
    }
    let shared = &row.shared.0;
    let page = SeriesOverviewPage {
        slug: row.slug.clone(),
        title: row.series().title.clone(),
        editor,
        saved: report.lagra.is_some(),
        start: shared.start.format("%H:%M").to_string(),
        minutes: shared.minutes,
        capacity: shared.capacity,
        meeting_url: editor.then(|| shared.meeting_url.clone()),
        dates,
    };
    Ok(private(visit.page_with(StatusCode::OK, &page)))
}

fn line(
    date: &store::webinar::Model,
    row: &store::series::Model,
    editor: bool,
    admitted: i64,
    now: DateTime<Utc>,
) -> DateLine {
    let event = date.event();
    let own = Settings::of(date);
    let mut parts = own.differences(&row.shared.0);
    // Where the meeting is, only those see who may change it. Long texts are told of, and read on the page of the date.
    parts.retain(|part| editor || *part != Part::Meeting);
    DateLine {
        slug: date.slug.clone(),
        title: event.title.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        timezone: event.timezone.name().to_owned(),
        cancelled: date.cancelled,
        edit: (editor && changeable(date, now)).then(|| format!("/arrangor/webinar/rekkje/{}/{}", row.slug, date.slug)),
        admitted,
        waiting: date.waiting,
        own: changes(&row.shared.0, &own, &parts),
    }
}

/// What has begun or been cancelled is no longer changed.
pub(super) fn changeable(date: &store::webinar::Model, now: DateTime<Utc>) -> bool {
    !date.cancelled && date.starts_at > now
}

/// The series, for those who have this role in the organisation that answers for it.
pub(super) async fn seen(
    site: &Site,
    organiser: &Organiser,
    slug: &str,
    least: Role,
) -> Result<store::series::Model, Error> {
    let row = store::series::by_slug(&site.host.db.read, slug).await?.ok_or(Error::NotFound)?;
    match organiser.may(&row.organisation, least) {
        true => Ok(row),
        false => Err(Error::NotFound),
    }
}

/// What organisers see is kept from caches.
pub(in crate::pages) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

impl Page for SeriesOverviewPage {
    const TEMPLATE: &'static str = "webinar/series_overview.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let line = |edit: bool, cancelled: bool, own: Vec<Change>| DateLine {
            slug: "tomme-lokale".to_owned(),
            title: Localised::from([(Language::Nn, "Frå tomme lokale til <liv> i sentrum")]),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            cancelled,
            edit: edit.then(|| "/arrangor/webinar/rekkje/stadutvikling/tomme-lokale".to_owned()),
            admitted: 31,
            waiting: Some(2),
            own,
        };
        let own = vec![
            Change {
                part: "title",
                language: Some("nn"),
                before: Some("Stadutvikling".to_owned()),
                after: Some("Frå tomme lokale til <liv> i sentrum".to_owned()),
            },
            Change { part: "places", language: None, before: None, after: Some("40".to_owned()) },
            Change { part: "start", language: None, before: Some("10:00".to_owned()), after: Some("13:00".to_owned()) },
            Change { part: "length", language: None, before: Some("60".to_owned()), after: Some("90".to_owned()) },
        ];
        let elsewhere = Some("https://mote.example.org/rom/torget".to_owned());
        let in_room = vec![Change { part: "meeting", language: None, before: None, after: elsewhere }];
        let page = |editor: bool, saved: bool, dates: Vec<DateLine>| Self {
            slug: "stadutvikling".to_owned(),
            title: Localised::from([(Language::Nn, "Stadutvikling i distrikta")]),
            editor,
            saved,
            start: "10:00".to_owned(),
            minutes: 60,
            capacity: None,
            meeting_url: editor.then(|| "https://mote.example.org/rom/stadutvikling".to_owned()),
            dates,
        };
        vec![
            page(true, true, vec![line(false, true, Vec::new()), line(true, false, own.clone())]),
            page(false, false, vec![line(false, false, own)]),
            page(true, false, Vec::new()),
            Self { meeting_url: Some(String::new()), ..page(true, false, vec![line(true, false, in_room)]) },
        ]
    }
}
