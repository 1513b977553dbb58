//! Times of day, as people write them.

use chrono::NaiveTime;

/// `10:00`, `10.00` or `9` on a clock.
pub fn clock(typed: &str) -> Option<NaiveTime> {
    let (hours, minutes) = typed.split_once([':', '.']).unwrap_or((typed, "0"));
    let number = |text: &str| {
        let digits = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    NaiveTime::from_hms_opt(number(hours)?, number(minutes)?, 0)
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn clocks_are_read_as_people_write_them() {
        let cases = [
            ("10:00", Some("10:00:00")),
            ("9.30", Some("09:30:00")),
            ("9", Some("09:00:00")),
            ("23:59", Some("23:59:00")),
            ("24:00", None),
            ("10:60", None),
            ("", None),
            ("ti", None),
            ("+9:00", None),
            ("10:00:00", None),
            ("010:00", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(clock(typed).map(|time| time.to_string()).as_deref(), expected, "{typed}");
        }
    }
}
