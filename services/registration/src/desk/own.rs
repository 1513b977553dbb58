//! Decides what people ask about their own sign-up as a whole: to sign off, hand it over, answer an offer.

use crate::address;
use crate::desk::book::{Book, Entry};
use crate::desk::errand::{Person, Refusal};
use crate::desk::fact::News;
use crate::store::registration::State;
use crate::store::{claim, registration};
use crate::withdrawal::{may_answer_offer, may_change, may_hand_over, may_withdraw};
use chrono::{DateTime, Utc};
use proto::registration::{ClaimState, Withdrawal};
use proto::{PoolId, RegistrationId};
use uuid::Uuid;

impl Book {
    /// Signs a person off and gives the place to whoever is next.
    pub fn withdraw(&mut self, id: RegistrationId, now: DateTime<Utc>) -> Result<RegistrationId, Refusal> {
        let row = &self.entry(id)?.row;
        may_withdraw(&self.event, self.row.cancelled, row.state, now)?;
        self.give_up(id.0, Withdrawal::ByPerson, now);
        self.refill(now);
        Ok(id)
    }

    /// Signs a person off whatever the deadline says, since nobody may be kept who wants to be forgotten.
    pub fn let_go(&mut self, id: RegistrationId, now: DateTime<Utc>) -> Result<RegistrationId, Refusal> {
        may_change(&self.event, self.row.cancelled, self.entry(id)?.row.state, now)?;
        self.give_up(id.0, Withdrawal::ByPerson, now);
        self.refill(now);
        Ok(id)
    }

    /// Takes the offered place, for everybody it was offered to together.
    pub fn accept(&mut self, id: RegistrationId, now: DateTime<Utc>) -> Result<RegistrationId, Refusal> {
        let row = &self.entry(id)?.row;
        may_answer_offer(&self.event, self.row.cancelled, row.state, row.offered_until, now)?;
        let (party, until) = (row.party_id, row.offered_until);
        for member in self.ids(|row| row.party_id == party && row.state == State::Offered && row.offered_until == until)
        {
            let Some(entry) = self.entries.get_mut(&member) else { continue };
            entry.row.state = State::Admitted;
            entry.row.offered_until = None;
            for pool in entry.pools(claim::State::Offered) {
                self.move_claim(member, pool, ClaimState::Held);
            }
            self.note(member, News::Admitted { from_waiting_list: true });
        }
        Ok(id)
    }

    /// Says no to the offered place; the next one is asked.
    pub fn decline(&mut self, id: RegistrationId, now: DateTime<Utc>) -> Result<RegistrationId, Refusal> {
        let row = &self.entry(id)?.row;
        may_answer_offer(&self.event, self.row.cancelled, row.state, row.offered_until, now)?;
        self.give_up(id.0, Withdrawal::OfferLapsed, now);
        self.refill(now);
        Ok(id)
    }

    /// Ends the offers whose time has passed, asks the next ones, and decides for those who did not choose in time.
    pub fn tidy(&mut self, now: DateTime<Utc>) {
        if !self.row.cancelled {
            let lapsed = |row: &registration::Model| {
                row.state == State::Offered && row.offered_until.is_some_and(|until| until <= now)
            };
            for id in self.ids(lapsed) {
                self.give_up(id, Withdrawal::OfferLapsed, now);
            }
            for id in self.ids(|row| row.choose_before.is_some_and(|until| until <= now)) {
                self.settle(id);
            }
            self.refill(now);
        }
        self.tell();
    }

