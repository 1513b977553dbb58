//! What is typed in the planners' forms.

use crate::edit::{Mistake, Refusal, Slot, Wrong};
use crate::programme::RoomId;
use chrono::{NaiveDate, NaiveTime, Timelike};
use host::{FieldError, Fields};
use proto::{Language, Localised};
use text::Text;
use uuid::Uuid;

/// The most letters of a short text, and of one with paragraphs.
const LONGEST: usize = 300;
const LONGEST_TEXT: usize = 20_000;

/// What somebody typed, without space around it and without control characters that databases refuse.
pub(super) fn typed(fields: &Fields, name: &str) -> String {
    clean(fields.get(name).unwrap_or_default(), LONGEST)
}

fn clean(text: &str, longest: usize) -> String {
    let text = text.replace("\r\n", "\n");
    let kept = text.chars().filter(|letter| *letter == '\n' || !letter.is_control());
    kept.take(longest).collect::<String>().trim().to_owned()
}

/// A short text in the languages that have a field: `title-nn`. Others stay as they were.
pub(super) fn texts(fields: &Fields, name: &str, before: &Localised) -> Localised {
    localised(fields, name, before, LONGEST)
}

/// The same for a text with paragraphs.
pub(super) fn long_texts(fields: &Fields, name: &str, before: &Localised) -> Localised {
    localised(fields, name, before, LONGEST_TEXT)
}

fn localised(fields: &Fields, name: &str, before: &Localised, longest: usize) -> Localised {
    let mut texts = before.clone();
    for language in Language::ALL {
        let Some(text) = fields.get(&format!("{name}-{language}")) else { continue };
        match clean(text, longest) {
            text if text.is_empty() => texts.0.remove(&language),
            text => texts.0.insert(language, text),
        };
    }
    texts
}

/// `09.30`, `9:30`, `0930` and `9`.
pub(super) fn clock(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    if text.is_empty() || !text.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ':')) {
        return None;
    }
    let (hour, minute) = match text.split_once(['.', ':']) {
        Some(parts) => parts,
        None if text.len() >= 3 => text.split_at(text.len() - 2),
        None => (text, "0"),
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// As it is shown in a field.
pub(super) fn shown(time: NaiveTime) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

pub(super) fn date(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

pub(super) fn id(text: &str) -> Option<Uuid> {
    text.trim().parse().ok()
}

/// A whole number, or that there is none.
pub(super) fn number(text: &str) -> Result<Option<u32>, std::num::ParseIntError> {
    let digits: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    match digits.is_empty() {
        true => Ok(None),
        false => digits.parse().map(Some),
    }
}

/// Time and room as they are typed, or the keys of what is the matter, by field.
pub(super) fn slot(fields: &Fields) -> Result<Slot, Vec<(&'static str, &'static str)>> {
    let of = |name| fields.get(name).unwrap_or_default();
    let (date, from, to) = (date(of("date")), clock(of("from")), clock(of("to")));
    let room = match of("room").trim() {
        "" => Some(None),
        room => id(room).map(|room| Some(RoomId(room))),
    };
    match (date, from, to, room) {
        (Some(date), Some(from), Some(to), Some(room)) => {
            Ok(Slot { room, date, from, to, next_day: fields.get("next_day").is_some() })
        }
        _ => Err([
            ("date", date.is_none(), "conference-plan-date-wrong"),
            ("from", from.is_none(), "conference-plan-clock-wrong"),
            ("to", to.is_none(), "conference-plan-clock-wrong"),
            ("room", room.is_none(), "conference-plan-room-wrong"),
        ]
        .into_iter()
        .filter(|(_, wrong, _)| *wrong)
        .map(|(field, _, key)| (field, key))
        .collect()),
    }
}

/// What is wrong, in words, beside the fields of a form whose ids begin with `before`.
pub(super) fn errors(text: &Text, language: Language, before: &str, wrong: &[(&str, &str)]) -> Vec<FieldError> {
    wrong
        .iter()
        .map(|(field, key)| FieldError::new(format!("{before}{field}"), text.word(language, key, &[])))
        .collect()
}

/// The keys of what is wrong with an edit; nothing when it was refused for something else.
pub(super) fn wrong(refusal: &Refusal) -> Vec<(&'static str, &'static str)> {
    match refusal {
        Refusal::Wrong(wrong) => wrong.iter().map(|Wrong { field, what }| (*field, word(*what))).collect(),
        Refusal::InUse(_) => vec![("", "conference-plan-in-use")],
        Refusal::Gone => vec![("", "conference-plan-gone")],
        Refusal::Stale(_) => Vec::new(),
    }
}

const fn word(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::EndsBeforeStart => "conference-plan-ends-before-start",
        Mistake::Skipped => "conference-plan-skipped",
        Mistake::NoSuchDay => "conference-plan-no-such-day",
        Mistake::NoSuchRoom => "conference-plan-room-wrong",
        Mistake::NoSuchSession => "conference-plan-session-wrong",
        Mistake::NoSuchTrack => "conference-plan-track-wrong",
        Mistake::NameMissing => "conference-plan-name-missing",
        Mistake::DayTwice => "conference-plan-day-twice",
        Mistake::DayFarAway => "conference-plan-date-wrong",
        Mistake::ClosesBeforeOpening => "conference-plan-closes-before-opening",
        Mistake::Taken => "conference-plan-taken",
    }
}

#[cfg(test)]
mod tests {
    use super::{clock, slot, texts};
    use host::Fields;
    use proto::{Language, Localised};

    #[test]
    fn a_time_of_the_clock_is_read_as_people_write_it() {
        for (text, expected) in [
            ("09.30", Some((9, 30))),
            ("9:30", Some((9, 30))),
            ("0930", Some((9, 30))),
            ("930", Some((9, 30))),
            (" 9 ", Some((9, 0))),
            ("00.00", Some((0, 0))),
            ("23.59", Some((23, 59))),
            ("24.00", None),
            ("9.60", None),
            ("", None),
            ("halv ni", None),
            ("-1", None),
            ("९.३०", None),
            ("99999999999", None),
            ("..", None),
        ] {
            let read = clock(text);
            assert_eq!(read, expected.and_then(|(h, m)| chrono::NaiveTime::from_hms_opt(h, m, 0)), "{text}");
        }
    }

    #[test]
    fn every_field_that_cannot_be_read_is_told() {
        let wrong = slot(&Fields::from([("date", "i morgon"), ("from", "9"), ("to", ""), ("room", "x")])).unwrap_err();
        assert_eq!(wrong.iter().map(|(field, _)| *field).collect::<Vec<_>>(), ["date", "to", "room"]);
        assert!(slot(&Fields::from([("date", "2027-05-11"), ("from", "9"), ("to", "10")])).is_ok());
    }

    #[test]
    fn languages_without_a_field_stay_as_they_were() {
        let before = Localised::from([(Language::Nn, "Før"), (Language::En, "Before"), (Language::Sv, "Förr")]);
        let now = texts(&Fields::from([("title-nn", " No\u{0} "), ("title-en", " ")]), "title", &before);
        assert_eq!(now, Localised::from([(Language::Nn, "No"), (Language::Sv, "Förr")]));
    }
}
