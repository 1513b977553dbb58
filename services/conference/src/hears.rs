//! What this service acts on, one file for each subject.

mod organisation;
pub(crate) mod person;
mod registration;
mod signup;
mod unpublishing;

use host::Host;

/// Acts on what others say. Keeps nothing but rows.
pub(crate) struct Hearing;

impl Hearing {
    /// Lists everything that is heard.
    pub(crate) fn listed(host: &Host, carrier: &bus::Carrier) -> bus::Build {
        use proto::organisation::OrganisationChanged;
        use proto::person::PersonErasureAsked;
        use proto::registration::{
            RegistrationAdmitted, RegistrationChanged, RegistrationErased, RegistrationOffered, RegistrationReplanned,
            RegistrationWaitlisted, RegistrationWithdrawn, SignupChanged, SignupUnpublishingAnswered,
        };
        let hearing = std::sync::Arc::new(Self);
        let forgetting = std::sync::Arc::new(person::Forgetting { keys: host.keys.clone() });
        bus::Bus::build(crate::NAME, host, carrier)
            .hears::<OrganisationChanged, _>(&hearing)
            .hears::<RegistrationAdmitted, _>(&hearing)
            .hears::<RegistrationWaitlisted, _>(&hearing)
            .hears::<RegistrationOffered, _>(&hearing)
            .hears::<RegistrationChanged, _>(&hearing)
            .hears::<RegistrationReplanned, _>(&hearing)
            .hears::<RegistrationWithdrawn, _>(&hearing)
            .hears::<RegistrationErased, _>(&hearing)
            .hears::<SignupChanged, _>(&hearing)
            .hears::<SignupUnpublishingAnswered, _>(&hearing)
            .hears::<PersonErasureAsked, _>(&forgetting)
    }
}
