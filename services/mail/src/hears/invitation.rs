//! People whom organisers invite to an event: a letter with a link of their own, once more if they are reminded, and nothing more
//! when they have answered. The letter has all that is known here of who it is.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::invitation::{Ending, InvitationEnded, InvitationIssued};

use crate::planning::{Facts, Planned};
use crate::purpose::{Purpose, Skip};
use crate::store::invitation::{self, Before};
use crate::store::letter::{self, Owner};
use crate::{Mail, postbox};

impl Hears<InvitationIssued> for Mail {
    async fn hear(&self, work: &Work, message: InvitationIssued) -> Result<(), Failure> {
        let (id, event) = (message.invitation_id, message.event_id);
        match invitation::keep(&work.tx, id, message.revision, false).await? {
            Before::Enough => return Ok(()),
            // One that has not gone out by now says no less than this one.
            Before::Less => drop(letter::stop_invitation(&work.tx, event, id, Skip::Superseded).await?),
            // A thousand of them come at once, and are not looked for among one another.
            Before::Nothing => {}
        }
        let owner = Owner { registration: None, speaker: None, event: Some(event), language: message.language };
        let planned = Planned {
            purpose: Purpose::Invitation,
            rule: letter::rule_of_invitation(id, message.revision),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::Invited(Box::new(message))),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}

impl Hears<InvitationEnded> for Mail {
    async fn hear(&self, work: &Work, message: InvitationEnded) -> Result<(), Failure> {
        let InvitationEnded { invitation_id: id, event_id: event, revision, why } = message;
        if invitation::keep(&work.tx, id, revision, true).await? == Before::Enough {
            return Ok(());
        }
        let is_erased = why == Ending::Erased;
        let why = match why {
            Ending::Answered => Skip::Answered,
            Ending::TakenBack => Skip::NotChosen,
            Ending::Erased => Skip::Erased,
        };
        let letters = letter::stop_invitation(&work.tx, event, id, why).await?;
        if is_erased {
            work.forget(&[id.0]);
            postbox::remove(&crate::folder(&self.host.settings), &letters).await;
        }
        Ok(())
    }
}
