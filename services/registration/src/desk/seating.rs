//! Decides about people whom delegations name: a place in the event, a seat of the delegation and one of the role, all three
//! or none.

use crate::address;
use crate::desk::book::{Book, Entry};
use crate::desk::errand::Person;
use crate::desk::fact::News;
use crate::places::{Kept, Pool};
use crate::store::claim;
use crate::store::registration::{self, State};
use chrono::{DateTime, Utc};
use proto::registration::{ClaimState, Withdrawal};
use proto::{DelegationId, PoolId, RegistrationId};
use uuid::Uuid;

/// Somebody is named.
#[derive(Clone, Debug)]
pub struct Naming {
    pub delegation: DelegationId,
    /// The pool of the role, where the role has one.
    pub role: Option<PoolId>,
    pub person: Person,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seated {
    /// They have the seat; `own` when they had signed up already, `own_place` when they had a place with it.
    Now {
        registration: RegistrationId,
        own: bool,
        own_place: bool,
    },
    Full,
    /// They have a seat in a delegation.
    Already,
    /// The event is cancelled or over.
    TooLate,
    /// The delegation's seats have not been heard of yet.
    Unknown,
}

impl Book {
    /// Gives somebody the seat for which they were named. Deadlines are for those who sign up by themselves: a seat is kept
    /// until the delegation lets go of it. Somebody who has signed up keeps that sign-up, and gets the seat with it.
    pub fn seat_named(&mut self, naming: &Naming, now: DateTime<Utc>, new_id: Uuid) -> Seated {
        if self.row.cancelled || now >= self.event.ends_at {
            return Seated::TooLate;
        }
        let kept: Vec<PoolId> = [naming.delegation.into()].into_iter().chain(naming.role).collect();
        let is_of_it = |pool: &PoolId| match self.places.pool(*pool).and_then(|pool| pool.kept) {
            Some(Kept::Delegation(of) | Kept::Role(of)) => of == naming.delegation.into(),
            None => false,
        };
        if !kept.iter().all(is_of_it) {
            return Seated::Unknown;
        }
        let address = address::normalised(&naming.person.email);
        let known = self.addresses.get(&address).copied();
        if known.is_some_and(|known| self.is_seated(known)) {
            return Seated::Already;
        }
        let has_seat = |pool: &PoolId| self.places.pool(*pool).is_some_and(Pool::has_seat);
        if !kept.iter().all(has_seat) {
            return Seated::Full;
        }
        // Places that are kept for delegations are places of the event; whoever has one already needs no other.
        let has_place = known.and_then(|id| self.entries.get(&id)).is_some_and(Entry::has_place);
        let there_are_places = self.places.needed(None).all(|pool| pool.has_any_place());
        if !has_place && !there_are_places {
            return Seated::Full;
        }
        let id = match known {
            Some(id) => {
                self.admit_known(id);
                id
            }
            None => {
                self.add_named(&naming.person, address, new_id, now);
                new_id
            }
        };
        let turn = self.next_turn();
        for pool in kept {
            // Whoever has a place of their own takes none of those that are kept: it stays for whoever comes instead.
            let own_place = has_place && pool == naming.delegation.into();
            let state = if own_place { ClaimState::Waiting } else { ClaimState::Held };
            self.claim(id, pool, state, turn);
        }
        if let Some(entry) = self.entries.get_mut(&id) {
            entry.is_changed = true;
        }
        // Whoever stood before others in the queue does so no more.
        self.refill(now);
        Seated::Now { registration: RegistrationId(id), own: known.is_some(), own_place: has_place }
    }

    /// Takes a seat back. Whoever had signed up by themselves is as they were: with their own place, or in the queue where they
    /// stood; all others are signed off.
    pub fn unseat(&mut self, id: RegistrationId, delegation: DelegationId, own: bool, now: DateTime<Utc>) {
        let is_open = |entry: &&Entry| entry.row.state != State::Withdrawn;
        let Some(entry) = self.entries.get(&id.0).filter(is_open) else { return };
        let kept: Vec<PoolId> = entry.open_pools().into_iter().filter(|pool| self.is_kept(*pool)).collect();
        // They have come to sit with another delegation since.
        if !kept.contains(&delegation.into()) {
            return;
        }
        if own {
            // The place was the delegation's, and is kept for it again.
            let has_kept_place = entry.pools(claim::State::Held).contains(&delegation.into());
            for pool in kept {
                self.drop_choice(id.0, pool);
            }
            if let Some(entry) = self.entries.get_mut(&id.0) {
                entry.is_changed = true;
            }
            if has_kept_place && now < self.event.starts_at {
                self.put_back(id.0);
            }
        } else if now < self.event.ends_at {
            self.give_up(id.0, Withdrawal::ByDelegation, now);
        }
        self.refill(now);
    }

