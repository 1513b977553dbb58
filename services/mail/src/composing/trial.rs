//! How a letter will look: to somebody who is made up, and for an organiser to see.

use chrono::{DateTime, TimeDelta, Utc};
use proto::event::Event;
use proto::organisation::Organisation;
use proto::registration::{Registration, State as Standing, Withdrawal};
use proto::{Language, RegistrationId};
use uuid::Uuid;

use super::{Composed, Desk, Material, Uncomposed, compose, words};
use crate::letters::Written;
use crate::notice::Notice;
use crate::planning::Facts;
use crate::purpose::Purpose;
use crate::wording::{Reworded, Wordings};

/// The letter that is tried out.
#[derive(Clone, Copy)]
pub(crate) enum Tried<'a> {
    Notice(&'a Notice),
    Letter(Reworded, &'a Wordings),
}

/// In what the letter is tried out.
#[derive(Clone, Copy)]
pub(crate) struct Imitation<'a> {
    pub(crate) of: Tried<'a>,
    pub(crate) event: &'a Event,
    pub(crate) organisation: &'a Organisation,
    pub(crate) language: Language,
    pub(crate) now: DateTime<Utc>,
}

/// Makes a letter to an organiser, as participants will get it but for what would stand in a calendar.
pub(crate) fn compose_trial(
    desk: Desk<'_>,
    letter: Uuid,
    to: &str,
    imitation: Imitation<'_>,
) -> Result<Composed, Uncomposed> {
    imitation.with(desk, letter, to, |material| compose(desk, material))
}

/// What the letter says, to be shown on a page.
pub(crate) fn preview(desk: Desk<'_>, imitation: Imitation<'_>) -> Result<Written, Uncomposed> {
    imitation.with(desk, Uuid::nil(), "", |material| words(desk, material, false))
}

/// So that nobody takes it for the letter itself.
pub(super) fn marked(desk: Desk<'_>, language: Language, written: Written) -> Written {
    let args = [("subject", written.subject.as_str().into())];
    Written { subject: desk.text.word(language, "letter-trial-subject", &args), ..written }
}

impl Tried<'_> {
    const fn purpose(self) -> Purpose {
        match self {
            Self::Notice(_) => Purpose::Notice,
            Self::Letter(letter, _) => letter.purpose(),
        }
    }

    /// What the letter needs to know besides.
    fn facts(self, now: DateTime<Utc>) -> Option<Facts> {
        match self {
            Self::Letter(Reworded::WaitingList, _) => Some(Facts::Waiting { position: 3 }),
            Self::Letter(Reworded::Offer, _) => Some(Facts::Offer { answer_before: now + TimeDelta::days(2) }),
            Self::Letter(Reworded::Withdrawal, _) => Some(Facts::Withdrawal { why: Withdrawal::ByPerson }),
            Self::Notice(_) | Self::Letter(..) => None,
        }
    }
}

impl Imitation<'_> {
    fn with<T>(self, desk: Desk<'_>, letter: Uuid, to: &str, make: impl FnOnce(Material<'_>) -> T) -> T {
        let registration = Registration {
            // Nobody has it, so that the links lead nowhere.
            id: RegistrationId(letter),
            event_id: self.event.id,
            revision: 1,
            generation: 0,
            seq: 1,
            name: desk.text.word(self.language, "letter-trial-name", &[]),
            email: to.to_owned(),
            language: self.language,
            state: Standing::Admitted,
            form: None,
            choices: Vec::new(),
            undecided: false,
        };
        let facts = self.of.facts(self.now);
        let (notice, wordings, attended) = match self.of {
            Tried::Notice(notice) => (Some(notice), None, true),
            Tried::Letter(letter, wordings) => (None, Some(wordings), letter != Reworded::Missed),
        };
        make(Material {
            letter,
            purpose: self.of.purpose(),
            facts: facts.as_ref(),
            registration: &registration,
            event: self.event,
            reason: None,
            note: None,
            attended,
            followed: None,
            rule: None,
            organisation: self.organisation,
            uid: "",
            sequence: 0,
            told: None,
            since: None,
            series: None,
            invited: false,
            references: None,
            notice,
            wordings,
            trial: true,
            now: self.now,
        })
    }
}
