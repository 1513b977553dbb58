//! What is kept with a letter that cannot be known from anything else when it is made.

use chrono::{DateTime, Utc};
use proto::account::SignInChanged;
use proto::conference::ProposalAnswered;
use proto::gathering::{DelegationInvited, PlanPlaced};
use proto::invitation::InvitationIssued;
use proto::registration::{Declined, Withdrawal};
use proto::{FollowerId, OccurrenceId, SpeakerId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::receiving::answering::News;
use crate::replan::Replan;
use crate::speaking;
use crate::told::Told;

/// What only the message said that brought the letter about; kept with the letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub(crate) enum Facts {
    Waiting {
        position: u32,
    },
    Offer {
        answer_before: DateTime<Utc>,
    },
    Withdrawal {
        why: Withdrawal,
    },
    /// The organisers said no.
    Declined(Declined),
    Repeated {
        answer_before: Option<DateTime<Utc>>,
    },
    /// The person asked for the links that there are.
    Asked,
    /// What had been told when a change of it was to be told.
    Change {
        since: Box<Told>,
    },
    /// What another programme or form means.
    Replanned(Box<Replan>),
    Speaking(Speaking),
    Proposal(Box<ProposalAnswered>),
    /// Somebody acts for a delegation.
    Delegation(Box<DelegationInvited>),
    /// Organisers invite somebody.
    Invited(Box<InvitationIssued>),
    /// The member that has named the person.
    Named {
        member: String,
    },
    /// Somebody is signed up for a whole series; who it is stays apart, since they may leave before it is sent.
    Followed {
        follower: FollowerId,
        organisation: String,
        again: bool,
    },
    /// A date of a series had no place for somebody who follows it; who it is stays apart.
    TurnedAway {
        follower: FollowerId,
    },
    /// Where somebody sits.
    Placed(Box<PlanPlaced>),
    /// Why somebody is written to because of an answer from their calendar.
    Reply {
        news: News,
    },
    /// What somebody wrote to us.
    Forward(Box<Forwarded>),
    SignIn(SignIn),
    /// What is different about how an organiser signs in.
    SignInChanged(Box<SignInChanged>),
    /// An organiser wants to see how a letter will look.
    Trial(Trial),
}

/// What an organiser sends to themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Trial {
    pub to: String,
    pub of: TrialOf,
}

/// What it is a trial of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TrialOf {
    /// A message in the outbox.
    Notice(Uuid),
    /// A letter in which organisers say something of their own.
    Letter(String),
}

/// One occurrence in which somebody speaks, or does no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Speaking {
    pub speaker: SpeakerId,
    pub occurrence: OccurrenceId,
    /// What had been told before the letter was made, for one that has to be made again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Box<speaking::Told>>,
}

/// An organiser's request for a link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct SignIn {
    pub organisation: String,
    pub email: String,
    pub expires_at: DateTime<Utc>,
    pub invited: bool,
}

/// Something that came in, to be passed on to the contact of an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Forwarded {
    pub kind: ForwardedKind,
    pub name: String,
    pub address: String,
    pub subject: String,
    pub text: String,
    /// What it is about within the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<String>,
    /// Anybody can have sent it.
    #[serde(default)]
    pub uncertain: bool,
}

/// What is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ForwardedKind {
    /// What somebody wrote.
    Text,
    /// That somebody is away.
    Away,
    /// Somebody who speaks answered in their calendar.
    SpeakerAccepted,
    SpeakerTentative,
    SpeakerDeclined,
}
