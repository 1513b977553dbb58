//! Decides what people ask to have otherwise in their own sign-up: what they told, how they take part, what they chose.

use crate::admission::{self, check_choices};
use crate::desk::book::Book;
use crate::desk::errand::{Details, Refusal};
use crate::desk::fact::News;
use crate::store::claim;
use crate::store::registration::State;
use crate::waiting_list::{Giving, giving};
use crate::withdrawal::may_change;
use chrono::{DateTime, Utc};
use proto::event::{Form, WaitingMode, WaitingOrder};
use proto::registration::ClaimState;
use proto::{PoolId, RegistrationId};
use uuid::Uuid;

impl Book {
    /// Changes what a person told, moves them to another form, and between choices. All of it, or nothing.
    pub fn change(
        &mut self,
        id: RegistrationId,
        details: &Details,
        now: DateTime<Utc>,
        new_id: Uuid,
    ) -> Result<RegistrationId, Refusal> {
        self.rearrange(id, details.form, &details.choices, now, new_id)?;
        if let Some(entry) = self.entries.get_mut(&id.0) {
            entry.row.name.clone_from(&details.name);
            details.language.code().clone_into(&mut entry.row.language);
            entry.answers = Some(details.answers.clone());
        }
        self.note(id.0, News::Changed);
        self.refill(now);
        Ok(id)
    }

    /// Moves a person to another form, and between choices. All of it, or nothing. What others get by it, and that it is
    /// said, is for the caller.
    pub(super) fn rearrange(
        &mut self,
        id: RegistrationId,
        form: Option<Form>,
        choices: &[PoolId],
        now: DateTime<Utc>,
        new_id: Uuid,
    ) -> Result<(), Refusal> {
        let entry = self.entry(id)?;
        may_change(&self.event, self.row.cancelled, entry.row.state, now)?;
        let had = entry.row.form();
        let form = match form {
            Some(wanted) if Some(wanted) != had => admission::form(&self.places, Some(wanted))?,
            _ => had,
        };
        let chosen: Vec<PoolId> = check_choices(&self.places, form, choices)?.into_iter().map(|pool| pool.id).collect();
        let before = self.choices(id.0);
        let added: Vec<PoolId> = chosen.iter().filter(|pool| !before.contains(pool)).copied().collect();
        let dropped: Vec<PoolId> = before.into_iter().filter(|pool| !chosen.contains(pool)).collect();
        if self.places.mode == WaitingMode::None
            && self.entry(id)?.row.state == State::Admitted
            && let Some(full) = added.iter().find(|id| self.places.pool(**id).is_some_and(|pool| !pool.has_room_for(1)))
        {
            return Err(Refusal::ChoiceFull(*full));
        }
        if self.entry(id)?.row.state == State::Undecided {
            self.want(id.0, form, &chosen);
            return Ok(());
        }
        if form != had {
            self.switch(id, form, now, new_id)?;
        }
        let state = self.entry(id)?.row.state;

        for pool in dropped {
            self.drop_choice(id.0, pool);
        }
        for pool in added {
            self.add_choice(id.0, pool, state);
        }
        if let Some(entry) = self.entries.get_mut(&id.0) {
            // What is chosen now goes together.
            entry.row.choose_before = None;
        }
        Ok(())
    }

    /// Lets a person take part in another way. Who has a place keeps it until there is one of the other form, and nothing
    /// changes where there is none; who waits, waits at the end of the other queue.
    fn switch(
        &mut self,
        id: RegistrationId,
        form: Option<Form>,
        now: DateTime<Utc>,
        new_id: Uuid,
    ) -> Result<(), Refusal> {
        let entry = self.entry(id)?;
        let state = entry.row.state;
        let had = self.whole_claims(id.0);
        let lacks: Vec<PoolId> = self.needed(form).into_iter().filter(|pool| !had.contains(pool)).collect();
        let must_queue = self.places.order == WaitingOrder::Strict && self.places.queued(form) > 0;
        // Who waits may hold nothing yet of what both forms need.
        let asked = if state == State::Waiting { self.needed(form) } else { lacks.clone() };
        let has_room = |pool: &PoolId| self.places.pool(*pool).is_some_and(|pool| pool.has_room_for(1));
        let fits = !must_queue && asked.iter().all(has_room);
        let moves_up = fits && giving(&self.event, self.row.cancelled, now) != Giving::Stopped;
        let becomes = match state {
            State::Waiting if moves_up => State::Admitted,
            State::Waiting if self.places.mode != WaitingMode::None => State::Waiting,
            State::Admitted | State::Offered if fits => state,
            State::Admitted | State::Offered | State::Waiting | State::Withdrawn | State::Undecided => {
                return Err(Refusal::FormFull);
            }
        };
        let position = self.places.queued(form) + 1;
        let turn = self.next_turn();
        let needed = self.needed(form);
        for pool in had.into_iter().filter(|pool| !needed.contains(pool)) {
            self.drop_choice(id.0, pool);
        }
        for pool in lacks {
            self.claim(id.0, pool, whole_state(becomes), turn);
        }
        if state == State::Waiting {
            for pool in &needed {
                self.move_claim(id.0, *pool, whole_state(becomes));
            }
        }
        let Some(entry) = self.entries.get_mut(&id.0) else { return Ok(()) };
        entry.row.form = form.map(Into::into);
        // Those who signed up together no longer wait for the same.
        entry.row.party_id = new_id;
        entry.row.state = becomes;
        match (state, becomes) {
            (State::Waiting, State::Waiting) => {
                self.queue.remove(&entry.row.turn);
                entry.row.turn = turn;
                for claim in entry.claims.iter_mut().filter(|claim| needed.contains(&claim.pool_id.into())) {
                    claim.turn = turn;
                }
                self.queue.insert(turn, id.0);
                self.note(id.0, News::Waitlisted { position });
            }
            (State::Waiting, _) => {
                self.queue.remove(&entry.row.turn);
                self.places.waiting = self.places.waiting.saturating_sub(1);
                self.note(id.0, News::Admitted { from_waiting_list: true });
            }
            _ => {}
        }
        Ok(())
    }

