//! One proposal: what stands in it, what the committee thinks, and the answer.

use crate::calls::State as Became;
use crate::pages::Site;
use crate::pages::calls::call::said;
use crate::pages::calls::text;
use crate::pages::organiser::{Head, asked, back, form, may, page, planned};
use crate::proposals::accepted;
use crate::reviews::{self, Review, SCORES, Sight, Verdict};
use crate::store::conference::{self, Model as Conference};
use crate::store::proposal::{self, Model as Proposal, Person};
use crate::store::{call, review, speaker};
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Choice, Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::conference::ProposalAnswer;
use proto::{Language, Localised};
use sea_orm::ConnectionTrait;
use serde::Serialize;
use uuid::Uuid;

const LONGEST_COMMENT: usize = 4_000;

#[derive(Serialize)]
pub(super) struct ProposalPage {
    head: Head,
    id: Uuid,
    title: String,
    summary: String,
    /// What it is written in.
    language: Language,
    kind: String,
    track: Option<Localised>,
    people: Vec<Person>,
    answers: Vec<Answered>,
    consented: bool,
    received_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
    state: Became,
    /// What was said with the answer.
    answered_note: String,
    session: Option<Uuid>,
    /// `not_yet`, `everything` or `nothing`.
    sight: &'static str,
    scored: usize,
    average: Option<u32>,
    /// What others think, without names: the committee knows who is on it.
    others: Vec<Other>,
    scores: Vec<Choice>,
    /// As typed, or as said before.
    score: String,
    comment: String,
    conflict: bool,
    may_accept: bool,
    may_decline: bool,
    note: String,
    saved: bool,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Answered {
    label: Localised,
    text: String,
}

#[derive(Serialize)]
struct Other {
    score: Option<u8>,
    comment: String,
}

/// A proposal of this conference that has not been withdrawn.
async fn found(db: &impl ConnectionTrait, conference: &Conference, id: &str) -> Result<Proposal, Error> {
    let id = form::id(id).ok_or(Error::NotFound)?;
    let row = proposal::find(db, id).await?;
    let ours = |row: &Proposal| row.conference == conference.id && row.state() != Became::Withdrawn;
    row.filter(ours).ok_or(Error::NotFound)
}

pub(super) async fn show(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Error> {
    let conference = planned(&site, &organiser, &slug).await?;
    let row = found(&site.host.db.read, &conference, &id).await?;
    let saved = asked(&uri, "lagra").is_some();
    shown(&site, &organiser, visit, &conference, &row, StatusCode::OK, |page| page.saved = saved, &[]).await
}

pub(super) async fn act(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    // Locked, so that it is answered once, and nobody plans the session away while it is made.
    let conference = match conference::to_change(&work.tx, &slug).await? {
        Some(conference) if may(&conference, &organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let row = match found(&work.tx, &conference, &id).await {
        Ok(row) => row,
        Err(error) => {
            work.rollback().await;
            return Err(error);
        }
    };
    let account = organiser.account.0;
    let reviews = review::of(&work.tx, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let comment = text(fields.get("comment").unwrap_or_default());
    let note = text(fields.get("note").unwrap_or_default());
    let long = |text: &str| text.chars().count() > LONGEST_COMMENT;
    let done = fields.get("do").unwrap_or_default();
    let mut wrong: Vec<(&str, &str)> = Vec::new();
    match done {
        "review" if !reviews::may_review(&reviews, account) => wrong.push(("", "conference-call-too-close")),
        "review" => {
            let score = fields.get("score").and_then(|score| score.parse().ok()).filter(|score| SCORES.contains(score));
            let verdict = match (fields.get("conflict"), score) {
                (Some(_), _) => Some(Verdict::Conflict),
                (None, Some(score)) => Some(Verdict::Score(score)),
                (None, None) => None,
            };
            match verdict {
                None => wrong.push(("score", "conference-call-score-missing")),
                Some(_) if long(&comment) => wrong.push(("comment", "conference-call-comment-long")),
                Some(verdict) => {
                    let review = Review { account, verdict, comment: comment.clone() };
                    review::keep(&work.tx, row.id, review, work.now).await?;
                }
            }
        }
        "accept" | "decline" => {
            let became = row.state().answered(done == "accept");
            match became {
                _ if !reviews::may_answer(&reviews, account) => wrong.push(("", "conference-call-too-close")),
                None => wrong.push(("", "conference-call-answered-already")),
                Some(_) if long(&note) => wrong.push(("note", "conference-call-comment-long")),
                Some(became) => {
                    let answer = match became {
                        Became::Accepted => ProposalAnswer::Accepted,
                        _ => ProposalAnswer::Declined,
                    };
                    let mut row = Proposal {
                        state: became.word().to_owned(),
                        revision: row.revision + 1,
                        answered: row.answered + 1,
                        note: note.clone(),
                        decided_at: Some(work.now),
                        decided_by: Some(account),
                        ..row.clone()
                    };
                    if became == Became::Accepted {
                        let known = speaker::all(&work.tx, conference.id).await?;
                        let made = accepted(&row, &conference.draft, &known, work.now, Uuid::now_v7);
                        for speaker in made.new {
                            speaker::insert(&work.tx, speaker).await?;
                        }
                        (row.people, row.session) = (made.people, Some(made.session.id.0));
                        let draft = super::with(&conference, made.session)
                            .ok_or_else(|| anyhow::anyhow!("the session of a proposal does not fit in the draft"))?;
                        conference::write_draft(&work.tx, &conference, draft, account).await?;
                    }
                    work.say(&said(&row, answer));
                    proposal::update(&work.tx, row).await?;
                }
            }
        }
        _ => wrong.push(("", "conference-call-nothing-done")),
    }
    if !wrong.is_empty() {
        work.rollback().await;
        let status = if wrong.iter().any(|(field, _)| field.is_empty()) {
            StatusCode::CONFLICT
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        let score = fields.get("score").unwrap_or_default().to_owned();
        let set = |page: &mut ProposalPage| {
            if done == "review" {
                (page.score, page.comment) = (score, comment);
            }
            page.note = note;
        };
        return shown(&site, &organiser, visit, &conference, &row, status, set, &wrong).await;
    }
    work.commit().await?;
    tracing::info!(event.id = %conference.id, proposal.id = %row.id, account.id = %organiser.account, done, "the committee acted");
    Ok(back(&visit, &slug, &format!("/framlegg/{}?lagra=1", row.id)))
}

#[expect(clippy::too_many_arguments, reason = "everything that the page is made of")]
async fn shown(
    site: &Site,
    organiser: &Organiser,
    visit: Visit,
    conference: &Conference,
    row: &Proposal,
    status: StatusCode,
    set: impl FnOnce(&mut ProposalPage),
    wrong: &[(&str, &str)],
) -> Result<Response, Error> {
    let db = &site.host.db.read;
    let reviews = review::of(db, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let questions = call::find(db, conference.id).await?.map(|call| call.questions.0).unwrap_or_default();
    let answers = questions.into_iter().filter_map(|question| {
        Some(Answered { text: row.answers.0.get(&question.id)?.clone(), label: question.label })
    });
    let answers: Vec<Answered> = answers.collect();
    page(site, visit, conference, status, |language| {
        let head = Head::of(conference, "framlegg", true);
        let mut made = ProposalPage::new(head, row, &reviews, organiser.account.0);
        made.answers = answers;
        let tracks = conference.draft.tracks.iter();
        made.track = tracks.into_iter().find(|track| Some(track.id.0) == row.track).map(|track| track.name.clone());
        made.errors = form::errors(&site.host.text, language, "", wrong);
        set(&mut made);
        made
    })
    .await
}

impl ProposalPage {
    fn new(head: Head, row: &Proposal, reviews: &[Review], account: Uuid) -> Self {
        let sight = reviews::sight(reviews, account);
        let own = reviews.iter().find(|review| review.account == account);
        let tally = reviews::tally(reviews);
        let other = |review: &Review| Other {
            score: match review.verdict {
                Verdict::Score(score) => Some(score),
                Verdict::Conflict => None,
            },
            comment: review.comment.clone(),
        };
        let others = reviews.iter().filter(|review| review.account != account && sight == Sight::Everything);
        let score = match own.map(|review| review.verdict) {
            Some(Verdict::Score(score)) => score.to_string(),
            _ => String::new(),
        };
        let answer = |accept: bool| reviews::may_answer(reviews, account) && row.state().answered(accept).is_some();
        Self {
            head,
            id: row.id,
            title: row.title.clone(),
            summary: row.summary.clone(),
            language: row.language(),
            kind: row.kind.clone(),
            track: None,
            people: row.people.0.clone(),
            answers: Vec::new(),
            consented: row.consented_at.is_some(),
            received_at: row.received_at,
            changed_at: row.changed_at,
            state: row.state(),
            answered_note: row.note.clone(),
            session: row.session,
            sight: match sight {
                Sight::NotYet => "not_yet",
                Sight::Everything => "everything",
                Sight::Nothing => "nothing",
            },
            scored: tally.scored,
            average: tally.tenths.filter(|_| sight == Sight::Everything),
            others: others.map(other).collect(),
            scores: SCORES.map(|score| Choice::new(score.to_string(), score.to_string())).collect(),
            score,
            comment: own.map(|review| review.comment.clone()).unwrap_or_default(),
            conflict: sight == Sight::Nothing,
            may_accept: answer(true),
            may_decline: answer(false),
            note: String::new(),
            saved: false,
            errors: Vec::new(),
        }
    }
}

impl Page for ProposalPage {
    const TEMPLATE: &'static str = "conference/organiser_proposal.html";

    fn samples() -> Vec<Self> {
        use crate::timetable::example;
        let at = example::at("2027-01-20T10:00:00Z");
        let person = |name: &str, email: &str| Person {
            name: name.to_owned(),
            email: email.to_owned(),
            organisation: "Fjordby <kommune>".to_owned(),
            role: String::new(),
            speaker: None,
        };
        let row = |state: Became| Proposal {
            id: Uuid::from_u128(7),
            conference: Uuid::nil(),
            revision: 1,
            generation: 1,
            state: state.word().to_owned(),
            submission: String::new(),
            sent: String::new(),
            language: "nb".to_owned(),
            title: "Torget som daglegstue".to_owned(),
            summary: "Hvordan tre tettsteder fikk folk <b>tilbake</b>.\n\nOg hva som gikk galt.".to_owned(),
            kind: "workshop".to_owned(),
            track: None,
            people: proposal::People(vec![person("Ingunn Fjære", "ingunn@fjordby.example"), person("Odd Vik", "")]),
            answers: proposal::Answers::default(),
            consented_at: Some(at),
            received_at: at,
            changed_at: at,
            answered: 1,
            note: if state == Became::Received { String::new() } else { "Takk skal du ha.".to_owned() },
            decided_at: None,
            decided_by: None,
            session: (state == Became::Accepted).then(|| Uuid::from_u128(8)),
        };
        let me = Uuid::from_u128(1);
        let review = |account: u128, verdict: Verdict| Review {
            account: Uuid::from_u128(account),
            verdict,
            comment: "Godt <og> konkret.".to_owned(),
        };
        let others = [review(2, Verdict::Score(5)), review(3, Verdict::Conflict)];
        let mine = |verdict: Verdict| [&others[..], &[review(1, verdict)]].concat();
        let of = |state: Became, reviews: &[Review]| Self {
            answers: vec![Answered {
                label: example::text("Kva sit ein att med?", "What stays?"),
                text: "Mot.".to_owned(),
            }],
            track: Some(example::text("Torg og gater", "Squares and streets")),
            ..Self::new(Head::sample("framlegg"), &row(state), reviews, me)
        };
        vec![
            of(Became::Received, &others),
            Self { saved: true, ..of(Became::Received, &mine(Verdict::Score(4))) },
            of(Became::Received, &mine(Verdict::Conflict)),
            of(Became::Accepted, &mine(Verdict::Score(4))),
            of(Became::Declined, &[]),
            Self { errors: vec![FieldError::new("score", "Vel ein karakter.")], ..of(Became::Received, &[]) },
            Self { errors: vec![FieldError::new("note", "For langt.")], ..of(Became::Received, &[]) },
        ]
    }
}
