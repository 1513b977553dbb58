//! `/arrangor/…/utkast/{id}/sporsmal/{key}`: one question of the form. What is sent is kept however little it is.

use super::form::{Why, changed, example, health, new_key, seen};
use super::{Changed, Known, PATH, Site, Stale, private, sentence};
use crate::Drafts;
use crate::draft::{Step, cleaned};
use crate::form::editing::{Refused, changed as put, condition, needed_by, removed};
use crate::form::question::{Kind, MOST_OPTIONS, Question};
use crate::form::warning::warnings;
use crate::missing::Missing;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Choice, Error, FieldError, Fields, FrameOrganisation, Page, Visit};
use proto::event::Country;
use proto::{Language, Localised};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use text::Text;

#[derive(Serialize)]
pub(crate) struct QuestionPage {
    /// Of the draft.
    path: String,
    action: String,
    title: Localised,
    number: usize,
    of: usize,
    kind: &'static str,
    languages: Vec<InLanguage>,
    options: Vec<OptionRow>,
    required: bool,
    sensitive: bool,
    days: String,
    /// The organisation keeps nothing longer.
    retention: u16,
    min: String,
    max: String,
    country: &'static str,
    /// The answers to earlier questions that can bring this one, and those that do.
    conditions: Vec<Choice>,
    when: Vec<String>,
    warnings: Vec<&'static str>,
    /// Questions that hang on this one, counted from 1: it cannot be taken out.
    needed_by: Vec<usize>,
    /// There may be answers to it.
    published: bool,
    version: i64,
    errors: Vec<FieldError>,
    /// It is kept, though something in it has to be put right.
    kept: bool,
    saved: bool,
    stale: Option<Stale>,
    csrf_failed: bool,
}

/// The texts in one language.
#[derive(Serialize)]
struct InLanguage {
    code: &'static str,
    /// The organisation says that they must exist.
    required: bool,
    label: String,
    hint: String,
    purpose: String,
}

/// One of the answers to choose from, or room for one.
#[derive(Serialize)]
struct OptionRow {
    value: String,
    texts: BTreeMap<&'static str, String>,
}

#[derive(Deserialize)]
pub(crate) struct Report {
    gjort: Option<String>,
}

pub(crate) async fn show<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    known: Known,
    Path((_, key)): Path<(String, String)>,
    Query(report): Query<Report>,
) -> Result<Response, Error> {
    let (number, question) = asked(&known, &key)?;
    let shown = Shown { saved: report.gjort.is_some(), ..Shown::of(&question) };
    Ok(answer(&site, visit, &known, number, &question, StatusCode::OK, shown))
}

/// The question with this key, and its number from 0.
fn asked(known: &Known, key: &str) -> Result<(usize, Question), Error> {
    let mut form = known.row.draft().form.iter().enumerate();
    let found = form.find(|(_, question)| question.key == key).ok_or(Error::NotFound)?;
    Ok((found.0, found.1.clone()))
}

pub(crate) async fn save<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    mut known: Known,
    Path((_, key)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let ticked: Vec<String> = fields.all("when").map(str::to_owned).collect();
    let sent = |own: &Question| own.with(|name| cleaned(fields.get(name).unwrap_or_default()), new_key);
    if !visit.genuine(fields.csrf()) {
        let (number, own) = asked(&known, &key)?;
        let shown = Shown { when: ticked, csrf_failed: true, ..Shown::default() };
        return Ok(answer(&site, visit, &known, number, &sent(&own), StatusCode::FORBIDDEN, shown));
    }
    let decide = |form: &[Question]| {
        let at = form.iter().position(|question| question.key == key).ok_or(Refused::Gone)?;
        let pairs = ticked.iter().filter_map(|pair| pair.split_once('='));
        let only_if = condition(pairs, &form[..at])?;
        put(form, Question { only_if, ..sent(&form[at]) })
    };
    let changed = changed(&site, &mut known, seen(&fields), decide).await?;
    // Somebody else may have taken it out.
    let Ok((number, own)) = asked(&known, &key) else { return Ok(gone(visit, &known)) };
    match changed {
        Changed::Kept => {}
        Changed::Stale(stale) => {
            let shown = Shown { when: ticked, stale: Some(stale), ..Shown::default() };
            return Ok(answer(&site, visit, &known, number, &sent(&own), StatusCode::CONFLICT, shown));
        }
        Changed::Refused(refused) => {
            let field = match refused {
                Refused::TwoConditions => "when".to_owned(),
                _ => format!("option-1_{}", languages(&known.organisation.required_languages)[0]),
            };
            let why = Why::of(&refused, &known.row.draft().form).sentence(&site.host().text, visit.language);
            let shown = Shown { when: ticked, errors: vec![FieldError::new(field, why)], ..Shown::default() };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(answer(&site, visit, &known, number, &sent(&own), status, shown));
        }
    }
    let errors = wrong(&known, number, &site.host().text, &visit);
    if !errors.is_empty() {
        let shown = Shown { errors, kept: true, ..Shown::of(&own) };
        return Ok(answer(&site, visit, &known, number, &own, StatusCode::UNPROCESSABLE_ENTITY, shown));
    }
    let target = match fields.get("go") {
        Some("here") => format!("{}/sporsmal/{key}?gjort=lagra", known.path()),
        _ => format!("{}/steg/{}?gjort=lagra&sporsmal={key}", known.path(), Step::Questions.path()),
    };
    Ok(visit.with_cookies(Redirect::to(&target).into_response()))
}

