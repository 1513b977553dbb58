//! `…/invitasjonar/send` and `…/invitasjonar/minn`: to whom invitations go, or reminders, shown before they do. Only those go who were
//! shown.

use super::{RowView, opened, to_list};
use crate::admission::window;
use crate::app::App;
use crate::invitation::can_be_let_go;
use crate::invited;
use crate::pages::event::{EventView, Known};
use crate::pages::export::private;
use crate::pages::notice::Notice;
use crate::store::audit::{self, Action};
use crate::store::invitation::{Going, Invited};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Organiser, Page, Visit};
use sea_orm::prelude::Uuid;
use serde::Serialize;
use sha2::{Digest, Sha256};

#[derive(Clone, Debug, Serialize)]
pub(crate) struct GoingPage {
    event: EventView,
    notice: Option<Notice>,
    /// `send` or `minn`.
    what: &'static str,
    rows: Vec<RowView>,
    /// What was shown, so that nothing else goes.
    seen: String,
}

/// The end of the path, and of keys.
const fn word(what: Going) -> &'static str {
    match what {
        Going::Invitation => "send",
        Going::Reminder => "minn",
    }
}

fn those(all: &[Invited], what: Going) -> Vec<&Invited> {
    all.iter().filter(|one| can_be_let_go(one.known(), what)).collect()
}

fn digest(people: &[&Invited]) -> String {
    let mut hash = Sha256::new();
    for one in people {
        hash.update(one.row.id.as_bytes());
    }
    hash.finalize()[..8].iter().fold(String::new(), |all, byte| all + &format!("{byte:02x}"))
}

impl GoingPage {
    fn new(known: &Known, all: &[Invited], what: Going) -> Self {
        let people = those(all, what);
        Self {
            event: known.view(),
            notice: None,
            what: word(what),
            seen: digest(&people),
            rows: people.into_iter().map(RowView::of).collect(),
        }
    }
}

pub(crate) async fn get_send(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
) -> Result<Response, Error> {
    show(app, organiser, visit, slug, Going::Invitation).await
}

pub(crate) async fn get_remind(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
) -> Result<Response, Error> {
    show(app, organiser, visit, slug, Going::Reminder).await
}

pub(crate) async fn post_send(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let_go(app, organiser, visit, slug, fields, Going::Invitation).await
}

pub(crate) async fn post_remind(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let_go(app, organiser, visit, slug, fields, Going::Reminder).await
}

async fn show(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    what: Going,
) -> Result<Response, Error> {
    let (known, all) = opened(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let refused = window(&known.event, known.cancelled, visit.now).err();
    let notice = refused.map(|refusal| Notice::no_sign_up(&refusal, known.event.timezone));
    Ok(private(visit.page(&GoingPage { notice, ..GoingPage::new(&known, &all, what) })))
}

async fn let_go(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
    what: Going,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (known, all) = opened(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let event = known.event.id;
    let page = GoingPage::new(&known, &all, what);
    let again =
        |notice| private(visit.page_with(StatusCode::CONFLICT, &GoingPage { notice: Some(notice), ..page.clone() }));
    if let Err(refusal) = window(&known.event, known.cancelled, visit.now) {
        return Ok(again(Notice::no_sign_up(&refusal, known.event.timezone)));
    }
    // Nobody is written to who was not shown so.
    if fields.get("sett") != Some(page.seen.as_str()) {
        return Ok(again(Notice::LOOK_AGAIN));
    }
    let (action, done) = match what {
        Going::Invitation => (Action::InvitationsSent, "sent"),
        Going::Reminder => (Action::InvitationsReminded, "reminded"),
    };
    let people: Vec<Uuid> = those(&all, what).into_iter().map(|one| one.row.id).collect();
    let work = app.bus.begin().await?;
    let people = invited::let_go(&work, event, &people, what).await?;
    if people > 0 {
        audit::note(&work.tx, work.now, organiser.account, event, action, people).await?;
    }
    work.commit().await?;
    tracing::info!(event.id = %event, account.id = %organiser.account, people, done, "invitations were let go");
    if let Err(error) = invited::go_on(&app.bus, event).await {
        tracing::warn!(event.id = %event, error = %error, "letters to those invited wait for the clock");
    }
    Ok(to_list(&visit, &known, if people > 0 { done } else { "nobody" }))
}

impl Page for GoingPage {
    const TEMPLATE: &'static str = "registration/invitations_going.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let all = super::sample::invited(known.event.starts_at);
        let going = Self::new(&known, &all, Going::Invitation);
        let again = Self { notice: Some(Notice::LOOK_AGAIN), ..Self::new(&known, &all, Going::Reminder) };
        vec![going, again, Self::new(&known, &[], Going::Reminder)]
    }
}
