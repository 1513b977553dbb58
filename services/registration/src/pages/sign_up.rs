//! `/pamelding/{slug}`: the form, and what happens when it is sent.

use super::closed::ClosedPage;
use super::event::{Known, told};
use super::form::FormPage;
use super::invited::for_one;
use super::notice::Notice;
use super::receipt::Receipt;
use super::sent::{Sent, as_problem};
use crate::answers::FieldProblem;
use crate::app::App;
use crate::closed::is_by_invitation;
use crate::desk::errand::{Errand, Outcome, Refusal, Unavailable};
use crate::invited::opened;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Fields, Visit};
use proto::event::Event;
use uuid::Uuid;

/// People do not see this field; what fills it in is a program.
const TRAP: &str = "nettstad";
/// The token of the invitation with which somebody comes.
const INVITATION: &str = "invitasjon";

pub(crate) async fn get(State(app): State<App>, visit: Visit, Path(slug): Path<String>) -> Result<Response, Error> {
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    let visit = known.answers_for(visit);
    Ok(match known.sign_up(visit.now) {
        Ok(_) if is_by_invitation(&known.event.sign_up) => visit.page(&ClosedPage::new(&known, &Refusal::ByInvitation)),
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
    let event = told(&app, &slug).await?.ok_or(Error::NotFound)?;
    let token = fields.get(INVITATION).unwrap_or_default();
    let invited = if token.is_empty() { None } else { opened(&app, event.id, token).await? };
    let sent = Sent::from_fields(&event, &fields);
    let trapped = fields.get(TRAP).is_some_and(|filled| !filled.is_empty());
    let genuine = visit.genuine(fields.csrf());
    let outcome = match sent.party(&event, visit.language) {
        Ok(party) if genuine && !trapped && !fields.switches_language() => {
            let form = sent.errand(&event, party);
            let errand = match &invited {
                Some(invited) => Errand::SignUpInvited { form, invitation: invited.row.id() },
                None => Errand::SignUp(form),
            };
            Some(app.desk.ask(event.id, errand).await)
        }
        _ => None,
    };
    if let Some(Ok(Outcome::SignedUp(placed))) = &outcome {
        return Ok(thanks(&app, &visit, &event, &Receipt::of(&event, placed, visit.now)));
    }

    // Everything else is told on the form, with the places that there are now.
    let known = Known::with_slug(&app, &slug).await?.ok_or(Error::NotFound)?;
    let known = if invited.is_some() { for_one(known) } else { known };
    let visit = known.answers_for(visit);
    let now = known.sign_up(visit.now);
    // The event may have become another since.
    let sent = Sent::from_fields(&known.event, &fields);
    let problems = sent.party(&known.event, visit.language).err().unwrap_or_default();
    let form = |problems: &[FieldProblem]| {
        let form = FormPage::new(&known, now.clone().ok(), &sent, problems);
        if invited.is_some() { form.invited(token) } else { form }
    };
    if fields.switches_language() {
        return Ok(visit.page(&form(&problems)));
    }
    if trapped {
        // A browser may have filled it in for a person: they are told, and the next try goes through.
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&[]).saying(Notice::TRAPPED)));
    }
    if !genuine {
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &form(&[]).saying(Notice::NOT_GENUINE)));
    }
    Ok(match outcome {
        None => match &now {
            // To put fields right would be of no use.
            Err(refusal) if *refusal != Refusal::Full => refused(&visit, &known, form(&[]), refusal),
            _ => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&problems)),
        },
        Some(Ok(Outcome::SameKeyOtherContent)) => {
            let mut form = form(&[]).saying(Notice::SENT_BEFORE);
            form.submission = Uuid::now_v7().to_string();
            visit.page_with(StatusCode::CONFLICT, &form)
        }
        Some(Ok(Outcome::Refused(refusal))) => match as_problem(&refusal) {
            Some(problem) => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&[problem])),
            None if refusal == Refusal::ByInvitation => {
                visit.page_with(StatusCode::CONFLICT, &ClosedPage::new(&known, &refusal))
            }
            None => refused(&visit, &known, form(&[]), &refusal),
        },
        Some(Ok(Outcome::SignedUp(_) | Outcome::Done(_)) | Err(Unavailable)) => busy(&visit, form(&[])),
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

fn thanks(app: &App, visit: &Visit, event: &Event, receipt: &Receipt) -> Response {
    let sealed = receipt.seal(&app.host.keys, event.id);
    let target = format!("/pamelding/{}/takk?k={sealed}", event.slug);
    visit.with_cookies(Redirect::to(&target).into_response())
}

/// The rules that hide what is not asked. They change only with the event.
pub(crate) async fn conditions(State(app): State<App>, Path(slug): Path<String>) -> Result<Response, Error> {
    let event = told(&app, &slug).await?.ok_or(Error::NotFound)?;
    let css = crate::question::conditions(&event.sign_up.questions);
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=300")];
    Ok((headers, css).into_response())
}
