//! A draft as the event file that says the same, so that it is judged and taken in as every file is.

use super::draft::{Day, Draft, Step};
use super::missing::{Missing, Place, places};
use super::question::Ready;
use crate::clock::clock;
use event_file::Problem;
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

const NOWHERE: Place = Place { step: None, field: "", language: None };

const fn of(step: Step, field: &'static str) -> Place {
    Place { step: Some(step), field, language: None }
}

/// Writes it. What is not there, or cannot be read, is left out; the file says then that it is missing. `words` has the wording of
/// the ready questions.
pub(crate) fn filed(draft: &Draft, slug: &str, organisation: &Organisation, words: &Text) -> Filed {
    let mut file = Filed { text: String::new(), lines: Vec::new() };
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
    for (ready, required) in &draft.questions {
        question(&mut file, *ready, *required, organisation, words);
    }
    file
}

fn question(file: &mut Filed, ready: Ready, required: bool, organisation: &Organisation, words: &Text) {
    let place = Place { step: Some(Step::Questions), field: "ask", language: None };
    let mut line = |line: &str| file.line(place, line);
    line("[[questions]]");
    line(&format!("key = {}", quoted(ready.key())));
    line(&format!("type = {}", quoted(ready.kind())));
    if ready == Ready::Municipality {
        line("country = \"both\"");
    }
    line(&format!("required = {required}"));
    line(&format!("sensitive = {}", ready.sensitive()));
    line(&format!("delete_after_days = {}", ready.days(organisation.retention_days)));
    line(&format!("autocomplete = {}", quoted(ready.autocomplete())));
    for part in ["label", "purpose"] {
        line(&format!("{part} = {}", texts(&wording(ready, part, words))));
    }
}

/// A part of a ready question in every language.
pub(crate) fn wording(ready: Ready, part: &str, words: &Text) -> Localised {
    let key = ["webinar-ask-", ready.key(), "-", part].concat();
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
