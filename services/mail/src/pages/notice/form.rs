//! `/arrangor/brev/{slug}/meldingar/ny` and `…/{id}/endre`: what a message says in each language, and to whom. What is sent is kept
//! however little it is; it goes nowhere until somebody lets it go.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::event::{Attendance, Form};
use proto::{Language, Localised, PoolId};
use serde::Serialize;
use text::Text;
use uuid::Uuid;

use super::{Known, private};
use crate::notice::{self, Notice};
use crate::own_words::{self, Part, Placeholder, Wrong};
use crate::pages::Site;
use crate::selection::{Presence, Selection, Silence, Standing, form_word};
use crate::store;

#[derive(Debug, Serialize)]
pub(in crate::pages) struct FormPage {
    title: Localised,
    letters: String,
    path: String,
    action: String,
    /// Absent for a new one.
    id: Option<Uuid>,
    /// Under which a new one is kept, so that it is there once though it is sent twice.
    new_id: Uuid,
    revision: i64,
    languages: Vec<InLanguage>,
    placeholders: Vec<&'static str>,
    standings: Vec<&'static str>,
    forms: Vec<&'static str>,
    sessions: Vec<Session>,
    presences: Vec<&'static str>,
    silences: Vec<&'static str>,
    typed: Typed,
    timezone: Tz,
    errors: Vec<FieldError>,
    /// Somebody has changed it in the meantime, then.
    stale: Option<DateTime<Utc>>,
}

#[derive(Debug, Serialize)]
struct InLanguage {
    code: &'static str,
    subject: String,
    text: String,
}

#[derive(Debug, Serialize)]
struct Session {
    id: PoolId,
    label: Localised,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
}

/// The choices, as they stand in the form.
#[derive(Clone, Debug, Default, Serialize)]
struct Typed {
    standings: Vec<String>,
    form: String,
    session: String,
    presence: String,
    silence: String,
    necessary: bool,
    any_hour: bool,
}

impl Typed {
    fn of(notice: &Notice) -> Self {
        let chosen = &notice.selection;
        let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
        Self {
            standings: chosen.standings.iter().map(|standing| standing.word().to_owned()).collect(),
            form: word(chosen.form.map(form_word)),
            session: chosen.session.map(|pool| pool.to_string()).unwrap_or_default(),
            presence: word(chosen.presence.map(Presence::word)),
            silence: word(chosen.silence.map(Silence::word)),
            necessary: notice.necessary,
            any_hour: notice.any_hour,
        }
    }
}

/// What was sent.
fn sent(known: &Known, fields: &Fields) -> Notice {
    let event = &known.event;
    let (mut subject, mut text) = (Localised::default(), Localised::default());
    for language in notice::languages(event) {
        for (texts, name, part) in [(&mut subject, "subject", Part::Subject), (&mut text, "text", Part::Text)] {
            let typed = fields.get(&format!("{name}_{}", language.code())).unwrap_or_default();
            let typed = own_words::clean(typed, part);
            if !typed.is_empty() {
                texts.0.insert(language, typed);
            }
        }
    }
    let get = |name: &str| fields.get(name).unwrap_or_default();
    let standings: Vec<&str> = fields.all("standing").collect();
    let selection = Selection {
        standings: Standing::ALL.into_iter().filter(|standing| standings.contains(&standing.word())).collect(),
        form: forms(known).into_iter().find(|form| form_word(*form) == get("way")),
        session: event.choices().map(|pool| pool.id).find(|id| id.to_string() == get("session")),
        presence: Presence::ALL.into_iter().find(|presence| presence.word() == get("presence")),
        silence: Silence::ALL.into_iter().find(|silence| silence.word() == get("silence")),
    };
    Notice {
        subject,
        text,
        selection,
        necessary: fields.get("necessary").is_some(),
        any_hour: fields.get("any_hour").is_some(),
    }
}

/// Where nobody decides about each who signs up, nobody waits for it.
fn standings(known: &Known) -> impl Iterator<Item = Standing> + use<> {
    let approval = known.event.sign_up.approval;
    Standing::ALL.into_iter().filter(move |standing| approval || *standing != Standing::Undecided)
}

/// The ways of taking part, where there are several.
fn forms(known: &Known) -> Vec<Form> {
    match known.event.attendance {
        Attendance::Both => vec![Form::InPerson, Form::Online],
        Attendance::InPerson | Attendance::Online => Vec::new(),
    }
}

