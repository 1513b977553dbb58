use crate::closed::closed;
use crate::forms;
use crate::names::is_key;
use crate::reading::Reading;
use crate::section::{At, Section};
use crate::time::moment;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::event::{Attendance, Pool, SignUp, WaitingList, WaitingMode, WaitingOrder};
use proto::{Localised, PoolId};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The name of the places that every registration needs, where pools are told apart by key.
pub const WHOLE: &str = "";

pub(crate) const MOST_PLACES: i64 = 100_000;
const LARGEST_PARTY: i64 = 20;

/// When the event is, as far as that could be read.
#[derive(Clone, Copy)]
pub struct Times {
    pub zone: Option<Tz>,
    pub starts_at: Option<At<DateTime<Utc>>>,
    pub ends_at: Option<At<DateTime<Utc>>>,
}

/// Reads how to sign up. The pools come without ids, each with the key that the file calls it by. `forms` is how people take
/// part, where each way can have places of its own.
pub(crate) fn sign_up(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    times: Times,
    title: &Localised,
    forms: Option<Attendance>,
) -> (SignUp, Vec<String>) {
    let opens_at = reading.moment(&mut section, "opens", times.zone);
    let closes_at = reading.moment(&mut section, "closes", times.zone);
    let withdraw_until = reading.moment(&mut section, "withdraw_until", times.zone);
    before_the_end(reading, "closes", closes_at, times);
    before_the_end(reading, "withdraw_until", withdraw_until, times);
    let last = closes_at.or(times.starts_at);
    if let (Some(opens), Some(last)) = (opens_at, last)
        && opens.value >= last.value
    {
        reading.problems.add(opens.at, "`opens` must lie before sign-up closes");
    }
    let capacity = section.number(&mut reading.problems, "capacity", 1..=MOST_PLACES);
    let party = section.number(&mut reading.problems, "party_limit", 1..=LARGEST_PARTY);
    let waiting_list = match section.section(&mut reading.problems, "waiting_list") {
        Some(list) => waiting_list(reading, list),
        None => USUAL_LIST,
    };
    let again = match forms {
        Some(_) => section.number(&mut reading.problems, "choose_again_working_hours", 1..=400),
        None => None,
    };
    let mut pools = Vec::new();
    if let Some(attendance) = forms {
        pools = forms::forms(reading, &mut section, attendance);
    }
    match (pools.is_empty(), capacity) {
        (true, capacity) => {
            pools.push((WHOLE.to_owned(), Pool { capacity: places(capacity), ..pool(true, title.clone()) }))
        }
        (false, Some(capacity)) => {
            reading.problems.add(capacity.at, "`capacity` stands with each of the forms of attendance");
        }
        (false, None) => {}
    }
    let mut seen = BTreeSet::new();
    for choice in section.sections(&mut reading.problems, "choices") {
        pools.extend(choice_of(reading, choice, times, &mut seen));
    }
    let price = reading.texts(&mut section, "price", "sign_up.price");
    let approval = section.yes_no(&mut reading.problems, "approval");
    let closed = section.section(&mut reading.problems, "closed").map(|section| closed(reading, section));
    section.finish(&mut reading.problems);
    let (keys, pools) = pools.into_iter().unzip();
    let start = times.starts_at.map_or(DateTime::UNIX_EPOCH, |start| start.value);
    let sign_up = SignUp {
        opens_at: opens_at.map(|opens| opens.value),
        closes_at: closes_at.map_or(start, |closes| closes.value),
        withdraw_until: withdraw_until.map_or(start, |until| until.value),
        pools,
        waiting_list,
        party_limit: party.and_then(|party| u8::try_from(party.value).ok()).unwrap_or(1),
        delegations: None,
        questions: Vec::new(),
        price,
        walks: Vec::new(),
        choose_again_working_hours: again.and_then(|hours| u16::try_from(hours.value).ok()),
        approval: approval.is_some_and(|approval| approval.value),
        closed,
    };
    (sign_up, keys)
}

fn before_the_end(reading: &mut Reading<'_>, key: &str, moment: Option<At<DateTime<Utc>>>, times: Times) {
    if let (Some(moment), Some(ends)) = (moment, times.ends_at)
        && moment.value > ends.value
    {
        reading.problems.add(moment.at, format!("`{key}` lies after the end of the event"));
    }
}