    /// Lets go of choices that clash with others, so that what is left can be attended.
    pub fn choose(
        &mut self,
        id: RegistrationId,
        without: &[PoolId],
        now: DateTime<Utc>,
    ) -> Result<RegistrationId, Refusal> {
        let row = &self.entry(id)?.row;
        may_change(&self.event, self.row.cancelled, row.state, now)?;
        if row.choose_before.is_none() {
            return Err(Refusal::NothingToChoose);
        }
        let clashing = self.clashes_of(id.0);
        let is_in_it = |pool: &PoolId| clashing.iter().any(|(one, other)| one == pool || other == pool);
        if let Some(stranger) = without.iter().find(|pool| !is_in_it(pool)) {
            return Err(Refusal::UnknownChoice(*stranger));
        }
        for pool in without {
            self.drop_choice(id.0, *pool);
        }
        if self.clashes_of(id.0).is_empty()
            && let Some(entry) = self.entries.get_mut(&id.0)
        {
            entry.row.choose_before = None;
        }
        self.note(id.0, News::Changed);
        self.refill(now);
        Ok(id)
    }

    /// What a person chose besides the event itself, and still has or waits for.
    pub(super) fn choices(&self, id: Uuid) -> Vec<PoolId> {
        let is_choice = |pool: &PoolId| self.places.pool(*pool).is_some_and(|pool| !pool.whole);
        self.entries
            .get(&id)
            .map(|entry| entry.open_pools().into_iter().filter(is_choice).collect())
            .unwrap_or_default()
    }

    /// The places in the event itself that a person has or waits for. Seats that are kept for a delegation are none: they stay,
    /// whichever way the person takes part.
    pub(super) fn whole_claims(&self, id: Uuid) -> Vec<PoolId> {
        let is_whole = |pool: &PoolId| self.places.pool(*pool).is_some_and(|pool| pool.whole && pool.kept.is_none());
        self.entries.get(&id).map(|entry| entry.open_pools().into_iter().filter(is_whole).collect()).unwrap_or_default()
    }

    /// Takes a claim out of the book.
    pub(super) fn drop_choice(&mut self, id: Uuid, pool: PoolId) {
        self.move_claim(id, pool, ClaimState::Released);
        if let Some(entry) = self.entries.get_mut(&id) {
            entry.claims.retain(|claim| claim.pool_id != pool.0);
            entry.dropped.push(pool.0);
        }
    }

    /// Another choice queues behind those who chose before, and is given at once where nobody does.
    pub(super) fn add_choice(&mut self, id: Uuid, pool: PoolId, state: State) {
        let free = self.places.pool(pool).is_some_and(|pool| pool.waiting == 0 && pool.has_room_for(1));
        let claim_state = match state {
            State::Admitted if free => ClaimState::Held,
            State::Offered if free => ClaimState::Offered,
            _ => ClaimState::Waiting,
        };
        let turn = self.next_turn();
        self.claim(id, pool, claim_state, turn);
    }

    /// Writes a new claim into the book.
    pub(super) fn claim(&mut self, id: Uuid, pool: PoolId, state: ClaimState, turn: i64) {
        self.places.add(pool, state);
        if let Some(entry) = self.entries.get_mut(&id) {
            entry.claims.retain(|claim| claim.pool_id != pool.0);
            entry.dropped.retain(|dropped| *dropped != pool.0);
            entry.claims.push(claim::Model { registration_id: id, pool_id: pool.0, state: state.into(), turn });
        }
    }
}

/// How the places in the event itself are claimed by somebody who stands so.
pub(super) const fn whole_state(state: State) -> ClaimState {
    match state {
        State::Admitted => ClaimState::Held,
        State::Offered => ClaimState::Offered,
        State::Waiting => ClaimState::Waiting,
        State::Withdrawn | State::Undecided => ClaimState::Released,
    }
}
