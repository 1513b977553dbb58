//! Somebody asked an organisation to be forgotten: links with which they act for delegations as a deputy are taken back. Those whom
//! members of a network have named as their contact stand in its list, and are changed there.

use super::Hearing;
use crate::store::holder;
use bus::{Failure, Hears, Work};
use proto::person::{PersonErased, PersonErasureAsked};

impl Hears<PersonErasureAsked> for Hearing {
    async fn hear(&self, work: &Work, message: PersonErasureAsked) -> Result<(), Failure> {
        let mut amount = 0;
        for row in holder::deputies(&work.tx, &message.organisation).await? {
            if message.is_about(&row.email) {
                holder::remove(&work.tx, row.id).await?;
                amount += 1;
            }
        }
        if amount > 0 {
            work.say(&PersonErased { ask_id: message.ask_id, amount });
        }
        Ok(())
    }
}
