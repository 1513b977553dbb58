//! Letters that organisers send to themselves, to see how they will look.

use bus::Work;
use chrono::DateTime;
use host::{Error, Organiser};
use proto::Language;
use sea_orm::Set;
use uuid::Uuid;

use super::notice::Known;
use crate::domain;
use crate::planning::{Facts, Planned, Trial, TrialOf};
use crate::purpose::Purpose;
use crate::store::letter::{self, Owner};

/// Plans a trial in each of these languages, and tells what came of it.
pub(super) async fn send(
    work: &Work,
    known: &Known,
    organiser: &Organiser,
    (of, rule): (&TrialOf, &str),
    languages: Vec<Language>,
) -> Result<&'static str, Error> {
    let Some(to) = organiser.email.as_deref() else { return Ok("otherwise") };
    let mut letters = Vec::new();
    for language in languages {
        let facts = Facts::Trial(Trial { to: to.to_owned(), of: of.clone() });
        let owner = Owner { registration: None, speaker: None, event: Some(known.event.id), language };
        let planned = Planned {
            purpose: Purpose::Trial,
            rule: rule.to_owned(),
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(facts),
            skip: None,
        };
        let mut letter = letter::new(Uuid::new_v4(), owner, planned, work.now)?;
        letter.organisation = Set(Some(known.event.organisation.clone()));
        letter.domain = Set(domain::of(to));
        letters.push(letter);
    }
    let lacking = letters.is_empty();
    letter::insert(&work.tx, letters).await?;
    Ok(if lacking { "lacking" } else { "tried" })
}
