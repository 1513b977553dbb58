//! What an operator writes to publish an event: a TOML file with every text in several languages.
//!
//! Reading is a plain function, and it tells everything that is wrong with a file at once, each with its place. The facts that
//! all kinds of event share are read here; what one kind has besides is read by the service that owns it.

mod closed;
mod facts;
mod forms;
mod names;
mod problem;
mod question;
mod reading;
mod section;
mod sign_up;
mod time;

use chrono::{DateTime, Utc};
use proto::event::{Attendance, EventKind};
use proto::organisation::Organisation;
use std::collections::BTreeMap;
use toml::de::DeTable;

pub use closed::domain;
pub use facts::{Cancelled, Doors, Facts, contact, is_address, meeting_address};
pub use names::is_key;
pub use problem::{Problem, Problems};
pub use reading::Reading;
pub use section::{At, Section};
pub use sign_up::{Times, WHOLE};
pub use time::minutes as span_minutes;

/// What must be known to judge a file.
pub struct Known<'a> {
    pub organisations: &'a BTreeMap<String, Organisation>,
    /// The event that has the file's slug already.
    pub published: Option<Published<'a>>,
    pub now: DateTime<Utc>,
}

/// What matters of an event that is published.
#[derive(Clone, Copy)]
pub struct Published<'a> {
    pub organisation: &'a str,
    pub cancelled: bool,
}

/// What differs between kinds of event.
pub struct Expected {
    pub kind: EventKind,
    /// How people can take part, by what files call it; the first is what a file means that says nothing.
    pub ways: &'static [(&'static str, Attendance)],
    /// Every file says where the meeting is.
    pub meeting_needed: bool,
    /// Forms of attendance can have places of their own.
    pub forms: bool,
}

/// The kind of event that a file speaks of; webinars were first, and need not say it.
pub fn kind_of(text: &str) -> &'static str {
    let said = said_kind(text);
    let kinds = [EventKind::Conference, EventKind::Gathering];
    kinds
        .into_iter()
        .map(EventKind::word)
        .find(|kind| said.as_deref() == Some(kind))
        .unwrap_or(EventKind::Webinar.word())
}

/// What a file says that it is about, as far as it can be read.
pub fn said_kind(text: &str) -> Option<String> {
    let (table, _) = DeTable::parse_recoverable(text);
    table.get_ref().get("kind")?.get_ref().as_str().map(|kind| kind.trim().to_owned())
}

/// The slug that a file speaks of, as far as it can be read.
pub fn slug_of(text: &str) -> Option<String> {
    let (table, _) = DeTable::parse_recoverable(text);
    table.get_ref().get("slug")?.get_ref().as_str().map(|slug| slug.trim().to_owned())
}

/// That the slug of a file belongs to an event of another kind, where the file says it. The addresses of sign-up, lists and letters
/// have nothing but the slug in them.
pub fn slug_taken(text: &str, file: &str, by: EventKind) -> Vec<Problem> {
    let (table, _) = DeTable::parse_recoverable(text);
    let at = table.get_ref().get("slug").map_or(0, |slug| slug.span().start);
    let mut problems = Problems::new(file, text);
    let (slug, kind) = (slug_of(text).unwrap_or_default(), by.word());
    problems
        .add(at, format!("`{slug}` is the slug of a {kind} already: no two events have the same, of whatever kind"));
    problems.sorted()
}

/// Reads a file, or says everything that is wrong with it. `more` reads what this kind of event has besides.
pub fn read<M>(
    text: &str,
    file: &str,
    known: &Known<'_>,
    expected: &Expected,
    more: impl FnOnce(&mut Reading<'_>, &mut Section<'_>, Times) -> Option<M>,
) -> Result<(Facts, M), Vec<Problem>> {
    whole(text, file, |reading, section| facts::facts(reading, section, known, expected, more))
}

/// Reads a file about something that is no event, with the same tools. What is not asked for is a problem. Its texts must
/// exist in the languages of the organisation that `read` finds.
pub fn read_other<'o, M>(
    text: &str,
    file: &str,
    read: impl FnOnce(&mut Reading<'_>, &mut Section<'_>) -> Option<M>,
    organisation: impl FnOnce(&M) -> Option<&'o Organisation>,
) -> Result<M, Vec<Problem>> {
    whole(text, file, |reading, mut section| {
        let read = read(reading, &mut section)?;
        section.finish(&mut reading.problems);
        reading.check_languages(organisation(&read));
        Some(read)
    })
}

fn whole<T>(
    text: &str,
    file: &str,
    read: impl FnOnce(&mut Reading<'_>, Section<'_>) -> Option<T>,
) -> Result<T, Vec<Problem>> {
    let mut problems = Problems::new(file, text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        problems.add(error.span().map_or(0, |span| span.start), format!("cannot be read as TOML: {}", error.message()));
    }
    if !problems.is_empty() {
        // What was guessed from a broken file would only bring problems that are none.
        return Err(problems.sorted());
    }
    let mut reading = Reading::new(problems);
    match read(&mut reading, Section::new(table.get_ref(), 0)) {
        Some(read) if reading.problems.is_empty() => Ok(read),
        _ => Err(reading.problems.sorted()),
    }
}

#[cfg(test)]
mod tests;
