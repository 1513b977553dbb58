//! Decides for those whom somebody else signs up before them: at the door, where nobody is put on a list and nobody passes one,
//! and by hand.

use crate::address;
use crate::admission::{self, Admission};
use crate::desk::book::{Book, Submission};
use crate::desk::errand::{Outcome, Placed, Refusal, SignUp};
use crate::desk::fact::News;
use crate::desk::signing_up::{Comer, Got};
use crate::door;
use crate::store::count;
use crate::store::registration::State;
use crate::withdrawal::may_change;
use chrono::{DateTime, Utc};
use proto::{PoolId, RegistrationId};
use uuid::Uuid;

/// What becomes of somebody for whom there is no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unplaced {
    TurnedAway,
    Waits,
}

impl Book {
    /// Answers a form that was filled in at the door. The same form again gets the same answer.
    pub fn walk_in(&mut self, form: &SignUp, now: DateTime<Utc>, new_id: &mut dyn FnMut() -> Uuid) -> Outcome {
        self.take_in(form, Unplaced::TurnedAway, now, new_id)
    }

    /// Answers a form that somebody fills in who may be told who is signed up already.
    pub(super) fn take_in(
        &mut self,
        form: &SignUp,
        unplaced: Unplaced,
        now: DateTime<Utc>,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Outcome {
        if let Some(known) = self.submissions.get(&form.key) {
            return match known.content == form.content {
                true => Outcome::SignedUp(known.answer.clone()),
                false => Outcome::SameKeyOtherContent,
            };
        }
        match self.let_in(form, unplaced, now, new_id) {
            Ok(placed) => {
                let answer = vec![placed];
                let submission = Submission { content: form.content.to_vec(), answer: answer.clone(), is_new: true };
                self.submissions.insert(form.key.clone(), submission);
                Outcome::SignedUp(answer)
            }
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    fn let_in(
        &mut self,
        form: &SignUp,
        unplaced: Unplaced,
        now: DateTime<Utc>,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<Placed, Refusal> {
        if !self.row.is_public() {
            return Err(Refusal::Closed);
        }
        door::lets_in(&self.event, self.row.cancelled, now)?;
        let attends = admission::form(&self.places, form.form)?;
        let [person] = form.party.as_slice() else { return Err(Refusal::PartyTooLarge { limit: 1 }) };
        let address = address::normalised(&person.email);
        if let Some(placed) = self.addresses.get(&address).and_then(|id| self.as_placed(*id)) {
            return Ok(placed);
        }
        let admission = admission::admit(&self.places, attends, &[&person.choices], 1);
        let (state, position, claims) = match (&admission, unplaced) {
            (Admission::Admitted { claims }, _) => (State::Admitted, None, claims.concat()),
            (Admission::Waiting { position, claims }, Unplaced::Waits) => {
                (State::Waiting, Some(*position), claims.concat())
            }
            (Admission::Waiting { .. } | Admission::Undecided { .. }, _) => return Err(Refusal::Full),
            (Admission::Refused(refusal), _) => return Err(refusal.clone()),
        };
        self.places.record(&admission);
        let comer = Comer { person, address, signed_up_as: None };
        let got = Got { state, form: attends, position };
        Ok(self.add(&comer, (new_id(), new_id()), got, &claims, now))
    }

    /// Somebody who is signed up already, as a door or an organiser may be told of them.
    fn as_placed(&self, id: Uuid) -> Option<Placed> {
        let row = &self.entries.get(&id)?.row;
        Some(Placed {
            id: row.id(),
            generation: row.generation(),
            state: row.state.into(),
            undecided: row.state == State::Undecided,
            position: None,
            seq: count(row.seq),
            form: row.form(),
            choices: Vec::new(),
            repeated: true,
        })
    }

    /// Gives somebody a place in a session that they had not chosen.
    pub fn join_session(
        &mut self,
        id: RegistrationId,
        session: PoolId,
        now: DateTime<Utc>,
    ) -> Result<RegistrationId, Refusal> {
        let row = &self.entry(id)?.row;
        may_change(&self.event, self.row.cancelled, row.state, now)?;
        if row.state != State::Admitted {
            return Err(Refusal::NoPlace);
        }
        let form = row.form();
        let mut chosen = self.choices(id.0);
        if chosen.contains(&session) {
            return Ok(id);
        }
        chosen.push(session);
        admission::check_choices(&self.places, form, &chosen)?;
        if !self.places.pool(session).is_some_and(|pool| pool.waiting == 0 && pool.has_room_for(1)) {
            return Err(Refusal::ChoiceFull(session));
        }
        self.add_choice(id.0, session, State::Admitted);
        self.note(id.0, News::Changed);
        Ok(id)
    }
}
