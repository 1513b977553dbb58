//! `/pamelding/{slug}`: the form, and what happens when it is sent.

use super::closed::ClosedPage;
use super::event::Known;
use super::form::FormPage;
use super::notice::Notice;
use super::receipt::Receipt;
use super::sent::{Sent, as_problem};
use crate::app::App;
use crate::desk::errand::{Errand, Outcome, Refusal, Unavailable};
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Visit};
use uuid::Uuid;

/// People do not see this field; what fills it in is a program.
const TRAP: &str = "nettstad";

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    let known = Known::with_slug(&app.host.db.read, &slug).await?.ok_or(Error::NotFound)?;
    let visit = known.answers_for(visit);
    Ok(match known.sign_up(visit.now) {
        Ok(awaits) => {
            let sent = Sent::fresh(&known.event, Uuid::now_v7());
            visit.page(&FormPage::new(&known, Some(awaits), &sent, &[]))
        }
        Err(refusal) => visit.page(&ClosedPage::new(&known, &refusal)),
    })
}

pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let known = Known::with_slug(&app.host.db.read, &slug).await?.ok_or(Error::NotFound)?;
    let visit = known.answers_for(visit);
    let sent = Sent::from_fields(&known.event, &fields);
    let now = known.sign_up(visit.now);
    let form = FormPage::new(&known, now.clone().ok(), &sent, &[]);
    if fields.switches_language() {
        let problems = sent.party(&known.event, visit.language).err().unwrap_or_default();
        return Ok(visit.page(&FormPage::new(&known, now.ok(), &sent, &problems)));
    }
    if fields.get(TRAP).is_some_and(|filled| !filled.is_empty()) {
        // A browser may have filled it in for a person: they are told, and the next try goes through.
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form.saying(Notice::TRAPPED)));
    }
    if !visit.genuine(fields.csrf()) {
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &form.saying(Notice::NOT_GENUINE)));
    }
    let party = match (sent.party(&known.event, visit.language), &now) {
        (Ok(party), _) => party,
        // To put fields right would be of no use.
        (Err(_), Err(refusal)) if *refusal != Refusal::Full => return Ok(refused(&visit, &known, form, refusal)),
        (Err(problems), _) => {
            let form = FormPage::new(&known, now.ok(), &sent, &problems);
            return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form));
        }
    };
    let outcome = app.desk.ask(known.event.id, Errand::SignUp(sent.errand(&known.event, party))).await;
    Ok(match outcome {
        Ok(Outcome::SignedUp(placed)) => {
            let receipt = Receipt::of(&known, &placed, visit.now);
            thanks(&app, &visit, &known, &receipt)
        }
        Ok(Outcome::SameKeyOtherContent) => {
            let mut form = form.saying(Notice::SENT_BEFORE);
            form.submission = Uuid::now_v7().to_string();
            visit.page_with(StatusCode::CONFLICT, &form)
        }
        Ok(Outcome::Refused(refusal)) => match as_problem(&refusal) {
            Some(problem) => {
                let form = FormPage::new(&known, now.ok(), &sent, &[problem]);
                visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form)
            }
            None => refused(&visit, &known, form, &refusal),
        },
        Ok(Outcome::Done(_)) | Err(Unavailable) => busy(&visit, form),
    })
}

fn refused(visit: &Visit, known: &Known, form: FormPage, refusal: &Refusal) -> Response {
    let notice = Notice::no_sign_up(refusal, known.event.timezone);
    visit.page_with(StatusCode::CONFLICT, &form.saying(notice))
}

fn busy(visit: &Visit, form: FormPage) -> Response {
    let mut response = visit.page_with(StatusCode::SERVICE_UNAVAILABLE, &form.saying(Notice::BUSY));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

fn thanks(app: &App, visit: &Visit, known: &Known, receipt: &Receipt) -> Response {
    let sealed = receipt.seal(&app.host.keys, known.event.id);
    let target = format!("/pamelding/{}/takk?k={sealed}", known.event.slug);
    visit.with_cookies(Redirect::to(&target).into_response())
}

/// The rules that hide what is not asked. They change only with the event.
pub(crate) async fn conditions(State(app): State<App>, Path(slug): Path<String>) -> Result<Response, Error> {
    let known = Known::with_slug(&app.host.db.read, &slug).await?.ok_or(Error::NotFound)?;
    let css = crate::question::conditions(&known.event.sign_up.questions);
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=300")];
    Ok((headers, css).into_response())
}
