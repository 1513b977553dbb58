//! Decision: on which days made-up events take place. Nobody holds one on a weekend, on a holiday, or while everybody is away
//! between Christmas Eve and the second day of the year.

use chrono::{Datelike, Days, NaiveDate};
use working_hours::Calendar;

/// The day itself, or the first after it on which somebody would hold an event.
pub(super) fn next_free(day: NaiveDate) -> NaiveDate {
    day.iter_days().find(|day| is_free(*day)).unwrap_or(day)
}

/// The first Monday from this day on whose week begins with so many free days: what lasts for days does not begin before a
/// weekend, nor does its deadline fall on a holiday.
pub(super) fn monday_of_free(day: NaiveDate, free: u64) -> NaiveDate {
    let monday = day + Days::new((7 - u64::from(day.weekday().num_days_from_monday())) % 7);
    let fits = |monday: &NaiveDate| (0..free).all(|after| is_free(*monday + Days::new(after)));
    monday.iter_weeks().find(fits).unwrap_or(monday)
}

fn is_free(day: NaiveDate) -> bool {
    let away = matches!((day.month(), day.day()), (12, 24..) | (1, 1..=2));
    Calendar::Norway.is_working_day(day) && !away
}

#[cfg(test)]
mod tests {
    use super::{monday_of_free, next_free};
    use chrono::{Datelike, NaiveDate, Weekday};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn what_lasts_a_day_is_on_the_next_free_one() {
        for (asked, expected) in [
            // A day like others, a Saturday and a Sunday.
            ("2026-11-25", "2026-11-25"),
            ("2026-11-28", "2026-11-30"),
            ("2026-11-29", "2026-11-30"),
            // Christmas and New Year, with the weekend after them.
            ("2026-12-23", "2026-12-23"),
            ("2026-12-24", "2027-01-04"),
            ("2026-12-29", "2027-01-04"),
            ("2027-12-31", "2028-01-03"),
            // Maundy Thursday to Easter Monday, and Labour Day on a Saturday.
            ("2027-03-25", "2027-03-30"),
            ("2027-05-01", "2027-05-03"),
            // Ascension Day, Whit Monday, Constitution Day.
            ("2027-05-06", "2027-05-07"),
            ("2027-05-15", "2027-05-18"),
            ("2028-05-17", "2028-05-18"),
        ] {
            assert_eq!(next_free(day(asked)), day(expected), "{asked}");
        }
    }

    #[test]
    fn what_lasts_for_days_is_in_the_first_week_that_begins_free() {
        for (asked, expected) in [
            ("2026-11-30", "2026-11-30"),
            ("2026-12-01", "2026-12-07"),
            // The weeks of Christmas and New Year begin with days that are not free, or do they: 21 to 23 December are.
            ("2026-12-21", "2026-12-21"),
            ("2026-12-22", "2027-01-04"),
            ("2026-12-27", "2027-01-04"),
            // Easter Monday; Whit Monday is Constitution Day.
            ("2027-03-29", "2027-04-05"),
            ("2027-05-11", "2027-05-24"),
            // The first of May is a Monday, and Constitution Day a Wednesday.
            ("2028-05-01", "2028-05-08"),
            ("2028-05-15", "2028-05-22"),
        ] {
            assert_eq!(monday_of_free(day(asked), 3), day(expected), "{asked}");
        }
    }

    #[test]
    fn no_day_of_ten_years_leads_to_a_weekend_or_a_time_when_all_are_away() {
        for today in day("2026-01-01").iter_days().take(3653) {
            let monday = monday_of_free(today, 3);
            assert!(monday.weekday() == Weekday::Mon && monday >= today, "{today}");
            for day in monday.iter_days().take(3).chain([next_free(today)]) {
                assert!(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun), "{today}: {day}");
                assert!(!matches!((day.month(), day.day()), (12, 24..) | (1, 1..=2) | (5, 1 | 17)), "{today}: {day}");
            }
            assert!((monday - today).num_days() <= 21 && (next_free(today) - today).num_days() <= 12, "{today}");
        }
    }
}
