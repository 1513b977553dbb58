//! `/arrangor/pameldingar/{slug}/eksport`: the people who were chosen in the list, as a file. Whoever takes it says what for.

use super::event::{EventView, Known};
use super::list::asked::{Asked, Chosen};
use crate::app::App;
use crate::participants::printed::{Printed, table};
use crate::participants::{Participant, sheet};
use crate::pdf;
use crate::store::audit::{self, Action, Deed};
use crate::store::participants::{self, Selection};
use crate::store::{answer, claim, former_question, registration, sensitive_answer};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::AccountId;
use proto::account::Role;
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;
use serde::Serialize;
use std::collections::HashMap;
use tables::Sheet;

/// The longest reason, in characters.
const LONGEST_WHY: usize = 300;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ExportPage {
    pub(crate) event: EventView,
    pub(crate) errors: Vec<FieldError>,
    pub(crate) search: String,
    pub(crate) chosen: Chosen,
    /// What the address of the list ends with.
    pub(crate) query: String,
    /// How many people there are in it.
    pub(crate) found: u64,
    pub(crate) why: String,
    /// There are answers that few may see, and this is one of them.
    pub(crate) may_have_sensitive: bool,
    pub(crate) sensitive: bool,
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let known = seen(&app, &organiser, &slug, Role::Reader).await?;
    let visit = known.answers_for(visit);
    let page = ExportPage::new(&app, &organiser, &known, &visit, &asked, &Fields::default()).await?;
    Ok(private(visit.page(&page)))
}

/// Shows the form for what was searched for, or gives the file.
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
    let known = seen(&app, &organiser, &slug, Role::Reader).await?;
    let visit = known.answers_for(visit);
    let asked = Asked::typed(&fields);
    let mut page = ExportPage::new(&app, &organiser, &known, &visit, &asked, &fields).await?;
    let Some(taking) = Taking::of(&fields).filter(|_| !fields.switches_language()) else {
        return Ok(private(visit.page(&page)));
    };
    let why = match reason(&page.why) {
        Ok(why) => why,
        Err(wrong) => {
            page.errors.push(wrong.told(&app, &visit));
            return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
        }
    };
    let db = &app.host.db;
    let selection = asked.selection(&known.event);
    let format = match taking {
        Taking::Table(format) => format,
        Taking::Print => return print(&app, organiser.account, &known, visit, &selection, &why).await,
    };
    let people = read(&app, &known, &visit, &selection, page.sensitive).await?;
    let word = |key: &str| app.host.text.word(visit.language, key, &[]);
    let former = former_question::of(&db.read, known.event.id.0).await?;
    let table = sheet(&known.event, &former, &people, page.sensitive, visit.language, &word);
    let what = match (format, page.sensitive) {
        (Format::Csv, false) => "csv",
        (Format::Csv, true) => "csv+sensitive",
        (Format::Xlsx, false) => "xlsx",
        (Format::Xlsx, true) => "xlsx+sensitive",
    };
    // Noted before anything is given.
    let deed = Deed { what: Some(what), why: Some(&why), ..Deed::of(Action::Export, people.len()) };
    audit::keep(&db.write, visit.now, organiser.account, known.event.id, deed).await?;
    let name = format!("{slug}-{}", app.host.text.word(visit.language, "reg-export-file", &[]));
    let title = known.event.title.get(visit.language).to_owned();
    Ok(visit.with_cookies(file(format, table, &name, title, visit.now).await?))
}

