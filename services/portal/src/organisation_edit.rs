//! Decides what may be said of an organisation on its page, and what two who edit it at once have said differently.

use crate::address;
use crate::organisation_file::LONGEST_RETENTION;
use proto::organisation::{Organisation, Theme};
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use url::Url;

/// The longest name, and the longest text, in characters.
const LONGEST_NAME: usize = 200;
const LONGEST_TEXT: usize = 4_000;
const LONGEST_LINE: usize = 500;

/// What only the portal shows of an organisation.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Details {
    /// Whom to ask about the organisation and what it keeps, where that is not the sender of its letters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// By what right it keeps what people tell (GDPR article 6).
    #[serde(default)]
    pub legal_basis: Localised,
}

/// The page's fields as they are typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Form {
    pub name: BTreeMap<Language, String>,
    pub required: Vec<Language>,
    pub sender: String,
    pub email: String,
    pub phone: String,
    pub privacy_notice: String,
    pub accessibility_statement: String,
    pub retention_days: String,
    pub legal_basis: BTreeMap<Language, String>,
    pub theme: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Name(Language),
    Required,
    Sender,
    Email,
    Phone,
    PrivacyNotice,
    AccessibilityStatement,
    RetentionDays,
    LegalBasis(Language),
    Theme,
}

impl Field {
    /// What the form calls it.
    pub fn id(self) -> String {
        match self {
            Self::Name(language) => format!("namn-{}", language.code()),
            Self::Required => "krav".to_owned(),
            Self::Sender => "avsendar".to_owned(),
            Self::Email => "epost".to_owned(),
            Self::Phone => "telefon".to_owned(),
            Self::PrivacyNotice => "personvern".to_owned(),
            Self::AccessibilityStatement => "tilgjenge".to_owned(),
            Self::RetentionDays => "dagar".to_owned(),
            Self::LegalBasis(language) => format!("grunnlag-{}", language.code()),
            Self::Theme => "tema".to_owned(),
        }
    }

    /// The word for it in keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Required => "required",
            Self::Sender => "sender",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::PrivacyNotice => "privacy",
            Self::AccessibilityStatement => "accessibility",
            Self::RetentionDays => "retention",
            Self::LegalBasis(_) => "basis",
            Self::Theme => "theme",
        }
    }

    /// In which language it is, if it is in one.
    pub const fn language(self) -> Option<Language> {
        match self {
            Self::Name(language) | Self::LegalBasis(language) => Some(language),
            _ => None,
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        let names = Language::ALL.into_iter().map(Self::Name);
        let single = [
            Self::Required,
            Self::Sender,
            Self::Email,
            Self::Phone,
            Self::PrivacyNotice,
            Self::AccessibilityStatement,
            Self::RetentionDays,
        ];
        names.chain(single).chain(Language::ALL.into_iter().map(Self::LegalBasis)).chain([Self::Theme])
    }
}

impl Form {
    /// The organisation as it is.
    pub fn of(organisation: &Organisation, details: &Details) -> Self {
        Self {
            name: organisation.name.0.clone(),
            required: organisation.required_languages.clone(),
            sender: organisation.sender.clone(),
            email: details.email.clone().unwrap_or_default(),
            phone: details.phone.clone().unwrap_or_default(),
            privacy_notice: organisation.privacy_notice.clone(),
            accessibility_statement: organisation.accessibility_statement.clone(),
            retention_days: organisation.retention_days.to_string(),
            legal_basis: details.legal_basis.0.clone(),
            theme: organisation.theme.word().to_owned(),
        }
    }

