//! One table of an event file, read key by key; what is not asked for is a problem.

use crate::problem::Problems;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use proto::{Language, Localised};
use std::ops::RangeInclusive;
use toml::de::{DeTable, DeValue};

/// Something that stands in the file, and at which byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    pub at: usize,
}

/// A table and what has been asked of it.
pub struct Section<'a> {
    table: &'a DeTable<'a>,
    pub at: usize,
    known: Vec<&'static str>,
}

impl<'a> Section<'a> {
    pub(crate) fn new(table: &'a DeTable<'a>, at: usize) -> Self {
        Self { table, at, known: Vec::new() }
    }

    fn find(&mut self, key: &'static str) -> Option<At<&'a DeValue<'a>>> {
        self.known.push(key);
        let (key, value) = self.table.get_key_value(key)?;
        Some(At { value: value.get_ref(), at: key.span().start })
    }

    /// The value of a key if it is of the wanted kind; a problem if it is of another.
    fn typed<T>(
        &mut self,
        problems: &mut Problems<'_>,
        key: &'static str,
        wanted: &str,
        read: impl FnOnce(&'a DeValue<'a>) -> Option<T>,
    ) -> Option<At<T>> {
        let found = self.find(key)?;
        match read(found.value) {
            Some(value) => Some(At { value, at: found.at }),
            None => {
                problems.add(found.at, format!("`{key}` must be {wanted}, but is {}", kind(found.value)));
                None
            }
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where a key stands.
    pub fn place_of(&self, key: &str) -> Option<usize> {
        self.table.get_key_value(key).map(|(key, _)| key.span().start)
    }

    /// A text without asking for it: whether it is a good one is found out when it is read.
    pub fn peek(&self, key: &str) -> Option<&'a str> {
        self.table.get(key)?.get_ref().as_str()
    }

    /// Notes that a key is missing, unless it is there and something else is wrong with it.
    pub fn missing(&self, problems: &mut Problems<'_>, key: &str) {
        if !self.has(key) {
            problems.add(self.at, format!("`{key}` is missing"));
        }
    }

    /// A text that is not for people: one line, not empty.
    pub fn word(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<&'a str>> {
        let found = self.typed(problems, key, "a text", DeValue::as_str)?;
        let value = found.value.trim();
        if value.is_empty() || value.chars().any(char::is_control) {
            problems.add(found.at, format!("`{key}` must be one line and not empty"));
            return None;
        }
        Some(At { value, at: found.at })
    }

    pub fn needed_word(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<&'a str>> {
        self.missing(problems, key);
        self.word(problems, key)
    }

    /// One of several words that each mean something.
    pub fn one_of<T: Copy>(
        &mut self,
        problems: &mut Problems<'_>,
        key: &'static str,
        meanings: &[(&str, T)],
    ) -> Option<At<T>> {
        let found = self.word(problems, key)?;
        match meanings.iter().find(|(word, _)| *word == found.value) {
            Some((_, value)) => Some(At { value: *value, at: found.at }),
            None => {
                let words: Vec<_> = meanings.iter().map(|(word, _)| format!("\"{word}\"")).collect();
                problems
                    .add(found.at, format!("`{key}` is \"{}\", but must be one of {}", found.value, words.join(", ")));
                None
            }
        }
    }

    pub fn yes_no(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<bool>> {
        self.typed(problems, key, "true or false", DeValue::as_bool)
    }

    pub fn number(
        &mut self,
        problems: &mut Problems<'_>,
        key: &'static str,
        range: RangeInclusive<i64>,
    ) -> Option<At<i64>> {
        let found = self.typed(problems, key, "a whole number", |value| {
            let number = value.as_integer()?;
            i64::from_str_radix(number.as_str(), number.radix()).ok()
        })?;
        if range.contains(&found.value) {
            return Some(found);
        }
        problems.add(
            found.at,
            format!("`{key}` is {}, but must be between {} and {}", found.value, range.start(), range.end()),
        );
        None
    }

    pub fn words(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<Vec<At<&'a str>>>> {
        self.typed(problems, key, "a list of texts", |value| {
            value
                .as_array()?
                .iter()
                .map(|entry| Some(At { value: entry.get_ref().as_str()?.trim(), at: entry.span().start }))
                .collect()
        })
    }

    /// A local date and time; the zone stands once, in `timezone`.
    pub fn local_time(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<NaiveDateTime>> {
        self.typed(problems, key, "a local date and time without offset, like 2027-03-16T10:00:00", |value| {
            let moment = value.as_datetime()?;
            let (date, time) = (moment.date?, moment.time?);
            if moment.offset.is_some() {
                return None;
            }
            let date = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())?;
            let time =
                NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), time.second.unwrap_or_default().into())?;
            Some(date.and_time(time))
        })
    }

