//! Decides one form: who of the party is new, whether they have places, and what they are told.

use crate::address;
use crate::admission::{self, Admission};
use crate::closed;
use crate::desk::book::{Book, Entry, Submission};
use crate::desk::errand::{Outcome, Person, Placed, Refusal, SignUp};
use crate::desk::fact::{Fact, News};
use crate::invitation::standing;
use crate::store::{claim, count, registration};
use chrono::{DateTime, Utc};
use proto::event::Form;
use proto::registration::Claim;
use proto::{InvitationId, PoolId, RegistrationId};
use std::collections::HashSet;
use uuid::Uuid;

/// A person of the party and what is known of their address.
pub(super) struct Comer<'a> {
    pub(super) person: &'a Person,
    pub(super) address: String,
    pub(super) signed_up_as: Option<Uuid>,
}

/// What somebody got: a place in a form, or a position on its waiting list.
#[derive(Clone, Copy)]
pub(super) struct Got {
    pub(super) state: registration::State,
    pub(super) form: Option<Form>,
    pub(super) position: Option<u32>,
}

impl Book {
    /// Answers a form. The same form again gets the same answer; another one with the same key is turned away.
    pub fn sign_up(&mut self, form: &SignUp, now: DateTime<Utc>, new_id: &mut dyn FnMut() -> Uuid) -> Outcome {
        self.answer(form, None, now, new_id)
    }

