//! `/arrangor/pameldingar/{slug}/hent-inn`: sign-ups that another form collected are taken in from a file. What is in it and what becomes
//! of each line is shown first. The file is kept nowhere: the page carries it.

mod sample;
mod taking;

use self::taking::take_in;
use super::adding::Asked;
use super::choices::{form as form_of, word as form_word};
use super::event::{EventView, Known};
use super::export::{private, seen};
use super::field::{Fault, language};
use super::notice::Notice;
use crate::address::normalised;
use crate::app::App;
use crate::door;
use crate::foreign_list::{
    Columns, Fate, LARGEST, Listed, Meaning, Said, Surroundings, Table, Wanted, Wrong, fates, people,
};
use crate::places::forms;
use crate::store::{registration, submission};
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use host::{Error, FieldError, Fields, Organiser, Visit};
use proto::account::Role;
use proto::event::{Form, WaitingMode};
use proto::{Language, Localised};
use sea_orm::DbErr;
use serde::Serialize;
use std::collections::HashSet;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ForeignListPage {
    event: EventView,
    errors: Vec<FieldError>,
    notice: Option<Notice>,
    /// The list as the page carries it; absent before there is one.
    table: Option<String>,
    /// What was said about it when its lines were shown.
    seen: String,
    heads: Vec<String>,
    columns: Vec<ColumnView>,
    /// How they take part, where there is a choice.
    forms: Vec<&'static str>,
    form: &'static str,
    /// Of the letters to them.
    language: &'static str,
    lines: Vec<LineView>,
    /// How many there are of each kind, and how many are taken in.
    counts: Vec<CountView>,
    takes: usize,
    /// It was done.
    done: bool,
}

/// Something that a column can be.
#[derive(Clone, Debug, Serialize)]
struct ColumnView {
    field: String,
    /// The end of the key of its words.
    word: Option<&'static str>,
    label: Option<Localised>,
    chosen: Option<usize>,
}

#[derive(Clone, Debug, Serialize)]
struct LineView {
    line: usize,
    name: String,
    email: String,
    fate: &'static str,
    faults: Vec<Fault>,
}

#[derive(Clone, Debug, Serialize)]
struct CountView {
    fate: &'static str,
    n: usize,
}

impl ForeignListPage {
    fn new(known: &Known, language: Language) -> Self {
        let forms = forms(&known.event);
        Self {
            event: known.view(),
            errors: Vec::new(),
            notice: None,
            table: None,
            seen: String::new(),
            heads: Vec::new(),
            columns: Vec::new(),
            forms: if forms.len() > 1 { forms.into_iter().map(form_word).collect() } else { Vec::new() },
            form: "",
            language: language.code(),
            lines: Vec::new(),
            counts: Vec::new(),
            takes: 0,
            done: false,
        }
    }

    /// The same with a list, and what becomes of each line.
    fn with(self, known: &Known, list: &List, listed: &[(Listed, Fate)]) -> Self {
        let questions = &known.event.sign_up.questions;
        let forms = forms(&known.event);
        let wanted = Wanted { questions, forms: &forms };
        let column = |meaning: Meaning| ColumnView {
            field: meaning.field(questions),
            word: match meaning {
                Meaning::Name => Some("name"),
                Meaning::FirstName => Some("first-name"),
                Meaning::LastName => Some("last-name"),
                Meaning::Email => Some("email"),
                Meaning::Form => Some("form"),
                Meaning::Question(_) => None,
            },
            label: match meaning {
                Meaning::Question(place) => questions.get(place).map(|question| question.label.clone()),
                _ => None,
            },
            chosen: list.columns.of(meaning),
        };
        let line = |(listed, fate): &(Listed, Fate)| LineView {
            line: listed.line,
            name: listed.name.clone(),
            email: listed.email.clone(),
            fate: fate.word(),
            faults: listed
                .person
                .as_ref()
                .err()
                .into_iter()
                .chain(&listed.left_out)
                .map(|problem| Fault::of(problem, &known.event))
                .collect(),
        };
        let count = |fate: Fate| listed.iter().filter(|(_, of)| *of == fate).count();
        let counts = Fate::ALL.map(|fate| CountView { fate: fate.word(), n: count(fate) });
        Self {
            table: Some(list.table.carried()),
            seen: list.seen(wanted),
            heads: list.table.head.clone(),
            columns: Meaning::all(wanted).into_iter().map(column).collect(),
            form: list.form.map(form_word).unwrap_or_default(),
            language: list.language.code(),
            lines: listed.iter().map(line).collect(),
            takes: count(Fate::Place) + count(Fate::Waits),
            counts: counts.into_iter().filter(|count| count.n > 0).collect(),
            ..self
        }
    }
}

