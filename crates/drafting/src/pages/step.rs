//! `/arrangor/…/utkast/{id}/steg/{step}`: one step of a draft. What is sent is kept however little it is; what cannot stay as
//! it is is told of beside the field.

use super::form::{new_key, seen};
use super::{Changed, Known, PATH, Site, Stale, private, sentence};
use crate::draft::{Draft, MOST_CHOICES, ROLES, Step, ZONES};
use crate::{Drafts, Network};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Choice, Error, FieldError, Fields, FrameOrganisation, Page, Visit};
use proto::event::EventKind;
use proto::{Language, Localised};
use serde::Serialize;
use std::collections::BTreeMap;
use std::convert::Infallible;
use text::Text;

#[derive(Serialize)]
pub(crate) struct DraftStepPage {
    kind: EventKind,
    steps: Vec<(&'static str, &'static str)>,
    /// Of the draft.
    path: String,
    /// Of the step.
    action: String,
    word: &'static str,
    title: Localised,
    number: usize,
    of: usize,
    languages: Vec<InLanguage>,
    typed: Draft,
    zones: Vec<Choice>,
    /// The networks that can be invited.
    networks: Vec<Network>,
    roles: Vec<RoleRow>,
    choices: Vec<ChoiceRow>,
    /// Without an address there is a room that is made here.
    room: bool,
    version: i64,
    errors: Vec<FieldError>,
    /// It is kept, though something in it has to be put right.
    kept: bool,
    /// Somebody has changed this step in the meantime.
    stale: Option<Stale>,
    csrf_failed: bool,
}

#[derive(Serialize)]
struct RoleRow {
    word: &'static str,
    least: String,
    most: String,
}

/// What people can sign up for besides, or room for it.
#[derive(Serialize)]
struct ChoiceRow {
    key: String,
    texts: BTreeMap<&'static str, String>,
    capacity: String,
}

/// The texts in one language.
#[derive(Serialize)]
struct InLanguage {
    code: &'static str,
    /// The organisation says that they must exist.
    required: bool,
    title: String,
    summary: String,
    description: String,
    venue: String,
    price: String,
    room: String,
}

/// How a step is shown.
#[derive(Default)]
struct Shown {
    errors: Vec<FieldError>,
    kept: bool,
    stale: Option<Stale>,
    csrf_failed: bool,
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    Path((_, step)): Path<(String, String)>,
) -> Result<Response, Error> {
    let step = named(K::KIND, &step)?;
    let shown = Shown { errors: wrong(&known, step, &site.host().text, &visit), ..Shown::default() };
    let typed = known.row.draft().clone();
    Ok(answer(visit, &known, step, typed, StatusCode::OK, shown))
}

