//! The places of one event: how many there are, how many are taken, and how the queue is ordered.

use crate::admission::Admission;
use chrono::{DateTime, Utc};
use proto::event::{Event, Form, WaitingMode, WaitingOrder, Walk};
use proto::registration::ClaimState;
use proto::{PoolId, SessionId, VenueId};

/// The places of one event, as one decision sees them.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    pub pools: Vec<Pool>,
    /// People on the waiting list of the event.
    pub waiting: u32,
    pub mode: WaitingMode,
    pub order: WaitingOrder,
    /// How long it takes to walk between venues.
    pub walks: Vec<Walk>,
}

/// A number of places.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    pub id: PoolId,
    /// Every registration needs it.
    pub whole: bool,
    /// No longer part of the event. Nobody gets a place in it.
    pub closed: bool,
    /// Unlimited when absent.
    pub capacity: Option<u32>,
    /// Held and offered.
    pub taken: u32,
    /// Of a delegation: those who are named and have a place of their own.
    pub waiting: u32,
    pub times: Option<(DateTime<Utc>, DateTime<Utc>)>,
    /// Only for those who take part in this way.
    pub form: Option<Form>,
    /// The session of which this is an occurrence.
    pub session: Option<SessionId>,
    pub venue: Option<VenueId>,
    /// Kept for those whom a delegation names. One of those that everybody needs is never kept.
    pub kept: Option<Kept>,
    /// Of a pool that everybody needs: places that are kept for delegations which have not named anybody for them.
    pub reserved: u32,
}

/// What of a delegation a pool is kept for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// All of its seats: so many places of the event.
    Delegation(PoolId),
    /// At most so many of them for one role.
    Role(PoolId),
}

