//! What mail acts on: each handler loads, lets `planning` decide, and records.

mod event;
mod organisation;
mod registration;
mod sign_in;

use bus::Work;
use chrono::TimeDelta;
use proto::registration::{Registration, State as Standing};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::Mail;
use crate::planning::{self, Existing, Occasion, Picture, Step};
use crate::store::letter::Owner;
use crate::store::{self, calendar_entry, event::Known as Event, letter, registration::Known};
use crate::told::Told;

/// Everything about one registration that planning looks at.
pub(crate) struct Case<'a> {
    pub(crate) known: &'a Known,
    pub(crate) before: Option<&'a Registration>,
    pub(crate) event: &'a Event,
    pub(crate) told: Option<&'a Told>,
    pub(crate) letters: &'a [Existing],
}

impl Mail {
    /// Plans the letters of one registration and records what was decided. New letters are gathered in `written`.
    pub(crate) async fn replan(
        &self,
        work: &Work,
        occasion: Occasion,
        case: Case<'_>,
        written: &mut Vec<letter::ActiveModel>,
    ) -> Result<(), DbErr> {
        let registration = &case.known.registration;
        let steps = planning::plan(
            occasion,
            Picture {
                registration,
                before: case.before,
                reminders_stopped: case.known.reminders_stopped,
                event: case.event.event.as_ref(),
                cancelled: case.event.cancelled,
                told: case.told,
                letters: case.letters,
                now: work.now,
                debounce: TimeDelta::seconds(i64::from(self.host.settings.change_debounce)),
            },
        );
        let owner = Owner {
            registration: Some(registration.id),
            event: Some(registration.event_id),
            language: registration.language,
        };
        for step in steps {
            match step {
                Step::Write(planned) => written.push(letter::new(Uuid::new_v4(), owner, planned, work.now)?),
                Step::Redate { letter, due, computed_for } => {
                    letter::redate(&work.tx, letter, due, computed_for).await?;
                }
                Step::Withdraw { letter, why } => letter::withdraw(&work.tx, letter, why).await?,
            }
        }
        Ok(())
    }

    /// Plans the letters of one registration from what is kept about it.
    pub(crate) async fn replan_one(
        &self,
        work: &Work,
        occasion: Occasion,
        known: &Known,
        before: Option<&Registration>,
    ) -> Result<(), DbErr> {
        let id = known.registration.id;
        let event = store::event::held(&work.tx, known.registration.event_id, work.now).await?;
        let entry = match known.registration.state {
            Standing::Admitted => Some(calendar_entry::make(&work.tx, id, || self.new_uid(), work.now).await?),
            _ => calendar_entry::find(&work.tx, id).await?,
        };
        let told = entry.and_then(|entry| entry.told);
        let letters: Vec<_> = letter::of(&work.tx, &[id.0]).await?.into_iter().map(|(_, letter)| letter).collect();
        let case = Case { known, before, event: &event, told: told.as_ref(), letters: &letters };
        let mut written = Vec::new();
        self.replan(work, occasion, case, &mut written).await?;
        letter::insert(&work.tx, written).await?;
        self.wake.notify_one();
        Ok(())
    }
}
