//! `/arrangor/pameldingar/{slug}/behov`: how many answered what about food and access, without names, for the kitchen and those
//! who prepare the rooms.

use super::event::{EventView, Known};
use super::export::{Format, file, private, reason, seen};
use super::list::asked::{Asked, Chosen};
use super::list::{Choosable, choosable, form_words};
use super::my::overview::option_label;
use crate::answers::Answers;
use crate::app::App;
use crate::needs::{Need, Told, needs};
use crate::store::audit::{self, Action, Deed};
use crate::store::participants::{self, Group, Selection};
use crate::store::sensitive_answer;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, FieldError, Fields, Organiser, Page, Visit};
use proto::account::Role;
use proto::event::Event;
use proto::{Language, Localised};
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;
use serde::Serialize;
use std::collections::HashMap;
use tables::{Cell, Sheet};

#[derive(Clone, Debug, Serialize)]
pub(crate) struct NeedsPage {
    pub(crate) event: EventView,
    pub(crate) errors: Vec<FieldError>,
    pub(crate) chosen: Chosen,
    pub(crate) forms: Vec<&'static str>,
    pub(crate) choices: Vec<Choosable>,
    /// Those who have a place, of whom it tells.
    pub(crate) people: usize,
    pub(crate) needs: Vec<NeedView>,
    pub(crate) why: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct NeedView {
    pub(crate) question: Localised,
    pub(crate) counts: Vec<CountView>,
    pub(crate) unanswered: u32,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct CountView {
    /// `option`, `yes`, `no` or `text`.
    pub(crate) kind: &'static str,
    pub(crate) option: Localised,
    pub(crate) text: String,
    pub(crate) people: u32,
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let known = seen(&app, &organiser, &slug, Role::Editor).await?;
    let visit = known.answers_for(visit);
    let page = NeedsPage::new(&app, &known, &visit, &asked).await?;
    let deed = Deed::of(Action::Needs, page.people);
    audit::keep(&app.host.db.write, visit.now, organiser.account, known.event.id, deed).await?;
    Ok(private(visit.page(&page)))
}

/// The same as a file.
pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = seen(&app, &organiser, &slug, Role::Editor).await?;
    let visit = known.answers_for(visit);
    let mut page = NeedsPage::new(&app, &known, &visit, &Asked::typed(&fields)).await?;
    fields.get("why").unwrap_or_default().clone_into(&mut page.why);
    let deed = Deed::of(Action::Needs, page.people);
    let note = |deed| audit::keep(&app.host.db.write, visit.now, organiser.account, known.event.id, deed);
    let format = match Format::of(&fields) {
        Some(format) if !fields.switches_language() => format,
        _ => {
            note(deed).await?;
            return Ok(private(visit.page(&page)));
        }
    };
    let why = match reason(&page.why) {
        Ok(why) => why,
        Err(wrong) => {
            note(deed).await?;
            page.errors.push(wrong.told(&app, &visit));
            return Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)));
        }
    };
    let what = match format {
        Format::Csv => "csv",
        Format::Xlsx => "xlsx",
    };
    note(Deed { action: Action::NeedsExport, what: Some(what), why: Some(&why), ..deed }).await?;
    let word = |key: &str| app.host.text.word(visit.language, key, &[]);
    let name = format!("{slug}-{}", word("reg-needs-file"));
    let title = known.event.title.get(visit.language).to_owned();
    let table = sheet(&page.needs, visit.language, &word);
    Ok(visit.with_cookies(file(format, table, &name, title, visit.now).await?))
}

impl NeedsPage {
    async fn new(app: &App, known: &Known, visit: &Visit, asked: &Asked) -> Result<Self, DbErr> {
        let selection = asked.selection(&known.event);
        // Only those who have a place eat.
        let selection = Selection {
            group: Some(Group::Admitted),
            form: selection.form,
            choice: selection.choice,
            ..Selection::default()
        };
        let db = &app.host.db.read;
        let alphabet = app.host.text.place_in_alphabet(visit.language);
        let people = participants::all(db, known.event.id, &selection, &alphabet).await?;
        let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
        let mut given: HashMap<Uuid, Answers> =
            sensitive_answer::of_all(db, &app.host.vault, &ids).await?.into_iter().collect();
        let given: Vec<Answers> = ids.iter().map(|id| given.remove(id).unwrap_or_default()).collect();
        Ok(Self::of(known, &selection, &given))
    }

    fn of(known: &Known, selection: &Selection, given: &[Answers]) -> Self {
        Self {
            event: known.view(),
            errors: Vec::new(),
            // Everybody in it has a place, so that does not stand in addresses.
            chosen: Chosen::from(&Selection { group: None, ..selection.clone() }),
            forms: form_words(known),
            choices: choosable(known),
            people: given.len(),
            needs: views(&known.event, given),
            why: String::new(),
        }
    }
}

fn views(event: &Event, given: &[Answers]) -> Vec<NeedView> {
    let view = |need: Need<'_>| {
        let counted = |(told, people): (Told, u32)| {
            let (kind, option, text) = match told {
                Told::Option(value) => ("option", option_label(need.question, &value), String::new()),
                Told::Yes => ("yes", Localised::default(), String::new()),
                Told::No => ("no", Localised::default(), String::new()),
                Told::Text(text) => ("text", Localised::default(), text),
            };
            CountView { kind, option, text, people }
        };
        NeedView {
            question: need.question.label.clone(),
            unanswered: need.unanswered,
            counts: need.counts.into_iter().map(counted).collect(),
        }
    };
    needs(&event.sign_up.questions, given).into_iter().map(view).collect()
}

fn sheet(needs: &[NeedView], language: Language, word: &dyn Fn(&str) -> String) -> Sheet {
    let mut rows = Vec::new();
    for need in needs {
        let mut row = |told: String, people| {
            rows.push(vec![Cell::Text(need.question.get(language).to_owned()), Cell::Text(told), Cell::Number(people)]);
        };
        for count in &need.counts {
            let told = match count.kind {
                "option" => count.option.get(language).to_owned(),
                "yes" => word("reg-yes"),
                "no" => word("reg-no"),
                _ => count.text.clone(),
            };
            row(told, count.people);
        }
        row(word("reg-needs-unanswered"), need.unanswered);
    }
    let head = ["reg-needs-question", "reg-needs-answer", "reg-needs-people"].map(word).to_vec();
    Sheet { name: word("reg-needs-title"), head, rows }
}

impl Page for NeedsPage {
    const TEMPLATE: &'static str = "registration/needs.html";

    fn samples() -> Vec<Self> {
        let known = super::sample::known();
        let answers = super::sample::answered(&known).answers(&known.event).unwrap_or_default();
        let text = crate::answers::Answer::Text("<script>alert(1)</script>".to_owned());
        let odd = known.event.sign_up.questions.iter().filter(|question| question.sensitive);
        let odd = Answers(odd.map(|question| (question.key.clone(), text.clone())).collect());
        let selection = Selection::default();
        let full = Self::of(&known, &selection, &[answers, odd, Answers::default()]);
        let wrong = Self {
            errors: vec![FieldError::new("why", "Skriv kva lista skal brukast til, til dømes namneskilt.")],
            why: "\"><script>".to_owned(),
            ..full.clone()
        };
        let nothing = Self { needs: Vec::new(), people: 0, ..full.clone() };
        vec![full, wrong, nothing]
    }
}
