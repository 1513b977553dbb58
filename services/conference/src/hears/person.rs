//! Somebody asked an organisation to be forgotten: they speak no more at its conferences, and what they proposed is gone.

use crate::erasing::erase;
use crate::store::{conference, proposal, review, speaker};
use bus::{Failure, Hears, Work};
use host::Keys;
use proto::person::{PersonErased, PersonErasureAsked};

pub(super) struct Forgetting {
    pub(super) keys: Keys,
}

impl Hears<PersonErasureAsked> for Forgetting {
    async fn hear(&self, work: &Work, message: PersonErasureAsked) -> Result<(), Failure> {
        let mut amount = 0;
        for slug in conference::of_organisation(&work.tx, &message.organisation).await? {
            let Some(conference) = conference::to_change(&work.tx, &slug).await? else { continue };
            let id = conference.id;
            for person in speaker::all(&work.tx, id).await? {
                if person.email.as_deref().is_some_and(|email| message.is_about(email)) {
                    // Each of them changes it.
                    let Some(conference) = conference::by_id(&work.tx, id).await? else { continue };
                    erase(work, conference, person.id, &self.keys).await?;
                    amount += 1;
                }
            }
            for row in proposal::all(&work.tx, id).await? {
                match row.people.0.iter().position(|person| message.is_about(&person.email)) {
                    // Whoever sent it in takes it along.
                    Some(0) => {
                        review::delete_of(&work.tx, row.id).await?;
                        proposal::update(&work.tx, row.emptied(work.now)).await?;
                    }
                    Some(_) => {
                        let mut people = row.people.0.clone();
                        people.retain(|person| !message.is_about(&person.email));
                        proposal::update(&work.tx, proposal::Model { people: proposal::People(people), ..row }).await?;
                    }
                    None => continue,
                }
                amount += 1;
            }
        }
        if amount > 0 {
            work.say(&PersonErased { ask_id: message.ask_id, amount });
        }
        Ok(())
    }
}
