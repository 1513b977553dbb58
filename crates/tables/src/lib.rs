//! Tables as spreadsheets write and open them: semicolons, UTF-8 with a mark in front, or a workbook; nothing that a cell could
//! do.

mod encoding;
mod reading;
mod sheet;
mod workbook;

pub use encoding::{NotText, decoded};
pub use reading::{NoWorkbook, is_workbook, rows_of_workbook};
pub use rust_xlsxwriter::XlsxError;
pub use sheet::{Cell, Sheet, csv};
pub use workbook::workbook;

/// What stands in front of a file so that Excel takes it for UTF-8.
const MARK: &str = "\u{feff}";

/// One line of a table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Of the file, from 1.
    pub line: usize,
    /// Without space around them.
    pub cells: Vec<String>,
}

/// What keeps a file from being read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The line on which something is that is no UTF-8.
    NotUtf8 { line: usize },
    /// The line on which a quote begins that never ends.
    OpenQuote { line: usize },
}

/// Reads UTF-8. Excel's "CSV" without more is another encoding, which shows as soon as there is a letter beyond a to z.
pub fn utf8(bytes: &[u8]) -> Result<&str, Unreadable> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        Unreadable::NotUtf8 { line: before.iter().filter(|byte| **byte == b'\n').count() + 1 }
    })
}

/// How often a separator stands in these lines. What stands between quotes separates nothing.
fn count(text: &str, lines: usize, separator: char) -> usize {
    let bare = |line: &str| line.split('"').step_by(2).map(|bare| bare.matches(separator).count()).sum::<usize>();
    text.lines().take(lines).map(bare).sum()
}

/// So many lines show what separates the cells where the table begins somewhere below the top.
const LOOKED_AT: usize = 30;

/// The rows of a table, empty lines left out. Cells are separated by what separates them in the first line: semicolons or commas.
pub fn rows(text: &str) -> Result<Vec<Row>, Unreadable> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    separated(text, if count(text, 1, ';') >= count(text, 1, ',') { ';' } else { ',' })
}

/// The rows of a table as programs of all kinds write them, with other lines before it. Tabs separate if there are any, for names
/// and times hold commas; else what there is most of.
pub fn rows_of_any(text: &str) -> Result<Vec<Row>, Unreadable> {
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let count = |separator| count(text, LOOKED_AT, separator);
    separated(
        text,
        match () {
            () if count('\t') > 0 => '\t',
            () if count(';') > count(',') => ';',
            () => ',',
        },
    )
}

fn separated(text: &str, separator: char) -> Result<Vec<Row>, Unreadable> {
    let mut reading = Reading { rows: Vec::new(), cells: Vec::new(), cell: String::new(), line: 1, begun_on: 1 };
    let mut quote: Option<usize> = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, quote) {
            ('"', Some(_)) if characters.next_if_eq(&'"').is_some() => reading.cell.push('"'),
            ('"', Some(_)) => quote = None,
            ('"', None) if reading.cell.trim().is_empty() => {
                reading.cell.clear();
                quote = Some(reading.line);
            }
            ('\r', None) if characters.peek() == Some(&'\n') => {}
            ('\n' | '\r', None) => reading.end_row(),
            (character, None) if character == separator => reading.end_cell(),
            (character, _) => {
                reading.line += usize::from(character == '\n');
                reading.cell.push(character);
            }
        }
    }
    if let Some(line) = quote {
        return Err(Unreadable::OpenQuote { line });
    }
    reading.end_row();
    Ok(reading.rows)
}

struct Reading {
    rows: Vec<Row>,
    cells: Vec<String>,
    cell: String,
    line: usize,
    begun_on: usize,
}

impl Reading {
    fn end_cell(&mut self) {
        self.cells.push(std::mem::take(&mut self.cell).trim().to_owned());
    }

