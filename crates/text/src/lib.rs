//! Languages, words, dates and templates: a template, a language and data become a page or a letter.
//!
//! Words are Fluent messages in `translations/<language>/<service>.ftl`, templates are minijinja files beside the
//! service that shows them. In a template there are the variable `lang` and the functions of [`functions`](self):
//!
//! | call | gives |
//! | --- | --- |
//! | `t("key", name=value)` | the words of a message; an unknown key or a missing argument is an error |
//! | `when(starts_at, ends_at, timezone)` | `tysdag 16. mars 2027 kl. 10.00–11.30`, also over several days |
//! | `date(at, timezone)` | `tysdag 16. mars 2027`; `date(at, timezone, weekday=false)` gives `16. mars 2027` |
//! | `dates(starts_at, ends_at, timezone)` | `16.–17. mars 2027` |
//! | `time(at, timezone)` | `kl. 10.00` |
//! | `hours(starts_at, ends_at, timezone)` | `kl. 10.00–11.30`, where the date stands elsewhere |
//! | `moment(at, timezone)` | `tysdag 16. mars 2027 kl. 10.00`, for deadlines |
//! | `number(n)` | `1 250` |
//! | `localised(texts)` | the text of a `proto::Localised` in the language, or the nearest there is |
//! | `lang_of(texts)` | the code of the language that `localised` answers in, for a `lang` attribute |
//! | `text \| paragraphs` | plain text with blank lines as escaped `<p>` elements |
//!
//! Times are UTC as in messages and columns (RFC 3339), time zones are IANA names. `.html` escapes, `.txt` does not.

mod dates;
mod functions;
mod numbers;
mod order;
mod seen;
mod templates;
mod words;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use proto::Language;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::Arc;

pub use seen::seen;
pub use words::Arg;

/// A page or letter could not be rendered. Names the template and line, never the data.
#[derive(Debug, thiserror::Error)]
#[error("cannot render template `{template}`: {source}")]
pub struct Error {
    template: String,
    source: minijinja::Error,
}

/// All words and the templates of the services it was given. Cheap to clone.
#[derive(Clone)]
pub struct Text {
    words: Arc<words::Words>,
    templates: Arc<templates::Templates>,
}

impl Default for Text {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("templates", &self.templates).finish_non_exhaustive()
    }
}

impl Text {
    /// The words of the program and no templates yet.
    pub fn new() -> Self {
        let words = words::Words::embedded();
        let templates = Arc::new(templates::Templates::new(&words, Vec::new(), None));
        Self { words, templates }
    }

    /// Adds the templates of a service under the names `service/<file>`.
    #[must_use]
    pub fn with<E: rust_embed::RustEmbed>(&self, service: &'static str) -> Self {
        let mut sources = self.templates.sources.clone();
        sources.retain(|source| source.service != service);
        sources.push(templates::Source { service, get: E::get });
        self.rebuilt(sources, self.templates.overlay.clone())
    }

    /// Templates in this folder (`<folder>/<service>/<file>`) come before those in the program.
    #[must_use]
    pub fn overlaid(&self, folder: PathBuf) -> Self {
        self.rebuilt(self.templates.sources.clone(), Some(folder))
    }

    fn rebuilt(&self, sources: Vec<templates::Source>, overlay: Option<PathBuf>) -> Self {
        let templates = Arc::new(templates::Templates::new(&self.words, sources, overlay));
        Self { words: self.words.clone(), templates }
    }

    /// The page or letter. An unknown variable, word or argument is an error, and so is a template that does not end.
    pub fn render<C: Serialize>(&self, template: &str, language: Language, context: &C) -> Result<String, Error> {
        self.templates
            .render(template, language, context)
            .map_err(|source| Error { template: template.to_owned(), source })
    }

    /// The words of a message. What is missing is logged; a missing key is answered by the next language of the chain,
    /// and by the key itself when no language has it.
    pub fn word(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.say(language, key, args).unwrap_or_else(|missing| {
            tracing::error!(key, language = language.code(), "cannot say a word: {missing}");
            missing.instead
        })
    }

    /// `tysdag 16. mars 2027 kl. 10.00–11.30`; both dates when it ends on another day.
    pub fn when(&self, language: Language, starts: DateTime<Utc>, ends: DateTime<Utc>, zone: Tz) -> String {
        dates::when(&self.words, language, starts, ends, zone)
    }

    /// `tysdag 16. mars 2027`.
    pub fn date(&self, language: Language, at: DateTime<Utc>, zone: Tz) -> String {
        dates::date(language, at, zone)
    }

    /// `16.–17. mars 2027`.
    pub fn dates(&self, language: Language, starts: DateTime<Utc>, ends: DateTime<Utc>, zone: Tz) -> String {
        dates::dates(&self.words, language, starts, ends, zone)
    }

    /// `kl. 10.00`.
    pub fn time(&self, language: Language, at: DateTime<Utc>, zone: Tz) -> String {
        dates::time(&self.words, language, at, zone)
    }

    /// `tysdag 16. mars 2027 kl. 10.00`.
    pub fn moment(&self, language: Language, at: DateTime<Utc>, zone: Tz) -> String {
        dates::moment(&self.words, language, at, zone)
    }

    /// `1 250`, with a no-break space or the comma of English.
    pub fn number(&self, language: Language, number: i64) -> String {
        numbers::number(language, &number.to_string())
    }

    /// What comes before what in the alphabet of a language: names of people, in a list.
    pub fn order(&self, language: Language) -> impl Fn(&str, &str) -> std::cmp::Ordering + Send + Sync + use<> {
        order::order(language)
    }

    /// The same for many texts: what each is compared by, made once. Longer than the text, and of use only beside others of this call.
    pub fn place_in_alphabet(&self, language: Language) -> impl Fn(&str) -> Vec<u8> + Send + Sync + use<> {
        order::place(language)
    }
}
