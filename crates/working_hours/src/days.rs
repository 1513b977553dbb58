//! Deadlines counted in working days: days when offices are open.

use crate::Calendar;
use chrono::NaiveDate;

/// The day when so many working days have passed since `day`, which itself does not count. Always a working day.
pub fn days_after(day: NaiveDate, days: u16, calendar: Calendar) -> NaiveDate {
    counted(day, days.max(1), calendar, NaiveDate::succ_opt)
}

/// The day from which so many working days are left until `day`, which itself does not count. Always a working day.
pub fn days_before(day: NaiveDate, days: u16, calendar: Calendar) -> NaiveDate {
    counted(day, days.max(1), calendar, NaiveDate::pred_opt)
}

/// How many whole working days are left after `today`, up to and with `until`; none when that day is past.
pub fn days_left(today: NaiveDate, until: NaiveDate, calendar: Calendar) -> usize {
    let days = today.iter_days().skip(1).take_while(|day| *day <= until);
    let left: u32 = days.map(|day| halves(day, calendar)).sum();
    usize::try_from(left / 2).unwrap_or(usize::MAX)
}

/// How many halves of a working day there are in a day.
fn halves(day: NaiveDate, calendar: Calendar) -> u32 {
    match calendar.is_working_day(day) {
        true if calendar.is_half_day(day) => 1,
        true => 2,
        false => 0,
    }
}

fn counted(day: NaiveDate, days: u16, calendar: Calendar, step: fn(&NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
    let (mut at, mut left) = (day, u32::from(days) * 2);
    // The end of the calendar: nobody waits that long.
    while let Some(next) = step(&at) {
        at = next;
        left = left.saturating_sub(halves(at, calendar));
        if left == 0 {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use Calendar::{Norway, Sweden};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        for (from, days, calendar, until) in [
            ("2027-01-11", 1, Norway, "2027-01-12"),
            ("2027-01-15", 1, Norway, "2027-01-18"),
            ("2027-01-11", 0, Norway, "2027-01-12"),
            // Over Easter 2027, from the Wednesday before: Maundy Thursday to Easter Monday are free.
            ("2027-03-24", 2, Norway, "2027-03-31"),
            ("2027-03-24", 2, Sweden, "2027-03-30"),
            // Christmas Eve, a Friday, is half a day; the Monday after is a whole one.
            ("2027-12-23", 1, Norway, "2027-12-27"),
            ("2027-12-22", 2, Norway, "2027-12-27"),
            ("2027-12-23", 5, Norway, "2027-12-31"),
            ("2027-12-23", 1, Sweden, "2027-12-27"),
            // Ascension Day is 6 May, and the 17th a Monday.
            ("2027-05-05", 8, Norway, "2027-05-19"),
        ] {
            assert_eq!(days_after(day(from), days, calendar), day(until), "{from} + {days}");
        }
        assert_eq!(days_before(day("2027-05-18"), 1, Norway), day("2027-05-14"));
        assert_eq!(days_before(day("2027-03-30"), 3, Norway), day("2027-03-22"));
    }

    #[test]
    fn forth_and_back_again() {
        for start in day("2026-12-01").iter_days().take(400) {
            for days in [1, 5, 10] {
                let ahead = days_after(start, days, Norway);
                assert!(Norway.is_working_day(ahead));
                assert_eq!(days_left(start, ahead, Norway), usize::from(days), "{start}");
                assert!(days_before(ahead, days, Norway) <= start, "{start}");
                assert_eq!(days_left(ahead, start, Norway), 0);
            }
        }
    }
}
