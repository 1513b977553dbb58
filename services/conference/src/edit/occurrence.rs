//! When and where something is given.

use super::{Mistake, Refusal, Slot, Stale, refused, stale};
use crate::programme::{Occurrence, Programme};
use chrono_tz::Tz;
use proto::{Localised, OccurrenceId, SessionId};

pub(super) fn place(
    programme: &mut Programme,
    id: OccurrenceId,
    session: Option<SessionId>,
    note: Localised,
    slot: &Slot,
    zone: Tz,
) -> Result<(), Refusal> {
    if session.is_some_and(|session| programme.session(session).is_none()) {
        return Err(refused("session", Mistake::NoSuchSession));
    }
    let (starts_at, ends_at) = timed(programme, slot, None, zone)?;
    let placed = Occurrence { id, revision: 1, session, note, room: slot.room, starts_at, ends_at };
    match programme.occurrence(id) {
        None => programme.occurrences.push(placed),
        // The form was sent twice.
        Some(now) if *now == placed => {}
        Some(_) => return Err(refused("session", Mistake::Taken)),
    }
    Ok(())
}

pub(super) fn shift(
    programme: &mut Programme,
    id: OccurrenceId,
    revision: u32,
    slot: &Slot,
    note: Option<Localised>,
    zone: Tz,
) -> Result<(), Refusal> {
    let now = programme.occurrence(id).ok_or(Refusal::Gone)?;
    let (starts_at, ends_at) = timed(programme, slot, Some(now), zone)?;
    let note = note.unwrap_or_else(|| now.note.clone());
    let wanted = Occurrence { note, room: slot.room, starts_at, ends_at, ..now.clone() };
    if wanted == *now {
        return Ok(());
    }
    if now.revision != revision {
        return Err(stale(Stale::Occurrence { now: now.clone(), wanted: Some(wanted) }));
    }
    write(programme, wanted);
    Ok(())
}

pub(super) fn duplicate(
    programme: &mut Programme,
    id: OccurrenceId,
    revision: u32,
    new: OccurrenceId,
    zone: Tz,
) -> Result<(), Refusal> {
    let now = programme.occurrence(id).ok_or(Refusal::Gone)?.clone();
    if programme.occurrence(new).is_some() {
        // The form was sent twice.
        return Ok(());
    }
    if now.revision != revision {
        return Err(stale(Stale::Occurrence { now: now.clone(), wanted: Some(now) }));
    }
    let after = now.ends_at.checked_add_signed(now.ends_at - now.starts_at);
    let date = now.ends_at.with_timezone(&zone).date_naive();
    let (starts_at, ends_at) = match after.filter(|_| programme.days.iter().any(|day| day.date == date)) {
        Some(after) => (now.ends_at, after),
        // The last night is over; it stands beside itself until it is moved.
        None => (now.starts_at, now.ends_at),
    };
    programme.occurrences.push(Occurrence { id: new, revision: 1, starts_at, ends_at, ..now });
    Ok(())
}

pub(super) fn remove(programme: &mut Programme, id: OccurrenceId, revision: u32) -> Result<(), Refusal> {
    // Whoever removed it first wanted the same.
    let Some(now) = programme.occurrence(id) else { return Ok(()) };
    if now.revision != revision {
        return Err(stale(Stale::Occurrence { now: now.clone(), wanted: None }));
    }
    programme.occurrences.retain(|occurrence| occurrence.id != id);
    Ok(())
}

/// Puts it in the place of what has its id, as its next revision.
pub(super) fn write(programme: &mut Programme, wanted: Occurrence) {
    if let Some(now) = programme.occurrences.iter_mut().find(|occurrence| occurrence.id == wanted.id) {
        *now = Occurrence { revision: now.revision.saturating_add(1), ..wanted };
    }
}

fn timed(
    programme: &Programme,
    slot: &Slot,
    now: Option<&Occurrence>,
    zone: Tz,
) -> Result<(chrono::DateTime<chrono::Utc>, chrono::DateTime<chrono::Utc>), Refusal> {
    let before = now.map(|now| (now.starts_at, now.ends_at));
    let times = slot.instants(&programme.days, before, zone);
    let room = slot.room.is_some_and(|room| programme.room(room).is_none());
    match (times, room) {
        (Ok(times), false) => Ok(times),
        (Ok(_), true) => Err(refused("room", Mistake::NoSuchRoom)),
        (Err(mut wrong), room) => {
            wrong.extend(room.then_some(super::wrong("room", Mistake::NoSuchRoom)));
            Err(Refusal::Wrong(wrong))
        }
    }
}
