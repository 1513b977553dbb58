//! `/arrangor/pameldingar/{slug}/{id}`: all that organisers may know about one person who signed up.

pub(super) mod acting;
pub(super) mod moving;
pub(super) mod note;
mod sample;
mod story;

use self::acting::{Doing, Done};
use self::story::{Moment, story};
use super::choices::{ChosenView, word as form_word};
use super::event::{EventView, Known};
use super::export::{private, seen};
use super::field::erased_at;
use super::list::{ReplyView, word};
use super::my::overview::{AnswerView, answer_view, chosen};
use super::notice::Notice;
use crate::answers::Answers;
use crate::app::App;
use crate::former::readable;
use crate::store::audit::{self, Action, Deed};
use crate::store::placement::{self, Placement};
use crate::store::registration::State as Stands;
use crate::store::{answer, former_question, history, note as kept, registration, reply, sensitive_answer, standing};
use crate::withdrawal::may_change;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use chrono::{DateTime, Utc};
use host::{Error, FieldError, Organiser, Visit};
use proto::account::Role;
use proto::event::{AnswerType, Event, Question};
use proto::{AccountId, Language, Localised, RegistrationId};
use sea_orm::prelude::Uuid;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonPage {
    pub(crate) event: EventView,
    pub(crate) errors: Vec<FieldError>,
    /// What was done just now.
    pub(crate) notice: Option<Notice>,
    pub(crate) id: RegistrationId,
    pub(crate) seq: u32,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) organisation: String,
    pub(crate) language: &'static str,
    pub(crate) state: &'static str,
    pub(crate) position: Option<u32>,
    pub(crate) offered_until: Option<DateTime<Utc>>,
    /// How the person takes part, where there is a choice.
    pub(crate) form: Option<&'static str>,
    pub(crate) undeliverable: bool,
    pub(crate) reply: Option<ReplyView>,
    pub(crate) choices: Vec<ChosenView>,
    pub(crate) placements: Vec<Placement>,
    /// Those who signed up in the same form.
    pub(crate) party: Vec<Other>,
    pub(crate) answers: Vec<AnswerView>,
    /// There are questions whose answers few may see.
    pub(crate) has_sensitive: bool,
    /// Those, where they may be seen and were asked for.
    pub(crate) sensitive: Option<Vec<AnswerView>>,
    pub(crate) story: Vec<Moment>,
    pub(crate) notes: Vec<NoteView>,
    /// May see what few may, and change things.
    pub(crate) edits: bool,
    /// What can be done about the sign-up: the ends of the addresses, and of the keys of their words.
    pub(crate) acts: Vec<&'static str>,
    /// A note that could not be kept.
    pub(crate) typed: String,
}

/// Somebody else.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Other {
    pub(crate) id: RegistrationId,
    pub(crate) name: String,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct NoteView {
    pub(crate) id: Uuid,
    pub(crate) at: DateTime<Utc>,
    /// Written by whoever looks.
    pub(crate) own: bool,
    pub(crate) text: String,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    vis: String,
    #[serde(default)]
    gjort: String,
}

