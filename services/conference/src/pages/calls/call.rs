//! `/konferanse/{slug}/framlegg`: what the organisers ask for, and the form in which proposals come in.

use super::Around;
use super::form::{self, TrackChoice, Typed, errors, kinds, tracks};
use crate::calls::{Standing, State as Became, standing};
use crate::pages::{Site, framed};
use crate::programme::Programme;
use crate::retention::kept_until;
use crate::store::call;
use crate::store::conference::{self, Model as Conference};
use crate::store::proposal::{self, Answers, Model as Proposal, People};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Fields, Page, Visit};
use proto::conference::{ProposalAnswer, ProposalAnswered};
use proto::{EventId, Language, Localised, ProposalId};
use serde::Serialize;
use uuid::Uuid;

/// People do not see this field; what fills it in is a program.
const TRAP: &str = "nettstad";
/// More than any conference gets; what goes on after that is no call any more.
const MOST: usize = 2_000;

#[derive(Serialize)]
pub(super) struct CallPage {
    around: Around,
    standing: Standing,
    text: Localised,
    typed: Typed,
    kinds: [&'static str; 4],
    tracks: Vec<TrackChoice>,
    keeper: Keeper,
    submission: String,
    /// It came in; the letter says the rest.
    received: bool,
    /// The key of what is the matter with the form as a whole.
    notice: Option<&'static str>,
    errors: Vec<FieldError>,
}

/// Who answers for what comes in, and until when what comes to nothing is kept.
#[derive(Clone, Serialize)]
struct Keeper {
    organisation: Localised,
    until: DateTime<Utc>,
}

impl CallPage {
    fn new(conference: &Conference, call: &call::Model, keeper: Keeper, typed: Typed, now: DateTime<Utc>) -> Self {
        Self {
            around: Around::of(conference),
            standing: standing(call.opens_at, call.closes_at, conference.cancelled, now),
            text: call.text.0.clone(),
            typed,
            kinds: kinds(),
            tracks: tracks(&conference.draft),
            keeper,
            submission: Uuid::now_v7().to_string(),
            received: false,
            notice: None,
            errors: Vec::new(),
        }
    }
}

/// The conference with its call, the visit in its frame, and who answers for it.
async fn found(site: &Site, visit: Visit, slug: &str) -> Result<(Conference, call::Model, Visit, Keeper), Error> {
    let conference = site.conference(slug).await?;
    let call = call::find(&site.host.db.read, conference.id).await?.ok_or(Error::NotFound)?;
    let organisers = site.organisers(&conference).await?;
    let visit = framed(visit, &conference, &organisers);
    let responsible = organisers.iter().find(|one| one.slug == conference.organisation);
    let keeper = Keeper {
        organisation: responsible.map(|one| one.name.clone()).unwrap_or_default(),
        until: kept_until(conference.ends_at, responsible.map(|one| one.retention_days)),
    };
    Ok((conference, call, visit, keeper))
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path(slug): Path<String>,
    uri: Uri,
) -> Result<Response, Error> {
    let (conference, call, visit, keeper) = found(&site, visit, &slug).await?;
    let typed = Typed::fresh(&call.questions.0);
    let received = uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "motteke=1"));
    Ok(visit.page(&CallPage { received, ..CallPage::new(&conference, &call, keeper, typed, visit.now) }))
}

