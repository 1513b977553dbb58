//! Decides what another programme, or another form of the event, means for those who are signed up. Everybody keeps what
//! can be kept, and whoever is touched is told once, with everything that it means for them.

use crate::clashes::{all_but_the_first, clashes};
use crate::desk::book::Book;
use crate::desk::changing::whole_state;
use crate::desk::fact::{News, Replan};
use crate::places::Pool;
use crate::publication::{FormMove, Plan};
use crate::store::claim;
use crate::store::registration::State;
use crate::waiting_list::{self, Waiting};
use crate::working_hours;
use chrono::{DateTime, Utc};
use proto::PoolId;
use proto::event::{self, Event, Form};
use proto::registration::{Chosen, ClaimState, Moved};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Two working days, where the event says nothing.
const CHOOSE_AGAIN: u16 = 16;

impl Book {
    /// Carries a plan out for everybody in the book; the event, its pools and their places are already as they are now.
    pub(crate) fn replan(&mut self, before: &Event, plan: &Plan, now: DateTime<Utc>) {
        if self.row.cancelled {
            return;
        }
        let mut forms = self.move_forms(&plan.forms);
        for id in self.ids(|row| row.state != State::Withdrawn) {
            let form_before = forms.remove(&id).flatten();
            self.replan_one(id, before, &plan.moved, form_before, now);
        }
    }

    fn replan_one(&mut self, id: Uuid, before: &Event, moved: &[PoolId], form: Option<Form>, now: DateTime<Utc>) {
        let then = |pool: &PoolId| before.sign_up.pools.iter().find(|other| other.id == *pool).map(chosen);
        let gone = self.let_go_of_what_is_gone(id);
        let kept = self.choices(id);
        let moved = kept.iter().filter(|pool| moved.contains(pool)).filter_map(|pool| {
            let now = self.event.sign_up.pools.iter().find(|other| other.id == *pool).map(chosen)?;
            Some(Moved { before: then(pool)?, now })
        });
        let moved: Vec<Moved> = moved.collect();
        let clashes = self.clashes_of(id);
        let clashed = clashes_then(before, &kept);
        let is_new =
            |(one, other): &(PoolId, PoolId)| !clashed.contains(&(*one, *other)) && !clashed.contains(&(*other, *one));
        let clash_anew = clashes.iter().any(is_new);
        let until = (!clashes.is_empty()).then(|| self.choose_until(&clashes, now));
        let version = self.event.programme_version;
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let choose_before = match entry.row.choose_before {
            Some(set) if !clashes.is_empty() && !clash_anew => Some(set),
            _ => until,
        };
        if entry.row.choose_before != choose_before {
            entry.row.choose_before = choose_before;
            entry.is_changed = true;
        }
        if gone.is_empty() && moved.is_empty() && !clash_anew && form.is_none() {
            return;
        }
        let of_programme = !(gone.is_empty() && moved.is_empty() && clashes.is_empty());
        let replan = Replan {
            version: version.filter(|_| of_programme),
            gone: gone.iter().filter_map(then).collect(),
            moved,
            clashes,
            answer_before: choose_before,
            form_before: form,
        };
        self.note(id, News::Replanned(Box::new(replan)));
    }

    /// Releases choices that are not given any more, or not for those who take part as this person does.
    fn let_go_of_what_is_gone(&mut self, id: Uuid) -> Vec<PoolId> {
        let form = self.entries.get(&id).and_then(|entry| entry.row.form());
        let is_gone =
            |pool: &PoolId| self.places.pool(*pool).is_none_or(|pool| pool.closed || !self.places.suits(pool, form));
        let gone: Vec<PoolId> = self.choices(id).into_iter().filter(is_gone).collect();
        for pool in &gone {
            self.move_claim(id, *pool, ClaimState::Released);
        }
        gone
    }

    /// Moves people to the form that is left when theirs is no more; gives the form that each of them had. Those who had
    /// a place have one as far as places go, in order, and the others wait.
    fn move_forms(&mut self, moves: &[FormMove]) -> HashMap<Uuid, Option<Form>> {
        let mut had = HashMap::new();
        let mut without_seat = Vec::new();
        for id in self.ids(|row| row.state != State::Withdrawn) {
            let Some(entry) = self.entries.get_mut(&id) else { continue };
            let form = entry.row.form();
            let Some(to) = moves.iter().find(|to| to.before == form) else { continue };
            entry.row.form = to.now.map(Into::into);
            entry.is_changed = true;
            if to.reseat || to.now.is_some() && form.is_some() {
                had.insert(id, form);
            }
            if entry.row.state == State::Undecided {
                let chosen = self.choices(id);
                self.want(id, to.now, &chosen);
            } else if to.reseat {
                without_seat.push(id);
            }
        }
        for id in &without_seat {
            // Closed pools among them: they are let go of like the others.
            for pool in self.whole_claims(*id) {
                self.drop_choice(*id, pool);
            }
        }
        let placed = |id: &&Uuid| self.entries.get(*id).is_some_and(|entry| entry.row.state != State::Waiting);
        let in_order: Vec<Waiting> =
            without_seat.iter().filter(placed).filter_map(|id| Some(self.entries.get(id)?.waiting())).collect();
        let seated: HashSet<Uuid> = waiting_list::refill(&self.places, in_order).into_iter().map(|id| id.0).collect();
        for id in without_seat {
            self.seat(id, seated.contains(&id));
        }
        had
    }

