//! What was done, where the overview is not the place to say it. Every form leads here by a redirect, so that loading the
//! page again asks for nothing to be sent once more.

use super::{Mine, dead_link};
use crate::app::App;
use crate::pages::event::{EventView, Known};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, Page, Visit};
use proto::registration::State as Stands;
use serde::Serialize;

/// Something that was done by a personal link that still opens the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    Withdrawn,
    Declined,
    HandedOver,
    /// The address could not take the place over, and everything is as it was.
    NotHandedOver,
}

impl Told {
    const ALL: [Self; 4] = [Self::Withdrawn, Self::Declined, Self::HandedOver, Self::NotHandedOver];

    /// As it stands in the address.
    const fn word(self) -> &'static str {
        match self {
            Self::Withdrawn => "meld-av",
            Self::Declined => "takka-nei",
            Self::HandedOver => "gitt-vidare",
            Self::NotHandedOver => "ikkje-gitt-vidare",
        }
    }

    /// Whether it is still true of somebody who stands so. An old address must not tell what has changed since.
    fn holds(self, state: Stands) -> bool {
        match self {
            Self::Withdrawn | Self::Declined | Self::HandedOver => state == Stands::Withdrawn,
            Self::NotHandedOver => state != Stands::Withdrawn,
        }
    }

    /// The keys of what was done, and of what comes after it.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Withdrawn => ("my-withdraw-done", "my-withdraw-after"),
            Self::Declined => ("my-decline-done", "my-decline-after"),
            Self::HandedOver => ("my-hand-over-done", "my-hand-over-after"),
            Self::NotHandedOver => ("my-hand-over-not", "my-hand-over-not-after"),
        }
    }
}

impl Mine {
    /// On to the page that says what was done.
    pub(crate) fn tell(&self, visit: &Visit, told: Told) -> Response {
        visit.with_cookies(Redirect::to(&format!("{}/gjort/{}", self.base, told.word())).into_response())
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    visit: Visit,
    Path((token, word)): Path<(String, String)>,
) -> Result<Response, Error> {
    let Some(mine) = Mine::open(&app, &token).await? else { return Ok(dead_link::show(&visit)) };
    let visit = mine.known.answers_for(visit);
    let told = Told::ALL.into_iter().find(|told| told.word() == word).ok_or(Error::NotFound)?;
    Ok(match told.holds(mine.standing.registration.state) {
        true => visit.page(&DonePage::told(mine.known.view(), mine.base, told)),
        false => visit.with_cookies(Redirect::to(&mine.base).into_response()),
    })
}

/// What was done. Words are keys.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct DonePage {
    pub(crate) event: EventView,
    /// The overview, as long as the link opens it.
    pub(crate) base: Option<String>,
    pub(crate) done: &'static str,
    pub(crate) after: &'static str,
}

impl DonePage {
    const fn told(event: EventView, base: String, told: Told) -> Self {
        let (done, after) = told.words();
        Self { event, base: Some(base), done, after }
    }

    pub(crate) fn new_link(known: &Known) -> Self {
        Self { event: known.view(), base: None, done: "my-new-link-done", after: "my-new-link-after" }
    }

    pub(crate) fn erased(known: &Known) -> Self {
        Self { event: known.view(), base: None, done: "my-erase-done", after: "my-erase-after" }
    }
}

impl Page for DonePage {
    const TEMPLATE: &'static str = "registration/my_done.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let told = Told::ALL.into_iter().map(|told| Self::told(known.view(), "/mi/x".to_owned(), told));
        told.chain([Self::new_link(&known), Self::erased(&known)]).collect()
    }
}
