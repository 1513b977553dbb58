//! Participants. Every message carries the whole state of a registration, so all of them are kept alike.

use super::Hearing;
use crate::store::{conference, participant};
use bus::{Failure, Hears, Work};
use proto::registration::{
    Registration, RegistrationAdmitted, RegistrationChanged, RegistrationErased, RegistrationOffered,
    RegistrationReplanned, RegistrationWaitlisted, RegistrationWithdrawn,
};

/// Keeps the registration that each of these messages carries.
macro_rules! keeps {
    ($($message:ty),* $(,)?) => {
        $(impl Hears<$message> for Hearing {
            async fn hear(&self, work: &Work, message: $message) -> Result<(), Failure> {
                keep(work, &message.registration).await
            }
        })*
    };
}

keeps!(
    RegistrationAdmitted,
    RegistrationWaitlisted,
    RegistrationOffered,
    RegistrationChanged,
    RegistrationReplanned,
    RegistrationWithdrawn,
);

impl Hears<RegistrationErased> for Hearing {
    async fn hear(&self, work: &Work, message: RegistrationErased) -> Result<(), Failure> {
        if !conference::is_ours(&work.tx, message.event_id).await? {
            return Ok(());
        }
        participant::erase(&work.tx, message.registration_id, message.event_id).await?;
        work.forget(&[message.registration_id.0]);
        if participant::forget_joined(&work.tx, message.registration_id.0).await? {
            conference::count_erased(&work.tx, message.event_id).await?;
        }
        Ok(())
    }
}

async fn keep(work: &Work, registration: &Registration) -> Result<(), Failure> {
    // The conference is kept before it is said, so one that is not there is another service's.
    if conference::is_ours(&work.tx, registration.event_id).await? {
        participant::keep(&work.tx, registration).await?;
    }
    Ok(())
}
