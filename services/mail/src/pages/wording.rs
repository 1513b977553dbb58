//! `/arrangor/brev/{slug}/ordlyd` and `…/ordlyd/{letter}`: what the organisers say in the letters about an event, besides the usual
//! words.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use text::Text;

use super::notice::{Known, private, sentence};
use super::{Site, trial};
use crate::composing::{self, Imitation, Tried};
use crate::notice;
use crate::own_words::{self, Part, Placeholder};
use crate::planning::TrialOf;
use crate::store;
use crate::wording::{Reworded, Wording, missing};

#[derive(Debug, Serialize)]
pub(super) struct ListPage {
    title: Localised,
    letters: String,
    path: String,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    letter: &'static str,
    /// The organisers say something of their own.
    own: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct WordingPage {
    title: Localised,
    letters: String,
    all: String,
    path: String,
    letter: &'static str,
    revision: i64,
    /// The organisers say something of their own.
    own: bool,
    languages: Vec<InLanguage>,
    placeholders: Vec<&'static str>,
    may_try: bool,
    errors: Vec<FieldError>,
    /// Somebody has changed it in the meantime.
    stale: bool,
    done: Option<&'static str>,
}

/// What is said in one language, and how the whole letter is.
#[derive(Debug, Serialize)]
struct InLanguage {
    code: &'static str,
    subject: String,
    text: String,
    look: Option<Look>,
}

#[derive(Debug, Serialize)]
struct Look {
    subject: String,
    text: String,
}

/// What the address says besides.
#[derive(Deserialize)]
pub(super) struct Asked {
    gjort: Option<String>,
}

pub(super) async fn list(State(site): State<Site>, known: Known, visit: Visit) -> Result<Response, Error> {
    let said = store::wording::of_event(&site.mail.host.db.read, known.event.id).await?;
    let own = |letter: &Reworded| said.0.get(letter).is_some_and(|wording| !wording.is_empty());
    let page = ListPage {
        title: known.event.title.clone(),
        letters: known.letters(),
        path: path(&known),
        rows: letters(&known).map(|letter| Row { letter: letter.word(), own: own(&letter) }).collect(),
    };
    Ok(private(known.framed(visit).page(&page)))
}

fn path(known: &Known) -> String {
    format!("{}/ordlyd", known.letters())
}

/// Those that there can be about the event.
fn letters(known: &Known) -> impl Iterator<Item = Reworded> + use<> {
    let approval = known.event.sign_up.approval;
    Reworded::ALL.into_iter().filter(move |letter| approval || *letter != Reworded::Received)
}

fn named(known: &Known, word: &str) -> Result<Reworded, Error> {
    letters(known).find(|letter| letter.word() == word).ok_or(Error::NotFound)
}

pub(super) async fn one(
    State(site): State<Site>,
    known: Known,
    Path((_, letter)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    organiser: Organiser,
    visit: Visit,
) -> Result<Response, Error> {
    let letter = named(&known, &letter)?;
    let said = store::wording::of_event(&site.mail.host.db.read, known.event.id).await?;
    let done = ["saved", "back", "tried", "otherwise"].into_iter().find(|word| asked.gjort.as_deref() == Some(word));
    let mut page = WordingPage::of(&known, letter, said.0.get(&letter).unwrap_or(&Wording::default()), &organiser);
    for one in &mut page.languages {
        let Ok(language) = one.code.parse::<Language>() else { continue };
        let (event, organisation) = (&known.event, &known.organisation);
        let of = Tried::Letter(letter, &said);
        let imitation = Imitation { of, event, organisation, language, now: visit.now };
        let written = composing::preview(site.mail.desk(), imitation)
            .map_err(|error| anyhow::anyhow!("a letter cannot be shown: {error}"))?;
        one.look = Some(Look { subject: written.subject, text: written.text });
    }
    Ok(private(known.framed(visit).page(&WordingPage { done, ..page })))
}

pub(super) async fn change(
    State(site): State<Site>,
    known: Known,
    Path((_, letter)): Path<(String, String)>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let letter = named(&known, &letter)?;
    let path = format!("{}/{}", path(&known), letter.word());
    let sent = sent(&known, &fields);
    let shown = |status: StatusCode, errors: Vec<FieldError>, stale: bool, visit: Visit| {
        let page = WordingPage { errors, stale, ..WordingPage::of(&known, letter, &sent, &organiser) };
        private(known.framed(visit).page_with(status, &page))
    };
    if fields.switches_language() {
        return Ok(shown(StatusCode::OK, Vec::new(), false, visit));
    }
    let doing = fields.get("do").unwrap_or_default();
    if doing == "try" {
        let work = site.bus.begin().await?;
        let of = TrialOf::Letter(letter.word().to_owned());
        let languages = notice::languages(&known.event);
        let done = trial::send(&work, &known, &organiser, (&of, letter.word()), languages).await?;
        work.commit().await?;
        site.mail.wake.notify_one();
        return Ok(visit.with_cookies(Redirect::to(&format!("{path}?gjort={done}")).into_response()));
    }
    let (wording, done) = match doing {
        "back" => (Wording { revision: sent.revision, ..Wording::default() }, "back"),
        _ => (sent.clone(), "saved"),
    };
    let errors = errors(&wording, &known, &site.mail.host.text, visit.language);
    if !errors.is_empty() {
        return Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, errors, false, visit));
    }
    let work = site.bus.begin().await?;
    let about = (known.event.id, letter);
    if !store::wording::keep(&work.tx, about, &wording, organiser.account, work.now).await? {
        work.rollback().await;
        return Ok(shown(StatusCode::CONFLICT, Vec::new(), true, visit));
    }
    work.commit().await?;
    tracing::info!(event.id = %known.event.id, account.id = %organiser.account, letter = letter.word(), done, "the words of a letter are others");
    Ok(visit.with_cookies(Redirect::to(&format!("{path}?gjort={done}")).into_response()))
}

