//! `…/invitasjonar/send` and `…/invitasjonar/minn`: to whom invitations go, or reminders, shown before they do. Only those go who were
//! shown.

use super::{RowView, opened, to_list};
use crate::admission::window;
use crate::app::App;
use crate::invitation::{Standing, is_reminded};
use crate::invited;
use crate::pages::event::{EventView, Known};
use crate::pages::export::private;
use crate::pages::notice::Notice;
use crate::store::audit::{self, Action};
use crate::store::invitation::Invited;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Organiser, Page, Visit};
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

/// What goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Invitations,
    Reminders,
}

impl What {
    /// The end of the path, and of keys.
    const fn word(self) -> &'static str {
        match self {
            Self::Invitations => "send",
            Self::Reminders => "minn",
        }
    }

    fn is_for(self, one: &Invited) -> bool {
        match self {
            Self::Invitations => one.standing() == Standing::Held,
            Self::Reminders => is_reminded(one.known()),
        }
    }

    fn all(self, all: &[Invited]) -> Vec<&Invited> {
        all.iter().filter(|one| self.is_for(one)).collect()
    }
}

fn digest(people: &[&Invited]) -> String {
    let mut hash = Sha256::new();
    for one in people {
        hash.update(one.row.id.as_bytes());
    }
    hash.finalize()[..8].iter().fold(String::new(), |all, byte| all + &format!("{byte:02x}"))
}

impl GoingPage {
    fn new(known: &Known, all: &[Invited], what: What) -> Self {
        let people = what.all(all);
        Self {
            event: known.view(),
            notice: None,
            what: what.word(),
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
    show(app, organiser, visit, slug, What::Invitations).await
}

pub(crate) async fn get_remind(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
) -> Result<Response, Error> {
    show(app, organiser, visit, slug, What::Reminders).await
}

pub(crate) async fn post_send(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let_go(app, organiser, visit, slug, fields, What::Invitations).await
}

pub(crate) async fn post_remind(
    app: State<App>,
    organiser: Organiser,
    visit: Visit,
    slug: Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let_go(app, organiser, visit, slug, fields, What::Reminders).await
}

async fn show(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    what: What,
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
    what: What,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (known, _) = opened(&app, &organiser, &slug).await?;
    let visit = known.answers_for(visit);
    let event = known.event.id;
    let work = app.bus.begin().await?;
    let all = invited::locked(&work, event).await?;
    let page = GoingPage::new(&known, &all, what);
    let again =
        |notice| private(visit.page_with(StatusCode::CONFLICT, &GoingPage { notice: Some(notice), ..page.clone() }));
    if let Err(refusal) = window(&known.event, known.cancelled, work.now) {
        work.rollback().await;
        return Ok(again(Notice::no_sign_up(&refusal, known.event.timezone)));
    }
    // Nobody is written to who was not shown so.
    if fields.get("sett") != Some(page.seen.as_str()) {
        work.rollback().await;
        return Ok(again(Notice::LOOK_AGAIN));
    }
    let (people, action, done) = match what {
        What::Invitations => (invited::issue(&work, all).await?, Action::InvitationsSent, "sent"),
        What::Reminders => (invited::remind(&work, event, all).await?, Action::InvitationsReminded, "reminded"),
    };
    if people > 0 {
        audit::note(&work.tx, work.now, organiser.account, event, action, people).await?;
    }
    work.commit().await?;
    tracing::info!(event.id = %event, account.id = %organiser.account, people, done, "invitations were let go");
    Ok(to_list(&visit, &known, if people > 0 { done } else { "nobody" }))
}

impl Page for GoingPage {
    const TEMPLATE: &'static str = "registration/invitations_going.html";

    fn samples() -> Vec<Self> {
        let known = crate::pages::sample::known();
        let all = super::sample::invited(known.event.starts_at);
        let going = Self::new(&known, &all, What::Invitations);
        let again = Self { notice: Some(Notice::LOOK_AGAIN), ..Self::new(&known, &all, What::Reminders) };
        vec![going, again, Self::new(&known, &[], What::Reminders)]
    }
}
