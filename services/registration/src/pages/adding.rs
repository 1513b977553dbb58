//! `/arrangor/pameldingar/{slug}/ny`: an organiser signs somebody else up. Nobody agrees to anything for others: what few may see, and
//! consents, are asked for on the person's own page.

use super::event::{Awaits, Known};
use super::export::{private, seen};
use super::form::FormPage;
use super::notice::Notice;
use super::person::acting::{Done, to_person};
use super::sent::{Sent, as_problem, content};
use crate::answers::{self, FieldProblem};
use crate::app::App;
use crate::desk::errand::{Errand, Outcome, Person, Refusal, SignUp};
use crate::door;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Organiser, Page, Visit};
use proto::Language;
use proto::account::Role;
use proto::event::{Event, WaitingMode};
use proto::registration::State as Stands;
use sea_orm::prelude::Uuid;
use serde::Serialize;
use std::sync::Arc;

#[derive(Clone, Debug, Serialize)]
pub(crate) struct AddPage {
    #[serde(flatten)]
    form: FormPage,
    /// Of the letters to them.
    language: &'static str,
    /// Some of what the form asks only they can answer.
    left_out: bool,
}

impl AddPage {
    fn new(asked: &Asked, sent: &Sent, language: Language, problems: &[FieldProblem]) -> Self {
        let form = FormPage::new(&asked.known, asked.awaits(), sent, problems);
        Self { form, language: language.code(), left_out: asked.left_out }
    }

    fn saying(self, notice: Notice) -> Self {
        Self { form: self.form.saying(notice), ..self }
    }
}

/// An event with only those questions that somebody else can answer, and no need to.
pub(super) struct Asked {
    pub(super) known: Known,
    left_out: bool,
}

impl Asked {
    pub(super) fn of(known: Known) -> Self {
        let mut event = Event::clone(&known.event);
        let all = event.sign_up.questions.len();
        event.sign_up.questions.retain(|question| !question.sensitive && !door::is_consent(question));
        let left_out = event.sign_up.questions.len() < all;
        let kept: Vec<String> = event.sign_up.questions.iter().map(|question| question.key.clone()).collect();
        // What hangs on something that is not asked is not asked either.
        event
            .sign_up
            .questions
            .retain(|question| question.only_if.as_ref().is_none_or(|on| kept.contains(&on.question)));
        for question in &mut event.sign_up.questions {
            question.required = false;
            // A browser would fill in what is true of the organiser.
            question.autocomplete = None;
        }
        event.sign_up.party_limit = 1;
        Self { known: Known { event: Arc::new(event), ..known }, left_out }
    }

