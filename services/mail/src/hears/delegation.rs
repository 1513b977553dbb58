//! Delegations of gatherings: letters to those who act for them, and to those whom they have named. The letters have all that
//! is known here of either.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::gathering::{DelegationInvited, RegistrationSeated, Seating};
use sea_orm::EntityTrait;

use crate::Mail;
use crate::planning::{Facts, Planned};
use crate::purpose::Purpose;
use crate::store::letter::{self, Owner};
use crate::store::registration;

impl Hears<DelegationInvited> for Mail {
    async fn hear(&self, work: &Work, message: DelegationInvited) -> Result<(), Failure> {
        if self.is_forgotten(work, message.event_id, &message.email).await? {
            return Ok(());
        }
        let owner =
            Owner { registration: None, speaker: None, event: Some(message.event_id), language: message.language };
        let planned = Planned {
            purpose: Purpose::Delegation,
            rule: format!("{}/{}", message.holder_id, message.number),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::Delegation(Box::new(message))),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}

impl Hears<RegistrationSeated> for Mail {
    /// Whoever got the place from another person knows why.
    async fn hear(&self, work: &Work, message: RegistrationSeated) -> Result<(), Failure> {
        let (Some(registration), Seating::Seated) = (message.registration_id, message.outcome) else { return Ok(()) };
        // Whom to write to comes in a message of its own.
        let Some(row) = registration::Entity::find_by_id(registration.0).one(&work.tx).await? else {
            return Err(Failure::Retry(format!("registration {registration} is not known yet")));
        };
        // Who is erased is written to no more.
        if row.known()?.is_none() {
            return Ok(());
        }
        if !message.signed_up_before {
            registration::note_named(&work.tx, registration, work.now).await?;
        }
        let owner = Owner {
            registration: Some(registration),
            speaker: None,
            event: Some(message.event_id),
            language: message.language,
        };
        let planned = Planned {
            purpose: Purpose::Named,
            rule: message.seat_id.to_string(),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::Named { member: message.member }),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}
