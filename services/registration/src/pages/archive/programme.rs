//! The released versions of a programme, as a table: a line for each time and room that came, moved, changed or went.

use chrono_tz::Tz;
use proto::Language;
use proto::conference::{OccurrenceChange, ProgrammeReleased};
use tables::{Cell, Sheet};

pub(super) fn sheet(
    versions: &[ProgrammeReleased],
    timezone: Tz,
    language: Language,
    word: &dyn Fn(&str) -> String,
) -> Sheet {
    let head = ["version", "released", "what", "session", "start", "end", "room"];
    let head = head.map(|key| word(&["reg-archive-programme-", key].concat())).to_vec();
    let mut rows = Vec::new();
    for told in versions {
        for change in &told.changes {
            let (what, slot) = match &change.what {
                OccurrenceChange::Added { now } => ("added", now),
                OccurrenceChange::Moved { now, .. } => ("moved", now),
                OccurrenceChange::Removed { before } => ("removed", before),
                OccurrenceChange::Edited { now } => ("edited", now),
            };
            let local = |at: chrono::DateTime<chrono::Utc>| Cell::Moment(at.with_timezone(&timezone).naive_local());
            let room = slot.room.as_ref().map(|room| room.get(language).to_owned());
            rows.push(vec![
                Cell::Number(told.version),
                local(told.released_at),
                Cell::Text(word(&["reg-archive-programme-", what].concat())),
                Cell::Text(change.title.get(language).to_owned()),
                local(slot.starts_at),
                local(slot.ends_at),
                Cell::Text(room.unwrap_or_default()),
            ]);
        }
    }
    Sheet { name: word("reg-archive-programme"), head, rows }
}
