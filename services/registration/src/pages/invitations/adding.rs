//! `…/invitasjonar/nye`: people are written down, pasted or read from a file, and shown with what becomes of each before they lie in the
//! outbox. Nobody is written to here.

use super::to_list;
use crate::address::normalised;
use crate::answers::{Field, FieldProblem};
use crate::app::App;
use crate::foreign_list::{LARGEST, Table};
use crate::invitation::MOST;
use crate::invitation::reading::{AT_ONCE, Fate, Line, Surroundings, fates, lines, of_rows};
use crate::invited;
use crate::pages::event::{EventView, Known};
use crate::pages::export::{private, seen};
use crate::pages::field::{Fault, language};
use crate::pages::foreign_list::told;
use crate::store::audit::{self, Action};
use crate::store::{invitation, registration};
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::Language;
use proto::account::Role;
use sea_orm::DbErr;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct AddingPage {
    event: EventView,
    errors: Vec<FieldError>,
    /// As it was typed, or read from a file.
    text: String,
    /// What was shown, so that nobody else is taken in.
    seen: String,
    /// Of the letters to those of whom no other is told.
    language: &'static str,
    /// What becomes of each line; absent before anything was typed.
    lines: Option<Vec<LineView>>,
    counts: Vec<CountView>,
    takes: usize,
}

#[derive(Clone, Debug, Serialize)]
struct LineView {
    typed: String,
    name: String,
    email: String,
    organisation: String,
    language: &'static str,
    fate: &'static str,
    fault: Option<Fault>,
}

#[derive(Clone, Debug, Serialize)]
struct CountView {
    fate: &'static str,
    n: usize,
}

impl AddingPage {
    fn new(known: &Known, text: String, usual: Language) -> Self {
        Self {
            event: known.view(),
            errors: Vec::new(),
            seen: digest(&text),
            text,
            language: usual.code(),
            lines: None,
            counts: Vec::new(),
            takes: 0,
        }
    }

    fn with(self, lines: &[Line], fates: &[Fate], usual: Language) -> Self {
        let view = |(line, fate): (&Line, &Fate)| {
            let person = line.person.as_ref().ok();
            let problem = line.person.as_ref().err().cloned();
            LineView {
                typed: line.typed.chars().take(200).collect(),
                name: person.map(|person| person.name.clone()).unwrap_or_default(),
                email: person.map(|person| person.email.clone()).unwrap_or_default(),
                organisation: person.map(|person| person.organisation.clone()).unwrap_or_default(),
                language: person.and_then(|person| person.language).unwrap_or(usual).code(),
                fate: fate.word(),
                fault: problem.map(|problem| Fault::plain(&FieldProblem { field: Field::Email, problem })),
            }
        };
        let count = |fate: Fate| fates.iter().filter(|own| **own == fate).count();
        let counts = Fate::ALL.map(|fate| CountView { fate: fate.word(), n: count(fate) });
        Self {
            lines: Some(lines.iter().zip(fates).map(view).collect()),
            takes: fates.iter().filter(|fate| fate.is_new()).count(),
            counts: counts.into_iter().filter(|count| count.n > 0).collect(),
            ..self
        }
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let known = seen(&app, &organiser, &slug, Role::Editor).await?;
    let visit = known.answers_for(visit);
    Ok(private(visit.page(&AddingPage::new(&known, String::new(), visit.language))))
}

/// Reads a file into the lines of the form, and shows what becomes of them.
pub(crate) async fn post_file(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Error> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    // The language menu of a page that answers a file sends the lines that the page carries.
    if !kind.trim_start().to_ascii_lowercase().starts_with("multipart/") {
        let fields = Fields::from_request(request, &()).await?;
        return answered(&app, &organiser, visit, &slug, &fields).await;
    }
    let known = seen(&app, &organiser, &slug, Role::Editor).await?;
    let sent = uploads::read(request, LARGEST).await?;
    if !visit.genuine(sent.csrf()) {
        return Err(Error::NotGenuine);
    }
    let visit = known.answers_for(visit);
    // Long lists take long, and other visitors do not wait for that.
    let read = tokio::task::spawn_blocking(move || Table::rows(&sent.content)).await;
    match read.map_err(|error| Error::Internal(error.into()))? {
        Ok(rows) => {
            let page = shown(&app, &known, of_rows(&rows), visit.language).await?;
            Ok(private(visit.page(&page)))
        }
        Err(wrong) => {
            let page = AddingPage::new(&known, String::new(), visit.language);
            let page = AddingPage { errors: vec![told(&app, &visit, wrong)], ..page };
            Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)))
        }
    }
}

