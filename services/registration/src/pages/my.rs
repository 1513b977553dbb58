//! `/mi/{token}`: everything held about one sign-up, and what its owner can do about it.

pub(crate) mod certificate;
pub(crate) mod change;
pub(crate) mod choose;
pub(crate) mod dead_link;
pub(crate) mod decoy;
pub(crate) mod done;
pub(crate) mod download;
pub(crate) mod erase;
pub(crate) mod hand_over;
pub(crate) mod new_link;
pub(crate) mod offer;
pub(crate) mod overview;
pub(crate) mod withdraw;

use super::event::Known;
use super::notice::Notice;
use super::series::mine::link_of;
use crate::app::App;
use crate::desk::errand::{Errand, Outcome, Refusal, Standing, Unavailable};
use crate::store;
use crate::store::placement::Placement;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Page, Purpose, Visit};
use overview::OverviewPage;
use proto::event::Question;
use proto::registration::{Registration, State as Stands};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};

use super::event::EventView;

/// A sign-up whose owner holds the link.
pub(crate) struct Mine {
    pub(crate) known: Known,
    pub(crate) standing: Standing,
    /// How questions were asked that the form asks no longer.
    former: Vec<Question>,
    /// What was answered in a calendar.
    pub(crate) reply: Option<store::reply::Model>,
    /// The organisers said no.
    pub(crate) declined: bool,
    /// Where they sit, as they were told.
    pub(crate) placements: Vec<Placement>,
    /// The path of its page.
    pub(crate) base: String,
    /// Where the person sees all dates, if they follow the series of this one.
    pub(crate) series: Option<String>,
    /// Set when it is nobody's: see [`decoy`].
    decoy: Option<store::decoy::Model>,
}

impl Mine {
    /// What a link opens. Expired, forged, made for somebody who does not exist, replaced by a newer one: all the same.
    pub(crate) async fn open(app: &App, token: &str) -> Result<Option<Self>, DbErr> {
        let Some((id, generation)) = app.host.keys.read(Purpose::Manage, token) else { return Ok(None) };
        let db = &app.host.db.read;
        let base = format!("/mi/{token}");
        let Some(standing) = store::standing::standing(db, &app.host.vault, id.into()).await? else {
            let opened = decoy::opened(app, db, id).await?.filter(|_| generation == 0);
            let Some((known, standing, row)) = opened else { return Ok(None) };
            return Ok(Some(Self {
                former: store::former_question::of(db, known.event.id.0).await?,
                known,
                standing,
                reply: None,
                declined: false,
                placements: Vec::new(),
                base,
                series: None,
                decoy: Some(row),
            }));
        };
        if standing.registration.generation != generation {
            return Ok(None);
        }
        let known = Known::with_id(app, db, standing.registration.event_id).await?;
        let reply = store::reply::of(db, id).await?;
        let placements = store::placement::of(db, id).await?;
        let declined = match standing.registration.state {
            Stands::Withdrawn => store::history::is_declined(db, standing.registration.id).await?,
            Stands::Admitted | Stands::Waiting | Stands::Offered => false,
        };
        let series = link_of(db, &app.host, &standing.registration).await?;
        let former = store::former_question::of(db, standing.registration.event_id.0).await?;
        Ok(known.map(|known| Self { known, standing, former, reply, declined, placements, base, series, decoy: None }))
    }

    /// Asks the desk for something about this sign-up.
    pub(crate) async fn ask(&self, app: &App, errand: Errand) -> Result<Asked, Error> {
        if let Some(row) = &self.decoy {
            return decoy::ask(app, self, row, errand).await;
        }
        match app.desk.ask(self.known.event.id, errand).await {
            Ok(Outcome::Done(standing)) => Ok(Asked::Done(standing)),
            Ok(Outcome::Refused(refusal)) => Ok(Asked::Refused(refusal)),
            Ok(Outcome::SignedUp(_) | Outcome::SameKeyOtherContent) | Err(Unavailable) => Err(Error::Busy),
        }
    }

    /// The overview with the reason why it could not be done.
    pub(crate) fn not_so(&self, app: &App, visit: &Visit, refusal: &Refusal) -> Response {
        let page = OverviewPage::new(self, &app.host, visit.now, Some(Notice::no_change(refusal)));
        visit.page_with(StatusCode::CONFLICT, &page)
    }

    /// Back to the overview, which says what was done.
    pub(crate) fn back(&self, visit: &Visit, done: Done) -> Response {
        visit.with_cookies(Redirect::to(&format!("{}?gjort={}", self.base, done.word())).into_response())
    }
}

/// What came of asking the desk.
pub(crate) enum Asked {
    /// How it stands now: after handing over, that of the new person.
    Done(Box<Standing>),
    Refused(Refusal),
}

/// What the overview reports after a form was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Changed,
    Accepted,
}

