//! `/arrangor/webinar/rekkje/{series}/{date}`: what a date has is edited; before it is kept, one says for which dates it is
//! meant, and sees what it does to each.

use super::super::Site;
use super::changes::{Change, DateChanges, of_plan};
use super::form::Typed;
use super::overview::{changeable, private, seen};
use crate::series::editing::{Date, Edit, Plan, Scope, plan};
use crate::series::settings::{Applied, Settings, apply};
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use bus::Work;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::event::EventPublished;
use proto::organisation::Organisation;
use proto::{Language, Localised};
use sea_orm::DbErr;
use serde::Serialize;

#[derive(Serialize)]
pub(in crate::pages) struct SeriesEditPage {
    series: String,
    series_title: Localised,
    slug: String,
    title: Localised,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    timezone: String,
    typed: Typed,
    scope: &'static str,
    over_own: bool,
    /// From which state of the series and of the date the edit was begun.
    edition: i64,
    revision: i64,
    errors: Vec<FieldError>,
    /// Somebody else has changed it in the meantime.
    stale: bool,
    csrf_failed: bool,
    /// What it would do; absent on the form itself.
    preview: Option<Vec<DateChanges>>,
}

/// What stands in the form besides the settings.
struct Sent {
    typed: Typed,
    scope: Scope,
    over_own: bool,
    edition: i64,
    revision: i64,
}

impl Sent {
    fn of(fields: &Fields, organisation: Option<&Organisation>, room: bool) -> Self {
        let number = |name: &str| fields.get(name).and_then(|typed| typed.parse().ok()).unwrap_or_default();
        Self {
            typed: Typed::sent(fields, organisation, room),
            scope: match fields.get("scope") {
                Some("later") => Scope::Later,
                Some("all") => Scope::All,
                _ => Scope::This,
            },
            over_own: fields.get("over_own").is_some_and(|typed| !typed.is_empty()),
            edition: number("edition"),
            revision: number("revision"),
        }
    }
}

const fn word(scope: Scope) -> &'static str {
    match scope {
        Scope::This => "this",
        Scope::Later => "later",
        Scope::All => "all",
    }
}

/// A series, one of its dates that can be changed, and who answers for them.
struct Known {
    row: store::series::Model,
    date: store::webinar::Model,
    organisation: Option<Organisation>,
}

impl Known {
    async fn open(
        site: &Site,
        organiser: &Organiser,
        (series, slug): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Self, Error> {
        let row = seen(site, organiser, series, Role::Editor).await?;
        let db = &site.host.db.read;
        let date = store::webinar::by_slug(db, slug).await?.ok_or(Error::NotFound)?;
        let of_it = date.series.as_ref() == Some(&row.slug) && date.organisation == row.organisation;
        if !of_it || !changeable(&date, now) {
            return Err(Error::NotFound);
        }
        let organisation = store::organisation::named(db, &[&row.organisation]).await?.into_iter().next();
        Ok(Self { row, date, organisation })
    }

    fn page(&self, sent: Sent) -> SeriesEditPage {
        let event = self.date.event();
        SeriesEditPage {
            series: self.row.slug.clone(),
            series_title: self.row.series().title.clone(),
            slug: self.date.slug.clone(),
            title: event.title.clone(),
            starts_at: event.starts_at,
            ends_at: event.ends_at,
            timezone: event.timezone.name().to_owned(),
            typed: sent.typed,
            scope: word(sent.scope),
            over_own: sent.over_own,
            edition: sent.edition,
            revision: sent.revision,
            errors: Vec::new(),
            stale: false,
            csrf_failed: false,
            preview: None,
        }
    }
}

pub(in crate::pages) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((series, slug)): Path<(String, String)>,
) -> Result<Response, Error> {
    let known = Known::open(&site, &organiser, (&series, &slug), visit.now).await?;
    let sent = Sent {
        typed: Typed::of(&Settings::of(&known.date), known.organisation.as_ref(), site.rooms.is_some()),
        scope: Scope::This,
        over_own: false,
        edition: known.row.edition,
        revision: known.date.revision,
    };
    Ok(private(visit.page(&known.page(sent))))
}

pub(in crate::pages) async fn post(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((series, slug)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let known = Known::open(&site, &organiser, (&series, &slug), visit.now).await?;
    let sent = Sent::of(&fields, known.organisation.as_ref(), site.rooms.is_some());
    let (scope, over_own, edition, revision) = (sent.scope, sent.over_own, sent.edition, sent.revision);
    let read = sent.typed.read(&site.host.text, &visit);
    let page = known.page(sent);
    if !visit.genuine(fields.csrf()) {
        return Ok(private(visit.page_with(StatusCode::FORBIDDEN, &SeriesEditPage { csrf_failed: true, ..page })));
    }
    let step = fields.get("step").unwrap_or_default();
    if step == "back" {
        return Ok(private(visit.page(&page)));
    }
    let wanted = match read {
        Ok(wanted) => wanted,
        Err(errors) => {
            let page = SeriesEditPage { errors, ..page };
            return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
        }
    };
    let edit = Edit { date: known.date.id, wanted: &wanted, scope, over_own };
    if step != "save" {
        let dates = store::series::dates(&site.host.db.read, &known.row).await?;
        let plan = planned(&known.row, &dates, edit, visit.now);
        if stale(&known.row, &dates, edit, (edition, revision)) {
            return Ok(private(visit.page_with(StatusCode::CONFLICT, &SeriesEditPage { stale: true, ..page })));
        }
        let preview = Some(of_plan(&plan, &dates));
        return Ok(private(visit.page(&SeriesEditPage { preview, ..page })));
    }
    let work = site.bus.begin().await?;
    match save(&work, &known.row.slug, edit, (edition, revision)).await? {
        Saved::All(changed) => {
            work.commit().await?;
            tracing::info!(series.id = %known.row.id, account.id = %organiser.account, changed, "dates of a series were edited");
            let target = format!("/arrangor/webinar/rekkje/{}?lagra=1", known.row.slug);
            Ok(visit.with_cookies(Redirect::to(&target).into_response()))
        }
        Saved::Stale => {
            work.rollback().await;
            Ok(private(visit.page_with(StatusCode::CONFLICT, &SeriesEditPage { stale: true, ..page })))
        }
        Saved::SkippedHour => {
            work.rollback().await;
            let text = site.host.text.word(visit.language, "webinar-edit-skipped-hour", &[]);
            let page = SeriesEditPage { errors: vec![FieldError::new("start", text)], ..page };
            Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)))
        }
    }
}

