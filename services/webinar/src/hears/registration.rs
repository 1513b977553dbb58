//! Seats. Every message carries the whole state of a registration, so all of them are kept alike.

use super::Hearing;
use crate::store::{attendance, list, participant, seat, webinar};
use bus::{Failure, Hears, Work};
use proto::registration::{
    Registration, RegistrationAdmitted, RegistrationChanged, RegistrationErased, RegistrationOffered,
    RegistrationWaitlisted, RegistrationWithdrawn,
};

impl Hears<RegistrationAdmitted> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationAdmitted) -> Result<(), Failure> {
        keep(work, &message.registration).await
    }
}

impl Hears<RegistrationWaitlisted> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationWaitlisted) -> Result<(), Failure> {
        keep(work, &message.registration).await
    }
}

impl Hears<RegistrationOffered> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationOffered) -> Result<(), Failure> {
        keep(work, &message.registration).await
    }
}

impl Hears<RegistrationChanged> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationChanged) -> Result<(), Failure> {
        keep(work, &message.registration).await
    }
}

impl Hears<RegistrationWithdrawn> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationWithdrawn) -> Result<(), Failure> {
        keep(work, &message.registration).await
    }
}

impl Hears<RegistrationErased> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationErased) -> Result<(), Failure> {
        if !webinar::is_ours(&work.tx, message.event_id).await? {
            return Ok(());
        }
        seat::erase(&work.tx, message.registration_id, message.event_id).await?;
        if let Some(known) = participant::find(&work.tx, message.registration_id.0).await? {
            list::forget(&work.tx, message.event_id.0, &known.name, &known.email).await?;
        }
        participant::forget(&work.tx, message.registration_id).await?;
        work.forget(&[message.registration_id.0]);
        if attendance::forget(&work.tx, message.registration_id.0).await? {
            webinar::count_erased(&work.tx, message.event_id).await?;
        }
        Ok(())
    }
}

async fn keep(work: &Work, registration: &Registration) -> Result<(), Failure> {
    // The webinar is kept before it is said, so one that is not there is another service's.
    if webinar::is_ours(&work.tx, registration.event_id).await? {
        seat::keep(&work.tx, registration).await?;
        participant::keep(&work.tx, registration).await?;
    }
    Ok(())
}
