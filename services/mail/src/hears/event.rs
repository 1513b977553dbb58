//! An event changed or was cancelled: the letters of everybody who is signed up are planned anew.

use std::collections::BTreeMap;

use bus::{Failure, Hears, Work};
use proto::EventId;
use proto::event::{EventCancelled, EventPublished, EventUnpublished};
use proto::webinar::WebinarFollowed;
use sea_orm::DbErr;
use uuid::Uuid;

use super::{Case, Errands};
use crate::Mail;
use crate::planning::{Existing, Occasion};
use crate::store::{calendar_entry, event, letter, registration};
use crate::told::Told;

/// For how many letters are planned at once. What is kept in memory of an event does not grow with how many take part.
const TOGETHER: u64 = 500;

impl Mail {
    /// Plans the letters of everybody who is signed up.
    pub(crate) async fn replan_all(&self, work: &Work, id: EventId, occasion: Occasion<'_>) -> Result<(), DbErr> {
        let event = event::held(&work.tx, &self.events, id, work.now).await?;
        let mut last = None;
        loop {
            let some = registration::alive(&work.tx, id, last, TOGETHER).await?;
            let Some(person) = some.last() else { break };
            last = Some(person.registration.id.0);
            self.replan_some(work, &event, &some, occasion).await?;
        }
        let mut errands = Errands::default();
        self.replan_speakers(work, id, &event, &mut errands).await?;
        errands.run(work).await?;
        self.wake.notify_one();
        Ok(())
    }

    async fn replan_some(
        &self,
        work: &Work,
        event: &event::Known,
        some: &[registration::Known],
        occasion: Occasion<'_>,
    ) -> Result<(), DbErr> {
        let ids: Vec<Uuid> = some.iter().map(|known| known.registration.id.0).collect();
        let entries = calendar_entry::find_all(&work.tx, &ids).await?;
        let told: BTreeMap<Uuid, Told> =
            entries.into_iter().filter_map(|entry| Some((entry.registration, entry.told?))).collect();
        let mut letters: BTreeMap<Uuid, Vec<Existing>> = BTreeMap::new();
        for (registration, existing) in letter::of(&work.tx, &ids).await? {
            letters.entry(registration).or_default().push(existing);
        }
        let mut errands = Errands::default();
        for known in some {
            let id = known.registration.id.0;
            let letters = letters.get(&id).map_or(&[][..], Vec::as_slice);
            let told = told.get(&id);
            let case = Case { known, before: None, event, told, replan: None, letters };
            self.replan(work, occasion, case, &mut errands)?;
        }
        errands.run(work).await
    }
}

impl Hears<EventPublished> for Mail {
    async fn hear(&self, work: &Work, message: EventPublished) -> Result<(), Failure> {
        if event::keep(&work.tx, &message.event, work.now).await? {
            self.replan_all(work, message.event.id, Occasion::Surroundings).await?;
        }
        Ok(())
    }
}

impl Hears<EventCancelled> for Mail {
    async fn hear(&self, work: &Work, message: EventCancelled) -> Result<(), Failure> {
        if event::keep_cancelled(&work.tx, &message, work.now).await? {
            self.replan_all(work, message.event_id, Occasion::Surroundings).await?;
        }
        Ok(())
    }
}

impl Hears<EventUnpublished> for Mail {
    /// Nobody is signed up, so no letter waits; organisers do not see the event among those that they can write about.
    async fn hear(&self, work: &Work, message: EventUnpublished) -> Result<(), Failure> {
        Ok(event::keep_unpublished(&work.tx, &message, work.now).await?)
    }
}

impl Hears<WebinarFollowed> for Mail {
    async fn hear(&self, work: &Work, message: WebinarFollowed) -> Result<(), Failure> {
        if event::keep_followed(&work.tx, &message, work.now).await? {
            self.replan_all(work, message.event_id, Occasion::Surroundings).await?;
        }
        Ok(())
    }
}
