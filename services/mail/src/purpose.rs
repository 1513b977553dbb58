//! What a letter is for, how far it has come, and why it was not sent.

use sea_orm::prelude::StringLen;
use sea_orm::{DeriveActiveEnum, EnumIter};

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum Purpose {
    /// An organiser's link to sign in with.
    SignIn,
    /// What is different about how an organiser signs in.
    SignInChanged,
    /// The person has a place.
    Confirmation,
    /// The sign-up has been received, and the organisers are to decide.
    Received,
    /// The person stands on the waiting list.
    WaitingList,
    /// A place is kept until the person answers.
    Offer,
    /// The person has a place after having waited for it.
    Place,
    /// The sign-up was taken back.
    Withdrawal,
    /// Somebody signed this address up once more.
    Repeated,
    /// New links, because the old ones were made void.
    Link,
    /// The event does not take place.
    Cancellation,
    /// Something about the event is different from what was told.
    Change,
    /// A new version of the programme, or another form of the event, touches what the person has.
    Replanned,
    /// It starts soon.
    Reminder,
    /// It was a while ago: what there is to read and see, and the certificate.
    FollowUp,
    /// There is something to see of a webinar that there was not when the letter after it went.
    Material,
    /// When somebody speaks.
    Speaking,
    /// What became of a proposal for a session.
    Proposal,
    /// The link with which somebody names people for a delegation.
    Delegation,
    /// Organisers invite somebody to the event.
    Invitation,
    /// A delegation has named the person.
    Named,
    /// The person is signed up for a whole series.
    Followed,
    /// A date of the series is full, and the person has no place on it.
    TurnedAway,
    /// At which table the person sits, or in which group they work.
    Placed,
    /// What came of an answer from the person's calendar.
    Reply,
    /// What somebody wrote, to the contact of the event.
    Forward,
    /// What organisers wrote to some of those who are signed up.
    Notice,
    /// How a letter will look, to the organiser who asks.
    Trial,
}

impl Purpose {
    /// The word in file names, log and messages.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignInChanged => "sign_in_changed",
            Self::Confirmation => "confirmation",
            Self::Received => "received",
            Self::WaitingList => "waiting_list",
            Self::Offer => "offer",
            Self::Place => "place",
            Self::Withdrawal => "withdrawal",
            Self::Repeated => "repeated",
            Self::Link => "link",
            Self::Cancellation => "cancellation",
            Self::Change => "change",
            Self::Replanned => "replanned",
            Self::Reminder => "reminder",
            Self::FollowUp => "follow_up",
            Self::Material => "material",
            Self::Speaking => "speaking",
            Self::Proposal => "proposal",
            Self::Delegation => "delegation",
            Self::Invitation => "invitation",
            Self::Named => "named",
            Self::Followed => "followed",
            Self::TurnedAway => "turned_away",
            Self::Placed => "placed",
            Self::Reply => "reply",
            Self::Forward => "forward",
            Self::Notice => "notice",
            Self::Trial => "trial",
        }
    }

    /// Lower goes first: somebody waits for a link, many can wait for a reminder.
    pub(crate) const fn priority(self) -> i32 {
        match self {
            Self::SignIn => 0,
            Self::SignInChanged | Self::Trial => 5,
            Self::Confirmation | Self::Received | Self::WaitingList | Self::Offer | Self::Place => 10,
            Self::Withdrawal | Self::Repeated | Self::Link => 10,
            Self::Cancellation | Self::Delegation => 20,
            Self::Named | Self::Followed | Self::TurnedAway => 10,
            Self::Proposal | Self::Reply => 10,
            Self::Change | Self::Replanned | Self::Speaking | Self::Placed => 30,
            Self::Reminder => 40,
            Self::Invitation | Self::Notice => 42,
            // Anybody can bring them about, and no participant waits for them.
            Self::Forward => 45,
            Self::FollowUp | Self::Material => 50,
        }
    }

    /// To somebody who speaks at a conference or would like to, and who need not be signed up.
    pub(crate) const fn is_to_contributor(self) -> bool {
        matches!(self, Self::Speaking | Self::Proposal)
    }

    /// It is not needed for the sign-up itself: whoever wants none says so with one click.
    pub(crate) const fn can_be_stopped(self) -> bool {
        matches!(self, Self::Reminder | Self::FollowUp | Self::Material)
    }

    /// It goes to many, and nobody waits for it. Not a cancellation: people would travel.
    pub(crate) const fn can_be_held_back(self) -> bool {
        let about_changes = matches!(self, Self::Change | Self::Replanned | Self::Speaking | Self::Placed);
        about_changes || matches!(self, Self::Reminder | Self::FollowUp | Self::Invitation | Self::Notice)
    }

    /// It tells what is different from what was told before. Once it is made, that is what it tells.
    pub(crate) const fn tells_changes(self) -> bool {
        matches!(self, Self::Change | Self::Replanned)
    }
}

