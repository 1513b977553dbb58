//! When a rule of a plan is due for an event.

use chrono::{DateTime, Days, MappedLocalTime, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use proto::event::Event;
use working_hours::{Calendar, days_after, days_before};

use super::{Anchor, Offset, Rule};
use crate::planning::follow_up;

/// From nine in the evening people are left alone.
const EVENING: NaiveTime = NaiveTime::from_hms_opt(21, 0, 0).expect("nine in the evening exists");
/// Until seven.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(7, 0, 0).expect("seven o'clock exists");
/// The longest time that a clock leaves out.
const GAP: TimeDelta = TimeDelta::hours(1);

/// When a letter is due, and the moment that was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub(crate) at: DateTime<Utc>,
    pub(crate) computed_for: DateTime<Utc>,
}

/// When the letter of a rule is due; nothing as long as nobody knows what it counts from.
pub(crate) fn due(rule: &Rule, event: &Event, released: Option<DateTime<Utc>>) -> Option<Due> {
    let from = match rule.anchor {
        Anchor::Start => event.starts_at,
        Anchor::Deadline => event.sign_up.withdraw_until,
        Anchor::End => event.ends_at,
        Anchor::Release => released?,
    };
    let at = counted(rule, from, event.timezone);
    Some(Due { at: if rule.any_hour { at } else { awake(at, from, event.timezone) }, computed_for: from })
}

/// From when on the letter of a rule would come too late.
pub(crate) fn latest(rule: &Rule, event: &Event) -> DateTime<Utc> {
    match rule.anchor {
        Anchor::Start | Anchor::Release => event.starts_at,
        Anchor::Deadline => event.sign_up.withdraw_until.min(event.starts_at),
        Anchor::End => follow_up::too_late(event),
    }
}

fn counted(rule: &Rule, from: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let local = from.with_timezone(&zone).naive_local();
    let (day, time) = match rule.offset {
        Offset::Minutes(minutes) => {
            let span = TimeDelta::minutes(i64::from(minutes));
            return if rule.is_before() { from - span } else { from + span };
        }
        Offset::Days(days, time) => {
            let days = Days::new(u64::from(days));
            let day = local.date();
            (if rule.is_before() { day.checked_sub_days(days) } else { day.checked_add_days(days) }, time)
        }
        Offset::WorkingDays(days, time) => {
            let count = if rule.is_before() { days_before } else { days_after };
            (Some(count(local.date(), days, Calendar::of(zone))), time)
        }
    };
    // The end of the calendar: nobody waits that long.
    let Some(day) = day else { return from };
    moment(day.and_time(time.unwrap_or_else(|| local.time())), zone)
}

/// The next moment at which nobody is woken: this one, or the morning after it.
pub(crate) fn by_day(at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    awake(at, at, zone)
}

/// Out of the night: to the morning after it, or, when that would leave little of the time that people were to have, to the
/// evening before.
fn awake(at: DateTime<Utc>, from: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let local = at.with_timezone(&zone).naive_local();
    let (evening, morning) = match local.time() {
        time if time >= EVENING => (Some(local.date()), local.date().succ_opt()),
        time if time < MORNING => (local.date().pred_opt(), Some(local.date())),
        _ => return at,
    };
    let (Some(evening), Some(morning)) = (evening, morning) else { return at };
    let (evening, morning) = (moment(evening.and_time(EVENING), zone), moment(morning.and_time(MORNING), zone));
    let leaves_enough = at >= from || (from - morning) * 2 >= from - at;
    if leaves_enough { morning } else { evening }
}

/// When clocks show this. What they leave out is when they show an hour more; of what they show twice it is the first.
pub(crate) fn moment(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let shown = |local: NaiveDateTime| match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => Some(at.with_timezone(&Utc)),
        MappedLocalTime::None => None,
    };
    shown(local).or_else(|| shown(local.checked_add_signed(GAP)?)).unwrap_or_else(|| local.and_utc())
}