/// The ways of taking part that an event gives, in its own order; none where there is but one way.
pub fn forms(event: &Event) -> Vec<Form> {
    let mut forms = Vec::new();
    for form in event.sign_up.pools.iter().filter(|pool| pool.whole).filter_map(|pool| pool.form) {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

impl Pool {
    /// Something to choose, with nobody in it.
    pub fn choice(id: PoolId, capacity: Option<u32>) -> Self {
        Self {
            id,
            whole: false,
            closed: false,
            capacity,
            taken: 0,
            waiting: 0,
            times: None,
            form: None,
            session: None,
            venue: None,
            kept: None,
            reserved: 0,
        }
    }

    /// Places left; absent when there is no end to them. Never below zero, even after the capacity was lowered.
    pub fn left(&self) -> Option<u32> {
        let taken = self.taken.saturating_add(self.reserved);
        if self.closed { Some(0) } else { self.capacity.map(|capacity| capacity.saturating_sub(taken)) }
    }

    /// Whether one more could have a place if nothing were kept for anybody else.
    pub fn has_any_place(&self) -> bool {
        !self.closed && self.capacity.is_none_or(|capacity| self.taken < capacity)
    }

    /// Whether a delegation, or a role in it, has a seat left. Those who have a place of their own wait for nothing, but
    /// are counted there.
    pub fn has_seat(&self) -> bool {
        !self.closed && self.capacity.is_none_or(|capacity| self.taken.saturating_add(self.waiting) < capacity)
    }

    /// Whether more is taken and kept than there is.
    pub fn is_overdrawn(&self) -> bool {
        self.capacity.is_some_and(|capacity| self.taken.saturating_add(self.reserved) > capacity)
    }

    pub fn has_room_for(&self, people: u32) -> bool {
        self.left().is_none_or(|left| left >= people)
    }
}

impl Places {
    pub fn pool(&self, id: PoolId) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.id == id)
    }

    /// The pools of the event itself, whatever the form.
    pub fn whole(&self) -> impl Iterator<Item = &Pool> {
        self.pools.iter().filter(|pool| pool.whole && !pool.closed && pool.kept.is_none())
    }

    /// The ways of taking part that there are to choose between, in the event's order; none where there is but one way.
    pub fn forms(&self) -> Vec<Form> {
        let mut forms = Vec::new();
        for form in self.whole().filter_map(|pool| pool.form) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
        forms
    }

    /// The pools that everybody needs who takes part in this way.
    pub fn needed(&self, form: Option<Form>) -> impl Iterator<Item = &Pool> {
        self.whole().filter(move |pool| pool.form.is_none_or(|of| Some(of) == form))
    }

    /// Whether somebody who takes part in this way can choose it. Where there is but one way, everybody can.
    pub fn suits(&self, pool: &Pool, form: Option<Form>) -> bool {
        pool.form.is_none_or(|of| Some(of) == form || self.forms().is_empty())
    }

    /// Whether so many people can have a place each, regardless of who waits.
    pub fn have_room_for(&self, people: u32, form: Option<Form>) -> bool {
        self.needed(form).all(|pool| pool.has_room_for(people))
    }

    /// How many wait for a place of this form: each form has a queue of its own.
    pub fn queued(&self, form: Option<Form>) -> u32 {
        // Each of them has one claim on every pool of the form.
        let of =
            |form: Form| self.whole().filter(|p| p.form == Some(form)).map(|p| p.waiting).max().unwrap_or_default();
        match form {
            Some(form) => of(form),
            None => self.waiting.saturating_sub(self.forms().into_iter().map(of).sum()),
        }
    }

    /// Places left of one form for somebody who comes now; absent when there is no end to them.
    pub fn left_in(&self, form: Option<Form>) -> Option<u32> {
        let left = self.needed(form).filter_map(Pool::left).min();
        match self.order {
            // Whoever comes now queues behind those who wait, even where places are free that do not suit them.
            WaitingOrder::Strict if self.queued(form) > 0 => left.map(|_| 0),
            WaitingOrder::Strict | WaitingOrder::Fill => left,
        }
    }

    /// Places left for somebody who comes now, in all forms; absent when there is no end to them.
    pub fn left(&self) -> Option<u32> {
        let forms = self.forms();
        if forms.is_empty() {
            return self.left_in(None);
        }
        let sum = |sum: u32, form| self.left_in(Some(form)).map(|left| sum.saturating_add(left));
        let all = forms.into_iter().try_fold(0, sum);
        let shared = self.needed(None).filter_map(Pool::left).min();
        all.map(|all| shared.map_or(all, |shared| all.min(shared)))
    }

    /// How many there are places for, in all forms; absent when there is no end to them.
    pub fn capacity(&self) -> Option<u32> {
        let of = |form| self.needed(form).filter_map(|pool| pool.capacity).min();
        match self.forms().as_slice() {
            [] => of(None),
            forms => {
                let all = forms.iter().try_fold(0_u32, |sum, form| of(Some(*form)).map(|one| sum.saturating_add(one)));
                all.map(|all| of(None).map_or(all, |shared| all.min(shared)))
            }
        }
    }

    /// More people than this can never be admitted together.
    pub fn largest_party(&self, form: Option<Form>) -> u32 {
        self.needed(form).filter_map(|pool| pool.capacity).min().unwrap_or(u32::MAX)
    }

    /// Counts one claim in.
    pub fn add(&mut self, pool: PoolId, state: ClaimState) {
        if let Some(pool) = self.pools.iter_mut().find(|other| other.id == pool) {
            match state {
                ClaimState::Held | ClaimState::Offered => pool.taken += 1,
                ClaimState::Waiting => pool.waiting += 1,
                ClaimState::Released => {}
            }
            self.reserve();
        }
    }

    /// Counts anew what is kept for delegations that have not named anybody for it.
    pub fn reserve(&mut self) {
        let unnamed = |pool: &Pool| match pool.kept {
            Some(Kept::Delegation(_)) => pool.left().unwrap_or_default(),
            Some(Kept::Role(_)) | None => 0,
        };
        let reserved = self.pools.iter().map(unnamed).fold(0, u32::saturating_add);
        for pool in self.pools.iter_mut().filter(|pool| pool.whole && pool.kept.is_none()) {
            pool.reserved = reserved;
        }
    }

    /// Counts one claim out.
    pub fn remove(&mut self, pool: PoolId, state: ClaimState) {
        if let Some(pool) = self.pools.iter_mut().find(|other| other.id == pool) {
            match state {
                ClaimState::Held | ClaimState::Offered => pool.taken = pool.taken.saturating_sub(1),
                ClaimState::Waiting => pool.waiting = pool.waiting.saturating_sub(1),
                ClaimState::Released => {}
            }
            self.reserve();
        }
    }

    /// Counts in everybody that was just admitted or put on the waiting list.
    pub fn record(&mut self, admission: &Admission) {
        let claims = match admission {
            // Nothing is counted of those about whom nobody has decided.
            Admission::Refused(_) | Admission::Undecided { .. } => return,
            Admission::Admitted { claims } => claims,
            Admission::Waiting { claims, .. } => {
                self.waiting += u32::try_from(claims.len()).unwrap_or(u32::MAX);
                claims
            }
        };
        for claim in claims.iter().flatten() {
            self.add(claim.pool_id, claim.state);
        }
    }
}
