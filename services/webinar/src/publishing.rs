//! Decision: what becomes of a webinar when its file is imported.

use crate::store::webinar::{Model, PoolIds, Reason, Snapshot};
use chrono::{DateTime, Utc};
use event_file::{Cancelled, Facts};
use proto::event::Event;
use proto::{EventId, PoolId};
use uuid::Uuid;

/// What importing a file comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Publishing {
    /// It is new.
    New(Model),
    /// Something that others are told has changed.
    Changed(Model),
    /// Only what nobody is told has: the way into the meeting.
    Quiet(Model),
    /// It will not take place.
    Cancelled(Model),
    /// It says what is known already.
    Unchanged(EventId),
}

/// Decides. Ids are asked for one by one; those that a pool had stay with its key.
pub(crate) fn publish(
    file: Facts,
    stored: Option<Model>,
    now: DateTime<Utc>,
    mut new_id: impl FnMut() -> Uuid,
) -> Publishing {
    let Some(stored) = stored else { return Publishing::New(made(file, now, new_id)) };
    if let Some(cancelled) = file.cancelled {
        return cancel(stored, cancelled, now);
    }
    let mut row = stored.clone();
    let mut event = file.event;
    event.id = EventId(stored.id);
    event.revision = stored.event().revision;
    keep_shared(stored.event(), &file.pool_keys, &mut row.pools);
    for (pool, key) in event.sign_up.pools.iter_mut().zip(&file.pool_keys) {
        pool.id = id_of(&mut row.pools, key, &mut new_id);
    }
    row.doors_before_minutes = minutes(file.doors.before_minutes);
    row.doors_after_minutes = minutes(file.doors.after_minutes);
    if file.meeting_url != stored.filed_meeting_url {
        row.meeting_url.clone_from(&file.meeting_url);
        row.filed_meeting_url = file.meeting_url;
    }
    row.unpublished = false;
    if event == stored.snapshot.0 && !stored.unpublished {
        return if row == stored { Publishing::Unchanged(EventId(stored.id)) } else { Publishing::Quiet(row) };
    }
    event.revision += 1;
    row.series.clone_from(&event.series);
    (row.starts_at, row.ends_at) = (event.starts_at, event.ends_at);
    row.revision = event.revision.into();
    row.changed_at = now;
    row.snapshot = Snapshot(event);
    Publishing::Changed(row)
}

/// Whoever has one of the places for all keeps it when ways of taking part get places of their own: online, where all of them can be.
fn keep_shared(stored: &Event, keys: &[String], pools: &mut PoolIds) {
    let online = keys.iter().find(|key| *key == "form online");
    let shared = stored.sign_up.pools.iter().find(|pool| pool.whole && pool.form.is_none());
    if let (Some(online), Some(shared)) = (online, shared) {
        pools.0.insert(online.clone(), shared.id);
    }
}

fn made(file: Facts, now: DateTime<Utc>, mut new_id: impl FnMut() -> Uuid) -> Model {
    let mut event = file.event;
    event.id = EventId(new_id());
    event.revision = 1;
    let mut pools = PoolIds::default();
    for (pool, key) in event.sign_up.pools.iter_mut().zip(&file.pool_keys) {
        pool.id = id_of(&mut pools, key, &mut new_id);
    }
    Model {
        id: event.id.0,
        slug: event.slug.clone(),
        organisation: event.organisation.clone(),
        series: event.series.clone(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        revision: 1,
        cancelled: false,
        unpublished: false,
        cancel_reason: None,
        published_at: now,
        changed_at: now,
        snapshot: Snapshot(event),
        pools,
        meeting_url: file.meeting_url.clone(),
        filed_meeting_url: file.meeting_url,
        doors_before_minutes: minutes(file.doors.before_minutes),
        doors_after_minutes: minutes(file.doors.after_minutes),
        signup_revision: 0,
        signup_open: None,
        places_left: None,
        waiting: None,
        places: None,
        joined_erased: 0,
    }
}

pub(crate) fn cancel(stored: Model, cancelled: Cancelled, now: DateTime<Utc>) -> Publishing {
    if stored.cancelled {
        return Publishing::Unchanged(EventId(stored.id));
    }
    let mut row = stored;
    row.cancelled = true;
    row.cancel_reason = cancelled.reason.map(Reason);
    row.snapshot.0.revision += 1;
    row.revision = row.snapshot.0.revision.into();
    row.changed_at = now;
    Publishing::Cancelled(row)
}

pub(crate) fn id_of(pools: &mut PoolIds, key: &str, new_id: &mut impl FnMut() -> Uuid) -> PoolId {
    *pools.0.entry(key.to_owned()).or_insert_with(|| PoolId(new_id()))
}

/// A file allows a day at most.
fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}