    /// Lets somebody wait again, where they stood, unless there is a place for them that is not kept and nobody stood before
    /// them.
    fn put_back(&mut self, id: Uuid) {
        let Some(entry) = self.entries.get(&id) else { return };
        let (turn, form, held) = (entry.row.turn, entry.row.form(), entry.pools(claim::State::Held));
        let before = self.queue.range(..turn).filter_map(|(_, id)| self.entries.get(id));
        let before = before.filter(|entry| entry.row.form() == form).count();
        if before == 0 && !self.places.needed(form).any(Pool::is_overdrawn) {
            return;
        }
        if let Some(entry) = self.entries.get_mut(&id) {
            entry.row.state = State::Waiting;
        }
        for pool in held {
            self.move_claim(id, pool, ClaimState::Waiting);
        }
        self.queue.insert(turn, id);
        self.places.waiting += 1;
        let position = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        self.note(id, News::Waitlisted { position });
    }

    fn is_kept(&self, pool: PoolId) -> bool {
        self.places.pool(pool).is_some_and(|pool| pool.kept.is_some())
    }

    /// Whether it is known of every delegation which seats are kept for it.
    pub fn knows_delegations(&self) -> bool {
        let is_one = |pool: &&Pool| pool.kept == Some(Kept::Delegation(pool.id));
        let known = self.places.pools.iter().filter(is_one).count();
        self.event.sign_up.delegations.is_none_or(|all| usize::try_from(all).is_ok_and(|all| known >= all))
    }

    /// Whether a delegation has named somebody.
    pub fn is_seated(&self, id: Uuid) -> bool {
        self.entries.get(&id).is_some_and(|entry| entry.open_pools().into_iter().any(|pool| self.is_kept(pool)))
    }

    /// Whoever waited, or was asked, has a place now.
    pub(super) fn admit_known(&mut self, id: Uuid) {
        self.count_in(id);
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let before = std::mem::replace(&mut entry.row.state, State::Admitted);
        entry.row.offered_until = None;
        if before == State::Waiting {
            self.queue.remove(&entry.row.turn);
            self.places.waiting = self.places.waiting.saturating_sub(1);
        }
        if before != State::Admitted {
            let form = entry.row.form();
            for pool in self.needed(form) {
                self.move_claim(id, pool, ClaimState::Held);
            }
            self.note(id, News::Admitted { from_waiting_list: true });
        }
    }

    fn add_named(&mut self, person: &Person, address: String, id: Uuid, now: DateTime<Utc>) {
        let (seq, turn) = (self.next_seq(), self.next_turn());
        let row = registration::Model {
            id,
            event_id: self.row.id,
            // Nobody else stands or falls with them.
            party_id: id,
            seq,
            turn,
            // The first fact about it makes it the first revision.
            revision: 0,
            generation: 0,
            state: State::Admitted,
            form: None,
            offered_until: None,
            choose_before: None,
            name: person.name.clone(),
            email: person.email.clone(),
            address: Some(address.clone()),
            organisation: String::new(),
            search: String::new(),
            language: person.language.code().to_owned(),
            created_at: now,
            withdrawn_at: None,
            attended_at: None,
            undeliverable_at: None,
            undeliverable: None,
            reached_at: None,
            erased_at: None,
        };
        let answers = Some(person.answers.clone());
        let entry = Entry { row, claims: Vec::new(), answers, is_new: true, is_changed: false, dropped: Vec::new() };
        self.entries.insert(id, entry);
        self.addresses.insert(address, id);
        for pool in self.needed(None) {
            self.claim(id, pool, ClaimState::Held, turn);
        }
        self.note(id, News::Admitted { from_waiting_list: false });
    }
}

impl Entry {
    fn has_place(&self) -> bool {
        matches!(self.row.state, State::Admitted | State::Offered)
    }
}
