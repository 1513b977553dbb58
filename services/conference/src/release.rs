//! Decision: what a release changes, what each speaker is told, and what a draft becomes that is rolled back.

use crate::pools::place;
use crate::programme::{Occurrence, Programme, Session};
use proto::conference::{OccurrenceChange, ProgrammeChange, Slot, SpeakerSlot};
use proto::{SessionId, SpeakerId};
use std::collections::{BTreeSet, HashMap};

/// What becomes of each occurrence against the version before, in order of time. Blocks are for planners only.
pub(crate) fn differences(before: Option<&Programme>, now: &Programme) -> Vec<ProgrammeChange> {
    let empty = Programme::default();
    let before = before.unwrap_or(&empty);
    let mut changes: Vec<ProgrammeChange> = Vec::new();
    for (occurrence, session) in given(now) {
        let slot = slot(now, occurrence);
        let earlier = before.occurrence(occurrence.id).and_then(|was| Some((was, before.session(was.session?)?)));
        let what = match earlier {
            None => OccurrenceChange::Added { now: slot },
            Some((was, _)) if moved(was, occurrence) => {
                OccurrenceChange::Moved { before: self::slot(before, was), now: slot }
            }
            Some((was, then)) => match same(before, was, then, now, occurrence, session) {
                true => continue,
                false => OccurrenceChange::Edited { now: slot },
            },
        };
        changes.push(change(occurrence, session, what));
    }
    for (was, session) in given(before) {
        let gone = now.occurrence(was.id).and_then(|now_given| now.session(now_given.session?)).is_none();
        if gone {
            changes.push(change(was, session, OccurrenceChange::Removed { before: slot(before, was) }));
        }
    }
    changes.sort_by_key(|change| (time(&change.what), change.occurrence_id));
    changes
}

/// Whether two programmes are the same but for how often they have been written: what was changed and changed back is no news.
pub(crate) fn same_content(one: &Programme, other: &Programme) -> bool {
    unrevised(one) == unrevised(other)
}

fn unrevised(programme: &Programme) -> Programme {
    let mut programme = programme.clone();
    programme.sessions.iter_mut().for_each(|session| session.revision = 0);
    programme.occurrences.iter_mut().for_each(|occurrence| occurrence.revision = 0);
    programme
}

/// How much of a message may be changes, in bytes of JSON.
const MOST_TOLD: usize = 160 * 1024;

/// As many changes as one message carries, in their order. Where that is not all of them, those that touch people's plans come
/// before what is new; the version itself has every one.
pub(crate) fn sayable(changes: &[ProgrammeChange]) -> Vec<ProgrammeChange> {
    let mut ranked: Vec<(usize, &ProgrammeChange)> = changes.iter().enumerate().collect();
    ranked.sort_by_key(|(_, change)| matches!(change.what, OccurrenceChange::Added { .. }));
    let mut left = MOST_TOLD;
    ranked.retain(|(_, change)| {
        // Plain data always become JSON.
        let size = serde_json::to_vec(change).map_or(0, |json| json.len() + 1);
        let fits = size <= left;
        left = left.saturating_sub(size);
        fits
    });
    ranked.sort_by_key(|(place, _)| *place);
    ranked.into_iter().map(|(_, change)| change.clone()).collect()
}

/// Every occurrence of a session.
fn given(programme: &Programme) -> impl Iterator<Item = (&Occurrence, &Session)> {
    // Asked for once for each speaker, so sessions are not looked through for each occurrence.
    let sessions: HashMap<SessionId, &Session> =
        programme.sessions.iter().map(|session| (session.id, session)).collect();
    let given = programme.occurrences.iter();
    given.filter_map(move |occurrence| Some((occurrence, *sessions.get(&occurrence.session?)?)))
}

fn change(occurrence: &Occurrence, session: &Session, what: OccurrenceChange) -> ProgrammeChange {
    ProgrammeChange { occurrence_id: occurrence.id, session_id: session.id, title: session.title.clone(), what }
}

fn time(what: &OccurrenceChange) -> chrono::DateTime<chrono::Utc> {
    match what {
        OccurrenceChange::Added { now } | OccurrenceChange::Moved { now, .. } | OccurrenceChange::Edited { now } => {
            now.starts_at
        }
        OccurrenceChange::Removed { before } => before.starts_at,
    }
}

fn moved(was: &Occurrence, is: &Occurrence) -> bool {
    (was.starts_at, was.ends_at, was.room) != (is.starts_at, is.ends_at, is.room)
}

/// Whether those who come meet the same, apart from time and room. How often the draft was written does not matter.
fn same(
    before: &Programme,
    was: &Occurrence,
    then: &Session,
    now: &Programme,
    is: &Occurrence,
    session: &Session,
) -> bool {
    let told = |session: &Session| Session { revision: 0, needs: Vec::new(), ..session.clone() };
    let arranged = |session: &Session| -> BTreeSet<_> {
        session.needs.iter().filter(|need| need.answered).map(|need| need.what).collect()
    };
    told(then) == told(session)
        && arranged(then) == arranged(session)
        && before.capacity(was) == now.capacity(is)
        && slot(before, was) == slot(now, is)
}

fn slot(programme: &Programme, occurrence: &Occurrence) -> Slot {
    Slot {
        starts_at: occurrence.starts_at,
        ends_at: occurrence.ends_at,
        room: occurrence.room.and_then(|room| place(programme, room)),
    }
}

/// When somebody speaks or moderates, in order of time.
pub(crate) fn slots(programme: &Programme, speaker: SpeakerId) -> Vec<SpeakerSlot> {
    let mut slots: Vec<SpeakerSlot> = given(programme)
        .filter_map(|(occurrence, session)| {
            let mut parts = session.parts.iter().filter(|part| part.speaker == speaker).peekable();
            parts.peek()?;
            Some(SpeakerSlot {
                occurrence_id: occurrence.id,
                title: session.title.clone(),
                slot: slot(programme, occurrence),
                moderates: parts.all(|part| part.moderates),
            })
        })
        .collect();
    slots.sort_by_key(|slot| (slot.slot.starts_at, slot.occurrence_id));
    slots
}

/// A draft that is as `wanted` in content. What differs from the draft before goes one revision on, so that an edit which was
/// begun before is not written over it.
pub(crate) fn replaced(draft: &Programme, wanted: &Programme) -> Programme {
    let mut now = wanted.clone();
    for session in &mut now.sessions {
        session.revision = match draft.session(session.id) {
            Some(was) if (Session { revision: session.revision, ..was.clone() }) == *session => was.revision,
            Some(was) => was.revision + 1,
            None => session.revision + 1,
        };
    }
    for occurrence in &mut now.occurrences {
        occurrence.revision = match draft.occurrence(occurrence.id) {
            Some(was) if (Occurrence { revision: occurrence.revision, ..was.clone() }) == *occurrence => was.revision,
            Some(was) => was.revision + 1,
            None => occurrence.revision + 1,
        };
    }
    now
}

/// A draft that is as an older version was, but for those who speak no more: their data are gone.
pub(crate) fn rolled_back(draft: &Programme, version: &Programme, speakers: &BTreeSet<SpeakerId>) -> Programme {
    let mut wanted = version.clone();
    for session in &mut wanted.sessions {
        session.parts.retain(|part| speakers.contains(&part.speaker));
    }
    replaced(draft, &wanted)
}
