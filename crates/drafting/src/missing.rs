//! Decision: what a draft lacks before it can be published, and what in it cannot stand as it is.

use crate::clock::clock;
use crate::draft::{Draft, Step};
use crate::form::wanting::{Lack, lacks};
use crate::policies::Wrong;
use calendar::at_local;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use event_file::{is_address, meeting_address};
use proto::event::EventKind;
use proto::organisation::Organisation;
use proto::{Language, Localised};

const LONGEST_TITLE: usize = 200;
const MOST_PLACES: u32 = 100_000;

/// One thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    /// A text that must exist in this language.
    Title(Language),
    Summary(Language),
    Description(Language),
    Venue(Language),
    /// On more than one line, or longer than a line.
    LongTitle(Language),
    Day,
    /// There is no such day.
    WrongDay,
    Starts,
    WrongStart,
    /// The clocks are put forward past it on that day.
    SkippedStart,
    Ends,
    WrongEnd,
    SkippedEnd,
    EndsBeforeStart,
    /// It has been.
    Over,
    WrongZone,
    Meeting,
    WrongMeeting,
    WrongPlaces,
    WrongDeadlineDay,
    WrongDeadlineTime,
    DeadlineAfterEnd,
    ContactName,
    ContactEmail,
    WrongEmail,
    Policies(Wrong),
    /// Of the question with this number, from 0.
    Question(usize, Lack),
    /// The organisation has no accessibility statement, and nothing goes live without one.
    Statement,
    /// The judge of event files does not take it, for a reason that is not among these.
    Refused(Place),
}

/// Where something is put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Absent when it is not in the draft.
    pub(crate) step: Option<Step>,
    /// The number of the question whose page it is on, from 0.
    pub(crate) question: Option<usize>,
    /// The id of the field, or what its name begins with.
    pub(crate) field: &'static str,
    /// Of a text.
    pub(crate) language: Option<Language>,
}

impl Place {
    pub(crate) fn id(self) -> String {
        match self.language {
            Some(language) => format!("{}_{language}", self.field),
            None => self.field.to_owned(),
        }
    }
}

const fn at(step: Step, field: &'static str) -> Place {
    Place { step: Some(step), question: None, field, language: None }
}

const fn text(step: Step, field: &'static str, language: Language) -> Place {
    Place { step: Some(step), question: None, field, language: Some(language) }
}

impl Missing {
    pub(crate) const fn place(self) -> Place {
        match self {
            Self::Title(language) | Self::LongTitle(language) => text(Step::Texts, "title", language),
            Self::Summary(language) => text(Step::Texts, "summary", language),
            Self::Description(language) => text(Step::Texts, "description", language),
            Self::Venue(language) => text(Step::Time, "venue", language),
            Self::Day | Self::WrongDay | Self::Over => at(Step::Time, "day"),
            Self::Starts | Self::WrongStart | Self::SkippedStart => at(Step::Time, "starts"),
            Self::Ends | Self::WrongEnd | Self::SkippedEnd | Self::EndsBeforeStart => at(Step::Time, "ends"),
            Self::WrongZone => at(Step::Time, "timezone"),
            Self::Meeting | Self::WrongMeeting => at(Step::Time, "meeting_url"),
            Self::WrongPlaces => at(Step::SignUp, "capacity"),
            Self::WrongDeadlineDay | Self::DeadlineAfterEnd => at(Step::SignUp, "closes"),
            Self::WrongDeadlineTime => at(Step::SignUp, "closes_at"),
            Self::ContactName => at(Step::SignUp, "contact_name"),
            Self::ContactEmail | Self::WrongEmail => at(Step::SignUp, "contact_email"),
            Self::Policies(wrong) => Place { language: wrong.language(), ..at(Step::Policies, wrong.field()) },
            Self::Question(number, lack) => {
                Place { question: Some(number), language: lack.language(), ..at(Step::Questions, "") }
            }
            Self::Statement => Place { step: None, question: None, field: "", language: None },
            Self::Refused(place) => place,
        }
    }

    /// The id of the field; empty when there is none.
    pub(crate) fn id(self) -> String {
        match self {
            Self::Question(_, lack) => lack.id(),
            other => other.place().id(),
        }
    }

