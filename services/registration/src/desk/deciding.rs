//! What organisers decide about those who ask to take part. Until then nobody has anything, and nothing is counted of them.

use crate::desk::book::Book;
use crate::desk::errand::Refusal;
use crate::desk::fact::News;
use crate::store::claim;
use crate::store::registration::State;
use chrono::{DateTime, Utc};
use proto::event::{Form, WaitingMode, WaitingOrder};
use proto::registration::{ClaimState, Withdrawal};
use proto::{PoolId, RegistrationId};
use uuid::Uuid;

impl Book {
    /// Says yes: a place if there is one and nobody has waited longer for it, and otherwise the end of the queue. Where there
    /// is none, nothing is decided. A yes that was said already is said once.
    pub(super) fn approve(&mut self, id: RegistrationId, now: DateTime<Utc>, new_id: Uuid) -> Result<(), Refusal> {
        let row = &self.entry(id)?.row;
        let form = row.form();
        match row.state {
            State::Undecided => {}
            State::Withdrawn => return Err(Refusal::AlreadyWithdrawn),
            State::Admitted | State::Waiting | State::Offered => return Ok(()),
        }
        // Those to whom something free belongs get it first.
        self.refill(now);
        let must_queue = self.places.order == WaitingOrder::Strict && self.places.queued(form) > 0;
        let fits = self.places.have_room_for(1, form) && !must_queue;
        if !fits && self.places.mode == WaitingMode::None {
            return Err(Refusal::Full);
        }
        let position = self.places.queued(form) + 1;
        let turn = self.next_turn();
        if fits {
            // The first news holds: it is no place that was waited for.
            self.note(id.0, News::Admitted { from_waiting_list: false });
            self.admit_known(id.0);
        } else {
            self.count_in(id.0);
            self.note(id.0, News::Waitlisted { position });
        }
        let Some(entry) = self.entries.get_mut(&id.0) else { return Ok(()) };
        // Each of those who signed up together is decided about alone.
        entry.row.party_id = new_id;
        entry.row.turn = turn;
        for claim in &mut entry.claims {
            claim.turn = turn;
        }
        if !fits {
            entry.row.state = State::Waiting;
            self.queue.insert(turn, id.0);
            self.places.waiting += 1;
        }
        Ok(())
    }

    /// Says no, once.
    pub(super) fn turn_down(
        &mut self,
        id: RegistrationId,
        reason: Option<String>,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        if self.entry(id)?.row.state != State::Undecided {
            return Err(Refusal::Decided);
        }
        self.note(id.0, News::Declined { reason });
        self.give_up(id.0, Withdrawal::ByOrganiser, now);
        Ok(())
    }

    /// From now on what somebody wants counts as waited for.
    pub(super) fn count_in(&mut self, id: Uuid) {
        let wanted = self.entries.get(&id).map(|entry| entry.pools(claim::State::Wanted)).unwrap_or_default();
        for pool in wanted {
            self.move_claim(id, pool, ClaimState::Waiting);
        }
    }

    /// Somebody about whom nobody has decided would like to take part so, and have this.
    pub(super) fn want(&mut self, id: Uuid, form: Option<Form>, chosen: &[PoolId]) {
        let wanted: Vec<Uuid> = self.needed(form).iter().chain(chosen).map(|pool| pool.0).collect();
        let Some(entry) = self.entries.get_mut(&id) else { return };
        entry.row.form = form.map(Into::into);
        let (kept, dropped): (Vec<_>, Vec<_>) =
            std::mem::take(&mut entry.claims).into_iter().partition(|claim| wanted.contains(&claim.pool_id));
        entry.claims = kept;
        entry.dropped.retain(|pool| !wanted.contains(pool));
        entry.dropped.extend(dropped.iter().map(|claim| claim.pool_id));
        let (turn, state) = (entry.row.turn, claim::State::Wanted);
        for pool_id in wanted {
            if !entry.claims.iter().any(|claim| claim.pool_id == pool_id) {
                entry.claims.push(claim::Model { registration_id: id, pool_id, state, turn });
            }
        }
        entry.row.choose_before = None;
    }
}
