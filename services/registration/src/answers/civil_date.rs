//! Dates in three fields, or as `2027-03-16`.

use super::problem::Problem;
use chrono::NaiveDate;

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2100;

/// The date of three fields. Nothing when all are empty.
pub(super) fn from_fields(day: &str, month: &str, year: &str) -> Result<Option<NaiveDate>, Problem> {
    let [day, month, year] = [day, month, year].map(str::trim);
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    if day.is_empty() || month.is_empty() || year.is_empty() {
        return Err(Problem::DateIncomplete);
    }
    let figures = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u32>().ok()).flatten();
    let day = figures(day.trim_end_matches('.')).ok_or(Problem::NoSuchDate)?;
    let month = figures(month.trim_end_matches('.')).ok_or(Problem::NoSuchDate)?;
    if year.len() != 4 {
        return Err(Problem::DateYear);
    }
    let year = figures(year).and_then(|year| i32::try_from(year).ok()).ok_or(Problem::DateYear)?;
    within_reason(NaiveDate::from_ymd_opt(year, month, day).ok_or(Problem::NoSuchDate)?).map(Some)
}

/// The date as JSON and calendars write it.
pub(super) fn from_iso(text: &str) -> Result<NaiveDate, Problem> {
    let is_iso = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !is_iso {
        return Err(Problem::NoSuchDate);
    }
    within_reason(text.parse().map_err(|_unread: chrono::ParseError| Problem::NoSuchDate)?)
}

fn within_reason(date: NaiveDate) -> Result<NaiveDate, Problem> {
    let limits = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).zip(NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31));
    match limits {
        Some((first, last)) if date < first || date > last => Err(Problem::DateTooFar { first, last }),
        _ => Ok(date),
    }
}
