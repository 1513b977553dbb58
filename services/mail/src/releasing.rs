//! Letting a message go: everybody who is chosen this moment gets a letter, and whoever comes afterwards does not.
//!
//! The message is held while it is done, and noted as gone in the same transaction. So it goes once, however many ask for it
//! and wherever the program stops.

use std::sync::Arc;

use bus::{Bus, Work};
use chrono::DateTime;
use proto::event::Event;
use proto::{AccountId, EventId};
use sea_orm::{ConnectionTrait, DbErr, Set};
use uuid::Uuid;

use crate::notice::{self, Notice, State};
use crate::planning::Planned;
use crate::purpose::{Purpose, Skip};
use crate::selection::{Heard, Selection, Silence};
use crate::store::letter::Owner;
use crate::store::registration::Known;
use crate::store::{event, letter, registration, reply};
use crate::{Mail, domain, store};

/// How many people are looked at at once.
const SOME: u64 = 1_000;

/// What came of letting a message go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Released {
    To(usize),
    /// Somebody has changed it meanwhile, or it has gone already.
    Otherwise,
    /// Something is missing, or the event is cancelled.
    Lacking,
}

/// Those who are chosen now.
pub(crate) async fn chosen(
    db: &impl ConnectionTrait,
    event: &Event,
    selection: &Selection,
) -> Result<Vec<Known>, DbErr> {
    let attendance_known = registration::anybody_attended(db, event.id).await?;
    let (mut all, mut last) = (Vec::new(), None);
    loop {
        let some = registration::alive(db, event.id, last, SOME).await?;
        let Some(newest) = some.last() else { return Ok(all) };
        last = Some(newest.registration.id.0);
        let ids: Vec<Uuid> = some.iter().map(|known| known.registration.id.0).collect();
        let confirmed = match selection.silence {
            Some(Silence::Unconfirmed) => reply::confirming(db, &ids).await?,
            Some(Silence::Unanswered) | None => Default::default(),
        };
        let fits = |known: &Known| {
            let heard = Heard {
                attended: known.attended,
                attendance_known,
                confirmed: confirmed.contains(&known.registration.id.0),
                unanswered: known.unanswered,
            };
            selection.fits(event, &known.registration, heard)
        };
        all.extend(some.into_iter().filter(fits));
    }
}

/// Lets a message go, if it is as somebody has seen it. Without `seen` its own time has come.
pub(crate) async fn release(work: &Work, mail: &Mail, id: Uuid, seen: Option<i64>) -> Result<Released, DbErr> {
    let Some(row) = store::notice::held(&work.tx, id).await? else { return Ok(Released::Otherwise) };
    let as_seen = match seen {
        Some(revision) => !row.state.has_gone() && row.revision == revision,
        None => row.state == State::Scheduled && row.release_at.is_some_and(|at| at <= work.now),
    };
    if !as_seen {
        return Ok(Released::Otherwise);
    }
    let heard = event::held(&work.tx, &mail.events, EventId(row.event), work.now).await?;
    let written = row.notice()?;
    let Some(event) = heard.event.as_deref().filter(|event| notice::lacks(&written, event, heard.cancelled).is_empty())
    else {
        if seen.is_none() {
            store::notice::put_back(&work.tx, &row).await?;
            tracing::warn!(notice.id = %row.id, event.id = %row.event, "a message could not go at its time");
        }
        return Ok(Released::Lacking);
    };
    let people = chosen(&work.tx, event, &written.selection).await?;
    let letters = people.iter().map(|known| planned(work, event, &row, &written, known));
    letter::insert(&work.tx, letters.collect::<Result<_, _>>()?).await?;
    store::notice::released(&work.tx, &row, people.len(), work.now).await?;
    tracing::info!(notice.id = %row.id, event.id = %row.event, people = people.len(), "a message was let go");
    Ok(Released::To(people.len()))
}

/// What came of stopping a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// So many people do not get it.
    Before(usize),
    /// Everybody had it.
    TooLate,
    /// Somebody has done something else with it meanwhile.
    Otherwise,
}

/// Keeps a message that was let go from those who do not have it yet. A letter whose last dot is being written this moment is out of
/// reach; if the other side does not take it, it is not tried again.
pub(crate) async fn stop(work: &Work, id: Uuid, seen: i64, by: AccountId) -> Result<Stopped, DbErr> {
    let row = store::notice::held(&work.tx, id).await?;
    let Some(row) = row.filter(|row| row.state == State::Released && row.revision == seen) else {
        return Ok(Stopped::Otherwise);
    };
    let (event, rule) = (EventId(row.event), row.rule());
    if letter::left(&work.tx, event, Purpose::Notice, &rule).await? == 0 {
        return Ok(Stopped::TooLate);
    }
    let kept = letter::stop(&work.tx, event, Purpose::Notice, &rule, Skip::StoppedByOrganiser).await?;
    store::notice::stopped(&work.tx, &row, by, work.now).await?;
    tracing::info!(notice.id = %row.id, event.id = %row.event, people = kept, "a message was stopped");
    Ok(Stopped::Before(kept))
}

/// The letter of one person. Its id is made of the message's and the person's: put back from a copy and let go once more, it
/// is known again.
fn planned(
    work: &Work,
    event: &Event,
    row: &store::notice::Model,
    notice: &Notice,
    known: &Known,
) -> Result<letter::ActiveModel, DbErr> {
    let owner = Owner {
        registration: Some(known.registration.id),
        speaker: None,
        event: Some(event.id),
        language: known.registration.language,
    };
    let planned = Planned {
        purpose: Purpose::Notice,
        rule: row.rule(),
        computed_for: DateTime::UNIX_EPOCH,
        due: notice::due(notice.any_hour, event.timezone, work.now),
        facts: None,
        skip: None,
    };
    let id = letter::made_of(row.id, owner, &planned);
    let mut letter = letter::new(id, owner, planned, work.now)?;
    letter.organisation = Set(Some(event.organisation.clone()));
    letter.domain = Set(domain::of(&known.registration.email));
    Ok(letter)
}

/// Lets go whose time has come.
pub(crate) async fn turn(mail: Arc<Mail>, bus: Bus) -> anyhow::Result<()> {
    for id in store::notice::due(&mail.host.db.read, mail.host.clock.now()).await? {
        let work = bus.begin().await?;
        release(&work, &mail, id, None).await?;
        work.commit().await?;
        mail.wake.notify_one();
    }
    Ok(())
}
