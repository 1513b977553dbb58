use super::reading::Reading;
use super::section::{At, Section};
use super::time::moment;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::event::{Pool, SignUp, WaitingList, WaitingMode, WaitingOrder};
use proto::{Localised, PoolId};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The name of the places that every registration needs, where pools are told apart by key.
pub(crate) const WHOLE: &str = "";

const MOST_PLACES: i64 = 100_000;
const LARGEST_PARTY: i64 = 20;

/// When the event is, as far as that could be read.
#[derive(Clone, Copy)]
pub(super) struct Times {
    pub(super) zone: Option<Tz>,
    pub(super) starts_at: Option<At<DateTime<Utc>>>,
    pub(super) ends_at: Option<At<DateTime<Utc>>>,
}

/// Reads how to sign up. The pools come without ids, each with the key that the file calls it by.
pub(super) fn sign_up(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    times: Times,
    title: &Localised,
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
    let mut pools = vec![Pool {
        id: PoolId(Uuid::nil()),
        whole: true,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
        label: title.clone(),
        capacity: capacity.and_then(|places| u32::try_from(places.value).ok()),
        starts_at: None,
        ends_at: None,
    }];
    let mut keys = vec![WHOLE.to_owned()];
    let mut seen = BTreeSet::new();
    for choice in section.sections(&mut reading.problems, "choices") {
        if let Some((key, pool)) = choice_of(reading, choice, times, &mut seen) {
            keys.push(key);
            pools.push(pool);
        }
    }
    let price = reading.texts(&mut section, "price", "sign_up.price");
    section.finish(&mut reading.problems);
    let start = times.starts_at.map_or(DateTime::UNIX_EPOCH, |start| start.value);
    let sign_up = SignUp {
        opens_at: opens_at.map(|opens| opens.value),
        closes_at: closes_at.map_or(start, |closes| closes.value),
        withdraw_until: withdraw_until.map_or(start, |until| until.value),
        pools,
        waiting_list,
        party_limit: party.and_then(|party| u8::try_from(party.value).ok()).unwrap_or(1),
        questions: Vec::new(),
        price,
        walks: Vec::new(),
        choose_again_working_hours: None,
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
    if !super::question::is_name(key.value) {
        reading.problems.add(key.at, format!("`{}` cannot be a key: use lower-case letters, digits and _", key.value));
    } else if !seen.insert(key.value.to_owned()) {
        reading.problems.add(key.at, format!("another choice has the key `{}` already", key.value));
    }
    let pool = Pool {
        id: PoolId(Uuid::nil()),
        whole: false,
        form: None,
        hint: None,
        price: None,
        session: None,
        venue: None,
        room: None,
        label: label.unwrap_or_default(),
        capacity: capacity.and_then(|places| u32::try_from(places.value).ok()),
        starts_at: starts_at.map(|starts| starts.value),
        ends_at: ends_at.map(|ends| ends.value),
    };
    Some((key.value.to_owned(), pool))
}

impl Reading<'_> {
    /// A local time of the file as a moment; a zone that could not be read has been told about already.
    pub(super) fn moment(
        &mut self,
        section: &mut Section<'_>,
        key: &'static str,
        zone: Option<Tz>,
    ) -> Option<At<DateTime<Utc>>> {
        let local = section.local_time(&mut self.problems, key)?;
        moment(&mut self.problems, zone?, key, local)
    }
}
