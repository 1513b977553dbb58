//! What is done about personal invitations: each in one transaction in which the event is locked, so that nobody signs up with one
//! that is being taken back.

use crate::address::normalised;
use crate::invitation::reading::Person;
use crate::invitation::{Standing, is_reminded};
use crate::store::invitation::{self, Invited, Model};
use crate::store::{event, invitation_reminder, registration, snapshot};
use crate::{App, admission};
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use host::Database;
use proto::invitation::{Ending, InvitationEnded, InvitationIssued};
use proto::{EventId, Language};
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;
use std::collections::HashMap;

/// Puts people into the outbox; of those whose invitation was taken back the same row is used again, with another link.
pub(crate) async fn hold(work: &Work, event: EventId, people: Vec<Person>, usual: Language) -> Result<usize, DbErr> {
    event::locked(&work.tx, &[event]).await?;
    let addresses: Vec<String> = people.iter().map(|person| normalised(&person.email)).collect();
    let all: Vec<&str> = addresses.iter().map(String::as_str).collect();
    let known = invitation::with_addresses(&work.tx, event, &all).await?;
    let known: HashMap<&str, &Model> = known.iter().filter_map(|row| Some((row.address.as_deref()?, row))).collect();
    let (mut new, mut held) = (Vec::new(), 0);
    for (person, address) in people.into_iter().zip(&addresses) {
        let before = known.get(address.as_str());
        if before.is_some_and(|row| row.taken_back_at.is_none()) {
            continue;
        }
        let row = Model {
            id: before.map_or_else(Uuid::now_v7, |row| row.id),
            event_id: event.0,
            revision: before.map_or(0, |row| row.revision),
            generation: before.map_or(0, |row| row.generation + 1),
            name: person.name,
            email: person.email,
            address: Some(address.clone()),
            organisation: person.organisation,
            language: person.language.unwrap_or(usual).code().to_owned(),
            created_at: work.now,
            issued_at: None,
            mailed_at: None,
            reminded_at: None,
            told_at: None,
            trouble: None,
            declined_at: None,
            reason: None,
            taken_back_at: None,
            registration_id: None,
            erased_at: None,
        };
        held += 1;
        match before {
            Some(_) => invitation::keep(&work.tx, row).await?,
            None => new.push(row),
        }
    }
    invitation::insert(&work.tx, new).await?;
    Ok(held)
}

/// Everybody invited to an event, which is locked from now on.
pub(crate) async fn locked(work: &Work, event: EventId) -> Result<Vec<Invited>, DbErr> {
    event::locked(&work.tx, &[event]).await?;
    let rows = invitation::of_event(&work.tx, event).await?;
    invitation::with_sign_ups(&work.tx, event, rows).await
}

/// Lets those go that lie in the outbox. Whoever has signed up meanwhile needs none.
pub(crate) async fn issue(work: &Work, all: Vec<Invited>) -> Result<usize, DbErr> {
    let mut issued = 0;
    for invited in all.into_iter().filter(|one| one.standing() == Standing::Held) {
        let mut row = invited.row;
        row.issued_at = Some(work.now);
        say(work, row, false).await?;
        issued += 1;
    }
    Ok(issued)
}

/// Reminds those who have not answered, each once.
pub(crate) async fn remind(work: &Work, event: EventId, all: Vec<Invited>) -> Result<usize, DbErr> {
    let mut reminded = 0;
    for invited in all.into_iter().filter(|one| is_reminded(one.known())) {
        let mut row = invited.row;
        row.reminded_at = Some(work.now);
        say(work, row, true).await?;
        reminded += 1;
    }
    invitation_reminder::clear(&work.tx, event).await?;
    Ok(reminded)
}

async fn say(work: &Work, mut row: Model, reminder: bool) -> Result<(), DbErr> {
    row.revision += 1;
    work.say(&InvitationIssued {
        invitation_id: row.id(),
        event_id: row.event_id.into(),
        revision: revision(&row),
        generation: row.generation(),
        name: row.name.clone(),
        email: row.email.clone(),
        language: row.language(),
        reminder,
    });
    invitation::keep(&work.tx, row).await
}

fn revision(row: &Model) -> u32 {
    u32::try_from(row.revision).unwrap_or_default()
}

fn end(work: &Work, row: &Model, why: Ending) {
    let (invitation_id, event_id) = (row.id(), row.event_id.into());
    work.say(&InvitationEnded { invitation_id, event_id, revision: revision(row), why });
}

/// What came of an answer, or of taking an invitation back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Now,
    /// It stands so already.
    Already,
    /// The person has signed up, or the invitation is no more.
    Otherwise,
}