/// The list to print. Answers stand in none.
async fn print(
    app: &App,
    account: AccountId,
    known: &Known,
    visit: Visit,
    selection: &Selection,
    why: &str,
) -> Result<Response, Error> {
    let (db, event, language) = (&app.host.db.read, known.event.clone(), visit.language);
    let people = participants::all(db, event.id, selection, &app.host.text.place_in_alphabet(language)).await?;
    let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
    let waiting = people.iter().filter(|row| row.state == registration::State::Waiting);
    let waiting: Vec<Uuid> = waiting.map(|row| row.id).collect();
    let positions = registration::positions(db, event.id, &waiting).await?;
    let claims = match selection.choice {
        Some(_) => claim::of_registrations(db, &ids).await?,
        None => Vec::new(),
    };
    let here = claims.into_iter().filter(|claim| Some(claim.pool_id.into()) == selection.choice);
    let claims: HashMap<Uuid, claim::State> = here.map(|claim| (claim.registration_id, claim.state)).collect();
    // Noted before anything is given.
    let deed = Deed { what: Some("pdf"), why: Some(why), ..Deed::of(Action::Export, people.len()) };
    audit::keep(&app.host.db.write, visit.now, account, event.id, deed).await?;
    let name = app.host.text.word(language, "reg-export-file", &[]);
    let (text, selection, why, at) = (app.host.text.clone(), selection.clone(), why.to_owned(), visit.now);
    let slug = event.slug.clone();
    // Setting thousands of names takes a while, in which others are answered.
    let drawn = tokio::task::spawn_blocking(move || {
        let (event, people, positions) = (&event, &people, &positions);
        let (claims, selection, why) = (&claims, &selection, &why);
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).into();
        let foot =
            |page, pages| text.word(language, "reg-export-page", &[("page", number(page)), ("pages", number(pages))]);
        let printed = Printed { event, people, positions, claims, selection, why, at };
        pdf::table::draw(&table(&printed, language, &text, &foot))
    });
    let file = drawn.await.map_err(|error| Error::Internal(error.into()))??;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{slug}-{name}.pdf\"")),
    ];
    Ok(visit.with_cookies(private((headers, file).into_response())))
}

/// The event, for those who have this role in the organisation that answers for it, or in it alone.
pub(super) async fn seen(app: &App, organiser: &Organiser, slug: &str, least: Role) -> Result<Known, Error> {
    let known = Known::with_slug(app, slug).await?.ok_or(Error::NotFound)?;
    match organiser.may_at(known.event.id, &known.event.organisation, least) {
        true => Ok(known),
        false => Err(Error::NotFound),
    }
}

/// The people with all that stands in the file.
pub(super) async fn read(
    app: &App,
    known: &Known,
    visit: &Visit,
    selection: &Selection,
    sensitive: bool,
) -> Result<Vec<Participant>, DbErr> {
    let db = &app.host.db.read;
    let alphabet = app.host.text.place_in_alphabet(visit.language);
    let rows = participants::all(db, known.event.id, selection, &alphabet).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    with_answers(app, known, rows, &ids, sensitive).await
}

async fn with_answers(
    app: &App,
    known: &Known,
    rows: Vec<registration::Model>,
    ids: &[Uuid],
    sensitive: bool,
) -> Result<Vec<Participant>, DbErr> {
    let db = &app.host.db.read;
    let waiting = rows.iter().filter(|row| row.state == registration::State::Waiting);
    let waiting: Vec<Uuid> = waiting.map(|row| row.id).collect();
    let positions = registration::positions(db, known.event.id, &waiting).await?;
    let mut answers: HashMap<Uuid, _> = answer::of_all(db, ids).await?.into_iter().collect();
    let mut apart: HashMap<Uuid, _> = match sensitive {
        true => sensitive_answer::of_all(db, &app.host.vault, ids).await?.into_iter().collect(),
        false => HashMap::new(),
    };
    let mut claims: HashMap<Uuid, Vec<claim::Model>> = HashMap::new();
    for claim in claim::of_registrations(db, ids).await? {
        claims.entry(claim.registration_id).or_default().push(claim);
    }
    let participant = |row: registration::Model| {
        let mut given = answers.remove(&row.id).unwrap_or_default();
        given.0.extend(apart.remove(&row.id).unwrap_or_default().0);
        Participant {
            position: positions.get(&row.id).copied(),
            claims: claims.remove(&row.id).unwrap_or_default(),
            answers: given,
            row,
        }
    };
    Ok(rows.into_iter().map(participant).collect())
}

/// What the list is taken out as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taking {
    Table(Format),
    Print,
}

impl Taking {
    fn of(fields: &Fields) -> Option<Self> {
        match fields.get("format") {
            Some("pdf") => Some(Self::Print),
            _ => Format::of(fields).map(Self::Table),
        }
    }
}

/// Which kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Csv,
    Xlsx,
}

