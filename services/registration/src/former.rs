//! Decides what must be remembered of a form that is changed, so that answers can be read as they were given.

use proto::event::{AnswerType, Choice, Question};
use std::collections::BTreeMap;

/// What `now` does not say of the questions that were asked `before`, or earlier still (`known`): those that are gone, and those
/// that have lost an option. In the order of their keys.
pub(crate) fn former(before: &[Question], now: &[Question], known: &[Question]) -> Vec<Question> {
    let mut asked: BTreeMap<&str, Question> =
        known.iter().map(|question| (question.key.as_str(), question.clone())).collect();
    for question in before {
        let earlier = asked.remove(question.key.as_str());
        asked.insert(&question.key, with_options_of(question, earlier.as_ref()));
    }
    let is_said = |question: &Question| {
        now.iter().any(|own| {
            own.key == question.key
                && options(question).iter().all(|gone| options(own).iter().any(|option| option.value == gone.value))
        })
    };
    asked.into_values().filter(|question| !is_said(question)).collect()
}

/// The questions as their answers are to be read: those that are asked, with every option that they have had, and then those that are
/// no longer.
pub(crate) fn readable(now: &[Question], former: &[Question]) -> Vec<Question> {
    let of = |key: &str| former.iter().find(|question| question.key == key);
    let asked = now.iter().map(|question| with_options_of(question, of(&question.key)));
    let gone = former.iter().filter(|question| !now.iter().any(|own| own.key == question.key));
    asked.chain(gone.cloned()).collect()
}

/// The question, with the options that it had besides.
fn with_options_of(question: &Question, earlier: Option<&Question>) -> Question {
    let mut question = question.clone();
    let Some(earlier) = earlier else { return question };
    match &mut question.answer {
        AnswerType::OneOf { options: own } | AnswerType::SeveralOf { options: own } => {
            let gone: Vec<Choice> = options(earlier)
                .iter()
                .filter(|option| !own.iter().any(|other| other.value == option.value))
                .cloned()
                .collect();
            own.extend(gone);
        }
        // Answers of another type can only be read with what there was to choose from.
        answer if !options(earlier).is_empty() => answer.clone_from(&earlier.answer),
        _ => {}
    }
    question
}

fn options(question: &Question) -> &[Choice] {
    match &question.answer {
        AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => options,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::{former, options, readable};
    use proto::event::{AnswerType, Choice, Question};
    use proto::{Language, Localised};

    fn question(key: &str, label: &str, answer: AnswerType) -> Question {
        Question {
            key: key.to_owned(),
            label: Localised::from([(Language::Nn, label)]),
            hint: None,
            required: false,
            answer,
            only_if: None,
            purpose: Localised::default(),
            sensitive: false,
            delete_after_days: 1,
            autocomplete: None,
        }
    }

    fn one_of(values: &[&str]) -> AnswerType {
        let option =
            |value: &&str| Choice { value: (*value).to_owned(), label: Localised::from([(Language::Nn, *value)]) };
        AnswerType::OneOf { options: values.iter().map(option).collect() }
    }

    fn shown(questions: &[Question]) -> Vec<String> {
        let one = |question: &Question| {
            let options: Vec<&str> = options(question).iter().map(|option| option.value.as_str()).collect();
            format!("{} {} {}", question.key, question.label.get(Language::Nn), options.join(",")).trim().to_owned()
        };
        questions.iter().map(one).collect()
    }

    #[test]
    fn what_a_form_no_longer_says_is_remembered() {
        let text = |key: &str, label: &str| question(key, label, AnswerType::Text);
        let choice = |values: &[&str]| question("how", "How", one_of(values));
        type Case<'a> = (&'a [Question], &'a [Question], &'a [Question], &'a [&'a str]);
        let cases: &[Case<'_>] = &[
            (&[text("a", "A")], &[text("a", "A")], &[], &[]),
            (&[text("a", "A")], &[], &[], &["a A"]),
            (&[text("a", "A")], &[text("a", "Other words")], &[], &[]),
            (&[text("b", "B")], &[], &[text("a", "A")], &["a A", "b B"]),
            (&[], &[text("a", "Back")], &[text("a", "A")], &[]),
            (&[choice(&["x", "y"])], &[choice(&["x"])], &[], &["how How x,y"]),
            (&[choice(&["x"])], &[choice(&["z"])], &[choice(&["x", "y"])], &["how How x,y"]),
            (&[choice(&["x"])], &[choice(&["y", "x"])], &[choice(&["x", "y"])], &[]),
            (&[choice(&["x"])], &[text("how", "How")], &[], &["how How x"]),
        ];
        for (number, (before, now, known, expected)) in cases.iter().enumerate() {
            assert_eq!(shown(&former(before, now, known)), *expected, "case {number}");
        }
    }

    #[test]
    fn answers_are_read_with_every_option_there_has_been() {
        let now = [question("how", "New words", one_of(&["z"])), question("who", "Who", AnswerType::Text)];
        let before = [
            question("how", "Old words", one_of(&["x", "z"])),
            question("old", "Old", AnswerType::Text),
            question("who", "Who", one_of(&["me"])),
        ];
        let read = readable(&now, &former(&before, &now, &[]));
        assert_eq!(shown(&read), ["how New words z,x", "who Who me", "old Old"]);
    }

    #[test]
    fn nothing_that_was_asked_is_ever_lost_however_often_a_form_changes() {
        // Every form of two questions with some of three options, in every order of three versions.
        let forms: Vec<Vec<Question>> = (0..16_u32)
            .map(|bits| {
                let values: Vec<&str> = ["x", "y", "z"]
                    .into_iter()
                    .enumerate()
                    .filter(|(n, _)| (bits >> n) & 1 == 1)
                    .map(|(_, v)| v)
                    .collect();
                let mut form = vec![question("text", "Text", AnswerType::Text)];
                form.retain(|_| bits & 8 != 0);
                if !values.is_empty() {
                    form.push(question("how", "How", one_of(&values)));
                }
                form
            })
            .collect();
        for (one, two) in forms.iter().flat_map(|one| forms.iter().map(move |two| (one, two))) {
            for three in &forms {
                let known = former(two, three, &former(one, two, &[]));
                let read = readable(three, &known);
                for earlier in [one, two, three].into_iter().flatten() {
                    let own = read.iter().find(|question| question.key == earlier.key).expect("it is there");
                    let values: Vec<&str> = options(own).iter().map(|option| option.value.as_str()).collect();
                    assert!(options(earlier).iter().all(|option| values.contains(&option.value.as_str())));
                }
            }
        }
    }
}
