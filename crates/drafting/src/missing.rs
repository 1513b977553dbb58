//! Decision: what a draft lacks before it can be published, and what in it cannot stand as it is.

use crate::Network;
use crate::clock::clock;
use crate::draft::{Draft, ROLES, Step};
use crate::form::wanting::{Lack, lacks};
use crate::policies::Wrong;
use calendar::at_local;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
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
    /// People meet, and nobody knows where.
    NeedsVenue(Language),
    Room(Language),
    /// On more than one line, or longer than a line.
    LongTitle(Language),
    WrongUntil,
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
    WrongOnlinePlaces,
    WrongNetwork,
    /// It is published, and others were invited.
    NetworkStays,
    Seats,
    WrongSeats,
    WrongExtra,
    /// Of the role with this number.
    WrongLeast(usize),
    WrongMost(usize),
    SeatsBelowLeast,
    /// All members together have more seats than there are places.
    SeatsAbovePlaces,
    WrongRelease,
    ReleaseAfterStart,
    WrongAnswerDays,
    AnswerDaysAlone,
    /// Of the choice with this number, from 1.
    Choice(usize, Language),
    LongChoice(usize, Language),
    ChoicePlaces(usize),
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
            Self::Venue(language) | Self::NeedsVenue(language) => text(Step::Time, "venue", language),
            Self::Room(language) => text(Step::Time, "room", language),
            Self::WrongUntil => at(Step::Time, "until"),
            Self::Day | Self::WrongDay | Self::Over => at(Step::Time, "day"),
            Self::Starts | Self::WrongStart | Self::SkippedStart => at(Step::Time, "starts"),
            Self::Ends | Self::WrongEnd | Self::SkippedEnd | Self::EndsBeforeStart => at(Step::Time, "ends"),
            Self::WrongZone => at(Step::Time, "timezone"),
            Self::Meeting | Self::WrongMeeting => at(Step::Time, "meeting_url"),
            Self::WrongPlaces => at(Step::SignUp, "capacity"),
            Self::WrongOnlinePlaces => at(Step::SignUp, "online_capacity"),
            Self::WrongNetwork | Self::NetworkStays => at(Step::Invited, "network"),
            Self::Seats | Self::WrongSeats | Self::SeatsBelowLeast | Self::SeatsAbovePlaces => {
                at(Step::Invited, "seats")
            }
            Self::WrongExtra => at(Step::Invited, "extra"),
            Self::WrongLeast(role) => at(Step::Invited, LEAST[role % ROLES.len()]),
            Self::WrongMost(role) => at(Step::Invited, MOST[role % ROLES.len()]),
            Self::WrongRelease | Self::ReleaseAfterStart => at(Step::Invited, "release"),
            Self::WrongAnswerDays | Self::AnswerDaysAlone => at(Step::Invited, "answer_days"),
            Self::Choice(_, language) | Self::LongChoice(_, language) => text(Step::Choices, "choice", language),
            Self::ChoicePlaces(_) => at(Step::Choices, "choice"),
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
            Self::Choice(number, language) | Self::LongChoice(number, language) => {
                format!("choice-{number}_{language}")
            }
            Self::ChoicePlaces(number) => format!("choice-{number}-places"),
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
            Self::NeedsVenue(_) => "drafting-missing-needs-venue",
            Self::Room(_) => "drafting-missing-room",
            Self::LongTitle(_) => "drafting-missing-long-title",
            Self::WrongUntil => "drafting-missing-wrong-until",
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
            Self::WrongOnlinePlaces => "drafting-missing-wrong-online-places",
            Self::WrongNetwork => "drafting-missing-wrong-network",
            Self::NetworkStays => "drafting-missing-network-stays",
            Self::Seats => "drafting-missing-seats",
            Self::WrongSeats => "drafting-missing-wrong-seats",
            Self::WrongExtra => "drafting-missing-wrong-extra",
            Self::WrongLeast(_) => "drafting-missing-wrong-least",
            Self::WrongMost(_) => "drafting-missing-wrong-most",
            Self::SeatsBelowLeast => "drafting-missing-seats-below-least",
            Self::SeatsAbovePlaces => "drafting-missing-seats-above-places",
            Self::WrongRelease => "drafting-missing-wrong-release",
            Self::ReleaseAfterStart => "drafting-missing-release-after-start",
            Self::WrongAnswerDays => "drafting-missing-wrong-answer-days",
            Self::AnswerDaysAlone => "drafting-missing-answer-days-alone",
            Self::Choice(..) => "drafting-missing-choice",
            Self::LongChoice(..) => "drafting-missing-long-choice",
            Self::ChoicePlaces(_) => "drafting-missing-choice-places",
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
                | Self::NeedsVenue(_)
                | Self::Room(_)
                | Self::Seats
                | Self::Choice(..)
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
            Self::NeedsVenue(language),
            Self::Room(language),
            Self::LongTitle(language),
            Self::WrongUntil,
            Self::WrongOnlinePlaces,
            Self::WrongNetwork,
            Self::NetworkStays,
            Self::Seats,
            Self::WrongSeats,
            Self::WrongExtra,
            Self::WrongLeast(0),
            Self::WrongMost(3),
            Self::SeatsBelowLeast,
            Self::SeatsAbovePlaces,
            Self::WrongRelease,
            Self::ReleaseAfterStart,
            Self::WrongAnswerDays,
            Self::AnswerDaysAlone,
            Self::Choice(2, language),
            Self::LongChoice(2, language),
            Self::ChoicePlaces(2),
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
    /// Those that the organisation can invite.
    pub(crate) networks: &'a [Network],
    pub(crate) now: DateTime<Utc>,
}

