//! When somebody speaks: keep the snapshot, plan the letters that follow from the newest. When their data are deleted, only
//! what takes them out of their calendar still goes out.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::conference::{SpeakerErased, SpeakerScheduled};
use proto::{EventId, OccurrenceId};
use sea_orm::DbErr;
use uuid::Uuid;

use super::Errands;
use crate::made_of::MadeOf;
use crate::mime::Method;
use crate::planning::Planned;
use crate::purpose::Purpose;
use crate::speaking::composing::{Material, compose};
use crate::speaking::{self, News, Picture, Told};
use crate::store::event::Known as Event;
use crate::store::letter::{self, Owner};
use crate::store::speaker_entry::Model as Entry;
use crate::store::{event, organisation, speaker, speaker_entry};
use crate::{Mail, postbox};

impl Hears<SpeakerScheduled> for Mail {
    async fn hear(&self, work: &Work, message: SpeakerScheduled) -> Result<(), Failure> {
        // The event first, as whoever changes the event does: neither waits for the other then.
        let event = event::held(&work.tx, &self.events, message.event_id, work.now).await?;
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
        let event = event::held(&work.tx, &self.events, message.event_id, work.now).await?;
        let own = letter::of_speaker(&work.tx, message.speaker_id).await?;
        let letters: Vec<Uuid> = own.into_iter().map(|letter| letter.id).collect();
        let last = match speaker::held(&work.tx, message.speaker_id).await? {
            Some(speaker) => self.last_letters(work, &speaker, &event).await?,
            None => Vec::new(),
        };
        speaker::erase(&work.tx, message.speaker_id, message.event_id).await?;
        speaker_entry::erase(&work.tx, message.speaker_id).await?;
        letter::erase_of_speaker(&work.tx, message.speaker_id, &last).await?;
        work.forget(&[message.speaker_id.0]);
        postbox::remove(&crate::folder(&self.host.settings), &letters).await;
        self.wake.notify_one();
        Ok(())
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
        errands.gather(work, steps, owner)
    }

    /// The letters that take everything out of the speaker's calendar, made and in need of nothing else.
    async fn last_letters(&self, work: &Work, speaker: &SpeakerScheduled, heard: &Event) -> Result<Vec<Uuid>, DbErr> {
        let letters = letter::of_speaker(&work.tx, speaker.speaker_id).await?;
        let mut last = Vec::new();
        for entry in speaker_entry::of(&work.tx, speaker.speaker_id).await? {
            let rule = OccurrenceId(entry.occurrence).to_string();
            if entry.method.as_deref() == Some(Method::Cancel.word()) {
                // Taken out already, by a letter that may be under way.
                let own = letters.iter().filter(|letter| letter.rule == rule && letter.made);
                last.extend(own.filter(|letter| letter.state.is_unsent()).map(|letter| letter.id));
            } else {
                last.extend(self.last_letter_about(work, speaker, heard, &entry).await?);
            }
        }
        Ok(last)
    }

    /// None where nothing stands in their calendar that is still to come.
    async fn last_letter_about(
        &self,
        work: &Work,
        speaker: &SpeakerScheduled,
        heard: &Event,
        entry: &Entry,
    ) -> Result<Option<Uuid>, DbErr> {
        let (tx, id, occurrence) = (&work.tx, speaker.speaker_id, OccurrenceId(entry.occurrence));
        let (Some(event), Some(told)) = (&heard.event, &entry.told) else { return Ok(None) };
        if work.now >= told.ends_at || !letter::speaker_invited(tx, id, occurrence).await? {
            return Ok(None);
        }
        let Some(organisation) = organisation::find(tx, &event.organisation).await? else { return Ok(None) };
        let letter = Uuid::new_v4();
        // They are not expected anywhere any more.
        let speaker = SpeakerScheduled { slots: Vec::new(), ..speaker.clone() };
        let references = letter::first_to_speaker(tx, id).await?;
        let sequence = entry.next_sequence();
        let material = Material {
            letter,
            speaker: &speaker,
            news: News::Dropped { before: told },
            event,
            cancelled: heard.cancelled,
            organisation: &organisation,
            uid: &entry.uid,
            sequence,
            invited: true,
            references: references.as_deref(),
            now: work.now,
        };
        let composed = match compose(self.desk(), material) {
            Ok((composed, _)) => composed,
            Err(error) => {
                let error = error.to_string();
                tracing::error!(letter.id = %letter, error, "a last letter to a speaker cannot be made");
                return Ok(None);
            }
        };
        let planned = Planned {
            purpose: Purpose::Speaking,
            rule: occurrence.to_string(),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: None,
            skip: None,
        };
        let owner =
            Owner { registration: None, speaker: Some(id), event: Some(speaker.event_id), language: speaker.language };
        letter::insert(tx, vec![letter::new(letter, owner, planned, work.now)?]).await?;
        let made_of = MadeOf::of_speaker(event, &speaker, &organisation, &told.organiser_address);
        letter::make(tx, letter, composed, sequence, &made_of).await?;
        Ok(Some(letter))
    }
}
