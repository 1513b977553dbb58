//! Decides what organisers do about the sign-ups of others. Deadlines are for people themselves: organisers are bound by the places
//! that there are, and by the end of the event.

use crate::desk::book::Book;
use crate::desk::errand::{Act, Outcome, Refusal, SignUp};
use crate::desk::fact::News;
use crate::desk::walking_in::Unplaced;
use crate::store::audit::Action;
use crate::store::registration::State;
use crate::withdrawal::may_change;
use chrono::{DateTime, Utc};
use proto::registration::Withdrawal;
use proto::{AccountId, RegistrationId};
use uuid::Uuid;

impl Book {
    /// Does something about somebody. What was so already is done once more by nobody, and not noted.
    pub fn act(
        &mut self,
        id: RegistrationId,
        act: &Act,
        by: AccountId,
        now: DateTime<Utc>,
        new_id: Uuid,
    ) -> Result<RegistrationId, Refusal> {
        may_change(&self.event, self.row.cancelled, self.entry(id)?.row.state, now)?;
        let action = match act {
            Act::SignOff => {
                self.give_up(id.0, Withdrawal::ByOrganiser, now);
                Action::SignedOff
            }
            Act::GivePlace => {
                self.give_place(id, now, new_id)?;
                Action::GavePlace
            }
            Act::Approve => {
                self.approve(id, now, new_id)?;
                Action::Approved
            }
            Act::Decline { reason } => {
                self.turn_down(id, reason.clone(), now)?;
                Action::Declined
            }
            Act::Move { form, choices } => {
                self.rearrange(id, *form, choices, now, new_id)?;
                self.note(id.0, News::Changed);
                Action::Moved
            }
        };
        if self.has_news_of(id.0) {
            self.deeds.push((by, action, id));
        }
        self.refill(now);
        Ok(id)
    }

    /// Whoever stands before them is passed, but no more places are held than there are.
    fn give_place(&mut self, id: RegistrationId, now: DateTime<Utc>, new_id: Uuid) -> Result<(), Refusal> {
        let row = &self.entry(id)?.row;
        let (state, form) = (row.state, row.form());
        match state {
            State::Admitted | State::Withdrawn => Ok(()),
            State::Undecided => self.approve(id, now, new_id),
            State::Offered => self.accept(id, now).map(drop),
            State::Waiting if !self.places.have_room_for(1, form) => Err(Refusal::Full),
            State::Waiting => {
                if let Some(entry) = self.entries.get_mut(&id.0) {
                    // Those who signed up together no longer wait for the same.
                    entry.row.party_id = new_id;
                }
                self.admit_known(id.0);
                Ok(())
            }
        }
    }

    /// Answers a form that an organiser filled in for somebody. The same form again gets the same answer.
    pub fn add_by_hand(
        &mut self,
        form: &SignUp,
        by: AccountId,
        now: DateTime<Utc>,
        new_id: &mut dyn FnMut() -> Uuid,
    ) -> Outcome {
        let is_first = !self.submissions.contains_key(&form.key);
        let outcome = self.take_in(form, Unplaced::Waits, now, new_id);
        if let Outcome::SignedUp(placed) = &outcome
            && let [placed] = placed.as_slice()
            && is_first
            && !placed.repeated
        {
            self.deeds.push((by, Action::Added, placed.id));
        }
        outcome
    }
}
