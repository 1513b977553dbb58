//! `/framlegg/{token}`: what has become of a proposal, for those who sent it in. They may mend it while the call is open, and
//! withdraw it until it has been answered.

use super::form::{self, TrackChoice, Typed, errors, kinds, tracks};
use super::unknown::unknown;
use super::{Around, private};
use crate::calls::{Standing, State as Became, standing};
use crate::pages::{Site, framed};
use crate::store::conference::{self, Model as Conference};
use crate::store::proposal::{self, Model as Proposal};
use crate::store::{call, review};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Page, Purpose, Visit};
use sea_orm::ConnectionTrait;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct OwnPage {
    around: Around,
    state: Became,
    /// What the committee says.
    note: String,
    received_at: DateTime<Utc>,
    standing: Standing,
    mendable: bool,
    withdrawable: bool,
    typed: Typed,
    kinds: [&'static str; 4],
    tracks: Vec<TrackChoice>,
    revision: i64,
    /// The page itself.
    here: String,
    saved: bool,
    /// Somebody else has changed it since the page was opened; this is what it is now.
    theirs: Option<Theirs>,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Theirs {
    title: String,
    summary: String,
}

/// The proposal that a link belongs to, its conference, and the call it came in on.
async fn held(
    site: &Site,
    db: &impl ConnectionTrait,
    token: &str,
) -> Result<Option<(Proposal, Conference, call::Model)>, Error> {
    let Some((id, generation)) = site.host.keys.read(Purpose::Propose, token) else { return Ok(None) };
    let Some(proposal) = proposal::find(db, id).await? else { return Ok(None) };
    let Some(conference) = conference::by_id(db, proposal.conference).await? else { return Ok(None) };
    let Some(call) = call::find(db, conference.id).await? else { return Ok(None) };
    Ok((proposal.generation == i32::from(generation)).then_some((proposal, conference, call)))
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let Some((proposal, conference, call)) = held(&site, &site.host.db.read, &token).await? else {
        return Ok(unknown(&visit));
    };
    let saved = uri.query().is_some_and(|query| query.contains("lagra=1"));
    shown(&site, visit, StatusCode::OK, &proposal, &conference, &call, |page, _| page.saved = saved).await
}

pub(super) async fn change(
    State(site): State<Site>,
    visit: Visit,
    Path(token): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    let Some((proposal, conference, call)) = held(&site, &work.tx, &token).await? else {
        work.rollback().await;
        return Ok(unknown(&visit));
    };
    // Locked, so that it is not answered while it is changed.
    conference::to_change(&work.tx, &conference.slug).await?.ok_or(Error::NotFound)?;
    let proposal = proposal::to_change(&work.tx, proposal.id).await?.ok_or(Error::NotFound)?;
    let now = standing(call.opens_at, call.closes_at, conference.cancelled, work.now);
    let back = |query: &str| visit.with_cookies(Redirect::to(&format!("/framlegg/{token}{query}")).into_response());
    if fields.get("do") == Some("withdraw") {
        if proposal.state() == Became::Withdrawn {
            work.rollback().await;
            return Ok(private(back("")));
        }
        let sure = fields.get("sure").is_some();
        if !sure || !proposal.state().withdrawable() {
            work.rollback().await;
            let key = if sure { "conference-call-answered-meanwhile" } else { "conference-call-withdraw-sure-missing" };
            let field = if sure { "" } else { "sure" };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return shown(&site, visit, status, &proposal, &conference, &call, |page, say| {
                page.errors = vec![FieldError::new(field, say(key))];
            })
            .await;
        }
        let id = proposal.id;
        review::delete_of(&work.tx, &[id]).await?;
        proposal::update(&work.tx, proposal.emptied(work.now)).await?;
        work.forget(&[id]);
        work.commit().await?;
        tracing::info!(event.id = %conference.id, proposal.id = %id, "a proposal was withdrawn");
        return Ok(private(back("")));
    }
    let typed = Typed::read(&fields, &call.questions.0);
    if !proposal.state().mendable(now) {
        work.rollback().await;
        return shown(&site, visit, StatusCode::CONFLICT, &proposal, &conference, &call, |page, say| {
            page.typed = typed;
            page.errors = vec![FieldError::new("", say("conference-call-closed-meanwhile"))];
        })
        .await;
    }
    let wrong = typed.wrong(&conference.draft);
    if !wrong.is_empty() {
        work.rollback().await;
        let text = site.host.text.clone();
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return shown_in(&site, visit, status, &proposal, &conference, &call, |page, language| {
            page.typed = typed;
            page.errors = errors(&text, language, &wrong);
        })
        .await;
    }
    let begun: i64 = fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or_default();
    let wanted = typed.clone().into(proposal.clone());
    let wanted = Proposal { consented_at: typed.consents.then(|| proposal.consented_at.unwrap_or(work.now)), ..wanted };
    if wanted == proposal {
        work.rollback().await;
        return Ok(private(back("?lagra=1")));
    }
    if begun != proposal.revision {
        work.rollback().await;
        let theirs = Theirs { title: proposal.title.clone(), summary: proposal.summary.clone() };
        return shown(&site, visit, StatusCode::CONFLICT, &proposal, &conference, &call, |page, _| {
            page.typed = typed;
            page.theirs = Some(theirs);
        })
        .await;
    }
    let row = Proposal { revision: proposal.revision + 1, changed_at: work.now, ..wanted };
    proposal::update(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(event.id = %conference.id, proposal.id = %proposal.id, "a proposal was mended");
    Ok(private(back("?lagra=1")))
}

async fn shown(
    site: &Site,
    visit: Visit,
    status: StatusCode,
    proposal: &Proposal,
    conference: &Conference,
    call: &call::Model,
    set: impl FnOnce(&mut OwnPage, &dyn Fn(&str) -> String),
) -> Result<Response, Error> {
    let text = site.host.text.clone();
    shown_in(site, visit, status, proposal, conference, call, |page, language| {
        set(page, &|key| text.word(language, key, &[]));
    })
    .await
}

async fn shown_in(
    site: &Site,
    visit: Visit,
    status: StatusCode,
    proposal: &Proposal,
    conference: &Conference,
    call: &call::Model,
    set: impl FnOnce(&mut OwnPage, proto::Language),
) -> Result<Response, Error> {
    let organisers = site.organisers(conference).await?;
    let visit = framed(visit, conference, &organisers);
    let standing = standing(call.opens_at, call.closes_at, conference.cancelled, visit.now);
    let mut page = OwnPage {
        around: Around::of(conference),
        state: proposal.state(),
        note: proposal.note.clone(),
        received_at: proposal.received_at,
        standing,
        mendable: proposal.state().mendable(standing),
        withdrawable: proposal.state().withdrawable(),
        typed: Typed::of(proposal, &call.questions.0),
        kinds: kinds(),
        tracks: tracks(&conference.draft),
        revision: proposal.revision,
        here: visit.path.clone(),
        saved: false,
        theirs: None,
        errors: Vec::new(),
    };
    set(&mut page, visit.language);
    Ok(private(visit.page_with(status, &page)))
}

impl Page for OwnPage {
    const TEMPLATE: &'static str = "conference/call_own.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let closes_at = example::at("2027-02-15T22:59:00Z");
        let sample = |state: Became, standing: Standing| Self {
            around: Around::example(),
            state,
            note: String::new(),
            received_at: example::at("2027-01-20T10:00:00Z"),
            standing,
            mendable: state.mendable(standing),
            withdrawable: state.withdrawable(),
            typed: form::example(),
            kinds: kinds(),
            tracks: tracks(&form::example_programme()),
            revision: 1,
            here: "/framlegg/x".to_owned(),
            saved: false,
            theirs: None,
            errors: Vec::new(),
        };
        let open = Standing::Open { closes_at };
        let note = || "Vi gler oss. <b>Kan de</b> korte det ned til 20 minutt?".to_owned();
        vec![
            Self { saved: true, ..sample(Became::Received, open) },
            sample(Became::Received, Standing::Over),
            Self { note: note(), ..sample(Became::Accepted, Standing::Over) },
            Self { note: note(), ..sample(Became::Declined, Standing::Over) },
            Self { typed: Typed::default(), ..sample(Became::Withdrawn, open) },
            Self {
                errors: vec![
                    FieldError::new("title", "Skriv ein tittel."),
                    FieldError::new("sure", "Kryss av for at du er sikker."),
                ],
                ..sample(Became::Received, open)
            },
            Self {
                theirs: Some(Theirs { title: "Torget no".to_owned(), summary: "Ein annan tekst.".to_owned() }),
                ..sample(Became::Received, open)
            },
        ]
    }
}
