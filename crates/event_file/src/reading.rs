use crate::problem::Problems;
use crate::section::{At, Section};
use proto::organisation::Organisation;
use proto::{Language, Localised};

/// One pass through a file: what is wrong so far, and the texts whose languages are looked at in the end.
pub struct Reading<'t> {
    pub problems: Problems<'t>,
    texts: Vec<(String, At<Localised>)>,
}

const LONGEST_LINE: usize = 200;

impl<'t> Reading<'t> {
    pub(crate) fn new(problems: Problems<'t>) -> Self {
        Self { problems, texts: Vec::new() }
    }

    /// A text for people, called `name` when something is wrong with it.
    pub fn texts(&mut self, section: &mut Section<'_>, key: &'static str, name: &str) -> Option<Localised> {
        let found = section.texts(&mut self.problems, key)?;
        self.texts.push((name.to_owned(), found.clone()));
        Some(found.value)
    }

    pub fn needed(&mut self, section: &mut Section<'_>, key: &'static str, name: &str) -> Option<Localised> {
        section.missing(&mut self.problems, key);
        self.texts(section, key, name)
    }

    /// A text that stands on one line wherever it is shown.
    pub fn needed_line(&mut self, section: &mut Section<'_>, key: &'static str, name: &str) -> Option<Localised> {
        let text = self.needed(section, key, name)?;
        let at = self.texts.last().map_or(section.at, |(_, found)| found.at);
        for (language, line) in &text.0 {
            if line.contains('\n') {
                self.problems.add(at, format!("`{name}.{language}` must stand on one line"));
            } else if line.chars().count() > LONGEST_LINE {
                self.problems.add(at, format!("`{name}.{language}` is longer than {LONGEST_LINE} characters"));
            }
        }
        Some(text)
    }

    /// Notes every text that is missing in a language that it must exist in.
    pub(crate) fn check_languages(&mut self, organisation: Option<&Organisation>) {
        let required = organisation.map_or(&[][..], |organisation| &organisation.required_languages);
        for (name, found) in &self.texts {
            if found.value.is_empty() {
                self.problems.add(found.at, format!("`{name}` is empty in every language"));
                continue;
            }
            for language in found.value.missing(required) {
                let who = organisation.map_or("", |organisation| organisation.slug.as_str());
                let law = match language {
                    Language::Nn | Language::Nb => " (Språklova § 14)",
                    Language::Sv | Language::En => "",
                };
                let called = name_of(language);
                self.problems.add(found.at, format!("`{name}` is missing in {called}, which `{who}` requires{law}"));
            }
        }
    }
}

/// What operators call a language.
fn name_of(language: Language) -> &'static str {
    match language {
        Language::Nn => "Nynorsk (nn)",
        Language::Nb => "Bokmål (nb)",
        Language::Sv => "Swedish (sv)",
        Language::En => "English (en)",
    }
}
