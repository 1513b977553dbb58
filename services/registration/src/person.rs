//! Everything about one e-mail address, across events and series, for operators and owners who answer somebody that asks what is
//! held about them, or wants it gone. It is the same as that person sees and does behind the links of their own.

use crate::address::normalised;
use crate::desk::loading::{Front, Need, load};
use crate::desk::recording::{Recorded, record};
use crate::erasure::erase_people;
use crate::following;
use crate::invited;
use crate::store::erasure::Why;
use crate::store::snapshot::{self, Events};
use crate::store::standing::everything_held;
use crate::store::{decoy, follower, invitation, registration, series};
use anyhow::bail;
use bus::{Bus, Carrier, Work};
use chrono::{DateTime, Utc};
use host::{Host, Vault};
use proto::Localised;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use serde_json::{Value, json};
use uuid::Uuid;

/// How often a sign-up is tried that somebody else writes at the same moment.
const TIMES: u8 = 5;

/// Something that is held about an address: a sign-up, or following a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub what: What,
    /// Of the event or the series; its id when it has none.
    pub slug: String,
    pub title: Option<Localised>,
    pub id: Uuid,
    pub since: DateTime<Utc>,
}

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    SignUp(registration::State),
    Following,
    /// Being invited to an event by name.
    Invited,
}

/// What is held about an address, oldest first. Whoever is deleted already is not among it.
pub async fn find(host: &Host, email: &str) -> anyhow::Result<Vec<Held>> {
    Ok(held(&host.db.read, email, None).await?)
}

/// The same, in the events and series that one organisation answers for, or in all.
pub(crate) async fn held(
    db: &impl ConnectionTrait,
    email: &str,
    organisation: Option<&str>,
) -> Result<Vec<Held>, DbErr> {
    let is_meant = |own: &str| organisation.is_none_or(|organisation| organisation == own);
    let mut held = Vec::new();
    for row in registration::of_person(db, &normalised(email)).await? {
        let event = snapshot::read(db, row.event_id).await?;
        if organisation.is_some() && !event.as_ref().is_some_and(|event| is_meant(&event.organisation)) {
            continue;
        }
        let (slug, title) =
            event.map_or_else(|| (row.event_id.to_string(), None), |event| (event.slug, Some(event.title)));
        held.push(Held { what: What::SignUp(row.state), slug, title, id: row.id, since: row.created_at });
    }
    for row in follower::of_person(db, &normalised(email)).await? {
        let series = series::by_id(db, row.series_id).await?;
        if organisation.is_some() && !series.as_ref().is_some_and(|series| is_meant(&series.organisation)) {
            continue;
        }
        let title = series.as_ref().map(series::Model::series).transpose()?.map(|series| series.title);
        let slug = series.map_or_else(|| row.series_id.to_string(), |series| series.slug);
        held.push(Held { what: What::Following, slug, title, id: row.id, since: row.created_at });
    }
    for row in invitation::of_person(db, &normalised(email)).await? {
        let event = snapshot::read(db, row.event_id).await?;
        if organisation.is_some() && !event.as_ref().is_some_and(|event| is_meant(&event.organisation)) {
            continue;
        }
        let (slug, title) =
            event.map_or_else(|| (row.event_id.to_string(), None), |event| (event.slug, Some(event.title)));
        held.push(Held { what: What::Invited, slug, title, id: row.id, since: row.created_at });
    }
    held.sort_by_key(|held| held.since);
    Ok(held)
}

/// All of it, to be given to the person as a file.
pub async fn export(host: &Host, email: &str) -> anyhow::Result<Value> {
    let held = find(host, email).await?;
    Ok(file(&host.db.read, &host.vault, email, &held).await?)
}

