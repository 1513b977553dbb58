//! A draft as the event file that says the same, so that it is judged and taken in as every file is.

use crate::clock::clock;
use crate::draft::{Day, Draft, Step};
use crate::form::library::Ready;
use crate::form::question::{Kind, Offered, Question};
use crate::form::wanting::{days, limit};
use crate::missing::{Missing, Place, places};
use event_file::Problem;
use proto::event::{Country, EventKind};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use text::Text;

/// The file, and which field each line of it comes from.
pub(crate) struct Filed {
    pub(crate) text: String,
    lines: Vec<Place>,
}

impl Filed {
    fn line(&mut self, place: Place, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(place);
    }

    /// Where what is wrong with the file is put right.
    pub(crate) fn blamed(&self, problems: &[Problem]) -> Vec<Missing> {
        let mut places: Vec<Place> = Vec::new();
        for problem in problems {
            let place = self.lines.get(problem.line.saturating_sub(1)).copied().unwrap_or(NOWHERE);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places.into_iter().map(Missing::Refused).collect()
    }
}

const NOWHERE: Place = Place { step: None, question: None, field: "", language: None };

const fn of(step: Step, field: &'static str) -> Place {
    Place { step: Some(step), question: None, field, language: None }
}

/// Writes it. What is not there, or cannot be read, is left out; the file says then that it is missing.
pub(crate) fn filed(draft: &Draft, kind: EventKind, slug: &str, organisation: &Organisation) -> Filed {
    let mut file = Filed { text: String::new(), lines: Vec::new() };
    file.line(NOWHERE, &format!("kind = {}", quoted(kind.word())));
    file.line(NOWHERE, &format!("slug = {}", quoted(slug)));
    file.line(NOWHERE, &format!("organisation = {}", quoted(&organisation.slug)));
    let long = [("title", &draft.title), ("summary", &draft.summary), ("description", &draft.description)];
    for (field, text) in long {
        let first = organisation.required_languages.first().copied().unwrap_or(Language::Nn);
        let place = Place { language: Some(first), ..of(Step::Texts, field) };
        file.line(place, &format!("{field} = {}", texts(text)));
    }
    for (key, field, typed) in [("start", "starts", &draft.starts), ("end", "ends", &draft.ends)] {
        if let Some(moment) = moment(&draft.day, typed) {
            file.line(of(Step::Time, field), &format!("{key} = {moment}"));
        }
    }
    file.line(of(Step::Time, "timezone"), &format!("timezone = {}", quoted(&draft.timezone)));
    if !draft.venue.is_empty() {
        let first = draft.venue.0.keys().next().copied();
        let place = Place { language: first, ..of(Step::Time, "venue") };
        file.line(place, "attendance = \"both\"");
        file.line(place, &format!("venue = {}", texts(&draft.venue)));
    }
    let meeting = of(Step::Time, "meeting_url");
    match draft.meeting_url.as_str() {
        "" => file.line(meeting, "meeting_room = true"),
        url => file.line(meeting, &format!("meeting_url = {}", quoted(url))),
    }
    file.line(of(Step::SignUp, "contact_name"), "[contact]");
    let contact = [
        ("name", "contact_name", &draft.contact_name),
        ("email", "contact_email", &draft.contact_email),
        ("phone", "contact_phone", &draft.contact_phone),
    ];
    for (key, field, typed) in contact.into_iter().filter(|(_, _, typed)| !typed.is_empty()) {
        file.line(of(Step::SignUp, field), &format!("{key} = {}", quoted(typed)));
    }
    file.line(of(Step::SignUp, "capacity"), "[sign_up]");
    if let Some(capacity) = places(&draft.capacity) {
        file.line(of(Step::SignUp, "capacity"), &format!("capacity = {capacity}"));
    }
    if let Some(closes) = moment(&draft.closes, &draft.closes_at) {
        file.line(of(Step::SignUp, "closes"), &format!("closes = {closes}"));
    }
    for (field, line) in draft.policies.filed(texts) {
        let language = if field == "price" { draft.policies.price.0.keys().next().copied() } else { None };
        file.line(Place { language, ..of(Step::Policies, field) }, &line);
    }
    for (number, asked) in draft.form.iter().enumerate() {
        question(&mut file, number, asked);
    }
    file
}

fn question(file: &mut Filed, number: usize, asked: &Question) {
    let place = Place { question: Some(number), ..of(Step::Questions, "label") };
    let mut line = |line: &str| file.line(place, line);
    line("[[questions]]");
    line(&format!("key = {}", quoted(&asked.key)));
    line(&format!("type = {}", quoted(asked.kind.word())));
    line(&format!("required = {}", asked.required));
    line(&format!("sensitive = {}", asked.sensitive));
    if let Some(days) = days(&asked.days) {
        line(&format!("delete_after_days = {days}"));
    }
    line(&format!("autocomplete = {}", quoted(&asked.autocomplete)));
    line(&format!("label = {}", texts(&asked.label)));
    if !asked.hint.is_empty() {
        line(&format!("hint = {}", texts(&asked.hint)));
    }
    line(&format!("purpose = {}", texts(&asked.purpose)));
    match asked.kind {
        Kind::Municipality => {
            let country = match asked.country {
                Country::No => "no",
                Country::Se => "se",
                Country::Both => "both",
            };
            line(&format!("country = {}", quoted(country)));
        }
        Kind::Number => {
            for (key, typed) in [("min", &asked.min), ("max", &asked.max)] {
                if let Some(limit) = limit(typed) {
                    line(&format!("{key} = {limit}"));
                }
            }
        }
        Kind::OneOf | Kind::SeveralOf => {
            let option =
                |option: &Offered| format!("{{ value = {}, label = {} }}", quoted(&option.value), texts(&option.label));
            let options: Vec<String> = asked.options.iter().map(option).collect();
            line(&format!("options = [{}]", options.join(", ")));
        }
        _ => {}
    }
    if let Some(condition) = &asked.only_if {
        let any_of: Vec<String> = condition.any_of.iter().map(|value| quoted(value)).collect();
        let question = quoted(&condition.question);
        line(&format!("only_if = {{ question = {question}, any_of = [{}] }}", any_of.join(", ")));
    }
}

/// A part of a ready question in every language.
pub(crate) fn wording(ready: Ready, part: &str, words: &Text) -> Localised {
    let key = ["drafting-ask-", ready.key(), "-", part].concat();
    Localised(Language::ALL.into_iter().map(|language| (language, words.word(language, &key, &[]))).collect())
}

/// As TOML writes local times.
fn moment(day: &Day, typed: &str) -> Option<String> {
    Some(format!("{}T{}", day.date()?, clock(typed)?.format("%H:%M:%S")))
}

fn texts(text: &Localised) -> String {
    let each: Vec<String> = text.0.iter().map(|(language, text)| format!("{language} = {}", quoted(text))).collect();
    format!("{{ {} }}", each.join(", "))
}

/// A basic string of TOML on one line. JSON writes strings in the same way, but for the one character that it leaves as it is.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}

#[cfg(test)]
mod tests;