    /// A day.
    pub fn date(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<NaiveDate>> {
        self.typed(problems, key, "a date, like 2027-05-11", |value| {
            let moment = value.as_datetime()?;
            let date = moment.date.filter(|_| moment.time.is_none())?;
            NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
        })
    }

    /// A time of day, as clocks show it there.
    pub fn clock(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<NaiveTime>> {
        self.typed(problems, key, "a time of day, like 09:00:00", |value| {
            let moment = value.as_datetime()?;
            let time = moment.time.filter(|_| moment.date.is_none())?;
            NaiveTime::from_hms_opt(time.hour.into(), time.minute.into(), time.second.unwrap_or_default().into())
        })
    }

    pub fn section(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<Section<'a>> {
        let found = self.typed(problems, key, "a section of its own", DeValue::as_table)?;
        Some(Section::new(found.value, found.at))
    }

    /// All the `[[key]]` of a file, or the tables in a list.
    pub fn sections(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Vec<Section<'a>> {
        let tables = self.typed(problems, key, "a list of sections", |value| {
            value
                .as_array()?
                .iter()
                .map(|entry| Some(Section::new(entry.get_ref().as_table()?, entry.span().start)))
                .collect()
        });
        tables.map_or_else(Vec::new, |found| found.value)
    }

    /// A text for people, in one or several languages.
    pub fn texts(&mut self, problems: &mut Problems<'_>, key: &'static str) -> Option<At<Localised>> {
        let table = self.typed(problems, key, "a section with one text for each language", DeValue::as_table)?;
        let mut texts = Localised::default();
        for (code, text) in table.value {
            let at = code.span().start;
            match (code.get_ref().parse::<Language>(), text.get_ref().as_str()) {
                (Err(_), _) => {
                    problems.add(at, format!("`{}` in `{key}` is no language: use nn, nb, sv or en", code.get_ref()));
                }
                (Ok(_), None) => problems.add(at, format!("`{key}.{}` must be a text", code.get_ref())),
                (Ok(language), Some(text)) => {
                    texts.0.insert(language, cleaned(text));
                }
            }
        }
        Some(At { value: texts, at: table.at })
    }

    /// Keys that may stand here although nobody can say what they mean.
    pub(crate) fn pass_over(&mut self, keys: &[&'static str]) {
        self.known.extend_from_slice(keys);
    }

    /// Notes every key that nobody asked for.
    pub fn finish(self, problems: &mut Problems<'_>) {
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if self.known.contains(&name) {
                continue;
            }
            let nearest = self.known.iter().min_by_key(|known| distance(name, known));
            let hint = match nearest {
                Some(known) if distance(name, known) <= 2 => format!("; did you mean `{known}`?"),
                _ => format!("; known here are {}", self.known.join(", ")),
            };
            problems.add(key.span().start, format!("`{name}` is not a key here{hint}"));
        }
    }
}

/// Ends of lines as one wants them, nothing that cannot be seen.
fn cleaned(text: &str) -> String {
    let text = text::seen(text).replace("\r\n", "\n");
    let visible: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    visible.trim().to_owned()
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time of another form",
        DeValue::Array(_) => "a list of something else",
        DeValue::Table(_) => "a section",
    }
}

/// How many letters must be changed, added or taken away to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, letter) in one.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, candidate) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *candidate);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}
