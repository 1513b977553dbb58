//! The people of an event as a table for spreadsheets, and as a list to print.

pub(crate) mod printed;

use crate::answers::{Answer, Answers};
use crate::former::readable;
use crate::municipality::{self, Municipality};
use crate::store::registration::State;
use crate::store::{claim, count, registration};
use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use proto::Language;
use proto::event::{AnswerType, Event, Form, Question};
use std::collections::BTreeSet;
use tables::{Cell, Sheet};

/// One person, with what was read of them.
pub(crate) struct Participant {
    pub(crate) row: registration::Model,
    /// On the waiting list, from 1.
    pub(crate) position: Option<u32>,
    pub(crate) claims: Vec<claim::Model>,
    /// Without those that few may see, unless they are wanted.
    pub(crate) answers: Answers,
}

/// A table with a line for each person; `word` tells what a key is called. What was answered to questions that the form has no longer
/// stands there too, called as in `former`.
pub(crate) fn sheet(
    event: &Event,
    former: &[Question],
    people: &[Participant],
    sensitive: bool,
    language: Language,
    word: &dyn Fn(&str) -> String,
) -> Sheet {
    let has_forms = people.iter().any(|person| person.row.form.is_some());
    let choices: Vec<_> = event.choices().collect();
    let mut questions = readable(&event.sign_up.questions, former);
    let is_asked = |key: &str| event.sign_up.questions.iter().any(|question| question.key == key);
    let is_answered = |key: &str| people.iter().any(|person| person.answers.get(key).is_some());
    questions.retain(|question| is_asked(&question.key) || is_answered(&question.key));
    questions.retain(|question| sensitive || !question.sensitive);
    let gone = of_forgotten_questions(event, former, people);
    let own = ["reg-list-number", "reg-name", "reg-email", "reg-list-state", "reg-list-place"];
    let mut head: Vec<String> = own.map(word).to_vec();
    head.extend(has_forms.then(|| word("reg-list-form")));
    head.extend(choices.iter().map(|pool| pool.label.get(language).to_owned()));
    head.extend(questions.iter().map(|question| question.label.get(language).to_owned()));
    head.extend(gone.iter().map(|key| (*key).to_owned()));
    head.extend(["reg-list-arrived", "reg-list-attended"].map(word));

    let local = |at: DateTime<Utc>| Cell::Moment(clock(at, event));
    let row = |person: &Participant| {
        let row = &person.row;
        let mut cells = vec![
            Cell::Number(count(row.seq)),
            Cell::Text(row.name.clone()),
            Cell::Text(row.email.clone()),
            Cell::Text(word(state(row.state))),
            person.position.map_or_else(nothing, Cell::Number),
        ];
        cells.extend(has_forms.then(|| row.form().map_or_else(nothing, |form| Cell::Text(word(form_key(form))))));
        cells.extend(choices.iter().map(|pool| {
            let own = person.claims.iter().find(|claim| claim.pool_id == pool.id.0);
            own.and_then(|claim| claim_key(claim.state)).map_or_else(nothing, |key| Cell::Text(word(key)))
        }));
        cells.extend(questions.iter().map(|question| {
            let given = person.answers.get(&question.key);
            given.map_or_else(nothing, |answer| cell(Some(question), answer, language, word))
        }));
        cells.extend(
            gone.iter()
                .map(|key| person.answers.get(key).map_or_else(nothing, |answer| cell(None, answer, language, word))),
        );
        cells.push(local(row.created_at));
        cells.push(row.attended_at.map_or_else(nothing, local));
        cells
    };
    Sheet { name: word("reg-list-title"), head, rows: people.iter().map(row).collect() }
}

/// What was answered to questions that nobody remembers, by their keys.
fn of_forgotten_questions<'p>(event: &Event, former: &[Question], people: &'p [Participant]) -> BTreeSet<&'p str> {
    let known = event.sign_up.questions.iter().chain(former);
    let asked: BTreeSet<&str> = known.map(|question| question.key.as_str()).collect();
    let given = people.iter().flat_map(|person| person.answers.0.keys().map(String::as_str));
    given.filter(|key| !asked.contains(key)).collect()
}

fn nothing() -> Cell {
    Cell::Text(String::new())
}

fn clock(at: DateTime<Utc>, event: &Event) -> NaiveDateTime {
    at.with_timezone(&event.timezone).naive_local()
}

const fn state(state: State) -> &'static str {
    match state {
        State::Admitted => "reg-list-state-admitted",
        State::Waiting => "reg-list-state-waiting",
        State::Offered => "reg-list-state-offered",
        State::Withdrawn => "reg-list-state-withdrawn",
        State::Undecided => "reg-list-state-undecided",
    }
}

const fn form_key(form: Form) -> &'static str {
    match form {
        Form::InPerson => "reg-list-form-in_person",
        Form::Online => "reg-list-form-online",
    }
}

const fn claim_key(state: claim::State) -> Option<&'static str> {
    match state {
        claim::State::Held => Some("reg-list-state-admitted"),
        claim::State::Waiting => Some("reg-list-state-waiting"),
        claim::State::Offered => Some("reg-list-state-offered"),
        claim::State::Wanted => Some("reg-list-state-undecided"),
        claim::State::Released => None,
    }
}

/// An answer in words. What is chosen is called as the question calls it; otherwise by its value.
fn cell(question: Option<&Question>, answer: &Answer, language: Language, word: &dyn Fn(&str) -> String) -> Cell {
    let option = |value: &str| {
        let options = match question.map(|question| &question.answer) {
            Some(AnswerType::OneOf { options } | AnswerType::SeveralOf { options }) => options.as_slice(),
            _ => &[],
        };
        let found = options.iter().find(|option| option.value == value);
        found.map_or_else(|| value.to_owned(), |option| option.label.get(language).to_owned())
    };
    match answer {
        Answer::Text(text) | Answer::Email(text) | Answer::Phone(text) => Cell::Text(text.clone()),
        Answer::Number(number) => match u32::try_from(*number) {
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Text(number.to_string()),
        },
        Answer::YesNo(yes) => Cell::Text(word(if *yes { "reg-yes" } else { "reg-no" })),
        // What spreadsheets know no day for is text to them.
        Answer::Date(date) if (1900..=9999).contains(&date.year()) => Cell::Day(*date),
        Answer::Date(date) => Cell::Text(date.to_string()),
        Answer::OneOf(value) => Cell::Text(option(value)),
        Answer::SeveralOf(values) => {
            Cell::Text(values.iter().map(|value| option(value)).collect::<Vec<_>>().join(", "))
        }
        Answer::Municipality { land, number } => {
            Cell::Text(municipality::numbered(*land, number).map_or_else(|| number.clone(), Municipality::shown))
        }
        Answer::Organisation(organisation) => Cell::Text(organisation.text().to_owned()),
    }
}
