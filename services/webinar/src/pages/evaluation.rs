//! A few questions to those who were there, behind their personal link. The link is only used to see that nobody answers twice.

use super::join::{UnknownLinkPage, private};
use super::{Site, framed};
use crate::evaluation::{self, OPEN, Refusal};
use crate::store::seat::{self, SeatState};
use crate::store::{self, afterwards, evaluation_mark};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Choice, Error, FieldError, Fields, Page, Purpose, Visit};
use proto::{Language, Localised};
use serde::Serialize;
use text::Text;
use uuid::Uuid;

#[derive(Clone, Serialize)]
pub(super) struct EvaluationPage {
    title: Localised,
    /// The page itself, and that of the webinar.
    here: String,
    path: String,
    face: Face,
    useful: Vec<Choice>,
    recommend: Vec<Choice>,
    /// As far as the form has come.
    typed: Typed,
    errors: Vec<FieldError>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum Face {
    Form,
    Thanks,
    Answered,
    Early,
    Closed,
}

#[derive(Clone, Default, Serialize)]
struct Typed {
    useful: String,
    practical: String,
    recommend: String,
    comment: String,
}

pub(super) async fn show(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let webinar = site.webinar(&slug).await?;
    let Some(registration) = holder(&site, &webinar, &token).await? else {
        return unknown(&site, visit, &webinar).await;
    };
    let answered = evaluation_mark::is_given(&site.host.db.read, &site.host.keys, registration).await?;
    let face = if answered { Face::Answered } else { open(&webinar, visit.now) };
    page(&site, visit, &webinar, face, Typed::default(), Vec::new()).await
}

pub(super) async fn answer(
    State(site): State<Site>,
    visit: Visit,
    Path((slug, token)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let webinar = site.webinar(&slug).await?;
    let Some(registration) = holder(&site, &webinar, &token).await? else {
        return unknown(&site, visit, &webinar).await;
    };
    let typed = Typed::of(&fields);
    let face = open(&webinar, visit.now);
    if face != Face::Form || fields.switches_language() {
        return page(&site, visit, &webinar, face, typed, Vec::new()).await;
    }
    let answer = match evaluation::read(&fields) {
        Ok(answer) => answer,
        Err(refusal) => {
            let (field, key) = match refusal {
                Refusal::Empty => ("useful", "webinar-evaluation-empty"),
                Refusal::TooLong => (evaluation::COMMENT, "webinar-evaluation-long"),
            };
            let errors = vec![FieldError::new(field, site.host.text.word(visit.language, key, &[]))];
            return page(&site, visit, &webinar, face, typed, errors).await;
        }
    };
    let work = site.bus.begin().await?;
    if !evaluation_mark::give(&work.tx, &site.host.keys, registration, webinar.id).await? {
        work.rollback().await;
        return page(&site, visit, &webinar, Face::Answered, Typed::default(), Vec::new()).await;
    }
    store::evaluation::add(&work.tx, webinar.id, &answer).await?;
    work.commit().await?;
    page(&site, visit, &webinar, Face::Thanks, Typed::default(), Vec::new()).await
}

/// Whose link it is, if they have a place in this webinar and people are asked about it.
async fn holder(site: &Site, webinar: &store::webinar::Model, token: &str) -> Result<Option<Uuid>, Error> {
    let Some((registration, generation)) = site.host.keys.read(Purpose::Join, token) else { return Ok(None) };
    let db = &site.host.db.read;
    let asked = afterwards::find(db, webinar.id).await?.is_none_or(|after| after.evaluation);
    let seat = seat::find(db, registration).await?;
    let theirs = seat.is_some_and(|seat| {
        seat.event == webinar.id && seat.generation == i32::from(generation) && seat.state == SeatState::Admitted
    });
    Ok((theirs && asked && !webinar.cancelled).then_some(registration))
}

fn open(webinar: &store::webinar::Model, now: DateTime<Utc>) -> Face {
    match () {
        () if now < webinar.ends_at => Face::Early,
        () if now < webinar.ends_at + OPEN => Face::Form,
        () => Face::Closed,
    }
}

async fn unknown(site: &Site, visit: Visit, webinar: &store::webinar::Model) -> Result<Response, Error> {
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    Ok(private(visit.page_with(StatusCode::NOT_FOUND, &UnknownLinkPage { path: webinar.event().path() })))
}

async fn page(
    site: &Site,
    visit: Visit,
    webinar: &store::webinar::Model,
    face: Face,
    typed: Typed,
    errors: Vec<FieldError>,
) -> Result<Response, Error> {
    let organisers = site.organisers(webinar).await?;
    let visit = framed(visit, webinar, &organisers);
    let page = EvaluationPage {
        title: webinar.event().title.clone(),
        here: visit.path.clone(),
        path: webinar.event().path(),
        face,
        useful: scale(&site.host.text, visit.language),
        recommend: words(&site.host.text, visit.language),
        typed,
        errors,
    };
    let status = if page.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(private(visit.page_with(status, &page)))
}

fn scale(text: &Text, language: Language) -> Vec<Choice> {
    ["5", "4", "3", "2", "1"]
        .map(|value| Choice::new(value, text.word(language, &format!("webinar-evaluation-scale-{value}"), &[])))
        .to_vec()
}

fn words(text: &Text, language: Language) -> Vec<Choice> {
    ["yes", "maybe", "no"]
        .map(|value| Choice::new(value, text.word(language, &format!("webinar-evaluation-recommend-{value}"), &[])))
        .to_vec()
}

impl Typed {
    fn of(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).unwrap_or_default().to_owned();
        Self {
            useful: get("useful"),
            practical: get("practical"),
            recommend: get("recommend"),
            comment: get("comment"),
        }
    }
}

impl Page for EvaluationPage {
    const TEMPLATE: &'static str = "webinar/evaluation.html";

    fn samples() -> Vec<Self> {
        let choices = |all: &[(&str, &str)]| all.iter().map(|(value, label)| Choice::new(*value, *label)).collect();
        let sample = |face: Face| Self {
            title: Localised::from([(Language::Nn, "Frå tomme lokale til liv i sentrum")]),
            here: "/webinar/tomme-lokale/vurdering/x".to_owned(),
            path: "/webinar/tomme-lokale".to_owned(),
            face,
            useful: choices(&[("5", "5, svært bra"), ("4", "4"), ("3", "3"), ("2", "2"), ("1", "1, svært dårleg")]),
            recommend: choices(&[("yes", "Ja"), ("maybe", "Kanskje"), ("no", "Nei")]),
            typed: Typed::default(),
            errors: Vec::new(),
        };
        let mut wrong = sample(Face::Form);
        wrong.errors = vec![FieldError::new("useful", "Svar på minst eitt av spørsmåla.")];
        wrong.typed.comment = "<b>Meir tid</b> til spørsmål".to_owned();
        let mut samples = [Face::Form, Face::Thanks, Face::Answered, Face::Early, Face::Closed].map(sample).to_vec();
        samples.push(wrong);
        samples
    }
}
