use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A UUID that can only be confused with another of its own kind.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    };
}

id!(
    /// A conference, webinar or gathering.
    EventId
);
id!(
    /// Somebody asked an organisation to delete what it holds about them.
    AskId
);
id!(
    /// One person's sign-up to one event.
    RegistrationId
);
id!(
    /// Somebody whom organisers invite to an event by name.
    InvitationId
);
id!(
    /// A number of places: the hall, online, one session.
    PoolId
);
id!(
    /// A session of a programme, however often it is given.
    SessionId
);
id!(
    /// One time and room at which a session is given. Where people sign up for it, it is a number of places too, and the
    /// pool has the same id; it stays the same through all versions of the programme.
    OccurrenceId
);
id!(
    /// Where rooms are.
    VenueId
);
id!(
    /// Somebody who speaks or moderates.
    SpeakerId
);
id!(
    /// A proposal for a session.
    ProposalId
);
id!(
    /// A member of a network as it comes to one gathering. The pool of all its seats has the same id.
    DelegationId
);
id!(
    /// One naming of a person for a seat of a delegation.
    SeatId
);
id!(
    /// Somebody who acts for a delegation, and holds a link.
    HolderId
);
id!(
    /// Several events that one can sign up for as a whole.
    SeriesId
);
id!(
    /// One person's sign-up to a whole series, from joining it to leaving it.
    FollowerId
);
id!(
    /// A plan of who sits at which table, or works in which group.
    PlanId
);
id!(
    /// An organiser's account.
    AccountId
);
id!(
    /// One request to be sent a sign-in link.
    SignInId
);
id!(
    /// One change of how somebody signs in.
    SignInChangeId
);
id!(
    /// A message, made once when it is said (UUID version 7).
    MessageId
);

impl From<DelegationId> for PoolId {
    fn from(id: DelegationId) -> Self {
        Self(id.0)
    }
}

impl From<OccurrenceId> for PoolId {
    fn from(id: OccurrenceId) -> Self {
        Self(id.0)
    }
}
