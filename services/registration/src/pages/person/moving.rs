//! How one person takes part and what they chose, changed by an organiser. What they answered stays as it is.

use super::acting::{Done, ask, theirs, to_person};
use crate::answers::FieldProblem;
use crate::app::App;
use crate::desk::errand::{Act, Refusal};
use crate::pages::choices::{ChoicesView, FormsView, choice_views, form_views, word};
use crate::pages::event::{EventView, Known};
use crate::pages::export::private;
use crate::pages::field::Fault;
use crate::pages::notice::Notice;
use crate::pages::sent::{Sent, as_problem};
use crate::places::forms;
use crate::store::audit::{self, Action, Deed};
use crate::store::{claim, count, registration};
use crate::withdrawal::may_change;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use host::{Error, Fields, Organiser, Page, Visit};
use proto::RegistrationId;
use sea_orm::DbErr;
use serde::Serialize;

/// The end of the address, and of the keys of its words.
pub(super) const WORD: &str = "endre";

#[derive(Clone, Debug, Serialize)]
pub(crate) struct MovePage {
    event: EventView,
    id: RegistrationId,
    seq: u32,
    name: String,
    errors: Vec<Fault>,
    notice: Option<Notice>,
    forms: FormsView,
    choices: ChoicesView,
}

impl MovePage {
    fn new(known: &Known, row: &registration::Model, sent: &Sent, problems: &[FieldProblem]) -> Self {
        Self {
            event: known.view(),
            id: row.id(),
            seq: count(row.seq),
            name: row.name.clone(),
            errors: problems.iter().map(|problem| Fault::of(problem, &known.event)).collect(),
            notice: None,
            forms: form_views(known, &sent.form, problems),
            choices: choice_views(known, &sent.choices, problems),
        }
    }

    fn refused(self, refusal: &Refusal) -> Self {
        Self { notice: Some(Notice::not_done(refusal)), ..self }
    }
}

/// Whether an event has anything that could be otherwise for one person.
pub(super) fn has_choice(known: &Known) -> bool {
    forms(&known.event).len() > 1 || known.event.choices().next().is_some()
}

/// What they have now, as it would have been chosen.
async fn as_it_stands(app: &App, known: &Known, row: &registration::Model) -> Result<Sent, DbErr> {
    let claims = claim::of_registrations(&app.host.db.read, &[row.id]).await?;
    let open = claims.iter().filter(|claim| claim.state != claim::State::Released);
    Ok(Sent {
        form: row.form().map(word).unwrap_or_default().to_owned(),
        choices: open.map(|claim| claim.pool_id.to_string()).collect(),
        ..Sent::fresh(&known.event, row.id)
    })
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (known, row) = theirs(&app, &organiser, &slug, &id).await?;
    if !has_choice(&known) {
        return Err(Error::NotFound);
    }
    let deed = Deed::about(Action::Person, row.id());
    audit::keep(&app.host.db.write, visit.now, organiser.account, known.event.id, deed).await?;
    let sent = as_it_stands(&app, &known, &row).await?;
    let page = MovePage::new(&known, &row, &sent, &[]);
    let page = match may_change(&known.event, known.cancelled, row.state, visit.now) {
        Ok(()) => page,
        Err(refusal) => page.refused(&refusal),
    };
    Ok(private(known.answers_for(visit).page(&page)))
}

pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let (known, row) = theirs(&app, &organiser, &slug, &id).await?;
    if !has_choice(&known) {
        return Err(Error::NotFound);
    }
    let visit = known.answers_for(visit);
    let sent = Sent::from_fields(&known.event, &fields);
    let page = |problems: &[FieldProblem]| MovePage::new(&known, &row, &sent, problems);
    let (form, choices) = match (sent.attends(&known.event), sent.chosen()) {
        (Ok(form), Ok(choices)) => (form, choices),
        (form, choices) => {
            let problems: Vec<FieldProblem> = form.err().into_iter().chain(choices.err()).collect();
            let status = match fields.switches_language() {
                true => StatusCode::OK,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            return Ok(private(visit.page_with(status, &page(&problems))));
        }
    };
    if fields.switches_language() {
        return Ok(private(visit.page(&page(&[]))));
    }
    let Some(refusal) = ask(&app, &known, &row, Act::Move { form, choices }, organiser.account).await? else {
        return Ok(to_person(&visit, &slug, row.id(), Done::Moved));
    };
    Ok(private(match (&refusal, as_problem(&refusal)) {
        (Refusal::UnknownRegistration, _) => return Err(Error::NotFound),
        (_, Some(problem)) => visit.page_with(StatusCode::UNPROCESSABLE_ENTITY, &page(&[problem])),
        (refusal, None) => visit.page_with(StatusCode::CONFLICT, &page(&[]).refused(refusal)),
    }))
}

impl Page for MovePage {
    const TEMPLATE: &'static str = "registration/person_move.html";

    fn samples() -> Vec<Self> {
        use crate::answers::{Field, Problem};
        let page = |known: &Known, sent: &Sent, problems: &[FieldProblem]| Self {
            event: known.view(),
            id: RegistrationId(sea_orm::prelude::Uuid::from_u128(1)),
            seq: 1,
            name: "<script>alert(1)</script> \u{202e}Åse Ødegård".to_owned(),
            errors: problems.iter().map(|problem| Fault::of(problem, &known.event)).collect(),
            notice: None,
            forms: form_views(known, &sent.form, problems),
            choices: choice_views(known, &sent.choices, problems),
        };
        let (plain, programme) = (crate::pages::sample::known(), crate::pages::sample::programme());
        let id = sea_orm::prelude::Uuid::nil();
        let one = Sent { form: "online".to_owned(), ..Sent::fresh(&programme.event, id) };
        let none = Sent::fresh(&programme.event, id);
        let missing = [FieldProblem { field: Field::Form, problem: Problem::MissingForm }];
        let clean = page(&programme, &one, &[]);
        vec![
            page(&plain, &Sent::fresh(&plain.event, id), &[]),
            clean.clone(),
            page(&programme, &none, &missing),
            clean.refused(&Refusal::AlreadyWithdrawn),
        ]
    }
}
