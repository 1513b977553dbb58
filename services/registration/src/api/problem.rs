//! Problem details (RFC 9457) in words of ours.

use crate::answers::{Arg, Field, FieldProblem};
use crate::app::App;
use crate::desk::errand::Refusal;
use crate::pages::notice::Notice;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use proto::Language;
use proto::event::Event;
use serde::Serialize;
use text::Text;
use utoipa::ToSchema;

/// What went wrong, and where.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Always `about:blank`: the status tells the kind.
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    status: u16,
    detail: String,
    /// What has to be put right in the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldDetail>,
}

/// A field of the request, and what to do about it.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct FieldDetail {
    /// `name`, `email`, `language`, `form`, `choices`, `answers` or `answers.<key>`.
    field: String,
    /// A sentence for the person, in their language.
    detail: String,
}

impl Problem {
    /// A problem with the request as a whole, by the keys of its words.
    pub(crate) fn new(app: &App, language: Language, status: StatusCode, title: &str, detail: &str) -> Self {
        let word = |key| app.host.text.word(language, key, &[]);
        Self {
            kind: "about:blank",
            title: word(title),
            status: status.as_u16(),
            detail: word(detail),
            errors: Vec::new(),
        }
    }

    /// What has to be put right, field by field.
    pub(crate) fn fields(app: &App, language: Language, event: &Event, problems: &[FieldProblem]) -> Self {
        let text = &app.host.text;
        let detail =
            |p: &FieldProblem| FieldDetail { field: field_name(&p.field), detail: sentence(text, language, event, p) };
        Self {
            errors: problems.iter().map(detail).collect(),
            ..Self::new(app, language, StatusCode::UNPROCESSABLE_ENTITY, "reg-api-invalid", "reg-api-invalid-text")
        }
    }

    /// Why nobody can sign up now.
    pub(crate) fn refused(app: &App, language: Language, event: &Event, refusal: &Refusal) -> Self {
        let notice = Notice::no_sign_up(refusal, event.timezone);
        let mut problem = Self::new(app, language, StatusCode::CONFLICT, notice.title, notice.title);
        let when = notice.until.map(|until| app.host.text.moment(language, until, event.timezone));
        problem.detail = match &when {
            Some(when) => app.host.text.word(language, notice.text, &[("when", when.as_str().into())]),
            None => app.host.text.word(language, notice.text, &[]),
        };
        problem
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}

fn field_name(field: &Field) -> String {
    match field {
        Field::Name | Field::GuestName(_) => "name".to_owned(),
        Field::Email | Field::GuestEmail(_) => "email".to_owned(),
        Field::Language => "language".to_owned(),
        Field::Form => "form".to_owned(),
        Field::Choices => "choices".to_owned(),
        Field::Answers => "answers".to_owned(),
        Field::Answer(key) => format!("answers.{key}"),
    }
}

/// The same sentence that the form has.
fn sentence(text: &Text, language: Language, event: &Event, problem: &FieldProblem) -> String {
    let field = lead(&label(text, language, event, &problem.field));
    let mut args: Vec<(&str, Arg)> = problem.problem.args();
    args.push(("field", Arg::Text(field)));
    let pools = problem.problem.pools();
    for ((name, when), id) in [("first", "first_when"), ("second", "second_when")].into_iter().zip(&pools) {
        let pool = event.sign_up.pools.iter().find(|pool| pool.id == *id);
        let times = pool.and_then(|pool| pool.starts_at.zip(pool.ends_at));
        let times = times.map(|(from, to)| format!(" ({})", text.when(language, from, to, event.timezone)));
        args.push((name, Arg::Text(pool.map(|pool| pool.label.get(language).to_owned()).unwrap_or_default())));
        args.push((when, Arg::Text(times.unwrap_or_default())));
    }
    let args: Vec<(&str, text::Arg<'_>)> = args
        .iter()
        .map(|(name, arg)| match arg {
            Arg::Text(text) => (*name, text::Arg::Text(text)),
            Arg::Number(number) => (*name, text::Arg::Number(*number)),
        })
        .collect();
    text.word(language, problem.key(), &args)
}

fn label(text: &Text, language: Language, event: &Event, field: &Field) -> String {
    let word = |key| text.word(language, key, &[]);
    match field {
        Field::Name | Field::GuestName(_) => word("reg-name"),
        Field::Email | Field::GuestEmail(_) => word("reg-email"),
        Field::Language => word("my-language"),
        Field::Form => word("reg-attend"),
        Field::Choices => word("reg-choices"),
        Field::Answers => word("reg-answers"),
        Field::Answer(key) => {
            let question = event.sign_up.questions.iter().find(|q| q.key == *key);
            question.map_or_else(|| key.clone(), |question| question.label.get(language).to_owned())
        }
    }
}

/// The name of a field, ready to be followed by a sentence.
fn lead(label: &str) -> String {
    if label.ends_with(['?', ':', '.', '!']) { label.to_owned() } else { format!("{label}:") }
}