    /// The key of the sentence that says how to put it right.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Title(_) => "drafting-missing-title",
            Self::Summary(_) => "drafting-missing-summary",
            Self::Description(_) => "drafting-missing-description",
            Self::Venue(_) => "drafting-missing-venue",
            Self::LongTitle(_) => "drafting-missing-long-title",
            Self::Day => "drafting-missing-day",
            Self::WrongDay => "drafting-missing-wrong-day",
            Self::Starts => "drafting-missing-starts",
            Self::WrongStart => "drafting-missing-wrong-start",
            Self::SkippedStart => "drafting-missing-skipped-start",
            Self::Ends => "drafting-missing-ends",
            Self::WrongEnd => "drafting-missing-wrong-end",
            Self::SkippedEnd => "drafting-missing-skipped-end",
            Self::EndsBeforeStart => "drafting-missing-ends-before-start",
            Self::Over => "drafting-missing-over",
            Self::WrongZone => "drafting-missing-wrong-zone",
            Self::Meeting => "drafting-missing-meeting",
            Self::WrongMeeting => "drafting-missing-wrong-meeting",
            Self::WrongPlaces => "drafting-missing-wrong-places",
            Self::WrongDeadlineDay => "drafting-missing-wrong-deadline-day",
            Self::WrongDeadlineTime => "drafting-missing-wrong-deadline-time",
            Self::DeadlineAfterEnd => "drafting-missing-deadline-after-end",
            Self::ContactName => "drafting-missing-contact-name",
            Self::ContactEmail => "drafting-missing-contact-email",
            Self::WrongEmail => "drafting-missing-wrong-email",
            Self::Policies(wrong) => wrong.key(),
            Self::Question(_, lack) => lack.key(),
            Self::Statement => "drafting-missing-statement",
            Self::Refused(_) => "drafting-missing-refused",
        }
    }

    /// Something stands there and cannot stay. What is only not written yet can wait until the draft is come back to.
    pub(crate) const fn is_wrong(self) -> bool {
        if let Self::Question(_, lack) = self {
            return lack.is_wrong();
        }
        !matches!(
            self,
            Self::Title(_)
                | Self::Summary(_)
                | Self::Description(_)
                | Self::Venue(_)
                | Self::Day
                | Self::Starts
                | Self::Ends
                | Self::Meeting
                | Self::ContactName
                | Self::ContactEmail
                | Self::Statement
        )
    }

    /// One of each, for samples and for the test of their words.
    pub(crate) fn examples() -> Vec<Self> {
        let language = Language::Nb;
        let of_questions = Lack::examples().map(|lack| Self::Question(1, lack));
        let mut examples = vec![
            Self::Title(language),
            Self::Summary(language),
            Self::Description(language),
            Self::Venue(language),
            Self::LongTitle(language),
            Self::Day,
            Self::WrongDay,
            Self::Starts,
            Self::WrongStart,
            Self::SkippedStart,
            Self::Ends,
            Self::WrongEnd,
            Self::SkippedEnd,
            Self::EndsBeforeStart,
            Self::Over,
            Self::WrongZone,
            Self::Meeting,
            Self::WrongMeeting,
            Self::WrongPlaces,
            Self::WrongDeadlineDay,
            Self::WrongDeadlineTime,
            Self::DeadlineAfterEnd,
            Self::ContactName,
            Self::ContactEmail,
            Self::WrongEmail,
            Self::Statement,
            Self::Refused(at(Step::Time, "venue")),
        ];
        examples.extend(Wrong::EXAMPLES.map(Self::Policies));
        examples.extend(of_questions);
        examples
    }
}

/// What must be known beside the draft.
#[derive(Clone, Copy)]
pub(crate) struct Around<'a> {
    pub(crate) kind: EventKind,
    pub(crate) organisation: &'a Organisation,
    /// This installation can make rooms, so that no address is needed.
    pub(crate) rooms: bool,
    pub(crate) now: DateTime<Utc>,
}

