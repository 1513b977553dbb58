//! The days of a programme.

use super::occurrence::write;
use super::slot::readings;
use super::{Mark, Mistake, Refusal, Stale, refused, stale};
use crate::programme::{Day, Occurrence, Programme};
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;

/// Years in which somebody may plan; what is beyond is a slip of the finger.
const YEARS: std::ops::Range<i32> = 2000..2200;

pub(super) fn keep(
    programme: &mut Programme,
    wanted: Day,
    begun: Option<(NaiveDate, Mark)>,
    zone: Tz,
) -> Result<(), Refusal> {
    if !YEARS.contains(&wanted.date.year()) {
        return Err(refused("date", Mistake::DayFarAway));
    }
    if wanted.closes <= wanted.opens {
        return Err(refused("closes", Mistake::ClosesBeforeOpening));
    }
    let Some((was, mark)) = begun else {
        return match programme.days.iter().find(|day| day.date == wanted.date) {
            None => {
                programme.days.push(wanted);
                programme.days.sort_by_key(|day| day.date);
                Ok(())
            }
            Some(now) if *now == wanted => Ok(()),
            Some(_) => Err(refused("date", Mistake::DayTwice)),
        };
    };
    let Some(now) = programme.days.iter().find(|day| day.date == was) else {
        // The form was sent twice, and the date is another already.
        return if programme.days.contains(&wanted) { Ok(()) } else { Err(Refusal::Gone) };
    };
    if wanted == *now {
        return Ok(());
    }
    if mark != Mark::of(now) {
        return Err(stale(Stale::Day { now: now.clone(), wanted: Some(wanted) }));
    }
    let date = wanted.date;
    if date != was && programme.days.iter().any(|day| day.date == date) {
        return Err(refused("date", Mistake::DayTwice));
    }
    if let Some(now) = programme.days.iter_mut().find(|day| day.date == was) {
        *now = wanted;
    }
    programme.days.sort_by_key(|day| day.date);
    match date == was {
        true => Ok(()),
        false => carry(programme, was, date, zone),
    }
}

/// What was on one date is on another at the same time of the clock.
fn carry(programme: &mut Programme, was: NaiveDate, date: NaiveDate, zone: Tz) -> Result<(), Refusal> {
    for occurrence in on(programme, was, zone) {
        let begins = occurrence.starts_at.with_timezone(&zone).time();
        let starts_at = *readings(date.and_time(begins), zone).first().ok_or(refused("date", Mistake::Skipped))?;
        let ends_at = starts_at + (occurrence.ends_at - occurrence.starts_at);
        write(programme, Occurrence { starts_at, ends_at, ..occurrence });
    }
    Ok(())
}

pub(super) fn remove(programme: &mut Programme, date: NaiveDate, begun: Mark, zone: Tz) -> Result<(), Refusal> {
    let Some(now) = programme.days.iter().find(|day| day.date == date) else { return Ok(()) };
    if begun != Mark::of(now) {
        return Err(stale(Stale::Day { now: now.clone(), wanted: None }));
    }
    match on(programme, date, zone).len() {
        0 => programme.days.retain(|day| day.date != date),
        placed => return Err(Refusal::InUse(placed)),
    }
    Ok(())
}

/// What begins on this date.
fn on(programme: &Programme, date: NaiveDate, zone: Tz) -> Vec<Occurrence> {
    let begins = |occurrence: &&Occurrence| occurrence.starts_at.with_timezone(&zone).date_naive() == date;
    programme.occurrences.iter().filter(begins).cloned().collect()
}
