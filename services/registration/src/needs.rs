//! What the kitchen and those who prepare the rooms need to know: how many answered what, and nobody's name.

use crate::answers::{Answer, Answers};
use proto::event::{AnswerType, Question};
use std::collections::HashMap;

/// The answers to one question, counted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Need<'q> {
    pub(crate) question: &'q Question,
    pub(crate) counts: Vec<(Told, u32)>,
    pub(crate) unanswered: u32,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// One of the options, by its value.
    Option(String),
    Yes,
    No,
    /// In somebody's own words.
    Text(String),
}

/// Counts what these people answered to the questions whose answers few may see. Options stand in the form's order, nobody's
/// too; what is written freely counts as the same whatever letters are large, most first.
pub(crate) fn needs<'q>(questions: &'q [Question], people: &[Answers]) -> Vec<Need<'q>> {
    questions.iter().filter(|question| question.sensitive).map(|question| need(question, people)).collect()
}

fn need<'q>(question: &'q Question, people: &[Answers]) -> Need<'q> {
    let mut counts: Vec<(Told, u32)> = match &question.answer {
        AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => {
            options.iter().map(|option| (Told::Option(option.value.clone()), 0)).collect()
        }
        AnswerType::YesNo => vec![(Told::Yes, 0), (Told::No, 0)],
        _ => Vec::new(),
    };
    let known = counts.len();
    let mut at: HashMap<String, usize> = counts.iter().enumerate().map(|(n, (told, _))| (key(told), n)).collect();
    let mut unanswered = 0;
    for answers in people {
        let Some(answer) = answers.get(&question.key) else {
            unanswered += 1;
            continue;
        };
        for told in told(answer) {
            let n = *at.entry(key(&told)).or_insert_with(|| {
                counts.push((told, 0));
                counts.len() - 1
            });
            counts[n].1 += 1;
        }
    }
    counts[known..].sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| key(one).cmp(&key(other))));
    Need { question, counts, unanswered }
}

fn told(answer: &Answer) -> Vec<Told> {
    match answer {
        Answer::OneOf(value) => vec![Told::Option(value.clone())],
        Answer::SeveralOf(values) => values.iter().cloned().map(Told::Option).collect(),
        Answer::YesNo(true) => vec![Told::Yes],
        Answer::YesNo(false) => vec![Told::No],
        Answer::Text(text) | Answer::Email(text) | Answer::Phone(text) => vec![Told::Text(text.clone())],
        Answer::Number(number) => vec![Told::Text(number.to_string())],
        Answer::Date(date) => vec![Told::Text(date.to_string())],
        Answer::Municipality { number, .. } => vec![Told::Text(number.clone())],
        Answer::Organisation(organisation) => vec![Told::Text(organisation.text().to_owned())],
    }
}

/// What tells two answers apart.
fn key(told: &Told) -> String {
    match told {
        Told::Option(value) => format!("option {value}"),
        Told::Yes => "yes".to_owned(),
        Told::No => "no".to_owned(),
        Told::Text(text) => format!("text {}", text.trim().trim_end_matches('.').to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proto::event::Choice;
    use proto::{Language, Localised};

    fn question(answer: AnswerType, sensitive: bool) -> Question {
        Question {
            key: "mat".to_owned(),
            label: Localised::from([(Language::Nn, "Mat")]),
            hint: None,
            required: false,
            answer,
            only_if: None,
            purpose: Localised::default(),
            sensitive,
            delete_after_days: 7,
            autocomplete: None,
        }
    }

    fn answers(given: Option<Answer>) -> Answers {
        Answers(given.into_iter().map(|answer| ("mat".to_owned(), answer)).collect())
    }

    #[test]
    fn answers_are_counted_by_what_they_mean() {
        let option = |value: &str| Choice { value: value.to_owned(), label: Localised::from([(Language::Nn, value)]) };
        let options = || vec![option("vegan"), option("nuts")];
        let text = |text: &str| Some(Answer::Text(text.to_owned()));
        let several = |values: &[&str]| Some(Answer::SeveralOf(values.iter().map(|v| (*v).to_owned()).collect()));
        let chosen = |value: &str, n| (Told::Option(value.to_owned()), n);
        let told = |text: &str, n| (Told::Text(text.to_owned()), n);
        for (answer, given, counts, unanswered) in [
            (
                AnswerType::SeveralOf { options: options() },
                vec![several(&["nuts", "gone"]), several(&["nuts"]), None],
                vec![chosen("vegan", 0), chosen("nuts", 2), chosen("gone", 1)],
                1,
            ),
            (
                AnswerType::OneOf { options: options() },
                vec![Some(Answer::OneOf("vegan".to_owned()))],
                vec![chosen("vegan", 1), chosen("nuts", 0)],
                0,
            ),
            (
                AnswerType::YesNo,
                vec![Some(Answer::YesNo(false)), Some(Answer::YesNo(false)), Some(Answer::YesNo(true))],
                vec![(Told::Yes, 1), (Told::No, 2)],
                0,
            ),
            (
                AnswerType::Text,
                vec![text("Egg"), text("Glutenfri"), text("glutenfri. "), None, None],
                vec![told("Glutenfri", 2), told("Egg", 1)],
                2,
            ),
        ] {
            let questions = [question(answer, true)];
            let people: Vec<Answers> = given.into_iter().map(answers).collect();
            let needs = needs(&questions, &people);
            assert_eq!((needs[0].counts.as_slice(), needs[0].unanswered), (counts.as_slice(), unanswered));
        }
    }

    #[test]
    fn what_everybody_may_see_is_not_counted() {
        assert_eq!(needs(&[question(AnswerType::YesNo, false)], &[answers(Some(Answer::YesNo(true)))]), []);
    }
}
