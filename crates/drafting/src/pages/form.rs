//! `/arrangor/…/utkast/{id}/steg/sporsmal`: the questions of the form in their order, and one more.

mod changing;

pub(crate) use changing::{Why, change, changed, new_key, seen};

use super::{Known, PATH, Site, Stale, private};
use crate::Drafts;
use crate::draft::Step;
use crate::form::editing::Refused;
use crate::form::library::Ready;
use crate::form::question::{Kind, Question};
use crate::form::wanting::lacks;
use crate::form::warning::{MANY, stems, warnings};
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, FieldError, FrameOrganisation, Page, Visit};
use proto::event::EventKind;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use text::Text;

#[derive(Serialize)]
pub(crate) struct FormPage {
    kind: EventKind,
    steps: Vec<(&'static str, &'static str)>,
    /// Of the draft.
    path: String,
    title: Localised,
    number: usize,
    of: usize,
    version: i64,
    questions: Vec<Line>,
    /// Those that can be added, by the middle of the keys of their words.
    ready: Vec<&'static str>,
    kinds: Vec<&'static str>,
    /// There are more than people like to answer.
    many: bool,
    /// What has just happened.
    done: Option<Done>,
    /// Why nothing has.
    refused: Option<Why>,
    stale: Option<Stale>,
    errors: Vec<FieldError>,
}

#[derive(Serialize)]
struct Line {
    key: String,
    label: Localised,
    kind: &'static str,
    required: bool,
    sensitive: bool,
    only_if: Option<When>,
    warnings: Vec<&'static str>,
    /// How many things.
    missing: usize,
}

/// The answers to another question that bring one.
#[derive(Serialize)]
struct When {
    /// Counted from 1.
    number: usize,
    answers: Vec<Localised>,
    /// "yes" and "no", where the question is answered so.
    yes_no: Vec<String>,
}

#[derive(Serialize)]
struct Done {
    /// The end of the key of its words.
    word: &'static str,
    /// The question, counted from 1.
    number: usize,
    label: Localised,
    /// Where it was moved, so that it can be moved on: "up" or "down".
    button: &'static str,
}

#[derive(Deserialize)]
pub(crate) struct Report {
    gjort: Option<String>,
    sporsmal: Option<String>,
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let (word, button) = match report.gjort.as_deref() {
        Some("opp") => ("moved", "up"),
        Some("ned") => ("moved", "down"),
        Some("flytta") => ("moved", ""),
        Some("lagt-til") => ("added", ""),
        Some("lagra") => ("saved", ""),
        Some("fjerna") => ("removed", ""),
        _ => ("", ""),
    };
    let form = &known.row.draft().form;
    let number = form.iter().position(|question| Some(&question.key) == report.sporsmal.as_ref());
    let done = match (word, number) {
        ("", _) => None,
        ("removed", _) => Some(Done { word, number: 0, label: Localised::default(), button }),
        (_, Some(number)) => Some(Done { word, number: number + 1, label: form[number].label.clone(), button }),
        _ => None,
    };
    Ok(answer(&site, visit, &known, StatusCode::OK, Shown { done, ..Shown::default() }))
}

#[derive(Default)]
struct Shown {
    done: Option<Done>,
    refused: Option<Why>,
    stale: Option<Stale>,
    errors: Vec<FieldError>,
}

fn answer<K: Drafts>(site: &K, visit: Visit, known: &Known, status: StatusCode, shown: Shown) -> Response {
    let visit = visit.organisation(&FrameOrganisation::from(&known.organisation));
    let organisation = &known.organisation;
    let form = &known.row.draft().form;
    let required = &organisation.required_languages;
    let page = FormPage {
        title: known.row.draft().title.clone(),
        version: known.row.version,
        done: shown.done,
        refused: shown.refused,
        stale: shown.stale,
        errors: shown.errors,
        ..FormPage::of(known.kind, known.path(), form, required, organisation.retention_days, &site.host().text)
    };
    private(visit.page_with(status, &page))
}

/// What of the words of a question is about health, in each language.
pub(crate) fn health(words: &Text) -> impl Fn(Language) -> Vec<String> + '_ {
    move |language| stems(&words.word(language, "drafting-form-health-words", &[]))
}

