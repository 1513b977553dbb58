//! `/arrangor/pameldingar/{slug}/arkiv`: what the archive is to have of an event, before people are deleted from it.

mod programme;
mod published;

use super::event::{EventView, Known};
use super::export::{private, read, reason, seen};
use super::insight::AheadView;
use super::statistics;
use crate::app::App;
use crate::archive::{About, Part, streamed};
use crate::participants;
use crate::statistics::{Sight, sheet};
use crate::store::audit::{self, Action, Deed};
use crate::store::participants::{Selection, page};
use crate::store::{erasure, former_question, programme_version};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
pub(crate) use published::Published;
use sea_orm::DbErr;
use serde::Serialize;
use tables::{Cell, Sheet};

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ArchivePage {
    event: EventView,
    errors: Vec<FieldError>,
    ahead: Vec<AheadView>,
    /// How many people are still there.
    found: u64,
    people: bool,
    /// Versions of its programme have been released.
    programme: bool,
    why: String,
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let known = seen(&app, &organiser, &slug, Role::Owner).await?;
    let visit = known.answers_for(visit);
    let page = ArchivePage::new(&app, &known, &visit, &Fields::default()).await?;
    Ok(private(visit.page(&page)))
}

/// Gives the package.
pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = seen(&app, &organiser, &slug, Role::Owner).await?;
    let visit = known.answers_for(visit);
    let mut page = ArchivePage::new(&app, &known, &visit, &fields).await?;
    if fields.switches_language() || fields.get("format").is_none() {
        return Ok(private(visit.page(&page)));
    }
    let why = match reason(&page.why) {
        Ok(why) => why,
        Err(wrong) => {
            page.errors.push(wrong.told(&app, &visit));
            return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
        }
    };
    let (parts, people) = parts(&app, &known, &visit, page.people).await?;
    let what = if people.is_some() { "archive+people" } else { "archive" };
    // Noted before anything is given.
    let deed = Deed { what: Some(what), why: Some(&why), ..Deed::of(Action::Archive, people.unwrap_or_default()) };
    audit::keep(&app.host.db.write, visit.now, organiser.account, known.event.id, deed).await?;
    let event = &known.event;
    let about = About {
        slug: event.slug.clone(),
        event: event.id.0.to_string(),
        title: event.title.get(visit.language).to_owned(),
        organisation: known.view().organisation.name.get(visit.language).to_owned(),
        people,
        made_at: visit.now,
    };
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-arkiv.zip\"")),
    ];
    Ok(visit.with_cookies(private((headers, streamed(parts, about)).into_response())))
}

/// Everything in the package, and how many people stand in it.
async fn parts(
    app: &App,
    known: &Known,
    visit: &Visit,
    with_people: bool,
) -> Result<(Vec<Part>, Option<usize>), Error> {
    let (db, text, event) = (&app.host.db.read, &app.host.text, &known.event);
    let word = |key: &str| text.word(visit.language, key, &[]);
    let snapshot = serde_json::to_vec_pretty(&**event).map_err(anyhow::Error::from)?;
    let readable = text.render(Published::TEMPLATE, visit.language, &Published::of(known));
    let readable = readable.map_err(anyhow::Error::from)?;
    // As whoever may see the numbers only, for what has few behind it outlives the names.
    let numbers = statistics::count(app, known, visit, Sight::Numbers).await?;
    let numbers = tables::csv(&sheet(&numbers, visit.language, text));
    let receipts = erasure::all_of_event(db, event.id).await?;
    let mut parts = vec![
        Part { name: "arrangement.json", content: snapshot },
        Part { name: "arrangement.html", content: readable.into_bytes() },
        Part { name: "tal.csv", content: numbers.into_bytes() },
        Part { name: "sletta.csv", content: tables::csv(&gone(known, receipts, &word)).into_bytes() },
    ];
    let versions = programme_version::of_event(db, event.id).await?;
    if !versions.is_empty() {
        let told = serde_json::to_vec_pretty(&versions).map_err(anyhow::Error::from)?;
        let table = tables::csv(&programme::sheet(&versions, event.timezone, visit.language, &word));
        parts.push(Part { name: "program.json", content: told });
        parts.push(Part { name: "program.csv", content: table.into_bytes() });
    }
    if !with_people {
        return Ok((parts, None));
    }
    let people = read(app, known, visit, &Selection::default(), false).await?;
    let former = former_question::of(db, event.id.0).await?;
    let table = participants::sheet(event, &former, &people, false, visit.language, &word);
    parts.push(Part { name: "deltakarar.csv", content: tables::csv(&table).into_bytes() });
    Ok((parts, Some(people.len())))
}

/// What was deleted, in numbers.
fn gone(known: &Known, receipts: Vec<erasure::Receipt>, word: &dyn Fn(&str) -> String) -> Sheet {
    let head = ["reg-insight-when", "reg-insight-gone", "reg-insight-why", "reg-insight-people"].map(word).to_vec();
    let row = |receipt: erasure::Receipt| {
        vec![
            Cell::Moment(receipt.erased_at.with_timezone(&known.event.timezone).naive_local()),
            Cell::Text(receipt.question.unwrap_or_else(|| word("reg-insight-everything"))),
            Cell::Text(word(&format!("reg-insight-why-{}", receipt.why.word()))),
            Cell::Number(u32::try_from(receipt.amount).unwrap_or_default()),
        ]
    };
    Sheet { name: word("reg-insight-erased"), head, rows: receipts.into_iter().map(row).collect() }
}

impl ArchivePage {
    async fn new(app: &App, known: &Known, visit: &Visit, fields: &Fields) -> Result<Self, DbErr> {
        let alphabet = app.host.text.place_in_alphabet(visit.language);
        let found = page(&app.host.db.read, known.event.id, &Selection::default(), &alphabet, 1, 1).await?.total;
        Ok(Self {
            event: known.view(),
            errors: Vec::new(),
            ahead: AheadView::all(known, visit.now),
            found,
            programme: !programme_version::of_event(&app.host.db.read, known.event.id).await?.is_empty(),
            people: found > 0 && fields.get("personar") == Some("ja"),
            why: fields.get("why").unwrap_or_default().to_owned(),
        })
    }
}

impl Page for ArchivePage {
    const TEMPLATE: &'static str = "registration/archive.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let full = Self {
            event: known.view(),
            errors: Vec::new(),
            ahead: AheadView::all(&known, known.event.starts_at),
            found: 250,
            people: false,
            programme: false,
            why: String::new(),
        };
        let wrong = Self {
            errors: vec![FieldError::new("why", "Skriv kva fila skal brukast til, til dømes namneskilt.")],
            people: true,
            programme: true,
            ..full.clone()
        };
        vec![full.clone(), wrong, Self { ahead: Vec::new(), found: 0, ..full }]
    }
}