fn planned(row: &store::series::Model, dates: &[store::webinar::Model], edit: Edit<'_>, now: DateTime<Utc>) -> Plan {
    let dates: Vec<Date> = dates
        .iter()
        .map(|date| Date {
            id: date.id,
            starts_at: date.starts_at,
            changeable: changeable(date, now),
            settings: Settings::of(date),
        })
        .collect();
    plan(&row.shared.0, &dates, edit)
}

/// Whether the series or the date has become another since the form was shown.
fn stale(
    row: &store::series::Model,
    dates: &[store::webinar::Model],
    edit: Edit<'_>,
    (edition, revision): (i64, i64),
) -> bool {
    let date = dates.iter().find(|date| date.id == edit.date);
    row.edition != edition || date.is_none_or(|date| date.revision != revision)
}

enum Saved {
    /// So many dates have become others.
    All(usize),
    Stale,
    SkippedHour,
}

/// Does what the preview showed, in one step: all of it, or nothing.
async fn save(work: &Work, slug: &str, edit: Edit<'_>, begun_from: (i64, i64)) -> Result<Saved, DbErr> {
    let Some(mut row) = store::series::to_change(&work.tx, slug).await? else { return Ok(Saved::Stale) };
    let dates = store::series::dates_to_change(&work.tx, &row).await?;
    if stale(&row, &dates, edit, begun_from) {
        return Ok(Saved::Stale);
    }
    let plan = planned(&row, &dates, edit, work.now);
    let mut changed = 0;
    for touched in plan.dates.iter().filter(|touched| !touched.changed.is_empty()) {
        let Some(date) = dates.iter().find(|date| date.id == touched.id) else { continue };
        match apply(&touched.settings, date, work.now) {
            Applied::Changed(date) => {
                work.say(&EventPublished { event: date.event().clone() });
                store::webinar::update(&work.tx, *date).await?;
                changed += 1;
            }
            Applied::Quiet(date) => {
                store::webinar::update(&work.tx, *date).await?;
                changed += 1;
            }
            Applied::Same => {}
            Applied::SkippedHour => return Ok(Saved::SkippedHour),
        }
    }
    if plan.shared != row.shared.0 {
        row.shared.0 = plan.shared;
        row.edition += 1;
        store::series::update(&work.tx, row).await?;
    }
    Ok(Saved::All(changed))
}

impl Page for SeriesEditPage {
    const TEMPLATE: &'static str = "webinar/series_edit.html";

    fn samples() -> Vec<Self> {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap_or_default();
        let title = Localised::from([(Language::Nn, "Frå tomme lokale til <liv> i sentrum")]);
        let typed = super::new::sample_typed();
        let page = |scope: Scope, preview: Option<Vec<DateChanges>>| SeriesEditPage {
            series: "stadutvikling".to_owned(),
            series_title: Localised::from([(Language::Nn, "Stadutvikling i distrikta")]),
            slug: "tomme-lokale".to_owned(),
            title: title.clone(),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            typed: typed.clone(),
            scope: word(scope),
            over_own: scope == Scope::All,
            edition: 1,
            revision: 2,
            errors: Vec::new(),
            stale: false,
            csrf_failed: false,
            preview,
        };
        let change = |part: &'static str, before: Option<&str>, after: Option<&str>| Change {
            part,
            language: matches!(part, "title" | "description").then_some("nn"),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let touched = |kept: Vec<&'static str>, changes: Vec<Change>| DateChanges {
            title: title.clone(),
            starts_at: at("2027-03-16T09:00:00Z"),
            ends_at: at("2027-03-16T10:00:00Z"),
            timezone: "Europe/Oslo".to_owned(),
            changes,
            kept,
        };
        let preview = vec![
            touched(
                Vec::new(),
                vec![
                    change("title", Some("Før <b>"), Some("Etter <b>")),
                    change("start", Some("10:00"), Some("13:00")),
                    change("length", Some("60"), Some("1")),
                    change("places", None, Some("40")),
                    change("description", Some("Eitt avsnitt."), None),
                ],
            ),
            touched(vec!["title", "places"], Vec::new()),
            touched(Vec::new(), Vec::new()),
        ];
        let wrong = FieldError::new("start", "Skriv klokkeslettet slik: 10:00");
        vec![
            page(Scope::This, None),
            SeriesEditPage { errors: vec![wrong], ..page(Scope::Later, None) },
            SeriesEditPage { stale: true, ..page(Scope::All, None) },
            SeriesEditPage { csrf_failed: true, ..page(Scope::This, None) },
            page(Scope::All, Some(preview)),
            page(Scope::This, Some(Vec::new())),
        ]
    }
}
