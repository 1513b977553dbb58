use chrono::{NaiveDate, NaiveDateTime};

/// One table, to be written as a file or as part of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What stands on its tab.
    pub name: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Text(String),
    Number(u32),
    Day(NaiveDate),
    /// By the clock of whoever reads it, to the minute.
    Moment(NaiveDateTime),
}

impl Cell {
    fn shown(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Moment(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        }
    }
}

/// The table as a file that Excel opens with a double click.
pub fn csv(sheet: &Sheet) -> String {
    let shown = sheet.rows.iter().map(|row| row.iter().map(Cell::shown).collect());
    let rows: Vec<Vec<String>> = [sheet.head.clone()].into_iter().chain(shown).collect();
    crate::write(rows.iter().map(|row| row.iter().map(String::as_str).collect()))
}