/// Everything, in the order of the steps.
pub(crate) fn missing(draft: &Draft, around: Around<'_>) -> Vec<Missing> {
    let mut found = Vec::new();
    texts(draft, around.organisation, &mut found);
    let zone = draft.timezone.parse::<Tz>().ok();
    let ends_at = times(draft, zone, around.now, &mut found);
    if zone.is_none() {
        found.push(Missing::WrongZone);
    }
    if !draft.venue.is_empty() {
        let languages = draft.venue.missing(&around.organisation.required_languages);
        found.extend(languages.into_iter().map(Missing::Venue));
    }
    match draft.meeting_url.as_str() {
        "" if around.rooms => {}
        "" => found.push(Missing::Meeting),
        url if meeting_address(url).is_none() => found.push(Missing::WrongMeeting),
        _ => {}
    }
    if !draft.capacity.is_empty() && places(&draft.capacity).is_none() {
        found.push(Missing::WrongPlaces);
    }
    deadline(draft, zone, ends_at, &mut found);
    if draft.contact_name.is_empty() {
        found.push(Missing::ContactName);
    }
    match draft.contact_email.as_str() {
        "" => found.push(Missing::ContactEmail),
        email if !is_address(email) => found.push(Missing::WrongEmail),
        _ => {}
    }
    let wrong = draft.policies.wrong(&around.organisation.required_languages);
    found.extend(wrong.into_iter().map(Missing::Policies));
    let (required, retention) = (&around.organisation.required_languages, around.organisation.retention_days);
    for number in 0..draft.form.len() {
        let lacking = lacks(&draft.form, number, required, retention);
        found.extend(lacking.into_iter().map(|lack| Missing::Question(number, lack)));
    }
    if around.organisation.accessibility_statement.trim().is_empty() {
        found.push(Missing::Statement);
    }
    found
}

/// How many places, where that can be read.
pub(crate) fn places(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|places| (1..=MOST_PLACES).contains(places))
}

fn texts(draft: &Draft, organisation: &Organisation, found: &mut Vec<Missing>) {
    let absent = |text: &Localised| match organisation.required_languages.as_slice() {
        // Whatever language it is, it must be one.
        [] if text.is_empty() => vec![Language::Nn],
        required => text.missing(required),
    };
    let long = draft.title.0.iter().filter(|(_, line)| line.contains('\n') || line.chars().count() > LONGEST_TITLE);
    found.extend(absent(&draft.title).into_iter().map(Missing::Title));
    found.extend(long.map(|(language, _)| Missing::LongTitle(*language)));
    found.extend(absent(&draft.summary).into_iter().map(Missing::Summary));
    found.extend(absent(&draft.description).into_iter().map(Missing::Description));
}

/// When it ends, where that can be read.
fn times(draft: &Draft, zone: Option<Tz>, now: DateTime<Utc>, found: &mut Vec<Missing>) -> Option<DateTime<Utc>> {
    let day = draft.day.date();
    if day.is_none() {
        found.push(if draft.day.is_empty() { Missing::Day } else { Missing::WrongDay });
    }
    let mut moment = |typed: &str, absent: Missing, wrong: Missing, skipped: Missing| {
        let Some(time) = clock(typed) else {
            found.push(if typed.is_empty() { absent } else { wrong });
            return None;
        };
        let moment = at_local(zone?, day?.and_time(time));
        if moment.is_err() {
            found.push(skipped);
        }
        moment.ok()
    };
    let starts_at = moment(&draft.starts, Missing::Starts, Missing::WrongStart, Missing::SkippedStart);
    let ends_at = moment(&draft.ends, Missing::Ends, Missing::WrongEnd, Missing::SkippedEnd);
    if let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at) {
        if ends_at <= starts_at {
            found.push(Missing::EndsBeforeStart);
        } else if ends_at <= now {
            found.push(Missing::Over);
        }
    }
    ends_at
}

/// Day and time of the deadline, or neither: then it is when the webinar begins.
fn deadline(draft: &Draft, zone: Option<Tz>, ends_at: Option<DateTime<Utc>>, found: &mut Vec<Missing>) {
    if draft.closes.is_empty() && draft.closes_at.is_empty() {
        return;
    }
    let (day, time): (Option<NaiveDate>, _) = (draft.closes.date(), clock(&draft.closes_at));
    if day.is_none() {
        found.push(Missing::WrongDeadlineDay);
    }
    if time.is_none() {
        found.push(Missing::WrongDeadlineTime);
    }
    let (Some(day), Some(time), Some(zone)) = (day, time, zone) else { return };
    match at_local(zone, day.and_time(time)) {
        Err(_) => found.push(Missing::WrongDeadlineTime),
        Ok(closes_at) if ends_at.is_some_and(|ends_at| closes_at > ends_at) => found.push(Missing::DeadlineAfterEnd),
        Ok(_) => {}
    }
}

#[cfg(test)]
pub(crate) mod tests;
