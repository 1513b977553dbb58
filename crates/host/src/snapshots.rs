//! What was read from large snapshots, so that it need not be read again until there is a newer one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// How many are kept. Where there are more, those that were not asked for in the longest time are read again.
const MOST: usize = 64;

/// Things by id, each as it was at one revision. Which revision counts is looked up in the database every time, so that it does
/// not matter which process wrote it; nothing is kept here before it is committed. Cheap to clone.
pub struct Snapshots<T>(Arc<Mutex<Kept<T>>>);

struct Kept<T> {
    things: HashMap<Uuid, Thing<T>>,
    /// How often something was asked for or kept.
    turns: u64,
}

/// What was read last, at which revision, and when it was asked for last.
struct Thing<T> {
    revision: i64,
    turn: u64,
    thing: Arc<T>,
}

impl<T> Snapshots<T> {
    /// The thing at this revision, if it was read before.
    pub fn get(&self, id: Uuid, revision: i64) -> Option<Arc<T>> {
        let mut kept = self.kept();
        let turn = kept.next_turn();
        let there = kept.things.get_mut(&id).filter(|there| there.revision == revision)?;
        there.turn = turn;
        Some(Arc::clone(&there.thing))
    }

    /// The same for whoever goes through them all, which says nothing about which of them is in use.
    pub fn look(&self, id: Uuid, revision: i64) -> Option<Arc<T>> {
        let kept = self.kept();
        let there = kept.things.get(&id).filter(|there| there.revision == revision)?;
        Some(Arc::clone(&there.thing))
    }

    /// Keeps what was read together with its revision, in place of what was kept of it before.
    pub fn keep(&self, id: Uuid, revision: i64, thing: T) -> Arc<T> {
        let thing = Arc::new(thing);
        let mut kept = self.kept();
        if kept.things.len() >= MOST && !kept.things.contains_key(&id) {
            kept.let_one_go();
        }
        let turn = kept.next_turn();
        kept.things.insert(id, Thing { revision, turn, thing: Arc::clone(&thing) });
        thing
    }

    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        // Every change to it is one step, so whoever panicked left it whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Kept<T> {
    const fn next_turn(&mut self) -> u64 {
        self.turns += 1;
        self.turns
    }

    /// Lets go of what was not asked for in the longest time.
    fn let_one_go(&mut self) {
        let oldest = self.things.iter().min_by_key(|(_, there)| there.turn).map(|(id, _)| *id);
        if let Some(id) = oldest {
            self.things.remove(&id);
        }
    }
}

impl<T> Clone for Snapshots<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for Snapshots<T> {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Kept { things: HashMap::new(), turns: 0 })))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: Uuid = Uuid::from_u128(1);

    #[test]
    fn only_the_revision_that_is_asked_for_is_given() {
        let snapshots = Snapshots::default();
        assert_eq!(snapshots.get(ID, 1), None);
        snapshots.keep(ID, 1, "one");
        assert_eq!(snapshots.get(ID, 1).as_deref(), Some(&"one"));
        assert_eq!((snapshots.get(ID, 0), snapshots.get(ID, 2)), (None, None));
        assert_eq!(snapshots.get(Uuid::from_u128(2), 1), None);
        snapshots.clone().keep(ID, 2, "two");
        assert_eq!((snapshots.get(ID, 1), snapshots.get(ID, 2).as_deref()), (None, Some(&"two")));
    }

    #[test]
    fn no_more_are_kept_than_there_is_room_for() {
        let snapshots = Snapshots::default();
        for n in 0..1_000 {
            snapshots.keep(Uuid::from_u128(n), 1, n);
            assert_eq!(snapshots.get(Uuid::from_u128(n), 1).as_deref(), Some(&n));
        }
        assert_eq!(snapshots.kept().things.len(), MOST);
    }

    #[test]
    fn what_is_in_use_stays_when_more_come_than_there_is_room_for() {
        let snapshots = Snapshots::default();
        let most = MOST as u128;
        for n in 0..most {
            snapshots.keep(Uuid::from_u128(n), 1, n);
        }
        assert!(snapshots.get(Uuid::from_u128(0), 1).is_some());
        assert!(snapshots.look(Uuid::from_u128(1), 1).is_some());
        snapshots.keep(Uuid::from_u128(most), 1, most);
        let there = |n: &u128| snapshots.look(Uuid::from_u128(*n), 1).is_some();
        let gone: Vec<u128> = (0..=most).filter(|n| !there(n)).collect();
        assert_eq!(gone, [1], "one goes, and not the one that is in use");
    }
}
