//! Tables as a workbook of Excel. Text is written as text, so nothing in it is worked out.

use crate::{Cell, Sheet};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The most letters that Excel shows in the name of a sheet.
const LONGEST_NAME: usize = 31;
/// The most letters of a cell.
const LONGEST_CELL: usize = 32_000;

/// The widest column, in pixels: a long answer is read in its own cell.
const WIDEST: u32 = 350;
/// The same for the name of a column of times, in digits.
const LONGEST_HEAD: u16 = 50;

/// The bytes of a workbook with these tables, made at a time.
pub fn workbook(sheets: &[Sheet], title: &str, now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = date(now.date_naive())?;
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    for sheet in sheets {
        write(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let (bold, day) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
    let minute = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let fits = |letter: &char| !"[]:*?/\\'".contains(*letter);
    worksheet.set_name(sheet.name.chars().filter(fits).take(LONGEST_NAME).collect::<String>())?;
    for (column, head) in (0u16..).zip(&sheet.head) {
        worksheet.write_string_with_format(0, column, text(head), &bold)?;
    }
    for (row, cells) in (1u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Text(words) => worksheet.write_string(row, column, text(words))?,
                Cell::Number(number) => worksheet.write_number(row, column, *number)?,
                Cell::Day(at) => worksheet.write_datetime_with_format(row, column, date(*at)?, &day)?,
                Cell::Moment(at) => worksheet.write_datetime_with_format(row, column, moment(*at)?, &minute)?,
            };
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.set_autofit_max_width(WIDEST);
    worksheet.autofit();
    for (column, head) in (0u16..).zip(&sheet.head) {
        let cells = sheet.rows.iter().filter_map(|row| row.get(usize::from(column)));
        if let Some(at_least) = cells.filter_map(time).max() {
            let head = u16::try_from(head.chars().count() + 2).unwrap_or(u16::MAX);
            worksheet.set_column_width(column, at_least.max(head).min(LONGEST_HEAD))?;
        }
    }
    Ok(())
}

/// How many digits wide a column is for a day or a time; nothing for what can be cut off. One that is too narrow is shown as
/// `###`, and fitting takes no account of how times are written.
const fn time(cell: &Cell) -> Option<u16> {
    match cell {
        Cell::Day(_) => Some(12),
        Cell::Moment(_) => Some(18),
        Cell::Text(_) | Cell::Number(_) => None,
    }
}

fn text(words: &str) -> String {
    words.chars().take(LONGEST_CELL).collect()
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: u32| u8::try_from(part).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1900), part(day.month()), part(day.day()))
}

fn moment(at: NaiveDateTime) -> Result<ExcelDateTime, XlsxError> {
    let hour = u16::try_from(at.hour()).unwrap_or_default();
    date(at.date())?.and_hms(hour, u8::try_from(at.minute()).unwrap_or_default(), 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Read};

    #[test]
    fn what_looks_like_a_formula_is_text_and_numbers_and_times_are_what_they_are() {
        let at: DateTime<Utc> = "2027-01-02T13:45:00Z".parse().unwrap();
        let hostile = "=HYPERLINK(\"https://x.no\";\"<b>&\u{1}\")";
        let sheet = Sheet {
            name: "[Påmelde]: '1'".to_owned(),
            head: vec!["=1+1".to_owned(), "n".to_owned(), "at".to_owned()],
            rows: vec![
                vec![Cell::Text(hostile.to_owned()), Cell::Number(7), Cell::Moment(at.naive_utc())],
                vec![Cell::Text("x".repeat(40_000))],
            ],
        };
        let bytes = workbook(&[sheet], "Påmelde", at).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let cells = part("xl/worksheets/sheet1.xml");
        assert!(!cells.contains("<f>"), "{cells}");
        assert!(cells.contains("<v>7</v>") && cells.contains("<v>46389.57291"), "{cells}");
        assert!(part("xl/workbook.xml").contains("<sheet name=\"Påmelde 1\""));
        // A time of sixteen characters, and a text of forty thousand.
        assert!(cells.contains("<col min=\"3\" max=\"3\" width=\"18.7109375\""), "{cells}");
        let widths = cells.split("width=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f64>().ok());
        assert!(widths.fold(0.0, f64::max) < 52.0, "{cells}");
        let strings = part("xl/sharedStrings.xml");
        assert!(strings.contains("=HYPERLINK(") && strings.contains("&lt;b&gt;&amp;_x0001_"), "{}", &strings[..300]);
    }
}
