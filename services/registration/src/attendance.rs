//! Who took part: told by a join link, or noted by an organiser at a door.

use crate::desk::book::snapshot;
use crate::door::{self, Arriving, Door, May};
use crate::places::Pool;
use crate::store::audit::{self, Action};
use crate::store::history::{self, What};
use crate::store::{claim, door_mark, event, pool, registration, session_attendance};
use bus::Work;
use chrono::{DateTime, Utc};
use proto::registration::{Registration, RegistrationAttended, RegistrationMissed};
use proto::{AccountId, EventId, PoolId, RegistrationId};
use sea_orm::DbErr;
use sea_orm::prelude::Uuid;

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
    history::note(&work.tx, at, [(row.id, What::Attended)].into_iter()).await?;
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
        history::note(&work.tx, work.now, [(row.id, What::NotAttended)].into_iter()).await?;
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

/// Something that was pressed at a door.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// The button's own, so that it is pressed once however often it is sent.
    pub(crate) id: Uuid,
    pub(crate) event: EventId,
    pub(crate) registration: RegistrationId,
    /// At the door of a session; that of the event when absent.
    pub(crate) session: Option<PoolId>,
    /// Or did not after all.
    pub(crate) came: bool,
    pub(crate) account: AccountId,
    pub(crate) at: DateTime<Utc>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marked {
    Now,
    /// The same mark came before, and was made then.
    Again,
    /// It was so already: another door was first.
    Already,
    /// Somebody whom this door cannot note, and what it may do instead.
    Not(May),
    /// No such person, or no such session, at this event.
    Unknown,
}

/// Notes that somebody came, or takes it back, once for all doors. Whoever comes to a session is at the event too; whoever
/// was not at the event came to none of its sessions.
pub(crate) async fn mark(work: &Work, mark: &Mark) -> Result<Marked, DbErr> {
    let tx = &work.tx;
    event::locked(tx, &[mark.event]).await?;
    if door_mark::is_known(tx, mark.id).await? {
        return Ok(Marked::Again);
    }
    let pools: Vec<Pool> = pool::of_events(tx, &[mark.event.0]).await?.iter().map(Into::into).collect();
    let row = registration::by_id(tx, mark.registration).await?;
    let row = row.filter(|row| row.event_id == mark.event.0 && row.erased_at.is_none());
    let (Some(door), Some(row)) = (Door::of(&pools, mark.session), row) else { return Ok(Marked::Unknown) };
    let sessions = session_attendance::of(tx, row.id).await?;
    let claims = claim::of_registrations(tx, &[row.id]).await?;
    let here = |pool: Uuid| Some(pool) == mark.session.map(|session| session.0);
    let arriving = Arriving {
        state: row.state,
        form: row.form(),
        offered_until: row.offered_until,
        claim: claims.iter().find(|claim| here(claim.pool_id)).map(|claim| claim.state),
        came: match mark.session {
            None => row.attended_at.is_some(),
            Some(_) => sessions.iter().any(|session| here(session.pool_id)),
        },
    };
    match (mark.came, door::may(&door, &arriving, work.now)) {
        (true, May::Note) => came(work, mark, &row).await?,
        (false, May::TakeBack) => did_not_come(work, mark, &sessions).await?,
        (true, May::TakeBack) | (false, May::Note) => return Ok(Marked::Already),
        (_, may) => return Ok(Marked::Not(may)),
    }
    let kept = door_mark::Model {
        id: mark.id,
        registration_id: row.id,
        pool_id: mark.session.map(|session| session.0),
        came: mark.came,
        at: host::to_micros(mark.at),
        account_id: mark.account.0,
    };
    door_mark::keep(tx, kept).await?;
    let action = if mark.came { Action::Attended } else { Action::NotAttended };
    audit::note(tx, mark.at, mark.account, mark.event, action, 1).await?;
    Ok(Marked::Now)
}

async fn came(work: &Work, mark: &Mark, row: &registration::Model) -> Result<(), DbErr> {
    if let Some(session) = mark.session {
        let attendance = session_attendance::Model {
            registration_id: row.id,
            pool_id: session.0,
            at: host::to_micros(mark.at),
            account_id: mark.account.0,
            first: row.attended_at.is_none(),
        };
        session_attendance::keep(&work.tx, attendance).await?;
    }
    note(work, mark.event, mark.registration, mark.at).await.map(drop)
}

async fn did_not_come(work: &Work, mark: &Mark, sessions: &[session_attendance::Model]) -> Result<(), DbErr> {
    let person = mark.registration.0;
    let Some(session) = mark.session else {
        session_attendance::take_all_back(&work.tx, person).await?;
        return take_back(work, mark.event, mark.registration).await.map(drop);
    };
    session_attendance::take_back(&work.tx, person, session.0).await?;
    let was_first = sessions.iter().any(|came| came.pool_id == session.0 && came.first);
    match sessions.iter().find(|came| came.pool_id != session.0) {
        Some(other) if was_first => session_attendance::make_first(&work.tx, person, other.pool_id).await,
        None if was_first => take_back(work, mark.event, mark.registration).await.map(drop),
        _ => Ok(()),
    }
}
