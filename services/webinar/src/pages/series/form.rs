//! The settings of a date as a form: what was typed, and what it means.

use crate::series::settings::Settings;
use drafting::clock;
use event_file::meeting_address;
use host::{FieldError, Fields, Visit};
use proto::organisation::Organisation;
use proto::{Language, Localised};
use serde::Serialize;
use text::Text;

const LONGEST_LINE: usize = 200;
const LONGEST_TEXT: usize = 20_000;
const MOST_PLACES: u32 = 100_000;
const LONGEST: u32 = 24 * 60;

/// As it stands in the fields.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Typed {
    pub(super) languages: Vec<InLanguage>,
    pub(super) start: String,
    pub(super) minutes: String,
    pub(super) meeting_url: String,
    /// Without an address there is a room that is made here.
    pub(super) room: bool,
    /// Empty when there is no end to them.
    pub(super) capacity: String,
}

/// The texts in one language.
#[derive(Clone, Debug, Serialize)]
pub(super) struct InLanguage {
    pub(super) code: &'static str,
    /// The organisation says that they must exist.
    pub(super) required: bool,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) description: String,
}

impl Typed {
    /// The form filled in with what there is.
    pub(super) fn of(settings: &Settings, organisation: Option<&Organisation>, room: bool) -> Self {
        let own = |text: &Localised, language: Language| text.0.get(&language).cloned().unwrap_or_default();
        let languages = Language::ALL.into_iter().map(|language| InLanguage {
            code: language.code(),
            required: is_required(organisation, language),
            title: own(&settings.title, language),
            summary: own(&settings.summary, language),
            description: own(&settings.description, language),
        });
        Self {
            languages: languages.collect(),
            start: settings.start.format("%H:%M").to_string(),
            minutes: settings.minutes.to_string(),
            meeting_url: settings.meeting_url.clone(),
            room,
            capacity: settings.capacity.map(|capacity| capacity.to_string()).unwrap_or_default(),
        }
    }

    pub(super) fn sent(fields: &Fields, organisation: Option<&Organisation>, room: bool) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
        let languages = Language::ALL.into_iter().map(|language| InLanguage {
            code: language.code(),
            required: is_required(organisation, language),
            title: get(&format!("title_{}", language.code())),
            summary: get(&format!("summary_{}", language.code())),
            description: get(&format!("description_{}", language.code())),
        });
        Self {
            languages: languages.collect(),
            start: get("start"),
            minutes: get("minutes"),
            meeting_url: get("meeting_url"),
            room,
            capacity: get("capacity"),
        }
    }

    /// What it means, or everything that has to be put right.
    pub(super) fn read(&self, text: &Text, visit: &Visit) -> Result<Settings, Vec<FieldError>> {
        let word = |key: &'static str| text.word(visit.language, key, &[]);
        let mut errors = Vec::new();
        for one in &self.languages {
            let lines = [("title", &one.title, LONGEST_LINE), ("summary", &one.summary, LONGEST_TEXT)];
            for (name, typed, longest) in lines.into_iter().chain([("description", &one.description, LONGEST_TEXT)]) {
                let field = format!("{name}_{}", one.code);
                if typed.is_empty() && one.required {
                    errors.push(FieldError::new(field, word("webinar-edit-missing")));
                } else if typed.chars().count() > longest || (name == "title" && typed.contains('\n')) {
                    errors.push(FieldError::new(field, word("webinar-edit-too-long")));
                }
            }
        }
        if let Some(first) = self.languages.first().filter(|_| self.languages.iter().all(|one| one.title.is_empty())) {
            let field = format!("title_{}", first.code);
            if !errors.iter().any(|error| error.field == field) {
                errors.push(FieldError::new(field, word("webinar-edit-missing")));
            }
        }
        let start = clock(&self.start);
        if start.is_none() {
            errors.push(FieldError::new("start", word("webinar-edit-start-wrong")));
        }
        let minutes = self.minutes.parse::<u32>().ok().filter(|minutes| (1..=LONGEST).contains(minutes));
        if minutes.is_none() {
            errors.push(FieldError::new("minutes", word("webinar-edit-minutes-wrong")));
        }
        let meeting_url = match self.meeting_url.as_str() {
            "" if self.room => Some(String::new()),
            typed => meeting_address(typed),
        };
        if meeting_url.is_none() {
            errors.push(FieldError::new("meeting_url", word("webinar-meeting-wrong")));
        }
        let capacity = match self.capacity.as_str() {
            "" => Some(None),
            typed => typed.parse::<u32>().ok().filter(|places| (1..=MOST_PLACES).contains(places)).map(Some),
        };
        if capacity.is_none() {
            errors.push(FieldError::new("capacity", word("webinar-edit-capacity-wrong")));
        }
        match (start, minutes, meeting_url, capacity) {
            (Some(start), Some(minutes), Some(meeting_url), Some(capacity)) if errors.is_empty() => Ok(Settings {
                title: self.texts(|one| &one.title),
                summary: self.texts(|one| &one.summary),
                description: self.texts(|one| &one.description),
                start,
                minutes,
                meeting_url,
                capacity,
            }),
            _ => Err(errors),
        }
    }

    fn texts(&self, of: impl Fn(&InLanguage) -> &String) -> Localised {
        let texts = self.languages.iter().filter(|one| !of(one).is_empty());
        Localised(texts.filter_map(|one| Some((one.code.parse().ok()?, of(one).clone()))).collect())
    }
}

fn is_required(organisation: Option<&Organisation>, language: Language) -> bool {
    organisation.is_some_and(|organisation| organisation.required_languages.contains(&language))
}
