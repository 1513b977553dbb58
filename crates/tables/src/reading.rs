//! Workbooks of Excel that somebody hands in. What is in one is counted before anything of it is read, and of its first sheet no more
//! is kept than was asked for: a small file can say that it holds a million rows, or be blown up to gigabytes.

use crate::Row;
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most that all parts of a workbook are unpacked, in bytes.
const LARGEST: u64 = 32 << 20;
/// More parts than a workbook has.
const MOST_PARTS: usize = 2_000;
/// The shortest text in the list of texts, `<si/>`, in bytes.
const SHORTEST_TEXT: usize = 5;

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoWorkbook {
    /// Another kind of archive, or one that is damaged.
    Damaged,
    /// Nobody can open it without the password.
    Locked,
    /// There is more in it than is unpacked.
    TooLarge,
}

/// Whether a file begins as workbooks do: those of today, and those that are older or locked.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(OLD)
}

/// What Excel wrote until 2007, and writes still where a password locks it.
const OLD: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

/// The rows of the first sheet that is shown, empty ones left out. Of more rows and columns than this one is given, so that it can be
/// seen that there are more. Days are written as 2027-03-16, moments with the time behind.
pub fn rows_of_workbook(bytes: &[u8], most_rows: usize, most_columns: usize) -> Result<Vec<Row>, NoWorkbook> {
    if bytes.starts_with(OLD) {
        return Err(NoWorkbook::Locked);
    }
    measure(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(wrong)?;
    let sheets = workbook.sheets_metadata();
    let is_shown =
        |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let Some(name) = sheets.iter().find(is_shown).map(|sheet| sheet.name.clone()) else {
        return Err(NoWorkbook::Damaged);
    };
    let mut rows: BTreeMap<u32, BTreeMap<usize, String>> = BTreeMap::new();
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(wrong)?;
    while let Some(cell) = cells.next_cell().map_err(wrong)? {
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = text(cell.get_value());
        if column > most_columns || text.is_empty() {
            continue;
        }
        if rows.len() > most_rows && !rows.contains_key(&row) {
            break;
        }
        rows.entry(row).or_default().insert(column, text);
    }
    let row = |(row, cells): (u32, BTreeMap<usize, String>)| {
        let width = cells.last_key_value().map_or(0, |(last, _)| last + 1);
        let mut texts = vec![String::new(); width];
        cells.into_iter().for_each(|(at, text)| texts[at] = text);
        Row { line: usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1), cells: texts }
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Unpacks all parts once, and keeps none: what the archive says about their size need not be so.
fn measure(bytes: &[u8]) -> Result<(), NoWorkbook> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_broken| NoWorkbook::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(NoWorkbook::TooLarge);
    }
    let mut left = LARGEST;
    for number in 0..archive.len() {
        let part = archive.by_index(number).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => NoWorkbook::Locked,
            _ => NoWorkbook::Damaged,
        })?;
        let are_texts = part.name().is_ok_and(|name| name.to_lowercase().ends_with("sharedstrings.xml"));
        let mut part = part.take(left + 1);
        let mut texts = Vec::new();
        let read = match are_texts {
            true => part.read_to_end(&mut texts).map(|read| u64::try_from(read).unwrap_or(u64::MAX)),
            false => std::io::copy(&mut part, &mut std::io::sink()),
        };
        let read = read.map_err(|_broken| NoWorkbook::Damaged)?;
        left = left.checked_sub(read).ok_or(NoWorkbook::TooLarge)?;
        if !are_honest(&texts) {
            return Err(NoWorkbook::Damaged);
        }
    }
    Ok(())
}

/// Whether a list of texts says no higher number of them than it has room for: so much memory is taken for it before it is read. What is
/// no plain text could hide the number.
fn are_honest(texts: &[u8]) -> bool {
    const SAID: &[u8] = b"uniqueCount";
    let is_plain = texts.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r'));
    let most = texts.len() / SHORTEST_TEXT;
    let numbers = texts.windows(SAID.len()).enumerate().filter(|(_, bytes)| *bytes == SAID);
    let is_honest = |at: usize| {
        let said = texts.iter().skip(at + SAID.len()).skip_while(|byte| !byte.is_ascii_digit());
        let digits = said.take_while(|byte| byte.is_ascii_digit());
        let number =
            digits.fold(0_usize, |number, digit| number.saturating_mul(10).saturating_add(usize::from(digit - b'0')));
        number <= most
    };
    is_plain && numbers.map(|(at, _)| at).all(is_honest)
}

fn wrong(error: XlsxError) -> NoWorkbook {
    match error {
        XlsxError::Password => NoWorkbook::Locked,
        _ => NoWorkbook::Damaged,
    }
}

