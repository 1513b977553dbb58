//! What became of a proposal for a session. The letter has all that is known here of who sent it in.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::conference::ProposalAnswered;

use crate::Mail;
use crate::planning::{Facts, Planned};
use crate::purpose::Purpose;
use crate::store::letter::{self, Owner};
use crate::store::proposal;

impl Hears<ProposalAnswered> for Mail {
    async fn hear(&self, work: &Work, message: ProposalAnswered) -> Result<(), Failure> {
        if !proposal::keep(&work.tx, message.proposal_id, message.revision).await? {
            return Ok(());
        }
        if self.is_forgotten(work, message.event_id, &message.email).await? {
            return Ok(());
        }
        let owner =
            Owner { registration: None, speaker: None, event: Some(message.event_id), language: message.language };
        let planned = Planned {
            purpose: Purpose::Proposal,
            rule: message.revision.to_string(),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::Proposal(Box::new(message))),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}
