//! `/pamelding/{slug}/invitert/{token}`: the form for somebody who is invited by name, and `…/nei`, where they say no. Opening either
//! changes nothing and is noted nowhere: mail servers follow links too.

use super::closed::ClosedPage;
use super::event::{EventView, Known};
use super::form::FormPage;
use super::sent::Sent;
use crate::app::App;
use crate::closed::is_by_invitation;
use crate::invitation::Standing;
use crate::invited::{self, Done, opened};
use crate::store::invitation::Invited;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Page, Visit};
use proto::event::Event;
use serde::Serialize;
use std::sync::Arc;
use uuid::Uuid;

/// The longest reason, in characters.
const LONGEST: usize = 500;

/// What is told of an invitation whose form is not shown.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InvitedPage {
    event: EventView,
    errors: Vec<FieldError>,
    /// `decline` asks, `declined` thanks, `used` and `gone` tell why there is nothing to fill in.
    what: &'static str,
    failed: bool,
    token: String,
    reason: String,
}

impl InvitedPage {
    fn new(known: &Known, what: &'static str, token: &str) -> Self {
        Self {
            event: known.view(),
            errors: Vec::new(),
            what,
            failed: false,
            token: token.to_owned(),
            reason: String::new(),
        }
    }
}

/// The event as its form is for somebody who is invited. Where nobody else may come, they bring nobody.
pub(super) fn for_one(known: Known) -> Known {
    if !is_by_invitation(&known.event.sign_up) {
        return known;
    }
    let mut event = Event::clone(&known.event);
    event.sign_up.party_limit = 1;
    Known { event: Arc::new(event), ..known }
}

/// The event, and the invitation if the link is to one.
async fn open(app: &App, visit: Visit, slug: &str, token: &str) -> Result<(Visit, Known, Option<Invited>), Error> {
    let known = for_one(Known::with_slug(app, slug).await?.ok_or(Error::NotFound)?);
    let invited = opened(app, known.event.id, token).await?;
    Ok((known.answers_for(visit), known, invited))
}

/// One and the same for a link that was taken back, forged, or never led anywhere.
fn gone(visit: &Visit, known: &Known, token: &str) -> Response {
    visit.page_with(StatusCode::NOT_FOUND, &InvitedPage::new(known, "gone", token))
}

pub(crate) async fn get(
    State(app): State<App>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (visit, known, invited) = open(&app, visit, &slug, &token).await?;
    let Some(invited) = invited else { return Ok(gone(&visit, &known, &token)) };
    Ok(match (invited.standing(), known.sign_up(visit.now)) {
        (Standing::SignedUp, _) => visit.page(&InvitedPage::new(&known, "used", &token)),
        (standing, _) if !standing.opens() => gone(&visit, &known, &token),
        (_, Err(refusal)) => visit.page(&ClosedPage::new(&known, &refusal)),
        (_, Ok(awaits)) => {
            let fresh = Sent::fresh(&known.event, Uuid::now_v7());
            let sent = Sent { name: invited.row.name.clone(), email: invited.row.email.clone(), ..fresh };
            visit.page(&FormPage::new(&known, Some(awaits), &sent, &[]).invited(&token))
        }
    })
}

pub(crate) async fn get_decline(
    State(app): State<App>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (visit, known, invited) = open(&app, visit, &slug, &token).await?;
    let what = match invited.map(|invited| invited.standing()) {
        Some(Standing::SignedUp) => "used",
        Some(Standing::Declined) => "declined",
        Some(standing) if standing.opens() => "decline",
        _ => return Ok(gone(&visit, &known, &token)),
    };
    Ok(visit.page(&InvitedPage::new(&known, what, &token)))
}

pub(crate) async fn post_decline(
    State(app): State<App>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let (visit, known, invited) = open(&app, visit, &slug, &token).await?;
    let Some(invited) = invited else { return Ok(gone(&visit, &known, &token)) };
    let typed = fields.get("reason").unwrap_or_default();
    let asked = InvitedPage { reason: typed.to_owned(), ..InvitedPage::new(&known, "decline", &token) };
    if fields.switches_language() {
        return Ok(visit.page(&asked));
    }
    if !visit.genuine(fields.csrf()) {
        return Ok(visit.page_with(StatusCode::FORBIDDEN, &InvitedPage { failed: true, ..asked }));
    }
    let reason: String = typed.chars().filter(|c| !c.is_control() || *c == '\n').collect();
    let reason = reason.trim();
    if reason.chars().count() > LONGEST {
        let n = i64::try_from(LONGEST).unwrap_or(i64::MAX);
        let text = app.host.text.word(visit.language, "reg-invited-reason-long", &[("n", n.into())]);
        let errors = vec![FieldError::new("reason", text)];
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &InvitedPage { errors, ..asked }));
    }
    let work = app.bus.begin().await?;
    let reason = (!reason.is_empty()).then(|| reason.to_owned());
    let done = invited::decline(&work, &invited.row, reason).await?;
    let erases = fields.get("forget") == Some("yes") && done != Done::Otherwise;
    if erases {
        invited::forget(&work, &invited.row).await?;
    }
    work.commit().await?;
    let target = match (done, erases) {
        (_, true) => format!("/pamelding/{slug}/sletta"),
        // The page says how it stands.
        (Done::Now | Done::Already | Done::Otherwise, false) => format!("/pamelding/{slug}/invitert/{token}/nei"),
    };
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

impl Page for InvitedPage {
    const TEMPLATE: &'static str = "registration/invited.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let page = |what| Self::new(&known, what, "Zm9yLXRlc3Rz");
        let wrong = Self {
            errors: vec![FieldError::new("reason", "Skriv høgst 500 teikn.")],
            reason: "</textarea><script>alert(1)</script>".to_owned(),
            ..page("decline")
        };
        vec![
            page("decline"),
            wrong,
            Self { failed: true, ..page("decline") },
            page("declined"),
            page("used"),
            page("gone"),
        ]
    }
}
