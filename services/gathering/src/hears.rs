//! What this service acts on, one file for each subject.

mod organisation;
mod person;
mod registration;
mod seated;
mod signup;
mod unpublishing;

use host::Host;

/// Acts on what others say. Keeps nothing but rows.
pub(crate) struct Hearing;

impl Hearing {
    /// Lists everything that is heard.
    pub(crate) fn listed(host: &Host, carrier: &bus::Carrier) -> bus::Build {
        use proto::gathering::RegistrationSeated;
        use proto::organisation::OrganisationChanged;
        use proto::person::PersonErasureAsked;
        use proto::registration::{
            RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationErased, RegistrationMissed,
            RegistrationOffered, RegistrationWaitlisted, RegistrationWithdrawn, SignupChanged,
            SignupUnpublishingAnswered,
        };
        let hearing = std::sync::Arc::new(Self);
        bus::Bus::build(crate::NAME, host, carrier)
            .hears::<OrganisationChanged, _>(&hearing)
            .hears::<RegistrationAdmitted, _>(&hearing)
            .hears::<RegistrationWaitlisted, _>(&hearing)
            .hears::<RegistrationOffered, _>(&hearing)
            .hears::<RegistrationChanged, _>(&hearing)
            .hears::<RegistrationWithdrawn, _>(&hearing)
            .hears::<RegistrationErased, _>(&hearing)
            .hears::<RegistrationAttended, _>(&hearing)
            .hears::<RegistrationMissed, _>(&hearing)
            .hears::<RegistrationSeated, _>(&hearing)
            .hears::<SignupChanged, _>(&hearing)
            .hears::<SignupUnpublishingAnswered, _>(&hearing)
            .hears::<PersonErasureAsked, _>(&hearing)
    }
}
