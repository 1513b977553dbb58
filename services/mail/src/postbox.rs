//! Reading the letters in the folder, as a mail reader would.

mod calendar_part;

pub(crate) use calendar_part::CalendarView;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use mail_parser::{Address, Message, MessageParser, MimeHeaders};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::store::letter;

/// A name ends with the id of its letter.
const LENGTH_OF_ID: usize = 36;

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

/// Deletes the files of these letters. One that cannot be deleted now is found by [`sweep`].
pub(crate) async fn remove(folder: &Path, letters: &[Uuid]) {
    if letters.is_empty() {
        return;
    }
    for (path, _) in files(folder).await.into_iter().filter(|(_, letter)| letters.contains(letter)) {
        let _ = tokio::fs::remove_file(path).await;
    }
}

/// Deletes the files of letters of which it is not known any more whom they were to; of those that only knew it
/// themselves, the ones sent before then.
pub(crate) async fn sweep(folder: &Path, db: &impl ConnectionTrait, then: DateTime<Utc>) -> anyhow::Result<()> {
    let files = files(folder).await;
    let named: Vec<Uuid> = files.iter().map(|(_, letter)| *letter).collect();
    let known = letter::known_to(db, &named, then).await?;
    for (path, _) in files.into_iter().filter(|(_, letter)| !known.contains(letter)) {
        tokio::fs::remove_file(path).await?;
    }
    Ok(())
}

/// Every file of a letter, those that were not finished too, and whose it is.
async fn files(folder: &Path) -> Vec<(PathBuf, Uuid)> {
    let mut found = Vec::new();
    // Without a folder no letter was ever written.
    let Ok(mut entries) = tokio::fs::read_dir(folder).await else { return found };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        let Some(name) = name.strip_suffix(".new").unwrap_or(name).strip_suffix(".eml") else { continue };
        let id = name.len().checked_sub(LENGTH_OF_ID).and_then(|from| name.get(from..));
        if let Some(Ok(letter)) = id.map(str::parse) {
            found.push((entry.path(), letter));
        }
    }
    found
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