/// A list, and what was said about it.
struct List {
    table: Table,
    columns: Columns,
    form: Option<Form>,
    language: Language,
}

impl List {
    /// All on which it hangs what becomes of its lines.
    fn seen(&self, wanted: Wanted<'_>) -> String {
        let columns = Meaning::all(wanted).into_iter().map(|meaning| self.columns.of(meaning));
        let columns: Vec<String> = columns.map(|at| at.map(|at| at.to_string()).unwrap_or_default()).collect();
        format!("{};{}", columns.join(","), self.form.map(form_word).unwrap_or_default())
    }
}

/// Whoever may take in a list, and the event with what a list may answer.
async fn opened(app: &App, organiser: &Organiser, slug: &str) -> Result<Known, Error> {
    Ok(Asked::of(seen(app, organiser, slug, Role::Editor).await?).known)
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let known = opened(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let refused = door::lets_in(&known.event, known.cancelled, visit.now).err();
    let notice = refused.map(|refusal| Notice::no_sign_up(&refusal, known.event.timezone));
    let page = ForeignListPage { notice, ..ForeignListPage::new(&known, visit.language) };
    Ok(private(visit.page(&page)))
}

/// Reads the file.
pub(crate) async fn post_file(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Error> {
    // The language menu of a page that answers a file sends the list that the page carries.
    if uploads_none(&request) {
        let fields = Fields::from_request(request, &()).await?;
        return answered(&app, &organiser, visit, &slug, &fields).await;
    }
    let known = opened(&app, &organiser, &slug).await?;
    let sent = uploads::read(request, LARGEST).await?;
    if !visit.genuine(sent.csrf()) {
        return Err(Error::NotGenuine);
    }
    let visit = known.answers_for(visit);
    let page = ForeignListPage::new(&known, visit.language);
    // Long lists take long, and other visitors do not wait for that.
    let read = tokio::task::spawn_blocking(move || Table::read(&sent.content)).await;
    match read.map_err(|error| Error::Internal(error.into()))? {
        Ok(table) => {
            let forms = forms(&known.event);
            let columns = Columns::guessed(&table, Wanted { questions: &known.event.sign_up.questions, forms: &forms });
            let form = if let [only] = forms.as_slice() { Some(*only) } else { None };
            let list = List { table, columns, form, language: visit.language };
            let listed = judged(&app, &known, &list).await?;
            Ok(private(visit.page(&page.with(&known, &list, &listed))))
        }
        Err(wrong) => {
            let page = ForeignListPage { errors: vec![told(&app, &visit, wrong)], ..page };
            Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)))
        }
    }
}

fn uploads_none(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    !kind.trim_start().to_ascii_lowercase().starts_with("multipart/")
}

pub(super) fn told(app: &App, visit: &Visit, wrong: Wrong) -> FieldError {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX).into();
    let text = match wrong {
        Wrong::Missing => app.host.text.word(visit.language, "reg-foreign-missing", &[]),
        Wrong::TooLarge => app.host.text.word(visit.language, "reg-foreign-too-large", &[]),
        Wrong::Damaged => app.host.text.word(visit.language, "reg-foreign-damaged", &[]),
        Wrong::Locked => app.host.text.word(visit.language, "reg-foreign-locked", &[]),
        Wrong::Nobody => app.host.text.word(visit.language, "reg-foreign-nobody", &[]),
        Wrong::TooManyRows { most } => {
            app.host.text.word(visit.language, "reg-foreign-too-many-rows", &[("n", number(most))])
        }
        Wrong::TooManyColumns { most } => {
            app.host.text.word(visit.language, "reg-foreign-too-many-columns", &[("n", number(most))])
        }
        Wrong::Encoding { line } => {
            app.host.text.word(visit.language, "reg-foreign-encoding", &[("line", number(line))])
        }
        Wrong::OpenQuote { line } => app.host.text.word(visit.language, "reg-foreign-quote", &[("line", number(line))]),
    };
    FieldError::new("file", text)
}