    /// Gives somebody the places that the new form needs, or lets them wait for them.
    fn seat(&mut self, id: Uuid, has_seat: bool) {
        let Some(entry) = self.entries.get_mut(&id) else { return };
        let (before, turn, form) = (entry.row.state, entry.row.turn, entry.row.form());
        let state = if has_seat { before } else { State::Waiting };
        if before != state {
            entry.row.state = state;
            entry.row.offered_until = None;
            self.queue.insert(turn, id);
            self.places.waiting += 1;
            for pool in self.choices(id) {
                self.move_claim(id, pool, ClaimState::Waiting);
            }
        }
        for pool in self.needed(form) {
            self.claim(id, pool, whole_state(state), turn);
        }
    }

    /// Pairs that a person chose and cannot have both of.
    pub(super) fn clashes_of(&self, id: Uuid) -> Vec<(PoolId, PoolId)> {
        let chosen: Vec<&Pool> = self.choices(id).into_iter().filter_map(|pool| self.places.pool(pool)).collect();
        clashes(&chosen, &self.places.walks)
    }

    /// Until when one may choose between these: some working hours, and never later than the first of them begins.
    fn choose_until(&self, clashes: &[(PoolId, PoolId)], now: DateTime<Utc>) -> DateTime<Utc> {
        let hours = self.event.sign_up.choose_again_working_hours.unwrap_or(CHOOSE_AGAIN);
        let until = working_hours::after(now, hours, self.event.timezone);
        let begins = |pool: PoolId| self.places.pool(pool)?.times.map(|(starts, _)| starts);
        let first = clashes.iter().flat_map(|(one, other)| [*one, *other]).filter_map(begins).min();
        first.map_or(until, |first| until.min(first)).max(now)
    }

    /// Decides for somebody who did not choose in time: what was chosen first is kept.
    pub(super) fn settle(&mut self, id: Uuid) {
        let Some(entry) = self.entries.get(&id) else { return };
        let mut claims: Vec<&claim::Model> = entry.claims.iter().collect();
        let starts = |claim: &claim::Model| self.places.pool(claim.pool_id.into()).and_then(|pool| pool.times);
        // Of what was chosen in one form, a place is worth more than a wait for one.
        claims.sort_by_key(|claim| (claim.turn, claim.state == claim::State::Waiting, starts(claim), claim.pool_id));
        let choices = self.choices(id);
        let in_order: Vec<&Pool> = claims
            .into_iter()
            .filter(|claim| choices.contains(&claim.pool_id.into()))
            .filter_map(|claim| self.places.pool(claim.pool_id.into()))
            .collect();
        let decided = all_but_the_first(&in_order, &self.places.walks);
        for (_, released) in &decided {
            self.move_claim(id, *released, ClaimState::Released);
        }
        let version = self.event.programme_version;
        let Some(entry) = self.entries.get_mut(&id) else { return };
        entry.row.choose_before = None;
        entry.is_changed = true;
        if !decided.is_empty() {
            // Without a time to answer before: the registration tells which is kept.
            self.note(id, News::Replanned(Box::new(Replan { version, clashes: decided, ..Replan::default() })));
        }
    }
}

/// A pool as people are told of it.
fn chosen(pool: &event::Pool) -> Chosen {
    Chosen {
        pool_id: pool.id,
        label: pool.label.clone(),
        starts_at: pool.starts_at,
        ends_at: pool.ends_at,
        room: pool.room.clone(),
    }
}

/// Pairs of these that could not be attended both before.
fn clashes_then(before: &Event, kept: &[PoolId]) -> Vec<(PoolId, PoolId)> {
    let counted = |pool: &event::Pool| Pool {
        times: pool.starts_at.zip(pool.ends_at),
        session: pool.session,
        venue: pool.venue,
        ..Pool::choice(pool.id, None)
    };
    let then: Vec<Pool> = before.sign_up.pools.iter().filter(|pool| kept.contains(&pool.id)).map(counted).collect();
    clashes(&then.iter().collect::<Vec<_>>(), &before.sign_up.walks)
}
