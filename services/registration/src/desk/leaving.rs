//! Signing off by an answer in a calendar, which is decided some minutes after it was given.

use crate::desk::book::Book;
use crate::desk::errand::Refusal;
use crate::withdrawal::{may_change, may_withdraw};
use chrono::{DateTime, Utc};
use proto::RegistrationId;
use proto::registration::Withdrawal;

impl Book {
    /// Signs a person off who asked for it at a time when that was possible, and gives the place to whoever is next.
    pub fn leave(&mut self, id: RegistrationId, asked_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), Refusal> {
        let state = self.entry(id)?.row.state;
        may_withdraw(&self.event, self.row.cancelled, state, asked_at)?;
        may_change(&self.event, self.row.cancelled, state, now)?;
        self.give_up(id.0, Withdrawal::ByPerson, now);
        self.refill(now);
        Ok(())
    }
}
