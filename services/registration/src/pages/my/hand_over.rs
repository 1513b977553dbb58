//! Giving the place to somebody else.

use super::done::Told;
use super::{Asked, Mine, dead_link};
use crate::answers::{self, Answers, Field, FieldProblem, Problem};
use crate::app::App;
use crate::desk::errand::{Errand, Person};
use crate::pages::event::EventView;
use crate::pages::field::{Fault, Line};
use crate::pages::notice::Notice;
use crate::pages::sent::as_problem;
use crate::withdrawal::may_hand_over;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Page, Visit};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct HandOverPage {
    pub(crate) event: EventView,
    pub(crate) base: String,
    pub(crate) errors: Vec<Fault>,
    pub(crate) failed: bool,
    pub(crate) notice: Option<Notice>,
    pub(crate) name: Line,
    pub(crate) email: Line,
}

impl HandOverPage {
    fn new(mine: &Mine, name: &str, email: &str, problems: &[FieldProblem]) -> Self {
        let line = |field: &Field, typed: &str| Line {
            typed: typed.to_owned(),
            error: problems.iter().find(|p| p.field == *field).map(Fault::plain),
        };
        Self {
            event: mine.known.view(),
            base: mine.base.clone(),
            errors: problems.iter().map(Fault::plain).collect(),
            failed: false,
            notice: None,
            name: line(&Field::Name, name),
            email: line(&Field::Email, email),
        }
    }
}

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let state = mine.standing.registration.state.into();
    Ok(match may_hand_over(&mine.known.event, mine.known.cancelled, state, visit.now) {
        Ok(()) => visit.page(&HandOverPage::new(&mine, "", "", &[])),
        Err(refusal) => mine.not_so(&app, &visit, &refusal),
    })
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let typed = |name: &str| fields.get(name).unwrap_or_default();
    let page = |problems: &[FieldProblem]| HandOverPage::new(&mine, typed("name"), typed("email"), problems);
    if fields.switches_language() {
        let problems = new_person(&mine, typed("name"), typed("email")).err().unwrap_or_default();
        return Ok(visit.page(&page(&problems)));
    }
    if !visit.genuine(fields.csrf()) {
        let page = HandOverPage { notice: Some(Notice::MINE_NOT_GENUINE), failed: true, ..page(&[]) };
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &page));
    }
    let to = match new_person(&mine, typed("name"), typed("email")) {
        Ok(to) => to,
        Err(problems) => return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&problems))),
    };
    let errand = Errand::HandOver { registration: mine.standing.registration.id, to };
    Ok(match mine.ask(&app, errand).await? {
        // Whoever is signed up already keeps what they have, and so does the one who wanted to hand over.
        Asked::Done(now) if now.registration.id == mine.standing.registration.id => {
            mine.tell(&visit, Told::NotHandedOver)
        }
        Asked::Done(_) => mine.tell(&visit, Told::HandedOver),
        Asked::Refused(refusal) => match as_problem(&refusal) {
            Some(problem) => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&[problem])),
            None => mine.not_so(&app, &visit, &refusal),
        },
    })
}

/// The new person, who answers the questions later and is written to in the same language until then.
fn new_person(mine: &Mine, name: &str, email: &str) -> Result<Person, Vec<FieldProblem>> {
    let name = answers::other_name(name);
    let registration = &mine.standing.registration;
    let choices = registration.choices.iter().map(|claim| claim.pool_id).collect();
    match (name, answers::email(email)) {
        (Ok(name), Ok(email)) => {
            Ok(Person { name, email, language: registration.language, answers: Answers::default(), choices })
        }
        (name, email) => {
            let at = |field, problem| FieldProblem { field, problem };
            let problems = [name.err().map(|p| at(Field::Name, p)), email.err().map(|p| at(Field::Email, p))];
            Err(problems.into_iter().flatten().collect())
        }
    }
}

impl Page for HandOverPage {
    const TEMPLATE: &'static str = "registration/my_hand_over.html";

    fn samples() -> Vec<Self> {
        let clean = Self {
            event: crate::pages::sample::known().view(),
            base: "/mi/x".to_owned(),
            errors: Vec::new(),
            failed: false,
            notice: None,
            name: Line::default(),
            email: Line::default(),
        };
        let fault = |field, problem| Fault::plain(&FieldProblem { field, problem });
        let (name, email) =
            (fault(Field::Name, Problem::MissingOtherName), fault(Field::Email, Problem::SameAddressTwice));
        let wrong = Self {
            errors: vec![name.clone(), email.clone()],
            name: Line { typed: String::new(), error: Some(name) },
            email: Line { typed: "\"><script>@x.no".to_owned(), error: Some(email) },
            ..clean.clone()
        };
        vec![clean.clone(), wrong, Self { notice: Some(Notice::MINE_NOT_GENUINE), failed: true, ..clean }]
    }
}
