//! Somebody asked an organisation to be forgotten: letters that have all that is known here of those whom they are to, or about, and
//! what came in from the person and is kept aside. What their sign-ups brought goes with those.

use bus::{Failure, Hears, Work};
use proto::EventId;
use proto::person::{PersonErased, PersonErasureAsked};
use sea_orm::DbErr;

use crate::receiving::address;
use crate::store::{forgotten, letter, received};
use crate::{Mail, postbox};

impl Hears<PersonErasureAsked> for Mail {
    async fn hear(&self, work: &Work, message: PersonErasureAsked) -> Result<(), Failure> {
        let is_meant = |email: &str| message.is_about(email);
        let (address, asked_at) =
            (address::hashed(&self.host.keys, &message.email), work.said_at().unwrap_or(work.now));
        forgotten::note(&work.tx, &message.organisation, &address, asked_at).await?;
        let about = letter::with_people(&work.tx, None).await?;
        let theirs: Vec<_> = about.iter().filter(|one| one.address().is_some_and(is_meant)).collect();
        let events = theirs.iter().filter_map(|one| one.event).collect();
        let own = crate::store::event::of_organisation(&work.tx, events, &message.organisation).await?;
        let theirs: Vec<_> = theirs.into_iter().filter(|one| one.event.is_some_and(|id| own.contains(&id))).collect();
        let ids: Vec<_> = theirs.iter().map(|one| one.id).collect();
        letter::forget(&work.tx, &ids).await?;
        work.forget(&theirs.iter().map(|one| one.subject()).collect::<Vec<_>>());
        postbox::remove(&crate::folder(&self.host.settings), &ids).await;
        let letters_in = received::forget_from(&work.tx, &message.email).await?;
        let amount = u32::try_from(ids.len()).unwrap_or(u32::MAX).saturating_add(letters_in);
        if amount > 0 {
            work.say(&PersonErased { ask_id: message.ask_id, amount });
        }
        Ok(())
    }
}

impl Mail {
    /// True where the organisation of the event was asked to forget somebody after the message was said that is heard now.
    pub(super) async fn is_forgotten(&self, work: &Work, event: EventId, email: &str) -> Result<bool, DbErr> {
        let (address, then) = (address::hashed(&self.host.keys, email), work.said_at().unwrap_or(work.now));
        forgotten::is_since(&work.tx, event, &address, then).await
    }
}
