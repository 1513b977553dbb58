//! The form as it was typed, and what it means.

use crate::pages::organiser::form;
use crate::store::conference::Model;
use crate::ways::{FORMS, FormWanted, Wanted, Ways, offers, word};
use host::Fields;
use proto::event::{Attendance, Event, Form};
use proto::{Language, Localised};
use serde::Serialize;

/// The most places, letters on one line and letters of a longer text.
const MOST_PLACES: u32 = 100_000;
const LONGEST_LINE: usize = 200;
const LONGEST_TEXT: usize = 2_000;

const ATTENDANCES: [(&str, Attendance); 3] =
    [("in_person", Attendance::InPerson), ("online", Attendance::Online), ("both", Attendance::Both)];

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Typed {
    /// Empty while nothing is chosen.
    pub(super) attendance: &'static str,
    pub(super) venue: Localised,
    /// In the order of [`FORMS`].
    pub(super) forms: [FormTyped; 2],
}

#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct FormTyped {
    label: Localised,
    capacity: String,
    hint: Localised,
    price: Localised,
}

/// Ids of fields with the keys of what is wrong there.
pub(super) type Wrong = Vec<(String, &'static str)>;

impl Typed {
    pub(super) fn of(conference: &Model) -> Self {
        let mut typed = Self::of_event(conference.event());
        // What the file says of a form that is not offered now, for when it is offered again.
        if let Some(filed) = &conference.filed_ways {
            for (place, form) in FORMS.into_iter().enumerate() {
                if typed.forms[place].label.is_empty() && filed.of_form(form).is_some() {
                    typed.forms[place] = FormTyped::of(filed, form);
                }
            }
            if typed.venue.is_empty() {
                typed.venue = filed.venue.clone().unwrap_or_default();
            }
        }
        typed
    }

    pub(super) fn of_event(event: &Event) -> Self {
        let ways = Ways::of(event);
        let attendance = ATTENDANCES.iter().find(|(_, way)| *way == event.attendance).map_or("", |(word, _)| *word);
        Self {
            attendance,
            venue: event.venue.clone().unwrap_or_default(),
            forms: FORMS.map(|form| FormTyped::of(&ways, form)),
        }
    }

    pub(super) fn read(fields: &Fields) -> Self {
        let chosen = fields.get("attendance").unwrap_or_default();
        let none = Localised::default();
        Self {
            attendance: ATTENDANCES.iter().find(|(word, _)| *word == chosen).map_or("", |(word, _)| *word),
            venue: form::long_texts(fields, "venue", &none),
            forms: FORMS.map(|form| {
                let name = |part: &str| format!("{}-{part}", word(form));
                FormTyped {
                    label: form::texts(fields, &name("label"), &none),
                    capacity: form::typed(fields, &name("capacity")),
                    hint: form::long_texts(fields, &name("hint"), &none),
                    price: form::long_texts(fields, &name("price"), &none),
                }
            }),
        }
    }

    /// What is wanted, or everything that has to be put right. Texts of a form that is not offered are not looked at.
    pub(super) fn wanted(&self, required: &[Language]) -> Result<Wanted, Wrong> {
        let mut wrong = Wrong::new();
        let attendance = ATTENDANCES.iter().find(|(word, _)| *word == self.attendance).map(|(_, way)| *way);
        let Some(chosen) = attendance else {
            return Err(vec![("attendance".to_owned(), "conference-plan-ways-attendance-missing")]);
        };
        let mut wanted = Wanted { attendance, ..Wanted::default() };
        if offers(chosen, Form::InPerson) {
            wanted.venue = self.venue.clone();
            looked_at("venue", &self.venue, required, true, LONGEST_TEXT, &mut wrong);
        }
        for (typed, form) in self.forms.iter().zip(FORMS).filter(|(_, form)| offers(chosen, *form)) {
            let read = typed.wanted(word(form), required, &mut wrong);
            match form {
                Form::InPerson => wanted.in_person = read,
                Form::Online => wanted.online = read,
            }
        }
        if wrong.is_empty() { Ok(wanted) } else { Err(wrong) }
    }
}

impl FormTyped {
    fn of(ways: &Ways, form: Form) -> Self {
        let shared = || ways.places.iter().find(|pool| pool.form.is_none() && offers(ways.attendance, form));
        let Some(pool) = ways.of_form(form).or_else(shared) else { return Self::default() };
        Self {
            label: pool.label.clone(),
            capacity: pool.capacity.map(|capacity| capacity.to_string()).unwrap_or_default(),
            hint: pool.hint.clone().unwrap_or_default(),
            price: pool.price.clone().unwrap_or_default(),
        }
    }

    fn wanted(&self, form: &str, required: &[Language], wrong: &mut Wrong) -> FormWanted {
        let name = |part: &str| format!("{form}-{part}");
        looked_at(&name("label"), &self.label, required, true, LONGEST_LINE, wrong);
        looked_at(&name("hint"), &self.hint, required, false, LONGEST_TEXT, wrong);
        looked_at(&name("price"), &self.price, required, false, LONGEST_TEXT, wrong);
        let capacity = form::number(&self.capacity);
        let fits = |capacity: &Option<u32>| capacity.is_none_or(|places| (1..=MOST_PLACES).contains(&places));
        let capacity = capacity.ok().filter(fits);
        if capacity.is_none() {
            wrong.push((name("capacity"), "conference-plan-capacity-wrong"));
        }
        FormWanted {
            label: self.label.clone(),
            capacity: capacity.flatten(),
            hint: self.hint.clone(),
            price: self.price.clone(),
        }
    }
}

/// A text is there in every language that it has to be in, or, where it may be left out, in none.
fn looked_at(name: &str, text: &Localised, required: &[Language], needed: bool, longest: usize, wrong: &mut Wrong) {
    for (language, said) in &text.0 {
        if said.chars().count() > longest {
            wrong.push((format!("{name}-{language}"), "conference-plan-ways-too-long"));
        }
    }
    let missing = match text.is_empty() {
        true if !needed => None,
        true => Some(required.first().copied().unwrap_or(Language::Nn)),
        false => text.missing(required).into_iter().next(),
    };
    if let Some(language) = missing {
        wrong.push((format!("{name}-{language}"), "conference-plan-ways-text-missing"));
    }
}
