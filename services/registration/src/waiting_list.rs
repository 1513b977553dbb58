//! Decides who moves up when places become free, and until when an offered place is kept.

use crate::places::{Places, Pool};
use crate::working_hours;
use chrono::{DateTime, Utc};
use proto::event::{Event, WaitingMode, WaitingOrder};
use proto::{PoolId, RegistrationId};
use uuid::Uuid;

/// How free places are given to those who wait, at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Giving {
    /// Not any more: the event is cancelled or has begun, or sign-up has closed and the list stops with it.
    Stopped,
    Seats,
    Offers {
        until: DateTime<Utc>,
    },
}

/// Somebody on the waiting list of the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub registration: RegistrationId,
    /// People of one party stand next to each other in the queue.
    pub party: Uuid,
}

/// Somebody who has, or was offered, a place in the event and waits for one of their choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingChoice {
    pub registration: RegistrationId,
    pub pool: PoolId,
}

/// How places are given at this moment.
pub fn giving(event: &Event, cancelled: bool, now: DateTime<Utc>) -> Giving {
    let list = &event.sign_up.waiting_list;
    let closed = now >= event.sign_up.closes_at && !list.after_deadline;
    if cancelled || closed || now >= event.starts_at {
        return Giving::Stopped;
    }
    match list.mode {
        // Those who waited when the list was taken away are not forgotten.
        WaitingMode::None | WaitingMode::Direct => Giving::Seats,
        WaitingMode::Offer { working_hours } => {
            let until = working_hours::after(now, working_hours, event.timezone);
            Giving::Offers { until: until.min(event.starts_at) }
        }
    }
}

/// Who of the queue moves up now, in its order: as many people as there are places, and never half a party.
pub fn refill(places: &Places, queue: impl IntoIterator<Item = Waiting>) -> Vec<RegistrationId> {
    let mut left = places.whole().filter_map(Pool::left).min().unwrap_or(u32::MAX);
    let largest = places.largest_party();
    let mut queue = queue.into_iter().peekable();
    let mut promoted = Vec::new();
    while left > 0
        && let Some(first) = queue.next()
    {
        let mut party = vec![first.registration];
        while let Some(next) = queue.next_if(|next| next.party == first.party) {
            party.push(next.registration);
        }
        let people = u32::try_from(party.len()).unwrap_or(u32::MAX);
        if people <= left {
            left -= people;
            promoted.extend(party);
        } else if places.order == WaitingOrder::Strict && people <= largest {
            // Nobody passes them. A party larger than all places together keeps its turn but holds up nobody.
            break;
        }
    }
    promoted
}

/// Who gets the choice they wait for, in the order of the queue.
pub fn refill_choices(places: &Places, queue: impl IntoIterator<Item = WaitingChoice>) -> Vec<WaitingChoice> {
    let mut left: Vec<(PoolId, Option<u32>)> =
        places.pools.iter().filter(|pool| !pool.whole).map(|pool| (pool.id, pool.left())).collect();
    let mut given = Vec::new();
    for waiting in queue {
        let Some((_, left)) = left.iter_mut().find(|(id, _)| *id == waiting.pool) else { continue };
        match left {
            Some(0) => continue,
            Some(left) => *left -= 1,
            None => {}
        }
        given.push(waiting);
    }
    given
}