pub(crate) async fn save<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    mut known: Known,
    Path((_, step)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let step = named(K::KIND, &step)?;
    let sent = |draft: &Draft| {
        let mut draft = draft.clone();
        draft.take(step, |name| fields.get(name), new_key);
        draft
    };
    if !visit.genuine(fields.csrf()) {
        let (typed, shown) = (sent(known.row.draft()), Shown { csrf_failed: true, ..Shown::default() });
        return Ok(answer(visit, &known, step, typed, StatusCode::FORBIDDEN, shown));
    }
    let taken = |draft: &Draft| Ok::<_, Infallible>(sent(draft));
    if let Changed::Stale(stale) = known.change(&site, step, seen(&fields), taken).await? {
        let (typed, shown) = (sent(known.row.draft()), Shown { stale: Some(stale), ..Shown::default() });
        return Ok(answer(visit, &known, step, typed, StatusCode::CONFLICT, shown));
    }
    let errors = wrong(&known, step, &site.host().text, &visit);
    if !errors.is_empty() {
        let (typed, shown) = (known.row.draft().clone(), Shown { errors, kept: true, ..Shown::default() });
        return Ok(answer(visit, &known, step, typed, StatusCode::UNPROCESSABLE_ENTITY, shown));
    }
    let target = match step.next(K::KIND).filter(|_| fields.get("go") == Some("on")) {
        Some(next) => format!("{}/steg/{}", known.path(), next.path()),
        None if fields.get("go") == Some("here") => format!("{}/steg/{}", known.path(), step.path()),
        None => format!("{}?gjort=lagra", known.path()),
    };
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

/// The form is built on pages of its own.
fn named(kind: EventKind, path: &str) -> Result<Step, Error> {
    let mut steps = Step::of(kind).iter().copied().filter(|step| *step != Step::Questions);
    steps.find(|step| step.path() == path).ok_or(Error::NotFound)
}

/// What stands in the step and cannot stay.
fn wrong(known: &Known, step: Step, words: &Text, visit: &Visit) -> Vec<FieldError> {
    let missing = known.missing(visit.now);
    let here = missing.into_iter().filter(|one| one.place().step == Some(step) && one.is_wrong());
    here.map(|one| FieldError::new(one.id(), sentence(words, visit.language, one))).collect()
}

fn answer(visit: Visit, known: &Known, step: Step, typed: Draft, status: StatusCode, shown: Shown) -> Response {
    let visit = visit.organisation(&FrameOrganisation::from(&known.organisation));
    let page = DraftStepPage {
        room: known.rooms,
        networks: known.networks.clone(),
        version: known.row.version,
        title: known.row.draft().title.clone(),
        errors: shown.errors,
        kept: shown.kept,
        stale: shown.stale,
        csrf_failed: shown.csrf_failed,
        ..DraftStepPage::of(known.kind, known.path(), step, typed, &known.organisation.required_languages)
    };
    private(visit.page_with(status, &page))
}

impl DraftStepPage {
    fn of(kind: EventKind, path: String, step: Step, typed: Draft, required: &[Language]) -> Self {
        let steps = Step::of(kind);
        let zone = |name: &str| Choice::new(name, name);
        let mut zones: Vec<Choice> = ZONES.into_iter().map(zone).collect();
        if !ZONES.contains(&typed.timezone.as_str()) && !typed.timezone.is_empty() {
            zones.push(zone(&typed.timezone));
        }
        Self {
            action: format!("{path}/steg/{}", step.path()),
            path,
            word: step.word(),
            title: typed.title.clone(),
            number: steps.iter().take_while(|other| **other != step).count() + 1,
            of: steps.len(),
            steps: steps.iter().map(|step| (step.word(), step.path())).collect(),
            kind,
            languages: in_languages(&typed, required),
            zones,
            networks: Vec::new(),
            roles: ROLES.into_iter().map(|word| RoleRow::of(word, &typed)).collect(),
            choices: choices(&typed),
            typed,
            room: false,
            version: 1,
            errors: Vec::new(),
            kept: false,
            stale: None,
            csrf_failed: false,
        }
    }
}

impl RoleRow {
    fn of(word: &'static str, typed: &Draft) -> Self {
        let of = |roles: &BTreeMap<String, String>| roles.get(word).cloned().unwrap_or_default();
        Self { word, least: of(&typed.least), most: of(&typed.most) }
    }
}

/// Those that are there, and room for two more.
fn choices(typed: &Draft) -> Vec<ChoiceRow> {
    let row = |choice: &crate::draft::Choice| ChoiceRow {
        key: choice.key.clone(),
        texts: Language::ALL
            .into_iter()
            .map(|language| (language.code(), choice.label.0.get(&language).cloned().unwrap_or_default()))
            .collect(),
        capacity: choice.capacity.clone(),
    };
    let mut rows: Vec<ChoiceRow> = typed.choices.iter().map(row).collect();
    let wanted = (rows.len() + 2).min(MOST_CHOICES);
    rows.resize_with(wanted, || row(&crate::draft::Choice::default()));
    rows
}

/// Those that must exist come first.
fn in_languages(typed: &Draft, required: &[Language]) -> Vec<InLanguage> {
    let own = |text: &Localised, language: Language| text.0.get(&language).cloned().unwrap_or_default();
    let others = Language::ALL.into_iter().filter(|language| !required.contains(language));
    let one = |language: Language| InLanguage {
        code: language.code(),
        required: required.contains(&language),
        title: own(&typed.title, language),
        summary: own(&typed.summary, language),
        description: own(&typed.description, language),
        venue: own(&typed.venue, language),
        price: own(&typed.policies.price, language),
        room: own(&typed.room, language),
    };
    required.iter().copied().chain(others).map(one).collect()
}

impl Page for DraftStepPage {
    const TEMPLATE: &'static str = "drafting/step.html";

    fn samples() -> Vec<Self> {
        let mut typed = Draft::default();
        for step in Step::of(EventKind::Gathering).iter().copied() {
            let filled = |name: &str| match name {
                "choice-1_nn" | "choice-1_nb" => Some("Middag <tysdag>"),
                "choice-1-places" => Some("40"),
                "network" => Some("byregionprogrammet"),
                "seats" | "least_elected" => Some("3"),
                "attendance" => Some("both"),
                "title_nn" | "title_nb" => Some("Frå tomme lokale til <liv> i sentrum"),
                "description_nn" => Some("Første avsnitt.\n\nAndre <avsnitt>."),
                "contact_email" => Some("kurs@distriktssenteret.example"),
                "starts" | "ends" => Some("10:00"),
                "day-day" | "day-month" => Some("12"),
                "day-year" => Some("2027"),
                "venue_nn" | "venue_nb" => Some("Biblioteket i <Steinkjer>"),
                "apart" | "apart_asked" => Some("yes"),
                "waiting" => Some("offer"),
                "order" => Some("fill"),
                "after_deadline" => Some("no"),
                "approval" | "listed" => Some("yes"),
                "open_to" => Some("some"),
                "domains" => Some("ks.no\nikkje eit domene"),
                _ => None,
            };
            typed.take(step, filled, || "s1".to_owned());
        }
        let required = [Language::Nb, Language::Nn];
        let page =
            |step, typed: &Draft| Self::of(EventKind::Webinar, format!("{PATH}/7"), step, typed.clone(), &required);
        let at = "2027-01-12T08:00:00Z".parse().unwrap_or_default();
        let ends = FieldError::new("ends", "Slutten må vere etter starten");
        let day = FieldError::new("day", "Skriv ein dato som finst");
        let steps = [Step::Texts, Step::Time, Step::SignUp, Step::Policies];
        let mut samples: Vec<Self> = steps.map(|step| page(step, &Draft::default())).into();
        samples.extend(steps.map(|step| page(step, &typed)));
        samples.push(Self { errors: vec![day, ends], kept: true, room: true, ..page(Step::Time, &typed) });
        let hours = FieldError::new("working_hours", "Skriv eit tal frå 1 til 400.");
        let domains = FieldError::new("domains", "Skriv domene slik dei står etter @.");
        samples.push(Self { errors: vec![hours, domains], kept: true, ..page(Step::Policies, &typed) });
        samples.push(Self { stale: Some(Stale { at, own: false }), ..page(Step::SignUp, &typed) });
        samples.push(Self { stale: Some(Stale { at, own: true }), ..page(Step::Texts, &typed) });
        samples.push(Self { csrf_failed: true, ..page(Step::SignUp, &typed) });
        let network =
            |slug: &str, name: &str| Network { slug: slug.to_owned(), name: Localised::from([(Language::Nn, name)]) };
        let networks =
            vec![network("byregionprogrammet", "Byregionprogrammet"), network("ks", "Livskraftige <kommunar>")];
        let of = |kind, step, typed: &Draft| Self {
            networks: networks.clone(),
            ..Self::of(kind, format!("{PATH}/7"), step, typed.clone(), &required)
        };
        let (gathering, conference) = (EventKind::Gathering, EventKind::Conference);
        let empty = Draft::default();
        samples.extend([Step::Time, Step::Invited, Step::Choices].map(|step| of(gathering, step, &empty)));
        samples.extend([Step::Time, Step::Invited, Step::Choices].map(|step| of(gathering, step, &typed)));
        samples.push(Self { networks: Vec::new(), ..of(gathering, Step::Invited, &empty) });
        samples.extend([Step::Time, Step::SignUp].map(|step| of(conference, step, &typed)));
        let wrong = ["seats", "most_elected", "release", "answer_days"];
        let errors = wrong.map(|field| FieldError::new(field, "Skriv eit tal frå 1 til 50")).into();
        samples.push(Self { errors, kept: true, ..of(gathering, Step::Invited, &typed) });
        let errors = vec![FieldError::new("choice-1-places", "Skriv talet på plassar")];
        samples.push(Self { errors, kept: true, ..of(gathering, Step::Choices, &typed) });
        samples
    }
}
