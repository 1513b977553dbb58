//! What is pressed at a door.

use super::At;
use crate::app::App;
use crate::attendance::{Mark, Marked, mark};
use crate::desk::errand::{Errand, Outcome, Refusal};
use host::{Error, Fields, Visit};
use proto::RegistrationId;
use sea_orm::prelude::Uuid;

/// What the page says about what was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It is so now, and shows.
    Done,
    /// Another door was first.
    Already,
    NoPlace,
    Full,
    /// They have chosen something else at the same time.
    Clash,
    /// The offer has passed to somebody else.
    OfferLapsed,
    Over,
}

impl Said {
    /// The end of the key of its words.
    pub(super) const fn word(self) -> Option<&'static str> {
        match self {
            Self::Done => None,
            Self::Already => Some("already"),
            Self::NoPlace => Some("no-place"),
            Self::Full => Some("full"),
            Self::Clash => Some("clash"),
            Self::OfferLapsed => Some("offer-lapsed"),
            Self::Over => Some("over"),
        }
    }

    pub(super) const fn is_refusal(self) -> bool {
        !matches!(self, Self::Done | Self::Already)
    }

    fn refused(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::ChoiceFull(_) | Refusal::Full | Refusal::FormFull => Self::Full,
            Refusal::ClashingChoices(..) | Refusal::SameSessionTwice(..) => Self::Clash,
            Refusal::NoOffer | Refusal::OfferLapsed => Self::OfferLapsed,
            Refusal::Over | Refusal::Cancelled => Self::Over,
            _ => Self::NoPlace,
        }
    }
}

/// Does what a button says, about the person it stands beside.
pub(super) async fn act(
    app: &App,
    visit: &Visit,
    at: &At,
    what: &str,
    fields: &Fields,
) -> Result<(RegistrationId, Said), Error> {
    let registration: RegistrationId = fields.get("id").and_then(|id| id.parse().ok()).ok_or(Error::NotFound)?;
    let errand = match (what, at.entrance.session) {
        ("kom" | "kom-ikkje", _) => None,
        ("slepp-inn", None) => Some(Errand::AcceptOffer { registration }),
        ("plass", Some(session)) => Some(Errand::JoinSession { registration, session }),
        _ => return Err(Error::NotFound),
    };
    // A button without an id of its own is pressed each time that it is sent.
    let id = fields.get("merke").and_then(|id| id.parse().ok()).unwrap_or_else(Uuid::now_v7);
    let refused = match errand {
        Some(errand) => match app.desk.ask(at.known.event.id, errand).await {
            Ok(Outcome::Done(_)) => None,
            Ok(Outcome::Refused(Refusal::UnknownRegistration)) => return Err(Error::NotFound),
            Ok(Outcome::Refused(refusal)) => Some(Said::refused(&refusal)),
            Ok(Outcome::SignedUp(_) | Outcome::SameKeyOtherContent) | Err(_) => return Err(Error::Busy),
        },
        None => None,
    };
    let pressed = Mark {
        id,
        event: at.known.event.id,
        registration,
        session: at.entrance.session,
        came: what != "kom-ikkje",
        account: at.organiser.account,
        at: visit.now,
    };
    let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
    let marked = mark(&work, &pressed).await?;
    work.commit().await.map_err(|_away| Error::Busy)?;
    let said = match (marked, refused) {
        (Marked::Unknown, _) => return Err(Error::NotFound),
        (Marked::Now, _) => Said::Done,
        (Marked::Again | Marked::Already, _) => Said::Already,
        (Marked::Not(_), Some(why)) => why,
        (Marked::Not(_), None) => Said::NoPlace,
    };
    Ok((registration, said))
}
