//! A question as it stands in the builder: what was typed, however little it is.

use proto::event::{Condition, Country};
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};

/// How many answers there can be to choose from.
pub const MOST_OPTIONS: usize = 20;

/// What kind of answer it takes. It never changes: answers that were given must stay readable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    #[default]
    Text,
    LongText,
    Number,
    OneOf,
    SeveralOf,
    YesNo,
    Date,
    Email,
    Phone,
    Municipality,
    Organisation,
    OrganisationNumber,
}

impl Kind {
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::LongText,
        Self::OneOf,
        Self::SeveralOf,
        Self::YesNo,
        Self::Number,
        Self::Date,
        Self::Email,
        Self::Phone,
        Self::Municipality,
        Self::Organisation,
        Self::OrganisationNumber,
    ];

    /// What event files call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Number => "number",
            Self::OneOf => "one_of",
            Self::SeveralOf => "several_of",
            Self::YesNo => "yes_no",
            Self::Date => "date",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Municipality => "municipality",
            Self::Organisation => "organisation",
            Self::OrganisationNumber => "organisation_number",
        }
    }

    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// It has answers of its own to choose from.
    pub const fn has_options(self) -> bool {
        matches!(self, Self::OneOf | Self::SeveralOf)
    }

    /// People answer in their own words.
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Text | Self::LongText)
    }
}

/// One of the answers to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// Stays as long as the answer does, whatever it is called.
    pub value: String,
    pub label: Localised,
}

/// Texts are trimmed, and those that are empty are not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    /// Stays as long as the question does, and belongs to no other afterwards.
    pub key: String,
    pub kind: Kind,
    pub label: Localised,
    pub hint: Localised,
    pub purpose: Localised,
    pub required: bool,
    /// Few see the answers.
    pub sensitive: bool,
    /// After the event, until the answers are deleted.
    pub days: String,
    /// Of a number.
    pub min: String,
    pub max: String,
    /// Of a municipality.
    pub country: Country,
    pub options: Vec<Offered>,
    pub only_if: Option<Condition>,
    /// What a browser may fill in by itself, as HTML calls it.
    pub autocomplete: String,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            key: String::new(),
            kind: Kind::default(),
            label: Localised::default(),
            hint: Localised::default(),
            purpose: Localised::default(),
            required: false,
            sensitive: false,
            days: String::new(),
            min: String::new(),
            max: String::new(),
            country: Country::Both,
            options: Vec::new(),
            only_if: None,
            autocomplete: "off".to_owned(),
        }
    }
}

impl Question {
    /// One with nothing in it but when answers are deleted.
    pub fn empty(kind: Kind, key: String, days: u16) -> Self {
        Self { kind, key, days: days.to_string(), ..Self::default() }
    }

    /// What can be answered, where that decides whether another question is asked.
    pub fn answers(&self) -> Vec<&str> {
        match self.kind {
            Kind::OneOf | Kind::SeveralOf => self.options.iter().map(|option| option.value.as_str()).collect(),
            Kind::YesNo => vec!["yes", "no"],
            _ => Vec::new(),
        }
    }

    /// The question with what was sent; `sent` gives the value of a field, cleaned. When it is asked is decided apart. A new answer to
    /// choose from gets a value of `new_value`.
    pub fn with(&self, sent: impl Fn(&str) -> String, mut new_value: impl FnMut() -> String) -> Self {
        let texts = |name: &str| {
            let of = |language: Language| (language, sent(&format!("{name}_{language}")));
            Localised(Language::ALL.into_iter().map(of).filter(|(_, text)| !text.is_empty()).collect())
        };
        let mut options: Vec<Offered> = Vec::new();
        if self.kind.has_options() {
            for number in 1..=MOST_OPTIONS {
                let label = texts(&format!("option-{number}"));
                if label.is_empty() {
                    continue;
                }
                let own = sent(&format!("option-{number}-value"));
                let is_own = self.options.iter().any(|option| option.value == own)
                    && !options.iter().any(|option| option.value == own);
                options.push(Offered { value: if is_own { own } else { new_value() }, label });
            }
        }
        let of_number = |name: &str| if self.kind == Kind::Number { sent(name) } else { String::new() };
        Self {
            key: self.key.clone(),
            kind: self.kind,
            label: texts("label"),
            hint: texts("hint"),
            purpose: texts("purpose"),
            required: sent("required") == "yes",
            sensitive: sent("sensitive") == "yes",
            days: sent("days"),
            min: of_number("min"),
            max: of_number("max"),
            country: match sent("country").as_str() {
                "no" => Country::No,
                "se" => Country::Se,
                "both" => Country::Both,
                _ => self.country,
            },
            options,
            only_if: self.only_if.clone(),
            autocomplete: self.autocomplete.clone(),
        }
    }
}
