//! `/arrangor/dor/{slug}/ny`: somebody who comes without having signed up.

use super::{Asked, At};
use crate::answers::{self, Answers, Field, FieldProblem};
use crate::app::App;
use crate::attendance::{Mark, Marked, mark};
use crate::desk::errand::{Errand, Outcome, Person, Refusal, SignUp};
use crate::door;
use crate::pages::event::EventView;
use crate::pages::field::{Fault, Line};
use crate::pages::notice::Notice;
use crate::pages::sent::content;
use crate::store::audit::{self, Action};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Organiser, Page, Visit};
use proto::Language;
use proto::registration::State as Stands;
use sea_orm::prelude::Uuid;
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct WalkInPage {
    event: EventView,
    path: String,
    errors: Vec<Fault>,
    failed: bool,
    notice: Option<Notice>,
    name: Line,
    email: Line,
    /// Of the letters to them.
    language: &'static str,
    submission: String,
}

/// What is typed about somebody who has not signed up.
struct Typed {
    name: String,
    email: String,
    language: Language,
    submission: Uuid,
}

impl Typed {
    fn from(fields: &Fields, visit: &Visit) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default();
        Self {
            name: get("name").to_owned(),
            email: get("email").to_owned(),
            language: get("language").parse().unwrap_or(visit.language),
            submission: get("submission").parse().unwrap_or_else(|_no_id| Uuid::now_v7()),
        }
    }

    fn person(&self) -> Result<Person, Vec<FieldProblem>> {
        match (answers::other_name(&self.name), answers::email(&self.email)) {
            (Ok(name), Ok(email)) => Ok(Person {
                name,
                email,
                language: self.language,
                // Asked for on their own page, as of those whom others name.
                answers: Answers::default(),
                choices: Vec::new(),
            }),
            (name, email) => {
                let at = |field, problem| FieldProblem { field, problem };
                let problems = [name.err().map(|p| at(Field::Name, p)), email.err().map(|p| at(Field::Email, p))];
                Err(problems.into_iter().flatten().collect())
            }
        }
    }

    fn page(&self, at: &At, problems: &[FieldProblem], notice: Option<Notice>) -> WalkInPage {
        let line = |field: &Field, typed: &str| Line {
            typed: typed.to_owned(),
            error: problems.iter().find(|p| p.field == *field).map(Fault::plain),
        };
        WalkInPage {
            event: at.known.view(),
            path: at.path(),
            errors: problems.iter().map(Fault::plain).collect(),
            failed: notice.is_some(),
            notice,
            name: line(&Field::Name, &self.name),
            email: line(&Field::Email, &self.email),
            language: self.language.code(),
            submission: self.submission.to_string(),
        }
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let at = At::open(&app, organiser, &slug, &Asked::default()).await?;
    let visit = at.known.answers_for(visit);
    let typed =
        Typed { name: String::new(), email: String::new(), language: visit.language, submission: Uuid::now_v7() };
    let refused = door::lets_in(&at.known.event, at.known.cancelled, visit.now).err();
    let notice = refused.map(|refusal| Notice::no_sign_up(&refusal, at.known.event.timezone));
    Ok(visit.page(&typed.page(&at, &[], notice)))
}

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
    let at = At::open(&app, organiser, &slug, &Asked::default()).await?;
    let visit = at.known.answers_for(visit);
    let typed = Typed::from(&fields, &visit);
    let person = match typed.person() {
        Ok(_) if fields.switches_language() => return Ok(visit.page(&typed.page(&at, &[], None))),
        Err(problems) if fields.switches_language() => return Ok(visit.page(&typed.page(&at, &problems, None))),
        Ok(person) => person,
        Err(problems) => {
            return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &typed.page(&at, &problems, None)));
        }
    };
    let form = door::form(&at.known.places.forms());
    let party = vec![person];
    let errand = SignUp { key: format!("door:{}", typed.submission), content: content(form, &party), form, party };
    let event = at.known.event.id;
    let refused = |refusal: &Refusal| {
        let notice = match refusal {
            Refusal::Full => Notice::DOOR_FULL,
            refusal => Notice::no_sign_up(refusal, at.known.event.timezone),
        };
        Ok(visit.page_with(StatusCode::CONFLICT, &typed.page(&at, &[], Some(notice))))
    };
    let placed = match app.desk.ask(event, Errand::WalkIn(errand)).await {
        Ok(Outcome::SignedUp(placed)) => placed.into_iter().next().ok_or(Error::Busy)?,
        Ok(Outcome::Refused(refusal)) => return refused(&refusal),
        Ok(Outcome::SameKeyOtherContent) => {
            let again = Typed { submission: Uuid::now_v7(), ..typed };
            let page = again.page(&at, &[], Some(Notice::SENT_BEFORE));
            return Ok(visit.page_with(StatusCode::CONFLICT, &page));
        }
        Ok(Outcome::Done(_)) | Err(_) => return Err(Error::Busy),
    };
    // Whoever was signed up already is shown, and it is for the door to see who that is.
    if !placed.repeated && placed.state == Stands::Admitted {
        let pressed = Mark {
            id: typed.submission,
            event,
            registration: placed.id,
            session: None,
            came: true,
            account: at.organiser.account,
            at: visit.now,
        };
        let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
        if mark(&work, &pressed).await? == Marked::Now {
            audit::note(&work.tx, visit.now, at.organiser.account, event, Action::LetIn, 1).await?;
        }
        work.commit().await.map_err(|_away| Error::Busy)?;
    }
    Ok(visit.with_cookies(Redirect::to(&at.with_person(placed.id)).into_response()))
}

impl Page for WalkInPage {
    const TEMPLATE: &'static str = "registration/door_walk_in.html";

    fn samples() -> Vec<Self> {
        let clean = Self {
            event: crate::pages::sample::known().view(),
            path: "/arrangor/dor/levande-sentrum".to_owned(),
            errors: Vec::new(),
            failed: false,
            notice: None,
            name: Line::default(),
            email: Line::default(),
            language: "sv",
            submission: Uuid::nil().to_string(),
        };
        let fault = |field, problem| Fault::plain(&FieldProblem { field, problem });
        let (name, email) = (
            fault(Field::Name, answers::Problem::MissingOtherName),
            fault(Field::Email, answers::Problem::EmailWithoutAt),
        );
        let wrong = Self {
            errors: vec![name.clone(), email.clone()],
            name: Line { typed: String::new(), error: Some(name) },
            email: Line { typed: "\"><script>alert(1)</script>".to_owned(), error: Some(email) },
            ..clean.clone()
        };
        let full = Self { failed: true, notice: Some(Notice::DOOR_FULL), ..clean.clone() };
        vec![clean, wrong, full]
    }
}
