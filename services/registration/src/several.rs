//! Decides for whom of several people something can be done, and why not for the others.

use crate::desk::errand::Refusal;
use crate::door::{self, Arriving, Door, May};
use crate::store::registration;
use crate::withdrawal::may_change;
use chrono::{DateTime, Utc};
use proto::event::Event;

/// What is done about several people at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Doing {
    /// Says yes to those about whom nobody has decided.
    Approve,
    /// Says no to them.
    Decline,
    SignOff,
    /// Notes that they came.
    Came,
    /// Takes that back.
    DidNotCome,
}

/// Why it is not done about somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    SignedOff,
    Over,
    Cancelled,
    NoPlace,
    /// They take part online, and come to no door.
    Online,
    CameAlready,
    DidNotCome,
    /// It has been decided about them already.
    Decided,
    /// There is no place left, and no waiting list.
    Full,
    /// It was not decided: the desk or the database was too busy.
    Busy,
}

impl Doing {
    pub(crate) const ALL: [Self; 5] = [Self::Approve, Self::Decline, Self::SignOff, Self::Came, Self::DidNotCome];

    /// Whether it is about those whom the organisers decide about, where they do.
    pub(crate) const fn decides(self) -> bool {
        matches!(self, Self::Approve | Self::Decline)
    }

    /// The word in fields, and the end of the keys of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Approve => "godkjenn",
            Self::Decline => "avslag",
            Self::SignOff => "meld-av",
            Self::Came => "kom",
            Self::DidNotCome => "kom-ikkje",
        }
    }
}

impl Unfit {
    pub(crate) const ALL: [Self; 10] = [
        Self::SignedOff,
        Self::Over,
        Self::Cancelled,
        Self::NoPlace,
        Self::Online,
        Self::CameAlready,
        Self::DidNotCome,
        Self::Decided,
        Self::Full,
        Self::Busy,
    ];

    /// The end of the key of its words.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::SignedOff => "signed-off",
            Self::Over => "over",
            Self::Cancelled => "cancelled",
            Self::NoPlace => "no-place",
            Self::Online => "online",
            Self::CameAlready => "came",
            Self::DidNotCome => "did-not-come",
            Self::Decided => "decided",
            Self::Full => "full",
            Self::Busy => "busy",
        }
    }

    /// Why the desk did not do it about somebody; nothing where it knows of no such person.
    pub(crate) const fn refused(refusal: &Refusal) -> Option<Self> {
        match refusal {
            Refusal::AlreadyWithdrawn => Some(Self::SignedOff),
            Refusal::Over => Some(Self::Over),
            Refusal::Cancelled => Some(Self::Cancelled),
            Refusal::Decided => Some(Self::Decided),
            Refusal::Full => Some(Self::Full),
            Refusal::UnknownRegistration => None,
            _ => Some(Self::Busy),
        }
    }
}

/// An event as it is for all of them.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) event: &'a Event,
    pub(crate) cancelled: bool,
    pub(crate) door: &'a Door,
    pub(crate) now: DateTime<Utc>,
}

/// Whether it can be done about this person now.
pub(crate) fn fits(at: At<'_>, doing: Doing, row: &registration::Model) -> Result<(), Unfit> {
    let arriving = Arriving {
        state: row.state,
        form: row.form(),
        offered_until: row.offered_until,
        claim: None,
        came: row.attended_at.is_some(),
    };
    match (doing, door::may(at.door, &arriving, at.now)) {
        (Doing::Approve | Doing::Decline, _) if row.state != registration::State::Undecided => Err(Unfit::Decided),
        (Doing::Approve | Doing::Decline | Doing::SignOff, _) => {
            match may_change(at.event, at.cancelled, row.state, at.now) {
                Ok(()) => Ok(()),
                Err(refusal) => Err(Unfit::refused(&refusal).unwrap_or(Unfit::Busy)),
            }
        }
        (Doing::Came, May::Note) | (Doing::DidNotCome, May::TakeBack) => Ok(()),
        (Doing::Came, May::TakeBack) => Err(Unfit::CameAlready),
        (Doing::Came, May::Online) => Err(Unfit::Online),
        (Doing::Came, May::SignUpAnew) => Err(Unfit::SignedOff),
        (Doing::Came, _) => Err(Unfit::NoPlace),
        (Doing::DidNotCome, _) => Err(Unfit::DidNotCome),
    }
}
