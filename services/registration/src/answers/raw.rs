//! What was sent for one question, before it is judged: the common ground of forms and JSON.

use proto::event::AnswerType;
use serde_json::Value;

/// What somebody sent for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Raw {
    Nothing,
    Text(String),
    Several(Vec<String>),
    Number(i64),
    YesNo(bool),
    /// Day, month, year in fields of their own.
    Date([String; 3]),
    /// A municipality's text, and the one chosen when asked which was meant by that same text.
    Municipality {
        typed: String,
        chosen: Option<String>,
    },
    /// JSON of a kind that no answer to this question has.
    WrongKind,
}

/// What JSON holds for a question.
pub fn from_json(answer: &AnswerType, value: &Value) -> Raw {
    match (answer, value) {
        (_, Value::Null) => Raw::Nothing,
        (AnswerType::SeveralOf { .. }, Value::Array(values)) => values
            .iter()
            .map(|value| value.as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
            .map_or(Raw::WrongKind, Raw::Several),
        (AnswerType::Number { .. }, Value::Number(number)) => number.as_i64().map_or_else(
            // A decimal is told as such; text goes the way that typed numbers go.
            || Raw::Text(number.to_string()),
            Raw::Number,
        ),
        (AnswerType::YesNo, Value::Bool(yes)) => Raw::YesNo(*yes),
        // A municipality may come back in the shape that it was given out in.
        (AnswerType::Municipality { .. }, Value::Object(object)) => {
            match (object.get("country").and_then(Value::as_str), object.get("number").and_then(Value::as_str)) {
                (Some(country), Some(number)) => {
                    Raw::Municipality { typed: number.to_owned(), chosen: Some(format!("{country}-{number}")) }
                }
                _ => Raw::WrongKind,
            }
        }
        (AnswerType::YesNo | AnswerType::SeveralOf { .. }, _) => Raw::WrongKind,
        (_, Value::String(text)) => Raw::Text(text.clone()),
        _ => Raw::WrongKind,
    }
}