impl Done {
    const fn word(self) -> &'static str {
        match self {
            Self::Changed => "endra",
            Self::Accepted => "plass",
        }
    }

    const fn notice(self) -> Notice {
        match self {
            Self::Changed => Notice::CHANGED,
            Self::Accepted => Notice::ACCEPTED,
        }
    }
}

/// The part of the address that says what was done.
#[derive(Deserialize)]
pub(crate) struct Report {
    gjort: Option<String>,
}

impl Report {
    fn notice(&self) -> Option<Notice> {
        let word = self.gjort.as_deref()?;
        [Done::Changed, Done::Accepted].into_iter().find(|done| done.word() == word).map(Done::notice)
    }
}

/// A question that is asked before something is done that cannot be undone. Words are keys.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ConfirmPage {
    pub(crate) event: EventView,
    pub(crate) base: String,
    pub(crate) path: &'static str,
    pub(crate) question: &'static str,
    pub(crate) then: &'static str,
    pub(crate) submit: &'static str,
    pub(crate) color: &'static str,
    /// The other dates of the series come all the same, or do not any more: the key of a sentence.
    pub(crate) series: Option<&'static str>,
    pub(crate) notice: Option<Notice>,
}

/// What can be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confirm {
    Withdraw,
    LeaveQueue,
    /// Before the organisers have decided.
    TakeBack,
    LeaveOffer,
    NewLink,
    Erase,
    /// The place goes with everything else.
    EraseWithPlace,
}

impl Confirm {
    /// What signing off means to somebody who stands so.
    pub(crate) const fn signing_off(registration: &Registration) -> Self {
        match registration.state {
            Stands::Waiting if registration.undecided => Self::TakeBack,
            Stands::Admitted | Stands::Withdrawn => Self::Withdraw,
            Stands::Waiting => Self::LeaveQueue,
            Stands::Offered => Self::LeaveOffer,
        }
    }
}

impl ConfirmPage {
    pub(crate) fn new(mine: &Mine, confirm: Confirm) -> Self {
        let page = Self::about(mine.known.view(), mine.base.clone(), confirm);
        if mine.series.is_some() { page.of_series(confirm) } else { page }
    }

    const fn of_series(mut self, confirm: Confirm) -> Self {
        self.series = match confirm {
            Confirm::Withdraw | Confirm::LeaveQueue | Confirm::TakeBack | Confirm::LeaveOffer => {
                Some("my-withdraw-series")
            }
            Confirm::Erase | Confirm::EraseWithPlace => Some("my-erase-series"),
            Confirm::NewLink => None,
        };
        self
    }

    fn about(event: EventView, base: String, confirm: Confirm) -> Self {
        let (path, question, then, submit, color) = match confirm {
            Confirm::Withdraw => {
                ("meld-av", "my-withdraw-question", "my-withdraw-then", "my-withdraw-submit", "danger")
            }
            Confirm::LeaveQueue => {
                ("meld-av", "my-withdraw-question", "my-withdraw-then-waiting", "my-withdraw-submit", "danger")
            }
            Confirm::TakeBack => {
                ("meld-av", "my-withdraw-question", "my-withdraw-then-undecided", "my-withdraw-submit", "danger")
            }
            Confirm::LeaveOffer => {
                ("meld-av", "my-withdraw-question", "my-withdraw-then-offered", "my-withdraw-submit", "danger")
            }
            Confirm::NewLink => {
                ("ny-lenkje", "my-new-link-question", "my-new-link-then", "my-new-link-submit", "accent")
            }
            Confirm::Erase => ("slett", "my-erase-question", "my-erase-then", "my-erase-submit", "danger"),
            Confirm::EraseWithPlace => {
                ("slett", "my-erase-question", "my-erase-then-place", "my-erase-submit", "danger")
            }
        };
        Self { event, base, path, question, then, submit, color, series: None, notice: None }
    }

    /// The same question once more: the form did not come from this browser, or too late.
    #[must_use]
    pub(crate) fn again(mut self) -> Self {
        self.notice = Some(Notice::MINE_NOT_GENUINE);
        self
    }
}

impl Page for ConfirmPage {
    const TEMPLATE: &'static str = "registration/my_confirm.html";

    fn samples() -> Vec<Self> {
        let view = super::sample::known().view();
        let page = |confirm| Self::about(view.clone(), "/mi/x".to_owned(), confirm);
        vec![
            page(Confirm::Withdraw),
            page(Confirm::LeaveQueue),
            page(Confirm::TakeBack),
            page(Confirm::Withdraw).of_series(Confirm::Withdraw),
            page(Confirm::Erase).of_series(Confirm::Erase),
            page(Confirm::LeaveOffer),
            page(Confirm::NewLink),
            page(Confirm::Erase).again(),
            page(Confirm::EraseWithPlace),
        ]
    }
}