/// Where the file says nothing: free places go to the next in line at once.
const USUAL_LIST: WaitingList =
    WaitingList { mode: WaitingMode::Direct, order: WaitingOrder::Strict, after_deadline: true };

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    None,
    Direct,
    Offer,
}

fn waiting_list(reading: &mut Reading<'_>, mut section: Section<'_>) -> WaitingList {
    let problems = &mut reading.problems;
    let modes = [("none", Mode::None), ("direct", Mode::Direct), ("offer", Mode::Offer)];
    let mode = section.one_of(problems, "mode", &modes);
    let hours = section.number(problems, "working_hours", 1..=400);
    let orders = [("strict", WaitingOrder::Strict), ("fill", WaitingOrder::Fill)];
    let order = section.one_of(problems, "order", &orders);
    let after_deadline = section.yes_no(problems, "after_deadline");
    let mode = match (mode.map(|mode| mode.value), hours) {
        (Some(Mode::Offer), Some(hours)) => {
            WaitingMode::Offer { working_hours: u16::try_from(hours.value).unwrap_or(u16::MAX) }
        }
        (Some(Mode::Offer), None) => {
            if !section.has("working_hours") {
                problems.add(section.at, "`working_hours` is missing: how long is an offered place kept?");
            }
            WaitingMode::Offer { working_hours: 1 }
        }
        (other, hours) => {
            if let Some(hours) = hours {
                problems.add(hours.at, "`working_hours` means something only with mode \"offer\"");
            }
            if other == Some(Mode::None) { WaitingMode::None } else { WaitingMode::Direct }
        }
    };
    section.finish(problems);
    WaitingList {
        mode,
        order: order.map_or(USUAL_LIST.order, |order| order.value),
        after_deadline: after_deadline.map_or(USUAL_LIST.after_deadline, |after| after.value),
    }
}

fn choice_of(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    times: Times,
    seen: &mut BTreeSet<String>,
) -> Option<(String, Pool)> {
    let key = section.needed_word(&mut reading.problems, "key");
    let name = key.map_or("choice", |key| key.value);
    let label = reading.needed_line(&mut section, "label", &format!("{name}.label"));
    let capacity = section.number(&mut reading.problems, "capacity", 1..=MOST_PLACES);
    let starts_at = reading.moment(&mut section, "start", times.zone);
    let ends_at = reading.moment(&mut section, "end", times.zone);
    match (starts_at, ends_at) {
        (Some(starts), Some(ends)) if ends.value <= starts.value => {
            reading.problems.add(ends.at, format!("`{name}` ends before it starts"));
        }
        (Some(_), None) if !section.has("end") => reading.problems.add(section.at, "`end` is missing beside `start`"),
        (None, Some(_)) if !section.has("start") => reading.problems.add(section.at, "`start` is missing beside `end`"),
        _ => {}
    }
    section.finish(&mut reading.problems);
    let key = key?;
    if !is_key(key.value) {
        reading.problems.add(key.at, format!("`{}` cannot be a key: use lower-case letters, digits and _", key.value));
    } else if !seen.insert(key.value.to_owned()) {
        reading.problems.add(key.at, format!("another choice has the key `{}` already", key.value));
    }
    let pool = Pool {
        capacity: places(capacity),
        starts_at: starts_at.map(|starts| starts.value),
        ends_at: ends_at.map(|ends| ends.value),
        ..pool(false, label.unwrap_or_default())
    };
    Some((key.value.to_owned(), pool))
}

/// A pool without an id, and without limits.
pub(crate) fn pool(whole: bool, label: Localised) -> Pool {
    Pool {
        id: PoolId(Uuid::nil()),
        whole,
        label,
        capacity: None,
        starts_at: None,
        ends_at: None,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
    }
}

pub(crate) fn places(capacity: Option<At<i64>>) -> Option<u32> {
    capacity.and_then(|places| u32::try_from(places.value).ok())
}

impl Reading<'_> {
    /// A local time of the file as a moment; a zone that could not be read has been told about already.
    pub fn moment(
        &mut self,
        section: &mut Section<'_>,
        key: &'static str,
        zone: Option<Tz>,
    ) -> Option<At<DateTime<Utc>>> {
        let local = section.local_time(&mut self.problems, key)?;
        moment(&mut self.problems, zone?, key, local)
    }
}
