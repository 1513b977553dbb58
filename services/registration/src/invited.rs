//! What is done about personal invitations. The event is locked meanwhile, so that nobody signs up with one that is being taken back;
//! letters to many are written a few at a time, so that nobody waits long to sign up.

use crate::address::normalised;
use crate::invitation::reading::Person;
use crate::invitation::{Standing, can_be_let_go, still_goes};
use crate::store::invitation::{self, Going, Invited, Model};
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

/// To how many it is written in one transaction.
const AT_ONCE: u64 = 100;

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
            going: None,
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

/// Lets letters to these people go. They are on their way when the transaction is committed, and are written by [`go_on`].
pub(crate) async fn let_go(work: &Work, event: EventId, people: &[Uuid], what: Going) -> Result<usize, DbErr> {
    let people = invitation::let_go(&work.tx, people, what).await?;
    if what == Going::Reminder {
        invitation_reminder::clear(&work.tx, event).await?;
    }
    Ok(usize::try_from(people).unwrap_or(usize::MAX))
}

/// Writes to those to whom letters are on their way, until there is nobody left. What is interrupted goes on the next time.
pub(crate) async fn go_on(bus: &Bus, event: EventId) -> Result<(), DbErr> {
    loop {
        let work = bus.begin().await?;
        let more = send_some(&work, event).await?;
        work.commit().await?;
        if !more {
            return Ok(());
        }
    }
}

/// One transaction's worth, in which the event is locked; false when there was nobody left.
pub async fn send_some(work: &Work, event: EventId) -> Result<bool, DbErr> {
    let (tx, now) = (&work.tx, work.now);
    let known = event::locked(tx, &[event]).await?.into_iter().next();
    let rows = invitation::going(tx, event, AT_ONCE).await?;
    if rows.is_empty() {
        return Ok(false);
    }
    if !is_open(work, known).await? {
        keep_back(work, event).await?;
        return Ok(false);
    }
    let (mut invitations, mut reminders, mut stay) = (Vec::new(), Vec::new(), Vec::new());
    for invited in invitation::with_sign_ups(tx, event, rows).await? {
        match still_goes(invited.known()) {
            Some(Going::Invitation) => invitations.push(invited.row),
            Some(Going::Reminder) => reminders.push(invited.row),
            None => stay.push(invited.row.id),
        }
    }
    for (what, rows) in [(Going::Invitation, invitations), (Going::Reminder, reminders)] {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        invitation::written(tx, &ids, what, now).await?;
        for row in rows {
            say(work, &row, what);
        }
    }
    invitation::stay(tx, &stay).await?;
    Ok(true)
}

/// Whether whoever is written to now can sign up.
async fn is_open(work: &Work, known: Option<event::Model>) -> Result<bool, DbErr> {
    let Some(known) = known.filter(event::Model::is_public) else { return Ok(false) };
    let told = snapshot::read(&work.tx, known.id).await?;
    Ok(told.is_some_and(|told| admission::window(&told, known.cancelled, work.now).is_ok()))
}

/// Sign-up was closed before all were written to. Invitations lie in the outbox again, and organisers see that reminders did not go.
async fn keep_back(work: &Work, event: EventId) -> Result<(), DbErr> {
    let invitations = invitation::keep_back(&work.tx, event, Going::Invitation).await?;
    let reminders = invitation::keep_back(&work.tx, event, Going::Reminder).await?;
    if reminders > 0 {
        let (remind_at, missed_at) = (work.now, Some(work.now));
        let row = invitation_reminder::Model { event_id: event.0, remind_at, set_by: Uuid::nil(), missed_at };
        invitation_reminder::keep(&work.tx, row).await?;
    }
    tracing::info!(event.id = %event, invitations, reminders, "letters to those invited stay, for sign-up is closed");
    Ok(())
}

/// Says that somebody is to be written to, whose row is written with the next revision.
fn say(work: &Work, row: &Model, what: Going) {
    work.say(&InvitationIssued {
        invitation_id: row.id(),
        event_id: row.event_id.into(),
        revision: revision(row) + 1,
        generation: row.generation(),
        name: row.name.clone(),
        email: row.email.clone(),
        language: row.language(),
        reminder: what == Going::Reminder,
    });
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
            (row.taken_back_at, row.going) = (Some(work.now), None);
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

/// Deletes who these people are, all invited to one event, and has others do the same.
pub(crate) async fn erase(work: &Work, rows: &[Model]) -> Result<(), DbErr> {
    let Some(first) = rows.first() else { return Ok(()) };
    // For the numbers: no address tells afterwards who has signed up.
    let all = invitation::with_sign_ups(&work.tx, first.event_id.into(), rows.to_vec()).await?;
    invitation::keep_sign_ups(&work.tx, &all).await?;
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

/// Lets reminders go where the day has come that their organisers have set, and goes on with all letters that are on their way.
pub(crate) async fn send_due(bus: &Bus, db: &Database, now: DateTime<Utc>) -> anyhow::Result<()> {
    for due in invitation_reminder::due(&db.read, now).await? {
        let work = bus.begin().await?;
        remind_by_day(&work, due.event_id.into()).await?;
        work.commit().await?;
    }
    for event in invitation::events_with_going(&db.read).await? {
        go_on(bus, event.into()).await?;
    }
    Ok(())
}

/// Lets reminders go to those who have not answered, or notes that nobody could have signed up.
async fn remind_by_day(work: &Work, id: EventId) -> Result<(), DbErr> {
    let known = event::locked(&work.tx, &[id]).await?.into_iter().next();
    // Another process may have been here first, or the organisers have changed the day.
    let day = invitation_reminder::of(&work.tx, id).await?;
    let Some(day) = day.filter(|day| day.remind_at <= work.now && day.missed_at.is_none()) else { return Ok(()) };
    if !is_open(work, known).await? {
        let missed = invitation_reminder::Model { missed_at: Some(work.now), ..day };
        invitation_reminder::keep(&work.tx, missed).await?;
        tracing::info!(event.id = %id, "nobody is reminded of an invitation, for sign-up is closed");
        return Ok(());
    }
    let rows = invitation::of_event(&work.tx, id).await?;
    let all = invitation::with_sign_ups(&work.tx, id, rows).await?;
    let silent = all.iter().filter(|one| can_be_let_go(one.known(), Going::Reminder));
    let silent: Vec<Uuid> = silent.map(|one| one.row.id).collect();
    let people = let_go(work, id, &silent, Going::Reminder).await?;
    tracing::info!(event.id = %id, people, "those who have not answered an invitation are reminded");
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
