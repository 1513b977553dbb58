//! The facts that all kinds of event share.

use crate::reading::Reading;
use crate::section::Section;
use crate::sign_up::Times;
use crate::{Expected, Known, names, question, sign_up, time};
use chrono_tz::Tz;
use proto::event::{Attendance, Contact, Event};
use proto::{EventId, Localised};
use url::Url;
use uuid::Uuid;

/// What a file without problems says.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Its id, revision and the ids of its pools are still to be given.
    pub event: Event,
    /// The key of each pool, in the order of the pools.
    pub pool_keys: Vec<String>,
    pub meeting_url: String,
    pub doors: Doors,
    pub cancelled: Option<Cancelled>,
}

/// How long before the start and after the end one can join.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Doors {
    pub before_minutes: u32,
    pub after_minutes: u32,
}

/// The file says that the webinar will not take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    pub reason: Option<Localised>,
}

/// In minutes, where a file says nothing.
const USUAL_REMINDERS: [u32; 3] = [7 * 24 * 60, 24 * 60, 60];
const USUAL_DOORS: Doors = Doors { before_minutes: 15, after_minutes: 30 };
const LONGEST_DOORS: u32 = 24 * 60;
const MOST_REMINDERS: usize = 10;
const EARLIEST_REMINDER: u32 = 90 * 24 * 60;
/// Of the snapshot in JSON: the envelope around it must stay below what is carried.
const LARGEST: usize = 200 * 1024;

pub(crate) fn facts<M>(
    reading: &mut Reading<'_>,
    mut file: Section<'_>,
    known: &Known<'_>,
    expected: &Expected,
    more: impl FnOnce(&mut Reading<'_>, &mut Section<'_>, Times) -> Option<M>,
) -> Option<(Facts, M)> {
    let noun = expected.kind.word();
    file.one_of(&mut reading.problems, "kind", &[(noun, ())]);
    let slug = names::slug(reading, &mut file);
    let organisation = names::organisation(reading, &mut file, known, noun);
    let responsible = organisation.and_then(|slug| known.organisations.get(slug.value));
    let co_organisers = names::co_organisers(reading, &mut file, organisation, known);
    let series = names::series(reading, &mut file);
    let title = reading.needed_line(&mut file, "title", "title");
    let summary = reading.needed(&mut file, "summary", "summary");
    let description = reading.needed(&mut file, "description", "description");
    let times = times(reading, &mut file, known, noun);
    let attendance = attendance(reading, &mut file, expected);
    let venue = reading.texts(&mut file, "venue", "venue");
    match (attendance, file.place_of("venue")) {
        (Some(Attendance::Both | Attendance::InPerson), None) => file.missing(&mut reading.problems, "venue"),
        (Some(Attendance::Online), Some(at)) => {
            reading.problems.add(at, "`venue` is given, so people meet: set `attendance = \"both\"`, or take it out");
        }
        _ => {}
    }
    let meeting_url = meeting_url(reading, &mut file, expected);
    let doors = doors(reading, &mut file);
    file.missing(&mut reading.problems, "contact");
    let contact = file.section(&mut reading.problems, "contact").and_then(|mut section| {
        let read = contact(reading, &mut section);
        section.finish(&mut reading.problems);
        read
    });
    file.missing(&mut reading.problems, "sign_up");
    let signing = file.section(&mut reading.problems, "sign_up");
    let untitled = Localised::default();
    let whole = title.as_ref().unwrap_or(&untitled);
    let forms = attendance.filter(|_| expected.forms);
    let signing = signing.map(|section| sign_up::sign_up(reading, section, times, whole, forms));
    let questions = file.sections(&mut reading.problems, "questions");
    let retention = responsible.map(|organisation| organisation.retention_days);
    let questions = question::questions(reading, questions, retention);
    let usual_reminders = !file.has("reminders");
    let reminders = reminders(reading, &mut file);
    let cancelled = cancelled(reading, &mut file, known, noun);
    let more = more(reading, &mut file, times);
    file.finish(&mut reading.problems);
    reading.check_languages(responsible);

    let (mut sign_up, pool_keys) = signing?;
    sign_up.questions = questions;
    let event = Event {
        id: EventId(Uuid::nil()),
        revision: 0,
        kind: expected.kind,
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
        usual_reminders,
        programme_version: None,
    };
    if serde_json::to_vec(&event).map_or(usize::MAX, |json| json.len()) > LARGEST {
        reading.problems.add(0, format!("all texts together are larger than {} kB", LARGEST / 1024));
    }
    let facts = Facts { event, pool_keys, meeting_url: meeting_url?, doors, cancelled };
    more.map(|more| (facts, more))
}

fn times(reading: &mut Reading<'_>, file: &mut Section<'_>, known: &Known<'_>, noun: &str) -> Times {
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
            let sentence = format!("the {noun} is over already; only those that lie ahead can be published");
            reading.problems.add(ends.at, sentence);
        }
    }
    Times { zone, starts_at, ends_at }
}

fn attendance(reading: &mut Reading<'_>, file: &mut Section<'_>, expected: &Expected) -> Option<Attendance> {
    match file.has("attendance") {
        true => file.one_of(&mut reading.problems, "attendance", expected.ways).map(|way| way.value),
        false => expected.ways.first().map(|(_, way)| *way),
    }
}

/// Empty where a file need not say it and does not.
fn meeting_url(reading: &mut Reading<'_>, file: &mut Section<'_>, expected: &Expected) -> Option<String> {
    if !expected.meeting_needed && !file.has("meeting_url") {
        return Some(String::new());
    }
    let written = file.needed_word(&mut reading.problems, "meeting_url")?;
    let address = meeting_address(written.value);
    if address.is_none() {
        // The address itself is not repeated: it opens the meeting.
        reading.problems.add(written.at, "`meeting_url` must be a whole address that begins with https://");
    }
    address
}

/// Where a meeting can be: an address that a browser opens encrypted, as it stands in a header.
pub fn meeting_address(text: &str) -> Option<String> {
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

/// A person or desk that answers questions. What else the section holds is for others to read.
pub fn contact(reading: &mut Reading<'_>, section: &mut Section<'_>) -> Option<Contact> {
    let problems = &mut reading.problems;
    let name = section.needed_word(problems, "name");
    let email = section.needed_word(problems, "email");
    let phone = section.word(problems, "phone");
    if let Some(email) = email.filter(|email| !is_address(email.value)) {
        problems.add(email.at, format!("`{}` is no e-mail address", email.value));
    }
    Some(Contact {
        name: name?.value.to_owned(),
        email: email?.value.to_owned(),
        phone: phone.map(|phone| phone.value.to_owned()),
    })
}

/// Whether this can be an address of e-mail.
pub fn is_address(text: &str) -> bool {
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

fn cancelled(reading: &mut Reading<'_>, file: &mut Section<'_>, known: &Known<'_>, noun: &str) -> Option<Cancelled> {
    let said = file.yes_no(&mut reading.problems, "cancelled");
    let reason = reading.texts(file, "cancel_reason", "cancel_reason");
    let is = said.is_some_and(|said| said.value);
    match known.published {
        None if is => {
            let at = said.map_or(file.at, |said| said.at);
            reading.problems.add(at, format!("nothing to cancel: the {noun} has not been published"));
        }
        Some(published) if published.cancelled && !is => {
            let sentence =
                format!("the {noun} was cancelled, which cannot be taken back: publish a new one under another slug");
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
