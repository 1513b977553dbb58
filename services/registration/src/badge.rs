//! Decides what stands on a badge or a table sign.

pub(crate) mod code;
pub(crate) mod sheet;
pub(crate) mod sign;
#[cfg(test)]
mod tests;

use crate::answers::{Answer, Answers};
use crate::certificate::Written;
use crate::door;
use chrono::{DateTime, Utc};
use code::Code;
use proto::Language;
use proto::event::{AnswerType, Question};

/// The keys of the question by which somebody says what their role is.
const ROLE: [&str; 3] = ["role", "rolle", "roll"];

/// What stands on the badge of somebody. With everything empty it is written on by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Badge {
    pub(crate) name: String,
    pub(crate) role: Option<Written>,
    /// Where they come from.
    pub(crate) affiliation: Option<String>,
    pub(crate) no_pictures: bool,
    /// What a door knows them by.
    pub(crate) code: Option<Code>,
}

/// What stands on all of them, and what the file is called.
pub(crate) struct Words {
    pub(crate) language: Language,
    pub(crate) heading: String,
    pub(crate) document: String,
    pub(crate) event: Written,
    pub(crate) no_pictures: String,
    /// What is written on by hand.
    pub(crate) name: String,
    pub(crate) organisation: String,
    /// What stands for the picture of a code where it is read aloud.
    pub(crate) code: String,
    pub(crate) at: DateTime<Utc>,
}

/// The badge of somebody who answered this.
pub(crate) fn badge(questions: &[Question], name: &str, answers: &Answers, code: Code, language: Language) -> Badge {
    Badge {
        name: name.to_owned(),
        role: role(questions, answers, language),
        affiliation: door::affiliation(questions, answers),
        no_pictures: door::no_pictures(questions, answers),
        code: Some(code),
    }
}

fn role(questions: &[Question], answers: &Answers, language: Language) -> Option<Written> {
    let asked = questions.iter().filter(|question| !question.sensitive && ROLE.contains(&question.key.as_str()));
    asked.filter_map(|question| Some((question, answers.get(&question.key)?))).find_map(|(question, answer)| {
        match (&question.answer, answer) {
            (AnswerType::OneOf { options }, Answer::OneOf(value)) => {
                let option = options.iter().find(|option| option.value == *value)?;
                Some(Written::of(&option.label, language))
            }
            (_, Answer::Text(text)) => Some(Written::own(text.clone())),
            _ => None,
        }
    })
}
