//! Adding a question to the form, moving one, and what every change of the form goes through.

use super::{Shown, answer};
use crate::Drafts;
use crate::draft::{Draft, Step};
use crate::filing::wording;
use crate::form::editing::{Refused, added, moved};
use crate::form::library::Ready;
use crate::form::question::{Kind, Question};
use crate::pages::{Changed, Known, Site};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Visit};
use proto::{Language, Localised};
use serde::Serialize;
use text::Text;
use uuid::Uuid;

/// How long answers to a question are kept that nobody has said it of.
const USUAL_DAYS: u16 = 30;

/// Why something is refused, in words.
#[derive(Serialize)]
pub(crate) struct Why {
    /// The end of the key.
    word: &'static str,
    /// Questions that the sentence names, counted from 1, with what they ask.
    first: Option<(usize, Localised)>,
    second: Option<(usize, Localised)>,
}

impl Why {
    pub(crate) fn of(refused: &Refused, form: &[Question]) -> Self {
        let named = |number: usize| form.get(number).map(|question| (number + 1, question.label.clone()));
        let (word, first, second) = match refused {
            Refused::Gone => ("gone", None, None),
            Refused::Full => ("full", None, None),
            Refused::Asked => ("asked", None, None),
            Refused::TwoConditions => ("two-conditions", None, None),
            Refused::Needed { by } => ("needed", by.first().and_then(|number| named(*number)), None),
            Refused::TooEarly { asked, after } => ("too-early", named(*asked), named(*after)),
        };
        Self { word, first, second }
    }

    pub(crate) fn sentence(&self, words: &Text, language: Language) -> String {
        let label = |named: &Option<(usize, Localised)>| {
            named.as_ref().map(|(_, label)| label.get(language).to_owned()).unwrap_or_default()
        };
        let number = |named: &Option<(usize, Localised)>| {
            i64::try_from(named.as_ref().map_or(0, |(number, _)| *number)).unwrap_or(i64::MAX)
        };
        let (first, second) = (label(&self.first), label(&self.second));
        let args = [
            ("first", first.as_str().into()),
            ("n", number(&self.first).into()),
            ("second", second.as_str().into()),
            ("m", number(&self.second).into()),
        ];
        words.word(language, &format!("drafting-form-refused-{}", self.word), &args)
    }
}

/// Changes the questions, unless somebody has changed them after the version that was seen.
pub(crate) async fn changed<K: Drafts>(
    site: &K,
    known: &mut Known,
    seen: i64,
    decide: impl FnOnce(&[Question]) -> Result<Vec<Question>, Refused>,
) -> Result<Changed<Refused>, Error> {
    let decide = |draft: &Draft| Ok(Draft { form: decide(&draft.form)?, ..draft.clone() });
    known.change(site, Step::Questions, seen, decide).await
}

/// The version that a form was made of.
pub(crate) fn seen(fields: &Fields) -> i64 {
    fields.get("version").and_then(|version| version.parse().ok()).unwrap_or_default()
}

/// What a new question or answer is called: letters of its own, which nothing else has had.
pub(crate) fn new_key() -> String {
    format!("s{}", &Uuid::new_v4().simple().to_string()[..12])
}

/// Moves a question, or adds one.
pub(crate) async fn change<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    mut known: Known,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let key = fields.get("key").unwrap_or_default();
    let retention = known.organisation.retention_days;
    let (what, made) = (fields.get("what").unwrap_or_default(), new_key());
    let (asked, report) = match fields.get("do") {
        Some("add") => {
            let ready = Ready::named(what).map(|ready| {
                let words = |ready, part: &str| wording(ready, part, &site.host().text);
                (ready.question(words, retention), "lagt-til")
            });
            let empty = what.strip_prefix("new-").and_then(Kind::named);
            let empty = empty.map(|kind| (Question::empty(kind, made, USUAL_DAYS.min(retention)), ""));
            let Some((question, report)) = ready.or(empty) else {
                let text = site.host().text.word(visit.language, "drafting-form-add-choose", &[]);
                let shown = Shown { errors: vec![FieldError::new("what", text)], ..Shown::default() };
                return Ok(answer(&site, visit, &known, StatusCode::UNPROCESSABLE_ENTITY, shown));
            };
            (Asked::Add(Box::new(question)), report)
        }
        Some("up") => (Asked::By(-1), "opp"),
        Some("down") => (Asked::By(1), "ned"),
        Some("move") => match fields.get("to").and_then(|to| to.parse().ok()) {
            Some(to) => (Asked::To(to), "flytta"),
            None => return Err(Error::NotFound),
        },
        _ => return Err(Error::NotFound),
    };
    let target = match &asked {
        Asked::Add(question) => question.key.clone(),
        Asked::By(_) | Asked::To(_) => key.to_owned(),
    };
    let decide = |form: &[Question]| {
        let at = form.iter().position(|question| question.key == key);
        match asked {
            Asked::Add(question) => added(form, *question),
            Asked::To(to) => moved(form, key, to),
            Asked::By(by) => moved(form, key, at.and_then(|at| at.checked_add_signed(by)).unwrap_or_default()),
        }
    };
    match changed(&site, &mut known, seen(&fields), decide).await? {
        Changed::Kept => {
            let path = known.path();
            let to = match report {
                "" => format!("{path}/sporsmal/{target}"),
                report => format!("{path}/steg/{}?gjort={report}&sporsmal={target}", Step::Questions.path()),
            };
            Ok(visit.with_cookies(Redirect::to(&to).into_response()))
        }
        Changed::Stale(stale) => {
            let shown = Shown { stale: Some(stale), ..Shown::default() };
            Ok(answer(&site, visit, &known, StatusCode::CONFLICT, shown))
        }
        Changed::Refused(refused) => {
            let why = Why::of(&refused, &known.row.draft().form);
            let shown = Shown { refused: Some(why), ..Shown::default() };
            Ok(answer(&site, visit, &known, StatusCode::UNPROCESSABLE_ENTITY, shown))
        }
    }
}

enum Asked {
    Add(Box<Question>),
    To(usize),
    By(isize),
}
