//! Whom to ask, and who speaks.

use super::{FiledSpeaker, Keys};
use crate::store::conference::ContactPerson;
use crate::store::speaker::Span;
use event_file::{Reading, Section, contact};
use proto::{Language, SpeakerId};

const LANGUAGES: [(&str, Language); 4] =
    [("nn", Language::Nn), ("nb", Language::Nb), ("sv", Language::Sv), ("en", Language::En)];

/// Those besides the one that every event has.
pub(super) fn contacts(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Vec<ContactPerson> {
    let mut contacts = Vec::new();
    for mut section in file.sections(&mut reading.problems, "contacts") {
        let person = contact(reading, &mut section);
        let about = reading.needed_line(&mut section, "about", "contacts.about");
        section.finish(&mut reading.problems);
        contacts.extend(person.map(|contact| ContactPerson { contact, about: about.unwrap_or_default() }));
    }
    contacts
}

pub(super) fn speakers(
    reading: &mut Reading<'_>,
    programme: &mut Section<'_>,
    keys: &mut Keys<'_>,
) -> Vec<FiledSpeaker> {
    let mut speakers = Vec::new();
    for mut section in programme.sections(&mut reading.problems, "speakers") {
        let named = keys.named(reading, &mut section, "speaker");
        let key = named.as_ref().map_or("speaker", |named| &named.key).to_owned();
        let name = section.needed_word(&mut reading.problems, "name");
        let email = section.word(&mut reading.problems, "email");
        if let Some(email) = email.filter(|email| !email.value.contains('@')) {
            reading.problems.add(email.at, format!("`{}` is no e-mail address", email.value));
        }
        let language = section.one_of(&mut reading.problems, "language", &LANGUAGES);
        let role = keys.text(reading, &mut section, "role", &format!("{key}.role"));
        let organisation = section.word(&mut reading.problems, "organisation");
        let biography = keys.text(reading, &mut section, "biography", &format!("{key}.biography"));
        let consented = section.yes_no(&mut reading.problems, "consented").is_some_and(|said| said.value);
        let unavailable = unavailable(reading, &mut section, keys);
        section.finish(&mut reading.problems);
        let (Some(named), Some(name)) = (named, name) else { continue };
        if keys.erased.contains(&named.id) {
            continue;
        }
        speakers.push(FiledSpeaker {
            id: SpeakerId(named.id),
            name: name.value.to_owned(),
            email: email.map(|email| email.value.to_owned()),
            language: language.map_or(Language::Nn, |language| language.value),
            role,
            organisation: organisation.map_or("", |organisation| organisation.value).to_owned(),
            biography,
            consented,
            unavailable,
        });
    }
    speakers
}

fn unavailable(reading: &mut Reading<'_>, speaker: &mut Section<'_>, keys: &Keys<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for mut section in speaker.sections(&mut reading.problems, "unavailable") {
        section.missing(&mut reading.problems, "start");
        section.missing(&mut reading.problems, "end");
        let starts = reading.moment(&mut section, "start", keys.zone);
        let ends = reading.moment(&mut section, "end", keys.zone);
        section.finish(&mut reading.problems);
        let (Some(starts), Some(ends)) = (starts, ends) else { continue };
        if ends.value <= starts.value {
            reading.problems.add(ends.at, "`end` lies before `start`");
        }
        spans.push(Span { starts_at: starts.value, ends_at: ends.value });
    }
    spans
}
