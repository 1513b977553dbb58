//! Signing up through the API: the form's desk, the form's rules, the form's sentences.

use super::description::{SignedUp, state};
use super::problem::Problem;
use crate::answers::{self, Field, FieldProblem, Raw};
use crate::app::App;
use crate::desk::errand::{Errand, Outcome, Person, Placed, Refusal, SignUp, Unavailable};
use crate::invited::opened;
use crate::pages::choices::{form, word};
use crate::pages::event::told;
use crate::pages::my::decoy;
use crate::pages::sent::{as_problem, content};
use crate::places::forms;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use host::{Error, Purpose, Visit};
use proto::event::{Event, Form};
use proto::{Language, PoolId};
use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// Beyond this the desk's own limit would be met.
const LONGEST_KEY: usize = 180;

/// The body of a sign-up.
#[derive(Serialize, ToSchema)]
pub(crate) struct Wanted {
    name: String,
    email: String,
    /// `nn`, `nb`, `sv` or `en`; that of `Accept-Language` when absent.
    language: Option<String>,
    /// By the key of the question.
    #[schema(value_type = Object)]
    answers: BTreeMap<String, Value>,
    /// `in_person` or `online`, where the event gives a choice.
    form: Option<String>,
    /// Ids of choices.
    choices: Vec<Uuid>,
    /// The last part of the link in a personal invitation, where somebody has one.
    invitation: Option<String>,
}

/// Signs one person up.
///
/// The answer is true when it is given. The same `Idempotency-Key` with the same content gets the same answer again.
/// An address that is signed up already gets an answer of the same form, with a link that opens what the caller told
/// and nothing else; a letter tells the owner of the address.
#[utoipa::path(
    post,
    path = "/api/v1/events/{slug}/registrations",
    params(
        ("slug" = String, Path, description = "The event's name in addresses"),
        ("Idempotency-Key" = Option<String>, Header, description = "Chosen by the caller, 1 to 180 visible ASCII characters"),
    ),
    request_body = Wanted,
    responses(
        (status = 201, body = SignedUp),
        (status = 400, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such event", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Sign-up is closed, not open yet, full, or the event is cancelled", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not sent as JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Fields to put right, or a key used for something else", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Try again after `Retry-After`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(slug): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let event = told(&app, &slug).await?.ok_or(Error::NotFound)?;
    let mut language = visit.language;
    let problem = |language, status, title, text| Problem::new(&app, language, status, title, text).into_response();
    if !is_json(&headers) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Ok(problem(language, status, "reg-api-media-type", "reg-api-media-type-text"));
    }
    let Ok(Value::Object(wanted)) = serde_json::from_slice::<Value>(&body) else {
        return Ok(problem(language, StatusCode::BAD_REQUEST, "reg-api-malformed", "reg-api-malformed-text"));
    };
    if let Some(own) = wanted.get("language").and_then(Value::as_str).and_then(|code| code.parse().ok()) {
        language = own;
    }
    let Ok(key) = idempotency_key(&headers) else {
        return Ok(problem(language, StatusCode::BAD_REQUEST, "reg-api-key", "reg-api-key-text"));
    };
    let (person, form) = match read(&event, &wanted, language) {
        Ok(read) => read,
        Err(problems) => return Ok(Problem::fields(&app, language, &event, &problems).into_response()),
    };
    let party = vec![person.clone()];
    let errand = SignUp { key, content: content(form, &party), form, party };
    let invited = match wanted.get("invitation").and_then(Value::as_str) {
        Some(token) => opened(&app, event.id, token).await?,
        None => None,
    };
    let errand = match invited {
        Some(invited) => Errand::SignUpInvited { form: errand, invitation: invited.row.id() },
        None => Errand::SignUp(errand),
    };
    match app.desk.ask(event.id, errand).await {
        Ok(Outcome::SignedUp(placed)) => {
            let placed = placed.first().ok_or(Error::Busy)?;
            if placed.repeated {
                decoy::keep(&app, &event, &person, placed).await?;
            }
            Ok(created(&app, placed))
        }
        Ok(Outcome::SameKeyOtherContent) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(problem(language, status, "reg-api-key-used", "reg-api-key-used-text"))
        }
        Ok(Outcome::Refused(Refusal::UnknownEvent)) => Err(Error::NotFound),
        Ok(Outcome::Refused(refusal)) => Ok(match as_problem(&refusal) {
            Some(problem) => Problem::fields(&app, language, &event, &[problem]).into_response(),
            None => Problem::refused(&app, language, &event, &refusal).into_response(),
        }),
        Ok(Outcome::Done(_)) | Err(Unavailable) => Err(Error::Busy),
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
}

