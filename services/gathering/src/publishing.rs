//! Decision: what becomes of a gathering when its file is imported.

use crate::delegation::Rules;
use crate::gathering_file::Filed;
use crate::store::delegation;
use crate::store::gathering::{KeptRules, Model, PoolIds, Reason, Snapshot};
use chrono::{DateTime, Utc};
use event_file::{Cancelled, Facts};
use proto::{EventId, PoolId};
use uuid::Uuid;

/// What importing a file comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Publishing {
    /// It is new.
    New(Model),
    /// Something that others are told has changed.
    Changed(Model),
    /// Only what nobody else is told has: what holds for delegations.
    Quiet(Model),
    /// It will not take place.
    Cancelled(Model),
    /// It says what is known already.
    Unchanged(Model),
}

/// Decides. Ids are asked for one by one; those that a pool had stay with its key.
pub(crate) fn publish(
    (file, filed): (Facts, Filed),
    stored: Option<Model>,
    now: DateTime<Utc>,
    mut new_id: impl FnMut() -> Uuid,
) -> Publishing {
    let Some(stored) = stored else { return Publishing::New(made(file, filed, now, new_id)) };
    if let Some(cancelled) = file.cancelled {
        return cancel(stored, cancelled, now);
    }
    let mut row = stored.clone();
    let mut event = file.event;
    event.id = EventId(stored.id);
    event.revision = stored.event().revision;
    for (pool, key) in event.sign_up.pools.iter_mut().zip(&file.pool_keys) {
        pool.id = id_of(&mut row.pools, key, &mut new_id);
    }
    row.network = filed.network;
    row.rules = KeptRules(filed.rules);
    row.unpublished = false;
    if event == stored.snapshot.0 && !stored.unpublished {
        return if row == stored { Publishing::Unchanged(row) } else { Publishing::Quiet(row) };
    }
    event.revision += 1;
    (row.starts_at, row.ends_at) = (event.starts_at, event.ends_at);
    row.revision = event.revision.into();
    row.changed_at = now;
    row.snapshot = Snapshot(event);
    Publishing::Changed(row)
}

fn made(file: Facts, filed: Filed, now: DateTime<Utc>, mut new_id: impl FnMut() -> Uuid) -> Model {
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
        network: filed.network,
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
        rules: KeptRules(filed.rules),
        released_at: None,
        signup_revision: 0,
        signup_open: None,
        places_left: None,
        waiting: None,
        counted_at: None,
    }
}

pub(crate) fn cancel(stored: Model, cancelled: Cancelled, now: DateTime<Utc>) -> Publishing {
    if stored.cancelled {
        return Publishing::Unchanged(stored);
    }
    let mut row = stored;
    row.cancelled = true;
    row.cancel_reason = cancelled.reason.map(Reason);
    row.snapshot.0.revision += 1;
    row.revision = row.snapshot.0.revision.into();
    row.changed_at = now;
    Publishing::Cancelled(row)
}

fn id_of(pools: &mut PoolIds, key: &str, new_id: &mut impl FnMut() -> Uuid) -> PoolId {
    *pools.0.entry(key.to_owned()).or_insert_with(|| PoolId(new_id()))
}

/// A member as it will come: with the seats that the rules give it, as far as they are free, and a pool for each role whose seats are limited.
pub(crate) fn delegation(
    gathering: Uuid,
    rules: &Rules,
    member: &crate::network::MemberAsOf<'_>,
    free: u32,
    mut new_id: impl FnMut() -> Uuid,
) -> delegation::Model {
    let key = &member.member.key;
    delegation::Model {
        id: new_id(),
        gathering,
        member: key.clone(),
        name: member.member.name.clone(),
        municipalities: delegation::Numbers(
            member.memberships.iter().map(|membership| membership.municipality.clone()).collect(),
        ),
        seats: i32::try_from(rules.seats(key).min(free)).unwrap_or(i32::MAX),
        revision: 1,
        role_pools: delegation::RolePools(rules.at_most.keys().map(|role| (*role, PoolId(new_id()))).collect()),
        invited_at: None,
        opened_at: None,
        reminded_at: None,
        declined_at: None,
        closed: false,
        released: false,
        extra_asked: 0,
        extra_reason: String::new(),
    }
}
