//! Decision: what a draft lacks, and what in it cannot stand as it is.

use super::Missing;
use crate::Network;
use crate::clock::clock;
use crate::draft::{Draft, ROLES};
use crate::form::wanting::lacks;
use calendar::at_local;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use event_file::{is_address, meeting_address};
use proto::event::EventKind;
use proto::organisation::Organisation;
use proto::{Language, Localised};

const LONGEST_TITLE: usize = 200;
const MOST_PLACES: u32 = 100_000;

/// As files know them.
const MOST_SEATS: u32 = 50;
const MOST_EXTRA: u32 = 20;
const MOST_DAYS: u32 = 60;

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
    if draft.has_forms(around.kind) {
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
