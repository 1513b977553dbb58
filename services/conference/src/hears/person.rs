//! Somebody asked an organisation to be forgotten: they speak no more at its conferences, and what they proposed is gone.

use crate::erasing::erase;
use crate::store::{conference, proposal, review, speaker};
use bus::{Failure, Hears, Work};
use host::Keys;
use proto::person::{PersonErased, PersonErasureAsked};

pub(crate) struct Forgetting {
    pub(crate) keys: Keys,
}

impl Hears<PersonErasureAsked> for Forgetting {
    async fn hear(&self, work: &Work, message: PersonErasureAsked) -> Result<(), Failure> {
        let tx = &work.tx;
        let is_meant = |email: &str| message.is_about(email);
        let speakers = speaker::of_organisation(tx, &message.organisation).await?;
        let speakers: Vec<_> = speakers.into_iter().filter(|one| one.email.as_deref().is_some_and(is_meant)).collect();
        let mut amount = 0;
        for person in speakers {
            // Read anew each time: each of them changes it.
            let Some(slug) = conference::slug(tx, person.conference).await? else { continue };
            let Some(conference) = conference::any_to_change(tx, &slug).await? else { continue };
            erase(work, conference, person.id, &self.keys).await?;
            amount += 1;
        }
        let proposals = proposal::of_organisation(tx, &message.organisation).await?;
        let names = |row: &proposal::Model| row.people.0.iter().any(|person| is_meant(&person.email));
        let mut emptied = Vec::new();
        for found in proposals.into_iter().filter(names) {
            // The conference first, as whoever answers them does.
            let Some(slug) = conference::slug(tx, found.conference).await? else { continue };
            conference::any_to_change(tx, &slug).await?;
            let Some(row) = proposal::to_change(tx, found.id).await? else { continue };
            match row.people.0.iter().position(|person| is_meant(&person.email)) {
                // Whoever sent it in takes it along.
                Some(0) => {
                    emptied.push(row.id);
                    proposal::update(tx, row.emptied(work.now)).await?;
                }
                Some(_) => {
                    let mut people = row.people.0.clone();
                    people.retain(|person| !is_meant(&person.email));
                    work.forget(&[row.id]);
                    proposal::update(tx, proposal::Model { people: proposal::People(people), ..row }).await?;
                }
                None => continue,
            }
            amount += 1;
        }
        review::delete_of(tx, &emptied).await?;
        work.forget(&emptied);
        if amount > 0 {
            work.say(&PersonErased { ask_id: message.ask_id, amount });
        }
        Ok(())
    }
}
