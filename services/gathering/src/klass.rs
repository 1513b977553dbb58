//! Municipalities as SSB's Klass tells them, and what a new list means for the old one.

use chrono::NaiveDate;
use event_file::Problem;
use std::collections::{BTreeMap, BTreeSet};
use tables::Unreadable;

/// One municipality of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) number: String,
    pub(crate) name: String,
}

/// Fewer or more than these is another list.
const EXPECTED: std::ops::RangeInclusive<usize> = 300..=450;
/// What cannot be told.
const UNKNOWN: &str = "9999";

/// Reads a list from Klass: both separators, UTF-8 or ISO 8859-1, columns in any order, others passed over.
pub(crate) fn read(bytes: &[u8], file: &str) -> Result<Vec<Listed>, Vec<Problem>> {
    let at = |line: usize, sentence: String| Problem { file: file.to_owned(), line, column: 1, sentence };
    // Klass' web page gives ISO 8859-1, in which each byte is the character of the same number.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    };
    let rows = tables::rows(&text).map_err(|unreadable| {
        let (Unreadable::NotUtf8 { line } | Unreadable::OpenQuote { line }) = unreadable;
        vec![at(line, "has a quote that never ends".to_owned())]
    })?;
    let Some((head, rows)) = rows.split_first() else { return Err(vec![at(1, "the file is empty".to_owned())]) };
    let column = |name: &str| head.cells.iter().position(|cell| cell.eq_ignore_ascii_case(name));
    let (Some(code), Some(name)) = (column("code"), column("name")) else {
        return Err(vec![at(head.line, "the columns `code` and `name` are needed, as Klass 131 has them".to_owned())]);
    };
    let mut listed: Vec<Listed> = Vec::new();
    let mut problems = Vec::new();
    let mut seen = BTreeMap::new();
    for row in rows {
        let cell = |at: usize| row.cells.get(at).map(String::as_str).unwrap_or_default();
        let (number, name) = (cell(code), text::seen(cell(name)).trim().to_owned());
        if number == UNKNOWN {
            continue;
        }
        let is_number = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || name.is_empty() || name.contains(char::is_control) {
            let sentence = format!("`{number}` with the name `{name}` is no municipality");
            problems.push(at(row.line, sentence.replace(char::is_control, "")));
        } else if let Some(before) = seen.insert(number.to_owned(), row.line) {
            problems.push(at(row.line, format!("{number} stands on line {before} already")));
        } else {
            listed.push(Listed { number: number.to_owned(), name });
        }
    }
    if problems.is_empty() && !EXPECTED.contains(&listed.len()) {
        let (few, many) = (EXPECTED.start(), EXPECTED.end());
        problems.push(at(head.line, format!("{} municipalities: a whole list has {few} to {many}", listed.len())));
    }
    if problems.is_empty() { Ok(listed) } else { Err(problems) }
}

/// A municipality and its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) from: NaiveDate,
    /// The last day.
    pub(crate) to: Option<NaiveDate>,
}

/// What is to be written after a list that holds from a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Update {
    /// New, or with another name or time.
    pub(crate) write: Vec<Kept>,
    /// Names of which the list has lost letters; the ones that are known stay.
    pub(crate) damaged: Vec<String>,
}

/// Compares a list with what is known. Nothing is deleted: what is no longer listed has ended.
pub(crate) fn update(known: &[Kept], listed: &[Listed], from: NaiveDate) -> Update {
    let numbers: BTreeSet<&str> = listed.iter().map(|one| one.number.as_str()).collect();
    let by_number: BTreeMap<&str, &Kept> = known.iter().map(|kept| (kept.number.as_str(), kept)).collect();
    let mut update = Update::default();
    for one in listed {
        let before = by_number.get(one.number.as_str());
        let name = match before {
            Some(before) if one.name.contains('?') => {
                update.damaged.push(one.number.clone());
                before.name.clone()
            }
            _ => one.name.clone(),
        };
        let begun = before.map_or(from, |before| before.from);
        let now = Kept { number: one.number.clone(), name, from: begun, to: None };
        if before.is_none_or(|before| **before != now) {
            update.write.push(now);
        }
    }
    let ended = known.iter().filter(|kept| kept.to.is_none() && !numbers.contains(kept.number.as_str()));
    update.write.extend(ended.map(|kept| Kept { to: from.pred_opt(), ..kept.clone() }));
    update
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(rows: usize) -> String {
        let rows: Vec<String> =
            (0..rows).map(|n| format!("\"{:04}\",\"\",\"1\",\"Kommune {n}\",\"\"", 300 + n)).collect();
        format!(
            "\"code\",\"parentCode\",\"level\",\"name\",\"notes\"\n{}\n\"9999\",\"\",\"1\",\"Uoppgitt\",\"\"\n",
            rows.join("\n")
        )
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn both_forms_of_klass_are_read() {
        let read_back = read(list(357).as_bytes(), "klass.csv").unwrap();
        assert_eq!((read_back.len(), read_back[0].name.as_str()), (357, "Kommune 0"));
        let web = list(357).replace(',', ";").replace("Kommune 1\"", "Våler\"");
        let latin: Vec<u8> = web.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        assert_eq!(read(&latin, "klass.csv").unwrap()[1].name, "Våler");
    }

    #[test]
    fn what_is_no_whole_list_is_refused() {
        let sentence = |text: &str| read(text.as_bytes(), "k.csv").unwrap_err()[0].to_string();
        assert_eq!(sentence(&list(20)), "k.csv:1:1: 20 municipalities: a whole list has 300 to 450");
        assert!(sentence("kode;namn\n").contains("`code` and `name` are needed"));
        assert!(sentence(&list(357).replace("\"0301\"", "\"301\"")).starts_with("k.csv:3:1: `301`"));
        assert!(sentence(&list(357).replace("\"0301\"", "\"0300\"")).ends_with("0300 stands on line 2 already"));
        assert!(sentence("").ends_with("the file is empty"));
    }

    #[test]
    fn numbers_end_and_are_never_deleted_and_lost_letters_stay() {
        let kept = |number: &str, name: &str| Kept {
            number: number.to_owned(),
            name: name.to_owned(),
            from: day("2024-01-01"),
            to: None,
        };
        let listed = |number: &str, name: &str| Listed { number: number.to_owned(), name: name.to_owned() };
        let known = [kept("1507", "Ålesund"), kept("5610", "Kárášjohka"), kept("0301", "Oslo")];
        let news = [listed("1508", "Ålesund"), listed("5610", "K?r?johka"), listed("0301", "Oslo")];
        let update = update(&known, &news, day("2027-01-01"));
        assert_eq!(update.damaged, ["5610"]);
        assert_eq!(
            update.write,
            [
                Kept { from: day("2027-01-01"), ..kept("1508", "Ålesund") },
                Kept { to: Some(day("2026-12-31")), ..kept("1507", "Ålesund") },
            ]
        );
    }
}
