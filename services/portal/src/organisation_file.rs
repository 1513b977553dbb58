//! Reads organisations from a file and says everything that is wrong with it at once, each where it stands.

use crate::address;
use proto::organisation::{Organisation, Theme};
use proto::{Language, Localised};
use std::collections::{BTreeMap, HashSet};
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use url::Url;
use uuid::Uuid;

/// An organisation's data are never kept for longer than so many days after an event.
pub const LONGEST_RETENTION: u16 = 730;

const KEYS: [&str; 9] = [
    "slug",
    "name",
    "required_languages",
    "sender",
    "accessibility_statement",
    "privacy_notice",
    "retention_days",
    "logo",
    "theme",
];

/// An organisation as a file describes it: without id and revision, which only the database knows, and without its logo, which
/// lies beside the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Described {
    pub organisation: Organisation,
    pub logo: Option<LogoFile>,
}

/// A picture beside the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoFile {
    pub name: String,
    pub alt: Localised,
    /// Where the file names it, in bytes.
    pub at: usize,
}

/// Something that is wrong in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it begins, in bytes.
    pub at: usize,
    pub what: What,
}

/// What is wrong. Shown as a sentence for the operator who wrote the file, which says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    NotToml { detail: String },
    NoOrganisation,
    UnknownKey { key: String },
    Missing { key: &'static str },
    NotText { key: &'static str },
    NotTextByLanguage { key: &'static str },
    NotListOfLanguages { key: &'static str },
    UnknownLanguage { code: String },
    Slug { slug: String },
    RepeatedSlug { slug: String },
    Sender,
    NotHttps { key: &'static str },
    Retention { most: u16 },
    Theme,
    Logo,
    LogoUnread { name: String },
    LogoTooLarge { most: usize },
    LogoMarkup,
    LogoNoPicture,
    LogoPixels,
    LogoDamaged,
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotToml { detail } => write!(f, "this is not TOML: {}", detail.trim()),
            Self::NoOrganisation => f.write_str("there is no organisation here; begin each with [[organisation]]"),
            Self::UnknownKey { key } => write!(f, "`{key}` means nothing here; known are {}", KEYS.join(", ")),
            Self::Missing { key } => write!(f, "`{key}` is missing"),
            Self::NotText { key } => write!(f, "`{key}` is a text in quotes, and not empty"),
            Self::NotTextByLanguage { key } => {
                write!(f, "`{key}` is a text for each language, for example {{ nn = \"…\", nb = \"…\" }}")
            }
            Self::NotListOfLanguages { key } => {
                write!(f, "`{key}` is a list of languages, for example [\"nn\", \"nb\"], and not empty")
            }
            Self::UnknownLanguage { code } => write!(f, "`{code}` is not one of the languages nn, nb, sv, en"),
            Self::Slug { slug } => {
                write!(
                    f,
                    "`{slug}` cannot be part of an address: at most 60 lower-case letters a-z, digits and hyphens"
                )
            }
            Self::RepeatedSlug { slug } => write!(f, "there is another organisation called `{slug}` in this file"),
            Self::Sender => f.write_str("`sender` is the e-mail address of a mailbox that somebody reads"),
            Self::NotHttps { key } => write!(f, "`{key}` is an address that begins with https://"),
            Self::Theme => write!(f, "`theme` is one of {}", Theme::ALL.map(Theme::word).join(", ")),
            Self::Logo => f.write_str(
                "`logo` is a picture beside this file and what it shows, for example { file = \"logo.png\", alt = { nn = \"…\" } }",
            ),
            Self::LogoUnread { name } => write!(f, "`{name}` cannot be read: it must lie beside this file"),
            Self::LogoTooLarge { most } => write!(f, "the logo is larger than {most} kB"),
            Self::LogoMarkup => {
                f.write_str("the logo is a drawing that could run something (SVG or HTML): save it as PNG, JPEG or WebP")
            }
            Self::LogoNoPicture => f.write_str("the logo is no picture that is taken here: save it as PNG, JPEG or WebP"),
            Self::LogoPixels => f.write_str("the logo has more pixels than are unpacked here: make it smaller"),
            Self::LogoDamaged => f.write_str("the logo is damaged: no program can show all of it"),
            Self::Retention { most } => {
                write!(
                    f,
                    "`retention_days` is a number from 1 to {most}: personal data are deleted so long after an event"
                )
            }
        }
    }
}

/// The organisations in a file, or all its faults in order.
pub fn read(text: &str) -> Result<Vec<Described>, Vec<Fault>> {
    let file = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        vec![Fault { at, what: What::NotToml { detail: error.message().to_owned() } }]
    })?;
    let mut faults = Vec::new();
    let mut organisations = Vec::new();
    let mut slugs = HashSet::new();
    for (key, value) in file.get_ref() {
        let entries = match (key.get_ref().as_ref(), value.get_ref()) {
            ("organisation", DeValue::Array(entries)) => entries,
            (other, _) => {
                let key_is = other.to_owned();
                faults.push(Fault { at: key.span().start, what: What::UnknownKey { key: key_is } });
                continue;
            }
        };
        for entry in entries {
            let Some(table) = entry.get_ref().as_table() else {
                faults.push(Fault { at: entry.span().start, what: What::NoOrganisation });
                continue;
            };
            let mut reader = Reader { table, at: entry.span().start, faults: &mut faults };
            let described = Described { organisation: reader.organisation(), logo: reader.logo() };
            if !slugs.insert(described.organisation.slug.clone()) {
                let slug = described.organisation.slug.clone();
                reader.fault("slug", What::RepeatedSlug { slug });
            }
            organisations.push(described);
        }
    }
    if organisations.is_empty() && faults.is_empty() {
        faults.push(Fault { at: 0, what: What::NoOrganisation });
    }
    faults.sort_by_key(|fault| fault.at);
    if faults.is_empty() { Ok(organisations) } else { Err(faults) }
}

