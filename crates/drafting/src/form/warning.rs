//! Decides what organisers are warned of in a form. Nothing is refused because of it.

use super::question::Question;
use proto::Language;

/// More than so many questions keep people from signing up.
pub const MANY: usize = 10;

/// Something about one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// People are likely to tell of their health where everybody who sees the list sees it.
    Health,
    /// Nobody is to be made to tell of health or faith.
    Demanded,
    NoPurpose,
}

impl Warning {
    pub const ALL: [Self; 3] = [Self::Health, Self::Demanded, Self::NoPurpose];

    /// The end of the key of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Health => "health",
            Self::Demanded => "demanded",
            Self::NoPurpose => "no-purpose",
        }
    }
}

/// Those of one question. `stems` gives parts of words that are about health, in small letters, for each language.
pub fn warnings(question: &Question, stems: impl Fn(Language) -> Vec<String>) -> Vec<Warning> {
    let texts = [&question.label, &question.hint];
    let suggests = |(language, text): (&Language, &String)| {
        let text = text.to_lowercase();
        stems(*language).iter().any(|stem| text.contains(stem.as_str()))
    };
    let is_about_health = || texts.iter().flat_map(|text| &text.0).any(suggests);
    Warning::ALL
        .into_iter()
        .filter(|warning| match warning {
            Warning::Health => question.kind.is_free() && !question.sensitive && is_about_health(),
            Warning::Demanded => question.sensitive && question.required,
            Warning::NoPurpose => question.purpose.is_empty(),
        })
        .collect()
}

/// Parts of words, from a list with commas between them.
pub fn stems(list: &str) -> Vec<String> {
    list.split(',').map(|stem| stem.trim().to_lowercase()).filter(|stem| !stem.is_empty()).collect()
}