/// Takes a question out of the form.
pub(crate) async fn remove<K: Drafts>(
    State(Site(site)): State<Site<K>>,
    visit: Visit,
    mut known: Known,
    Path((_, key)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (number, own) = asked(&known, &key)?;
    if fields.get("sure").is_none() {
        let text = site.host().text.word(visit.language, "drafting-question-remove-unsure", &[]);
        let shown = Shown { errors: vec![FieldError::new("sure", text)], ..Shown::of(&own) };
        return Ok(answer(&site, visit, &known, number, &own, StatusCode::UNPROCESSABLE_ENTITY, shown));
    }
    match changed(&site, &mut known, seen(&fields), |form| removed(form, &key)).await? {
        Changed::Stale(stale) => {
            let Ok((number, own)) = asked(&known, &key) else { return Ok(gone(visit, &known)) };
            let shown = Shown { stale: Some(stale), ..Shown::of(&own) };
            Ok(answer(&site, visit, &known, number, &own, StatusCode::CONFLICT, shown))
        }
        Changed::Refused(refused @ Refused::Needed { .. }) => {
            let (number, own) = asked(&known, &key)?;
            let why = Why::of(&refused, &known.row.draft().form).sentence(&site.host().text, visit.language);
            let shown = Shown { errors: vec![FieldError::new("", why)], ..Shown::of(&own) };
            Ok(answer(&site, visit, &known, number, &own, StatusCode::UNPROCESSABLE_ENTITY, shown))
        }
        // Whoever else took it out: it is gone.
        Changed::Kept | Changed::Refused(_) => Ok(gone(visit, &known)),
    }
}

/// On to the form, without the question.
fn gone(visit: Visit, known: &Known) -> Response {
    let target = format!("{}/steg/{}?gjort=fjerna", known.path(), Step::Questions.path());
    visit.with_cookies(Redirect::to(&target).into_response())
}

/// What stands in the question and cannot stay.
fn wrong(known: &Known, number: usize, words: &Text, visit: &Visit) -> Vec<FieldError> {
    let here = |one: &Missing| matches!(one, Missing::Question(own, lack) if *own == number && lack.is_wrong());
    let missing = known.missing(visit.now).into_iter().filter(here);
    missing.map(|one| FieldError::new(one.id(), sentence(words, visit.language, one))).collect()
}

/// How a question is shown.
#[derive(Default)]
struct Shown {
    when: Vec<String>,
    errors: Vec<FieldError>,
    kept: bool,
    saved: bool,
    stale: Option<Stale>,
    csrf_failed: bool,
}

impl Shown {
    /// As it stands.
    fn of(question: &Question) -> Self {
        let pair = |condition: &proto::event::Condition| {
            condition.any_of.iter().map(|value| format!("{}={value}", condition.question)).collect()
        };
        Self { when: question.only_if.as_ref().map(pair).unwrap_or_default(), ..Self::default() }
    }
}

fn answer<K: Drafts>(
    site: &K,
    visit: Visit,
    known: &Known,
    number: usize,
    question: &Question,
    status: StatusCode,
    shown: Shown,
) -> Response {
    let visit = visit.organisation(&FrameOrganisation::from(&known.organisation));
    let form = &known.row.draft().form;
    let around = Around { path: known.path(), form, number, required: &known.organisation.required_languages };
    let page = QuestionPage {
        title: known.row.draft().title.clone(),
        retention: known.organisation.retention_days,
        published: known.row.slug.is_some(),
        version: known.row.version,
        ..QuestionPage::of(around, question, shown, &site.host().text, visit.language)
    };
    private(visit.page_with(status, &page))
}

/// Those that texts must exist in first.
fn languages(required: &[Language]) -> Vec<Language> {
    let others = Language::ALL.into_iter().filter(|language| !required.contains(language));
    required.iter().copied().chain(others).collect()
}

/// What a question stands among.
struct Around<'a> {
    path: String,
    form: &'a [Question],
    number: usize,
    required: &'a [Language],
}

