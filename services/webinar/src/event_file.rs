//! What an operator writes to publish a webinar: a TOML file with every text in several languages.
//!
//! Reading is a plain function, and it tells everything that is wrong with a file at once, each with its place.

mod names;
mod problem;
mod question;
mod reading;
mod section;
mod sign_up;
mod time;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::event::{Attendance, Contact, Event, EventKind};
use proto::organisation::Organisation;
use proto::{EventId, Localised};
use std::collections::BTreeMap;
use toml::de::DeTable;
use url::Url;
use uuid::Uuid;

pub use problem::Problem;
use problem::Problems;
use reading::Reading;
use section::Section;
use sign_up::Times;

/// What must be known to judge a file.
pub(crate) struct Known<'a> {
    pub(crate) organisations: &'a BTreeMap<String, Organisation>,
    /// The webinar that has the file's slug already.
    pub(crate) published: Option<Published<'a>>,
    pub(crate) now: DateTime<Utc>,
}

/// What matters of a webinar that is published.
#[derive(Clone, Copy)]
pub(crate) struct Published<'a> {
    pub(crate) organisation: &'a str,
    pub(crate) cancelled: bool,
}

/// A file without problems.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EventFile {
    /// Its id, revision and the ids of its pools are still to be given.
    pub(crate) event: Event,
    /// The key of each pool, in the order of the pools.
    pub(crate) pool_keys: Vec<String>,
    pub(crate) meeting_url: String,
    pub(crate) doors: Doors,
    pub(crate) cancelled: Option<Cancelled>,
}

/// How long before the start and after the end one can join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Doors {
    pub(crate) before_minutes: u32,
    pub(crate) after_minutes: u32,
}

/// The file says that the webinar will not take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cancelled {
    pub(crate) reason: Option<Localised>,
}

/// In minutes, where a file says nothing.
const USUAL_REMINDERS: [u32; 3] = [7 * 24 * 60, 24 * 60, 60];
const USUAL_DOORS: Doors = Doors { before_minutes: 15, after_minutes: 30 };
const LONGEST_DOORS: u32 = 24 * 60;
const MOST_REMINDERS: usize = 10;
const EARLIEST_REMINDER: u32 = 90 * 24 * 60;
/// Of the snapshot in JSON: the envelope around it must stay below what is carried.
const LARGEST: usize = 200 * 1024;

/// The slug that a file speaks of, as far as it can be read.
pub(crate) fn slug_of(text: &str) -> Option<String> {
    let (table, _) = DeTable::parse_recoverable(text);
    table.get_ref().get("slug")?.get_ref().as_str().map(|slug| slug.trim().to_owned())
}

/// Reads a file, or says everything that is wrong with it.
pub(crate) fn read(text: &str, file: &str, known: &Known<'_>) -> Result<EventFile, Vec<Problem>> {
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
    let read = content(&mut reading, Section::new(table.get_ref(), 0), known);
    match read {
        Some(read) if reading.problems.is_empty() => Ok(read),
        _ => Err(reading.problems.sorted()),
    }
}