/// Everything, in the order of the steps.
pub(crate) fn missing(draft: &Draft, around: Around<'_>) -> Vec<Missing> {
    let mut found = Vec::new();
    texts(draft, around.organisation, &mut found);
    let zone = draft.timezone.parse::<Tz>().ok();
    let (starts_at, ends_at) = times(draft, around.kind, zone, around.now, &mut found);
    if zone.is_none() {
        found.push(Missing::WrongZone);
    }
    let required = &around.organisation.required_languages;
    match around.kind {
        EventKind::Webinar if draft.venue.is_empty() => {}
        EventKind::Webinar => found.extend(draft.venue.missing(required).into_iter().map(Missing::Venue)),
        _ if draft.attendance == "online" => {}
        _ => found.extend(absent(&draft.venue, required).into_iter().map(Missing::NeedsVenue)),
    }
    if around.kind == EventKind::Conference && !draft.room.is_empty() {
        found.extend(draft.room.missing(required).into_iter().map(Missing::Room));
    }
    match draft.meeting_url.as_str() {
        "" if around.rooms || around.kind != EventKind::Webinar => {}
        "" => found.push(Missing::Meeting),
        url if meeting_address(url).is_none() => found.push(Missing::WrongMeeting),
        _ => {}
    }
    if !draft.capacity.is_empty() && places(&draft.capacity).is_none() {
        found.push(Missing::WrongPlaces);
    }
    if around.kind == EventKind::Conference && draft.attendance == "both" {
        if !draft.online_capacity.is_empty() && places(&draft.online_capacity).is_none() {
            found.push(Missing::WrongOnlinePlaces);
        }
    }
    deadline(draft, zone, ends_at, &mut found);
    if around.kind == EventKind::Gathering {
        invited(draft, starts_at, zone, around.networks, &mut found);
    }
    if around.kind != EventKind::Webinar {
        choices(draft, required, &mut found);
    }
    if draft.contact_name.is_empty() {
        found.push(Missing::ContactName);
    }
    match draft.contact_email.as_str() {
        "" => found.push(Missing::ContactEmail),
        email if !is_address(email) => found.push(Missing::WrongEmail),
        _ => {}
    }
    let wrong = draft.policies.wrong(required);
    found.extend(wrong.into_iter().map(Missing::Policies));
    let retention = around.organisation.retention_days;
    for number in 0..draft.form.len() {
        let lacking = lacks(&draft.form, number, required, retention);
        found.extend(lacking.into_iter().map(|lack| Missing::Question(number, lack)));
    }
    if around.organisation.accessibility_statement.trim().is_empty() {
        found.push(Missing::Statement);
    }
    found
}

/// When the draft says that it starts and ends, where both can be read.
pub(crate) fn moments(draft: &Draft, kind: EventKind) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let zone = draft.timezone.parse::<Tz>().ok()?;
    let (starts_at, ends_at) = times(draft, kind, Some(zone), DateTime::UNIX_EPOCH, &mut Vec::new());
    starts_at.zip(ends_at)
}

/// How many places, where that can be read.
pub(crate) fn places(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|places| (1..=MOST_PLACES).contains(places))
}

const LEAST: [&str; 4] = ["least_elected", "least_leadership", "least_professional", "least_other"];
const MOST: [&str; 4] = ["most_elected", "most_leadership", "most_professional", "most_other"];

/// As files know them.
const MOST_SEATS: u32 = 50;
const MOST_EXTRA: u32 = 20;
const MOST_DAYS: u32 = 60;

/// A number from `from` to `to`, where that can be read.
pub(crate) fn number(typed: &str, from: u32, to: u32) -> Option<u32> {
    typed.parse().ok().filter(|number| (from..=to).contains(number))
}

