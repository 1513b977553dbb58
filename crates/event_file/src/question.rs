use crate::names::is_key;
use crate::reading::Reading;
use crate::section::{At, Section};
use proto::event::{AnswerType, Choice, Condition, Country, Question};
use std::collections::BTreeSet;

/// Deleted so many days after the event where a file does not say it: soon, since few need it.
const SENSITIVE_DAYS: i64 = 14;
/// The longest that anything may be kept; an organisation may allow less.
const LONGEST_DAYS: i64 = 3_650;

/// What every form asks by itself, or sends along.
const TAKEN: [&str; 10] =
    ["name", "email", "language", "csrf", "submission", "website", "choices", "answers", "party", "people"];

/// The tokens of HTML that fit a question about the person who fills in the form.
const AUTOCOMPLETE: [&str; 8] =
    ["off", "name", "email", "tel", "organization", "organization-title", "street-address", "postal-code"];

#[derive(Clone, Copy)]
enum Type {
    Text,
    LongText,
    Number,
    OneOf,
    SeveralOf,
    YesNo,
    Date,
    Email,
    Phone,
    Municipality,
    Organisation,
    OrganisationNumber,
}

const TYPES: [(&str, Type); 12] = [
    ("text", Type::Text),
    ("long_text", Type::LongText),
    ("number", Type::Number),
    ("one_of", Type::OneOf),
    ("several_of", Type::SeveralOf),
    ("yes_no", Type::YesNo),
    ("date", Type::Date),
    ("email", Type::Email),
    ("phone", Type::Phone),
    ("municipality", Type::Municipality),
    ("organisation", Type::Organisation),
    ("organisation_number", Type::OrganisationNumber),
];

/// Reads the questions in their order. `retention` is how long the organisation lets anything be kept.
pub(crate) fn questions(
    reading: &mut Reading<'_>,
    sections: Vec<Section<'_>>,
    retention: Option<u16>,
) -> Vec<Question> {
    let keys: Vec<Option<String>> = sections.iter().map(|section| section.peek("key").map(str::to_owned)).collect();
    let mut asked: Vec<Question> = Vec::new();
    for section in sections {
        if let Some(question) = question(reading, section, &asked, &keys, retention) {
            asked.push(question);
        }
    }
    asked
}

fn question(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    earlier: &[Question],
    all: &[Option<String>],
    retention: Option<u16>,
) -> Option<Question> {
    let at = section.at;
    let problems = &mut reading.problems;
    let key = section.needed_word(problems, "key");
    if let Some(key) = key {
        if !is_key(key.value) {
            problems.add(key.at, format!("`{}` cannot be a key: use lower-case letters, digits and _", key.value));
        } else if TAKEN.contains(&key.value) {
            problems.add(key.at, format!("`{}` cannot be a key: every form has it already", key.value));
        } else if earlier.iter().any(|question| question.key == key.value) {
            problems.add(key.at, format!("another question has the key `{}` already", key.value));
        }
    }
    section.missing(problems, "type");
    let kind = section.one_of(problems, "type", &TYPES);
    let required = section.yes_no(problems, "required").is_some_and(|found| found.value);
    let sensitive = section.yes_no(problems, "sensitive").is_some_and(|found| found.value);
    let delete_after_days = deletion(reading, &mut section, sensitive, retention);
    let autocomplete = section.word(&mut reading.problems, "autocomplete");
    if let Some(token) = autocomplete.filter(|token| !AUTOCOMPLETE.contains(&token.value)) {
        reading.problems.add(
            token.at,
            format!("`autocomplete` is \"{}\", but must be one of {}", token.value, AUTOCOMPLETE.join(", ")),
        );
    }
    let name = key.map_or("question", |key| key.value);
    let label = reading.needed_line(&mut section, "label", &format!("{name}.label"));
    let hint = reading.texts(&mut section, "hint", &format!("{name}.hint"));
    if !section.has("purpose") {
        reading.problems.add(at, format!("the question `{name}` has no `purpose`: tell people why it is asked"));
    }
    let purpose = reading.texts(&mut section, "purpose", &format!("{name}.purpose"));
    if kind.is_none() {
        // What belongs to a type cannot be judged without it.
        section.pass_over(&["options", "country", "min", "max"]);
    }
    let answer = kind.and_then(|kind| answer(reading, &mut section, kind.value, name));
    let only_if = section.section(&mut reading.problems, "only_if").and_then(|it| condition(reading, it, earlier, all));
    section.finish(&mut reading.problems);
    Some(Question {
        key: key?.value.to_owned(),
        label: label?,
        hint,
        required,
        answer: answer?,
        only_if,
        purpose: purpose.unwrap_or_default(),
        sensitive,
        delete_after_days,
        autocomplete: autocomplete.map(|token| token.value.to_owned()),
    })
}

fn deletion(reading: &mut Reading<'_>, section: &mut Section<'_>, sensitive: bool, retention: Option<u16>) -> u16 {
    let ceiling = retention.map_or(LONGEST_DAYS, i64::from);
    let usual = if sensitive { ceiling.min(SENSITIVE_DAYS) } else { ceiling };
    let days = match section.number(&mut reading.problems, "delete_after_days", 0..=LONGEST_DAYS) {
        Some(days) if days.value > ceiling => {
            let sentence = format!(
                "`delete_after_days` is {}, but the organisation keeps nothing longer than {ceiling}",
                days.value
            );
            reading.problems.add(days.at, sentence);
            ceiling
        }
        Some(days) => days.value,
        None => usual,
    };
    u16::try_from(days).unwrap_or(u16::MAX)
}

