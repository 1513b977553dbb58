//! What columns and sections are called, in the languages that Teams and Zoom write lists in for people here.

use tables::Row;

/// Where the columns are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) name: usize,
    /// The name that was changed in the meeting stands first, and what it was before behind it.
    pub(super) original: bool,
    pub(super) email: Option<usize>,
    /// What somebody signs in with, which is their address as a rule.
    pub(super) account: Option<usize>,
    pub(super) count: usize,
}

const NAMES: [&str; 9] = [
    "name",
    "full name",
    "navn",
    "fullt navn",
    "fullstendig navn",
    "namn",
    "fullt namn",
    "fullständigt namn",
    "deltaker",
];
const ADDRESSES: [&str; 4] = ["email", "e-mail", "e-post", "epost"];

impl Columns {
    /// Nothing when the line is no heading: one has a column of names and another.
    pub(super) fn of(cells: &[String]) -> Option<Self> {
        let cells: Vec<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
        let plain = |cell: &String| cell.split('(').next().unwrap_or_default().trim().to_owned();
        let name = cells.iter().position(|cell| NAMES.contains(&plain(cell).as_str()))?;
        let email = cells.iter().position(|cell| ADDRESSES.iter().any(|word| cell.contains(word)));
        let account = cells.iter().position(|cell| cell.contains("(upn)"));
        let count = cells.iter().rposition(|cell| !cell.is_empty())? + 1;
        (count > 1).then(|| Self { name, original: cells[name].contains('('), email, account, count })
    }
}

/// The lines of the section with people; all lines when there are no sections.
pub(super) fn with_people(rows: &[Row]) -> Option<&[Row]> {
    let number = |row: &Row| {
        let (first, rest) = row.cells.split_first()?;
        let (number, words) = first.split_once('.')?;
        let alone = rest.iter().all(String::is_empty) && words.trim().chars().any(char::is_alphabetic);
        number.parse::<u8>().ok().filter(|_| alone)
    };
    let sections: Vec<(usize, u8)> = rows.iter().enumerate().filter_map(|(at, row)| Some((at, number(row)?))).collect();
    if sections.is_empty() {
        return Some(rows);
    }
    // Summary, people, what they did: in every language in this order.
    let begins = sections.iter().find(|(_, number)| *number == 2)?.0 + 1;
    let ends = sections.iter().map(|(at, _)| *at).find(|at| *at >= begins).unwrap_or(rows.len());
    Some(&rows[begins..ends])
}

/// `Kari N (Kari Nordmann)`: what is shown, and the name before.
pub(super) fn with_original(cell: &str) -> (String, Option<String>) {
    match cell.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((shown, before)) if !shown.trim().is_empty() && !before.trim().is_empty() => {
            (shown.trim().to_owned(), Some(before.trim().to_owned()))
        }
        _ => (cell.to_owned(), None),
    }
}
