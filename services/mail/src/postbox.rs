//! Reading the letters in the folder, as a mail reader would.

mod calendar_part;

pub(crate) use calendar_part::CalendarView;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use mail_parser::{Address, Message, MessageParser, MimeHeaders};

/// The most letters that are listed.
const MOST: usize = 200;

/// A letter in the list.
#[derive(Clone, Debug, serde::Serialize)]
pub(crate) struct Line {
    pub(crate) file: String,
    pub(crate) to: String,
    pub(crate) subject: String,
    pub(crate) date: Option<DateTime<Utc>>,
}

/// A letter, opened.
#[derive(Clone, Debug, serde::Serialize)]
pub(crate) struct Opened {
    pub(crate) file: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) reply_to: Option<String>,
    pub(crate) subject: String,
    pub(crate) date: Option<DateTime<Utc>>,
    pub(crate) text: String,
    pub(crate) calendar: Option<CalendarView>,
    /// All fields as they stand there.
    pub(crate) headers: String,
}

/// The newest letters, newest first.
pub(crate) async fn list(folder: PathBuf) -> anyhow::Result<Vec<Line>> {
    tokio::task::spawn_blocking(move || {
        let mut names: Vec<String> = match std::fs::read_dir(&folder) {
            Ok(entries) => entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error.into()),
        };
        // The name begins with the time at which the letter was due.
        names.retain(|name| is_letter(name));
        names.sort_unstable_by(|a, b| b.cmp(a));
        names.truncate(MOST);
        let parser = MessageParser::default();
        let lines = names.into_iter().filter_map(|file| {
            // One that was deleted in the meantime is no letter any more.
            let bytes = std::fs::read(folder.join(&file)).ok()?;
            let message = parser.parse_headers(&bytes)?;
            Some(Line {
                to: people(message.to()),
                subject: message.subject().unwrap_or_default().to_owned(),
                date: date(&message),
                file,
            })
        });
        Ok(lines.collect())
    })
    .await?
}

/// The bytes of a letter; nothing for a name that no letter has.
pub(crate) async fn bytes(folder: &Path, file: &str) -> Option<Vec<u8>> {
    if !is_letter(file) {
        return None;
    }
    tokio::fs::read(folder.join(file)).await.ok()
}

/// Opens a letter.
pub(crate) fn open(file: &str, bytes: &[u8]) -> Option<Opened> {
    let message = MessageParser::default().parse(bytes)?;
    let calendar = message
        .parts
        .iter()
        .find(|part| part.content_type().is_some_and(|t| t.ctype() == "text" && t.subtype() == Some("calendar")));
    let calendar = calendar.and_then(|part| part.text_contents()).and_then(CalendarView::read);
    let headers = bytes.windows(4).position(|four| four == b"\r\n\r\n").map_or(bytes, |end| &bytes[..end]);
    Some(Opened {
        file: file.to_owned(),
        from: people(message.from()),
        to: people(message.to()),
        reply_to: message.reply_to().map(|who| people(Some(who))),
        subject: message.subject().unwrap_or_default().to_owned(),
        date: date(&message),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        calendar,
        headers: String::from_utf8_lossy(headers).into_owned(),
    })
}

/// The HTML of a letter.
pub(crate) fn html(bytes: &[u8]) -> Option<String> {
    Some(MessageParser::default().parse(bytes)?.body_html(0)?.into_owned())
}

/// Only our own names, so that nothing outside the folder can be asked for.
fn is_letter(name: &str) -> bool {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    plain && name.ends_with(".eml") && !name.starts_with('.')
}

fn date(message: &Message<'_>) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(message.date()?.to_timestamp(), 0)
}

fn people(address: Option<&Address<'_>>) -> String {
    let all = address.into_iter().flat_map(Address::iter).map(|who| match (who.name(), who.address()) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (None, Some(address)) => address.to_owned(),
        (name, None) => name.unwrap_or_default().to_owned(),
    });
    all.collect::<Vec<_>>().join(", ")
}
