//! What an event file says of a gathering besides the facts that every event has: the network, and its delegations' seats.

use crate::delegation::{Mix, Role, Rules};
use crate::network::{Member, as_of};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use event_file::{Expected, Reading, Section, Times};
use proto::event::{Attendance, EventKind};
use std::collections::BTreeMap;
use working_hours::{Calendar, days_before};

/// What the file of a gathering can say.
pub(crate) const GATHERING: Expected = Expected {
    kind: EventKind::Gathering,
    ways: &[("in_person", Attendance::InPerson), ("online", Attendance::Online)],
    meeting_needed: false,
    forms: false,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filed {
    /// Empty when everybody is invited.
    pub(crate) network: String,
    pub(crate) rules: Rules,
    /// Where the seats stand, for what is found out when all of them are added up.
    pub(crate) seats_at: usize,
}

impl Filed {
    /// Of a gathering that is for all: there are no delegations.
    fn open() -> Self {
        let rules = Rules {
            seats: 0,
            seats_of: BTreeMap::new(),
            only: None,
            at_least: BTreeMap::new(),
            at_most: BTreeMap::new(),
            mix: Mix::Advice,
            extra: 0,
            answer_before: None,
            release_at: None,
        };
        Self { network: String::new(), rules, seats_at: 0 }
    }
}

/// The most seats that one member has.
const MOST_SEATS: i64 = 50;
/// The most seats that it can ask for besides.
const MOST_EXTRA: i64 = 20;
/// Names are asked for at most so many working days before the seats are released.
const MOST_DAYS: i64 = 60;

/// Reads what is said of the network and the delegations.
pub(crate) fn filed(
    reading: &mut Reading<'_>,
    file: &mut Section<'_>,
    times: Times,
    members: Option<&[Member]>,
) -> Option<Filed> {
    if !file.has("network") && !file.has("delegations") {
        return Some(Filed::open());
    }
    let network = file.needed_word(&mut reading.problems, "network");
    if let (Some(network), None) = (network, members) {
        let sentence = format!("the network `{}` is not known: import it first", network.value);
        reading.problems.add(network.at, sentence);
    }
    file.missing(&mut reading.problems, "delegations");
    let mut section = file.section(&mut reading.problems, "delegations")?;
    let zone = times.zone.unwrap_or(chrono_tz::Europe::Oslo);
    let day = times.starts_at.map(|at| at.value.with_timezone(&zone).date_naive());
    let known: Vec<String> = match (members, day) {
        (Some(members), Some(day)) => as_of(members, day).iter().map(|as_of| as_of.member.key.clone()).collect(),
        _ => Vec::new(),
    };
    let rules = rules(reading, &mut section, zone, &known, times.starts_at.map(|at| at.value));
    let seats_at = section.place_of("seats").unwrap_or(section.at);
    section.finish(&mut reading.problems);
    Some(Filed { network: network?.value.to_owned(), rules: rules?, seats_at })
}

fn rules(
    reading: &mut Reading<'_>,
    section: &mut Section<'_>,
    zone: Tz,
    known: &[String],
    starts_at: Option<DateTime<Utc>>,
) -> Option<Rules> {
    section.missing(&mut reading.problems, "seats");
    let seats = section.number(&mut reading.problems, "seats", 1..=MOST_SEATS);
    let mix = section.one_of(&mut reading.problems, "mix", &[("advice", Mix::Advice), ("duty", Mix::Duty)]);
    let extra = section.number(&mut reading.problems, "extra", 0..=MOST_EXTRA);
    let at_least = per_role(reading, section, "at_least");
    let at_most = per_role(reading, section, "at_most");
    for (role, least) in &at_least {
        if at_most.get(role).is_some_and(|most| most < least) {
            let at = section.place_of("at_most").unwrap_or(section.at);
            reading.problems.add(at, format!("`{}` has fewer at most than at least", role.word()));
        }
    }
    let sum: u32 = at_least.values().sum();
    if let Some(seats) = seats.filter(|seats| seats.value < i64::from(sum)) {
        reading
            .problems
            .add(seats.at, format!("`at_least` asks for {sum} people, but there are {} seats", seats.value));
    }
    let release = section.date(&mut reading.problems, "release");
    let days = section.number(&mut reading.problems, "answer_days", 1..=MOST_DAYS);
    if let (Some(days), None) = (days, release) {
        reading.problems.add(days.at, "`answer_days` counts back from `release`, which is missing");
    }
    let release_at = release.map(|day| local(zone, day.value, NaiveTime::MIN));
    if let (Some(release), Some(at), Some(starts)) = (release, release_at, starts_at)
        && at >= starts
    {
        reading.problems.add(release.at, "`release` must be before the gathering begins");
    }
    let answer_before = release.zip(days).map(|(release, days)| {
        let days = u16::try_from(days.value).unwrap_or(u16::MAX);
        let calendar = Calendar::of(zone);
        let day = days_before(release.value, days, calendar);
        local(zone, day, calendar.closes(day))
    });
    let only = section.words(&mut reading.problems, "only").map(|only| {
        let mut keys = Vec::new();
        for key in only.value {
            unknown(reading, known, key.value, key.at);
            keys.push(key.value.to_owned());
        }
        keys
    });
    let mut seats_of = BTreeMap::new();
    for mut member in section.sections(&mut reading.problems, "members") {
        let key = member.needed_word(&mut reading.problems, "key");
        member.missing(&mut reading.problems, "seats");
        let seats = member.number(&mut reading.problems, "seats", 1..=MOST_SEATS);
        member.finish(&mut reading.problems);
        let (Some(key), Some(seats)) = (key, seats) else { continue };
        unknown(reading, known, key.value, key.at);
        if seats_of.insert(key.value.to_owned(), number(seats.value)).is_some() {
            reading.problems.add(key.at, format!("`{}` is there twice", key.value));
        }
    }
    Some(Rules {
        seats: number(seats?.value),
        seats_of,
        only,
        at_least,
        at_most,
        mix: mix.map_or(Mix::Advice, |mix| mix.value),
        extra: extra.map_or(0, |extra| number(extra.value)),
        answer_before,
        release_at,
    })
}

fn unknown(reading: &mut Reading<'_>, known: &[String], key: &str, at: usize) {
    // A network that is not known is a problem of its own.
    if !known.is_empty() && !known.iter().any(|other| other == key) {
        reading.problems.add(at, format!("`{key}` is not in the network on the day of the gathering"));
    }
}

fn per_role(reading: &mut Reading<'_>, section: &mut Section<'_>, key: &'static str) -> BTreeMap<Role, u32> {
    let Some(mut roles) = section.section(&mut reading.problems, key) else { return BTreeMap::new() };
    let found = Role::ALL.into_iter().filter_map(|role| {
        let people = roles.number(&mut reading.problems, role.word(), 0..=MOST_SEATS)?;
        Some((role, number(people.value)))
    });
    let found = found.collect();
    roles.finish(&mut reading.problems);
    found
}

fn number(read: i64) -> u32 {
    u32::try_from(read).unwrap_or_default()
}

/// Neither midnight nor four o'clock is skipped or repeated where we are; elsewhere the first that comes will do.
fn local(zone: Tz, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = day.and_time(time);
    zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}
