//! Documents of Microsoft's and LibreOffice's programs: archives, of which only the list and the file that says what they are is read.

use crate::{Format, Refusal};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// More files than a document has.
const MOST: usize = 20_000;
/// The file that says what it is is a list of a few kilobytes.
const LONGEST: u64 = 1 << 20;

pub(crate) fn checked(bytes: &[u8]) -> Result<Format, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_broken| Refusal::Damaged)?;
    if archive.len() > MOST {
        return Err(Refusal::Damaged);
    }
    let names = archive.file_names().map(|name| name.map(|name| name.to_lowercase()));
    let names: Vec<String> = names.collect::<Result<_, _>>().map_err(|_broken| Refusal::Damaged)?;
    let format = said(&mut archive, &names)?;
    match names.iter().any(|name| runs(name)) {
        true => Err(Refusal::Script),
        false => Ok(format),
    }
}

/// What the archive says that it is.
fn said(archive: &mut ZipArchive<Cursor<&[u8]>>, names: &[String]) -> Result<Format, Refusal> {
    if names.iter().any(|name| name == "mimetype") {
        let mimetype = text(archive, "mimetype")?;
        let open = [Format::OpenText, Format::OpenSpreadsheet, Format::OpenPresentation];
        return open.into_iter().find(|format| format.media_type() == mimetype.trim()).ok_or(Refusal::Unknown);
    }
    if !names.iter().any(|name| name == "[content_types].xml") {
        return Err(Refusal::Unknown);
    }
    let types = text(archive, "[Content_Types].xml")?;
    match () {
        () if types.contains("macroEnabled") || types.contains("vbaProject") || types.contains("activeX") => {
            Err(Refusal::Script)
        }
        () if types.contains("presentationml.presentation.main+xml") => Ok(Format::PowerPoint),
        () if types.contains("wordprocessingml.document.main+xml") => Ok(Format::Word),
        () if types.contains("spreadsheetml.sheet.main+xml") => Ok(Format::Excel),
        () => Err(Refusal::Unknown),
    }
}

/// Macros, controls, and programs that were put into a document.
fn runs(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    name.ends_with("vbaproject.bin")
        || name.contains("activex/")
        || name.starts_with("basic/")
        || name.starts_with("scripts/")
        || matches!(extension, "exe" | "dll" | "js" | "vbs" | "bat" | "cmd" | "ps1" | "scr" | "jar" | "hta" | "lnk")
}

fn text(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, Refusal> {
    let file = archive.by_name(name).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Locked,
        _ => Refusal::Damaged,
    })?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(|_broken| Refusal::Damaged)?;
    Ok(text)
}