/// Shows what becomes of each line when the columns are what was said, or takes them in.
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
    let known = opened(app, organiser, slug).await?;
    let visit = known.answers_for(visit);
    let page = ForeignListPage::new(&known, visit.language);
    let Some(table) = fields.get("liste").and_then(Table::brought) else {
        return Ok(private(visit.page(&page)));
    };
    let forms = forms(&known.event);
    let list = List {
        columns: Columns::typed(&table, Wanted { questions: &known.event.sign_up.questions, forms: &forms }, fields),
        form: match forms.as_slice() {
            [only] => Some(*only),
            forms => form_of(fields.get("form").unwrap_or_default()).filter(|form| forms.contains(form)),
        },
        language: language(fields).unwrap_or(visit.language),
        table,
    };
    let listed = judged(app, &known, &list).await?;
    let mut page = page.with(&known, &list, &listed);
    if fields.get("gjer") != Some("hent-inn") || fields.switches_language() {
        return Ok(private(visit.page(&page)));
    }
    let missing = match () {
        () if !list.columns.are_enough() => Some(("col-email", "reg-foreign-columns-missing")),
        () if forms.len() > 1 && listed.iter().any(|(listed, _)| listed.person.is_ok() && listed.form.is_none()) => {
            Some(("deltek", "reg-foreign-form-missing"))
        }
        () => None,
    };
    if let Some((field, key)) = missing {
        page.errors.push(FieldError::new(field, app.host.text.word(visit.language, key, &[])));
        return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
    }
    // Nobody is taken in who was not shown so.
    if fields.get("sett") != Some(page.seen.as_str()) {
        page.notice = Some(Notice::LOOK_AGAIN);
        return Ok(private(visit.page(&page)));
    }
    if let Err(refusal) = door::lets_in(&known.event, known.cancelled, visit.now) {
        page.notice = Some(Notice::no_sign_up(&refusal, known.event.timezone));
        return Ok(private(visit.page_with(StatusCode::CONFLICT, &page)));
    }
    let taken = take_in(app, organiser, &known, listed).await?;
    let page =
        ForeignListPage { done: true, ..ForeignListPage::new(&known, visit.language).with(&known, &list, &taken) };
    Ok(private(visit.page(&page)))
}

/// Everybody in the list, and what would become of them now.
async fn judged(app: &App, known: &Known, list: &List) -> Result<Vec<(Listed, Fate)>, DbErr> {
    let forms = forms(&known.event);
    let wanted = Wanted { questions: &known.event.sign_up.questions, forms: &forms };
    let said = Said { form: list.form, language: list.language };
    let people = people(&list.table, &list.columns, wanted, said);
    let emails = people.iter().filter_map(|listed| Some(normalised(&listed.person.as_ref().ok()?.email)));
    let addresses: Vec<String> = emails.collect();
    let known_addresses: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let db = &app.host.db.read;
    let rows = registration::with_addresses(db, known.event.id, &known_addresses).await?;
    let signed_up: HashSet<String> = rows.into_iter().filter_map(|row| row.address).collect();
    let keys: Vec<String> = addresses.iter().map(|address| key(app, known, address)).collect();
    let all: Vec<&str> = keys.iter().map(String::as_str).collect();
    let taken: HashSet<String> =
        submission::with_keys(db, known.event.id, &all).await?.into_iter().map(|row| row.key).collect();
    let before = addresses.iter().zip(&keys).filter(|(_, key)| taken.contains(*key));
    let before: HashSet<String> = before.map(|(address, _)| address.clone()).collect();
    let around = Surroundings {
        signed_up: &signed_up,
        before: &before,
        left: &|form| known.places.left_in(form),
        has_waiting_list: known.places.mode != WaitingMode::None,
    };
    let fates = fates(&people, &around);
    Ok(people.into_iter().zip(fates).collect())
}

/// What somebody in any list is known by: the same list, or another with them in it, signs nobody up once more who has signed off
/// since. Nobody can find the address from it.
fn key(app: &App, known: &Known, address: &str) -> String {
    let about = format!("{}\n{address}", known.event.id);
    let mac = app.host.keys.sign("foreign_list", about.as_bytes());
    mac.iter().fold("list:".to_owned(), |key, byte| key + &format!("{byte:02x}"))
}
