//! Tables as a workbook of Excel. Text is written as text, so nothing in it is worked out.

use super::sheets::{Cell, Sheet};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// The most letters that Excel shows in the name of a sheet.
const LONGEST_NAME: usize = 31;
/// The most letters of a cell.
const LONGEST_CELL: usize = 32_000;

/// The bytes of a workbook with these tables, made at a time.
pub(crate) fn workbook(sheets: &[Sheet], title: &str, now: DateTime<Utc>) -> Result<Vec<u8>, XlsxError> {
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
    let fits = |letter: &char| !"[]:*?/\\'".contains(*letter);
    worksheet.set_name(sheet.name.chars().filter(fits).take(LONGEST_NAME).collect::<String>())?;
    for (column, head) in (0u16..).zip(&sheet.head) {
        worksheet.write_string_with_format(0, column, head, &bold)?;
    }
    for (row, cells) in (1u32..).zip(&sheet.rows) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    worksheet.write_string(row, column, text.chars().take(LONGEST_CELL).collect::<String>())?
                }
                Cell::Number(number) => worksheet.write_number(row, column, *number)?,
                Cell::Day(at) => worksheet.write_datetime_with_format(row, column, date(*at)?, &day)?,
            };
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    worksheet.autofit();
    Ok(())
}

fn date(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: u32| u8::try_from(part).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(1900), part(day.month()), part(day.day()))
}
