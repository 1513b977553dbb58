//! Forms of attendance that have places of their own.

use crate::reading::Reading;
use crate::section::Section;
use crate::sign_up::{MOST_PLACES, places, pool};
use proto::event::{Attendance, Form, Pool};

const FORMS: [(&str, Form); 2] = [("in_person", Form::InPerson), ("online", Form::Online)];

/// The places of each form, with the key that they keep when the event is switched to the other form and back.
pub(crate) fn forms(
    reading: &mut Reading<'_>,
    section: &mut Section<'_>,
    attendance: Attendance,
) -> Vec<(String, Pool)> {
    let mut pools: Vec<(String, Pool)> = Vec::new();
    let at = section.place_of("forms");
    for mut listed in section.sections(&mut reading.problems, "forms") {
        listed.missing(&mut reading.problems, "form");
        let form = listed.one_of(&mut reading.problems, "form", &FORMS);
        let name = form.map_or("form", |form| word(form.value));
        let label = reading.needed_line(&mut listed, "label", &format!("{name}.label"));
        let hint = reading.texts(&mut listed, "hint", &format!("{name}.hint"));
        let price = reading.texts(&mut listed, "price", &format!("{name}.price"));
        let capacity = listed.number(&mut reading.problems, "capacity", 1..=MOST_PLACES);
        listed.finish(&mut reading.problems);
        let Some(form) = form else { continue };
        if !possible(attendance, form.value) {
            let sentence = format!("`attendance` does not let people take part {}", in_words(form.value));
            reading.problems.add(form.at, sentence);
        } else if pools.iter().any(|(_, pool)| pool.form == Some(form.value)) {
            reading.problems.add(form.at, format!("the form \"{name}\" is there already"));
        }
        let pool = Pool {
            capacity: places(capacity),
            form: Some(form.value),
            hint,
            price,
            ..pool(true, label.unwrap_or_default())
        };
        pools.push((format!("form {name}"), pool));
    }
    if let Some(at) = at.filter(|_| pools.len() == 1 && attendance == Attendance::Both) {
        reading.problems.add(at, "`attendance` is \"both\", so both forms must be there, or none");
    }
    pools
}

fn possible(attendance: Attendance, form: Form) -> bool {
    match attendance {
        Attendance::Both => true,
        Attendance::InPerson => form == Form::InPerson,
        Attendance::Online => form == Form::Online,
    }
}

fn word(form: Form) -> &'static str {
    match form {
        Form::InPerson => "in_person",
        Form::Online => "online",
    }
}

fn in_words(form: Form) -> &'static str {
    match form {
        Form::InPerson => "in person",
        Form::Online => "online",
    }
}
