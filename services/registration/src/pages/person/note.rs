//! Notes of organisers about a person.

use super::page;
use crate::app::App;
use crate::pages::event::Known;
use crate::pages::export::{private, seen};
use crate::store::audit::{self, Action, Deed};
use crate::store::{event, note, registration};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Organiser, Visit};
use proto::RegistrationId;
use proto::account::Role;
use sea_orm::prelude::Uuid;

/// The longest note, in characters.
const LONGEST: usize = 2_000;

pub(crate) async fn post(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let (known, id) = theirs(&app, &organiser, &visit, &slug, &id, &fields).await?;
    let typed = fields.get("note").unwrap_or_default();
    let wrong = match read(typed) {
        Ok(text) if !fields.switches_language() => {
            let deed = Deed::about(Action::Note, id);
            keep(&app, &organiser, &visit, &known, deed, Change::Add(&text)).await?;
            return Ok(back(&visit, &known, id));
        }
        Ok(_) => None,
        Err(wrong) => Some(wrong),
    };
    let visit = known.answers_for(visit);
    let mut page = page(&app, &organiser, &known, &visit, id, false).await?;
    typed.clone_into(&mut page.typed);
    let status = match wrong.filter(|_| !fields.switches_language()) {
        Some(key) => {
            let most = i64::try_from(LONGEST).unwrap_or(i64::MAX);
            let text = app.host.text.word(visit.language, key, &[("n", most.into())]);
            page.errors.push(FieldError::new("note", text));
            StatusCode::UNPROCESSABLE_ENTITY
        }
        None => StatusCode::OK,
    };
    Ok(private(visit.page_with(status, &page)))
}

pub(crate) async fn post_delete(
    State(app): State<App>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let (known, id) = theirs(&app, &organiser, &visit, &slug, &id, &fields).await?;
    let note: Uuid = fields.get("note").and_then(|note| note.parse().ok()).ok_or(Error::NotFound)?;
    keep(&app, &organiser, &visit, &known, Deed::about(Action::NoteDeleted, id), Change::Remove(note)).await?;
    Ok(back(&visit, &known, id))
}

/// Whose notes may be changed by this form.
async fn theirs(
    app: &App,
    organiser: &Organiser,
    visit: &Visit,
    slug: &str,
    id: &str,
    fields: &Fields,
) -> Result<(Known, RegistrationId), Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let known = seen(app, organiser, slug, Role::Editor).await?;
    Ok((known, id.parse().map_err(|_strange| Error::NotFound)?))
}

enum Change<'a> {
    Add(&'a str),
    Remove(Uuid),
}

async fn keep(
    app: &App,
    organiser: &Organiser,
    visit: &Visit,
    known: &Known,
    deed: Deed<'_>,
    change: Change<'_>,
) -> Result<(), Error> {
    let id = deed.registration.ok_or(Error::NotFound)?;
    let work = app.bus.begin().await.map_err(|_away| Error::Busy)?;
    // So that nothing is noted about somebody who is being deleted.
    event::locked(&work.tx, &[known.event.id]).await?;
    let row = registration::by_id(&work.tx, id).await?;
    if row.is_none_or(|row| row.event_id != known.event.id.0 || row.erased_at.is_some()) {
        work.rollback().await;
        return Err(Error::NotFound);
    }
    let is_done = match change {
        Change::Add(text) => {
            note::add(&work.tx, visit.now, organiser.account, id, text).await?;
            true
        }
        // Pressed twice: it is gone, which is what was wanted.
        Change::Remove(note) => note::remove(&work.tx, id, note).await?,
    };
    if is_done {
        audit::keep(&work.tx, visit.now, organiser.account, known.event.id, deed).await?;
    }
    work.commit().await.map_err(|_away| Error::Busy)
}

fn back(visit: &Visit, known: &Known, id: RegistrationId) -> Response {
    let person = format!("/arrangor/pameldingar/{}/{id}#notes", known.event.slug);
    visit.with_cookies(Redirect::to(&person).into_response())
}

/// Reads a note; otherwise the key of what is wrong with it.
fn read(typed: &str) -> Result<String, &'static str> {
    let plain = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = plain.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    match text.chars().count() {
        0 => Err("reg-person-note-missing"),
        1..=LONGEST => Ok(text),
        _ => Err("reg-person-note-long"),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_note_says_something_and_is_no_book() {
        for (typed, wanted) in [
            (" Ringde.\r\nKjem seint.\u{0} ", Ok("Ringde.\nKjem seint.")),
            (" \r\n", Err("reg-person-note-missing")),
            (&"å".repeat(2_001), Err("reg-person-note-long")),
        ] {
            assert_eq!(read(typed), wanted.map(ToOwned::to_owned));
        }
    }
}
