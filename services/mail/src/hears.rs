//! What mail acts on: each handler loads, lets `planning` decide, and records.

mod delegation;
mod erasure;
mod event;
mod invitation;
mod organisation;
mod person;
mod placed;
mod programme;
mod proposal;
mod registration;
mod replanned;
mod series;
mod sign_in;
mod speaker;

use std::collections::{BTreeMap, HashMap};

use bus::Work;
use chrono::{DateTime, TimeDelta, Utc};
use proto::registration::{Registration, RegistrationReplanned, State as Standing};
use sea_orm::{DbErr, Set};
use uuid::Uuid;

use crate::planning::{self, Existing, Facts, Occasion, Picture, Step};
use crate::purpose::Skip;
use crate::replan::Replan;
use crate::store::letter::Owner;
use crate::store::{self, calendar_entry, event::Known as Event, letter, registration::Known};
use crate::told::Told;
use crate::{Mail, domain};

/// What is to be done about letters, gathered so that those of thousands of people are written in few statements.
#[derive(Default)]
pub(crate) struct Errands {
    written: Vec<letter::ActiveModel>,
    /// By when they are due, and for which start.
    redated: BTreeMap<(DateTime<Utc>, DateTime<Utc>), Vec<Uuid>>,
    withdrawn: HashMap<Skip, Vec<Uuid>>,
    amended: Vec<(Uuid, Facts)>,
}

impl Errands {
    pub(crate) async fn run(self, work: &Work) -> Result<(), DbErr> {
        for ((due, computed_for), letters) in self.redated {
            letter::redate(&work.tx, &letters, due, computed_for).await?;
        }
        for (why, letters) in self.withdrawn {
            letter::withdraw(&work.tx, &letters, why).await?;
        }
        for (amended, facts) in self.amended {
            letter::amend(&work.tx, amended, &facts).await?;
        }
        letter::insert(&work.tx, self.written).await
    }

    /// Gathers what is to be done about letters to `owner`.
    fn gather(&mut self, work: &Work, steps: Vec<Step>, owner: Owner) -> Result<(), DbErr> {
        for step in steps {
            match step {
                Step::Write(planned) => self.written.push(letter::plan(work, owner, planned)?),
                Step::Redate { letter, due, computed_for } => {
                    self.redated.entry((due, computed_for)).or_default().push(letter);
                }
                Step::Withdraw { letter, why } => self.withdrawn.entry(why).or_default().push(letter),
                Step::Amend { letter, facts } => self.amended.push((letter, facts)),
            }
        }
        Ok(())
    }
}

/// Everything about one registration that planning looks at.
#[derive(Clone, Copy)]
pub(crate) struct Case<'a> {
    pub(crate) known: &'a Known,
    pub(crate) before: Option<&'a Registration>,
    pub(crate) event: &'a Event,
    pub(crate) told: Option<&'a Told>,
    pub(crate) replan: Option<&'a Replan>,
    pub(crate) letters: &'a [Existing],
}

impl Mail {
    /// Plans the letters of one registration. What is to be done is gathered in `errands`.
    pub(crate) fn replan(
        &self,
        work: &Work,
        occasion: Occasion<'_>,
        case: Case<'_>,
        errands: &mut Errands,
    ) -> Result<(), DbErr> {
        let registration = &case.known.registration;
        let steps = planning::plan(
            occasion,
            Picture {
                registration,
                before: case.before,
                reminders_stopped: case.known.reminders_stopped,
                event: case.event.event.as_deref(),
                cancelled: case.event.cancelled,
                told: case.told,
                replan: case.replan,
                attended: case.known.attended,
                followed: case.event.followed.as_ref(),
                plan: &case.event.plan,
                released: case.event.released,
                letters: case.letters,
                now: work.now,
                debounce: self.debounce(),
            },
        );
        let owner = Owner {
            registration: Some(registration.id),
            speaker: None,
            event: Some(registration.event_id),
            language: registration.language,
        };
        let before = errands.written.len();
        errands.gather(work, steps, owner)?;
        let organisation = case.event.event.as_ref().map(|event| event.organisation.clone());
        let domain = domain::of(&registration.email);
        for letter in &mut errands.written[before..] {
            (letter.organisation, letter.domain) = (Set(organisation.clone()), Set(domain.clone()));
        }
        Ok(())
    }

    /// How long edits are gathered into one letter.
    fn debounce(&self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.host.settings.change_debounce))
    }

    /// Plans the letters of one registration from what is kept about it.
    pub(crate) async fn replan_one(
        &self,
        work: &Work,
        occasion: Occasion<'_>,
        known: &Known,
        before: Option<&Registration>,
        replanned: Option<RegistrationReplanned>,
    ) -> Result<(), DbErr> {
        let id = known.registration.id;
        let event = store::event::held(&work.tx, &self.events, known.registration.event_id, work.now).await?;
        let new = before.is_none() && known.registration.revision <= 1;
        let entry = match known.registration.state {
            Standing::Admitted => Some(calendar_entry::make(&work.tx, id, new, || self.new_uid(), work.now).await?),
            _ => calendar_entry::find(&work.tx, id).await?,
        };
        let told = entry.and_then(|entry| entry.told);
        let letters: Vec<_> = letter::of(&work.tx, &[id.0]).await?.into_iter().map(|(_, letter)| letter).collect();
        let replan = replanned.map(|message| Replan::heard(message, told.as_ref()));
        let case =
            Case { known, before, event: &event, told: told.as_ref(), replan: replan.as_ref(), letters: &letters };
        let mut errands = Errands::default();
        self.replan(work, occasion, case, &mut errands)?;
        errands.run(work).await?;
        self.wake.notify_one();
        Ok(())
    }
}