fn sent(known: &Known, fields: &Fields) -> Wording {
    let revision = fields.get("revision").and_then(|revision| revision.parse().ok()).unwrap_or_default();
    let mut wording = Wording { revision, ..Wording::default() };
    for language in notice::languages(&known.event) {
        let parts = [(&mut wording.subject, "subject", Part::Subject), (&mut wording.text, "text", Part::Text)];
        for (texts, name, part) in parts {
            let typed = fields.get(&format!("{name}_{}", language.code())).unwrap_or_default();
            let typed = own_words::clean(typed, part);
            if !typed.is_empty() {
                texts.0.insert(language, typed);
            }
        }
    }
    wording
}

/// What cannot stay as it is, in words beside its field.
fn errors(wording: &Wording, known: &Known, words: &Text, language: Language) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let languages = notice::languages(&known.event);
    for (texts, name, part) in [(&wording.subject, "subject", Part::Subject), (&wording.text, "text", Part::Text)] {
        for (written, text) in &texts.0 {
            if let Some(wrong) = own_words::wrong(text, part) {
                errors.push(FieldError::new(format!("{name}_{}", written.code()), sentence(words, language, &wrong)));
            }
        }
        for one in missing(texts, &languages) {
            let field = format!("{name}_{}", one.code());
            errors.push(FieldError::new(field, words.word(language, "mail-wording-wrong-missing", &[])));
        }
    }
    errors
}

impl WordingPage {
    fn of(known: &Known, letter: Reworded, wording: &Wording, organiser: &Organiser) -> Self {
        let own = |texts: &Localised, language: Language| texts.0.get(&language).cloned().unwrap_or_default();
        let in_language = |language: Language| InLanguage {
            code: language.code(),
            subject: own(&wording.subject, language),
            text: own(&wording.text, language),
            look: None,
        };
        Self {
            title: known.event.title.clone(),
            letters: known.letters(),
            all: path(known),
            path: format!("{}/{}", path(known), letter.word()),
            letter: letter.word(),
            revision: wording.revision,
            own: !wording.is_empty(),
            languages: notice::languages(&known.event).into_iter().map(in_language).collect(),
            placeholders: Placeholder::ALL.map(Placeholder::word).to_vec(),
            may_try: organiser.email.is_some(),
            errors: Vec::new(),
            stale: false,
            done: None,
        }
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "mail/wordings.html";

    fn samples() -> Vec<Self> {
        let row = |letter: Reworded| Row { letter: letter.word(), own: letter == Reworded::Confirmation };
        vec![Self {
            title: crate::letters::About::sample().title,
            letters: "/arrangor/brev/tomme-lokale".to_owned(),
            path: "/arrangor/brev/tomme-lokale/ordlyd".to_owned(),
            rows: Reworded::ALL.into_iter().map(row).collect(),
        }]
    }
}

impl Page for WordingPage {
    const TEMPLATE: &'static str = "mail/wording.html";

    fn samples() -> Vec<Self> {
        let look = || Look {
            subject: "Du er påmeld: Tomme <lokale>".to_owned(),
            text: "Hei Kari!\n\nSå fint at du blir med.\n\nTa med <matpakke>.\n".to_owned(),
        };
        let in_language = |language: Language, subject: &str, text: &str| InLanguage {
            code: language.code(),
            subject: subject.to_owned(),
            text: text.to_owned(),
            look: Some(look()),
        };
        let page = |letter: Reworded, languages| Self {
            title: crate::letters::About::sample().title,
            letters: "/arrangor/brev/tomme-lokale".to_owned(),
            all: "/arrangor/brev/tomme-lokale/ordlyd".to_owned(),
            path: format!("/arrangor/brev/tomme-lokale/ordlyd/{}", letter.word()),
            letter: letter.word(),
            revision: 0,
            own: false,
            languages,
            placeholders: Placeholder::ALL.map(Placeholder::word).to_vec(),
            may_try: true,
            errors: Vec::new(),
            stale: false,
            done: None,
        };
        let usual = || vec![in_language(Language::Nn, "", ""), in_language(Language::En, "", "")];
        let own = || vec![in_language(Language::Nn, "Velkomen til {event}", "Ta med <matpakke>.\n\nSjå {link}.")];
        let wrong = Self {
            own: true,
            errors: vec![FieldError::new("text_nn", "{food} finst ikkje")],
            ..page(Reworded::Reminder, vec![InLanguage { look: None, ..in_language(Language::Nn, "", "{food}") }])
        };
        let saved = Self { own: true, revision: 2, done: Some("saved"), ..page(Reworded::Confirmation, own()) };
        let stale = Self { stale: true, own: true, ..page(Reworded::FollowUp, own()) };
        vec![Self { may_try: false, ..page(Reworded::Confirmation, usual()) }, saved, wrong, stale]
    }
}