    fn end_row(&mut self) {
        self.end_cell();
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(Row { line: self.begun_on, cells });
        }
        self.line += 1;
        self.begun_on = self.line;
    }
}

/// Whether a spreadsheet would take the cell for something to work out. Some read the wide signs of East Asia as the others.
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Writes a table that Excel opens with a double click. What looks like a formula is made text.
pub fn write<'a>(rows: impl IntoIterator<Item = Vec<&'a str>>) -> String {
    let mut text = MARK.to_owned();
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(cell).collect();
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    }
    text
}

fn cell(value: &str) -> String {
    let harmless = if is_formula(value) { format!("'{value}") } else { value.to_owned() };
    // A tab parts cells as well, where somebody chooses so when the file is opened.
    if harmless.contains([';', '"', '\n', '\r', ',', '\t']) {
        format!("\"{}\"", harmless.replace('"', "\"\""))
    } else {
        harmless
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
        rows(text).unwrap().into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn both_separators_quotes_and_ends_of_lines_are_read() {
        assert_eq!(cells("\u{feff}a;b\r\n1; 2 \r\n"), [row(1, &["a", "b"]), row(2, &["1", "2"])]);
        assert_eq!(cells("a,b\n\n\"x, \"\"y\"\"\",z"), [row(1, &["a", "b"]), row(3, &["x, \"y\"", "z"])]);
        assert_eq!(
            cells("a;b\n\"to\nliner\";c\nd;e"),
            [row(1, &["a", "b"]), row(2, &["to\nliner", "c"]), row(4, &["d", "e"])]
        );
        assert_eq!(cells(""), []);
        assert_eq!(rows("a;b\n\"open;c\n"), Err(Unreadable::OpenQuote { line: 2 }));
    }

    #[test]
    fn what_separates_is_found_where_the_table_begins_further_down() {
        let wide = |text: &str| rows_of_any(text).unwrap().last().unwrap().cells.clone();
        assert_eq!(wide("Rapport\n\nNamn\tTid\nMoe, Åse\t1;2\n"), ["Moe, Åse", "1;2"]);
        assert_eq!(wide("Rapport\nNamn;Tid\nÅse;1,2\n"), ["Åse", "1,2"]);
        assert_eq!(wide("Rapport\n\"a;b;c;d\",Tid\nÅse,1\n"), ["Åse", "1"]);
    }

    #[test]
    fn another_encoding_is_told_with_its_line() {
        assert_eq!(utf8(b"a;b\nH\xe5;c\n"), Err(Unreadable::NotUtf8 { line: 2 }));
        assert_eq!(utf8("Hå".as_bytes()), Ok("Hå"));
    }

    #[test]
    fn nothing_that_is_written_is_worked_out() {
        for (cell, harmless) in [
            ("=1+1", "'=1+1"),
            ("+47 22", "'+47 22"),
            ("-2", "'-2"),
            ("@x", "'@x"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("＝1", "'＝1"),
            ("a\t=1", "\"a\t=1\""),
            ("a;=1", "\"a;=1\""),
            ("\";=1", "\"\"\";=1\""),
            ("ok; \"ja\"", "\"ok; \"\"ja\"\"\""),
            ("Åse", "Åse"),
        ] {
            assert_eq!(write([vec![cell, "x"]]), format!("\u{feff}{harmless};x\r\n"));
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(table in proptest::collection::vec(proptest::collection::vec("[a-zåæø0-9;,\"' \n]{0,8}", 3), 1..6)) {
            let wanted: Vec<Vec<String>> = table
                .iter()
                .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            let text = write(table.iter().map(|row| row.iter().map(|cell| cell.trim()).collect()));
            let read: Vec<Vec<String>> = rows(&text).expect("readable").into_iter().map(|row| row.cells).collect();
            prop_assert_eq!(read, wanted);
        }

        #[test]
        fn nothing_is_too_strange_to_read(text in "(?s).{0,80}") {
            let _ = rows(&text);
        }
    }
}