/// Line and column of a place in a text, from 1, in characters as an editor counts them.
pub fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// One `[[organisation]]`. A value that is wrong is told and read as an empty one, so that the others are still looked at.
struct Reader<'t, 'a> {
    table: &'t DeTable<'t>,
    at: usize,
    faults: &'a mut Vec<Fault>,
}

impl<'t> Reader<'t, '_> {
    fn organisation(&mut self) -> Organisation {
        for key in self.table.keys() {
            if !KEYS.contains(&key.get_ref().as_ref()) {
                let what = What::UnknownKey { key: key.get_ref().to_string() };
                self.faults.push(Fault { at: key.span().start, what });
            }
        }
        Organisation {
            id: Uuid::nil(),
            revision: 0,
            slug: self.slug(),
            name: self.name(),
            required_languages: self.required_languages(),
            sender: self.sender(),
            accessibility_statement: self.https("accessibility_statement"),
            privacy_notice: self.https("privacy_notice"),
            retention_days: self.retention_days(),
            logo: None,
            theme: self.theme(),
        }
    }

    /// The usual one where nothing is said of it.
    fn theme(&mut self) -> Theme {
        let Some(value) = self.table.get("theme") else { return Theme::default() };
        let theme = value.get_ref().as_str().and_then(Theme::with_word);
        if theme.is_none() {
            self.fault("theme", What::Theme);
        }
        theme.unwrap_or_default()
    }

    /// Absent where nothing is said of it.
    fn logo(&mut self) -> Option<LogoFile> {
        let at = self.table.get("logo")?.span().start;
        let logo = self.named_picture();
        if logo.is_none() {
            self.faults.push(Fault { at, what: What::Logo });
        }
        logo
    }

    fn named_picture(&self) -> Option<LogoFile> {
        let table = self.table.get("logo")?.get_ref().as_table()?;
        if table.keys().any(|key| !["file", "alt"].contains(&key.get_ref().as_ref())) {
            return None;
        }
        let file = table.get("file")?;
        let name = file.get_ref().as_str()?.trim();
        // A name alone: nothing else of the operator's disk is looked at.
        if name.is_empty() || name.starts_with('.') || name.contains(['/', '\\', ':']) {
            return None;
        }
        let texts = table.get("alt")?.get_ref().as_table()?;
        let alt = texts.iter().map(|(code, text)| {
            let text = text.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty())?;
            Some((code.get_ref().parse::<Language>().ok()?, text.to_owned()))
        });
        let alt = alt.collect::<Option<BTreeMap<Language, String>>>().filter(|alt| !alt.is_empty())?;
        Some(LogoFile { name: name.to_owned(), alt: Localised(alt), at: file.span().start })
    }

    fn slug(&mut self) -> String {
        let Some(slug) = self.text("slug") else { return String::new() };
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !slug.chars().all(plain) || slug.starts_with('-') || slug.len() > 60 {
            self.fault("slug", What::Slug { slug: slug.clone() });
        }
        slug
    }

    fn name(&mut self) -> Localised {
        let Some(value) = self.value("name") else { return Localised::default() };
        let Some(texts) = value.get_ref().as_table() else {
            self.fault("name", What::NotTextByLanguage { key: "name" });
            return Localised::default();
        };
        let mut name = BTreeMap::new();
        for (code, text) in texts {
            match (code.get_ref().parse::<Language>(), text.get_ref().as_str()) {
                (Ok(language), Some(text)) if !text.trim().is_empty() => {
                    name.insert(language, text.trim().to_owned());
                }
                (Ok(_), _) => {
                    self.faults.push(Fault { at: text.span().start, what: What::NotTextByLanguage { key: "name" } });
                }
                (Err(_), _) => self.unknown_language(code.span().start, code.get_ref()),
            }
        }
        if texts.is_empty() {
            self.fault("name", What::NotTextByLanguage { key: "name" });
        }
        Localised(name)
    }

    fn required_languages(&mut self) -> Vec<Language> {
        let Some(value) = self.value("required_languages") else { return Vec::new() };
        let Some(codes) = value.get_ref().as_array() else {
            self.fault("required_languages", What::NotListOfLanguages { key: "required_languages" });
            return Vec::new();
        };
        let mut languages: Vec<Language> = Vec::new();
        for code in codes {
            match code.get_ref().as_str().map(|code| (code, code.parse())) {
                Some((_, Ok(language))) if languages.contains(&language) => {}
                Some((_, Ok(language))) => languages.push(language),
                Some((text, Err(_))) => self.unknown_language(code.span().start, text),
                None => self.unknown_language(code.span().start, ""),
            }
        }
        if codes.is_empty() {
            self.fault("required_languages", What::NotListOfLanguages { key: "required_languages" });
        }
        languages
    }

    fn sender(&mut self) -> String {
        let Some(sender) = self.text("sender") else { return String::new() };
        if address::normalised(&sender).is_none() {
            self.fault("sender", What::Sender);
        }
        sender
    }

    fn https(&mut self, key: &'static str) -> String {
        let Some(address) = self.text(key) else { return String::new() };
        let secure = Url::parse(&address).is_ok_and(|url| url.scheme() == "https" && url.has_host());
        if !secure {
            self.fault(key, What::NotHttps { key });
        }
        address
    }

    fn retention_days(&mut self) -> u16 {
        let Some(value) = self.value("retention_days") else { return 0 };
        let days = match value.get_ref() {
            DeValue::Integer(days) if days.radix() == 10 => days.as_str().parse().ok(),
            _ => None,
        };
        let days = days.filter(|days| (1..=LONGEST_RETENTION).contains(days));
        if days.is_none() {
            self.fault("retention_days", What::Retention { most: LONGEST_RETENTION });
        }
        days.unwrap_or_default()
    }

    fn text(&mut self, key: &'static str) -> Option<String> {
        let text = self.value(key)?.get_ref().as_str().map(str::trim).filter(|text| !text.is_empty());
        if text.is_none() {
            self.fault(key, What::NotText { key });
        }
        text.map(str::to_owned)
    }

    fn value(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        let value = self.table.get(key);
        if value.is_none() {
            self.faults.push(Fault { at: self.at, what: What::Missing { key } });
        }
        value
    }

    fn unknown_language(&mut self, at: usize, code: &str) {
        self.faults.push(Fault { at, what: What::UnknownLanguage { code: code.to_owned() } });
    }

    /// Something is wrong with the value of a key.
    fn fault(&mut self, key: &str, what: What) {
        let at = self.table.get(key).map_or(self.at, |value| value.span().start);
        self.faults.push(Fault { at, what });
    }
}

#[cfg(test)]
mod tests;