/// A cell as it is read aloud. What could not be worked out is nothing.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        // Telephone numbers and identities are numbers to Excel: without a fraction there is no point in them.
        DataRef::Float(number) => format!("{number}"),
        DataRef::Bool(is_so) => is_so.to_string(),
        DataRef::DateTime(at) => moment(at),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn moment(at: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
    let time = format!("{hour:02}:{minute:02}");
    match () {
        () if at.is_duration() || at.as_f64() < 1.0 => time,
        () if at.as_f64().fract() == 0.0 => format!("{year:04}-{month:02}-{day:02}"),
        () => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cell, Sheet, workbook};
    use proptest::prelude::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn row(line: usize, cells: &[&str]) -> Row {
        Row { line, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() }
    }

    fn list() -> Vec<u8> {
        let at: chrono::DateTime<chrono::Utc> = "2027-03-16T13:45:00Z".parse().unwrap();
        let text = |text: &str| Cell::Text(text.to_owned());
        let sheet = Sheet {
            name: "Påmelde".to_owned(),
            head: ["Namn", "", "Telefon", "Dag", "Tid"].map(ToOwned::to_owned).to_vec(),
            rows: vec![
                vec![text(" Åse; \"Ødegård\""), text(""), Cell::Number(90_012_345), Cell::Day(at.date_naive())],
                vec![],
                vec![text("=1+1"), text(""), text(""), text(""), Cell::Moment(at.naive_utc())],
            ],
        };
        workbook(&[sheet], "Liste", at).unwrap()
    }

    /// The same workbook with one part changed.
    fn with(part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
        let mut archive = ZipArchive::new(Cursor::new(list())).unwrap();
        let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
        for number in 0..archive.len() {
            let mut file = archive.by_index(number).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = String::new();
            file.read_to_string(&mut content).unwrap();
            changed.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            let content = if name == part { change(content) } else { content };
            changed.write_all(content.as_bytes()).unwrap();
        }
        changed.finish().unwrap().into_inner()
    }

    #[test]
    fn cells_are_read_as_people_read_them_with_the_lines_on_which_they_stand() {
        let rows = [
            row(1, &["Namn", "", "Telefon", "Dag", "Tid"]),
            row(2, &["Åse; \"Ødegård\"", "", "90012345", "2027-03-16"]),
            row(4, &["=1+1", "", "", "", "2027-03-16 13:45"]),
        ];
        assert_eq!(rows_of_workbook(&list(), 10, 10), Ok(rows.to_vec()));
        assert_eq!(
            rows_of_workbook(&list(), 1, 2),
            Ok(vec![row(1, &["Namn", "", "Telefon"]), row(2, &["Åse; \"Ødegård\"", "", "90012345"])])
        );
    }

    #[test]
    fn what_claims_to_be_larger_than_it_is_takes_no_memory() {
        let sheet = "xl/worksheets/sheet1.xml";
        let far = with(sheet, |xml| {
            xml.replace("<row r=\"4\"", "<row r=\"1048576\"")
                .replace("\"E4\"", "\"XFD1048576\"")
                .replace("\"A4\"", "\"A1048576\"")
        });
        assert_eq!(rows_of_workbook(&far, 10, 10).unwrap().last(), Some(&row(1_048_576, &["=1+1"])));
        let many = with("xl/sharedStrings.xml", |xml| xml.replace("uniqueCount=\"", "uniqueCount=\"99999999999"));
        assert_eq!(rows_of_workbook(&many, 10, 10), Err(NoWorkbook::Damaged));
        let bomb = with("xl/theme/theme1.xml", |xml| format!("{xml}{}", " ".repeat(33 << 20)));
        assert!(bomb.len() < 200_000, "{}", bomb.len());
        assert_eq!(rows_of_workbook(&bomb, 10, 10), Err(NoWorkbook::TooLarge));
        let open = with(sheet, |xml| xml.replace("</sheetData>", ""));
        assert_eq!(rows_of_workbook(&open, 10, 10), Err(NoWorkbook::Damaged));
    }

    #[test]
    fn what_is_no_workbook_that_can_be_opened_is_told_as_such() {
        assert!(is_workbook(&list()) && !is_workbook("Namn;E-post".as_bytes()));
        let locked = [OLD, &[0; 600]].concat();
        assert!(is_workbook(&locked));
        assert_eq!(rows_of_workbook(&locked, 10, 10), Err(NoWorkbook::Locked));
        assert_eq!(rows_of_workbook(b"PK\x03\x04\0\0", 10, 10), Err(NoWorkbook::Damaged));
    }

    proptest! {
        #[test]
        fn nothing_is_too_damaged_to_be_told_so(at in 0..6_000_usize, byte in any::<u8>()) {
            let mut bytes = list();
            let at = at % bytes.len();
            bytes[at] = byte;
            let _ = rows_of_workbook(&bytes, 10, 10);
            let _ = rows_of_workbook(&bytes[..at], 10, 10);
        }
    }
}
