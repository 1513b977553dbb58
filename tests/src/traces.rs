//! Looks for somebody wherever a world keeps anything: in every table, in every file, in the queues, and in what is logged.

use crate::{Received, World};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD_NO_PAD, BASE64_URL_SAFE_NO_PAD};
use host::Settings;
use lapin::options::QueueDeclareOptions;
use lapin::types::FieldTable;
use migrations::SERVICES;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// What somebody can be known by, in every spelling in which it may stand somewhere.
#[derive(Clone, Default)]
pub struct Marks {
    /// By their first two bytes. Compared with what was found in small letters, or as it stands.
    lower: Needles,
    exact: Needles,
}

#[derive(Clone)]
struct Needles(Vec<Vec<Vec<u8>>>);

impl Default for Needles {
    fn default() -> Self {
        Self(vec![Vec::new(); 1 << 16])
    }
}

impl Needles {
    fn add(&mut self, needle: &[u8]) {
        let place = &mut self.0[usize::from(u16::from_be_bytes([needle[0], needle[1]]))];
        if !place.iter().any(|known| known == needle) {
            place.push(needle.to_vec());
        }
    }

    fn first_in(&self, text: &[u8]) -> Option<usize> {
        (1..text.len()).map(|at| at - 1).find(|&at| {
            let some = &self.0[usize::from(u16::from_be_bytes([text[at], text[at + 1]]))];
            some.iter().any(|needle| text[at..].starts_with(needle))
        })
    }
}

impl Marks {
    /// Words that only one person has, and addresses, of which a plain hash would be as good as the address.
    pub fn new(words: &[&str], addresses: &[&str]) -> Self {
        let mut marks = Self::default();
        for word in words.iter().chain(addresses) {
            for word in [(*word).to_owned(), word.to_lowercase()] {
                marks.add(&word);
            }
        }
        for address in addresses {
            for hash in [Sha256::digest(address), Sha256::digest(address.to_lowercase())] {
                marks.lower.add(hexadecimal(&hash).as_bytes());
                marks.exact.add(BASE64_STANDARD_NO_PAD.encode(hash).as_bytes());
                marks.exact.add(BASE64_URL_SAFE_NO_PAD.encode(hash).as_bytes());
            }
        }
        marks
    }

    fn add(&mut self, word: &str) {
        let escaped = |each: fn(u16) -> String| {
            word.chars().fold(String::new(), |mut text, c| {
                match c.is_ascii() {
                    true => text.push(c),
                    false => text.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| each(*unit))),
                }
                text
            })
        };
        let bytes = |before: &str| {
            word.bytes().fold(String::new(), |mut text, byte| {
                match byte.is_ascii() {
                    true => text.push(char::from(byte)),
                    false => write!(text, "{before}{byte:02x}").expect("text"),
                }
                text
            })
        };
        let spelt =
            [word.to_owned(), hexadecimal(word.as_bytes()), bytes("="), bytes("%"), escaped(|u| format!("\\u{u:04x}"))];
        for spelt in spelt {
            // As the text is that it is compared with.
            self.lower.add(&spelt.bytes().map(|byte| byte.to_ascii_lowercase()).collect::<Vec<_>>());
        }
        // Wherever the word begins in what was encoded: without the characters that have something else in them.
        for before in 0..3 {
            let padded = [&b"\0\0"[..before], word.as_bytes()].concat();
            for text in [BASE64_STANDARD_NO_PAD.encode(&padded), BASE64_URL_SAFE_NO_PAD.encode(&padded)] {
                let (from, to) = ((before * 8).div_ceil(6), padded.len() * 8 / 6);
                self.exact.add(&text.as_bytes()[from..to]);
            }
        }
    }

    /// What stands around the first of them.
    pub fn found_in(&self, text: &[u8]) -> Option<String> {
        let at = self.exact.first_in(text).or_else(|| self.lower.first_in(&text.to_ascii_lowercase()))?;
        let around = &text[at.saturating_sub(120)..text.len().min(at + 120)];
        Some(String::from_utf8_lossy(around).replace(|c: char| c.is_control(), " "))
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl World {
    /// Every row of every table of a service as text, bytes as hexadecimal, behind the name of the table.
    pub async fn rows(&self, service: &str) -> Vec<String> {
        let db = &self.db(service).write;
        let ask = async |sql: String| -> Vec<String> {
            let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), sql)).await.expect("rows");
            rows.iter().map(|row| row.try_get_by_index::<String>(0).expect("text")).collect()
        };
        let sqlite = db.get_database_backend() == DatabaseBackend::Sqlite;
        let tables = ask(match sqlite {
            true => "SELECT name FROM sqlite_master WHERE type = 'table'".to_owned(),
            false => "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()".to_owned(),
        })
        .await;
        assert!(tables.iter().any(|table| table == "outbox"), "{tables:?}");
        let mut all = Vec::new();
        for table in tables {
            let rows = match sqlite {
                true => {
                    let columns = ask(format!("SELECT name FROM pragma_table_info('{table}')")).await;
                    let quoted: Vec<String> = columns.iter().map(|column| format!("quote(\"{column}\")")).collect();
                    ask(format!("SELECT {} FROM \"{table}\"", quoted.join(" || ',' || "))).await
                }
                false => ask(format!("SELECT row_to_json(t)::text FROM \"{table}\" t")).await,
            };
            all.extend(rows.into_iter().map(|row| format!("{service} {table}: {row}")));
        }
        all
    }

    /// Rows, and files but those of databases, in which somebody can be found.
    pub async fn traces(&self, marks: &Marks) -> Vec<String> {
        let mut found = Vec::new();
        for service in SERVICES {
            let rows = self.rows(service).await;
            let table = |row: &str| row.split(':').next().unwrap_or_default().to_owned();
            found.extend(
                rows.iter().filter_map(|row| Some(format!("{}: {}", table(row), marks.found_in(row.as_bytes())?))),
            );
        }
        found.extend(self.in_files(marks, |name| !name.contains(".db")));
        found
    }

    /// The files of databases, with what SQLite writes ahead, in whose bytes somebody can be found.
    pub fn traces_in_bytes(&self, marks: &Marks) -> Vec<String> {
        self.in_files(marks, |name| name.contains(".db"))
    }

    fn in_files(&self, marks: &Marks, is_meant: impl Fn(&str) -> bool) -> Vec<String> {
        let mut found = Vec::new();
        for path in files(&self.house.settings.data) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            // One that was deleted in the meantime has nothing in it.
            let content = std::fs::read(&path).unwrap_or_default();
            if is_meant(&name)
                && let Some(around) = marks.found_in(&[name.as_bytes(), b"\n", &content].concat())
            {
                found.push(format!("{name}: {around}"));
            }
        }
        found
    }

    /// How many messages lie at the broker.
    pub async fn queued(&self) -> u32 {
        let Some(broker) = &self.house.settings.broker else { return 0 };
        let properties = lapin::ConnectionProperties::default();
        let connection = lapin::Connection::connect(broker, properties).await.expect("a broker");
        let channel = connection.create_channel().await.expect("a channel");
        let mut waiting = 0;
        for queue in queues(&self.house.settings) {
            let passive = QueueDeclareOptions { passive: true, ..QueueDeclareOptions::default() };
            let queue = channel.queue_declare(queue.as_str().into(), passive, FieldTable::default()).await;
            waiting += queue.expect("a queue").message_count();
        }
        connection.close(200, "done".into()).await.expect("an end");
        waiting
    }

    /// What was sent, in order: to the mail server, or where there is none into the folder.
    pub fn letters(&self) -> Vec<Received> {
        if self.house.settings.smtp.is_some() {
            return self.sink.letters();
        }
        let paths: BTreeSet<PathBuf> = files(&self.house.settings.data.join("letters")).into_iter().collect();
        let letters = paths.into_iter().map(|path| std::fs::read(path).expect("a letter"));
        letters.map(Received::lying).collect()
    }
}

