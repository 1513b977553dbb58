//! Reading all answers of one person, in the order of the questions, so that conditions know what came before.

use super::organisation::{organisation, organisation_number};
use super::phone::phone;
use super::problem::{Field, FieldProblem, Problem};
use super::raw::Raw;
use super::text::{line, paragraphs};
use super::{Answer, Answers, LONGEST_LINE, LONGEST_TEXT, civil_date, email};
use crate::municipality::{self, Found, Land};
use proto::event::{AnswerType, Choice, Condition, Country, Question};

/// The answers to what is asked; what was sent to questions in branches not chosen is left out.
pub fn read(questions: &[Question], raw: impl Fn(&Question) -> Raw) -> Result<Answers, Vec<FieldProblem>> {
    let mut answers = Answers::default();
    let mut problems = Vec::new();
    for question in questions {
        if !holds(question.only_if.as_ref(), &answers) {
            continue;
        }
        match read_one(question, raw(question)) {
            Ok(Some(answer)) => {
                answers.0.insert(question.key.clone(), answer);
            }
            Ok(None) if question.required => problems.push(at(question, missing(&question.answer))),
            Ok(None) => {}
            Err(problem) => problems.push(at(question, problem)),
        }
    }
    if problems.is_empty() { Ok(answers) } else { Err(problems) }
}

/// The questions that are asked of somebody with these answers.
pub fn asked<'q>(questions: &'q [Question], answers: &Answers) -> Vec<&'q Question> {
    let mut known = Answers::default();
    let mut asked = Vec::new();
    for question in questions {
        if holds(question.only_if.as_ref(), &known) {
            if let Some(answer) = answers.get(&question.key) {
                known.0.insert(question.key.clone(), answer.clone());
            }
            asked.push(question);
        }
    }
    asked
}

/// A condition on something that is not answered, or not asked, does not hold.
fn holds(condition: Option<&Condition>, answers: &Answers) -> bool {
    let Some(condition) = condition else { return true };
    answers
        .get(&condition.question)
        .is_some_and(|answer| answer.values().iter().any(|value| condition.any_of.iter().any(|any| any == value)))
}

fn at(question: &Question, problem: Problem) -> FieldProblem {
    FieldProblem { field: Field::Answer(question.key.clone()), problem }
}

fn missing(answer: &AnswerType) -> Problem {
    match answer {
        AnswerType::Text | AnswerType::LongText => Problem::MissingText,
        AnswerType::Number { .. } => Problem::MissingNumber,
        AnswerType::OneOf { .. } | AnswerType::YesNo => Problem::MissingChoice,
        AnswerType::SeveralOf { .. } => Problem::MissingSeveral,
        AnswerType::Date => Problem::MissingDate,
        AnswerType::Email => Problem::MissingEmail,
        AnswerType::Phone => Problem::MissingPhone,
        AnswerType::Municipality { .. } => Problem::MissingMunicipality,
        AnswerType::Organisation => Problem::MissingOrganisation,
        AnswerType::OrganisationNumber => Problem::MissingOrganisationNumber,
    }
}

