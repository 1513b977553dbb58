//! Somebody asked an organisation to be forgotten: links with which they act for delegations as a deputy are taken back, and those who were named
//! and got no seat lose their name. Those whom
//! members of a network have named as their contact stand in its list, and are changed there.

use super::Hearing;
use crate::store::{holder, seat};
use bus::{Failure, Hears, Work};
use proto::person::{PersonErased, PersonErasureAsked};

impl Hears<PersonErasureAsked> for Hearing {
    async fn hear(&self, work: &Work, message: PersonErasureAsked) -> Result<(), Failure> {
        let mut amount: u32 = 0;
        let deputies = holder::deputies(&work.tx, &message.organisation).await?;
        let deputies: Vec<_> = deputies.into_iter().filter(|row| message.is_about(&row.email)).collect();
        holder::remove(&work.tx, &deputies.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
        // With the letters that they were to get.
        work.forget(&deputies.iter().map(|row| row.delegation).collect::<Vec<_>>());
        let named = seat::named(&work.tx, &message.organisation).await?;
        let named: Vec<_> = named.into_iter().filter(|(_, email)| message.is_about(email)).map(|(id, _)| id).collect();
        seat::forget_those(&work.tx, &named).await?;
        work.forget(&named);
        for found in [deputies.len(), named.len()] {
            amount += u32::try_from(found).unwrap_or(u32::MAX);
        }
        if amount > 0 {
            work.say(&PersonErased { ask_id: message.ask_id, amount });
        }
        Ok(())
    }
}
