//! Decision: what a list says that a provider of meetings made of those who came. Teams writes UTF-16 with tabs, in three numbered
//! sections and in the language of whoever fetches it; Zoom writes UTF-8 with commas. Either the whole list is read, or all that is
//! wrong with it is told with the line.

mod headings;
#[cfg(test)]
mod tests;

use headings::Columns;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tables::{Row, Unreadable};

/// The most bytes and people of a list.
pub(crate) const LARGEST: usize = 4 << 20;
const MOST: usize = 10_000;
const LONGEST_CELL: usize = 300;
/// So many mistakes are told; where there are more, it is the wrong file.
const MOST_TOLD: usize = 20;

/// Somebody on the list. The same person stands there once, however often they came and went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Listed {
    pub(crate) name: String,
    /// As it was before they changed it in the meeting.
    pub(crate) before: Option<String>,
    pub(crate) email: Option<String>,
}

/// What is wrong with a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Empty,
    TooLarge,
    TooMany,
    /// So many names without an address fit that nobody could look through them.
    TooUnsure,
    /// Bytes that are letters in none of the encodings.
    Encoding {
        line: usize,
    },
    OpenQuote {
        line: usize,
    },
    /// It has numbered sections, but not the one with people.
    NoSection,
    /// No line that says in which column the names are.
    NoHeading {
        line: usize,
    },
    /// Fewer or more columns than the heading has.
    Columns {
        line: usize,
        found: usize,
        expected: usize,
    },
    Nameless {
        line: usize,
    },
    Address {
        line: usize,
    },
}

/// Reads a list, or tells what is wrong with it.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Listed>, Vec<Wrong>> {
    if bytes.len() > LARGEST {
        return Err(vec![Wrong::TooLarge]);
    }
    let text = tables::decoded(bytes).map_err(|wrong| vec![Wrong::Encoding { line: wrong.line }])?;
    let mut rows = tables::rows_of_any(&text).map_err(|wrong| match wrong {
        Unreadable::NotUtf8 { line } => vec![Wrong::Encoding { line }],
        Unreadable::OpenQuote { line } => vec![Wrong::OpenQuote { line }],
    })?;
    rows.iter_mut().flat_map(|row| &mut row.cells).for_each(tidy);
    rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    let Some(first) = rows.first() else { return Err(vec![Wrong::Empty]) };
    let first = first.line;
    let rows = headings::with_people(&rows).ok_or_else(|| vec![Wrong::NoSection])?;
    let found = rows.iter().enumerate().find_map(|(at, row)| Some((at, Columns::of(&row.cells)?)));
    let Some((at, columns)) = found else {
        return Err(vec![Wrong::NoHeading { line: rows.first().map_or(first, |row| row.line) }]);
    };
    people(&rows[at + 1..], &columns)
}

fn people(rows: &[Row], columns: &Columns) -> Result<Vec<Listed>, Vec<Wrong>> {
    let (mut people, mut wrong): (Vec<Listed>, Vec<Wrong>) = (Vec::new(), Vec::new());
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        match person(row, columns) {
            Err(one) => wrong.push(one),
            Ok(person) => {
                let key = person.email.clone().unwrap_or_else(|| person.name.to_lowercase());
                places.entry(key).or_insert_with(|| {
                    people.push(person);
                    people.len()
                });
            }
        }
        if wrong.len() >= MOST_TOLD {
            break;
        }
    }
    match () {
        () if !wrong.is_empty() => Err(wrong),
        () if people.is_empty() => Err(vec![Wrong::Empty]),
        () if people.len() > MOST => Err(vec![Wrong::TooMany]),
        () => Ok(people),
    }
}

fn person(row: &Row, columns: &Columns) -> Result<Listed, Wrong> {
    let Row { line, ref cells } = *row;
    let needed = columns.name.max(columns.email.unwrap_or(0)) + 1;
    let beyond = cells.iter().skip(columns.count).any(|cell| !cell.is_empty());
    if cells.len() < needed || beyond {
        return Err(Wrong::Columns { line, found: cells.len(), expected: columns.count });
    }
    let cell = |at: usize| cells.get(at).map_or("", String::as_str);
    let written = columns.email.map_or("", cell);
    let email = match written {
        "" => columns.account.map(cell).filter(|account| is_address(account)),
        written if is_address(written) => Some(written),
        _ => return Err(Wrong::Address { line }),
    };
    let (name, before) = match columns.original {
        true => headings::with_original(cell(columns.name)),
        false => (cell(columns.name).to_owned(), None),
    };
    if name.is_empty() && email.is_none() {
        return Err(Wrong::Nameless { line });
    }
    Ok(Listed { name, before, email: email.map(str::to_lowercase) })
}

/// What cannot be seen is left out, and the sign that some programs set before what would be a formula.
fn tidy(cell: &mut String) {
    let visible = text::seen(cell).replace(char::is_control, " ");
    let text = visible.trim();
    let text = text.strip_prefix('\'').filter(|rest| tables::is_formula(rest)).unwrap_or(text);
    *cell = text.chars().take(LONGEST_CELL).collect();
}

fn is_address(text: &str) -> bool {
    let Some((mailbox, domain)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>,;\"".contains(c);
    !mailbox.is_empty() && !domain.is_empty() && text.len() <= 254 && text.chars().all(plain)
}
