//! Which letters somebody gets who speaks at a conference: one about each occurrence, with its own entry in their calendar.
//!
//! Like all planning it starts from what was told last and what is so now, so that messages may come late or twice.

pub(crate) mod composing;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use proto::conference::{SpeakerScheduled, SpeakerSlot};
use proto::{Language, OccurrenceId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::planning::{Facts, Planned, Speaking, Step};
use crate::purpose::{Purpose, Skip, State};

/// What stands in a speaker's calendar about one occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub(crate) struct Told {
    pub language: Language,
    pub title: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub room: Option<String>,
    pub moderates: bool,
    /// To whom: must stay the ATTENDEE of the entry.
    pub name: String,
    pub address: String,
    /// From whom: must stay the ORGANIZER of the entry.
    pub organiser_address: String,
    /// Of the link in the letter.
    pub generation: u16,
}

/// A letter that is there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Existing {
    pub id: Uuid,
    /// The occurrence.
    pub rule: String,
    pub state: State,
    pub made: bool,
}

/// What is known about one speaker.
#[derive(Clone, Copy)]
pub(crate) struct Picture<'a> {
    pub speaker: &'a SpeakerScheduled,
    /// The event does not take place.
    pub cancelled: bool,
    /// What is in their calendar now.
    pub told: &'a [(OccurrenceId, Told)],
    pub letters: &'a [Existing],
    pub now: DateTime<Utc>,
    /// How long edits are gathered into one letter.
    pub debounce: TimeDelta,
}

/// What a letter about one occurrence says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum News<'a> {
    /// It is to stand in their calendar, instead of what was told before.
    Expected { slot: &'a SpeakerSlot, before: Option<&'a Told> },
    /// They are not expected any more.
    Dropped { before: &'a Told },
}

impl Told {
    pub(crate) fn of(speaker: &SpeakerScheduled, slot: &SpeakerSlot, organiser_address: &str) -> Self {
        let room = slot.slot.room.as_ref().map(|room| room.get(speaker.language).trim().to_owned());
        Self {
            language: speaker.language,
            title: slot.title.get(speaker.language).to_owned(),
            starts_at: slot.slot.starts_at,
            ends_at: slot.slot.ends_at,
            room: room.filter(|room| !room.is_empty()),
            moderates: slot.moderates,
            name: speaker.name.clone(),
            address: speaker.email.clone(),
            organiser_address: organiser_address.to_owned(),
            generation: speaker.generation,
        }
    }

    /// At another time or in another place.
    pub(crate) fn has_moved(&self, now: &Self) -> bool {
        (self.starts_at, self.ends_at, &self.room) != (now.starts_at, now.ends_at, &now.room)
    }
}

/// What there is to say about an occurrence now, if anything.
pub(crate) fn news<'a>(
    speaker: &'a SpeakerScheduled,
    occurrence: OccurrenceId,
    told: Option<&'a Told>,
    cancelled: bool,
    now: DateTime<Utc>,
) -> Option<News<'a>> {
    let slot = speaker.slots.iter().find(|slot| slot.occurrence_id == occurrence).filter(|_| !cancelled);
    match (slot, told) {
        (Some(slot), _) if now >= slot.slot.ends_at => None,
        (Some(slot), Some(before)) if Told::of(speaker, slot, &before.organiser_address) == *before => None,
        (Some(slot), before) => Some(News::Expected { slot, before }),
        (None, Some(before)) if now < before.ends_at => Some(News::Dropped { before }),
        (None, _) => None,
    }
}

/// What to do about the letters to a speaker now.
pub(crate) fn plan(picture: Picture<'_>) -> Vec<Step> {
    let Picture { speaker, cancelled, told, letters, now, debounce } = picture;
    let expected = speaker.slots.iter().map(|slot| slot.occurrence_id);
    let occurrences: BTreeSet<OccurrenceId> = expected.chain(told.iter().map(|(occurrence, _)| *occurrence)).collect();
    let mut steps = Vec::new();
    let mut spoken_of = BTreeSet::new();
    for occurrence in occurrences {
        let rule = occurrence.to_string();
        let before = told.iter().find(|(other, _)| *other == occurrence).map(|(_, told)| told);
        let waits = letters.iter().any(|letter| letter.rule == rule && letter.state.is_unsent() && !letter.made);
        if news(speaker, occurrence, before, cancelled, now).is_none() {
            continue;
        }
        spoken_of.insert(rule.clone());
        if !waits {
            steps.push(Step::Write(Planned {
                purpose: Purpose::Speaking,
                rule,
                computed_for: DateTime::UNIX_EPOCH,
                // What is new is told at once; what is changed may be changed again soon.
                due: if before.is_some() { now + debounce } else { now },
                facts: Some(Facts::Speaking(Speaking { speaker: speaker.speaker_id, occurrence, since: None })),
                skip: None,
            }));
        }
    }
    let idle = letters.iter().filter(|letter| letter.state.is_unsent() && !letter.made);
    let idle = idle.filter(|letter| !spoken_of.contains(&letter.rule));
    steps.extend(idle.map(|letter| Step::Withdraw { letter: letter.id, why: Skip::NothingChanged }));
    steps
}
