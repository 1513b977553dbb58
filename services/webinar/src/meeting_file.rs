//! What the file of a webinar says about its meeting besides where it is: that a room is made for it, and who leads it.

use crate::afterwards_file;
use crate::meeting::Right;
use event_file::{Reading, Section, is_key};
use sea_orm::prelude::StringLen;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::Serialize;

/// What somebody does in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// Leads the meeting.
    Moderator,
    /// Takes part in it like others, but comes in earlier.
    Speaker,
}

impl Part {
    /// What this part may do in the meeting.
    pub(crate) const fn may(self) -> Right {
        match self {
            Self::Moderator => Right::Moderate,
            Self::Speaker => Right::TakePart,
        }
    }
}

/// Somebody in the panel, as the file names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filed {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) part: Part,
}

/// What the file says about the meeting.
pub(crate) struct Meeting {
    pub(crate) panel: Vec<Filed>,
    pub(crate) afterwards: afterwards_file::Filed,
}

const MOST: usize = 50;
const LONGEST_NAME: usize = 100;
const PARTS: [(&str, Part); 2] = [("moderator", Part::Moderator), ("speaker", Part::Speaker)];

/// Whether the file asks for a room. It has to say either that, or where the meeting is. `rooms`: this installation can make them.
pub(crate) fn in_room(reading: &mut Reading<'_>, file: &mut Section<'_>, rooms: bool) -> bool {
    let room = file.yes_no(&mut reading.problems, "meeting_room").filter(|said| said.value);
    match room {
        Some(said) if file.has("meeting_url") => reading
            .problems
            .add(said.at, "`meeting_url` says where the meeting is, so no room is made: take one of them out"),
        Some(said) if !rooms => reading.problems.add(
            said.at,
            "this installation has no rooms: set `rooms_url` and what belongs to it, or say `meeting_url`",
        ),
        Some(_) => {}
        None => file.missing(&mut reading.problems, "meeting_url"),
    }
    room.is_some()
}

/// Reads it. `rooms`: this installation can make rooms.
pub(crate) fn read(reading: &mut Reading<'_>, file: &mut Section<'_>, rooms: bool) -> Option<Meeting> {
    let in_room = in_room(reading, file, rooms);
    let at = file.place_of("panel").unwrap_or(file.at);
    let panel = panel(reading, file);
    if in_room && !panel.is_empty() && panel.iter().all(|one| one.part == Part::Speaker) {
        reading.problems.add(at, "nobody in the panel leads the meeting: give one of them `role = \"moderator\"`");
    }
    Some(Meeting { panel, afterwards: afterwards_file::read(reading, file) })
}

fn panel(reading: &mut Reading<'_>, file: &mut Section<'_>) -> Vec<Filed> {
    let problems = &mut reading.problems;
    let at = file.place_of("panel").unwrap_or(file.at);
    let mut panel: Vec<Filed> = Vec::new();
    for mut listed in file.sections(problems, "panel") {
        let key = listed.needed_word(problems, "key");
        let name = listed.needed_word(problems, "name");
        listed.missing(problems, "role");
        let part = listed.one_of(problems, "role", &PARTS);
        listed.finish(problems);
        let (Some(key), Some(name), Some(part)) = (key, name, part) else { continue };
        if !is_key(key.value) {
            problems.add(key.at, format!("`{}` cannot be a key: use lower-case letters, digits and _", key.value));
        } else if panel.iter().any(|other| other.key == key.value) {
            problems.add(key.at, format!("another in the panel has the key `{}` already", key.value));
        }
        if name.value.chars().count() > LONGEST_NAME {
            problems.add(name.at, format!("`name` is longer than {LONGEST_NAME} characters"));
        }
        panel.push(Filed { key: key.value.to_owned(), name: name.value.to_owned(), part: part.value });
    }
    if panel.len() > MOST {
        problems.add(at, format!("more than {MOST} in a panel are too many"));
    }
    panel
}