impl Format {
    pub(super) fn of(fields: &Fields) -> Option<Self> {
        match fields.get("format") {
            Some("csv") => Some(Self::Csv),
            Some("xlsx") => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// The table as a file that is kept nowhere on the way.
pub(super) async fn file(
    format: Format,
    table: Sheet,
    name: &str,
    title: String,
    now: DateTime<Utc>,
) -> Result<Response, Error> {
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8", "csv"),
        Format::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    // Thousands of rows take a while, in which others are answered.
    let made = tokio::task::spawn_blocking(move || match format {
        Format::Csv => Ok(tables::csv(&table).into_bytes()),
        Format::Xlsx => tables::workbook(&[table], &title, now),
    });
    let content = made.await.map_err(|error| Error::Internal(error.into()))?;
    let content = content.map_err(|error| Error::Internal(error.into()))?;
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{ending}\"")),
    ];
    Ok(private((headers, content).into_response()))
}

/// Kept from caches.
pub(super) fn private(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What is wrong with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    Missing,
    TooLong,
}

impl Wrong {
    pub(super) fn told(self, app: &App, visit: &Visit) -> FieldError {
        let text = match self {
            Self::Missing => app.host.text.word(visit.language, "reg-export-why-missing", &[]),
            Self::TooLong => app.host.text.word(
                visit.language,
                "reg-export-why-long",
                &[("n", i64::try_from(LONGEST_WHY).unwrap_or(i64::MAX).into())],
            ),
        };
        FieldError::new("why", text)
    }
}

/// Reads what a file is for.
pub(super) fn reason(typed: &str) -> Result<String, Wrong> {
    let why = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let why = why.split_whitespace().collect::<Vec<_>>().join(" ");
    match why.chars().count() {
        _ if !why.chars().any(char::is_alphabetic) => Err(Wrong::Missing),
        0..=LONGEST_WHY => Ok(why),
        _ => Err(Wrong::TooLong),
    }
}

impl ExportPage {
    async fn new(
        app: &App,
        organiser: &Organiser,
        known: &Known,
        visit: &Visit,
        asked: &Asked,
        fields: &Fields,
    ) -> Result<Self, DbErr> {
        let event = &known.event;
        let selection = asked.selection(event);
        let alphabet = app.host.text.place_in_alphabet(visit.language);
        let found = participants::page(&app.host.db.read, event.id, &selection, &alphabet, 1, 1).await?;
        let chosen = Chosen::from(&selection);
        let may_have_sensitive = organiser.may_at(event.id, &event.organisation, Role::Editor)
            && event.sign_up.questions.iter().any(|question| question.sensitive);
        Ok(Self {
            event: known.view(),
            errors: Vec::new(),
            search: asked.search.clone(),
            query: chosen.query(None),
            chosen,
            found: found.total,
            why: fields.get("why").unwrap_or_default().to_owned(),
            may_have_sensitive,
            sensitive: may_have_sensitive && fields.get("behov") == Some("ja"),
        })
    }
}

impl Page for ExportPage {
    const TEMPLATE: &'static str = "registration/export.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let chosen = Chosen { status: "admitted", ..Chosen::default() };
        let clean = Self {
            event: known.view(),
            errors: Vec::new(),
            search: String::new(),
            query: chosen.query(None),
            chosen,
            found: 250,
            why: String::new(),
            may_have_sensitive: true,
            sensitive: false,
        };
        let wrong = Self {
            errors: vec![FieldError::new("why", "Skriv kva lista skal brukast til, til dømes namneskilt.")],
            search: "\"><script>alert(1)</script>".to_owned(),
            found: 1,
            sensitive: true,
            ..clean.clone()
        };
        vec![clean.clone(), wrong, Self { may_have_sensitive: false, found: 0, ..clean }]
    }
}

#[cfg(test)]
mod tests {
    use super::{Wrong, reason};

    #[test]
    fn a_file_is_taken_for_something() {
        for (typed, read) in [
            (" Namneskilt\r\ntil  døra ", Ok("Namneskilt til døra".to_owned())),
            ("", Err(Wrong::Missing)),
            (" \t- 1.", Err(Wrong::Missing)),
            (&"å".repeat(300), Ok("å".repeat(300))),
            (&"å".repeat(301), Err(Wrong::TooLong)),
        ] {
            assert_eq!(reason(typed), read);
        }
    }
}
