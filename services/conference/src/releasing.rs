//! Releases a draft, now or when its time has come, and takes an older version back into it.

use crate::pools::with_programme;
use crate::release::{differences, rolled_back, same_content, sayable, slots};
use crate::store::Words;
use crate::store::conference::{self, Model, Snapshot};
use crate::store::speaker::{self, Model as Speaker};
use crate::store::version::{self, Changes};
use bus::{Bus, Work};
use chrono::{DateTime, Utc};
use host::{Host, Task, timer};
use proto::conference::{ProgrammeChange, ProgrammeReleased, SpeakerScheduled, SpeakerSlot};
use proto::event::{EventCancelled, EventPublished};
use proto::{EventId, Localised, SpeakerId};
use sea_orm::DbErr;
use std::time::Duration;
use uuid::Uuid;

/// What became of a release.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Releasing {
    /// It is the newest version, and what it changes.
    Released { version: u32, changes: Vec<ProgrammeChange> },
    /// The draft is what was released last.
    Unchanged,
    /// The conference will not take place.
    Cancelled,
}

/// Releases the draft of a conference that was read with [`conference::to_change`]. A release that was to come is done with it.
pub(crate) async fn release(
    work: &Work,
    row: Model,
    note: Option<Localised>,
    by: Option<Uuid>,
) -> Result<Releasing, DbErr> {
    let before = version::find(&work.tx, row.id, row.released).await?.map(|version| version.programme);
    let outcome = match &before {
        _ if row.cancelled => Some(Releasing::Cancelled),
        Some(before) if same_content(before, &row.draft) => Some(Releasing::Unchanged),
        _ => None,
    };
    let mut row = Model { release_due: None, release_note: None, release_by: None, ..row };
    if let Some(outcome) = outcome {
        conference::update(&work.tx, row).await?;
        return Ok(outcome);
    }
    let changes = differences(before.as_ref(), &row.draft);
    row.released += 1;
    let number = u32::try_from(row.released).unwrap_or_default();
    let released = version::Model {
        conference: row.id,
        number: row.released,
        programme: row.draft.clone(),
        note: note.clone().map(Words),
        changes: Changes(changes.clone()),
        released_at: work.now,
        released_by: by,
    };
    version::insert(&work.tx, released).await?;
    let mut event = with_programme(row.event(), number, &row.draft);
    event.revision += 1;
    row.revision = event.revision.into();
    row.snapshot = Snapshot(event.clone());
    row.changed_at = work.now;
    let (id, draft) = (row.id, row.draft.clone());
    conference::update(&work.tx, row).await?;
    work.say(&ProgrammeReleased {
        event_id: EventId(id),
        version: number,
        released_at: work.now,
        note,
        changes: sayable(&changes),
    });
    work.say(&EventPublished { event });
    tell_speakers(work, id, |speaker| slots(&draft, speaker)).await?;
    Ok(Releasing::Released { version: number, changes })
}

/// Tells each whose times are others than what was said last.
async fn tell_speakers(
    work: &Work,
    conference: Uuid,
    slots: impl Fn(SpeakerId) -> Vec<SpeakerSlot>,
) -> Result<(), DbErr> {
    for speaker in speaker::all(&work.tx, conference).await? {
        let now = slots(SpeakerId(speaker.id));
        if now == speaker.said.0 {
            continue;
        }
        let revision = speaker.said_revision + 1;
        speaker::note_said(&work.tx, speaker.id, revision, now.clone()).await?;
        if let Some(scheduled) = scheduled(&speaker, revision, now) {
            work.say(&scheduled);
        }
    }
    Ok(())
}

/// What is said to somebody who has an address.
pub(crate) fn scheduled(speaker: &Speaker, revision: i32, slots: Vec<SpeakerSlot>) -> Option<SpeakerScheduled> {
    Some(SpeakerScheduled {
        speaker_id: SpeakerId(speaker.id),
        event_id: EventId(speaker.conference),
        revision: u32::try_from(revision).unwrap_or_default(),
        generation: u16::try_from(speaker.generation).unwrap_or_default(),
        name: speaker.name.clone(),
        email: speaker.email.clone()?,
        language: speaker.language(),
        slots,
    })
}

