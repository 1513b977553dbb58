//! Deadlines counted in working hours: eight to four, on days when offices are open. And in working days.

mod days;
mod holidays;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
pub use days::{days_after, days_before, days_left};
pub use holidays::Calendar;

const OPENS: NaiveTime = NaiveTime::from_hms_opt(8, 0, 0).expect("eight o'clock exists");
const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).expect("noon exists");
const CLOSES: NaiveTime = NaiveTime::from_hms_opt(16, 0, 0).expect("four o'clock exists");

/// The moment when so many working hours have passed after `from`. At least one hour is always given.
pub fn after(from: DateTime<Utc>, hours: u16, zone: Tz) -> DateTime<Utc> {
    let calendar = Calendar::of(zone);
    let local = from.with_timezone(&zone).naive_local();
    let (mut day, mut time) = (local.date(), local.time());
    let mut left = TimeDelta::hours(i64::from(hours.max(1)));
    loop {
        let closes = calendar.closes(day);
        if calendar.is_working_day(day) && time < closes {
            let begins = time.max(OPENS);
            let today = closes - begins;
            if left <= today {
                return moment(day, begins + left, zone);
            }
            left -= today;
        }
        match day.checked_add_days(Days::new(1)) {
            Some(next) => (day, time) = (next, NaiveTime::MIN),
            // The end of the calendar: nobody waits that long.
            None => return DateTime::<Utc>::MAX_UTC,
        }
    }
}

/// Office hours never fall into the hour that is skipped or repeated at a clock change, so there is exactly one.
fn moment(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let local = day.and_time(time);
    zone.from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::{Oslo, Stockholm};

    fn at(text: &str, zone: Tz) -> DateTime<Utc> {
        let local = chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
        zone.from_local_datetime(&local).unwrap().with_timezone(&Utc)
    }

    #[track_caller]
    fn check(from: &str, hours: u16, zone: Tz, until: &str) {
        assert_eq!(after(at(from, zone), hours, zone), at(until, zone));
    }

    #[test]
    fn within_a_day() {
        check("2027-01-11 10:00", 4, Oslo, "2027-01-11 14:00");
        check("2027-01-11 08:00", 8, Oslo, "2027-01-11 16:00");
    }

    #[test]
    fn the_rest_is_counted_the_next_day() {
        check("2027-01-11 14:30", 4, Oslo, "2027-01-12 10:30");
        check("2027-01-11 20:00", 1, Oslo, "2027-01-12 09:00");
        check("2027-01-11 03:00", 1, Oslo, "2027-01-11 09:00");
    }

    #[test]
    fn weekends_do_not_count() {
        check("2027-01-15 15:00", 2, Oslo, "2027-01-18 09:00");
        check("2027-01-16 12:00", 8, Oslo, "2027-01-18 16:00");
    }

    #[test]
    fn constitution_day_is_a_monday_in_2027_and_so_is_whit_monday() {
        // Friday before Whitsun; Monday 17 May is both.
        check("2027-05-14 15:00", 2, Oslo, "2027-05-18 09:00");
        // In Sweden neither: the second day of Whitsun is no holiday there.
        check("2027-05-14 15:00", 2, Stockholm, "2027-05-17 09:00");
    }

    #[test]
    fn constitution_day_in_the_middle_of_a_week() {
        check("2028-05-16 15:00", 2, Oslo, "2028-05-18 09:00");
    }

    #[test]
    fn easter_is_long_and_the_clock_changes_in_it() {
        // Maundy Thursday 25 March 2027, Easter Monday 29 March; summer time begins on the 28th.
        check("2027-03-24 15:00", 2, Oslo, "2027-03-30 09:00");
        check("2027-03-24 15:00", 2, Stockholm, "2027-03-25 09:00");
        check("2027-03-25 15:00", 2, Stockholm, "2027-03-30 09:00");
    }

    #[test]
    fn swedish_midsummer_and_national_day() {
        // Midsummer Eve is Friday 25 June 2027.
        check("2027-06-24 15:00", 2, Stockholm, "2027-06-28 09:00");
        check("2027-06-24 15:00", 2, Oslo, "2027-06-25 09:00");
        // 6 June 2028 is a Tuesday.
        check("2028-06-05 15:00", 2, Stockholm, "2028-06-07 09:00");
    }

    #[test]
    fn offices_close_at_noon_on_christmas_eve_in_norway() {
        // Friday 24 December 2027, and 31 December a week later.
        check("2027-12-24 10:00", 3, Oslo, "2027-12-27 09:00");
        check("2027-12-31 11:00", 2, Oslo, "2028-01-03 09:00");
        check("2027-12-24 10:00", 1, Stockholm, "2027-12-27 09:00");
    }

    #[test]
    fn at_least_one_hour() {
        check("2027-01-11 10:00", 0, Oslo, "2027-01-11 11:00");
    }
}