    /// Reads what was sent; `one` gives the first value of a field, `required` the languages that were ticked.
    pub fn read<'f>(one: impl Fn(&str) -> Option<&'f str>, required: impl Iterator<Item = &'f str>) -> Self {
        let line = |field: Field| clean(one(&field.id()).unwrap_or_default(), LONGEST_LINE, false);
        let texts = |field: fn(Language) -> Field, most: usize, lines: bool| {
            let text = |language| (language, clean(one(&field(language).id()).unwrap_or_default(), most, lines));
            Language::ALL.into_iter().map(text).filter(|(_, text)| !text.is_empty()).collect()
        };
        let ticked: Vec<Language> = required.filter_map(|code| code.parse().ok()).collect();
        Self {
            name: texts(Field::Name, LONGEST_NAME, false),
            // In the order of the menu, whatever the browser makes of it.
            required: Language::ALL.into_iter().filter(|language| ticked.contains(language)).collect(),
            sender: line(Field::Sender),
            email: line(Field::Email),
            phone: line(Field::Phone),
            privacy_notice: line(Field::PrivacyNotice),
            accessibility_statement: line(Field::AccessibilityStatement),
            retention_days: line(Field::RetentionDays),
            legal_basis: texts(Field::LegalBasis, LONGEST_TEXT, true),
            theme: line(Field::Theme),
        }
    }

    /// The organisation as the form has it, or everything that is wrong, each with the key of the words that say how to mend it.
    pub fn checked(&self, before: &Organisation) -> Result<(Organisation, Details), Vec<(Field, &'static str)>> {
        let mut wrong = Vec::new();
        if self.required.is_empty() {
            wrong.push((Field::Required, "portal-organisation-wrong-required"));
        }
        for language in self.required.iter().filter(|language| !self.name.contains_key(language)) {
            wrong.push((Field::Name(*language), "portal-organisation-wrong-name"));
        }
        if address::normalised(&self.sender).is_none() {
            wrong.push((Field::Sender, "portal-sign-in-email-wrong"));
        }
        if !self.email.is_empty() && address::normalised(&self.email).is_none() {
            wrong.push((Field::Email, "portal-sign-in-email-wrong"));
        }
        let dialled = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '(' | ')' | '-');
        if !self.phone.is_empty() && (!self.phone.chars().all(dialled) || self.phone.len() > 30) {
            wrong.push((Field::Phone, "portal-organisation-wrong-phone"));
        }
        for (field, address) in [
            (Field::PrivacyNotice, &self.privacy_notice),
            (Field::AccessibilityStatement, &self.accessibility_statement),
        ] {
            if !is_https(address) {
                wrong.push((field, "portal-organisation-wrong-https"));
            }
        }
        let theme = Theme::with_word(&self.theme);
        if theme.is_none() {
            wrong.push((Field::Theme, "portal-organisation-wrong-theme"));
        }
        let days = self.retention_days.parse().ok().filter(|days| (1..=LONGEST_RETENTION).contains(days));
        let Some(retention_days) = days.filter(|_| wrong.is_empty()) else {
            if days.is_none() {
                wrong.push((Field::RetentionDays, "portal-organisation-wrong-retention"));
            }
            return Err(wrong);
        };
        let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let organisation = Organisation {
            name: Localised(self.name.clone()),
            required_languages: kept_order(&before.required_languages, &self.required),
            sender: self.sender.clone(),
            accessibility_statement: self.accessibility_statement.clone(),
            privacy_notice: self.privacy_notice.clone(),
            retention_days,
            theme: theme.unwrap_or_default(),
            ..before.clone()
        };
        let legal_basis = Localised(self.legal_basis.clone());
        Ok((organisation, Details { email: said(&self.email), phone: said(&self.phone), legal_basis }))
    }

    fn value(&self, field: Field) -> String {
        let text = |texts: &BTreeMap<Language, String>, language| texts.get(&language).cloned().unwrap_or_default();
        match field {
            Field::Name(language) => text(&self.name, language),
            Field::LegalBasis(language) => text(&self.legal_basis, language),
            Field::Required => {
                let mut codes: Vec<&str> = self.required.iter().map(|language| language.code()).collect();
                codes.sort_unstable();
                codes.join(", ")
            }
            Field::Sender => self.sender.clone(),
            Field::Email => self.email.clone(),
            Field::Phone => self.phone.clone(),
            Field::PrivacyNotice => self.privacy_notice.clone(),
            Field::AccessibilityStatement => self.accessibility_statement.clone(),
            Field::RetentionDays => self.retention_days.clone(),
            Field::Theme => self.theme.clone(),
        }
    }

    /// The fields in which another form says something else, with what it says.
    pub fn differs(&self, other: &Self) -> Vec<(Field, String)> {
        let differing = Field::all().filter(|field| self.value(*field) != other.value(*field));
        differing.map(|field| (field, other.value(field))).collect()
    }
}

/// The first language counts most, so those that are still required keep their order, and new ones come after them.
fn kept_order(before: &[Language], now: &[Language]) -> Vec<Language> {
    let stay = before.iter().filter(|language| now.contains(language));
    let new = now.iter().filter(|language| !before.contains(language));
    stay.chain(new).copied().collect()
}

/// Without spaces around, and without characters that show nothing, or turn around what is shown.
fn clean(text: &str, most: usize, lines: bool) -> String {
    let text = text::seen(text).replace("\r\n", "\n");
    let kept = text.chars().filter(|c| !c.is_control() || (lines && *c == '\n'));
    let kept: String = kept.take(most).collect();
    kept.trim().to_owned()
}