pub(super) async fn send(
    State(site): State<Site>,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    let (conference, call, visit, keeper) = found(&site, visit, &slug).await?;
    let typed = Typed::read(&fields, &call.questions.0);
    let submission: Option<Uuid> = fields.get("submission").and_then(|id| id.parse().ok());
    let mut page = CallPage::new(&conference, &call, keeper, typed.clone(), visit.now);
    let submission = submission.map_or_else(|| page.submission.clone(), |id| id.to_string());
    page.submission.clone_from(&submission);
    let refused = |page: CallPage, status: StatusCode, key: &'static str| {
        Ok(visit.page_with(status, &CallPage { notice: Some(key), ..page }))
    };
    if fields.switches_language() {
        return Ok(visit.page(&page));
    }
    if fields.get(TRAP).is_some_and(|filled| !filled.is_empty()) {
        return refused(page, StatusCode::UNPROCESSABLE_ENTITY, "conference-call-trapped");
    }
    if !visit.genuine(fields.csrf()) {
        return refused(page, StatusCode::FORBIDDEN, "conference-call-not-genuine");
    }
    let wrong = typed.wrong(&conference.draft);
    if !wrong.is_empty() && matches!(page.standing, Standing::Open { .. }) {
        page.errors = errors(&site.host.text, visit.language, &wrong);
        return Ok(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let work = site.bus.begin().await?;
    // Locked, so that the same form is not taken in twice at the same time.
    conference::to_change(&work.tx, &slug).await?.ok_or(Error::NotFound)?;
    let sent = typed.print();
    if let Some(before) = proposal::submitted(&work.tx, conference.id, &submission).await? {
        work.rollback().await;
        if before.sent == sent {
            return Ok(received(&visit, &slug));
        }
        page.submission = Uuid::now_v7().to_string();
        return refused(page, StatusCode::CONFLICT, "conference-call-sent-before");
    }
    let open = matches!(standing(call.opens_at, call.closes_at, conference.cancelled, work.now), Standing::Open { .. });
    let full = proposal::all(&work.tx, conference.id).await?.len() >= MOST;
    if !open || full {
        work.rollback().await;
        return refused(page, StatusCode::CONFLICT, "conference-call-closed-meanwhile");
    }
    let blank = blank(&conference, submission, sent, visit.language, typed.consents, work.now);
    let row = typed.into(blank);
    work.say(&said(&row, ProposalAnswer::Received));
    let id = row.id;
    proposal::insert(&work.tx, row).await?;
    work.commit().await?;
    tracing::info!(event.id = %conference.id, proposal.id = %id, "a proposal came in");
    Ok(received(&visit, &slug))
}

fn received(visit: &Visit, slug: &str) -> Response {
    visit.with_cookies(Redirect::to(&format!("/konferanse/{slug}/framlegg?motteke=1")).into_response())
}

fn blank(
    conference: &Conference,
    submission: String,
    sent: String,
    language: Language,
    consents: bool,
    now: DateTime<Utc>,
) -> Proposal {
    Proposal {
        id: Uuid::now_v7(),
        conference: conference.id,
        revision: 1,
        generation: 1,
        state: Became::Received.word().to_owned(),
        submission,
        sent,
        language: language.code().to_owned(),
        title: String::new(),
        summary: String::new(),
        kind: String::new(),
        track: None,
        people: People::default(),
        answers: Answers::default(),
        consented_at: consents.then_some(now),
        received_at: now,
        changed_at: now,
        answered: 1,
        note: String::new(),
        decided_at: None,
        decided_by: None,
        session: None,
    }
}

/// What is said to who sent it in.
pub(in crate::pages) fn said(row: &Proposal, answer: ProposalAnswer) -> ProposalAnswered {
    let sender = row.people.0.first().cloned().unwrap_or_default();
    ProposalAnswered {
        proposal_id: ProposalId(row.id),
        event_id: EventId(row.conference),
        revision: u32::try_from(row.answered).unwrap_or_default(),
        generation: u16::try_from(row.generation).unwrap_or_default(),
        name: sender.name,
        email: sender.email,
        language: row.language(),
        title: row.title.clone(),
        answer,
        note: (!row.note.is_empty()).then(|| row.note.clone()),
    }
}

impl Page for CallPage {
    const TEMPLATE: &'static str = "conference/call.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let programme = form::example_programme();
        let closes_at = example::at("2027-02-15T22:59:00Z");
        let sample = |standing: Standing, programme: &Programme, typed: Typed| Self {
            around: Around::example(),
            standing,
            text: example::text(
                "Fortel oss om noko de har prøvd.\n\nFeil er òg velkomne.",
                "Tell us what you have tried.",
            ),
            typed,
            kinds: kinds(),
            tracks: tracks(programme),
            keeper: Keeper {
                organisation: example::text("Distriktssenteret", "Distriktssenteret"),
                until: kept_until(example::event().ends_at, Some(180)),
            },
            submission: Uuid::nil().to_string(),
            received: false,
            notice: None,
            errors: Vec::new(),
        };
        let open = Standing::Open { closes_at };
        let fresh = || Typed::fresh(&form::example_questions());
        let wrong = Typed { title: String::new(), kind: String::new(), ..form::example() };
        let said =
            wrong.wrong(&programme).iter().map(|_| FieldError::new("title", "Skriv ein tittel.")).take(1).collect();
        vec![
            sample(open, &programme, fresh()),
            sample(open, &Programme::default(), Typed::fresh(&[])),
            Self { errors: said, ..sample(open, &programme, wrong) },
            Self { notice: Some("conference-call-sent-before"), ..sample(open, &programme, form::example()) },
            Self { notice: Some("conference-call-trapped"), ..sample(open, &programme, form::example()) },
            Self { notice: Some("conference-call-not-genuine"), ..sample(open, &programme, form::example()) },
            Self { received: true, ..sample(open, &programme, fresh()) },
            sample(Standing::Early { opens_at: example::at("2027-01-15T08:00:00Z") }, &programme, fresh()),
            sample(Standing::Over, &programme, fresh()),
            Self {
                notice: Some("conference-call-closed-meanwhile"),
                ..sample(Standing::Over, &programme, form::example())
            },
            sample(Standing::Cancelled, &programme, fresh()),
        ]
    }
}
