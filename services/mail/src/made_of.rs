//! What a letter's bytes were made from, to know whether they still say what is true.

use proto::conference::SpeakerScheduled;
use proto::event::Event;
use proto::organisation::Organisation;
use proto::registration::Registration;
use serde::{Deserialize, Serialize};

use crate::told::Told;
use crate::wording::Wordings;

/// Between which addresses a letter goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Envelope {
    pub(crate) from: String,
    pub(crate) to: String,
}

/// Revisions and addresses that a letter's bytes were made from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct MadeOf {
    event: u32,
    registration: u32,
    organisation: u32,
    /// Of what the organisers say in letters about the event.
    #[serde(default, skip_serializing_if = "is_zero")]
    wordings: i64,
    pub(crate) envelope: Envelope,
}

const fn is_zero(wordings: &i64) -> bool {
    *wordings == 0
}

impl MadeOf {
    /// A letter to a participant.
    pub(crate) fn of(
        event: &Event,
        registration: &Registration,
        organisation: &Organisation,
        told: Option<&Told>,
    ) -> Self {
        let from = told.map_or(&organisation.sender, |told| &told.organiser_address);
        let envelope = Envelope { from: from.clone(), to: registration.email.clone() };
        let (event, registration) = (event.revision, registration.revision);
        Self { event, registration, organisation: organisation.revision, wordings: 0, envelope }
    }

    /// With what the organisers say in letters about the event.
    pub(crate) fn saying(self, wordings: Option<&Wordings>) -> Self {
        Self { wordings: wordings.map_or(0, Wordings::revision), ..self }
    }

    /// A letter to an organiser.
    pub(crate) fn of_organisation(organisation: &Organisation, to: &str) -> Self {
        let envelope = Envelope { from: organisation.sender.clone(), to: to.to_owned() };
        Self { event: 0, registration: 0, organisation: organisation.revision, wordings: 0, envelope }
    }

    /// A letter to somebody who speaks.
    pub(crate) fn of_speaker(
        event: &Event,
        speaker: &SpeakerScheduled,
        organisation: &Organisation,
        from: &str,
    ) -> Self {
        let envelope = Envelope { from: from.to_owned(), to: speaker.email.clone() };
        let (event, registration) = (event.revision, speaker.revision);
        Self { event, registration, organisation: organisation.revision, wordings: 0, envelope }
    }

    /// A letter to somebody who has proposed a session.
    pub(crate) fn of_proposal(event: &Event, organisation: &Organisation, to: &str) -> Self {
        let envelope = Envelope { from: organisation.sender.clone(), to: to.to_owned() };
        Self { event: event.revision, registration: 0, organisation: organisation.revision, wordings: 0, envelope }
    }

    /// As it is kept with the bytes.
    pub(crate) fn read(kept: Option<&str>) -> Option<Self> {
        serde_json::from_str(kept?).ok()
    }

    pub(crate) fn kept(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }
}