/// What is held as a file.
pub(crate) async fn file(db: &impl ConnectionTrait, vault: &Vault, email: &str, held: &[Held]) -> Result<Value, DbErr> {
    let (mut sign_ups, mut series, mut invitations) = (Vec::new(), Vec::new(), Vec::new());
    for held in held {
        match held.what {
            What::SignUp(_) => sign_ups.extend(everything_held(db, vault, held.id.into()).await?),
            What::Invited => {
                let Some(row) = invitation::by_id(db, held.id).await? else { continue };
                invitations.push(json!({
                    "event": held.slug,
                    "name": row.name,
                    "email": row.email,
                    "organisation": row.organisation,
                    "language": row.language,
                    "created_at": row.created_at,
                    "issued_at": row.issued_at,
                    "reminded_at": row.reminded_at,
                    "declined_at": row.declined_at,
                    "reason": row.reason,
                }));
            }
            What::Following => {
                let Some(row) = follower::by_id(db, held.id).await? else { continue };
                series.push(json!({
                    "series": held.slug,
                    "name": row.name,
                    "email": row.email,
                    "language": row.language,
                    "answers": row.answers,
                    "created_at": row.created_at,
                }));
            }
        }
    }
    Ok(json!({ "address": email, "sign_ups": sign_ups, "series": series, "invitations": invitations }))
}

/// Deletes all of it, as the person can behind their own links: places go to the next, and everybody else is told. Tells how many
/// sign-ups and series it was.
pub async fn erase(host: &Host, email: &str) -> anyhow::Result<(usize, usize)> {
    let (bus, _loops) = Bus::build(crate::NAME, host, &Carrier::in_process()).start();
    let held = find(host, email).await?;
    let done = erase_held(&bus, &held, Why::ByPerson).await?;
    let work = bus.begin().await?;
    decoy::delete_person(&work.tx, &normalised(email)).await?;
    work.commit().await?;
    Ok(done)
}

/// Deletes what is held. What was deleted stays so when something else could not be, and can be asked for again.
pub(crate) async fn erase_held(bus: &Bus, held: &[Held], why: Why) -> anyhow::Result<(usize, usize)> {
    let series: Vec<Uuid> = held.iter().filter(|held| held.what == What::Following).map(|held| held.id).collect();
    // With the dates that came with them.
    for id in &series {
        let work = bus.begin().await?;
        following::erase(&work, *id).await?;
        work.commit().await?;
    }
    for held in held.iter().filter(|held| held.what == What::Invited) {
        let work = bus.begin().await?;
        if let Some(row) = invitation::by_id(&work.tx, held.id).await? {
            invited::forget(&work, &row).await?;
        }
        work.commit().await?;
    }
    for held in held.iter().filter(|held| matches!(held.what, What::SignUp(_))) {
        let mut left = TIMES;
        loop {
            let work = bus.begin().await?;
            if erase_sign_up(&work, held.id, why).await? {
                work.commit().await?;
                break;
            }
            left -= 1;
            if left == 0 {
                bail!("somebody else wrote the sign-up {} at the same moment; try again", held.id);
            }
        }
    }
    Ok((held.len() - series.len(), series.len()))
}

/// Deletes what somebody else typed with this address in the events of an organisation.
pub(crate) async fn erase_decoys(work: &Work, email: &str, organisation: &str) -> Result<(), DbErr> {
    let address = normalised(email);
    let mut own = Vec::new();
    for event in decoy::events_about(&work.tx, &address).await? {
        let told = snapshot::read(&work.tx, event).await?;
        own.extend(told.filter(|told| told.organisation == organisation).map(|told| told.id.0));
    }
    decoy::delete_at(&work.tx, &own, &address).await
}

/// Deletes one sign-up; false when it must be tried again.
async fn erase_sign_up(work: &Work, id: Uuid, why: Why) -> Result<bool, DbErr> {
    let Some(known) = registration::Entity::find_by_id(id).one(&work.tx).await? else { return Ok(true) };
    let need = Need { registrations: vec![id], queue: Front::Freed(1), ..Need::default() };
    let mut books = load(&work.tx, &Events::default(), &[(known.event_id.into(), need)]).await?;
    for book in &mut books {
        // Signed off already, cancelled, or over: then there is nothing to let go of.
        let _ = book.let_go(id.into(), work.now);
        book.tell();
    }
    if record(work, &mut books).await? == Recorded::Conflict {
        return Ok(false);
    }
    let row = registration::by_id(&work.tx, id.into()).await?.filter(|row| row.erased_at.is_none());
    let Some(row) = row else { return Ok(true) };
    following::forget(work, row.event_id.into(), &normalised(&row.email)).await?;
    erase_people(work, &[row], why).await?;
    Ok(true)
}
