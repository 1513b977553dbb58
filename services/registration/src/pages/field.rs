//! The fields of a form as templates see them: what was typed, and what about it does not fit.

use crate::answers::{Answer, Arg, Field, FieldProblem, Organisation, Problem, Raw};
use crate::municipality::{self, Register};
use crate::question;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use chrono_tz::Tz;
use host::Fields;
use proto::event::{AnswerType, Choice, Country, Event, Question};
use proto::{Language, Localised, PoolId};
use serde::Serialize;
use std::collections::BTreeMap;

/// What is called how: by a word of ours, or by a text of the organiser's.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Label {
    pub(crate) key: Option<&'static str>,
    pub(crate) args: BTreeMap<&'static str, i64>,
    pub(crate) texts: Option<Localised>,
}

impl Label {
    fn word(key: &'static str) -> Self {
        Self { key: Some(key), args: BTreeMap::new(), texts: None }
    }

    fn numbered(key: &'static str, number: usize) -> Self {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        Self { key: Some(key), args: BTreeMap::from([("n", number)]), texts: None }
    }
}

/// A sentence about something that does not fit.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Fault {
    /// The id of the input that it leads to.
    pub(crate) anchor: String,
    pub(crate) label: Label,
    pub(crate) key: &'static str,
    pub(crate) args: BTreeMap<&'static str, Said>,
    /// The pools that the sentence names.
    pub(crate) pools: Option<[Named; 2]>,
}

/// What a pool is called, and when it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Named {
    label: Localised,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
    timezone: Tz,
}

#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub(crate) enum Said {
    Text(String),
    Number(i64),
}

impl Fault {
    /// The sentence about a problem that has nothing to do with an event's own questions and choices.
    pub(crate) fn plain(problem: &FieldProblem) -> Self {
        let label = match &problem.field {
            Field::Name => Label::word("reg-name"),
            _ => Label::word("reg-email"),
        };
        Self {
            anchor: anchor(&problem.field, &problem.problem),
            label,
            key: problem.key(),
            args: said(&problem.problem),
            pools: None,
        }
    }

    /// The sentence about a problem, with the names that this event's form has for things.
    pub(crate) fn of(problem: &FieldProblem, event: &Event) -> Self {
        let key = problem.key();
        let FieldProblem { field, problem } = problem;
        let named = |id: &PoolId| {
            let pool = event.sign_up.pools.iter().find(|pool| pool.id == *id);
            Named {
                label: pool.map(|pool| pool.label.clone()).unwrap_or_default(),
                starts_at: pool.and_then(|pool| pool.starts_at),
                ends_at: pool.and_then(|pool| pool.ends_at),
                timezone: event.timezone,
            }
        };
        let pools = match problem.pools().as_slice() {
            [first, second] => Some([named(first), named(second)]),
            _ => None,
        };
        Self { anchor: anchor(field, problem), label: label(field, event), key, args: said(problem), pools }
    }
}

fn said(problem: &Problem) -> BTreeMap<&'static str, Said> {
    let said = |arg| match arg {
        Arg::Text(text) => Said::Text(text),
        Arg::Number(number) => Said::Number(number),
    };
    problem.args().into_iter().map(|(name, arg)| (name, said(arg))).collect()
}

fn anchor(field: &Field, problem: &Problem) -> String {
    match field {
        Field::Name => "name".to_owned(),
        Field::Email => "email".to_owned(),
        Field::Language => "language-nn".to_owned(),
        Field::Answer(key) if matches!(problem, Problem::MunicipalityUnclear { .. }) => {
            format!("{}-which", question::field(key))
        }
        Field::Answer(key) => question::field(key),
        Field::Form => "attend".to_owned(),
        Field::Choices => "choices".to_owned(),
        Field::Answers => "answers".to_owned(),
        Field::GuestName(number) => format!("guest-{number}-name"),
        Field::GuestEmail(number) => format!("guest-{number}-email"),
    }
}

fn label(field: &Field, event: &Event) -> Label {
    match field {
        Field::Name => Label::word("reg-name"),
        Field::Email => Label::word("reg-email"),
        Field::Language => Label::word("my-language"),
        Field::Form => Label::word("reg-attend"),
        Field::Choices => Label::word("reg-choices"),
        Field::Answers => Label::word("reg-answers"),
        Field::GuestName(number) => Label::numbered("reg-field-guest-name", *number),
        Field::GuestEmail(number) => Label::numbered("reg-field-guest-email", *number),
        Field::Answer(key) => {
            let texts = event.sign_up.questions.iter().find(|q| q.key == *key).map(|q| q.label.clone());
            Label { key: None, args: BTreeMap::new(), texts: Some(texts.unwrap_or_default()) }
        }
    }
}

/// A single line that every form has.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Line {
    pub(crate) typed: String,
    pub(crate) error: Option<Fault>,
}

/// What is typed in, or chosen for, one question.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Typed {
    pub(crate) text: String,
    pub(crate) several: Vec<String>,
    pub(crate) day: String,
    pub(crate) month: String,
    pub(crate) year: String,
    /// The municipality chosen among those that `asked` could mean.
    pub(crate) chosen: String,
    pub(crate) asked: String,
}

impl Typed {
    /// As it came with a form.
    pub(crate) fn sent(question: &Question, fields: &Fields) -> Self {
        let name = question::field(&question.key);
        let get = |part: &str| fields.get(&format!("{name}{part}")).unwrap_or_default().to_owned();
        Self {
            text: get(""),
            several: fields.all(&name).map(str::to_owned).collect(),
            day: get("-day"),
            month: get("-month"),
            year: get("-year"),
            chosen: get("-chosen"),
            asked: get("-asked"),
        }
    }