    /// Gives a person's place to another. Nobody else is moved by it. Somebody who is signed up already keeps what they
    /// have and is told by letter, and then nothing moves.
    pub fn hand_over(
        &mut self,
        id: RegistrationId,
        to: &Person,
        now: DateTime<Utc>,
        new_id: Uuid,
    ) -> Result<RegistrationId, Refusal> {
        let entry = self.entry(id)?;
        may_hand_over(&self.event, self.row.cancelled, entry.row.state, now)?;
        let address = address::normalised(&to.email);
        if !self.may_come(&address) {
            return Err(Refusal::NotInvited);
        }
        if let Some(known) = self.addresses.get(&address).copied().filter(|known| *known != id.0) {
            self.repeat(known, now);
            return Ok(id);
        }
        let (mut row, mut claims) = (entry.row.clone(), entry.claims.clone());
        claims.retain(|claim| claim.state != claim::State::Released);
        row.id = new_id;
        row.seq = self.next_seq();
        // The first fact about it makes it the first revision.
        row.revision = 0;
        row.generation = 0;
        row.name.clone_from(&to.name);
        row.email.clone_from(&to.email);
        to.language.code().clone_into(&mut row.language);
        row.created_at = now;
        row.attended_at = None;
        row.undeliverable_at = None;
        row.undeliverable = None;
        row.reached_at = None;
        for claim in &mut claims {
            claim.registration_id = new_id;
        }
        if let Some(old) = self.entries.get_mut(&id.0) {
            // The counters stay as they are: what the one lets go the other has.
            old.release(now);
            if let Some(address) = &old.row.address {
                self.addresses.remove(address);
            }
        }
        self.addresses.insert(address.clone(), new_id);
        row.address = Some(address);
        let answers = Some(to.answers.clone());
        self.entries
            .insert(new_id, Entry { row, claims, answers, is_new: true, is_changed: false, dropped: Vec::new() });
        self.handed_over.push((id.0, new_id));
        self.note(id.0, News::Withdrawn(Withdrawal::HandedOver));
        self.note(new_id, News::Admitted { from_waiting_list: false });
        Ok(RegistrationId(new_id))
    }

    /// Lets go of everything a person has or waits for.
    pub fn give_up(&mut self, id: Uuid, why: Withdrawal, now: DateTime<Utc>) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        for claim in &entry.claims {
            self.places.remove(claim.pool_id.into(), claim.state.counts());
        }
        if entry.row.state == State::Waiting {
            self.queue.remove(&entry.row.turn);
            self.places.waiting = self.places.waiting.saturating_sub(1);
        }
        if let Some(address) = &entry.row.address {
            self.addresses.remove(address);
        }
        entry.release(now);
        self.note(id, News::Withdrawn(why));
    }

    /// Ends all open offers without giving them to anybody else: the event is cancelled.
    pub fn end_offers(&mut self) {
        for id in self.ids(|row| row.state == State::Offered) {
            let Some(entry) = self.entries.get_mut(&id) else { continue };
            entry.row.state = State::Waiting;
            entry.row.offered_until = None;
            self.queue.insert(entry.row.turn, id);
            self.places.waiting += 1;
            for pool in entry.pools(claim::State::Offered) {
                self.move_claim(id, pool, ClaimState::Waiting);
            }
            self.note(id, News::Changed);
        }
    }

    pub(super) fn entry(&self, id: RegistrationId) -> Result<&Entry, Refusal> {
        self.entries.get(&id.0).ok_or(Refusal::UnknownRegistration)
    }

    /// Those for whom something is so, in the order of their turns.
    pub(super) fn ids(&self, is_so: impl Fn(&registration::Model) -> bool) -> Vec<Uuid> {
        let mut found: Vec<&registration::Model> =
            self.entries.values().map(|entry| &entry.row).filter(|row| is_so(row)).collect();
        found.sort_unstable_by_key(|row| row.turn);
        found.into_iter().map(|row| row.id).collect()
    }
}

impl Entry {
    pub(super) fn pools(&self, state: claim::State) -> Vec<PoolId> {
        self.claims.iter().filter(|claim| claim.state == state).map(|claim| claim.pool_id.into()).collect()
    }

    pub(super) fn open_pools(&self) -> Vec<PoolId> {
        let open = self.claims.iter().filter(|claim| claim.state != claim::State::Released);
        open.map(|claim| claim.pool_id.into()).collect()
    }

    fn release(&mut self, now: DateTime<Utc>) {
        self.row.state = State::Withdrawn;
        self.row.offered_until = None;
        self.row.choose_before = None;
        self.row.withdrawn_at = Some(now);
        self.is_changed = true;
        for claim in &mut self.claims {
            claim.state = claim::State::Released;
        }
    }
}
