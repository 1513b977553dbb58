//! What a question is called in a form, and when it is asked.

use proto::event::{AnswerType, Condition, Question};

/// The name of the question's field, which no other field of the form can have.
pub fn field(key: &str) -> String {
    format!("q-{key}")
}

/// The word for its type, as the API and the templates know it.
pub const fn kind(answer: &AnswerType) -> &'static str {
    match answer {
        AnswerType::Text => "text",
        AnswerType::LongText => "long_text",
        AnswerType::Number { .. } => "number",
        AnswerType::OneOf { .. } => "one_of",
        AnswerType::SeveralOf { .. } => "several_of",
        AnswerType::YesNo => "yes_no",
        AnswerType::Date => "date",
        AnswerType::Email => "email",
        AnswerType::Phone => "phone",
        AnswerType::Municipality { .. } => "municipality",
        AnswerType::Organisation => "organisation",
        AnswerType::OrganisationNumber => "organisation_number",
    }
}

/// Questions whose answer goes for a whole party: where they come from is asked once.
pub const fn is_shared(answer: &AnswerType) -> bool {
    matches!(answer, AnswerType::Municipality { .. } | AnswerType::Organisation)
}

/// Rules that hide what is not asked, for the form with these questions. Everything is shown where a browser does not
/// know `:has()`. A question is hidden as soon as any condition in the chain up to it does not hold.
pub fn conditions(questions: &[Question]) -> String {
    let mut rules = String::from("@supports selector(:has(a)) {\n");
    for question in questions.iter().filter(|question| is_plain(&question.key)) {
        for condition in chain(questions, question) {
            let chosen: Vec<String> = condition
                .any_of
                .iter()
                .filter(|value| is_plain(value))
                .flat_map(|value| {
                    let name = field(&condition.question);
                    [
                        format!("[name=\"{name}\"][value=\"{value}\"]:checked"),
                        format!("[name=\"{name}\"] option[value=\"{value}\"]:checked"),
                    ]
                })
                .collect();
            let key = &question.key;
            if !chosen.is_empty() {
                rules.push_str(&format!("  form:not(:has({})) .cond-{key} {{ display: none }}\n", chosen.join(", ")));
            }
        }
    }
    rules.push_str("}\n");
    rules
}

/// The question's own condition, then that of the question it hangs on, and so on.
fn chain<'q>(questions: &'q [Question], question: &'q Question) -> Vec<&'q Condition> {
    let mut chain = Vec::new();
    let mut next = question.only_if.as_ref();
    // No chain is longer than the form, even if a form should go in a circle.
    while let Some(condition) = next.filter(|_| chain.len() < questions.len()) {
        chain.push(condition);
        next = questions.iter().find(|q| q.key == condition.question).and_then(|q| q.only_if.as_ref());
    }
    chain.retain(|condition| is_plain(&condition.question));
    chain
}

/// Keys and values are small letters, digits and `_`. Whatever else came in has no business in a style sheet.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::conditions;
    use proto::event::{AnswerType, Condition, Question};
    use proto::{Language, Localised};

    fn question(key: &str, hangs_on: Option<(&str, &[&str])>) -> Question {
        Question {
            key: key.to_owned(),
            label: Localised::from([(Language::Nn, key)]),
            hint: None,
            required: false,
            answer: AnswerType::YesNo,
            only_if: hangs_on.map(|(question, any_of)| Condition {
                question: question.to_owned(),
                any_of: any_of.iter().map(|v| (*v).to_owned()).collect(),
            }),
            purpose: Localised::default(),
            sensitive: false,
            delete_after_days: 1,
            autocomplete: None,
        }
    }

    #[test]
    fn each_condition_in_the_chain_hides_the_question() {
        let css = conditions(&[
            question("attend", None),
            question("dinner", Some(("attend", &["in_person", "both"]))),
            question("food", Some(("dinner", &["yes"]))),
        ]);
        let rules: Vec<&str> = css.lines().filter(|line| line.contains("display")).collect();
        assert_eq!(rules.len(), 3);
        assert!(rules[0].contains(r#"[name="q-attend"][value="both"]:checked"#) && rules[0].contains(".cond-dinner"));
        assert!(rules[1].contains("q-dinner") && rules[1].contains(".cond-food"));
        assert!(rules[2].contains("q-attend") && rules[2].contains(".cond-food"));
        assert!(css.starts_with("@supports selector(:has(a))"), "shown where :has() is unknown");
    }

    #[test]
    fn circles_end_and_odd_words_stay_out() {
        let css = conditions(&[
            question("a", Some(("b", &["yes"]))),
            question("b", Some(("a", &["yes"]))),
            question("c}*{display:none", Some(("a", &["yes"]))),
            question("d", Some(("e", &["\"]) body{x:y"]))),
        ]);
        assert!(!css.contains("body") && !css.contains("}*{") && !css.contains(".cond-d "));
    }
}
