//! Where people sit. Only the newest that was told of a plan is written about.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::gathering::PlanPlaced;
use uuid::Uuid;

use crate::Mail;
use crate::planning::{Existing, Facts, Planned};
use crate::purpose::{Purpose, Skip};
use crate::store::letter::{self, Owner};
use crate::store::registration;
use sea_orm::EntityTrait;

impl Hears<PlanPlaced> for Mail {
    async fn hear(&self, work: &Work, message: PlanPlaced) -> Result<(), Failure> {
        let id = message.registration_id;
        // Whom to write to comes in a message of its own.
        let Some(row) = registration::Entity::find_by_id(id.0).one(&work.tx).await? else {
            return Err(Failure::Retry(format!("registration {id} is not known yet")));
        };
        // Who is erased is written to no more.
        let Some(known) = row.known()? else { return Ok(()) };
        let letters = letter::of(&work.tx, &[id.0]).await?;
        let of_plan = letters.iter().filter_map(|(_, letter)| Some((letter, revision(letter, message.plan_id.0)?)));
        let mut older = Vec::new();
        for (letter, revision) in of_plan {
            if revision >= message.revision {
                return Ok(());
            }
            older.extend(letter.state.is_unsent().then_some(letter.id));
        }
        letter::withdraw(&work.tx, &older, Skip::Superseded).await?;
        let owner = Owner {
            registration: Some(id),
            speaker: None,
            event: Some(message.event_id),
            language: known.registration.language,
        };
        let planned = Planned {
            purpose: Purpose::Placed,
            rule: format!("{}/{}", message.plan_id, message.revision),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::Placed(Box::new(message))),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}

/// Which telling of the plan a letter is about, if it is about that plan.
fn revision(letter: &Existing, plan: Uuid) -> Option<u32> {
    let rule = (letter.purpose == Purpose::Placed).then_some(letter.rule.as_str())?;
    rule.strip_prefix(&plan.to_string())?.strip_prefix('/')?.parse().ok()
}