/// Notes that somebody says no. They may think again for as long as one can sign up.
pub(crate) async fn decline(work: &Work, known: &Model, reason: Option<String>) -> Result<Done, DbErr> {
    let Some(invited) = one(work, known.event_id.into(), known.id).await? else { return Ok(Done::Otherwise) };
    if invited.row.generation != known.generation {
        return Ok(Done::Otherwise);
    }
    match invited.standing() {
        Standing::Declined => Ok(Done::Already),
        standing if !standing.opens() => Ok(Done::Otherwise),
        _ => {
            let mut row = invited.row;
            (row.declined_at, row.reason) = (Some(work.now), reason);
            row.revision += 1;
            end(work, &row, Ending::Answered);
            invitation::keep(&work.tx, row).await?;
            Ok(Done::Now)
        }
    }
}

/// Takes an invitation back. One that lies in the outbox still is gone without a trace.
pub(crate) async fn take_back(work: &Work, event: EventId, id: Uuid) -> Result<Done, DbErr> {
    let Some(invited) = one(work, event, id).await? else { return Ok(Done::Otherwise) };
    match invited.standing() {
        Standing::TakenBack => Ok(Done::Already),
        Standing::Held => invitation::delete(&work.tx, id).await.map(|()| Done::Now),
        standing if !standing.can_be_taken_back() => Ok(Done::Otherwise),
        _ => {
            let mut row = invited.row;
            row.taken_back_at = Some(work.now);
            row.revision += 1;
            end(work, &row, Ending::TakenBack);
            invitation::keep(&work.tx, row).await?;
            Ok(Done::Now)
        }
    }
}

async fn one(work: &Work, event: EventId, id: Uuid) -> Result<Option<Invited>, DbErr> {
    event::locked(&work.tx, &[event]).await?;
    let row = invitation::by_id(&work.tx, id).await?;
    let row = row.filter(|row| row.event_id == event.0 && row.erased_at.is_none());
    Ok(invitation::with_sign_ups(&work.tx, event, row.into_iter().collect()).await?.pop())
}

/// Says that a sign-up came of an invitation, which is written with it.
pub(crate) fn accepted(work: &Work, row: &Model) {
    end(work, row, Ending::Answered);
}

/// Deletes who these people are, and has others do the same.
pub(crate) async fn erase(work: &Work, rows: &[Model]) -> Result<(), DbErr> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    invitation::erase(&work.tx, &ids, work.now).await?;
    work.forget(&ids);
    for row in rows {
        end(work, &Model { revision: row.revision + 1, ..row.clone() }, Ending::Erased);
    }
    Ok(())
}

/// Deletes who somebody is who asks for it.
pub(crate) async fn forget(work: &Work, known: &Model) -> Result<(), DbErr> {
    let row = invitation::by_id(&work.tx, known.id).await?.filter(|row| row.erased_at.is_none());
    erase(work, row.as_slice()).await
}

/// Deletes the invitations of people whose sign-ups are deleted.
pub(crate) async fn erase_of(work: &Work, people: &[registration::Model]) -> Result<(), DbErr> {
    let rows = invitation::of_registrations(&work.tx, people).await?;
    erase(work, &rows).await
}

/// Reminds those who have not answered where that day has come. One that cannot be signed up for any more is left alone.
pub(crate) async fn remind_by_day(bus: &Bus, db: &Database, now: DateTime<Utc>) -> anyhow::Result<()> {
    for due in invitation_reminder::due(&db.read, now).await? {
        let work = bus.begin().await?;
        let id = EventId(due.event_id);
        let all = locked(&work, id).await?;
        let cancelled = event::by_id(&work.tx, id).await?.is_none_or(|row| row.cancelled);
        let open = snapshot::read(&work.tx, due.event_id).await?;
        let open = open.is_some_and(|event| admission::window(&event, cancelled, work.now).is_ok());
        let people = if open { remind(&work, id, all).await? } else { 0 };
        invitation_reminder::clear(&work.tx, id).await?;
        work.commit().await?;
        tracing::info!(event.id = %id, people, "those who had not answered an invitation are reminded");
    }
    Ok(())
}

/// The invitation that a link is to, if it is one to this event.
pub(crate) async fn opened(app: &App, event: EventId, token: &str) -> Result<Option<Invited>, DbErr> {
    let Some((id, generation)) = app.host.keys.read(host::Purpose::Invitation, token) else { return Ok(None) };
    let db = &app.host.db.read;
    let row = invitation::by_id(db, id).await?;
    let row = row.filter(|row| row.event_id == event.0 && row.generation() == generation && row.erased_at.is_none());
    Ok(invitation::with_sign_ups(db, event, row.into_iter().collect()).await?.pop())
}
