//! Decision: who is touched when a draft is released. Counts only; registration does to each what follows from it.

#[cfg(test)]
mod tests;

use crate::programme::{Occurrence, Programme};
use crate::walking::{Meeting, meeting};
use proto::{Localised, OccurrenceId};
use std::collections::{BTreeMap, BTreeSet};

/// What releasing would mean for people.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Affected {
    /// How many people are touched by anything of it.
    pub(crate) people: usize,
    /// The times in which somebody has a place and that are touched, in their new order of time.
    pub(crate) touched: Vec<Touched>,
    /// Pairs that one person could be at, and now cannot.
    pub(crate) clashes: Vec<Clash>,
    /// How many people have at least one of them.
    pub(crate) clashing: usize,
    /// How many places are lost, those of what is not given any more and those of smaller rooms.
    pub(crate) losing: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Touched {
    pub(crate) occurrence: OccurrenceId,
    pub(crate) title: Localised,
    pub(crate) what: Touch,
    /// How many have a place in it.
    pub(crate) holders: usize,
    /// How many of them would lose it.
    pub(crate) losing: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Touch {
    /// Another time or room.
    Moved,
    /// Not given any more, or not to be chosen any more.
    Removed,
    /// Fewer places than have been given.
    Smaller { before: Option<u32>, now: u32 },
    /// At another time or place, and with fewer places than have been given.
    MovedSmaller { before: Option<u32>, now: u32 },
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clash {
    pub(crate) one: OccurrenceId,
    pub(crate) other: OccurrenceId,
    pub(crate) people: usize,
}

/// Against what was released last. Each person is given by the times in which they have a place.
pub(crate) fn of(before: Option<&Programme>, now: &Programme, people: &[Vec<OccurrenceId>]) -> Affected {
    // Before the first release there is nothing that somebody could have.
    let Some(before) = before else { return Affected::default() };
    let mut holders: BTreeMap<OccurrenceId, usize> = BTreeMap::new();
    for id in people.iter().flatten() {
        *holders.entry(*id).or_default() += 1;
    }
    let mut touched: Vec<Touched> =
        holders.iter().filter_map(|(id, holders)| touch(before, now, *id, *holders)).collect();
    touched.sort_by_key(|touched| {
        let of = |programme: &Programme| programme.occurrence(touched.occurrence).map(|one| one.starts_at);
        (of(now).or_else(|| of(before)), touched.occurrence)
    });
    let ids: BTreeSet<OccurrenceId> = touched.iter().map(|touched| touched.occurrence).collect();
    // Looked up once, and not for every pair of everybody.
    let (then, afterwards) = (held_of(before, &holders), held_of(now, &holders));
    let mut pairs: BTreeMap<(OccurrenceId, OccurrenceId), usize> = BTreeMap::new();
    let (mut count, mut clashing) = (0, 0);
    for held in people {
        let own = new_clashes((before, &then), (now, &afterwards), held);
        count += usize::from(!own.is_empty() || held.iter().any(|id| ids.contains(id)));
        clashing += usize::from(!own.is_empty());
        for pair in own {
            *pairs.entry(pair).or_default() += 1;
        }
    }
    Affected {
        people: count,
        losing: touched.iter().map(|touched| touched.losing).sum(),
        touched,
        clashes: pairs.into_iter().map(|((one, other), people)| Clash { one, other, people }).collect(),
        clashing,
    }
}

/// What becomes of a time in which people have places, if anything does.
fn touch(before: &Programme, now: &Programme, id: OccurrenceId, holders: usize) -> Option<Touched> {
    let was = chosen(before, id)?;
    let touched = |programme: &Programme, occurrence: &Occurrence, what, losing: usize| {
        let session = occurrence.session.and_then(|session| programme.session(session));
        let title = session.map(|session| session.title.clone()).unwrap_or_default();
        Some(Touched { occurrence: id, title, what, holders, losing })
    };
    let Some(is) = chosen(now, id) else {
        return touched(before, was, Touch::Removed, holders);
    };
    let moved = (was.starts_at, was.ends_at, was.room) != (is.starts_at, is.ends_at, is.room);
    let capacity = now.capacity(is).filter(|places| usize::try_from(*places).is_ok_and(|places| places < holders));
    let before_that = before.capacity(was);
    match capacity.filter(|places| before_that.is_none_or(|before| *places < before)) {
        Some(places) => {
            let losing = holders.saturating_sub(usize::try_from(places).unwrap_or(usize::MAX));
            let what = match moved {
                true => Touch::MovedSmaller { before: before_that, now: places },
                false => Touch::Smaller { before: before_that, now: places },
            };
            touched(now, is, what, losing)
        }
        None if moved => touched(now, is, Touch::Moved, 0),
        None => None,
    }
}

/// The time, where people choose it.
fn chosen(programme: &Programme, id: OccurrenceId) -> Option<&Occurrence> {
    let occurrence = programme.occurrence(id)?;
    programme.session(occurrence.session?)?.chosen.then_some(occurrence)
}

/// What of a programme anybody has.
type Held<'a> = BTreeMap<OccurrenceId, &'a Occurrence>;

fn held_of<'a>(programme: &'a Programme, holders: &BTreeMap<OccurrenceId, usize>) -> Held<'a> {
    holders.keys().filter_map(|id| Some((*id, chosen(programme, *id)?))).collect()
}

/// Pairs of what one person has that go together in one programme and not in the other.
fn new_clashes(
    before: (&Programme, &Held<'_>),
    now: (&Programme, &Held<'_>),
    held: &[OccurrenceId],
) -> Vec<(OccurrenceId, OccurrenceId)> {
    let clash = |(programme, given): (&Programme, &Held<'_>), one: &OccurrenceId, other: &OccurrenceId| match (
        given.get(one),
        given.get(other),
    ) {
        (Some(one), Some(other)) => meeting(programme, one, other) != Meeting::Apart,
        _ => false,
    };
    let pairs = held.iter().enumerate().flat_map(|(place, one)| held[place + 1..].iter().map(|other| (*one, *other)));
    pairs
        .filter(|(one, other)| one != other)
        .map(|(one, other)| (one.min(other), one.max(other)))
        .filter(|(one, other)| clash(now, one, other) && !clash(before, one, other))
        .collect()
}
