use crate::problem::Problems;
use crate::section::At;
use calendar::at_local;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// The moment of a local time; a problem when the clocks are put forward past it.
pub(crate) fn moment(
    problems: &mut Problems<'_>,
    zone: Tz,
    key: &str,
    local: At<NaiveDateTime>,
) -> Option<At<DateTime<Utc>>> {
    match at_local(zone, local.value) {
        Ok(value) => Some(At { value, at: local.at }),
        Err(skipped) => {
            problems.add(local.at, format!("`{key}` cannot be: {skipped}"));
            None
        }
    }
}

/// `7d`, `1h` or `30m` in minutes.
pub fn minutes(text: &str) -> Option<u32> {
    let unit = text.chars().last()?;
    let each = match unit {
        'd' => 24 * 60,
        'h' => 60,
        'm' => 1,
        _ => return None,
    };
    let number = &text[..text.len() - 1];
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    number.parse::<u32>().ok()?.checked_mul(each)
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn spans_of_time_are_read_with_their_unit() {
        let cases = [
            ("7d", Some(10_080)),
            ("1h", Some(60)),
            ("30m", Some(30)),
            ("0d", Some(0)),
            ("", None),
            ("d", None),
            ("7", None),
            ("-1h", None),
            ("1.5h", None),
            ("1 h", None),
            ("99999999d", None),
            ("7å", None),
        ];
        for (text, expected) in cases {
            assert_eq!(minutes(text), expected, "{text}");
        }
    }
}
