//! The bodies that organise events.

use crate::{Language, Localised, Message};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// An organisation was set up, or something about it has changed. Always the full picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OrganisationChanged {
    pub organisation: Organisation,
}

impl Message for OrganisationChanged {
    const NAME: &'static str = "organisation.changed.v1";
    fn subject(&self) -> Uuid {
        self.organisation.id
    }
}

/// What others need to know about an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    pub id: Uuid,
    /// Goes up with every change; a hearer ignores an older one.
    pub revision: u32,
    /// What files and addresses call it.
    pub slug: String,
    pub name: Localised,
    /// Texts must exist in all of these before an event goes live (Språklova § 14).
    pub required_languages: Vec<Language>,
    /// From and ORGANIZER of its letters, a mailbox that is read.
    pub sender: String,
    /// The public body's accessibility statement; nothing goes live without it.
    pub accessibility_statement: String,
    /// Where the organisation tells how it handles personal data.
    pub privacy_notice: String,
    /// Personal data are deleted at most so many days after an event.
    pub retention_days: u16,
    /// Shown beside its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    /// The colours of its public pages.
    #[serde(default, skip_serializing_if = "Theme::is_usual")]
    pub theme: Theme,
}

/// Colours that can be read by everybody, of which an organisation chooses one. A word of a later release is read as the usual one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    Green,
    Teal,
    Purple,
    Brick,
    Slate,
    #[default]
    #[serde(other)]
    Blue,
}

impl Theme {
    /// All of them, the usual one first.
    pub const ALL: [Self; 6] = [Self::Blue, Self::Green, Self::Teal, Self::Purple, Self::Brick, Self::Slate];

    /// The word for it on the wire, in files and in style sheets.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Teal => "teal",
            Self::Purple => "purple",
            Self::Brick => "brick",
            Self::Slate => "slate",
        }
    }

    /// The theme with a word, where there is such a one.
    pub fn with_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }

    fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// A picture that stands for an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Logo {
    /// Below the site's address. Another picture has another.
    pub path: String,
    /// In pixels, like the height.
    pub width: u32,
    pub height: u32,
    /// What it shows, for those who do not see it.
    pub alt: Localised,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_theme_is_the_usual_one_for_those_who_did_not_know_of_it_and_for_those_who_do_not_yet() {
        for theme in Theme::ALL {
            let written = serde_json::to_value(theme).unwrap();
            assert_eq!((written.as_str(), Theme::with_word(theme.word())), (Some(theme.word()), Some(theme)));
            assert_eq!(serde_json::from_value::<Theme>(written).unwrap(), theme);
        }
        assert_eq!(serde_json::from_value::<Theme>(json!("gold")).unwrap(), Theme::Blue);
        let mut old = json!({
            "id": Uuid::nil(), "revision": 1, "slug": "ks", "name": { "nb": "KS" }, "required_languages": ["nb"],
            "sender": "post@example.no", "accessibility_statement": "https://example.no", "privacy_notice": "https://example.no",
            "retention_days": 90,
        });
        let organisation: Organisation = serde_json::from_value(old.clone()).unwrap();
        assert_eq!(organisation.theme, Theme::Blue);
        assert_eq!(serde_json::to_value(&organisation).unwrap(), old);
        old["theme"] = json!("brick");
        assert_eq!(serde_json::from_value::<Organisation>(old).unwrap().theme, Theme::Brick);
    }
}
