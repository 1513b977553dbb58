//! A question of the form, as those see it who look at an event before it is published.

use proto::event::{AnswerType, Choice, Condition, Country, Question};
use proto::{Language, Localised};
use serde::Serialize;

/// A question of the form.
#[derive(Clone, Serialize)]
pub(crate) struct Asked {
    /// As event files call it.
    kind: &'static str,
    field: String,
    label: Localised,
    hint: Localised,
    purpose: Localised,
    required: bool,
    sensitive: bool,
    days: u16,
    options: Vec<Localised>,
    only_if: Option<OnlyIf>,
}

/// The answers to another question that bring this one.
#[derive(Clone, Serialize)]
struct OnlyIf {
    question: Localised,
    /// Words of the organiser's, or "yes" and "no" of ours.
    answers: Vec<Localised>,
    yes_no: Vec<String>,
}

impl Asked {
    pub(crate) fn of(question: &Question, all: &[Question]) -> Self {
        let (kind, options) = kind(&question.answer);
        let only_if = question.only_if.as_ref().and_then(|condition| {
            let on = all.iter().find(|other| other.key == condition.question)?;
            let labels = match &on.answer {
                AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => options.as_slice(),
                _ => &[],
            };
            let named = |value: &String| labels.iter().find(|option| option.value == *value);
            Some(OnlyIf {
                question: on.label.clone(),
                answers: condition.any_of.iter().filter_map(named).map(|option| option.label.clone()).collect(),
                yes_no: if labels.is_empty() { condition.any_of.clone() } else { Vec::new() },
            })
        });
        Self {
            kind,
            field: format!("q-{}", question.key),
            label: question.label.clone(),
            hint: question.hint.clone().unwrap_or_default(),
            purpose: question.purpose.clone(),
            required: question.required,
            sensitive: question.sensitive,
            days: question.delete_after_days,
            options: options.iter().map(|option| option.label.clone()).collect(),
            only_if,
        }
    }
}

/// The kind of field, and what can be chosen.
fn kind(answer: &AnswerType) -> (&'static str, &[Choice]) {
    match answer {
        AnswerType::OneOf { options } => ("one_of", options),
        AnswerType::SeveralOf { options } => ("several_of", options),
        AnswerType::LongText => ("long_text", &[]),
        AnswerType::YesNo => ("yes_no", &[]),
        AnswerType::Date => ("date", &[]),
        AnswerType::Number { .. } => ("number", &[]),
        AnswerType::Email => ("email", &[]),
        AnswerType::Phone => ("tel", &[]),
        AnswerType::Text
        | AnswerType::Municipality { .. }
        | AnswerType::Organisation
        | AnswerType::OrganisationNumber => ("text", &[]),
    }
}

/// One of each kind of field, two of which hang on answers.
pub(crate) fn examples() -> Vec<Asked> {
    let text = |nn: &str, en: &str| Localised::from([(Language::Nn, nn), (Language::En, en)]);
    let choice = |value: &str, label| Choice { value: value.to_owned(), label };
    let options = || vec![choice("hall", text("I salen", "In the hall")), choice("net", text("På <nett>", "Online"))];
    let answers = [
        AnswerType::OneOf { options: options() },
        AnswerType::YesNo,
        AnswerType::LongText,
        AnswerType::SeveralOf { options: options() },
        AnswerType::Date,
        AnswerType::Number { min: None, max: None },
        AnswerType::Municipality { country: Country::No },
    ];
    let question = |(number, answer): (usize, AnswerType)| Question {
        key: format!("s{number}"),
        label: text("Korleis er du med?", "How do you take part?"),
        hint: (number == 2).then(|| text("Skriv kort.", "Write briefly.")),
        required: number < 2,
        answer,
        only_if: match number {
            1 => Some(("s0", "net")),
            2 => Some(("s1", "yes")),
            _ => None,
        }
        .map(|(on, value)| Condition { question: on.to_owned(), any_of: vec![value.to_owned()] }),
        purpose: text("For å planleggje plassen.", "To plan for the space."),
        sensitive: number == 2,
        delete_after_days: 14,
        autocomplete: None,
    };
    let questions: Vec<Question> = answers.into_iter().enumerate().map(question).collect();
    questions.iter().map(|one| Asked::of(one, &questions)).collect()
}
