//! What is given.

use super::{Mistake, Refusal, Stale, refused, stale, wrong};
use crate::programme::{Programme, Session};
use proto::SessionId;
use std::collections::BTreeSet;

pub(super) fn keep(programme: &mut Programme, wanted: Session) -> Result<(), Refusal> {
    let mut mistakes = Vec::new();
    if wanted.title.is_empty() {
        mistakes.push(wrong("title-nn", Mistake::NameMissing));
    }
    if wanted.track.is_some_and(|id| programme.tracks.iter().all(|track| track.id != id)) {
        mistakes.push(wrong("track", Mistake::NoSuchTrack));
    }
    if !mistakes.is_empty() {
        return Err(Refusal::Wrong(mistakes));
    }
    let wanted = tidied(wanted);
    let Some(now) = programme.sessions.iter_mut().find(|session| session.id == wanted.id) else {
        if wanted.revision != 0 {
            return Err(Refusal::Gone);
        }
        programme.sessions.push(Session { revision: 1, ..wanted });
        return Ok(());
    };
    let begun = wanted.revision;
    let wanted = Session { revision: now.revision, ..wanted };
    if wanted == *now {
        return Ok(());
    }
    if now.revision != begun {
        return Err(stale(Stale::Session { now: now.clone(), wanted: Some(wanted) }));
    }
    *now = Session { revision: now.revision.saturating_add(1), ..wanted };
    Ok(())
}

/// Each speaker and each need once, as they were first named.
fn tidied(mut session: Session) -> Session {
    let mut speakers = BTreeSet::new();
    session.parts.retain(|part| speakers.insert(part.speaker));
    let mut needs = BTreeSet::new();
    session.needs.retain(|need| needs.insert(need.what));
    session
}

pub(super) fn remove(programme: &mut Programme, id: SessionId, revision: u32) -> Result<(), Refusal> {
    let Some(now) = programme.session(id) else { return Ok(()) };
    if now.revision != revision {
        return Err(stale(Stale::Session { now: now.clone(), wanted: None }));
    }
    programme.sessions.retain(|session| session.id != id);
    programme.occurrences.retain(|occurrence| occurrence.session != Some(id));
    Ok(())
}

/// A name has to be there in some language.
pub(super) fn named(name: &proto::Localised) -> Result<(), Refusal> {
    match name.is_empty() {
        true => Err(refused("name-nn", Mistake::NameMissing)),
        false => Ok(()),
    }
}