impl FormPage {
    fn of(
        kind: EventKind,
        path: String,
        form: &[Question],
        required: &[Language],
        retention: u16,
        words: &Text,
    ) -> Self {
        let line = |(number, question): (usize, &Question)| Line {
            key: question.key.clone(),
            label: question.label.clone(),
            kind: question.kind.word(),
            required: question.required,
            sensitive: question.sensitive,
            only_if: When::of(question, form),
            warnings: warnings(question, health(words)).into_iter().map(|warning| warning.word()).collect(),
            missing: lacks(form, number, required, retention).len(),
        };
        let steps = Step::of(kind);
        let is_free = |ready: &Ready| !form.iter().any(|question| question.key == ready.key());
        Self {
            path,
            title: Localised::default(),
            number: steps.iter().take_while(|step| **step != Step::Questions).count() + 1,
            of: steps.len(),
            kind,
            steps: steps.iter().map(|step| (step.word(), step.path())).collect(),
            version: 1,
            questions: form.iter().enumerate().map(line).collect(),
            ready: Ready::ALL.into_iter().filter(is_free).map(Ready::key).collect(),
            kinds: Kind::ALL.map(Kind::word).into(),
            many: form.len() > MANY,
            done: None,
            refused: None,
            stale: None,
            errors: Vec::new(),
        }
    }
}

impl When {
    fn of(question: &Question, form: &[Question]) -> Option<Self> {
        let condition = question.only_if.as_ref()?;
        let at = form.iter().position(|other| other.key == condition.question)?;
        let offered = |value: &String| form[at].options.iter().find(|option| option.value == *value);
        Some(Self {
            number: at + 1,
            answers: condition.any_of.iter().filter_map(offered).map(|option| option.label.clone()).collect(),
            yes_no: match form[at].kind {
                Kind::YesNo => condition.any_of.clone(),
                _ => Vec::new(),
            },
        })
    }
}

/// A form with everything that can be in one.
pub(crate) fn example() -> Vec<Question> {
    let text = |text: &str| Localised::from([(Language::Nn, text), (Language::Nb, text)]);
    let offered =
        |value: &str, label: &str| crate::form::question::Offered { value: value.to_owned(), label: text(label) };
    let on = |question: &str, value: &str| {
        Some(proto::event::Condition { question: question.to_owned(), any_of: vec![value.to_owned()] })
    };
    let question = |kind: Kind, key: &str, label: &str| Question {
        label: text(label),
        purpose: text("Så vi kan planleggje."),
        ..Question::empty(kind, key.to_owned(), 30)
    };
    vec![
        Question {
            required: true,
            options: vec![offered("hall", "I <salen>"), offered("net", "På nett"), offered("later", "I opptak")],
            ..question(Kind::OneOf, "s1", "Korleis er du med?")
        },
        Question { only_if: on("s1", "hall"), ..question(Kind::YesNo, "s2", "Blir du med på middag?") },
        Question { only_if: on("s2", "yes"), ..question(Kind::LongText, "s3", "Har du allergiar?") },
        Question { sensitive: true, required: true, ..question(Kind::Text, "s4", "Treng du <tolk>?") },
        Question::empty(Kind::Number, "s5".to_owned(), 30),
        question(Kind::Municipality, "municipality", "Kva kommune kjem du frå?"),
    ]
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "drafting/form.html";

    fn samples() -> Vec<Self> {
        let words = Text::new();
        let page = |form: &[Question]| {
            Self::of(EventKind::Webinar, format!("{PATH}/7"), form, &[Language::Nn, Language::Nb], 90, &words)
        };
        let titled = |form: &[Question]| Self {
            title: Localised::from([(Language::Nn, "Frå tomme lokale til <liv> i sentrum")]),
            ..page(form)
        };
        let form = example();
        let long: Vec<Question> =
            (0..12).map(|number| Question { key: format!("s{number}"), ..form[5].clone() }).collect();
        let done = |word, number: usize, button| {
            Some(Done { word, number, label: form[number.max(1) - 1].label.clone(), button })
        };
        let at = "2027-01-12T08:00:00Z".parse().unwrap_or_default();
        let refused = |refused: Refused| Self { refused: Some(Why::of(&refused, &form)), ..titled(&form) };
        let choose = FieldError::new("what", "Vel kva spørsmål du vil leggje til");
        vec![
            page(&[]),
            titled(&form),
            titled(&long),
            Self { done: done("moved", 1, "up"), ..titled(&form) },
            Self { done: done("moved", 6, "down"), ..titled(&form) },
            Self { done: done("added", 6, ""), ..titled(&form) },
            Self { done: done("saved", 5, ""), ..titled(&form) },
            Self { done: done("removed", 0, ""), ..titled(&form) },
            Self { stale: Some(Stale { at, own: false }), ..titled(&form) },
            Self { stale: Some(Stale { at, own: true }), ..titled(&form) },
            refused(Refused::TooEarly { asked: 1, after: 0 }),
            refused(Refused::TooEarly { asked: 4, after: 0 }),
            refused(Refused::Gone),
            refused(Refused::Full),
            refused(Refused::Asked),
            Self { errors: vec![choose], ..titled(&form) },
        ]
    }
}