fn answer(reading: &mut Reading<'_>, section: &mut Section<'_>, kind: Type, name: &str) -> Option<AnswerType> {
    let answer = match kind {
        Type::Text => AnswerType::Text,
        Type::LongText => AnswerType::LongText,
        Type::YesNo => AnswerType::YesNo,
        Type::Date => AnswerType::Date,
        Type::Email => AnswerType::Email,
        Type::Phone => AnswerType::Phone,
        Type::Organisation => AnswerType::Organisation,
        Type::OrganisationNumber => AnswerType::OrganisationNumber,
        Type::Number => number(reading, section),
        Type::OneOf => AnswerType::OneOf { options: options(reading, section, name)? },
        Type::SeveralOf => AnswerType::SeveralOf { options: options(reading, section, name)? },
        Type::Municipality => {
            let countries = [("no", Country::No), ("se", Country::Se), ("both", Country::Both)];
            let country = section.one_of(&mut reading.problems, "country", &countries);
            AnswerType::Municipality { country: country.map_or(Country::No, |country| country.value) }
        }
    };
    Some(answer)
}

fn number(reading: &mut Reading<'_>, section: &mut Section<'_>) -> AnswerType {
    // What a browser's number field and JSON can both hold exactly.
    const EXACT: i64 = 9_007_199_254_740_991;
    let min = section.number(&mut reading.problems, "min", -EXACT..=EXACT);
    let max = section.number(&mut reading.problems, "max", -EXACT..=EXACT);
    if let (Some(min), Some(max)) = (min, max)
        && min.value > max.value
    {
        reading.problems.add(max.at, format!("`max` is {}, less than `min` {}", max.value, min.value));
    }
    AnswerType::Number { min: min.map(|min| min.value), max: max.map(|max| max.value) }
}

fn options(reading: &mut Reading<'_>, section: &mut Section<'_>, name: &str) -> Option<Vec<Choice>> {
    section.missing(&mut reading.problems, "options");
    let at = section.at;
    let given = section.has("options");
    let mut seen = BTreeSet::new();
    let mut options = Vec::new();
    for mut option in section.sections(&mut reading.problems, "options") {
        let value = option.needed_word(&mut reading.problems, "value");
        let part = value.map_or("?", |value| value.value);
        let label = reading.needed_line(&mut option, "label", &format!("{name}.{part}.label"));
        option.finish(&mut reading.problems);
        let Some(value) = value else { continue };
        if !is_key(value.value) {
            let sentence = format!("`{}` cannot be a value: use lower-case letters, digits and _", value.value);
            reading.problems.add(value.at, sentence);
        } else if !seen.insert(value.value.to_owned()) {
            reading
                .problems
                .add(value.at, format!("another option of `{name}` has the value `{}` already", value.value));
        }
        options.push(Choice { value: value.value.to_owned(), label: label.unwrap_or_default() });
    }
    if given && options.len() < 2 {
        reading.problems.add(at, format!("the question `{name}` must have at least two options to choose from"));
    }
    Some(options)
}

fn condition(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    earlier: &[Question],
    all: &[Option<String>],
) -> Option<Condition> {
    let asked = section.needed_word(&mut reading.problems, "question");
    section.missing(&mut reading.problems, "any_of");
    let any_of = section.words(&mut reading.problems, "any_of");
    section.finish(&mut reading.problems);
    let (asked, any_of) = (asked?, any_of?);
    let Some(question) = earlier.iter().find(|question| question.key == asked.value) else {
        let sentence = if all.iter().flatten().any(|key| key == asked.value) {
            format!(
                "the condition looks at `{}`, which must be asked earlier and be without problems itself",
                asked.value
            )
        } else {
            format!("the condition looks at `{}`, but no question has that key", asked.value)
        };
        reading.problems.add(asked.at, sentence);
        return None;
    };
    let Some(possible) = possible(&question.answer) else {
        let sentence = format!(
            "the condition looks at `{}`, which has no answers to choose from: it must be one_of, several_of or yes_no",
            asked.value
        );
        reading.problems.add(asked.at, sentence);
        return None;
    };
    if any_of.value.is_empty() {
        reading.problems.add(any_of.at, "`any_of` is empty, so the question would never be asked");
    }
    for At { value, at } in &any_of.value {
        if !possible.contains(value) {
            let sentence = format!("`{value}` is no answer to `{}`; possible are {}", asked.value, possible.join(", "));
            reading.problems.add(*at, sentence);
        }
    }
    Some(Condition {
        question: asked.value.to_owned(),
        any_of: any_of.value.iter().map(|word| word.value.to_owned()).collect(),
    })
}

fn possible(answer: &AnswerType) -> Option<Vec<&str>> {
    match answer {
        AnswerType::OneOf { options } | AnswerType::SeveralOf { options } => {
            Some(options.iter().map(|option| option.value.as_str()).collect())
        }
        AnswerType::YesNo => Some(vec!["yes", "no"]),
        _ => None,
    }
}