fn read_one(question: &Question, raw: Raw) -> Result<Option<Answer>, Problem> {
    let answer = match (&question.answer, raw) {
        (_, Raw::Nothing) => return Ok(None),
        (_, Raw::WrongKind) => return Err(Problem::WrongKind),
        (_, Raw::Text(text)) if text.trim().is_empty() => return Ok(None),
        (AnswerType::Text, Raw::Text(text)) => Answer::Text(line(&text, LONGEST_LINE)?),
        (AnswerType::LongText, Raw::Text(text)) => Answer::Text(paragraphs(&text, LONGEST_TEXT)?),
        (AnswerType::Number { min, max }, Raw::Text(text)) => {
            Answer::Number(bounded(typed_number(&text)?, *min, *max)?)
        }
        (AnswerType::Number { min, max }, Raw::Number(number)) => Answer::Number(bounded(number, *min, *max)?),
        (AnswerType::OneOf { options }, Raw::Text(value)) => Answer::OneOf(option(options, value)?),
        (AnswerType::SeveralOf { .. }, Raw::Several(values)) if values.is_empty() => return Ok(None),
        (AnswerType::SeveralOf { options }, Raw::Several(values)) => Answer::SeveralOf(several(options, &values)?),
        (AnswerType::YesNo, Raw::YesNo(yes)) => Answer::YesNo(yes),
        (AnswerType::YesNo, Raw::Text(value)) => match value.as_str() {
            "yes" => Answer::YesNo(true),
            "no" => Answer::YesNo(false),
            _ => return Err(Problem::NoSuchOption),
        },
        (AnswerType::Date, Raw::Date([day, month, year])) => {
            return Ok(civil_date::from_fields(&day, &month, &year)?.map(Answer::Date));
        }
        (AnswerType::Date, Raw::Text(text)) => Answer::Date(civil_date::from_iso(text.trim())?),
        (AnswerType::Email, Raw::Text(text)) => Answer::Email(email(&text)?),
        (AnswerType::Phone, Raw::Text(text)) => Answer::Phone(phone(&text)?),
        (AnswerType::Municipality { country }, Raw::Text(typed)) => meant(*country, &typed, None)?,
        (AnswerType::Municipality { country }, Raw::Municipality { typed, chosen }) => {
            if typed.trim().is_empty() && chosen.is_none() {
                return Ok(None);
            }
            meant(*country, &typed, chosen.as_deref())?
        }
        (AnswerType::OrganisationNumber, Raw::Text(text)) => Answer::Text(organisation_number(&text)?),
        (AnswerType::Organisation, Raw::Text(text)) => Answer::Organisation(organisation(&text)?),
        _ => return Err(Problem::WrongKind),
    };
    // What held only marks that cannot be seen is no answer.
    match answer {
        Answer::Text(text) if text.is_empty() => Ok(None),
        answer => Ok(Some(answer)),
    }
}

/// "1 250" and "1250"; a comma or a full stop could mean two things and is asked about.
fn typed_number(typed: &str) -> Result<i64, Problem> {
    let compact: String =
        typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == '−' { '-' } else { c }).collect();
    let unsigned = compact.strip_prefix(['-', '+']).unwrap_or(&compact);
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if figures(unsigned) {
        return compact.parse().map_err(|_too_long: std::num::ParseIntError| Problem::NumberUnreadable);
    }
    let parts: Vec<&str> = unsigned.split([',', '.']).collect();
    if parts.len() > 1 && parts.iter().all(|part| figures(part)) {
        return Err(Problem::NumberNotWhole);
    }
    Err(Problem::NumberUnreadable)
}

fn bounded(number: i64, min: Option<i64>, max: Option<i64>) -> Result<i64, Problem> {
    match (min, max) {
        (Some(min), _) if number < min => Err(Problem::NumberTooSmall { min }),
        (_, Some(max)) if number > max => Err(Problem::NumberTooLarge { max }),
        _ => Ok(number),
    }
}

fn option(options: &[Choice], value: String) -> Result<String, Problem> {
    if options.iter().any(|option| option.value == value) { Ok(value) } else { Err(Problem::NoSuchOption) }
}

/// The chosen ones in the order of the question, each once.
fn several(options: &[Choice], values: &[String]) -> Result<Vec<String>, Problem> {
    if values.iter().any(|value| !options.iter().any(|option| option.value == *value)) {
        return Err(Problem::NoSuchOption);
    }
    Ok(options.iter().map(|option| &option.value).filter(|value| values.contains(value)).cloned().collect())
}

fn meant(country: Country, typed: &str, chosen: Option<&str>) -> Result<Answer, Problem> {
    if let Some((land, number)) = chosen.and_then(|chosen| chosen.split_once('-')) {
        let chosen = Land::coded(land).filter(|land| land.is_in(country));
        let Some(found) = chosen.and_then(|land| municipality::numbered(land, number)) else {
            return Err(Problem::NoSuchOption);
        };
        return Ok(Answer::Municipality { land: found.land, number: found.number.clone() });
    }
    let typed = line(typed, LONGEST_LINE)?;
    match municipality::find(country, &typed) {
        Found::One(found) => Ok(Answer::Municipality { land: found.land, number: found.number.clone() }),
        Found::Several(candidates) => Err(Problem::MunicipalityUnclear { typed, candidates }),
        Found::Nothing => Err(Problem::MunicipalityUnknown { typed }),
    }
}