    /// The same by somebody who comes with an invitation.
    pub(crate) fn sign_up_invited(
        &mut self,
        form: &SignUp,
        invitation: InvitationId,
        now: DateTime<Utc>,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Outcome {
        self.answer(form, Some(invitation), now, new_id)
    }

    fn answer(
        &mut self,
        form: &SignUp,
        invitation: Option<InvitationId>,
        now: DateTime<Utc>,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Outcome {
        if let Some(known) = self.submissions.get(&form.key) {
            return match known.content == form.content {
                true => Outcome::SignedUp(known.answer.clone()),
                false => Outcome::SameKeyOtherContent,
            };
        }
        match self.place(form, invitation, now, new_id) {
            Ok(answer) => {
                let submission = Submission { content: form.content.to_vec(), answer: answer.clone(), is_new: true };
                self.submissions.insert(form.key.clone(), submission);
                Outcome::SignedUp(answer)
            }
            Err(refusal) => Outcome::Refused(refusal),
        }
    }

    fn place(
        &mut self,
        form: &SignUp,
        invitation: Option<InvitationId>,
        now: DateTime<Utc>,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Result<Vec<Placed>, Refusal> {
        // Taken off the public pages while the form was filled in.
        if !self.row.is_public() {
            return Err(Refusal::Closed);
        }
        admission::window(&self.event, self.row.cancelled, now)?;
        let attends = admission::form(&self.places, form.form)?;
        let comers = self.comers(&form.party)?;
        // Before anything that depends on who is signed up already.
        let invitation = invitation.filter(|invitation| self.opens(*invitation));
        let mut others = comers.iter().skip(usize::from(invitation.is_some()));
        if !others.all(|comer| self.may_come(&comer.address)) {
            return Err(closed::refusal(&self.event.sign_up));
        }
        let all: Vec<&[PoolId]> = comers.iter().map(|comer| comer.person.choices.as_slice()).collect();
        let new: Vec<&[PoolId]> = comers.iter().filter(|comer| comer.is_new()).map(Comer::choices).collect();
        let limit = self.event.sign_up.party_limit;
        // Those who are signed up already are answered as if they were not, refusals included.
        let as_if_new = match self.admission(attends, &all, limit) {
            Admission::Refused(refusal) => return Err(refusal),
            admission => admission,
        };
        // What those who are new get. They wait where the party as a whole would: were they admitted because fewer
        // places do for them, the page would tell that the others are signed up already.
        let admission = match &as_if_new {
            Admission::Waiting { .. } => admission::wait(&self.places, attends, &new)?,
            Admission::Admitted { .. } | Admission::Undecided { .. } | Admission::Refused(_) => {
                self.admission(attends, &new, limit)
            }
        };
        let (shown_position, shown) = match as_if_new {
            Admission::Refused(refusal) => return Err(refusal),
            Admission::Admitted { claims } | Admission::Undecided { claims } => (None, claims),
            Admission::Waiting { position, claims } => (Some(position), claims),
        };
        let (state, mut position, mut claims) = match &admission {
            Admission::Refused(refusal) => return Err(refusal.clone()),
            Admission::Admitted { claims } => (registration::State::Admitted, None, claims.iter()),
            Admission::Waiting { position, claims } => (registration::State::Waiting, Some(*position), claims.iter()),
            Admission::Undecided { claims } => (registration::State::Undecided, None, claims.iter()),
        };
        if !new.is_empty() {
            self.places.record(&admission);
        }
        let party_id = new_id();
        let mut answer = Vec::with_capacity(comers.len());
        for ((comer, shown), before) in comers.iter().zip(&shown).zip(0..) {
            let placed = match comer.signed_up_as {
                Some(existing) => {
                    self.repeat(existing, now);
                    let position = shown_position.map(|position| position + before);
                    self.decoy(Got { state, form: attends, position }, shown, new_id())
                }
                None => {
                    let claims = claims.next().map_or(&[][..], Vec::as_slice);
                    let placed =
                        self.add(comer, (new_id(), party_id), Got { state, form: attends, position }, claims, now);
                    if before == 0
                        && let Some(invitation) = invitation
                    {
                        self.accept_invitation(invitation, placed.id);
                    }
                    // Only those who are new stand in the queue.
                    position = position.map(|position| position + 1);
                    placed
                }
            };
            answer.push(placed);
        }
        Ok(answer)
    }

    /// Whether somebody with this address may sign up by themselves.
    pub(super) fn may_come(&self, address: &str) -> bool {
        self.event.sign_up.closed.as_ref().is_none_or(|closed| closed::is_of(closed, address))
    }

    /// Whether somebody may still sign up with this invitation.
    fn opens(&self, invitation: InvitationId) -> bool {
        let Some(invited) = self.invited.get(&invitation.0) else { return false };
        // Whoever signs off in the same breath has done so.
        let stands = |(id, state)| self.entries.get(&id).map_or(state, |entry| entry.row.state);
        standing(invited.row.known(invited.sign_up.map(stands))).opens()
    }

    fn accept_invitation(&mut self, invitation: InvitationId, registration: RegistrationId) {
        if let Some(invited) = self.invited.get_mut(&invitation.0) {
            invited.sign_up = Some((registration.0, registration::State::Admitted));
            self.accepted.push((invitation.0, registration.0));
        }
    }

    /// What becomes of people who come now: where the organisers decide, nothing yet.
    pub(super) fn admission(&self, form: Option<Form>, party: &[&[PoolId]], limit: u8) -> Admission {
        match self.event.sign_up.approval {
            true => admission::receive(&self.places, form, party, limit),
            false => admission::admit(&self.places, form, party, limit),
        }
    }

    fn comers<'a>(&self, party: &'a [Person]) -> Result<Vec<Comer<'a>>, Refusal> {
        let mut seen = HashSet::with_capacity(party.len());
        let mut comers = Vec::with_capacity(party.len());
        for person in party {
            let address = address::normalised(&person.email);
            if !seen.insert(address.clone()) {
                return Err(Refusal::SameAddressTwice);
            }
            let signed_up_as = self.addresses.get(&address).copied();
            comers.push(Comer { person, address, signed_up_as });
        }
        Ok(comers)
    }

    /// Writes a new person into the book.
    pub(super) fn add(
        &mut self,
        comer: &Comer<'_>,
        (id, party_id): (Uuid, Uuid),
        Got { state, form, position }: Got,
        claims: &[Claim],
        now: DateTime<Utc>,
    ) -> Placed {
        let (seq, turn) = (self.next_seq(), self.next_turn());
        let row = registration::Model {
            id,
            event_id: self.row.id,
            party_id,
            seq,
            turn,
            revision: 1,
            generation: 0,
            state,
            form: form.map(Into::into),
            offered_until: None,
            choose_before: None,
            name: comer.person.name.clone(),
            email: comer.person.email.clone(),
            address: Some(comer.address.clone()),
            organisation: String::new(),
            search: String::new(),
            language: comer.person.language.code().to_owned(),
            created_at: now,
            withdrawn_at: None,
            attended_at: None,
            undeliverable_at: None,
            undeliverable: None,
            reached_at: None,
            erased_at: None,
        };
        let claims: Vec<claim::Model> = claims
            .iter()
            .map(|claim| claim::Model {
                registration_id: id,
                pool_id: claim.pool_id.0,
                state: if state == registration::State::Undecided { claim::State::Wanted } else { claim.state.into() },
                turn,
            })
            .collect();
        if state == registration::State::Waiting {
            self.queue.insert(turn, id);
        }
        self.addresses.insert(comer.address.clone(), id);
        let answers = Some(comer.person.answers.clone());
        let entry = Entry { row, claims, answers, is_new: true, is_changed: false, dropped: Vec::new() };
        let registration = entry.snapshot(&self.places);
        let placed = Placed {
            id: RegistrationId(id),
            generation: 0,
            state: state.into(),
            undecided: state == registration::State::Undecided,
            position,
            seq: count(seq),
            form,
            choices: registration.choices.clone(),
            repeated: false,
        };
        let news = match position {
            _ if placed.undecided => News::Received,
            Some(position) => News::Waitlisted { position },
            None => News::Admitted { from_waiting_list: false },
        };
        self.facts.push(Fact { registration, news });
        self.entries.insert(id, entry);
        placed
    }

    /// Has a letter tell the person who is signed up already.
    pub(super) fn repeat(&mut self, existing: Uuid, now: DateTime<Utc>) {
        if let Some(entry) = self.entries.get(&existing) {
            let registration = entry.snapshot(&self.places);
            let news = News::Repeated { at: now, answer_before: entry.row.offered_until };
            self.facts.push(Fact { registration, news });
        }
    }

    /// What somebody new would have been told.
    fn decoy(&self, Got { state, form, position }: Got, claims: &[Claim], id: Uuid) -> Placed {
        let is_choice = |claim: &&Claim| self.places.pool(claim.pool_id).is_some_and(|pool| !pool.whole);
        Placed {
            id: RegistrationId(id),
            generation: 0,
            state: state.into(),
            undecided: state == registration::State::Undecided,
            position,
            seq: count(self.row.next_seq),
            form,
            choices: claims.iter().filter(is_choice).copied().collect(),
            repeated: true,
        }
    }
}

impl Comer<'_> {
    fn is_new(&self) -> bool {
        self.signed_up_as.is_none()
    }

    fn choices(&self) -> &[PoolId] {
        &self.person.choices
    }
}