fn content(reading: &mut Reading<'_>, mut file: Section<'_>, known: &Known<'_>) -> Option<EventFile> {
    let slug = names::slug(reading, &mut file);
    let organisation = names::organisation(reading, &mut file, known);
    let responsible = organisation.and_then(|slug| known.organisations.get(slug.value));
    let co_organisers = names::co_organisers(reading, &mut file, organisation, known);
    let series = names::series(reading, &mut file);
    let title = reading.needed_line(&mut file, "title", "title");
    let summary = reading.needed(&mut file, "summary", "summary");
    let description = reading.needed(&mut file, "description", "description");
    let times = times(reading, &mut file, known);
    let attendance = attendance(reading, &mut file);
    let venue = reading.texts(&mut file, "venue", "venue");
    match (attendance, file.place_of("venue")) {
        (Some(Attendance::Both), None) => file.missing(&mut reading.problems, "venue"),
        (Some(Attendance::Online), Some(at)) => {
            reading.problems.add(at, "`venue` is given, so people meet: set `attendance = \"both\"`, or take it out");
        }
        _ => {}
    }
    let meeting_url = meeting_url(reading, &mut file);
    let doors = doors(reading, &mut file);
    file.missing(&mut reading.problems, "contact");
    let contact = file.section(&mut reading.problems, "contact").and_then(|section| contact(reading, section));
    file.missing(&mut reading.problems, "sign_up");
    let signing = file.section(&mut reading.problems, "sign_up");
    let signing = signing
        .map(|section| sign_up::sign_up(reading, section, times, title.as_ref().unwrap_or(&Localised::default())));
    let questions = file.sections(&mut reading.problems, "questions");
    let retention = responsible.map(|organisation| organisation.retention_days);
    let questions = question::questions(reading, questions, retention);
    let reminders = reminders(reading, &mut file);
    let cancelled = cancelled(reading, &mut file, known);
    file.finish(&mut reading.problems);
    reading.check_languages(responsible);

    let (mut sign_up, pool_keys) = signing?;
    sign_up.questions = questions;
    let event = Event {
        id: EventId(Uuid::nil()),
        revision: 0,
        kind: EventKind::Webinar,
        slug: slug?,
        organisation: organisation?.value.to_owned(),
        co_organisers,
        series,
        title: title?,
        summary: summary?,
        description: description?,
        starts_at: times.starts_at?.value,
        ends_at: times.ends_at?.value,
        timezone: times.zone?,
        attendance: attendance?,
        venue,
        contact: contact?,
        sign_up,
        reminders,
        programme_version: None,
    };
    if serde_json::to_vec(&event).map_or(usize::MAX, |json| json.len()) > LARGEST {
        reading.problems.add(0, format!("all texts together are larger than {} kB", LARGEST / 1024));
    }
    Some(EventFile { event, pool_keys, meeting_url: meeting_url?, doors, cancelled })
}

fn times(reading: &mut Reading<'_>, file: &mut Section<'_>, known: &Known<'_>) -> Times {
    let zone = file.needed_word(&mut reading.problems, "timezone").and_then(|name| match name.value.parse::<Tz>() {
        Ok(zone) => Some(zone),
        Err(_) => {
            let sentence = format!("`{}` is no time zone: use a name like Europe/Oslo", name.value);
            reading.problems.add(name.at, sentence);
            None
        }
    });
    file.missing(&mut reading.problems, "start");
    file.missing(&mut reading.problems, "end");
    let starts_at = reading.moment(file, "start", zone);
    let ends_at = reading.moment(file, "end", zone);
    if let (Some(starts), Some(ends)) = (starts_at, ends_at) {
        if ends.value <= starts.value {
            reading.problems.add(ends.at, "`end` lies before `start`");
        } else if ends.value <= known.now && known.published.is_none() {
            reading.problems.add(ends.at, "the webinar is over already; only those that lie ahead can be published");
        }
    }
    Times { zone, starts_at, ends_at }
}

