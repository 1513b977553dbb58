//! What an event file says of a conference besides the facts that every event has: the programme, who speaks, whom to ask.
//!
//! Ids are found by the keys of the file, so that what was imported before stays the same thing.

mod people;
mod sessions;
mod structure;

use crate::erasing::erased;
use crate::hosting;
use crate::programme::Programme;
use crate::store::conference::{ContactPerson, Ids};
use crate::store::speaker::Span;
use chrono_tz::Tz;
use event_file::{Expected, Reading, Section, Times, is_key};
use proto::event::{Attendance, EventKind};
use proto::{Language, Localised, SpeakerId};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What the file of a conference can say.
pub(crate) const CONFERENCE: Expected = Expected {
    kind: EventKind::Conference,
    ways: &[("in_person", Attendance::InPerson), ("online", Attendance::Online), ("both", Attendance::Both)],
    meeting_needed: false,
    forms: true,
};

/// What a conference has besides the facts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filed {
    pub(crate) contacts: Vec<ContactPerson>,
    /// The one that hosts it, as it is kept.
    pub(crate) municipality: Option<String>,
    pub(crate) programme: Option<FiledProgramme>,
    /// Those that were known, and those that were given.
    pub(crate) ids: Ids,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FiledProgramme {
    pub(crate) programme: Programme,
    pub(crate) speakers: Vec<FiledSpeaker>,
    /// The file says that everybody may see it.
    pub(crate) release: bool,
    pub(crate) note: Option<Localised>,
    /// How many it names whose data are erased. They are in none of it.
    pub(crate) erased: usize,
}

/// Somebody who speaks, as the file tells it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FiledSpeaker {
    pub(crate) id: SpeakerId,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) language: Language,
    pub(crate) role: Localised,
    pub(crate) organisation: String,
    pub(crate) biography: Localised,
    /// Has agreed that name and text are published.
    pub(crate) consented: bool,
    pub(crate) unavailable: Vec<Span>,
}

/// What is known while a programme is read.
struct Keys<'k> {
    ids: &'k mut Ids,
    new_id: &'k mut dyn FnMut() -> Uuid,
    /// What is left of the key of somebody who was erased.
    mark: &'k dyn Fn(&str) -> String,
    /// Those whom the file still names.
    erased: BTreeSet<Uuid>,
    /// What has been named so far, by kind and key.
    named: BTreeMap<(&'static str, String), Uuid>,
    zone: Option<Tz>,
    /// Of a session that does not say it: people meet, where they can.
    attendance: Attendance,
    /// Everybody will see it, so that every text must be there in the languages that the organisation requires.
    release: bool,
}

/// Reads what stands beside the facts. Ids are asked for one by one; those that are known stay with their keys. `mark` makes of
/// a key what is left of it when its owner is erased.
pub(crate) fn read(
    reading: &mut Reading<'_>,
    file: &mut Section<'_>,
    times: Times,
    mut ids: Ids,
    new_id: &mut dyn FnMut() -> Uuid,
    mark: &dyn Fn(&str) -> String,
) -> Option<Filed> {
    let contacts = people::contacts(reading, file);
    let municipality = municipality(reading, file);
    let attendance = match file.peek("attendance") {
        Some("online") => Attendance::Online,
        _ => Attendance::InPerson,
    };
    let mut keys = Keys {
        ids: &mut ids,
        new_id,
        mark,
        erased: BTreeSet::new(),
        named: BTreeMap::new(),
        zone: times.zone,
        attendance,
        release: false,
    };
    let section = file.section(&mut reading.problems, "programme");
    let programme = section.map(|section| programme(reading, section, &mut keys, times));
    Some(Filed { contacts, municipality, programme, ids })
}

