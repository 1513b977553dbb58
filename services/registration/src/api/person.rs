//! One person's sign-up, for whoever holds the link's token.

use super::description::{Person, state};
use super::problem::Problem;
use crate::app::App;
use crate::desk::errand::{Errand, Refusal, Standing};
use crate::pages::choices::word;
use crate::pages::my::{Asked, Mine};
use crate::pages::notice::Notice;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use host::{Error, Visit};

/// Everything that is held about a sign-up.
#[utoipa::path(
    get,
    path = "/api/v1/registrations/{token}",
    params(("token" = String, Path, description = "The last part of `self_service`")),
    responses((status = 200, body = Person), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(crate) async fn get(State(app): State<App>, Path(token): Path<String>) -> Result<Json<Person>, Error> {
    let mine = Mine::open(&app, &token).await?.ok_or(Error::NotFound)?;
    Ok(Json(person(&app, &mine, &mine.standing)))
}

/// Gives up the place or the wait. Done twice, it is done once.
#[utoipa::path(
    delete,
    path = "/api/v1/registrations/{token}",
    params(("token" = String, Path, description = "The last part of `self_service`")),
    responses(
        (status = 200, body = Person),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Too late, or the event is over", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again after `Retry-After`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn delete(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Result<Response, Error> {
    let mine = Mine::open(&app, &token).await?.ok_or(Error::NotFound)?;
    let errand = Errand::Withdraw { registration: mine.standing.registration.id };
    Ok(match mine.ask(&app, errand).await? {
        Asked::Done(standing) => Json(person(&app, &mine, &standing)).into_response(),
        Asked::Refused(Refusal::AlreadyWithdrawn) => {
            // Perhaps just now, after it was read: the same request was under way once more.
            let mine = Mine::open(&app, &token).await?.ok_or(Error::NotFound)?;
            Json(person(&app, &mine, &mine.standing)).into_response()
        }
        Asked::Refused(refusal) => {
            let notice = Notice::no_change(&refusal);
            Problem::new(&app, visit.language, StatusCode::CONFLICT, notice.title, notice.text).into_response()
        }
    })
}

fn person(app: &App, mine: &Mine, standing: &Standing) -> Person {
    let registration = &standing.registration;
    Person {
        id: registration.id.0,
        event: mine.known.event.slug.clone(),
        state: state(registration.state, registration.undecided),
        position: standing.position,
        offered_until: standing.offered_until,
        name: registration.name.clone(),
        email: registration.email.clone(),
        language: registration.language.code(),
        form: registration.form.map(word),
        choose_before: standing.choose_before,
        answers: standing.answers.0.iter().map(|(key, answer)| (key.clone(), answer.plain())).collect(),
        choices: registration.choices.iter().map(Into::into).collect(),
        created_at: standing.created_at,
        self_service: app.host.address(&mine.base),
    }
}
