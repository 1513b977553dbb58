//! The table in a file, and the same as it is carried in a page: it is kept nowhere else before it is taken in.

use tables::{NoWorkbook, Row, Unreadable};

/// The most bytes of a file.
pub(crate) const LARGEST: usize = 2 << 20;
/// The most people and columns, and the longest cell in characters.
const MOST_ROWS: usize = 500;
const MOST_COLUMNS: usize = 60;
const LONGEST_CELL: usize = 300;
/// In bytes, as a form sends it: that has room for it beside its other fields.
const LONGEST: usize = 200_000;

/// A list with its headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    Missing,
    TooLarge,
    TooManyRows {
        most: usize,
    },
    TooManyColumns {
        most: usize,
    },
    /// Bytes that are letters in none of the encodings.
    Encoding {
        line: usize,
    },
    OpenQuote {
        line: usize,
    },
    /// A workbook that is damaged or of no kind that we know.
    Damaged,
    /// A workbook with a password, or from before 2007.
    Locked,
    /// A heading, and nobody under it.
    Nobody,
}

impl Table {
    /// Reads a file: a workbook, or text of which it is found out what separates its cells.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Wrong> {
        let mut rows = Self::rows(bytes)?;
        let head = rows.remove(0).cells;
        match () {
            () if rows.is_empty() => Err(Wrong::Nobody),
            () if rows.len() > MOST_ROWS => Err(Wrong::TooManyRows { most: MOST_ROWS }),
            () if head.len() > MOST_COLUMNS => Err(Wrong::TooManyColumns { most: MOST_COLUMNS }),
            () => {
                for row in &mut rows {
                    row.cells.truncate(head.len());
                }
                let table = Self { head, rows };
                let sent: usize = url::form_urlencoded::byte_serialize(table.carried().as_bytes()).map(str::len).sum();
                if sent > LONGEST { Err(Wrong::TooLarge) } else { Ok(table) }
            }
        }
    }

    /// The rows of a file, whatever kind of table it is.
    pub(crate) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Wrong> {
        if bytes.is_empty() {
            return Err(Wrong::Missing);
        }
        if bytes.len() > LARGEST {
            return Err(Wrong::TooLarge);
        }
        let mut rows = if tables::is_workbook(bytes) { of_workbook(bytes)? } else { of_text(bytes)? };
        rows.iter_mut().flat_map(|row| &mut row.cells).for_each(tidy);
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        if rows.is_empty() { Err(Wrong::Missing) } else { Ok(rows) }
    }

    /// As it stands in a page. No cell holds a tab or the end of a line.
    pub(crate) fn carried(&self) -> String {
        let row = |row: &Row| format!("{}\t{}", row.line, row.cells.join("\t"));
        let mut lines = vec![self.head.join("\t")];
        lines.extend(self.rows.iter().map(row));
        lines.join("\n")
    }

    /// What a page carried, which may have been tampered with.
    pub(crate) fn brought(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let plain = text.replace("\r\n", "\n");
        let mut lines = plain.split('\n');
        let cells = |line: &str| -> Vec<String> {
            let mut cells: Vec<String> = line.split('\t').take(MOST_COLUMNS + 1).map(str::to_owned).collect();
            cells.iter_mut().for_each(tidy);
            cells
        };
        let head = cells(lines.next()?);
        let row = |line: &str| {
            let (number, rest) = line.split_once('\t')?;
            Some(Row { line: number.parse().ok()?, cells: cells(rest) })
        };
        let rows: Vec<Row> = lines.take(MOST_ROWS).filter_map(row).collect();
        (!rows.is_empty()).then_some(Self { head, rows })
    }
}

fn of_text(bytes: &[u8]) -> Result<Vec<Row>, Wrong> {
    let text = tables::decoded(bytes).map_err(|wrong| Wrong::Encoding { line: wrong.line })?;
    tables::rows_of_any(&text).map_err(|wrong| match wrong {
        Unreadable::NotUtf8 { line } => Wrong::Encoding { line },
        Unreadable::OpenQuote { line } => Wrong::OpenQuote { line },
    })
}

fn of_workbook(bytes: &[u8]) -> Result<Vec<Row>, Wrong> {
    // One row is the heading.
    tables::rows_of_workbook(bytes, MOST_ROWS + 1, MOST_COLUMNS).map_err(|wrong| match wrong {
        NoWorkbook::Damaged => Wrong::Damaged,
        NoWorkbook::Locked => Wrong::Locked,
        NoWorkbook::TooLarge => Wrong::TooLarge,
    })
}

/// What cannot be seen is left out, and the sign that some programs set before what would be a formula.
fn tidy(cell: &mut String) {
    let visible = text::seen(cell).replace(char::is_control, " ");
    let text = visible.trim();
    let text = text.strip_prefix('\'').filter(|rest| tables::is_formula(rest)).unwrap_or(text);
    *cell = text.chars().take(LONGEST_CELL).collect();
}