    /// As it would have been typed to be answered so.
    pub(crate) fn answered(answer: &Answer) -> Self {
        let text = |text: &str| Self { text: text.to_owned(), ..Self::default() };
        match answer {
            Answer::Text(typed) | Answer::Email(typed) | Answer::Phone(typed) => text(typed),
            Answer::Number(number) => text(&number.to_string()),
            Answer::OneOf(value) => Self { several: vec![value.clone()], ..Self::default() },
            Answer::SeveralOf(values) => Self { several: values.clone(), ..Self::default() },
            Answer::YesNo(yes) => Self { several: vec![if *yes { "yes" } else { "no" }.to_owned()], ..Self::default() },
            Answer::Date(date) => Self {
                day: date.day().to_string(),
                month: date.month().to_string(),
                year: date.year().to_string(),
                ..Self::default()
            },
            Answer::Municipality { land, number } => text(
                &municipality::numbered(*land, number)
                    .map_or_else(|| number.clone(), municipality::Municipality::shown),
            ),
            Answer::Organisation(Organisation::Named(name)) => text(name),
            Answer::Organisation(Organisation::Numbered { number, .. }) => text(number),
        }
    }

    /// What is to be judged.
    pub(crate) fn raw(&self, answer: &AnswerType) -> Raw {
        match answer {
            AnswerType::OneOf { .. } | AnswerType::YesNo => {
                self.several.first().map_or(Raw::Nothing, |value| Raw::Text(value.clone()))
            }
            AnswerType::SeveralOf { .. } => Raw::Several(self.several.clone()),
            AnswerType::Date => Raw::Date([self.day.clone(), self.month.clone(), self.year.clone()]),
            AnswerType::Municipality { .. } => Raw::Municipality {
                typed: self.text.clone(),
                // A choice is good for the text it was offered for, not for one typed since.
                chosen: (!self.chosen.is_empty() && self.asked == self.text).then(|| self.chosen.clone()),
            },
            _ => Raw::Text(self.text.clone()),
        }
    }
}

/// A question as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct QuestionView {
    pub(crate) key: String,
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) label: Localised,
    pub(crate) hint: Option<Localised>,
    pub(crate) purpose: Localised,
    pub(crate) sensitive: bool,
    pub(crate) required: bool,
    pub(crate) conditional: bool,
    pub(crate) options: Vec<Choice>,
    pub(crate) autocomplete: String,
    /// The id of a list of suggestions.
    pub(crate) suggestions: Option<&'static str>,
    /// Absent where it is kept for as long as somebody follows a series.
    pub(crate) erased_at: Option<DateTime<Utc>>,
    pub(crate) typed: Typed,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) error: Option<Fault>,
}

/// A municipality that may be meant.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Candidate {
    pub(crate) value: String,
    pub(crate) shown: String,
}

impl QuestionView {
    pub(crate) fn new(question: &Question, event: &Event, typed: Typed, problems: &[FieldProblem]) -> Self {
        let problem = problems.iter().find(|p| p.field == Field::Answer(question.key.clone()));
        let candidates = match problem.map(|p| &p.problem) {
            Some(Problem::MunicipalityUnclear { candidates, .. }) => {
                candidates.iter().map(|m| Candidate { value: m.value(), shown: m.shown() }).collect()
            }
            _ => Vec::new(),
        };
        let options = match &question.answer {
            AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => options.clone(),
            _ => Vec::new(),
        };
        Self {
            key: question.key.clone(),
            id: question::field(&question.key),
            kind: question::kind(&question.answer),
            label: question.label.clone(),
            hint: question.hint.clone(),
            purpose: question.purpose.clone(),
            sensitive: question.sensitive,
            required: question.required,
            conditional: question.only_if.is_some(),
            options,
            autocomplete: question.autocomplete.clone().unwrap_or_else(|| "off".to_owned()),
            suggestions: suggestions_id(question),
            erased_at: Some(erased_at(question, event)),
            typed,
            candidates,
            error: problem.map(|problem| Fault::of(problem, event)),
        }
    }
}

/// When the answer goes.
pub(crate) fn erased_at(question: &Question, event: &Event) -> DateTime<Utc> {
    event.ends_at + TimeDelta::days(i64::from(question.delete_after_days))
}

const fn suggestions_id(question: &Question) -> Option<&'static str> {
    match question.answer {
        AnswerType::Municipality { country: Country::No } => Some("municipalities-no"),
        AnswerType::Municipality { country: Country::Se } => Some("municipalities-se"),
        AnswerType::Municipality { country: Country::Both } => Some("municipalities"),
        _ => None,
    }
}

/// Names to choose from while typing.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Suggestions {
    pub(crate) id: &'static str,
    pub(crate) names: Vec<String>,
}

/// The lists that these questions need, each once.
pub(crate) fn suggestions(questions: &[Question]) -> Vec<Suggestions> {
    let mut lists: Vec<Suggestions> = Vec::new();
    for question in questions {
        if let (AnswerType::Municipality { country }, Some(id)) = (&question.answer, suggestions_id(question))
            && !lists.iter().any(|list| list.id == id)
        {
            lists.push(Suggestions { id, names: Register::get().suggestions(*country) });
        }
    }
    lists
}

/// The language of a form value.
pub(crate) fn language(fields: &Fields) -> Option<Language> {
    fields.get("language").and_then(|code| code.parse().ok())
}