fn queues(settings: &Settings) -> Vec<String> {
    let namespace = settings.namespace.as_deref().expect("a place of its own");
    let of = |service: &&str| ["inbox", "parking"].map(|queue| format!("{namespace}.{service}.{queue}"));
    SERVICES.iter().flat_map(of).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return all };
    for path in entries.flatten().map(|entry| entry.path()) {
        match path.is_dir() {
            true => all.extend(files(&path)),
            false => all.push(path),
        }
    }
    all
}

/// What this process logs from now on, of which only the lines are kept in which somebody can be found.
#[derive(Clone)]
pub struct Log(Arc<Mutex<Lines>>);

struct Lines {
    marks: Marks,
    all: usize,
    found: Vec<String>,
}

impl Log {
    /// Begins to listen. In a process there is one, which whoever comes first has told what to look for.
    pub fn listen(marks: &Marks) -> Self {
        static LISTENING: OnceLock<Log> = OnceLock::new();
        let begin = || {
            let log = Self(Arc::new(Mutex::new(Lines { marks: marks.clone(), all: 0, found: Vec::new() })));
            let ours = SERVICES.iter().chain(&["bus", "host", "drafting", "operation", "moteplass"]);
            let filter = ours.fold("info".to_owned(), |filter, of| format!("{filter},{of}=debug"));
            let writer = log.clone();
            let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(move || writer.clone());
            let filter = EnvFilter::new(filter);
            tracing_subscriber::registry().with(filter).with(lines).try_init().expect("nobody else listens");
            log
        };
        LISTENING.get_or_init(begin).clone()
    }

    /// The lines in which somebody can be found, and how many there were in all.
    pub fn heard(&self) -> (Vec<String>, usize) {
        let lines = self.0.lock().expect("nobody panicked while holding it");
        (lines.found.clone(), lines.all)
    }
}

impl std::io::Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        let mut lines = self.0.lock().expect("nobody panicked while holding it");
        lines.all += 1;
        let found = lines.marks.found_in(line);
        lines.found.extend(found);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Marks;

    #[test]
    fn somebody_is_found_however_it_is_written() {
        let marks = Marks::new(&["Gløymsdatter"], &["Aslaug@x.no"]);
        for written in [
            "ASLAUG@X.NO",
            "Frå Gløymsdatter",
            "gl=C3=B8ymsdatter",
            "gl%c3%b8ymsdatter",
            "\"gl\\u00F8ymsdatter\"",
            "X'676CC3B8796D736461747465722C'",
            "SGVsbG8gQXNsYXVnQHgubm8gLQ",
            "IEdsw7h5bXNkYXR0ZXIu",
            "R2zDuHltc2RhdHRlcg==",
        ] {
            assert!(marks.found_in(written.as_bytes()).is_some(), "{written}");
        }
        for written in ["", "a", "Ola Blir <ola@x.no>", "gloymsdatter"] {
            assert_eq!(marks.found_in(written.as_bytes()), None, "{written}");
        }
    }
}
