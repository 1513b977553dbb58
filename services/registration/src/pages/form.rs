//! The sign-up form as a page.

use super::choices::{ChoicesView, FormsView, choice_views, form_views};
use super::event::{Awaits, EventView, Known};
use super::field::{Fault, Line, QuestionView, Suggestions, suggestions};
use super::notice::Notice;
use super::sent::Sent;
use crate::answers::{Field, FieldProblem};
use host::Page;
use serde::Serialize;

/// The form, clean or with what has to be put right.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FormPage {
    pub(crate) event: EventView,
    pub(crate) errors: Vec<Fault>,
    /// Nothing was written, for another reason than a field.
    pub(crate) failed: bool,
    pub(crate) notice: Option<Notice>,
    /// Signing up now means waiting.
    pub(crate) waiting: bool,
    /// Says beside each field whether it must be filled in; false when all must.
    pub(crate) mark: bool,
    pub(crate) name: Line,
    pub(crate) email: Line,
    pub(crate) questions: Vec<QuestionView>,
    pub(crate) forms: FormsView,
    pub(crate) choices: ChoicesView,
    pub(crate) guests: Vec<GuestView>,
    pub(crate) guests_open: bool,
    pub(crate) suggestions: Vec<Suggestions>,
    pub(crate) submission: String,
    /// The token of the invitation with which somebody comes.
    pub(crate) invitation: Option<String>,
    pub(crate) styles: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct GuestView {
    pub(crate) number: usize,
    pub(crate) name: Line,
    pub(crate) email: Line,
}

impl FormPage {
    pub(crate) fn new(known: &Known, awaits: Option<Awaits>, sent: &Sent, problems: &[FieldProblem]) -> Self {
        let event = &known.event;
        let fault = |field: &Field| problems.iter().find(|p| p.field == *field).map(|p| Fault::of(p, event));
        let line = |field: Field, typed: &str| Line { typed: typed.to_owned(), error: fault(&field) };
        let guests: Vec<GuestView> = (1..)
            .zip(&sent.guests)
            .map(|(number, guest)| GuestView {
                number,
                name: line(Field::GuestName(number), &guest.name),
                email: line(Field::GuestEmail(number), &guest.email),
            })
            .collect();
        let questions = question_views(known, sent, problems);
        let choices = choice_views(known, &sent.choices, problems);
        Self {
            event: known.view(),
            errors: problems.iter().map(|problem| Fault::of(problem, event)).collect(),
            failed: false,
            notice: None,
            waiting: awaits == Some(Awaits::Queue),
            mark: !choices.days.is_empty() || questions.iter().any(|question| !question.required),
            name: line(Field::Name, &sent.name),
            email: line(Field::Email, &sent.email),
            questions,
            forms: form_views(known, &sent.form, problems),
            choices,
            guests_open: guests.iter().any(|guest| !guest.name.typed.is_empty() || !guest.email.typed.is_empty()),
            guests,
            suggestions: suggestions(&event.sign_up.questions),
            submission: sent.submission.clone(),
            invitation: None,
            styles: styles(known),
        }
    }

    /// The same form for somebody who is invited by name.
    #[must_use]
    pub(crate) fn invited(mut self, token: &str) -> Self {
        self.invitation = Some(token.to_owned());
        // They are among those for whom it is.
        self.event.closed = false;
        self
    }

    /// The same form with a message above it: nothing was written, everything typed is kept.
    #[must_use]
    pub(crate) fn saying(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self.failed = true;
        self
    }
}

/// The questions with what was typed, in the form's order.
pub(crate) fn question_views(known: &Known, sent: &Sent, problems: &[FieldProblem]) -> Vec<QuestionView> {
    let event = &known.event;
    let typed = |question| sent.typed_for(event, question).cloned().unwrap_or_default();
    let view = |question| QuestionView::new(question, event, typed(question), problems);
    event.sign_up.questions.iter().map(view).collect()
}

/// The style sheet that hides what is not asked.
pub(crate) fn styles(known: &Known) -> Vec<String> {
    if known.event.sign_up.questions.iter().all(|question| question.only_if.is_none()) {
        return Vec::new();
    }
    vec![format!("/pamelding/{}/vilkar.css?r={}", known.event.slug, known.event.revision)]
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "registration/form.html";

    fn samples() -> Vec<Self> {
        super::sample::forms()
    }
}
