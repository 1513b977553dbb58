//! Sessions with when and where each is given, and blocks without one.

use super::{Keys, Named};
use crate::programme::{Access, AccessNeed, Day, Occurrence, Part, RoomId, Session, SessionKind, TrackId};
use event_file::{Reading, Section};
use proto::event::Attendance;
use proto::{Localised, OccurrenceId, SessionId, SpeakerId};

const MOST_PLACES: i64 = 100_000;

const KINDS: [(&str, SessionKind); 6] = [
    ("plenary", SessionKind::Plenary),
    ("parallel", SessionKind::Parallel),
    ("workshop", SessionKind::Workshop),
    ("site_visit", SessionKind::SiteVisit),
    ("break", SessionKind::Break),
    ("social", SessionKind::Social),
];

const WAYS: [(&str, Attendance); 3] =
    [("in_person", Attendance::InPerson), ("online", Attendance::Online), ("both", Attendance::Both)];

const NEEDS: [(&str, Access); 4] = [
    ("hearing_loop", Access::HearingLoop),
    ("sign_language", Access::SignLanguage),
    ("captions", Access::Captions),
    ("step_free", Access::StepFree),
];

pub(super) fn sessions(
    reading: &mut Reading<'_>,
    programme: &mut Section<'_>,
    keys: &mut Keys<'_>,
    days: &[Day],
) -> (Vec<Session>, Vec<Occurrence>) {
    let (mut sessions, mut occurrences) = (Vec::new(), Vec::new());
    for section in programme.sections(&mut reading.problems, "sessions") {
        if let Some((session, given)) = session(reading, section, keys, days) {
            sessions.push(session);
            occurrences.extend(given);
        }
    }
    (sessions, occurrences)
}

fn session(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    keys: &mut Keys<'_>,
    days: &[Day],
) -> Option<(Session, Vec<Occurrence>)> {
    let named = keys.named(reading, &mut section, "session");
    let name = named.as_ref().map_or("session", |named| &named.key).to_owned();
    section.missing(&mut reading.problems, "type");
    let kind = section.one_of(&mut reading.problems, "type", &KINDS);
    let title = keys.title(reading, &mut section, "title", &format!("{name}.title"));
    let description = keys.text(reading, &mut section, "description", &format!("{name}.description"));
    let track = keys.asked(reading, &mut section, "track", "track").map(TrackId);
    let mut parts = parts(reading, &mut section, keys, "speakers", false);
    parts.extend(self::parts(reading, &mut section, keys, "moderators", true));
    let attendance = section.one_of(&mut reading.problems, "attendance", &WAYS);
    let chosen = section.yes_no(&mut reading.problems, "chosen").is_some_and(|said| said.value);
    let capacity = section.number(&mut reading.problems, "capacity", 1..=MOST_PLACES);
    let mut needs = self::needs(reading, &mut section, "needs", false);
    needs.extend(self::needs(reading, &mut section, "arranged", true));
    let listed = section.sections(&mut reading.problems, "occurrences");
    section.finish(&mut reading.problems);
    let named = named?;
    let id = SessionId(named.id);
    let given = listed
        .into_iter()
        .enumerate()
        .filter_map(|(place, listed)| occurrence(reading, listed, keys, days, &named, place))
        .collect();
    let session = Session {
        id,
        revision: 1,
        kind: kind?.value,
        title,
        description,
        track,
        parts,
        attendance: attendance.map_or(keys.attendance, |way| way.value),
        chosen,
        capacity: capacity.and_then(|places| u32::try_from(places.value).ok()),
        needs,
    };
    Some((session, given))
}

fn parts(
    reading: &mut Reading<'_>,
    section: &mut Section<'_>,
    keys: &Keys<'_>,
    key: &'static str,
    moderates: bool,
) -> Vec<Part> {
    let listed = section.words(&mut reading.problems, key).map_or_else(Vec::new, |listed| listed.value);
    listed
        .into_iter()
        .filter_map(|word| keys.find(reading, "speaker", word.value, word.at))
        .map(|speaker| Part { speaker: SpeakerId(speaker), moderates })
        .collect()
}

fn needs(reading: &mut Reading<'_>, section: &mut Section<'_>, key: &'static str, answered: bool) -> Vec<AccessNeed> {
    let mut needs = Vec::new();
    for word in section.words(&mut reading.problems, key).map_or_else(Vec::new, |listed| listed.value) {
        match NEEDS.iter().find(|(name, _)| *name == word.value) {
            Some((_, what)) => needs.push(AccessNeed { what: *what, answered }),
            None => {
                let names: Vec<_> = NEEDS.iter().map(|(name, _)| format!("\"{name}\"")).collect();
                let sentence = format!("`{}` in `{key}` must be one of {}", word.value, names.join(", "));
                reading.problems.add(word.at, sentence);
            }
        }
    }
    needs
}

/// One time of a session. It may have a key of its own; without one it is known by its place among them.
fn occurrence(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    keys: &mut Keys<'_>,
    days: &[Day],
    session: &Named,
    place: usize,
) -> Option<Occurrence> {
    let own = section.word(&mut reading.problems, "key").map(|key| key.value.to_owned());
    let key = own.unwrap_or_else(|| (place + 1).to_string());
    let id = keys.id("occurrence", &format!("{} {key}", session.key));
    if keys.named.insert(("occurrence", format!("{} {key}", session.key)), id).is_some() {
        reading.problems.add(section.at, format!("`{}` has another occurrence with the key `{key}`", session.key));
    }
    placed(reading, section, keys, days, id, Some(SessionId(session.id)), Localised::default())
}

/// Times and rooms that are held free for something that is only written beside them.
pub(super) fn blocks(
    reading: &mut Reading<'_>,
    programme: &mut Section<'_>,
    keys: &mut Keys<'_>,
    days: &[Day],
) -> Vec<Occurrence> {
    let mut blocks = Vec::new();
    for mut section in programme.sections(&mut reading.problems, "blocks") {
        let named = keys.named(reading, &mut section, "block");
        // Only planners see it, so that no language is required.
        section.missing(&mut reading.problems, "note");
        let note = section.texts(&mut reading.problems, "note").map(|note| note.value).unwrap_or_default();
        let id = named.map(|named| named.id);
        let placed = placed(reading, section, keys, days, id.unwrap_or_default(), None, note);
        blocks.extend(placed.filter(|_| id.is_some()));
    }
    blocks
}

fn placed(
    reading: &mut Reading<'_>,
    mut section: Section<'_>,
    keys: &Keys<'_>,
    days: &[Day],
    id: uuid::Uuid,
    session: Option<SessionId>,
    note: Localised,
) -> Option<Occurrence> {
    section.missing(&mut reading.problems, "start");
    section.missing(&mut reading.problems, "end");
    let room = keys.asked(reading, &mut section, "room", "room").map(RoomId);
    let starts = reading.moment(&mut section, "start", keys.zone);
    let ends = reading.moment(&mut section, "end", keys.zone);
    section.finish(&mut reading.problems);
    let (starts, ends) = (starts?, ends?);
    if ends.value <= starts.value {
        reading.problems.add(ends.at, "`end` lies before `start`");
    }
    let date = starts.value.with_timezone(&keys.zone?).date_naive();
    if !days.iter().any(|day| day.date == date) {
        reading.problems.add(starts.at, format!("{date} is no day of the programme"));
    }
    Some(Occurrence {
        id: OccurrenceId(id),
        revision: 1,
        session,
        note,
        room,
        starts_at: starts.value,
        ends_at: ends.value,
    })
}