/// How far a letter has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum State {
    /// Waits until it is due.
    Pending,
    /// A process has it in hand.
    Leased,
    /// Everything up to the last dot has been handed over; it may have arrived.
    DotWritten,
    /// The receiving server has answered for it.
    Sent,
    /// The receiving server asked to come back later.
    Deferred,
    /// The receiving server refused it for good.
    Failed,
    /// The connection was lost between the dot and the answer.
    Uncertain,
    /// Not to be sent any more; the reason stands beside it.
    Withdrawn,
}

impl State {
    /// The word in `mail-state-…`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Leased => "leased",
            Self::DotWritten => "dot_written",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::Failed => "failed",
            Self::Uncertain => "uncertain",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Nothing of it can have reached anybody.
    pub(crate) const fn is_unsent(self) -> bool {
        matches!(self, Self::Pending | Self::Leased | Self::Deferred)
    }

    /// It may be handed over yet, or is in a server's hands that has not answered.
    pub(crate) const fn may_go_out(self) -> bool {
        self.can_be_stopped() || matches!(self, Self::DotWritten)
    }

    /// It can still be kept from being handed over, or handed over again.
    pub(crate) const fn can_be_stopped(self) -> bool {
        self.is_unsent() || matches!(self, Self::Uncertain)
    }
}

/// Why a letter is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub(crate) enum Skip {
    /// Its time had passed when it was planned.
    TooLate,
    /// The person signed off.
    Withdrawn,
    EventCancelled,
    /// The person has no place, or no offer, any more.
    NoPlace,
    /// A later letter says more.
    Superseded,
    /// The person wants no reminders.
    Stopped,
    /// The event is over, or has begun.
    Over,
    /// What was changed was changed back.
    NothingChanged,
    /// The event has no such reminder any more.
    RuleRemoved,
    /// The event was moved after it was made.
    Moved,
    /// The link would not work any more.
    Expired,
    /// Nobody is known to have been there.
    NoAttendance,
    /// It is for those who have not said yes, and the person has.
    Confirmed,
    /// It is for those who have answered nothing, and the person has.
    Answered,
    /// It is for those who were there, and the person was not.
    Absent,
    /// It is for those who were not there, and the person was.
    WasThere,
    /// The person's data are deleted.
    Erased,
    /// Letters to the address come back.
    Unreachable,
    /// The person is none of those any more to whom it was to go.
    NotChosen,
    /// The organisers had let the message go, and stopped it before the person had it.
    StoppedByOrganiser,
}

impl Skip {
    /// The word in `mail-skip-…`.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::TooLate => "too-late",
            Self::Withdrawn => "withdrawn",
            Self::EventCancelled => "event-cancelled",
            Self::NoPlace => "no-place",
            Self::Superseded => "superseded",
            Self::Stopped => "stopped",
            Self::Over => "over",
            Self::NothingChanged => "nothing-changed",
            Self::RuleRemoved => "rule-removed",
            Self::Moved => "moved",
            Self::Expired => "expired",
            Self::NoAttendance => "no-attendance",
            Self::Confirmed => "confirmed",
            Self::Answered => "answered",
            Self::Absent => "absent",
            Self::WasThere => "was-there",
            Self::Erased => "erased",
            Self::Unreachable => "unreachable",
            Self::NotChosen => "not-chosen",
            Self::StoppedByOrganiser => "stopped-by-organiser",
        }
    }
}
