//! Documents that somebody hands in. Nobody is believed about what a file is: its own bytes say it, and what could run on somebody's
//! machine is turned away. What is given out again is saved under a clean name and can do nothing in a browser.

mod form;
mod office;
mod pdf;
#[cfg(test)]
mod tests;

pub use form::{Upload, read};

use axum::http::{HeaderMap, HeaderValue, header};
use pictures::is_markup;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Word,
    Excel,
    PowerPoint,
    OpenText,
    OpenSpreadsheet,
    OpenPresentation,
}

impl Format {
    /// All that are taken in.
    pub const ALL: [Self; 7] = [
        Self::Pdf,
        Self::Word,
        Self::Excel,
        Self::PowerPoint,
        Self::OpenText,
        Self::OpenSpreadsheet,
        Self::OpenPresentation,
    ];

    /// As it is kept and given out.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::PowerPoint => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::OpenText => "application/vnd.oasis.opendocument.text",
            Self::OpenSpreadsheet => "application/vnd.oasis.opendocument.spreadsheet",
            Self::OpenPresentation => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// What its name must end with.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Excel => "xlsx",
            Self::PowerPoint => "pptx",
            Self::OpenText => "odt",
            Self::OpenSpreadsheet => "ods",
            Self::OpenPresentation => "odp",
        }
    }

    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Word => "Word",
            Self::Excel => "Excel",
            Self::PowerPoint => "PowerPoint",
            Self::OpenText | Self::OpenSpreadsheet | Self::OpenPresentation => "OpenDocument",
        }
    }

    /// The one that was kept with this media type.
    pub fn of(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.media_type() == media_type)
    }
}

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No file was chosen, or it is empty.
    Missing,
    TooLarge,
    /// SVG, HTML and the like, which can do things when they are opened.
    Markup,
    /// Nothing that is taken here.
    Unknown,
    /// It is called something else than it is.
    Misnamed,
    /// It holds a script, a macro or something else that could run.
    Script,
    /// Nobody can see what is in it without a password.
    Locked,
    Damaged,
}

/// Says what a document is, if it is what its name says and holds nothing that could run. Takes its time: not for a thread that others
/// wait for.
pub fn checked(file_name: &str, bytes: &[u8], largest: usize) -> Result<Format, Refusal> {
    checked_among(&Format::ALL, file_name, bytes, largest)
}

/// The same where only some documents are taken.
pub fn checked_among(wanted: &[Format], file_name: &str, bytes: &[u8], largest: usize) -> Result<Format, Refusal> {
    let format = match bytes {
        [] => return Err(Refusal::Missing),
        _ if bytes.len() > largest => return Err(Refusal::TooLarge),
        _ if is_markup(bytes) => return Err(Refusal::Markup),
        _ if bytes.starts_with(b"%PDF-") => pdf::checked(bytes)?,
        _ if bytes.starts_with(b"PK\x03\x04") => office::checked(bytes)?,
        _ => return Err(Refusal::Unknown),
    };
    if !wanted.contains(&format) {
        return Err(Refusal::Unknown);
    }
    let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    match extension.as_deref() == Some(format.extension()) {
        true => Ok(format),
        false => Err(Refusal::Misnamed),
    }
}

/// The most letters of a name before its extension.
const LONGEST_NAME: usize = 80;

/// A name that is safe to save a file under: letters, digits and the extension that it really has.
pub fn file_name(wanted: &str, format: Format) -> String {
    let stem = wanted.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let fits = |letter: char| if letter.is_alphanumeric() || "-_ ".contains(letter) { letter } else { '-' };
    let stem: String = stem.chars().map(fits).take(LONGEST_NAME).collect();
    let stem = match stem.trim_matches(['-', ' ']) {
        "" => "fil",
        stem => stem,
    };
    format!("{stem}.{}", format.extension())
}

/// Whatever it is, it may do nothing.
const NOTHING: &str = "default-src 'none'; sandbox; frame-ancestors 'none'";

/// The headers with which a document is given out: to be saved, never shown, under a name that [`file_name`] made.
pub fn headers(media_type: &str, file_name: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, &disposition(file_name)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CONTENT_SECURITY_POLICY, NOTHING),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    headers
}

/// Saved under its name, and for old browsers under one with plain letters.
fn disposition(file_name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || "-_. ".contains(letter) { letter } else { '_' };
    let plain: String = file_name.chars().map(plain).collect();
    let mut whole = String::new();
    for byte in file_name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => whole.push(char::from(byte)),
            _ => whole.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}
