//! The id of a letter that is planned in answer to a message, made of what it is about.
//!
//! When a copy of the database is put back, what was heard after the copy is heard once more and brings the same letters. With
//! the same ids they have the same Message-IDs, so that they can be known again by those who have them. The id of a
//! message is in no letter, so nobody can make one up.

use bus::Work;
use sea_orm::DbErr;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::{ActiveModel, Owner, new};
use crate::planning::Planned;

/// A letter that is planned now.
pub(crate) fn plan(work: &Work, owner: Owner, planned: Planned) -> Result<ActiveModel, DbErr> {
    new(id_of(work, owner, &planned), owner, planned, work.now)
}

/// The id of a letter that is planned now; one by chance when it is not in answer to a message.
pub(crate) fn id_of(work: &Work, owner: Owner, planned: &Planned) -> Uuid {
    work.cause().map_or_else(Uuid::new_v4, |cause| made_of(cause.0, owner, planned))
}

/// The id of a letter that something brings about.
pub(crate) fn made_of(cause: Uuid, owner: Owner, planned: &Planned) -> Uuid {
    let mut hash = Sha256::new();
    for id in [Some(cause), owner.registration.map(|id| id.0), owner.speaker.map(|id| id.0), owner.event.map(|id| id.0)]
    {
        hash.update(id.unwrap_or_default());
    }
    hash.update(planned.computed_for.timestamp_micros().to_be_bytes());
    for word in [planned.purpose.word(), planned.rule.as_str()] {
        hash.update(word);
        // Nothing that follows can be taken for a part of it.
        hash.update([0]);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::purpose::Purpose;
    use chrono::{DateTime, Utc};
    use proto::{EventId, Language, RegistrationId};
    use std::collections::BTreeSet;

    fn planned(purpose: Purpose, rule: &str, computed_for: DateTime<Utc>) -> Planned {
        Planned { purpose, rule: rule.to_owned(), computed_for, due: computed_for, facts: None, skip: None }
    }

    #[test]
    fn a_letter_has_the_id_of_what_it_is_about_and_no_other_has_it() {
        let then = DateTime::UNIX_EPOCH;
        let owner = |number: u128| Owner {
            registration: Some(RegistrationId(Uuid::from_u128(number))),
            speaker: None,
            event: Some(EventId(Uuid::from_u128(7))),
            language: Language::Nn,
        };
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let reminder = |rule: &str| planned(Purpose::Reminder, rule, then);
        let all = [
            made_of(one, owner(1), &reminder("a")),
            made_of(other, owner(1), &reminder("a")),
            made_of(one, owner(2), &reminder("a")),
            made_of(one, owner(1), &reminder("b")),
            made_of(one, owner(1), &planned(Purpose::Confirmation, "a", then)),
            made_of(one, owner(1), &planned(Purpose::Reminder, "a", then + chrono::TimeDelta::hours(1))),
        ];
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(made_of(one, owner(1), &reminder("a")), all[0]);
        assert_eq!(all[0].get_version_num(), 4);
    }
}
