//! When a call is open, what it says, and what it asks besides what every call asks.

use super::shown;
use crate::pages::Site;
use crate::pages::organiser::session::{Wanted, wanted};
use crate::pages::organiser::{back, form, may};
use crate::store::Words;
use crate::store::call::{self, Model, Question, Questions};
use crate::store::conference;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Tz;
use host::{Error, Fields, Organiser, Visit};
use proto::account::Role;
use proto::{Language, Localised};
use serde::Serialize;
use uuid::Uuid;

/// The most questions of one call, and how many empty ones stand at the end.
const MOST: usize = 8;
const SPARE: usize = 1;

/// The call as the form has it.
#[derive(Clone, Serialize)]
pub(super) struct Form {
    /// 0 before there is one.
    revision: i64,
    opens: String,
    opens_time: String,
    closes: String,
    closes_time: String,
    text: Localised,
    questions: Vec<Asked>,
    languages: Vec<Wanted>,
    /// Somebody else has changed it since the page was opened; this is what it is now.
    theirs: Option<Localised>,
}

#[derive(Clone, Serialize)]
struct Asked {
    id: Uuid,
    label: Localised,
    required: bool,
}

impl Form {
    pub(super) fn of(row: Option<&Model>, languages: Vec<Wanted>, zone: Tz) -> Self {
        let shown = |at: Option<DateTime<Utc>>| match at.map(|at| at.with_timezone(&zone)) {
            Some(at) => (at.date_naive().to_string(), form::shown(at.time())),
            None => (String::new(), String::new()),
        };
        let (opens, opens_time) = shown(row.map(|row| row.opens_at));
        let (closes, closes_time) = shown(row.map(|row| row.closes_at));
        let questions = row.map(|row| row.questions.0.clone()).unwrap_or_default();
        Self {
            revision: row.map_or(0, |row| row.revision),
            opens,
            opens_time,
            closes,
            closes_time,
            text: row.map(|row| row.text.0.clone()).unwrap_or_default(),
            questions: spared(questions),
            languages,
            theirs: None,
        }
    }

    fn read(fields: &Fields, languages: Vec<Wanted>) -> Self {
        let questions = (1..=MOST).filter_map(|n| {
            let id = fields.get(&format!("question-{n}-id")).and_then(form::id)?;
            let label = form::texts(fields, &format!("question-{n}"), &Localised::default());
            let required = fields.get(&format!("question-{n}-required")).is_some();
            (!label.is_empty()).then_some(Question { id, label, required })
        });
        Self {
            revision: fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or_default(),
            opens: form::typed(fields, "opens"),
            opens_time: form::typed(fields, "opens-time"),
            closes: form::typed(fields, "closes"),
            closes_time: form::typed(fields, "closes-time"),
            text: form::long_texts(fields, "text", &Localised::default()),
            questions: spared(questions.collect()),
            languages,
            theirs: None,
        }
    }

    /// The row that is wanted, or what has to be put right.
    fn row(&self, conference: Uuid, zone: Tz) -> Result<Model, Vec<(&'static str, &'static str)>> {
        let at = |date: &str, time: &str| {
            let (date, time) = (form::date(date), form::clock(time));
            let skipped = "conference-plan-skipped";
            match (date, time) {
                (None, _) => Err(("", "conference-plan-date-wrong")),
                (_, None) => Err(("-time", "conference-plan-clock-wrong")),
                (Some(date), Some(time)) => zone
                    .from_local_datetime(&date.and_time(time))
                    .earliest()
                    .map(|at| at.with_timezone(&Utc))
                    .ok_or(("-time", skipped)),
            }
        };
        let mut wrong = Vec::new();
        let opens = at(&self.opens, &self.opens_time);
        let closes = at(&self.closes, &self.closes_time);
        if let Err((part, key)) = opens {
            wrong.push((if part.is_empty() { "opens" } else { "opens-time" }, key));
        }
        if let Err((part, key)) = closes {
            wrong.push((if part.is_empty() { "closes" } else { "closes-time" }, key));
        }
        if let (Ok(opens), Ok(closes)) = (opens, closes)
            && closes <= opens
        {
            wrong.push(("closes", "conference-call-closes-before-opening"));
        }
        if self.text.is_empty() {
            wrong.push(("text-nn", "conference-call-text-missing"));
        }
        match (opens, closes, wrong.is_empty()) {
            (Ok(opens_at), Ok(closes_at), true) => Ok(Model {
                conference,
                revision: self.revision + 1,
                opens_at,
                closes_at,
                text: Words(self.text.clone()),
                questions: Questions(
                    self.questions.iter().filter(|one| !one.label.is_empty()).map(Asked::kept).collect(),
                ),
            }),
            _ => Err(wrong),
        }
    }

    /// For samples.
    pub(super) fn example(written: bool) -> Self {
        use crate::timetable::example;
        let row = Model {
            conference: Uuid::nil(),
            revision: 1,
            opens_at: example::at("2027-01-15T08:00:00Z"),
            closes_at: example::at("2027-02-15T22:59:00Z"),
            text: Words(example::text("Fortel oss om noko de har prøvd.", "Tell us what you have tried.")),
            questions: Questions(vec![Question {
                id: Uuid::from_u128(1),
                label: example::text("Kva skal deltakarane sitje att med?", "What should people take away?"),
                required: true,
            }]),
        };
        let languages = wanted(&[Language::Nn, Language::Nb]);
        Self::of(written.then_some(&row), languages, chrono_tz::Europe::Oslo)
    }
}

impl Asked {
    fn kept(&self) -> Question {
        Question { id: self.id, label: self.label.clone(), required: self.required }
    }
}

/// With empty ones at the end.
fn spared(questions: Vec<Question>) -> Vec<Asked> {
    let of = |question: Question| Asked { id: question.id, label: question.label, required: question.required };
    let rows = (questions.len() + SPARE).min(MOST);
    let mut asked: Vec<Asked> = questions.into_iter().map(of).collect();
    while asked.len() < rows {
        asked.push(Asked { id: Uuid::now_v7(), label: Localised::default(), required: false });
    }
    asked
}

pub(super) async fn keep(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let work = site.bus.begin().await?;
    let conference = match conference::to_change(&work.tx, &slug).await? {
        Some(conference) if may(&conference, &organiser, Role::Editor) => conference,
        _ => {
            work.rollback().await;
            return Err(Error::NotFound);
        }
    };
    let organisers = site.organisers(&conference).await?;
    let languages = wanted(&super::required(&conference, &organisers));
    let mut typed = Form::read(&fields, languages);
    let now = call::find(&work.tx, conference.id).await?;
    let wanted = match typed.row(conference.id, conference.event().timezone) {
        Ok(wanted) => wanted,
        Err(wrong) => {
            work.rollback().await;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return shown(&site, &organiser, visit, &conference, status, Some(typed), false, &wrong).await;
        }
    };
    let revision = now.as_ref().map_or(0, |now| now.revision);
    let same = now.as_ref().is_some_and(|now| *now == Model { revision, ..wanted.clone() });
    if revision != typed.revision && !same {
        work.rollback().await;
        typed.theirs = now.map(|now| now.text.0);
        typed.revision = revision;
        let status = StatusCode::CONFLICT;
        return shown(&site, &organiser, visit, &conference, status, Some(typed), false, &[]).await;
    }
    if !same {
        call::keep(&work.tx, wanted).await?;
    }
    work.commit().await?;
    tracing::info!(event.id = %conference.id, account.id = %organiser.account, "a call was kept");
    Ok(back(&visit, &slug, "/framlegg?lagra=1"))
}