/// Has the draft released at this time, as it will be then. The conference was read with [`conference::to_change`].
pub(crate) async fn schedule(
    work: &Work,
    row: Model,
    due: DateTime<Utc>,
    note: Option<Localised>,
    by: Uuid,
) -> Result<(), DbErr> {
    let row = Model { release_due: Some(due), release_note: note.map(Words), release_by: Some(by), ..row };
    conference::update(&work.tx, row).await
}

/// A release that was to come does not.
pub(crate) async fn unschedule(work: &Work, row: Model) -> Result<(), DbErr> {
    conference::update(&work.tx, Model { release_due: None, release_note: None, release_by: None, ..row }).await
}

/// The draft becomes what this version was; false when there is none with this number. Nobody is told before it is released.
/// The conference was read with [`conference::to_change`].
pub(crate) async fn roll_back(work: &Work, row: &Model, number: i32, by: Uuid) -> Result<bool, DbErr> {
    let Some(version) = version::find(&work.tx, row.id, number).await? else { return Ok(false) };
    let speakers = speaker::all(&work.tx, row.id).await?.into_iter().map(|speaker| SpeakerId(speaker.id)).collect();
    let draft = rolled_back(&row.draft, &version.programme, &speakers);
    conference::write_draft(&work.tx, row, draft, by).await?;
    Ok(true)
}

/// The conference will not take place: everybody who signed up and everybody who speaks is told. A second time changes nothing.
/// It was read with [`conference::to_change`].
pub(crate) async fn cancel(work: &Work, row: Model, reason: Option<Localised>) -> Result<bool, DbErr> {
    if row.cancelled {
        return Ok(false);
    }
    let mut row = Model { release_due: None, release_note: None, release_by: None, ..row };
    row.cancelled = true;
    row.cancel_reason = reason.clone().map(Words);
    row.snapshot.0.revision += 1;
    row.revision = row.snapshot.0.revision.into();
    row.changed_at = work.now;
    let (id, revision) = (row.id, row.snapshot.0.revision);
    conference::update(&work.tx, row).await?;
    work.say(&EventCancelled { event_id: EventId(id), revision, reason });
    tell_speakers(work, id, |_| Vec::new()).await?;
    Ok(true)
}

/// How late a release may be that was to come.
const EVERY: Duration = Duration::from_secs(15);

/// Releases what is due, until the program stops.
pub(crate) fn releases(host: &Host, bus: &Bus) -> Task {
    let (bus, inner) = (bus.clone(), host.clone());
    timer(host, "release programmes", EVERY, move || {
        let (bus, host) = (bus.clone(), inner.clone());
        async move { Ok(release_due(&host, &bus).await?) }
    })
}

/// Releases what is due. One that fails is not in the way of the others, and is tried again.
pub(crate) async fn release_due(host: &Host, bus: &Bus) -> Result<(), DbErr> {
    let mut failed = Ok(());
    for slug in conference::due(&host.db.read, host.clock.now()).await? {
        if let Err(error) = release_one(bus, &slug).await {
            failed = Err(error);
        }
    }
    failed
}

async fn release_one(bus: &Bus, slug: &str) -> Result<(), DbErr> {
    let work = bus.begin().await?;
    let row = conference::to_change(&work.tx, slug).await?;
    // Somebody may have released it or put it off meanwhile.
    let Some(row) = row.filter(|row| row.release_due.is_some_and(|due| due <= work.now)) else {
        work.rollback().await;
        return Ok(());
    };
    let (note, by) = (row.release_note.clone().map(|note| note.0), row.release_by);
    if let Releasing::Released { version, .. } = release(&work, row, note, by).await? {
        tracing::info!(event.slug = slug, version, "released a programme whose time had come");
    }
    work.commit().await
}
