//! Somebody's data are deleted here as well. Only a letter that takes an entry out of their calendar still goes out.

use bus::{Failure, Hears, Work};
use chrono::DateTime;
use proto::registration::{Registration, RegistrationErased, Withdrawal};
use sea_orm::DbErr;
use uuid::Uuid;

use crate::composing::{self, Material};
use crate::made_of::MadeOf;
use crate::mime::Method;
use crate::parting::{self, Last, Parting};
use crate::planning::{Facts, Planned};
use crate::purpose::Purpose;
use crate::receiving::address;
use crate::store::letter::{self, Owner};
use crate::store::{calendar_entry, event, failure, organisation, registration, reply};
use crate::{Mail, postbox};

impl Hears<RegistrationErased> for Mail {
    async fn hear(&self, work: &Work, message: RegistrationErased) -> Result<(), Failure> {
        let id = message.registration_id;
        let known = registration::held(&work.tx, id).await?;
        let own = letter::of(&work.tx, &[id.0]).await?;
        let mut letters: Vec<Uuid> = own.into_iter().map(|(_, letter)| letter.id).collect();
        let last = match &known {
            Some(known) => {
                let address = address::hashed(&self.host.keys, &known.registration.email);
                failure::erase(&work.tx, &address).await?;
                letters.extend(forget_passed_on(work, &known.registration).await?);
                self.last_letter(work, &known.registration).await?
            }
            None => None,
        };
        registration::erase(&work.tx, id, message.event_id, work.now).await?;
        calendar_entry::delete(&work.tx, id).await?;
        reply::delete(&work.tx, id).await?;
        letter::erase(&work.tx, id, last).await?;
        work.forget(&[id.0]);
        postbox::remove(&crate::folder(&self.host.settings), &letters).await;
        self.wake.notify_one();
        Ok(())
    }
}

impl Mail {
    /// The letter that still has to go out, made and in need of nothing else.
    async fn last_letter(&self, work: &Work, person: &Registration) -> Result<Option<Uuid>, DbErr> {
        let tx = &work.tx;
        let heard = event::held(tx, &self.events, person.event_id, work.now).await?;
        let (Some(event), Some(entry)) = (&heard.event, calendar_entry::find(tx, person.id).await?) else {
            return Ok(None);
        };
        let Some(organisation) = organisation::find(tx, &event.organisation).await? else { return Ok(None) };
        let letters: Vec<_> = letter::of(tx, &[person.id.0]).await?.into_iter().map(|(_, letter)| letter).collect();
        let invited = !letter::first_requests(tx, &[person.id.0]).await?.is_empty();
        let decided = parting::last(Parting {
            letters: &letters,
            invited,
            taken_out: entry.method.as_deref() == Some(Method::Cancel.word()),
            event,
            cancelled: heard.cancelled,
            now: work.now,
        });
        let id = match decided {
            None => return Ok(None),
            Some(Last::Made(id)) => return Ok(Some(id)),
            Some(Last::Planned(id)) => id,
            Some(Last::Unplanned(purpose)) => plan(work, person, purpose).await?,
        };
        let Some(row) = letter::held(tx, id).await? else { return Ok(None) };
        let (facts, sequence) = (row.facts()?, entry.next_sequence());
        let references = letter::first_messages(tx, &[person.id.0]).await?;
        let material = Material {
            letter: id,
            purpose: row.purpose,
            facts: facts.as_ref(),
            registration: person,
            event,
            reason: heard.reason.as_ref(),
            note: None,
            attended: false,
            followed: None,
            rule: None,
            organisation: &organisation,
            uid: &entry.uid,
            sequence,
            told: entry.told.as_ref(),
            since: None,
            series: None,
            invited,
            references: references.get(&person.id.0).map(String::as_str),
            notice: None,
            wordings: None,
            trial: false,
            now: work.now,
        };
        match composing::compose(self.desk(), material) {
            Ok(composed) if composed.calendar.is_some() => {
                let made_of = MadeOf::of(event, person, &organisation, entry.told.as_ref());
                letter::make(tx, id, composed, sequence, &made_of).await?;
                Ok(Some(id))
            }
            Ok(_) => Ok(None),
            Err(error) => {
                let error = error.to_string();
                tracing::error!(letter.id = %id, letter.purpose = row.purpose.word(), error, "a last letter cannot be made");
                Ok(None)
            }
        }
    }
}

/// Takes everything out of the letters that passed on what the person wrote to the contact of the event.
async fn forget_passed_on(work: &Work, person: &Registration) -> Result<Vec<Uuid>, DbErr> {
    let address = address::normalised(&person.email);
    let about = letter::with_people(&work.tx, Some(person.event_id)).await?;
    let theirs = about.iter().filter(|one| one.address().is_some_and(|known| address::normalised(known) == address));
    let ids: Vec<Uuid> = theirs.map(|one| one.id).collect();
    letter::forget(&work.tx, &ids).await?;
    Ok(ids)
}

/// Plans the letter that the news would have brought, had they not been overtaken.
async fn plan(work: &Work, person: &Registration, purpose: Purpose) -> Result<Uuid, DbErr> {
    let why = Withdrawal::ByPerson;
    let planned = Planned {
        purpose,
        rule: String::new(),
        computed_for: DateTime::UNIX_EPOCH,
        due: work.now,
        facts: (purpose == Purpose::Withdrawal).then_some(Facts::Withdrawal { why }),
        skip: None,
    };
    let owner =
        Owner { registration: Some(person.id), speaker: None, event: Some(person.event_id), language: person.language };
    let id = letter::id_of(work, owner, &planned);
    letter::insert(&work.tx, vec![letter::new(id, owner, planned, work.now)?]).await?;
    Ok(id)
}
