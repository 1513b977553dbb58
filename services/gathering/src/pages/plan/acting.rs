//! What the forms on the page of a plan do, each in one transaction.

use super::form::{WishForm, read};
use super::{opened, page, shown};
use crate::pages::Site;
use crate::pages::plans::is_past;
use crate::plan::{Edit, Refusal};
use crate::planning::{self, Act, NotDone};
use crate::store::{self, gathering};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use host::{Error, FieldError, Fields, Organiser, Visit};
use proto::EventId;
use proto::account::Role;
use uuid::Uuid;

pub(in crate::pages) async fn act(
    State(site): State<Site>,
    organiser: Organiser,
    visit: Visit,
    Path((slug, id)): Path<(String, String)>,
    fields: Fields,
) -> Result<Response, Error> {
    let found = opened(&site, &organiser, &slug, &id).await?;
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    if !organiser.may_at(EventId(found.gathering.id), &found.gathering.organisation, Role::Editor) {
        return Err(Error::NotFound);
    }
    let base = format!("/arrangor/samling/{slug}/planar/{id}");
    if is_past(&found.gathering, visit.now) {
        return Ok(visit.with_cookies(Redirect::to(&base).into_response()));
    }
    let mut form = WishForm::empty(&site, &found.gathering, visit.language).await?.of(&found.case.plan);
    let (act, done) = match wanted(&fields, &mut form, &site, &visit)? {
        Ok(wanted) => wanted,
        Err(errors) => {
            let mut page = page(&site, &found, &organiser, &visit).await?;
            (page.errors, page.form) = (errors, form);
            return shown(&site, visit, &found, &organiser, StatusCode::UNPROCESSABLE_ENTITY, &page).await;
        }
    };
    let revision = fields.get("revision").and_then(|revision| revision.parse().ok()).ok_or(Error::WrongForm)?;
    let work = site.bus.begin().await?;
    gathering::locked(&work.tx, found.gathering.id).await?;
    // As it is behind the lock; it may have been deleted by now.
    let plan = store::plan::find(&work.tx, found.case.plan.id).await?.ok_or(Error::NotFound)?;
    let outcome = planning::act(&work, plan, revision, act).await?;
    let many = match outcome {
        Ok(many) => many,
        Err(not_done) => {
            work.rollback().await;
            let (refused, status) = refusal(not_done);
            let found = opened(&site, &organiser, &slug, &id).await?;
            let mut page = page(&site, &found, &organiser, &visit).await?;
            page.refused = Some(refused);
            page.choose(fields.get("person").unwrap_or_default());
            return shown(&site, visit, &found, &organiser, status, &page).await;
        }
    };
    work.commit().await?;
    tracing::info!(event.id = %found.gathering.id, plan.id = %found.case.plan.id, account.id = %organiser.account, done, many, "an organiser changed a plan");
    let to = match done {
        "sletta" => format!("/arrangor/samling/{slug}/planar?gjort=sletta"),
        _ => format!("{base}?gjort={done}&tal={many}"),
    };
    Ok(visit.with_cookies(Redirect::to(&to).into_response()))
}

type Wanted = Result<(Act, &'static str), Vec<FieldError>>;

/// What the pressed button means, with the word for it having been done, or what is wrong with the form.
fn wanted(fields: &Fields, form: &mut WishForm, site: &Site, visit: &Visit) -> Result<Wanted, Error> {
    let person = |name: &str| fields.get(name).and_then(|id| id.parse::<Uuid>().ok()).ok_or(Error::WrongForm);
    let table = || fields.get("table").and_then(|table| table.parse::<u32>().ok()).ok_or(Error::WrongForm);
    Ok(Ok(match fields.get("what").unwrap_or_default() {
        "move" => {
            let to = fields.get("table").unwrap_or_default();
            // Nobody means to take somebody out of the plan by choosing nothing.
            let to = if to == "none" { None } else { Some(table()?) };
            (Act::Edit(Edit::Move { person: person("person")?, to }), "flytta")
        }
        "swap" => (Act::Edit(Edit::Swap { one: person("person")?, other: person("other")? }), "bytt"),
        "lock" => (Act::Edit(Edit::LockPerson { person: person("person")?, locked: true }), "laast"),
        "unlock" => (Act::Edit(Edit::LockPerson { person: person("person")?, locked: false }), "opna"),
        "lock_table" => (Act::Edit(Edit::LockTable { table: table()?, locked: true }), "laast"),
        "unlock_table" => (Act::Edit(Edit::LockTable { table: table()?, locked: false }), "opna"),
        "add" => (Act::Edit(Edit::AddTable), "bord"),
        "drop" => (Act::Edit(Edit::DropTable { table: table()? }), "bord"),
        "fill" => (Act::Fill, "fylt"),
        "anew" => (Act::Anew, "nytt"),
        "seen" => (Act::Seen, "sett"),
        "tell" => (Act::Tell, "sagt"),
        "remove" if fields.get("sure") == Some("yes") => (Act::Remove, "sletta"),
        "remove" => {
            let text = site.host.text.word(visit.language, "gathering-plan-remove-missing", &[]);
            return Ok(Err(vec![FieldError::new("sure", text)]));
        }
        "rules" => {
            form.fill(fields);
            match read(form, site, visit.language) {
                Ok(wish) => (Act::Change(Box::new(wish)), "reglar"),
                Err(errors) => return Ok(Err(errors)),
            }
        }
        _ => return Err(Error::WrongForm),
    }))
}

/// The words for why nothing was done.
fn refusal(not_done: NotDone) -> (&'static str, StatusCode) {
    match not_done {
        NotDone::Stale => ("stale", StatusCode::CONFLICT),
        NotDone::Refused(Refusal::Unknown) => ("unknown", StatusCode::CONFLICT),
        NotDone::Refused(Refusal::Full) => ("full", StatusCode::UNPROCESSABLE_ENTITY),
        NotDone::Refused(Refusal::Locked) => ("locked", StatusCode::UNPROCESSABLE_ENTITY),
        NotDone::Refused(Refusal::NotEmpty) => ("not_empty", StatusCode::UNPROCESSABLE_ENTITY),
    }
}