fn attendance(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Option<Attendance> {
    let ways = [("online", Attendance::Online), ("both", Attendance::Both)];
    match file.has("attendance") {
        true => file.one_of(&mut reading.problems, "attendance", &ways).map(|way| way.value),
        false => Some(Attendance::Online),
    }
}

fn meeting_url(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Option<String> {
    let written = file.needed_word(&mut reading.problems, "meeting_url")?;
    let address = meeting_address(written.value);
    if address.is_none() {
        // The address itself is not repeated: it opens the meeting.
        reading.problems.add(written.at, "`meeting_url` must be a whole address that begins with https://");
    }
    address
}

/// Where a meeting can be: an address that a browser opens encrypted, as it stands in a header.
pub(crate) fn meeting_address(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let fits = text.len() <= 2_000
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
        && url.scheme() == "https"
        && url.host_str().is_some()
        && url.username().is_empty();
    fits.then(|| url.to_string())
}

fn doors(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Doors {
    let problems = &mut reading.problems;
    let Some(mut section) = file.section(problems, "doors") else { return USUAL_DOORS };
    let mut minutes = |key: &'static str, usual: u32| match section.word(problems, key) {
        None => usual,
        Some(written) => match time::minutes(written.value) {
            Some(minutes) if minutes <= LONGEST_DOORS => minutes,
            _ => {
                problems.add(written.at, format!("`{key}` must be a span of at most a day, like \"15m\" or \"1h\""));
                usual
            }
        },
    };
    let doors = Doors {
        before_minutes: minutes("open_before", USUAL_DOORS.before_minutes),
        after_minutes: minutes("close_after", USUAL_DOORS.after_minutes),
    };
    section.finish(problems);
    doors
}

fn contact(reading: &mut Reading<'_>, mut section: Section<'_>) -> Option<Contact> {
    let problems = &mut reading.problems;
    let name = section.needed_word(problems, "name");
    let email = section.needed_word(problems, "email");
    let phone = section.word(problems, "phone");
    section.finish(problems);
    if let Some(email) = email.filter(|email| !is_address(email.value)) {
        problems.add(email.at, format!("`{}` is no e-mail address", email.value));
    }
    Some(Contact {
        name: name?.value.to_owned(),
        email: email?.value.to_owned(),
        phone: phone.map(|phone| phone.value.to_owned()),
    })
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    !local.is_empty()
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
        && !text.chars().any(|c| c.is_whitespace() || "<>,;:\"@".contains(c) && c != '@')
        && !local.contains('@')
}

fn reminders(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Vec<u32> {
    let problems = &mut reading.problems;
    let Some(listed) = file.words(problems, "reminders") else { return USUAL_REMINDERS.to_vec() };
    if listed.value.len() > MOST_REMINDERS {
        problems.add(listed.at, format!("more than {MOST_REMINDERS} reminders are too many"));
    }
    let mut reminders = Vec::new();
    for written in listed.value {
        match time::minutes(written.value) {
            None => {
                let sentence = format!("`{}` is no reminder: write \"7d\", \"1h\" or \"30m\"", written.value);
                problems.add(written.at, sentence);
            }
            Some(0) => problems.add(written.at, "a reminder must come before the start, so it cannot be zero"),
            Some(minutes) if minutes > EARLIEST_REMINDER => {
                problems.add(written.at, "a reminder cannot come more than 90 days before the start");
            }
            Some(minutes) if reminders.contains(&minutes) => {
                problems.add(written.at, format!("`{}` is there already", written.value));
            }
            Some(minutes) => reminders.push(minutes),
        }
    }
    reminders.sort_unstable_by(|one, other| other.cmp(one));
    reminders
}

fn cancelled(reading: &mut Reading<'_>, file: &mut Section<'_>, known: &Known<'_>) -> Option<Cancelled> {
    let said = file.yes_no(&mut reading.problems, "cancelled");
    let reason = reading.texts(file, "cancel_reason", "cancel_reason");
    let is = said.is_some_and(|said| said.value);
    match known.published {
        None if is => {
            let at = said.map_or(file.at, |said| said.at);
            reading.problems.add(at, "nothing to cancel: the webinar has not been published");
        }
        Some(published) if published.cancelled && !is => {
            let sentence =
                "the webinar was cancelled, which cannot be taken back: publish a new one under another slug";
            reading.problems.add(file.place_of("slug").unwrap_or(file.at), sentence);
        }
        _ => {}
    }
    if reason.is_some() && !is {
        let at = file.place_of("cancel_reason").unwrap_or(file.at);
        reading.problems.add(at, "`cancel_reason` is given, but `cancelled` is not true");
    }
    is.then_some(Cancelled { reason })
}

#[cfg(test)]
mod tests;
