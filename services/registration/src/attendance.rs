//! Who took part: told by a join link, or noted by an organiser in the hall.

use crate::desk::book::snapshot;
use crate::store::{claim, event, pool, registration};
use bus::Work;
use chrono::{DateTime, Utc};
use proto::registration::{Registration, RegistrationAttended, RegistrationMissed};
use proto::{EventId, RegistrationId};
use sea_orm::DbErr;

/// What came of noting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noted {
    Now,
    /// Known before, or nobody who has a place: nothing is changed.
    Nothing,
    Unknown,
}

/// Notes that somebody was there. The first time counts; later ones change nothing.
pub(crate) async fn note(
    work: &Work,
    event: EventId,
    registration: RegistrationId,
    at: DateTime<Utc>,
) -> Result<Noted, DbErr> {
    // Taken before the registration is read, as the desk does: revisions go up one by one.
    event::locked(&work.tx, &[event]).await?;
    let Some(mut row) = registration::by_id(&work.tx, registration).await? else { return Ok(Noted::Unknown) };
    let has_place = row.state == registration::State::Admitted && row.erased_at.is_none();
    if !has_place || row.attended_at.is_some() || row.event_id != event.0 {
        return Ok(Noted::Nothing);
    }
    row.attended_at = Some(host::to_micros(at));
    row.revision += 1;
    registration::mark_attended(&work.tx, &row).await?;
    work.say(&RegistrationAttended { registration: told(work, &row).await?, at });
    Ok(Noted::Now)
}

/// Takes back what was noted by mistake. A later note is a fact of its own.
pub(crate) async fn take_back(work: &Work, event: EventId, registration: RegistrationId) -> Result<Noted, DbErr> {
    event::locked(&work.tx, &[event]).await?;
    let Some(mut row) = registration::by_id(&work.tx, registration).await? else { return Ok(Noted::Unknown) };
    if row.attended_at.is_none() || row.event_id != event.0 {
        return Ok(Noted::Nothing);
    }
    row.attended_at = None;
    row.revision += 1;
    registration::mark_attended(&work.tx, &row).await?;
    // Nothing is told about somebody whose data are deleted.
    if row.erased_at.is_none() {
        work.say(&RegistrationMissed { registration: told(work, &row).await? });
    }
    Ok(Noted::Now)
}

/// The registration as others are told of it.
async fn told(work: &Work, row: &registration::Model) -> Result<Registration, DbErr> {
    let whole = pool::whole(&work.tx, row.event_id).await?;
    let claims = claim::of_registrations(&work.tx, &[row.id]).await?;
    let chosen = claims.iter().filter(|claim| !whole.contains(&claim.pool_id));
    Ok(snapshot(row, chosen))
}
