//! Changing what was told: name, language, answers, choices.

use super::{Asked, Done, Mine, dead_link};
use crate::answers::{self, Answers, Field, FieldProblem, Problem};
use crate::app::App;
use crate::desk::errand::{Details, Errand};
use crate::pages::choices::{ChoicesView, FormsView, choice_views, form_views, word};
use crate::pages::event::{EventView, Known};
use crate::pages::field::{self, Fault, Line, QuestionView, Suggestions, Typed, suggestions};
use crate::pages::form::{question_views, styles};
use crate::pages::notice::Notice;
use crate::pages::sent::{Sent, as_problem};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Page, Visit};
use proto::registration::{ClaimState, Registration};
use serde::Serialize;
use uuid::Uuid;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct ChangePage {
    pub(crate) event: EventView,
    pub(crate) base: String,
    pub(crate) errors: Vec<Fault>,
    pub(crate) failed: bool,
    pub(crate) notice: Option<Notice>,
    pub(crate) mark: bool,
    pub(crate) name: Line,
    /// It cannot be changed here.
    pub(crate) address: String,
    pub(crate) language: String,
    pub(crate) language_error: Option<Fault>,
    pub(crate) questions: Vec<QuestionView>,
    pub(crate) forms: FormsView,
    pub(crate) choices: ChoicesView,
    pub(crate) suggestions: Vec<Suggestions>,
    pub(crate) styles: Vec<String>,
}

impl ChangePage {
    fn new(known: &Known, base: &str, address: &str, sent: &Sent, language: &str, problems: &[FieldProblem]) -> Self {
        let event = &known.event;
        let fault = |field: &Field| problems.iter().find(|p| p.field == *field).map(|p| Fault::of(p, event));
        let questions = question_views(known, sent, problems);
        Self {
            event: known.view(),
            base: base.to_owned(),
            errors: problems.iter().map(|problem| Fault::of(problem, event)).collect(),
            failed: false,
            notice: None,
            mark: true,
            name: Line { typed: sent.name.clone(), error: fault(&Field::Name) },
            address: address.to_owned(),
            language: language.to_owned(),
            language_error: fault(&Field::Language),
            questions,
            forms: form_views(known, &sent.form, problems),
            choices: choice_views(known, &sent.choices, problems),
            suggestions: suggestions(&event.sign_up.questions),
            styles: styles(known),
        }
    }

    fn of(mine: &Mine, sent: &Sent, language: &str, problems: &[FieldProblem]) -> Self {
        Self::new(&mine.known, &mine.base, &mine.standing.registration.email, sent, language, problems)
    }
}

/// The form as it would have been filled in to stand as it does.
fn as_it_stands(known: &Known, registration: &Registration, answers: &Answers) -> Sent {
    let typed = |question: &proto::event::Question| answers.get(&question.key).map(Typed::answered).unwrap_or_default();
    let open = registration.choices.iter().filter(|claim| claim.state != ClaimState::Released);
    Sent {
        name: registration.name.clone(),
        email: registration.email.clone(),
        typed: known.event.sign_up.questions.iter().map(typed).collect(),
        form: registration.form.map(word).unwrap_or_default().to_owned(),
        choices: open.map(|claim| claim.pool_id.to_string()).collect(),
        ..Sent::fresh(&known.event, Uuid::nil())
    }
}

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let registration = &mine.standing.registration;
    let sent = as_it_stands(&mine.known, registration, &mine.standing.answers);
    Ok(visit.page(&ChangePage::of(&mine, &sent, registration.language.code(), &[])))
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let sent = Sent::from_fields(&mine.known.event, &fields);
    let language = fields.get("language").unwrap_or_default();
    let page = |problems: &[FieldProblem]| ChangePage::of(&mine, &sent, language, problems);
    if fields.switches_language() {
        return Ok(visit.page(&page(&details(&mine.known, &sent, &fields).err().unwrap_or_default())));
    }
    if !visit.genuine(fields.csrf()) {
        let page = ChangePage { notice: Some(Notice::MINE_NOT_GENUINE), failed: true, ..page(&[]) };
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &page));
    }
    let details = match details(&mine.known, &sent, &fields) {
        Ok(details) => details,
        Err(problems) => return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&problems))),
    };
    let errand = Errand::Change { registration: mine.standing.registration.id, details };
    Ok(match mine.ask(&app, errand).await? {
        Asked::Done(_) => mine.back(&visit, Done::Changed),
        Asked::Refused(refusal) => match as_problem(&refusal) {
            Some(problem) => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&[problem])),
            None => mine.not_so(&app, &visit, &refusal),
        },
    })
}

fn details(known: &Known, sent: &Sent, fields: &Fields) -> Result<Details, Vec<FieldProblem>> {
    let at = |field, problem| FieldProblem { field, problem };
    let name = answers::name(&sent.name).map_err(|problem| vec![at(Field::Name, problem)]);
    let language = field::language(fields).ok_or_else(|| vec![at(Field::Language, Problem::UnknownLanguage)]);
    let answers = sent.answers(&known.event);
    let form = sent.attends(&known.event).map_err(|problem| vec![problem]);
    let choices = sent.chosen().map_err(|problem| vec![problem]);
    match (name, language, answers, form, choices) {
        (Ok(name), Ok(language), Ok(answers), Ok(form), Ok(choices)) => {
            Ok(Details { name, language, form, answers, choices })
        }
        (name, language, answers, form, choices) => {
            let problems = [name.err(), language.err(), answers.err(), form.err(), choices.err()];
            Err(problems.into_iter().flatten().flatten().collect())
        }
    }
}

impl Page for ChangePage {
    const TEMPLATE: &'static str = "registration/my_change.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let page = |sent: &Sent| {
            let problems = sent.party(&known.event, proto::Language::Nn).err().unwrap_or_default();
            Self::new(&known, "/mi/x", "kari@kommune.no", sent, "nn", &problems)
        };
        let right = crate::pages::sample::answered(&known);
        let wrong = Sent { name: "\"><script>\n".to_owned(), choices: vec!["x".to_owned()], ..right.clone() };
        let unknown = [FieldProblem { field: Field::Language, problem: Problem::UnknownLanguage }];
        let foreign = Self::new(&known, "/mi/x", "kari@kommune.no", &right, "de", &unknown);
        vec![
            foreign,
            page(&right),
            page(&wrong),
            Self { notice: Some(Notice::MINE_NOT_GENUINE), failed: true, ..page(&right) },
        ]
    }
}