    /// What signing up by hand leads to now.
    fn awaits(&self) -> Option<Awaits> {
        match self.known.places.left() {
            Some(0) if self.known.places.mode == WaitingMode::None => None,
            Some(0) => Some(Awaits::Queue),
            _ => Some(Awaits::Place),
        }
    }
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Response, Error> {
    let asked = Asked::of(seen(&app, &organiser, &slug, Role::Editor).await?);
    let visit = asked.known.answers_for(visit);
    let event = &asked.known.event;
    let sent = Sent::fresh(event, Uuid::now_v7());
    let page = AddPage::new(&asked, &sent, visit.language, &[]);
    let refused = door::lets_in(event, asked.known.cancelled, visit.now).err();
    let refused = refused.or_else(|| asked.awaits().is_none().then_some(Refusal::Full));
    Ok(private(visit.page(&match refused {
        Some(refusal) => page.saying(notice(&asked, &refusal)),
        None => page,
    })))
}

/// The person, or what has to be put right, said to somebody who is not that person.
fn party(sent: &Sent, event: &Event, language: Language) -> Result<Vec<Person>, Vec<FieldProblem>> {
    let to_another = |problem: FieldProblem| FieldProblem { problem: answers::of_another(problem.problem), ..problem };
    sent.party(event, language).map_err(|problems| problems.into_iter().map(to_another).collect())
}

fn notice(asked: &Asked, refusal: &Refusal) -> Notice {
    match refusal {
        Refusal::Full => Notice::ADD_FULL,
        refusal => Notice::no_sign_up(refusal, asked.known.event.timezone),
    }
}

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
    let asked = Asked::of(seen(&app, &organiser, &slug, Role::Editor).await?);
    let visit = asked.known.answers_for(visit);
    let event = &asked.known.event;
    let mut sent = Sent::from_fields(event, &fields);
    let language = super::field::language(&fields).unwrap_or(visit.language);
    let party = party(&sent, event, language);
    if fields.switches_language() {
        let problems = party.err().unwrap_or_default();
        return Ok(private(visit.page(&AddPage::new(&asked, &sent, language, &problems))));
    }
    let wrong = |problems: &[FieldProblem]| {
        let page = AddPage::new(&asked, &sent, language, problems);
        Ok(private(visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)))
    };
    let party = match party {
        Ok(party) => party,
        Err(problems) => return wrong(&problems),
    };
    let form = sent.attends(event).ok().flatten();
    let id: Uuid = sent.submission.parse().unwrap_or_else(|_no_id| Uuid::now_v7());
    let form = SignUp { key: format!("hand:{id}"), content: content(form, &party), form, party };
    let outcome = app.desk.ask(event.id, Errand::Add { form, by: organiser.account }).await;
    let placed = match outcome {
        Ok(Outcome::SignedUp(placed)) => placed.into_iter().next().ok_or(Error::Busy)?,
        Ok(Outcome::Refused(refusal)) => {
            if let Some(problem) = as_problem(&refusal) {
                return wrong(&[problem]);
            }
            let page = AddPage::new(&asked, &sent, language, &[]).saying(notice(&asked, &refusal));
            return Ok(private(visit.page_with(StatusCode::CONFLICT, &page)));
        }
        Ok(Outcome::SameKeyOtherContent) => {
            sent.submission = Uuid::now_v7().to_string();
            let page = AddPage::new(&asked, &sent, language, &[]).saying(Notice::SENT_BEFORE);
            return Ok(private(visit.page_with(StatusCode::CONFLICT, &page)));
        }
        Ok(Outcome::Done(_)) | Err(_) => return Err(Error::Busy),
    };
    let done = match (placed.repeated, placed.state) {
        (true, _) => Done::Known,
        (false, Stands::Waiting) => Done::AddedWaiting,
        (false, _) => Done::Added,
    };
    Ok(to_person(&visit, &slug, placed.id, done))
}

impl Page for AddPage {
    const TEMPLATE: &'static str = "registration/add.html";

    fn samples() -> Vec<Self> {
        let page = |known: Known, change: &dyn Fn(&mut Sent)| {
            let asked = Asked::of(known);
            let mut sent = Sent::fresh(&asked.known.event, Uuid::nil());
            change(&mut sent);
            let problems = match sent.name.as_str() {
                "" => Vec::new(),
                _ => party(&sent, &asked.known.event, Language::Nn).err().unwrap_or_default(),
            };
            Self::new(&asked, &sent, Language::Sv, &problems)
        };
        let clean = page(super::sample::known(), &|_| ());
        let wrong = page(super::sample::known(), &|sent| {
            "\"><script>alert(1)</script>".clone_into(&mut sent.name);
            "kari".clone_into(&mut sent.email);
        });
        let queue = page(super::sample::full(), &|_| ());
        let programme = page(super::sample::programme(), &|sent| "Kari".clone_into(&mut sent.name));
        vec![clean.clone(), wrong, queue, programme, clean.saying(Notice::ADD_FULL)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::sample;

    #[test]
    fn nobody_agrees_or_tells_of_needs_for_others_and_nothing_else_must_be_told() {
        let before = sample::known();
        let sensitive: Vec<String> =
            before.event.sign_up.questions.iter().filter(|q| q.sensitive).map(|q| q.key.clone()).collect();
        assert!(!sensitive.is_empty());
        let asked = Asked::of(before);
        let questions = &asked.known.event.sign_up.questions;
        assert!(asked.left_out && !questions.is_empty());
        for question in questions {
            assert!(!question.required && !question.sensitive && !sensitive.contains(&question.key));
            let on = question.only_if.as_ref().map(|on| &on.question);
            assert!(on.is_none_or(|on| questions.iter().any(|other| other.key == *on)), "{}", question.key);
        }
    }
}
