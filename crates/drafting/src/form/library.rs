//! Questions that are ready to be asked, with wording, purpose and deletion rule: those that most sign-ups need.

use super::question::{Kind, Question};
use proto::Localised;

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ready {
    Organisation,
    Municipality,
    Role,
    Phone,
    Food,
    Access,
    Photo,
    Speakers,
    /// What an invoice needs, where there is a price.
    InvoiceNumber,
    InvoiceReference,
    InvoiceEmail,
}

impl Ready {
    pub const ALL: [Self; 11] = [
        Self::Organisation,
        Self::Municipality,
        Self::Role,
        Self::Phone,
        Self::Food,
        Self::Access,
        Self::Photo,
        Self::Speakers,
        Self::InvoiceNumber,
        Self::InvoiceReference,
        Self::InvoiceEmail,
    ];

    /// What its answers are called, and the middle of the keys of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Municipality => "municipality",
            Self::Role => "role",
            Self::Phone => "phone",
            Self::Food => "food",
            Self::Access => "access",
            // Doors know it by this name, and mark those who have not said yes.
            Self::Photo => "photo",
            Self::Speakers => "speakers",
            Self::InvoiceNumber => "invoice_number",
            Self::InvoiceReference => "invoice_reference",
            Self::InvoiceEmail => "invoice_email",
        }
    }

    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ready| ready.key() == key)
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Organisation => Kind::Organisation,
            Self::Municipality => Kind::Municipality,
            Self::InvoiceNumber => Kind::OrganisationNumber,
            Self::InvoiceEmail => Kind::Email,
            Self::Role | Self::InvoiceReference => Kind::Text,
            Self::Phone => Kind::Phone,
            Self::Photo => Kind::YesNo,
            Self::Food | Self::Access | Self::Speakers => Kind::LongText,
        }
    }

    /// What a browser may fill in by itself: only what is about the person. A municipality is none of the things that
    /// HTML has a token for.
    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Organisation => "organization",
            Self::Role => "organization-title",
            Self::Phone => "tel",
            Self::Municipality | Self::Food | Self::Access | Self::Photo | Self::Speakers => "off",
            // They are about whoever pays.
            Self::InvoiceNumber | Self::InvoiceReference | Self::InvoiceEmail => "off",
        }
    }

    /// How many days after the event answers are deleted.
    const fn days(self) -> u16 {
        match self {
            Self::Organisation | Self::Municipality | Self::Role => 90,
            // Until it has been paid; what must be kept longer is kept with the accounts.
            Self::InvoiceNumber | Self::InvoiceReference | Self::InvoiceEmail => 90,
            Self::Phone | Self::Photo | Self::Speakers => 30,
            Self::Food | Self::Access => 14,
        }
    }

    /// The question, in the words that `wording` has for "label" and "purpose", for an organisation that keeps nothing longer than
    /// `retention` days.
    pub fn question(self, wording: impl Fn(Self, &str) -> Localised, retention: u16) -> Question {
        Question {
            key: self.key().to_owned(),
            kind: self.kind(),
            label: wording(self, "label"),
            purpose: wording(self, "purpose"),
            // Nobody can be sent an invoice without it.
            required: self == Self::InvoiceNumber,
            // Answers may tell of health or faith (GDPR article 9), so nobody is made to give one, and few see them.
            sensitive: matches!(self, Self::Food | Self::Access),
            days: self.days().min(retention).to_string(),
            autocomplete: self.autocomplete().to_owned(),
            ..Question::default()
        }
    }
}