/// Who is invited: nothing is asked of a gathering that is for all.
fn invited(
    draft: &Draft,
    starts_at: Option<DateTime<Utc>>,
    zone: Option<Tz>,
    networks: &[Network],
    found: &mut Vec<Missing>,
) {
    if draft.network.is_empty() {
        return;
    }
    if !networks.iter().any(|network| network.slug == draft.network) {
        found.push(Missing::WrongNetwork);
    }
    let seats = number(&draft.seats, 1, MOST_SEATS);
    if seats.is_none() {
        found.push(if draft.seats.is_empty() { Missing::Seats } else { Missing::WrongSeats });
    }
    if !draft.extra.is_empty() && number(&draft.extra, 0, MOST_EXTRA).is_none() {
        found.push(Missing::WrongExtra);
    }
    let mut sum = 0;
    for (place, role) in ROLES.into_iter().enumerate() {
        let (least, most) = (draft.least.get(role), draft.most.get(role));
        let read = |typed: Option<&String>| typed.and_then(|typed| number(typed, 0, MOST_SEATS));
        if least.is_some() && read(least).is_none() {
            found.push(Missing::WrongLeast(place));
        }
        let below = read(least).zip(read(most)).is_some_and(|(least, most)| most < least);
        if below || (most.is_some() && read(most).is_none()) {
            found.push(Missing::WrongMost(place));
        }
        sum += read(least).unwrap_or_default();
    }
    if seats.is_some_and(|seats| seats < sum) {
        found.push(Missing::SeatsBelowLeast);
    }
    let release = draft.release.date();
    if release.is_none() && !draft.release.is_empty() {
        found.push(Missing::WrongRelease);
    }
    let release_at = release.zip(zone).and_then(|(day, zone)| at_local(zone, day.and_time(NaiveTime::MIN)).ok());
    if release_at.zip(starts_at).is_some_and(|(release, starts)| starts <= release) {
        found.push(Missing::ReleaseAfterStart);
    }
    match draft.answer_days.as_str() {
        "" => {}
        days if number(days, 1, MOST_DAYS).is_none() => found.push(Missing::WrongAnswerDays),
        _ if draft.release.is_empty() => found.push(Missing::AnswerDaysAlone),
        _ => {}
    }
}

fn choices(draft: &Draft, required: &[Language], found: &mut Vec<Missing>) {
    for (number, choice) in (1..).zip(&draft.choices) {
        let long = |line: &str| line.contains('\n') || line.chars().count() > LONGEST_TITLE;
        found.extend(choice.label.missing(required).into_iter().map(|language| Missing::Choice(number, language)));
        let long = choice.label.0.iter().filter(|(_, line)| long(line));
        found.extend(long.map(|(language, _)| Missing::LongChoice(number, *language)));
        if !choice.capacity.is_empty() && places(&choice.capacity).is_none() {
            found.push(Missing::ChoicePlaces(number));
        }
    }
}

fn absent(text: &Localised, required: &[Language]) -> Vec<Language> {
    match required {
        // Whatever language it is, it must be one.
        [] if text.is_empty() => vec![Language::Nn],
        required => text.missing(required),
    }
}

fn texts(draft: &Draft, organisation: &Organisation, found: &mut Vec<Missing>) {
    let absent = |text: &Localised| absent(text, &organisation.required_languages);
    let long = draft.title.0.iter().filter(|(_, line)| line.contains('\n') || line.chars().count() > LONGEST_TITLE);
    found.extend(absent(&draft.title).into_iter().map(Missing::Title));
    found.extend(long.map(|(language, _)| Missing::LongTitle(*language)));
    found.extend(absent(&draft.summary).into_iter().map(Missing::Summary));
    found.extend(absent(&draft.description).into_iter().map(Missing::Description));
}

type Moment = Option<DateTime<Utc>>;

/// When it starts and ends, where that can be read.
fn times(
    draft: &Draft,
    kind: EventKind,
    zone: Option<Tz>,
    now: DateTime<Utc>,
    found: &mut Vec<Missing>,
) -> (Moment, Moment) {
    let day = draft.day.date();
    let until = match draft.last(kind) {
        None => day,
        Some(last) => {
            if last.date().is_none() {
                found.push(Missing::WrongUntil);
            }
            last.date()
        }
    };
    if day.is_none() {
        found.push(if draft.day.is_empty() { Missing::Day } else { Missing::WrongDay });
    }
    let mut moment = |day: Option<NaiveDate>, typed: &str, absent: Missing, wrong: Missing, skipped: Missing| {
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
    let starts_at = moment(day, &draft.starts, Missing::Starts, Missing::WrongStart, Missing::SkippedStart);
    let ends_at = moment(until, &draft.ends, Missing::Ends, Missing::WrongEnd, Missing::SkippedEnd);
    if let (Some(starts_at), Some(ends_at)) = (starts_at, ends_at) {
        if ends_at <= starts_at {
            found.push(Missing::EndsBeforeStart);
        } else if ends_at <= now {
            found.push(Missing::Over);
        }
    }
    (starts_at, ends_at)
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
