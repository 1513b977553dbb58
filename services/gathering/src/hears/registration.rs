//! Participants. Every message carries the whole state of a registration, so all of them are kept alike.

use super::Hearing;
use crate::store::participant::Stands;
use crate::store::{gathering, participant, seat};
use crate::{acting, counting, planning};
use bus::{Failure, Hears, Work};
use proto::SeatId;
use proto::registration::{
    Change, Registration, RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationErased,
    RegistrationMissed, RegistrationOffered, RegistrationWaitlisted, RegistrationWithdrawn, Withdrawal,
};

impl Hears<RegistrationAdmitted> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationAdmitted) -> Result<(), Failure> {
        keep(work, &message.registration, false).await
    }
}

impl Hears<RegistrationWaitlisted> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationWaitlisted) -> Result<(), Failure> {
        keep(work, &message.registration, false).await
    }
}

impl Hears<RegistrationOffered> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationOffered) -> Result<(), Failure> {
        keep(work, &message.registration, false).await
    }
}

impl Hears<RegistrationChanged> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationChanged) -> Result<(), Failure> {
        keep(work, &message.registration, message.what == Change::Details).await
    }
}

impl Hears<RegistrationWithdrawn> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationWithdrawn) -> Result<(), Failure> {
        match message.why {
            // The seat goes along: who has it now is told besides.
            Withdrawal::HandedOver => keep_as(work, &message.registration, Stands::HandedOver, false).await,
            Withdrawal::ByPerson
            | Withdrawal::ByDelegation
            | Withdrawal::ByOrganiser
            | Withdrawal::OfferLapsed
            | Withdrawal::EventCancelled => {
                keep(work, &message.registration, false).await?;
                leave(work, message.registration.id.0).await?;
                Ok(planning::follow(work, message.registration.event_id.0).await?)
            }
        }
    }
}

impl Hears<RegistrationAttended> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationAttended) -> Result<(), Failure> {
        note_attendance(work, &message.registration, true).await
    }
}

impl Hears<RegistrationMissed> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationMissed) -> Result<(), Failure> {
        note_attendance(work, &message.registration, false).await
    }
}

impl Hears<RegistrationErased> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationErased) -> Result<(), Failure> {
        if gathering::is_ours(&work.tx, message.event_id).await? {
            participant::erase(&work.tx, message.registration_id, message.event_id).await?;
            let known = participant::find(&work.tx, message.registration_id.0).await?;
            if known.is_none_or(|known| known.state != Stands::HandedOver) {
                leave(work, message.registration_id.0).await?;
            }
            work.forget(&seat::forget(&work.tx, message.registration_id).await?);
            work.forget(&[message.registration_id.0]);
            let found = gathering::by_id(&work.tx, message.event_id.0).await?;
            if found.is_some_and(|found| work.now < found.starts_at) {
                participant::stays_away(&work.tx, message.registration_id).await?;
            }
            planning::follow(work, message.event_id.0).await?;
        }
        Ok(())
    }
}

async fn keep(work: &Work, registration: &Registration, answered: bool) -> Result<(), Failure> {
    keep_as(work, registration, registration.state.into(), answered).await
}

async fn keep_as(work: &Work, registration: &Registration, state: Stands, answered: bool) -> Result<(), Failure> {
    // The gathering is kept before it is said, so one that is not there is another service's.
    if gathering::is_ours(&work.tx, registration.event_id).await? {
        participant::keep(&work.tx, registration, state, answered).await?;
        let known = participant::find(&work.tx, registration.id.0).await?;
        if let Some(known) = known.filter(|known| !known.is_erased()) {
            seat::keep_name(&work.tx, registration.id, &known.name).await?;
        }
        planning::follow(work, registration.event_id.0).await?;
        counting::again(work, registration.event_id).await?;
    }
    Ok(())
}

async fn note_attendance(work: &Work, registration: &Registration, attended: bool) -> Result<(), Failure> {
    if gathering::is_ours(&work.tx, registration.event_id).await? {
        keep(work, registration, false).await?;
        participant::note_attendance(&work.tx, registration, attended).await?;
        counting::again(work, registration.event_id).await?;
    }
    Ok(())
}

/// Whoever has no place any more leaves the seat to somebody else. Before the gathering: afterwards it is history.
async fn leave(work: &Work, registration: uuid::Uuid) -> Result<(), Failure> {
    let Some(seat) = seat::of_registration(&work.tx, registration.into()).await? else { return Ok(()) };
    let Some(mut case) = acting::open(&work.tx, seat.delegation).await? else { return Ok(()) };
    if !case.is_over(work.now) {
        case.left(work, SeatId(seat.id)).await?;
    }
    Ok(())
}