fn municipality(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Option<String> {
    let said = file.word(&mut reading.problems, "municipality")?;
    let known = hosting::kept(said.value);
    if known.is_none() {
        reading.problems.add(said.at, hosting::advice(said.value));
    }
    known.map(municipalities::Municipality::value)
}

fn programme(reading: &mut Reading<'_>, mut section: Section<'_>, keys: &mut Keys<'_>, times: Times) -> FiledProgramme {
    let release = section.yes_no(&mut reading.problems, "release").is_some_and(|said| said.value);
    keys.release = release;
    let note = reading.texts(&mut section, "note", "programme.note");
    let days = structure::days(reading, &mut section, times);
    let venues = structure::venues(reading, &mut section, keys);
    let walks = structure::walks(reading, &mut section, keys);
    let tracks = structure::tracks(reading, &mut section, keys);
    let speakers = people::speakers(reading, &mut section, keys);
    let (mut sessions, mut occurrences) = sessions::sessions(reading, &mut section, keys, &days);
    occurrences.extend(sessions::blocks(reading, &mut section, keys, &days));
    section.finish(&mut reading.problems);
    for session in &mut sessions {
        session.parts.retain(|part| !keys.erased.contains(&part.speaker.0));
    }
    let programme = Programme { days, venues, walks, tracks, sessions, occurrences };
    FiledProgramme { programme, speakers, release, note, erased: keys.erased.len() }
}

impl Keys<'_> {
    /// The id of a thing that is told about here. Its key is asked for as `key`, and is told of when it is there twice.
    fn named(&mut self, reading: &mut Reading<'_>, section: &mut Section<'_>, kind: &'static str) -> Option<Named> {
        let key = section.needed_word(&mut reading.problems, "key")?;
        if !is_key(key.value) {
            let sentence = format!("`{}` cannot be a key: use lower-case letters, digits and _", key.value);
            reading.problems.add(key.at, sentence);
            return None;
        }
        let id = self.id(kind, key.value);
        if self.named.insert((kind, key.value.to_owned()), id).is_some() {
            reading.problems.add(key.at, format!("another {kind} has the key `{}` already", key.value));
        }
        Some(Named { key: key.value.to_owned(), id })
    }

    fn id(&mut self, kind: &str, key: &str) -> Uuid {
        if kind == "speaker"
            && let Some(id) = self.ids.0.get(&erased(&(self.mark)(key)))
        {
            self.erased.insert(*id);
            return *id;
        }
        *self.ids.0.entry(format!("{kind} {key}")).or_insert_with(|| (self.new_id)())
    }

    /// The id of something that has been told about before.
    fn find(&self, reading: &mut Reading<'_>, kind: &'static str, key: &str, at: usize) -> Option<Uuid> {
        let found = self.named.get(&(kind, key.to_owned())).copied();
        if found.is_none() {
            reading.problems.add(at, format!("no {kind} has the key `{key}`"));
        }
        found
    }

    /// The same, for a key that stands alone; none when it does not stand there.
    fn asked(
        &self,
        reading: &mut Reading<'_>,
        section: &mut Section<'_>,
        kind: &'static str,
        name: &'static str,
    ) -> Option<Uuid> {
        let key = section.word(&mut reading.problems, name)?;
        self.find(reading, kind, key.value, key.at)
    }

    /// A name that must be there. Its languages are looked at when everybody will see it.
    fn title(&self, reading: &mut Reading<'_>, section: &mut Section<'_>, key: &'static str, name: &str) -> Localised {
        if self.release {
            return reading.needed_line(section, key, name).unwrap_or_default();
        }
        section.missing(&mut reading.problems, key);
        let title = section.texts(&mut reading.problems, key);
        if let Some(title) = title.as_ref().filter(|title| title.value.is_empty()) {
            reading.problems.add(title.at, format!("`{name}` is empty in every language"));
        }
        title.map(|title| title.value).unwrap_or_default()
    }

    /// A text that may be left out.
    fn text(&self, reading: &mut Reading<'_>, section: &mut Section<'_>, key: &'static str, name: &str) -> Localised {
        match self.release {
            true => reading.texts(section, key, name).unwrap_or_default(),
            false => section.texts(&mut reading.problems, key).map(|text| text.value).unwrap_or_default(),
        }
    }
}

struct Named {
    key: String,
    id: Uuid,
}
