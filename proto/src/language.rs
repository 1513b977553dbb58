//! The languages of texts, and texts that exist in several of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A language that pages and letters are written in, by its BCP 47 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Nynorsk.
    Nn,
    /// Bokmål.
    Nb,
    /// Svenska.
    Sv,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order of language menus.
    pub const ALL: [Self; 4] = [Self::Nn, Self::Nb, Self::Sv, Self::En];

    /// The code in `lang` attributes, addresses and folders.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nn => "nn",
            Self::Nb => "nb",
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// This language, then those a reader of it understands best, nearest first. Norwegians and Swedes read one
    /// another's languages more gladly than English.
    pub const fn chain(self) -> [Self; 4] {
        match self {
            Self::Nn => [Self::Nn, Self::Nb, Self::Sv, Self::En],
            Self::Nb => [Self::Nb, Self::Nn, Self::Sv, Self::En],
            Self::Sv => [Self::Sv, Self::Nb, Self::Nn, Self::En],
            Self::En => [Self::En, Self::Nb, Self::Nn, Self::Sv],
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is not the code of a language that we write.
#[derive(Debug, PartialEq, Eq)]
pub struct UnknownLanguage;

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not one of nn, nb, sv, en")
    }
}

impl std::error::Error for UnknownLanguage {}

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.code() == code).ok_or(UnknownLanguage)
    }
}

/// One text in the languages it has been written in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Localised(pub BTreeMap<Language, String>);

impl Localised {
    /// The text in this language, else in the nearest one it exists in, else the empty text.
    pub fn get(&self, language: Language) -> &str {
        language.chain().iter().find_map(|l| self.0.get(l)).map_or("", String::as_str)
    }

    /// The language that [`Localised::get`] answers in, for a `lang` attribute.
    pub fn language(&self, asked: Language) -> Option<Language> {
        asked.chain().into_iter().find(|l| self.0.contains_key(l))
    }

    /// True when nothing is written in any language.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }

    /// Those of the wanted languages in which the text is missing or blank.
    pub fn missing(&self, wanted: &[Language]) -> Vec<Language> {
        wanted.iter().copied().filter(|l| self.0.get(l).is_none_or(|text| text.trim().is_empty())).collect()
    }
}

impl<const N: usize> From<[(Language, &str); N]> for Localised {
    fn from(texts: [(Language, &str); N]) -> Self {
        Self(texts.into_iter().map(|(language, text)| (language, text.to_owned())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Language::{self, En, Nb, Nn, Sv};
    use super::Localised;

    #[test]
    fn a_missing_text_is_read_in_the_nearest_language() {
        let read = |written: &[Language], asked: Language| {
            let text = Localised(written.iter().map(|language| (*language, language.to_string())).collect());
            let shown = text.language(asked);
            assert_eq!(text.get(asked), shown.map_or("", Language::code), "the text and its `lang` belong together");
            shown
        };
        for (written, nn, nb, sv, en) in [
            (&[Sv, En][..], Sv, Sv, Sv, En),
            (&[Nb, En][..], Nb, Nb, Nb, En),
            (&[Nn, En][..], Nn, Nn, Nn, En),
            (&[Nn, Nb][..], Nn, Nb, Nb, Nb),
            (&[Nn, Sv][..], Nn, Nn, Sv, Nn),
            (&[En][..], En, En, En, En),
        ] {
            let shown = Language::ALL.map(|asked| read(written, asked));
            assert_eq!(shown, [nn, nb, sv, en].map(Some), "{written:?}");
        }
        assert_eq!(read(&[], Nn), None);
    }

    #[test]
    fn every_chain_begins_with_its_own_and_has_all() {
        for language in Language::ALL {
            let mut chain = language.chain();
            assert_eq!(chain[0], language);
            chain.sort_unstable();
            assert_eq!(chain, Language::ALL);
        }
    }
}
