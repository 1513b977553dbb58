//! When somebody speaks: keep the snapshot, plan the letters that follow from the newest.

use bus::{Failure, Hears, Work};
use proto::conference::{SpeakerErased, SpeakerScheduled};
use proto::{EventId, OccurrenceId};
use sea_orm::DbErr;

use super::Errands;
use crate::Mail;
use crate::mime::Method;
use crate::speaking::{self, Picture, Told};
use crate::store::event::Known as Event;
use crate::store::letter::{self, Owner};
use crate::store::{event, speaker, speaker_entry};

impl Hears<SpeakerScheduled> for Mail {
    async fn hear(&self, work: &Work, message: SpeakerScheduled) -> Result<(), Failure> {
        // The event first, as whoever changes the event does: neither waits for the other then.
        let event = event::held(&work.tx, message.event_id, work.now).await?;
        if !speaker::keep(&work.tx, &message).await? {
            return Ok(());
        }
        let mut errands = Errands::default();
        self.replan_speaker(work, &message, &event, &mut errands).await?;
        errands.run(work).await?;
        self.wake.notify_one();
        Ok(())
    }
}

impl Hears<SpeakerErased> for Mail {
    async fn hear(&self, work: &Work, message: SpeakerErased) -> Result<(), Failure> {
        speaker::erase(&work.tx, message.speaker_id, message.event_id).await?;
        speaker_entry::erase(&work.tx, message.speaker_id).await?;
        Ok(letter::erase_of_speaker(&work.tx, message.speaker_id).await?)
    }
}

impl Mail {
    /// Plans the letters of everybody who speaks at an event.
    pub(super) async fn replan_speakers(
        &self,
        work: &Work,
        id: EventId,
        event: &Event,
        errands: &mut Errands,
    ) -> Result<(), DbErr> {
        for speaker in speaker::of_event(&work.tx, id).await? {
            self.replan_speaker(work, &speaker, event, errands).await?;
        }
        Ok(())
    }

    async fn replan_speaker(
        &self,
        work: &Work,
        speaker: &SpeakerScheduled,
        event: &Event,
        errands: &mut Errands,
    ) -> Result<(), DbErr> {
        let entries = speaker_entry::of(&work.tx, speaker.speaker_id).await?;
        let there = entries.into_iter().filter(|entry| entry.method.as_deref() == Some(Method::Request.word()));
        let told: Vec<(OccurrenceId, Told)> =
            there.filter_map(|entry| Some((OccurrenceId(entry.occurrence), entry.told?))).collect();
        let letters = letter::of_speaker(&work.tx, speaker.speaker_id).await?;
        let steps = speaking::plan(Picture {
            speaker,
            cancelled: event.cancelled,
            told: &told,
            letters: &letters,
            now: work.now,
            debounce: self.debounce(),
        });
        let owner = Owner {
            registration: None,
            speaker: Some(speaker.speaker_id),
            event: Some(speaker.event_id),
            language: speaker.language,
        };
        errands.gather(steps, owner, work.now)
    }
}
