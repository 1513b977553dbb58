//! `/pamelding/rekkje/{slug}`: one form for all dates that are ahead and all that will come.

use super::KnownSeries;
use super::view::{DateView, SeriesView, sample};
use crate::answers::{Field, FieldProblem, Problem};
use crate::app::App;
use crate::desk::errand::Person;
use crate::following::{self, Follow};
use crate::pages::field::{Fault, Line, QuestionView, Suggestions, suggestions};
use crate::pages::form::{question_views, styles};
use crate::pages::notice::Notice;
use crate::pages::sent::Sent;
use crate::store;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, Fields, Page, Visit};
use serde::Serialize;
use uuid::Uuid;

/// People do not see this field; what fills it in is a program.
const TRAP: &str = "nettstad";

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SeriesFormPage {
    series: SeriesView,
    dates: Vec<DateView>,
    errors: Vec<Fault>,
    /// Nothing was written, for another reason than a field.
    failed: bool,
    notice: Option<Notice>,
    mark: bool,
    name: Line,
    email: Line,
    questions: Vec<QuestionView>,
    suggestions: Vec<Suggestions>,
    submission: String,
    styles: Vec<String>,
}

impl SeriesFormPage {
    fn new(known: &KnownSeries, sent: &Sent, problems: &[FieldProblem], now: DateTime<Utc>) -> Self {
        let event = &known.next.event;
        let fault = |field: &Field| problems.iter().find(|p| p.field == *field).map(|p| Fault::of(p, event));
        let line = |field: Field, typed: &str| Line { typed: typed.to_owned(), error: fault(&field) };
        let mut questions = question_views(&known.next, sent, problems);
        for question in &mut questions {
            question.erased_at = None;
        }
        Self {
            series: known.view(),
            dates: known.ahead(now),
            errors: problems.iter().map(|problem| Fault::of(problem, event)).collect(),
            failed: false,
            notice: None,
            mark: questions.iter().any(|question| !question.required),
            name: line(Field::Name, &sent.name),
            email: line(Field::Email, &sent.email),
            questions,
            suggestions: suggestions(&event.sign_up.questions),
            submission: sent.submission.clone(),
            styles: styles(&known.next),
        }
    }

    #[must_use]
    fn saying(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self.failed = true;
        self
    }
}

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    let known = KnownSeries::with_slug(&app, &slug, visit.now).await?.ok_or(Error::NotFound)?;
    let visit = known.next.answers_for(visit);
    let sent = Sent::fresh(&known.next.event, Uuid::now_v7());
    Ok(visit.page(&SeriesFormPage::new(&known, &sent, &[], visit.now)))
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let known = KnownSeries::with_slug(&app, &slug, visit.now).await?.ok_or(Error::NotFound)?;
    let visit = known.next.answers_for(visit);
    let sent = Sent::from_fields(&known.next.event, &fields);
    let form = SeriesFormPage::new(&known, &sent, &[], visit.now);
    let read = sent.party(&known.next.event, visit.language);
    if fields.switches_language() {
        let problems = read.err().unwrap_or_default();
        return Ok(visit.page(&SeriesFormPage::new(&known, &sent, &problems, visit.now)));
    }
    if fields.get(TRAP).is_some_and(|filled| !filled.is_empty()) {
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form.saying(Notice::TRAPPED)));
    }
    if !visit.genuine(fields.csrf()) {
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &form.saying(Notice::NOT_GENUINE)));
    }
    let person = match read {
        Ok(party) => party.into_iter().next().ok_or(Error::Busy)?,
        Err(problems) => {
            let form = SeriesFormPage::new(&known, &sent, &problems, visit.now);
            return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
        }
    };
    let submission = sent.submission.parse().unwrap_or_else(|_: uuid::Error| Uuid::now_v7());
    keep(&app, &known.row, person, submission).await?;
    let target = format!("/pamelding/rekkje/{}/takk", known.series.slug);
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

/// Keeps that somebody follows, then signs them up for what is ahead. Should we stop in between, the clock goes on.
async fn keep(app: &App, row: &store::series::Model, person: Person, form: Uuid) -> Result<(), Error> {
    let Person { name, email, language, answers, .. } = person;
    let work = app.bus.begin().await?;
    following::follow(&work, row, &Follow { form, name, email, language, answers }).await?;
    work.commit().await?;
    if let Err(error) = following::catch_up(&app.bus, &app.host.db, app.host.clock.now()).await {
        tracing::warn!(error = %error, "somebody follows a series; the clock signs them up for its dates");
    }
    Ok(())
}

impl Page for SeriesFormPage {
    const TEMPLATE: &'static str = "registration/series_form.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let sent = crate::pages::sample::answered(&known);
        let (series, mut dates) = sample();
        for date in &mut dates {
            (date.state, date.mine, date.skip) = (None, None, None);
        }
        let mut questions = question_views(&known, &sent, &[]);
        for question in &mut questions {
            question.erased_at = None;
        }
        let whole = Self {
            series,
            dates,
            errors: Vec::new(),
            failed: false,
            notice: None,
            mark: true,
            name: Line { typed: "Kari <b>Nordmann</b>".to_owned(), error: None },
            email: Line::default(),
            questions,
            suggestions: suggestions(&known.event.sign_up.questions),
            submission: Uuid::nil().to_string(),
            styles: Vec::new(),
        };
        let problem = FieldProblem { field: Field::Name, problem: Problem::MissingName };
        let fault = Fault::of(&problem, &known.event);
        let wrong = Self {
            errors: vec![fault.clone()],
            name: Line { typed: String::new(), error: Some(fault) },
            ..whole.clone()
        };
        let bare = Self { dates: Vec::new(), questions: Vec::new(), mark: false, ..whole.clone() };
        vec![whole.clone(), wrong, bare, whole.saying(Notice::NOT_GENUINE)]
    }
}