pub(crate) async fn get(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Error> {
    let known = seen(&app, &organiser, &slug, Role::Reader).await?;
    let visit = known.answers_for(visit);
    let id = id.parse().map_err(|_strange| Error::NotFound)?;
    let mut page = page(&app, &organiser, &known, &visit, id, wanted.vis == "behov").await?;
    page.notice = Done::of(&wanted.gjort).map(Done::notice);
    Ok(private(visit.page(&page)))
}

/// The page, and that it was looked at.
async fn page(
    app: &App,
    organiser: &Organiser,
    known: &Known,
    visit: &Visit,
    id: RegistrationId,
    sensitive: bool,
) -> Result<PersonPage, Error> {
    let db = &app.host.db;
    let event = &known.event;
    let row = registration::by_id(&db.read, id).await?;
    let row = row.filter(|row| row.event_id == event.id.0 && row.erased_at.is_none()).ok_or(Error::NotFound)?;
    let standing = standing::standing(&db.read, &app.host.vault, id).await?.ok_or(Error::NotFound)?;
    let reply = reply::of(&db.read, row.id).await?;
    let edits = organiser.may_at(event.id, &event.organisation, Role::Editor);
    let questions = readable(&event.sign_up.questions, &former_question::of(&db.read, event.id.0).await?);
    let has_sensitive = questions.iter().any(|question| question.sensitive);
    let plain = answer::of(&db.read, row.id).await?.unwrap_or_default();
    let apart = match edits && sensitive && has_sensitive {
        true => Some(sensitive_answer::of(&db.read, &app.host.vault, row.id).await?.unwrap_or_default()),
        false => None,
    };
    let party = registration::with_parties(&db.read, event.id, &[row.id]).await?.into_iter();
    let party = party.filter(|other| other.id != row.id && other.event_id == row.event_id);
    let action = if apart.is_some() { Action::Sensitive } else { Action::Person };
    audit::keep(&db.write, visit.now, organiser.account, event.id, Deed::about(action, id)).await?;
    let history = history::of(&db.read, id).await?;
    let acts = if edits { acts(known, row.state, visit.now) } else { Vec::new() };
    Ok(PersonPage {
        event: known.view(),
        errors: Vec::new(),
        notice: None,
        id,
        seq: standing.registration.seq,
        name: row.name.clone(),
        email: row.email.clone(),
        organisation: row.organisation.clone(),
        language: row.language().code(),
        state: word(row.state),
        position: standing.position,
        offered_until: row.offered_until,
        form: row.form().map(form_word),
        undeliverable: row.undeliverable_at.is_some(),
        reply: reply.as_ref().map(ReplyView::from),
        choices: chosen(known, &standing.registration),
        placements: placement::of(&db.read, row.id).await?,
        party: party.map(|other| Other { id: other.id(), name: other.name }).collect(),
        answers: views(event, &questions, &plain),
        has_sensitive,
        sensitive: apart.map(|given| views(event, &questions, &given)),
        story: story(&row, reply.as_ref(), &history),
        notes: notes(kept::of(&db.read, id).await?, organiser.account),
        edits,
        acts,
        typed: String::new(),
    })
}

/// What can be done about the sign-up of somebody who stands so.
fn acts(known: &Known, state: Stands, now: DateTime<Utc>) -> Vec<&'static str> {
    let is_open = may_change(&known.event, known.cancelled, state, now).is_ok();
    let waits = matches!(state, Stands::Waiting | Stands::Offered);
    let mut acts = Vec::new();
    if is_open && state == Stands::Undecided {
        acts.extend([Doing::Approve, Doing::Decline].map(Doing::word));
    }
    acts.extend((is_open && waits).then_some(Doing::GivePlace.word()));
    acts.extend((is_open && moving::has_choice(known)).then_some(moving::WORD));
    acts.push(Doing::SendLink.word());
    acts.extend((is_open && state != Stands::Undecided).then_some(Doing::SignOff.word()));
    acts
}

fn notes(rows: Vec<kept::Model>, account: AccountId) -> Vec<NoteView> {
    let view = |row: kept::Model| NoteView { id: row.id, at: row.at, own: row.account_id == account.0, text: row.text };
    rows.into_iter().map(view).collect()
}

/// Those of the answers that there are, in the order of the questions, and then those to questions that nobody remembers.
fn views(event: &Event, questions: &[Question], given: &Answers) -> Vec<AnswerView> {
    let asked = questions.iter().filter_map(|question| Some((question.clone(), given.get(&question.key)?)));
    let is_gone = |key: &str| !questions.iter().any(|question| question.key == key);
    let gone = given.0.iter().filter(|(key, _)| is_gone(key)).map(|(key, answer)| (of_gone(key), answer));
    asked
        .chain(gone)
        .map(|(question, answer)| answer_view(&question, Some(answer), erased_at(&question, event)))
        .collect()
}

/// A question of which nothing is known any more is called by its key.
fn of_gone(key: &str) -> Question {
    Question {
        key: key.to_owned(),
        label: Localised(Language::ALL.into_iter().map(|language| (language, key.to_owned())).collect()),
        hint: None,
        required: false,
        answer: AnswerType::Text,
        only_if: None,
        purpose: Localised::default(),
        sensitive: false,
        delete_after_days: 0,
        autocomplete: None,
    }
}
