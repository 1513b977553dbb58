//! The places of one event: how many there are, how many are taken, and how the queue is ordered.

use crate::admission::Admission;
use chrono::{DateTime, Utc};
use proto::PoolId;
use proto::event::{WaitingMode, WaitingOrder};
use proto::registration::ClaimState;

/// The places of one event, as one decision sees them.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    pub pools: Vec<Pool>,
    /// People on the waiting list of the event.
    pub waiting: u32,
    pub mode: WaitingMode,
    pub order: WaitingOrder,
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
    pub waiting: u32,
    pub times: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

impl Pool {
    /// Something to choose, with nobody in it.
    pub fn choice(id: PoolId, capacity: Option<u32>) -> Self {
        Self { id, whole: false, closed: false, capacity, taken: 0, waiting: 0, times: None }
    }

    /// Places left; absent when there is no end to them. Never below zero, even after the capacity was lowered.
    pub fn left(&self) -> Option<u32> {
        if self.closed { Some(0) } else { self.capacity.map(|capacity| capacity.saturating_sub(self.taken)) }
    }

    pub fn has_room_for(&self, people: u32) -> bool {
        self.left().is_none_or(|left| left >= people)
    }
}

impl Places {
    pub fn pool(&self, id: PoolId) -> Option<&Pool> {
        self.pools.iter().find(|pool| pool.id == id)
    }

    /// The pools that every registration needs.
    pub fn whole(&self) -> impl Iterator<Item = &Pool> {
        self.pools.iter().filter(|pool| pool.whole && !pool.closed)
    }

    /// Whether so many people can have a place each, regardless of who waits.
    pub fn have_room_for(&self, people: u32) -> bool {
        self.whole().all(|pool| pool.has_room_for(people))
    }

    /// Places left for somebody who comes now; absent when there is no end to them.
    pub fn left(&self) -> Option<u32> {
        let left = self.whole().filter_map(Pool::left).min();
        match self.order {
            // Whoever comes now queues behind those who wait, even where places are free that do not suit them.
            WaitingOrder::Strict if self.waiting > 0 => left.map(|_| 0),
            WaitingOrder::Strict | WaitingOrder::Fill => left,
        }
    }

    /// More people than this can never be admitted together.
    pub fn largest_party(&self) -> u32 {
        self.whole().filter_map(|pool| pool.capacity).min().unwrap_or(u32::MAX)
    }

    /// Counts one claim in.
    pub fn add(&mut self, pool: PoolId, state: ClaimState) {
        if let Some(pool) = self.pools.iter_mut().find(|other| other.id == pool) {
            match state {
                ClaimState::Held | ClaimState::Offered => pool.taken += 1,
                ClaimState::Waiting => pool.waiting += 1,
                ClaimState::Released => {}
            }
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
        }
    }

    /// Counts in everybody that was just admitted or put on the waiting list.
    pub fn record(&mut self, admission: &Admission) {
        let claims = match admission {
            Admission::Refused(_) => return,
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