/// Shows what becomes of each line, or puts those who were shown into the outbox.
pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    answered(&app, &organiser, visit, &slug, &fields).await
}

async fn answered(
    app: &App,
    organiser: &Organiser,
    visit: Visit,
    slug: &str,
    fields: &Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = seen(app, organiser, slug, Role::Editor).await?;
    let visit = known.answers_for(visit);
    let usual = language(fields).unwrap_or(visit.language);
    let text = fields.get("people").unwrap_or_default().to_owned();
    let taken = fields.get("do") == Some("hold") && !fields.switches_language();
    let mut page = shown(app, &known, text.clone(), usual).await?;
    let say = |key: &str, n: usize| {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        vec![FieldError::new("people", app.host.text.word(visit.language, key, &[("n", n.into())]))]
    };
    let count = lines(&text).len();
    if count == 0 || count > AT_ONCE {
        page.errors = if count == 0 { say("reg-invite-nobody", 0) } else { say("reg-invite-too-many", AT_ONCE) };
        page.lines = None;
        let status = if fields.switches_language() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok(private(visit.page_with(status, &page)));
    }
    // What was changed since it was shown is shown again.
    if !taken || fields.get("sett") != Some(page.seen.as_str()) || page.takes == 0 {
        return Ok(private(visit.page(&page)));
    }
    let event = known.event.id;
    if invitation::of_event(&app.host.db.read, event).await?.len() + page.takes > MOST {
        page.errors = say("reg-invite-full", MOST);
        return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    let (lines, fates) = judged(app, &known, &text).await?;
    let people = lines.into_iter().zip(fates).filter(|(_, fate)| fate.is_new());
    let people = people.filter_map(|(line, _)| line.person.ok()).collect();
    let work = app.bus.begin().await?;
    let held = invited::hold(&work, event, people, usual).await?;
    audit::note(&work.tx, work.now, organiser.account, event, Action::Invited, held).await?;
    work.commit().await?;
    Ok(to_list(&visit, &known, "held"))
}

/// Browsers end lines as they like.
fn digest(text: &str) -> String {
    let mut hash = Sha256::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        hash.update(line);
        hash.update([0]);
    }
    hash.finalize()[..8].iter().fold(String::new(), |all, byte| all + &format!("{byte:02x}"))
}

async fn shown(app: &App, known: &Known, text: String, usual: Language) -> Result<AddingPage, DbErr> {
    let (lines, fates) = judged(app, known, &text).await?;
    Ok(AddingPage::new(known, text, usual).with(&lines, &fates, usual))
}

/// Everybody who stands there, and what would become of them now.
async fn judged(app: &App, known: &Known, text: &str) -> Result<(Vec<Line>, Vec<Fate>), DbErr> {
    let lines = lines(text);
    let addresses: HashSet<String> =
        lines.iter().filter_map(|line| Some(normalised(&line.person.as_ref().ok()?.email))).collect();
    let all: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let (db, event) = (&app.host.db.read, known.event.id);
    let signed_up = registration::with_addresses(db, event, &all).await?;
    let before = invitation::with_addresses(db, event, &all).await?;
    let (taken_back, invited): (Vec<_>, Vec<_>) = before.into_iter().partition(|row| row.taken_back_at.is_some());
    let address = |row: invitation::Model| row.address;
    let around = Surroundings {
        signed_up: signed_up.into_iter().filter_map(|row| row.address).collect(),
        invited: invited.into_iter().filter_map(address).collect(),
        taken_back: taken_back.into_iter().filter_map(address).collect(),
    };
    let fates = fates(&lines, &around);
    Ok((lines, fates))
}

impl Page for AddingPage {
    const TEMPLATE: &'static str = "registration/invitations_adding.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let text = "Kari Nordmann <kari@volda.example>, Volda kommune, nn\nola@x.example\nb@x.example\nKARI@volda.example\n\
            \"><script>alert(1)</script>\nc@x.example";
        let set = |address: &str| HashSet::from([address.to_owned()]);
        let around = Surroundings {
            signed_up: set("ola@x.example"),
            invited: set("b@x.example"),
            taken_back: set("c@x.example"),
        };
        let clean = Self::new(&known, String::new(), Language::Nn);
        let lines = lines(text);
        let fates = fates(&lines, &around);
        let full = Self::new(&known, text.to_owned(), Language::Sv).with(&lines, &fates, Language::Sv);
        let wrong = Self { errors: vec![FieldError::new("people", "Skriv minst éi adresse.")], ..clean.clone() };
        vec![clean, full, wrong]
    }
}