/// What cannot stay as it is, in words beside its field.
fn errors(notice: &Notice, words: &Text, language: Language) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for (texts, name, part) in [(&notice.subject, "subject", Part::Subject), (&notice.text, "text", Part::Text)] {
        for (written, text) in &texts.0 {
            if let Some(wrong) = own_words::wrong(text, part) {
                errors.push(FieldError::new(format!("{name}_{}", written.code()), sentence(words, language, &wrong)));
            }
        }
    }
    if notice.selection.standings.is_empty() {
        errors.push(FieldError::new("standing", words.word(language, "mail-notice-wrong-nobody", &[])));
    }
    errors
}

/// How to put a text right, in words.
pub(in crate::pages) fn sentence(words: &Text, language: Language, wrong: &Wrong) -> String {
    match wrong {
        Wrong::Unknown(word) => {
            let word = format!("{{{word}}}");
            words.word(language, "mail-own-wrong-unknown", &[("word", word.as_str().into())])
        }
        Wrong::Brace => words.word(language, "mail-own-wrong-brace", &[]),
        Wrong::TooLong(most) => {
            let most = i64::try_from(*most).unwrap_or(i64::MAX);
            words.word(language, "mail-own-wrong-long", &[("most", most.into())])
        }
    }
}

pub(in crate::pages) async fn new(known: Known, visit: Visit) -> Result<Response, Error> {
    let everybody = Selection { standings: vec![Standing::Admitted], ..Selection::default() };
    let notice = Notice { selection: everybody, ..Notice::default() };
    let page = FormPage::of(&known, None, &notice);
    Ok(private(known.framed(visit).page(&page)))
}

pub(in crate::pages) async fn make(
    State(site): State<Site>,
    known: Known,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let notice = sent(&known, &fields);
    let id = fields.get("id").and_then(|id| id.parse::<Uuid>().ok()).unwrap_or_else(Uuid::new_v4);
    let words = &site.mail.host.text;
    let errors = if fields.switches_language() { Vec::new() } else { errors(&notice, words, visit.language) };
    if fields.switches_language() || !errors.is_empty() {
        let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let page = FormPage { new_id: id, errors, ..FormPage::of(&known, None, &notice) };
        return Ok(private(known.framed(visit).page_with(status, &page)));
    }
    let work = site.bus.begin().await?;
    store::notice::make(&work.tx, id, known.event.id, &notice, organiser.account, work.now).await?;
    work.commit().await?;
    tracing::info!(notice.id = %id, event.id = %known.event.id, account.id = %organiser.account, "a message was written");
    Ok(visit.with_cookies(Redirect::to(&format!("{}/{id}?gjort=saved", known.path())).into_response()))
}

pub(in crate::pages) async fn edit(
    State(site): State<Site>,
    known: Known,
    Path((_, id)): Path<(String, String)>,
    visit: Visit,
) -> Result<Response, Error> {
    let row = known.notice(&site, &id).await?;
    if row.state.has_gone() {
        return Ok(visit.with_cookies(Redirect::to(&format!("{}/{}", known.path(), row.id)).into_response()));
    }
    let page = FormPage::of(&known, Some(&row), &row.notice()?);
    Ok(private(known.framed(visit).page(&page)))
}

