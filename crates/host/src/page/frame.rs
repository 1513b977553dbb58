//! What stands around a page: language menu, footer, style sheets.

use crate::statics;
use proto::organisation::{Organisation, Theme};
use proto::{Language, Localised};
use serde::Serialize;
use text::Text;

#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/templates"]
struct Templates;

pub(crate) fn with_frame(text: &Text) -> Text {
    text.with::<Templates>("frame")
}

/// The organisation that answers for a page, for the footer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FrameOrganisation {
    pub name: Localised,
    pub privacy_notice: String,
    pub accessibility_statement: String,
    /// Whom to ask; the organisation itself when absent.
    pub contact_name: Option<String>,
    pub contact_email: String,
    pub theme: Theme,
    /// What a reader gets who asks for Norwegian without saying which.
    #[serde(skip)]
    pub norwegian: Option<Language>,
}

impl FrameOrganisation {
    /// The person or desk to ask about this page, instead of the organisation's own mailbox.
    #[must_use]
    pub fn ask(mut self, contact: &proto::event::Contact) -> Self {
        self.contact_name = Some(contact.name.clone());
        self.contact_email.clone_from(&contact.email);
        self
    }
}

impl From<&Organisation> for FrameOrganisation {
    fn from(organisation: &Organisation) -> Self {
        let norwegian = |language: &&Language| matches!(language, Language::Nn | Language::Nb);
        Self {
            name: organisation.name.clone(),
            privacy_notice: organisation.privacy_notice.clone(),
            accessibility_statement: organisation.accessibility_statement.clone(),
            contact_name: None,
            contact_email: organisation.sender.clone(),
            theme: organisation.theme,
            norwegian: organisation.required_languages.iter().find(norwegian).copied(),
        }
    }
}

/// A path as the address of a link or form: one that begins with two strokes would lead to another site.
pub(crate) fn own(path: &str) -> &str {
    if path.starts_with("//") { "/" } else { path }
}

/// The variable `frame` of every page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Frame {
    languages: Vec<MenuLanguage>,
    #[serde(rename = "static")]
    statics: &'static str,
    pub(crate) organisation: Option<FrameOrganisation>,
    demo: bool,
    /// The page answers a form, which may hold what somebody typed.
    posted: bool,
}

#[derive(Clone, Debug, Serialize)]
struct MenuLanguage {
    code: &'static str,
    href: String,
}

impl Frame {
    /// The menu leads to the same address with another `sprak`.
    pub(crate) fn new(path: &str, query: Option<&str>, demo: bool, posted: bool) -> Self {
        let path = own(path);
        let kept: Vec<&str> = query
            .into_iter()
            .flat_map(|query| query.split('&'))
            .filter(|pair| !pair.is_empty() && *pair != "sprak" && !pair.starts_with("sprak="))
            .collect();
        let languages = Language::ALL.map(|language| {
            let own = format!("sprak={}", language.code());
            let pairs: Vec<&str> = kept.iter().copied().chain([own.as_str()]).collect();
            MenuLanguage { code: language.code(), href: format!("{path}?{}", pairs.join("&")) }
        });
        Self { languages: languages.into(), statics: statics::prefix(), organisation: None, demo, posted }
    }
}
