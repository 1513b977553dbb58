//! Questions that are ready to be asked, with wording, purpose and deletion rule: those that most sign-ups need.

use serde::{Deserialize, Serialize};

/// One of them. The order is that of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ready {
    Organisation,
    Municipality,
    Role,
    Food,
    Access,
    Speakers,
}

impl Ready {
    pub(crate) const ALL: [Self; 6] =
        [Self::Organisation, Self::Municipality, Self::Role, Self::Food, Self::Access, Self::Speakers];

    /// What its answers are called, and the middle of the keys of its words.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Municipality => "municipality",
            Self::Role => "role",
            Self::Food => "food",
            Self::Access => "access",
            Self::Speakers => "speakers",
        }
    }

    /// The field that says whether it is asked.
    pub(crate) fn field(self) -> String {
        format!("ask_{}", self.key())
    }

    /// The type, as event files call it.
    pub(crate) const fn kind(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Municipality => "municipality",
            Self::Role => "text",
            Self::Food | Self::Access | Self::Speakers => "long_text",
        }
    }

    /// What a browser may fill in by itself: only what is about the person. A municipality is none of the things that
    /// HTML has a token for.
    pub(crate) const fn autocomplete(self) -> &'static str {
        match self {
            Self::Organisation => "organization",
            Self::Role => "organization-title",
            Self::Municipality | Self::Food | Self::Access | Self::Speakers => "off",
        }
    }

    /// Answers may tell of health or faith (GDPR article 9), so nobody is made to give one, and few see them.
    pub(crate) const fn sensitive(self) -> bool {
        matches!(self, Self::Food | Self::Access)
    }

    /// How many days after the event answers are deleted, where the organisation keeps nothing longer than `retention` days.
    pub(crate) fn days(self, retention: u16) -> u16 {
        let days = match self {
            Self::Organisation | Self::Municipality | Self::Role => 90,
            Self::Food | Self::Access => 14,
            Self::Speakers => 30,
        };
        retention.min(days)
    }
}