fn is_https(address: &str) -> bool {
    let plain = !address.contains(|c: char| c.is_whitespace());
    plain && Url::parse(address).is_ok_and(|url| url.scheme() == "https" && url.has_host() && url.username().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    fn typed(change: impl FnOnce(&mut Form)) -> Form {
        let mut form = Form::of(&samples::organisation(), &Details::default());
        form.name.insert(Language::Nb, "Distriktssenteret".to_owned());
        change(&mut form);
        form
    }

    #[track_caller]
    fn refused(form: &Form, field: Field) {
        let wrong = form.checked(&samples::organisation()).unwrap_err();
        assert_eq!(wrong.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [field]);
    }

    #[test]
    fn what_is_right_becomes_the_organisation_and_the_rest_of_it_stays() {
        let before = samples::organisation();
        let form = typed(|form| {
            form.retention_days = "730".to_owned();
            form.phone = "+47 48 16 82 80".to_owned();
            form.theme = "brick".to_owned();
            form.legal_basis.insert(Language::Nn, "Oppgåve i allmenta si interesse.".to_owned());
        });
        let (after, details) = form.checked(&before).unwrap();
        assert_eq!(
            (after.id, after.revision, &after.slug, &after.logo),
            (before.id, before.revision, &before.slug, &before.logo)
        );
        assert_eq!(after.theme, Theme::Brick);
        assert_eq!(
            (after.retention_days, details.phone.as_deref(), details.email),
            (730, Some("+47 48 16 82 80"), None)
        );
        assert_eq!(Form::of(&after, &Details { email: None, ..details }), form);
    }

    #[test]
    fn each_mistake_is_told_where_it_is() {
        refused(
            &typed(|form| {
                form.name.remove(&Language::Nb);
            }),
            Field::Name(Language::Nb),
        );
        refused(&typed(|form| form.required.clear()), Field::Required);
        refused(&typed(|form| form.sender = "desken".to_owned()), Field::Sender);
        refused(&typed(|form| form.email = "a@b".to_owned()), Field::Email);
        for theme in ["", "gold", "blue\" onload=\"alert(1)"] {
            refused(&typed(|form| form.theme = theme.to_owned()), Field::Theme);
        }
        refused(&typed(|form| form.phone = "ring meg".to_owned()), Field::Phone);
        for address in [
            "",
            "http://example.org",
            "javascript:alert(1)",
            "https://",
            "https://a b.example",
            "https://x@example.org/",
        ] {
            refused(&typed(|form| form.privacy_notice = address.to_owned()), Field::PrivacyNotice);
            refused(&typed(|form| form.accessibility_statement = address.to_owned()), Field::AccessibilityStatement);
        }
        for days in ["", "0", "731", "-1", "mange", "1e2", "99999999999"] {
            refused(&typed(|form| form.retention_days = days.to_owned()), Field::RetentionDays);
        }
    }

    #[test]
    fn what_nobody_sees_is_left_out_and_long_texts_end() {
        let name = format!("  Distrikt\u{202e}s\u{200b}senteret\r\n<b>{}", "x".repeat(500));
        let sent = [("namn-nn".to_owned(), name), ("grunnlag-en".to_owned(), "One\r\n\r\ntwo\u{0}".to_owned())];
        let one = |field: &str| sent.iter().find(|(own, _)| own == field).map(|(_, value)| value.as_str());
        let form = Form::read(one, ["nb", "xx", "nn", "nb"].into_iter());
        assert!(form.name[&Language::Nn].starts_with("Distriktssenteret<b>xx"));
        assert_eq!(form.name[&Language::Nn].chars().count(), LONGEST_NAME - 2, "cut before the spaces around went");
        assert_eq!(form.legal_basis[&Language::En], "One\n\ntwo");
        assert_eq!(form.required, [Language::Nn, Language::Nb]);
    }

    #[test]
    fn a_language_that_stays_required_keeps_its_place() {
        use Language::{En, Nb, Nn};
        assert_eq!(kept_order(&[Nb, En], &[Nn, Nb, En]), [Nb, En, Nn]);
        assert_eq!(kept_order(&[Nb, Nn], &[Nn]), [Nn]);
    }

    #[test]
    fn those_who_edit_at_once_see_where_they_differ() {
        let mine = typed(|form| form.retention_days = "30".to_owned());
        let theirs = typed(|form| {
            form.phone = "123".to_owned();
            form.name.remove(&Language::En);
        });
        let differing = mine.differs(&theirs);
        assert_eq!(
            differing,
            [
                (Field::Name(Language::En), String::new()),
                (Field::Phone, "123".to_owned()),
                (Field::RetentionDays, "180".to_owned()),
            ]
        );
        assert!(mine.differs(&mine).is_empty());
    }
}
