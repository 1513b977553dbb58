//! Fluent messages in every language, with a chain of languages behind each.

use crate::numbers;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::{ResolverError, errors::ReferenceKind};
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use proto::Language;
use rust_embed::RustEmbed;
use std::fmt;
use std::sync::{Arc, LazyLock};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../translations"]
#[include = "*.ftl"]
struct Translations;

/// A value that words are formed around.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    Text(&'a str),
    /// Written with the language's thousands separator, and what plurals go by.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// Why words could not be formed.
#[derive(Debug)]
pub(crate) struct Missing {
    key: String,
    what: Lack,
    /// The best that can be shown all the same.
    pub(crate) instead: String,
}

#[derive(Debug)]
enum Lack {
    Key,
    Argument(String),
    Other(String),
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = &self.key;
        match &self.what {
            Lack::Key => write!(f, "no language has the key `{key}`"),
            Lack::Argument(name) => write!(f, "`{key}` lacks the argument `{name}`"),
            Lack::Other(why) => write!(f, "`{key}`: {why}"),
        }
    }
}

impl std::error::Error for Missing {}

pub(crate) struct Words {
    /// In the order of `Language::ALL`.
    bundles: [FluentBundle<FluentResource>; 4],
}

impl Words {
    /// Those in the program, read once: in each test anew would take longer than most tests.
    pub(crate) fn embedded() -> Arc<Self> {
        static EMBEDDED: LazyLock<Arc<Words>> = LazyLock::new(|| Arc::new(Words::read()));
        Arc::clone(&EMBEDDED)
    }

    fn read() -> Self {
        let files = |language: Language| {
            let folder = format!("{}/", language.code());
            let names = Translations::iter().filter(move |name| name.starts_with(&folder));
            names.filter_map(|name| {
                let file = Translations::get(&name)?;
                Some((name.to_string(), String::from_utf8_lossy(&file.data).into_owned()))
            })
        };
        Self { bundles: Language::ALL.map(|language| bundle(language, files(language))) }
    }

    /// Forms the words of a message in the language, or in the next of its chain that has it.
    pub(crate) fn say(&self, language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> Result<String, Missing> {
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                Arg::Text(text) => values.set(*name, *text),
                Arg::Number(number) => values.set(*name, *number),
            }
        }
        for asked in language.chain() {
            let bundle = &self.bundles[asked as usize];
            let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { continue };
            if asked != language {
                tracing::warn!(key, language = language.code(), instead = asked.code(), "a word is not translated");
            }
            let mut errors = Vec::new();
            let words = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
            return match errors.into_iter().next() {
                None => Ok(words),
                Some(error) => Err(Missing { key: key.to_owned(), what: lack(&error), instead: words }),
            };
        }
        Err(Missing { key: key.to_owned(), what: Lack::Key, instead: key.to_owned() })
    }
}

fn lack(error: &FluentError) -> Lack {
    match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => {
            Lack::Argument(id.clone())
        }
        other => Lack::Other(other.to_string()),
    }
}

fn bundle(language: Language, files: impl Iterator<Item = (String, String)>) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.code().parse().unwrap_or_default()]);
    // Isolating marks would end up in subjects, links and calendar files.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Nn => formatted::<0>,
        Language::Nb => formatted::<1>,
        Language::Sv => formatted::<2>,
        Language::En => formatted::<3>,
    }));
    for (file, source) in files {
        // A test reads every file strictly; at run time the rest of a broken file is better than nothing.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            tracing::error!(file, "cannot read words: {errors:?}");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(file, "words are there twice: {errors:?}");
        }
    }
    bundle
}

/// Fluent takes a plain function here, so the language is part of its type.
fn formatted<const LANGUAGE: usize>(
    value: &FluentValue<'_>,
    _memoizer: &intl_memoizer::concurrent::IntlLangMemoizer,
) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::number(Language::ALL[LANGUAGE], &number.as_string())),
        _ => None,
    }
}
