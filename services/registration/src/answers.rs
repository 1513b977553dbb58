//! What people answer: reading a form or JSON against the questions of an event, and saying what does not fit.
//!
//! Pure: the same input gives the same answers or the same problems, and nothing typed is ever lost on the way.

mod address;
mod civil_date;
mod organisation;
mod person;
mod phone;
mod problem;
mod raw;
mod reading;
mod text;

#[cfg(test)]
mod tests;

pub use address::email;
pub use organisation::Organisation;
pub(crate) use person::of_another;
pub use person::{name, other_name};
pub use problem::{Arg, Field, FieldProblem, Problem};
pub use raw::{Raw, from_json};
pub use reading::{asked, read};

use crate::municipality::{self, Land};
use chrono::NaiveDate;
use proto::event::Question;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The longest single line, and the longest long text, in characters.
pub const LONGEST_LINE: usize = 200;
pub const LONGEST_TEXT: usize = 4_000;

/// The date of three fields, where they hold one.
pub(crate) fn day(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    civil_date::from_fields(day, month, year).ok().flatten()
}

/// One answer, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "value", rename_all = "snake_case")]
pub enum Answer {
    Text(String),
    Number(i64),
    OneOf(String),
    SeveralOf(Vec<String>),
    YesNo(bool),
    Date(NaiveDate),
    Email(String),
    /// With country code: `+4790012345`.
    Phone(String),
    Municipality {
        land: Land,
        number: String,
    },
    Organisation(Organisation),
}

/// Answers by question key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, Answer>);

impl Answers {
    pub fn get(&self, key: &str) -> Option<&Answer> {
        self.0.get(key)
    }
}

/// Where somebody comes from, by the first question about that; nothing where it is one that few may see the answers to.
pub fn organisation<'a>(questions: &[Question], given: &'a Answers) -> Option<&'a str> {
    let open = questions.iter().filter(|question| !question.sensitive);
    open.filter_map(|question| given.get(&question.key)).find_map(|answer| match answer {
        Answer::Organisation(organisation) => Some(organisation.text()),
        _ => None,
    })
}

impl Answer {
    /// The answer as the API takes and gives it: plain text, number, yes or no, or a list.
    pub fn plain(&self) -> Value {
        match self {
            Self::Text(text) | Self::OneOf(text) | Self::Email(text) | Self::Phone(text) => json!(text),
            Self::Number(number) => json!(number),
            Self::SeveralOf(values) => json!(values),
            Self::YesNo(yes) => json!(yes),
            Self::Date(date) => json!(date),
            Self::Municipality { land, number } => match municipality::numbered(*land, number) {
                Some(m) => json!({ "country": land, "number": number, "name": m.name, "county": m.county }),
                None => json!({ "country": land, "number": number }),
            },
            Self::Organisation(Organisation::Named(name)) => json!(name),
            Self::Organisation(Organisation::Numbered { number, .. }) => json!(number),
        }
    }

    /// What a condition compares with: the chosen values, `yes` or `no`.
    pub fn values(&self) -> Vec<&str> {
        match self {
            Self::OneOf(value) => vec![value],
            Self::SeveralOf(values) => values.iter().map(String::as_str).collect(),
            Self::YesNo(true) => vec!["yes"],
            Self::YesNo(false) => vec!["no"],
            _ => Vec::new(),
        }
    }
}
