//! Public holidays of Norway and Sweden, computed for any year.

use crate::{CLOSES, NOON};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

/// Whose holidays count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    Norway,
    Sweden,
}

impl Calendar {
    /// Events in the Swedish zone follow Swedish holidays, all others Norwegian ones.
    pub fn of(zone: Tz) -> Self {
        if zone == Tz::Europe__Stockholm { Self::Sweden } else { Self::Norway }
    }

    pub fn is_working_day(self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.is_holiday(day)
    }

    /// Christmas Eve and New Year's Eve in Norway: offices close at noon. In Sweden they are closed all day.
    pub fn is_half_day(self, day: NaiveDate) -> bool {
        self == Self::Norway && matches!((day.month(), day.day()), (12, 24 | 31)) && self.is_working_day(day)
    }

    /// When offices close on a working day.
    pub fn closes(self, day: NaiveDate) -> NaiveTime {
        if self.is_half_day(day) { NOON } else { CLOSES }
    }

    fn is_holiday(self, day: NaiveDate) -> bool {
        let from_easter = easter(day.year()).map_or(i64::MAX, |easter| (day - easter).num_days());
        let date = (day.month(), day.day());
        match self {
            Self::Norway => {
                matches!(date, (1, 1) | (5, 1 | 17) | (12, 25 | 26))
                    // Maundy Thursday, Good Friday, Easter, its Monday, Ascension Day, Whit Sunday, Whit Monday.
                    || matches!(from_easter, -3 | -2 | 0 | 1 | 39 | 49 | 50)
            }
            Self::Sweden => {
                matches!(date, (1, 1 | 6) | (5, 1) | (6, 6) | (12, 25 | 26))
                    // Christmas Eve and New Year's Eve are as good as holidays: offices are closed by law and custom.
                    || matches!(date, (12, 24 | 31))
                    || matches!(from_easter, -2 | 0 | 1 | 39 | 49)
                    || is_midsummer(day)
                // All Saints' Day is a Saturday anyway.
            }
        }
    }
}

/// Midsummer Eve, the Friday between 19 and 25 June, and the day after.
fn is_midsummer(day: NaiveDate) -> bool {
    match day.weekday() {
        Weekday::Fri => day.month() == 6 && (19..=25).contains(&day.day()),
        Weekday::Sat => day.month() == 6 && (20..=26).contains(&day.day()),
        _ => false,
    }
}

/// Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let from_march = h + l - 7 * m + 21;
    NaiveDate::from_ymd_opt(year, 3, 1)?.checked_add_days(Days::new(u64::try_from(from_march).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_of_known_years() {
        for (year, month, day) in [
            (1943, 4, 25),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
    }

    #[test]
    fn working_days_of_2026() {
        let days = |calendar: Calendar| {
            NaiveDate::from_ymd_opt(2026, 1, 1)
                .unwrap()
                .iter_days()
                .take_while(|day| day.year() == 2026)
                .filter(|day| calendar.is_working_day(*day))
                .count()
        };
        // 261 weekdays, less the holidays on weekdays: in Norway 1.1, 2.4, 3.4, 6.4, 1.5, 14.5, 25.5, 25.12
        // (17 May and 26 December fall on a weekend).
        assert_eq!(days(Calendar::Norway), 261 - 8);
        // In Sweden 1.1, 6.1, 3.4, 6.4, 1.5, 14.5, 19.6, 24.12, 25.12, 31.12.
        assert_eq!(days(Calendar::Sweden), 261 - 10);
    }
}
