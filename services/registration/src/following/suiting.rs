//! Decides which of the answers to a series suit the questions of one of its dates.

use crate::answers::{Answer, Answers};
use proto::event::{AnswerType, Question};

/// The answers that this form could have been given. A question that another date does not ask, or asks otherwise, is left
/// open, and what few may see is never given for somebody.
pub(super) fn suiting(questions: &[Question], mut answers: Answers) -> Answers {
    let asks = |key: &str| questions.iter().find(|question| question.key == key && !question.sensitive);
    answers.0.retain(|key, answer| asks(key).is_some_and(|question| suits(&question.answer, answer)));
    let asked: Vec<String> =
        crate::answers::asked(questions, &answers).into_iter().map(|question| question.key.clone()).collect();
    answers.0.retain(|key, _| asked.contains(key));
    answers
}

fn suits(asked: &AnswerType, answer: &Answer) -> bool {
    match (asked, answer) {
        (AnswerType::Text | AnswerType::LongText, Answer::Text(_))
        | (AnswerType::YesNo, Answer::YesNo(_))
        | (AnswerType::Date, Answer::Date(_))
        | (AnswerType::Email, Answer::Email(_))
        | (AnswerType::Phone, Answer::Phone(_))
        | (AnswerType::Municipality { .. }, Answer::Municipality { .. })
        | (AnswerType::Organisation, Answer::Organisation(_)) => true,
        (AnswerType::Number { min, max }, Answer::Number(number)) => {
            min.is_none_or(|min| min <= *number) && max.is_none_or(|max| *number <= max)
        }
        (AnswerType::OneOf { options }, Answer::OneOf(_))
        | (AnswerType::SeveralOf { options }, Answer::SeveralOf(_)) => {
            answer.values().into_iter().all(|value| options.iter().any(|option| option.value == value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::suiting;
    use crate::answers::{Answer, Answers};
    use proto::event::{AnswerType, Choice, Question};
    use proto::{Language, Localised};

    fn question(key: &str, answer: AnswerType) -> Question {
        let text = Localised::from([(Language::Nn, key)]);
        Question {
            key: key.to_owned(),
            label: text.clone(),
            hint: None,
            required: false,
            answer,
            only_if: None,
            purpose: text,
            sensitive: false,
            delete_after_days: 30,
            autocomplete: None,
        }
    }

    fn one_of(values: &[&str]) -> AnswerType {
        let option = |value: &&str| Choice { value: (*value).to_owned(), label: Localised::default() };
        AnswerType::OneOf { options: values.iter().map(option).collect() }
    }

    #[test]
    fn only_what_the_date_asks_and_could_have_been_answered_goes_with_it() {
        let given = [
            ("rolle", Answer::OneOf("planleggjar".to_owned())),
            ("vekt", Answer::Number(7)),
            ("mat", Answer::Text("ingen nøtter".to_owned())),
        ];
        let given = Answers(given.into_iter().map(|(key, answer)| (key.to_owned(), answer)).collect());
        let kept =
            |questions: &[Question]| -> Vec<String> { suiting(questions, given.clone()).0.into_keys().collect() };
        let number = |max| AnswerType::Number { min: None, max };
        let cases: [(Vec<Question>, &[&str]); 7] = [
            (vec![], &[]),
            (vec![question("rolle", one_of(&["planleggjar", "anna"]))], &["rolle"]),
            (vec![question("rolle", one_of(&["anna"]))], &[]),
            (vec![question("rolle", AnswerType::Text)], &[]),
            (vec![question("vekt", number(Some(7))), question("ny", AnswerType::Text)], &["vekt"]),
            (vec![question("vekt", number(Some(6)))], &[]),
            (vec![Question { sensitive: true, ..question("mat", AnswerType::Text) }], &[]),
        ];
        for (questions, wanted) in cases {
            assert_eq!(kept(&questions), wanted, "{questions:?}");
        }
    }
}