pub(in crate::pages) async fn change(
    State(site): State<Site>,
    known: Known,
    Path((_, id)): Path<(String, String)>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let row = known.notice(&site, &id).await?;
    let notice = sent(&known, &fields);
    let errors = errors(&notice, &site.mail.host.text, visit.language);
    if fields.switches_language() || !errors.is_empty() {
        let switched = fields.switches_language();
        let status = if switched { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        let errors = if switched { Vec::new() } else { errors };
        let page = FormPage { errors, ..FormPage::of(&known, Some(&row), &notice) };
        return Ok(private(known.framed(visit).page_with(status, &page)));
    }
    let seen = fields.get("revision").and_then(|revision| revision.parse::<i64>().ok()).unwrap_or_default();
    let work = site.bus.begin().await?;
    let Some(row) = store::notice::held(&work.tx, row.id).await? else {
        work.rollback().await;
        return Err(Error::NotFound);
    };
    let target = format!("{}/{}", known.path(), row.id);
    if row.state.has_gone() {
        work.rollback().await;
        return Ok(visit.with_cookies(Redirect::to(&format!("{target}?gjort=otherwise")).into_response()));
    }
    if row.revision != seen {
        work.rollback().await;
        let stale = Some(row.changed_at);
        let page = FormPage { stale, ..FormPage::of(&known, Some(&row), &notice) };
        return Ok(private(known.framed(visit).page_with(StatusCode::CONFLICT, &page)));
    }
    store::notice::change(&work.tx, row, &notice, organiser.account, work.now).await?;
    work.commit().await?;
    tracing::info!(notice.id = %id, event.id = %known.event.id, account.id = %organiser.account, "a message was changed");
    Ok(visit.with_cookies(Redirect::to(&format!("{target}?gjort=saved")).into_response()))
}

impl FormPage {
    fn of(known: &Known, row: Option<&store::notice::Model>, notice: &Notice) -> Self {
        let event = &known.event;
        let own = |texts: &Localised, language: Language| texts.0.get(&language).cloned().unwrap_or_default();
        let in_language = |language: Language| InLanguage {
            code: language.code(),
            subject: own(&notice.subject, language),
            text: own(&notice.text, language),
        };
        let session = |pool: &proto::event::Pool| Session {
            id: pool.id,
            label: pool.label.clone(),
            starts_at: pool.starts_at,
            ends_at: pool.ends_at,
        };
        let path = known.path();
        Self {
            title: event.title.clone(),
            letters: known.letters(),
            action: match row {
                Some(row) => format!("{path}/{}/endre", row.id),
                None => format!("{path}/ny"),
            },
            path,
            id: row.map(|row| row.id),
            new_id: Uuid::new_v4(),
            revision: row.map_or(0, |row| row.revision),
            languages: notice::languages(event).into_iter().map(in_language).collect(),
            placeholders: Placeholder::ALL.map(Placeholder::word).to_vec(),
            standings: standings(known).map(Standing::word).collect(),
            forms: forms(known).into_iter().map(form_word).collect(),
            sessions: event.choices().map(session).collect(),
            presences: Presence::ALL.map(Presence::word).to_vec(),
            silences: Silence::ALL.map(Silence::word).to_vec(),
            typed: Typed::of(notice),
            timezone: event.timezone,
            errors: Vec::new(),
            stale: None,
        }
    }
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "mail/notice_form.html";

    fn samples() -> Vec<Self> {
        let about = crate::letters::About::sample();
        let path = "/arrangor/brev/tomme-lokale/meldingar".to_owned();
        let in_language = |language: Language, subject: &str, text: &str| InLanguage {
            code: language.code(),
            subject: subject.to_owned(),
            text: text.to_owned(),
        };
        let session = |id: u128, label: &str| Session {
            id: PoolId(Uuid::from_u128(id)),
            label: Localised::from([(Language::Nn, label)]),
            starts_at: Some(about.starts_at),
            ends_at: Some(about.ends_at),
        };
        let empty = || Self {
            title: about.title.clone(),
            letters: "/arrangor/brev/tomme-lokale".to_owned(),
            action: format!("{path}/ny"),
            path: path.clone(),
            id: None,
            new_id: Uuid::from_u128(1),
            revision: 0,
            languages: vec![in_language(Language::Nn, "", "")],
            placeholders: Placeholder::ALL.map(Placeholder::word).to_vec(),
            standings: Standing::ALL.map(Standing::word).to_vec(),
            forms: Vec::new(),
            sessions: Vec::new(),
            presences: Presence::ALL.map(Presence::word).to_vec(),
            silences: Silence::ALL.map(Silence::word).to_vec(),
            typed: Typed { standings: vec!["admitted".to_owned()], ..Typed::default() },
            timezone: about.timezone,
            errors: Vec::new(),
            stale: None,
        };
        let long = "Vi møtest {when} på {place}.\n\nSjå <programmet> på {link}.";
        let full = || Self {
            action: format!("{path}/7/endre"),
            id: Some(Uuid::from_u128(7)),
            revision: 3,
            languages: vec![
                in_language(Language::Nn, "Hugs gode sko & <regnklede>", long),
                in_language(Language::En, "Bring good shoes", "See {link}."),
            ],
            forms: vec!["in_person", "online"],
            sessions: vec![session(21, "Gruppearbeid <ute>"), session(22, "Byvandring")],
            typed: Typed {
                standings: vec!["admitted".to_owned(), "waiting".to_owned()],
                form: "online".to_owned(),
                session: Uuid::from_u128(21).to_string(),
                necessary: true,
                ..Typed::default()
            },
            ..empty()
        };
        let wrong = Self {
            errors: vec![
                FieldError::new("text_nn", "{allergiar} er ikkje på lista over felt"),
                FieldError::new("standing", "Vel kven som skal få meldinga"),
            ],
            languages: vec![in_language(Language::Nn, "Mat", "Du har skrive {allergiar}.")],
            typed: Typed::default(),
            ..empty()
        };
        vec![empty(), full(), wrong, Self { stale: Some(about.starts_at), ..full() }]
    }
}
