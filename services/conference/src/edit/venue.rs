//! Venues with their rooms, the ways between them, and tracks.

use super::session::named;
use super::{Mark, Mistake, Refusal, Stale, placed_in, refused, stale};
use crate::programme::{Programme, RoomId, Track, TrackId, Venue};
use proto::VenueId;
use proto::event::Walk;
use std::collections::BTreeSet;

pub(super) fn keep_venue(programme: &mut Programme, wanted: Venue, begun: Option<Mark>) -> Result<(), Refusal> {
    named(&wanted.name)?;
    if wanted.rooms.iter().any(|room| room.name.is_empty()) {
        return Err(refused("rooms", Mistake::NameMissing));
    }
    let mut rooms = BTreeSet::new();
    let elsewhere = |id: RoomId| programme.room(id).is_some_and(|(venue, _)| venue.id != wanted.id);
    if wanted.rooms.iter().any(|room| !rooms.insert(room.id) || elsewhere(room.id)) {
        return Err(refused("rooms", Mistake::Taken));
    }
    let Some(now) = programme.venues.iter().find(|venue| venue.id == wanted.id) else {
        return added(&mut programme.venues, wanted, begun);
    };
    if wanted == *now {
        return Ok(());
    }
    if begun != Some(Mark::of(now)) {
        return Err(stale(Stale::Venue { now: now.clone(), wanted: Some(wanted) }));
    }
    let gone: Vec<RoomId> = now.rooms.iter().map(|room| room.id).filter(|id| !rooms.contains(id)).collect();
    free(programme, &gone)?;
    replace(&mut programme.venues, wanted, |venue| venue.id);
    Ok(())
}

pub(super) fn remove_venue(programme: &mut Programme, id: VenueId, begun: Mark) -> Result<(), Refusal> {
    let Some(now) = programme.venues.iter().find(|venue| venue.id == id) else { return Ok(()) };
    if begun != Mark::of(now) {
        return Err(stale(Stale::Venue { now: now.clone(), wanted: None }));
    }
    let gone: Vec<RoomId> = now.rooms.iter().map(|room| room.id).collect();
    free(programme, &gone)?;
    programme.venues.retain(|venue| venue.id != id);
    programme.walks.retain(|walk| walk.from != id && walk.to != id);
    Ok(())
}

pub(super) fn keep_track(programme: &mut Programme, wanted: Track, begun: Option<Mark>) -> Result<(), Refusal> {
    named(&wanted.name)?;
    let Some(now) = programme.tracks.iter().find(|track| track.id == wanted.id) else {
        return added(&mut programme.tracks, wanted, begun);
    };
    if wanted == *now {
        return Ok(());
    }
    if begun != Some(Mark::of(now)) {
        return Err(stale(Stale::Track { now: now.clone(), wanted: Some(wanted) }));
    }
    replace(&mut programme.tracks, wanted, |track| track.id);
    Ok(())
}

pub(super) fn remove_track(programme: &mut Programme, id: TrackId, begun: Mark) -> Result<(), Refusal> {
    let Some(now) = programme.tracks.iter().find(|track| track.id == id) else { return Ok(()) };
    if begun != Mark::of(now) {
        return Err(stale(Stale::Track { now: now.clone(), wanted: None }));
    }
    programme.tracks.retain(|track| track.id != id);
    for session in programme.sessions.iter_mut().filter(|session| session.track == Some(id)) {
        session.track = None;
        session.revision = session.revision.saturating_add(1);
    }
    Ok(())
}

/// Ways between venues that are not there, and from a venue to itself, are left out.
pub(super) fn keep_walks(programme: &mut Programme, wanted: Vec<Walk>, begun: Mark) -> Result<(), Refusal> {
    let there = |id: VenueId| programme.venues.iter().any(|venue| venue.id == id);
    let mut ways = BTreeSet::new();
    let wanted: Vec<Walk> = wanted
        .into_iter()
        .filter(|walk| walk.minutes > 0 && walk.from != walk.to && there(walk.from) && there(walk.to))
        .filter(|walk| ways.insert((walk.from.min(walk.to), walk.from.max(walk.to))))
        .collect();
    if wanted == programme.walks {
        return Ok(());
    }
    if begun != Mark::of(&programme.walks) {
        return Err(stale(Stale::Walks { now: programme.walks.clone(), wanted }));
    }
    programme.walks = wanted;
    Ok(())
}

fn free(programme: &Programme, gone: &[RoomId]) -> Result<(), Refusal> {
    match placed_in(programme, gone) {
        0 => Ok(()),
        placed => Err(Refusal::InUse(placed)),
    }
}

/// What was begun from something is not new: somebody has removed that.
fn added<T>(all: &mut Vec<T>, wanted: T, begun: Option<Mark>) -> Result<(), Refusal> {
    if begun.is_some() {
        return Err(Refusal::Gone);
    }
    all.push(wanted);
    Ok(())
}

fn replace<T, I: PartialEq>(all: &mut [T], wanted: T, id: impl Fn(&T) -> I) {
    if let Some(now) = all.iter_mut().find(|one| id(one) == id(&wanted)) {
        *now = wanted;
    }
}
