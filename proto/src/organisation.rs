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