/// The key cannot be used.
struct BadKey;

/// The caller's key; a request without one is a request by itself.
fn idempotency_key(headers: &HeaderMap) -> Result<String, BadKey> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(format!("api:{}", Uuid::now_v7())) };
    let key = value.to_str().unwrap_or_default().trim();
    let fits = !key.is_empty() && key.len() <= LONGEST_KEY && key.bytes().all(|b| b.is_ascii_graphic());
    if fits { Ok(format!("api:{key}")) } else { Err(BadKey) }
}

/// The person to be signed up, or everything that has to be put right.
fn read(
    event: &Event,
    wanted: &Map<String, Value>,
    language: Language,
) -> Result<(Person, Option<Form>), Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut note = |field, problem| problems.push(FieldProblem { field, problem });
    let name = text(wanted, "name").and_then(answers::name).unwrap_or_else(|problem| {
        note(Field::Name, problem);
        String::new()
    });
    let email = text(wanted, "email").and_then(answers::email).unwrap_or_else(|problem| {
        note(Field::Email, problem);
        String::new()
    });
    match wanted.get("language") {
        None | Some(Value::Null) => {}
        Some(code) if code.as_str().is_some_and(|code| code.parse::<Language>().is_ok()) => {}
        Some(_) => note(Field::Language, answers::Problem::UnknownLanguage),
    }
    let form = attends(event, wanted.get("form")).unwrap_or_else(|problem| {
        note(Field::Form, problem);
        None
    });
    let choices = chosen(wanted.get("choices")).unwrap_or_else(|problem| {
        note(Field::Choices, problem);
        Vec::new()
    });
    let none = Map::new();
    let given = match wanted.get("answers") {
        None | Some(Value::Null) => &none,
        Some(Value::Object(given)) => given,
        Some(_) => {
            note(Field::Answers, answers::Problem::WrongKind);
            &none
        }
    };
    let questions = &event.sign_up.questions;
    for key in given.keys().filter(|key| !questions.iter().any(|question| question.key == **key)) {
        note(Field::Answer(key.clone()), answers::Problem::UnknownQuestion);
    }
    let raw = |question: &proto::event::Question| {
        given.get(&question.key).map_or(Raw::Nothing, |value| answers::from_json(&question.answer, value))
    };
    let answers = answers::read(questions, raw).unwrap_or_else(|more| {
        problems.extend(more);
        answers::Answers::default()
    });
    if problems.is_empty() { Ok((Person { name, email, language, answers, choices }, form)) } else { Err(problems) }
}

/// The form that is asked for; without one it is the desk that says whether one is needed.
fn attends(event: &Event, value: Option<&Value>) -> Result<Option<Form>, answers::Problem> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) => match form(word) {
            Some(form) if forms(event).is_empty() || forms(event).contains(&form) => Ok(Some(form)),
            _ => Err(answers::Problem::UnknownForm),
        },
        Some(_) => Err(answers::Problem::WrongKind),
    }
}

fn text<'v>(wanted: &'v Map<String, Value>, name: &str) -> Result<&'v str, answers::Problem> {
    match wanted.get(name) {
        None | Some(Value::Null) => Ok(""),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(answers::Problem::WrongKind),
    }
}

fn chosen(choices: Option<&Value>) -> Result<Vec<PoolId>, answers::Problem> {
    match choices {
        None | Some(Value::Null) => Ok(Vec::new()),
        Some(Value::Array(ids)) => ids
            .iter()
            .map(|id| id.as_str().and_then(|id| id.parse().ok()).ok_or(answers::Problem::UnknownChoice))
            .collect(),
        Some(_) => Err(answers::Problem::WrongKind),
    }
}

fn created(app: &App, placed: &Placed) -> Response {
    let token = app.host.keys.token(Purpose::Manage, placed.id.0, placed.generation);
    let body = SignedUp {
        id: placed.id.0,
        state: state(placed.state, placed.undecided),
        position: placed.position,
        form: placed.form.map(word),
        choices: placed.choices.iter().map(Into::into).collect(),
        self_service: app.host.address(&format!("/mi/{token}")),
    };
    let location = format!("/api/v1/registrations/{token}");
    (StatusCode::CREATED, [(header::LOCATION, location)], Json(body)).into_response()
}
