//! An event changed or was cancelled: the letters of everybody who is signed up are planned anew.

use std::collections::BTreeMap;

use bus::{Failure, Hears, Work};
use proto::EventId;
use proto::event::{EventCancelled, EventPublished};
use sea_orm::DbErr;
use uuid::Uuid;

use super::{Case, Errands};
use crate::Mail;
use crate::planning::{Existing, Occasion};
use crate::store::{calendar_entry, event, letter, registration};
use crate::told::Told;

impl Mail {
    async fn replan_all(&self, work: &Work, id: EventId) -> Result<(), DbErr> {
        let event = event::held(&work.tx, id, work.now).await?;
        let alive = registration::alive(&work.tx, id).await?;
        let ids: Vec<Uuid> = alive.iter().map(|known| known.registration.id.0).collect();
        let entries = calendar_entry::find_all(&work.tx, &ids).await?;
        let told: BTreeMap<Uuid, Told> =
            entries.into_iter().filter_map(|entry| Some((entry.registration, entry.told?))).collect();
        let mut letters: BTreeMap<Uuid, Vec<Existing>> = BTreeMap::new();
        for (registration, existing) in letter::of(&work.tx, &ids).await? {
            letters.entry(registration).or_default().push(existing);
        }
        let mut errands = Errands::default();
        for known in &alive {
            let id = known.registration.id.0;
            let letters = letters.get(&id).map_or(&[][..], Vec::as_slice);
            let told = told.get(&id);
            let case = Case { known, before: None, event: &event, told, replan: None, letters };
            self.replan(work, Occasion::Surroundings, case, &mut errands)?;
        }
        self.replan_speakers(work, id, &event, &mut errands).await?;
        errands.run(work).await?;
        self.wake.notify_one();
        Ok(())
    }
}

impl Hears<EventPublished> for Mail {
    async fn hear(&self, work: &Work, message: EventPublished) -> Result<(), Failure> {
        if event::keep(&work.tx, &message.event, work.now).await? {
            self.replan_all(work, message.event.id).await?;
        }
        Ok(())
    }
}

impl Hears<EventCancelled> for Mail {
    async fn hear(&self, work: &Work, message: EventCancelled) -> Result<(), Failure> {
        if event::keep_cancelled(&work.tx, &message, work.now).await? {
            self.replan_all(work, message.event_id).await?;
        }
        Ok(())
    }
}
