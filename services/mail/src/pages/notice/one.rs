//! `/arrangor/brev/{slug}/meldingar/{id}`: how a message will look in each language, how many get it, and letting it go; afterwards
//! what has become of it.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use host::{Error, FieldError, Organiser, Page, Visit};
use proto::{EventId, Language, Localised};
use serde::{Deserialize, Serialize};

use super::list::Counts;
use super::{Audience, Known, private};
use crate::composing::{self, Imitation, Tried};
use crate::notice::{self, Lack, State as Stage, TypedTime};
use crate::pages::Site;
use crate::purpose::Purpose;
use crate::releasing;
use crate::store;
use crate::store::letter;

#[derive(Debug, Serialize)]
pub(in crate::pages) struct NoticePage {
    title: Localised,
    letters: String,
    notices: String,
    path: String,
    /// The letter to each.
    log: String,
    timezone: Tz,
    subject: Localised,
    state: &'static str,
    revision: i64,
    to: Audience,
    /// How many it would go to now; absent when it has gone.
    people: Option<usize>,
    necessary: bool,
    any_hour: bool,
    /// When letters go out that are let go now, if that is not at once.
    waits_until: Option<DateTime<Utc>>,
    /// When it was stopped or let go, or will be.
    at: Option<DateTime<Utc>>,
    /// It was let go.
    gone: bool,
    lacks: Vec<LackView>,
    looks: Vec<Look>,
    counts: Counts,
    /// How many it may reach yet.
    left: u64,
    /// Why some did not get it, and how many.
    skipped: Vec<(&'static str, i64)>,
    /// The organiser's own address is known.
    may_try: bool,
    typed: TypedTime,
    errors: Vec<FieldError>,
    done: Option<&'static str>,
}

/// Something that is missing.
#[derive(Debug, Serialize)]
struct LackView {
    word: &'static str,
    language: Option<&'static str>,
}

impl From<Lack> for LackView {
    fn from(lack: Lack) -> Self {
        match lack {
            Lack::Subject(language) => Self { word: "subject", language: Some(language.code()) },
            Lack::Text(language) => Self { word: "text", language: Some(language.code()) },
            Lack::Cancelled => Self { word: "cancelled", language: None },
        }
    }
}

/// The letter as somebody gets it in one language.
#[derive(Debug, Serialize)]
struct Look {
    code: &'static str,
    /// How many get it in this language.
    people: usize,
    subject: String,
    text: String,
}

/// What the address says besides.
#[derive(Deserialize)]
pub(in crate::pages) struct Asked {
    gjort: Option<String>,
}

const DONE: [&str; 9] = ["saved", "tried", "released", "scheduled", "held", "otherwise", "lacking", "stopped", "gone"];

pub(in crate::pages) async fn get(
    State(site): State<Site>,
    known: Known,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    organiser: Organiser,
    visit: Visit,
) -> Result<Response, Error> {
    let row = known.notice(&site, &id).await?;
    let done = DONE.into_iter().find(|word| asked.gjort.as_deref() == Some(word));
    let page = NoticePage { done, ..page(&site, &known, &row, &organiser, visit.now).await? };
    Ok(private(known.framed(visit).page(&page)))
}

/// The page again, with what is wrong with the time that was typed.
pub(super) async fn untimely(
    site: &Site,
    known: &Known,
    row: &store::notice::Model,
    organiser: &Organiser,
    visit: Visit,
    (typed, errors): (TypedTime, Vec<FieldError>),
) -> Result<Response, Error> {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = NoticePage { typed, errors, ..page(site, known, row, organiser, visit.now).await? };
    Ok(private(known.framed(visit).page_with(status, &page)))
}

async fn page(
    site: &Site,
    known: &Known,
    row: &store::notice::Model,
    organiser: &Organiser,
    now: DateTime<Utc>,
) -> Result<NoticePage, Error> {
    let db = &site.mail.host.db.read;
    let (event, notice) = (&known.event, row.notice()?);
    let released = row.state.has_gone();
    let people = if released { None } else { Some(releasing::chosen(db, event, &notice.selection).await?) };
    let own = if released { became(site, row).await? } else { Vec::new() };
    let left = match row.state {
        Stage::Released => left(site, row).await?,
        _ => 0,
    };
    let due = notice::due(notice.any_hour, event.timezone, now);
    Ok(NoticePage {
        title: event.title.clone(),
        letters: known.letters(),
        notices: known.path(),
        path: format!("{}/{}", known.path(), row.id),
        log: format!("{}?melding={}#log", known.letters(), row.id),
        timezone: event.timezone,
        state: row.state.word(),
        revision: row.revision,
        to: Audience::of(&notice, event),
        necessary: notice.necessary,
        any_hour: notice.any_hour,
        waits_until: (due > now).then_some(due),
        at: row.at(),
        gone: released,
        lacks: match released {
            true => Vec::new(),
            false => notice::lacks(&notice, event, known.cancelled).into_iter().map(LackView::from).collect(),
        },
        looks: looks(site, known, &notice, people.as_deref(), now)?,
        people: people.map(|people| people.len()),
        counts: Counts::of(row.chosen, own.iter()),
        left,
        skipped: skipped(&own),
        may_try: organiser.email.is_some(),
        subject: notice.subject,
        typed: TypedTime::default(),
        errors: Vec::new(),
        done: None,
    })
}

/// What has become of the letters of a message.
pub(super) async fn became(site: &Site, row: &store::notice::Model) -> Result<Vec<letter::OfRule>, Error> {
    let mut letters = letter::by_rule(&site.mail.host.db.read, EventId(row.event), &[Purpose::Notice]).await?;
    letters.retain(|of_rule| of_rule.rule == row.rule());
    Ok(letters)
}

/// How many letters of a message may go out yet.
pub(super) async fn left(site: &Site, row: &store::notice::Model) -> Result<u64, Error> {
    let db = &site.mail.host.db.read;
    Ok(letter::left(db, EventId(row.event), Purpose::Notice, &row.rule()).await?)
}

/// Why some do not get it, and how many.
pub(super) fn skipped(letters: &[letter::OfRule]) -> Vec<(&'static str, i64)> {
    letters.iter().filter_map(|of_rule| Some((of_rule.skip?.word(), of_rule.count))).collect()
}

/// The letter in each language in which it is written.
fn looks(
    site: &Site,
    known: &Known,
    notice: &notice::Notice,
    people: Option<&[store::registration::Known]>,
    now: DateTime<Utc>,
) -> Result<Vec<Look>, Error> {
    let mut looks = Vec::new();
    let languages = Language::ALL.into_iter().filter(|language| notice.text.0.contains_key(language));
    let languages: Vec<Language> = languages.collect();
    for language in &languages {
        let (event, organisation) = (&known.event, &known.organisation);
        let of = Tried::Notice(notice);
        let imitation = Imitation { of, event, organisation, language: *language, now };
        let written = composing::preview(site.mail.desk(), imitation)
            .map_err(|error| anyhow::anyhow!("a message cannot be shown: {error}"))?;
        let reads_it =
            |known: &&store::registration::Known| notice.text.language(known.registration.language) == Some(*language);
        let people = people.map_or(0, |people| people.iter().filter(reads_it).count());
        looks.push(Look { code: language.code(), people, subject: written.subject, text: written.text });
    }
    Ok(looks)
}

impl Page for NoticePage {
    const TEMPLATE: &'static str = "mail/notice.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let notices = "/arrangor/brev/tomme-lokale/meldingar".to_owned();
        let look = |language: Language, people| Look {
            code: language.code(),
            people,
            subject: "Hugs gode sko & <regnklede>".to_owned(),
            text: "Hei Kari!\n\nHugs gode sko & <regnklede>.\n\nHelsing Distriktssenteret\n".to_owned(),
        };
        let page = |stage: Stage| Self {
            title: about.title.clone(),
            letters: "/arrangor/brev/tomme-lokale".to_owned(),
            path: format!("{notices}/7"),
            log: "/arrangor/brev/tomme-lokale#log".to_owned(),
            notices: notices.clone(),
            timezone: about.timezone,
            subject: Localised::from([(Language::Nn, "Hugs gode sko & <regnklede>")]),
            state: stage.word(),
            revision: 3,
            to: Audience {
                standings: vec!["admitted", "waiting"],
                form: Some("online"),
                session: Some(Localised::from([(Language::Nn, "Gruppearbeid <ute>")])),
                presence: Some("missed"),
                silence: Some("unconfirmed"),
            },
            people: Some(1_250),
            necessary: false,
            any_hour: false,
            waits_until: None,
            at: None,
            gone: stage.has_gone(),
            lacks: Vec::new(),
            looks: vec![look(Language::Nn, 1_200), look(Language::En, 50)],
            counts: Counts::default(),
            left: 0,
            skipped: Vec::new(),
            may_try: true,
            typed: TypedTime::default(),
            errors: Vec::new(),
            done: None,
        };
        let lacking = Self {
            lacks: vec![Lack::Subject(Language::En).into(), Lack::Text(Language::En).into(), Lack::Cancelled.into()],
            looks: Vec::new(),
            subject: Localised::default(),
            people: Some(0),
            may_try: false,
            done: Some("lacking"),
            ..page(Stage::Held)
        };
        let night = Self { waits_until: Some(about.starts_at), necessary: true, ..page(Stage::Held) };
        let scheduled = Self { at: Some(about.starts_at), done: Some("scheduled"), ..page(Stage::Scheduled) };
        let released = Self {
            people: None,
            at: Some(about.starts_at),
            counts: Counts { chosen: 1_250, planned: 10, sent: 1_230, trouble: 4, skipped: 6 },
            left: 10,
            skipped: vec![("withdrawn", 5), ("stopped", 1)],
            done: Some("released"),
            ..page(Stage::Released)
        };
        let wrong = Self {
            typed: TypedTime { day: "32".to_owned(), clock: "25".to_owned(), ..TypedTime::default() },
            errors: vec![FieldError::new("day", "Skriv ein dato som finst")],
            ..page(Stage::Held)
        };
        let stopped = Self {
            people: None,
            at: Some(about.starts_at),
            counts: Counts { chosen: 1_250, planned: 0, sent: 830, trouble: 4, skipped: 416 },
            skipped: vec![("withdrawn", 5), ("stopped-by-organiser", 411)],
            done: Some("stopped"),
            ..page(Stage::Stopped)
        };
        vec![Self { done: Some("tried"), ..page(Stage::Held) }, lacking, night, scheduled, released, stopped, wrong]
    }
}