impl QuestionPage {
    fn of(around: Around<'_>, question: &Question, shown: Shown, words: &Text, language: Language) -> Self {
        let Around { path, form, number, required } = around;
        let own = |text: &Localised, language: Language| text.0.get(&language).cloned().unwrap_or_default();
        let in_language = |language: Language| InLanguage {
            code: language.code(),
            required: required.contains(&language),
            label: own(&question.label, language),
            hint: own(&question.hint, language),
            purpose: own(&question.purpose, language),
        };
        Self {
            action: format!("{path}/sporsmal/{}", question.key),
            path,
            title: Localised::default(),
            number: number + 1,
            of: form.len(),
            kind: question.kind.word(),
            languages: languages(required).into_iter().map(in_language).collect(),
            options: rows(question),
            required: question.required,
            sensitive: question.sensitive,
            days: question.days.clone(),
            retention: 0,
            min: question.min.clone(),
            max: question.max.clone(),
            country: match question.country {
                Country::No => "no",
                Country::Se => "se",
                Country::Both => "both",
            },
            conditions: conditions(&form[..number.min(form.len())], words, language),
            when: shown.when,
            warnings: warnings(question, health(words)).into_iter().map(|warning| warning.word()).collect(),
            needed_by: needed_by(form, &question.key).into_iter().map(|number| number + 1).collect(),
            published: false,
            version: 1,
            errors: shown.errors,
            kept: shown.kept,
            saved: shown.saved,
            stale: shown.stale,
            csrf_failed: shown.csrf_failed,
        }
    }
}

/// The answers to choose from, and room for more: two to choose between at least, and one besides.
fn rows(question: &Question) -> Vec<OptionRow> {
    if !question.kind.has_options() {
        return Vec::new();
    }
    let texts = |text: &Localised| {
        let own = |language: Language| text.0.get(&language).cloned().unwrap_or_default();
        Language::ALL.into_iter().map(|language| (language.code(), own(language))).collect()
    };
    let mut rows: Vec<OptionRow> = question
        .options
        .iter()
        .map(|option| OptionRow { value: option.value.clone(), texts: texts(&option.label) })
        .collect();
    let wanted = (rows.len() + 1).clamp(3, MOST_OPTIONS);
    while rows.len() < wanted {
        rows.push(OptionRow { value: String::new(), texts: texts(&Localised::default()) });
    }
    rows
}

/// Every answer that an earlier question can have, in words.
fn conditions(earlier: &[Question], words: &Text, language: Language) -> Vec<Choice> {
    let mut found = Vec::new();
    for (number, question) in (1_i64..).zip(earlier) {
        for answer in question.answers() {
            let offered = question.options.iter().find(|option| option.value == answer);
            let label = match (question.kind, offered) {
                (Kind::YesNo, _) => words.word(language, &format!("drafting-form-answer-{answer}"), &[]),
                (_, Some(option)) => option.label.get(language).to_owned(),
                (_, None) => answer.to_owned(),
            };
            let asked = question.label.get(language);
            let args = [("n", number.into()), ("question", asked.into()), ("answer", label.as_str().into())];
            let text = words.word(language, "drafting-question-when-answer", &args);
            found.push(Choice::new(format!("{}={answer}", question.key), text));
        }
    }
    found
}

impl Page for QuestionPage {
    const TEMPLATE: &'static str = "drafting/question.html";

    fn samples() -> Vec<Self> {
        let (form, words) = (example(), Text::new());
        let required = [Language::Nb, Language::Nn];
        // Samples have the words of one language.
        let page = |number: usize, shown: Shown| Self {
            title: Localised::from([(Language::Nn, "Frå tomme lokale til <liv> i sentrum")]),
            retention: 90,
            ..Self::of(
                Around { path: format!("{PATH}/7"), form: &form, number, required: &required },
                &form[number],
                shown,
                &words,
                Language::Nn,
            )
        };
        let plain = |number: usize| page(number, Shown::of(&form[number]));
        let mut samples: Vec<Self> = (0..form.len()).map(plain).collect();
        let at = "2027-01-12T08:00:00Z".parse().unwrap_or_default();
        let error = |field: &str, text: &str| vec![FieldError::new(field, text)];
        let wrong = vec![
            FieldError::new("days", "Skriv kor mange dagar"),
            FieldError::new("max", "Skriv eit heilt tal"),
            FieldError::new("label_nn", "Hald spørsmålet på éi linje"),
        ];
        let of = |number: usize| Shown::of(&form[number]);
        samples.push(Self { published: true, saved: true, ..plain(3) });
        samples.push(page(4, Shown { errors: wrong, kept: true, ..of(4) }));
        samples.push(page(2, Shown { errors: error("when", "Vel svar på eitt spørsmål"), ..of(2) }));
        samples.push(page(0, Shown { errors: error("option-1_nb", "Spørsmål 2 heng på svaret"), ..of(0) }));
        samples.push(page(5, Shown { errors: error("sure", "Set kryss"), ..of(5) }));
        samples.push(page(5, Shown { errors: error("", "Spørsmål 2 heng på svaret"), ..of(5) }));
        samples.push(page(3, Shown { stale: Some(Stale { at, own: false }), ..of(3) }));
        samples.push(page(3, Shown { stale: Some(Stale { at, own: true }), ..of(3) }));
        samples.push(page(3, Shown { csrf_failed: true, ..of(3) }));
        samples
    }
}
