//! Decides whether people who sign up get places, wait, or are refused.

use crate::clashes::first_clash;
use crate::desk::errand::Refusal;
use crate::places::{Places, Pool};
use chrono::{DateTime, Utc};
use proto::PoolId;
use proto::event::{Event, WaitingMode, WaitingOrder};
use proto::registration::{Claim, ClaimState};

/// What becomes of a party. The claims are one list for each person, in the party's order.
#[derive(Clone, Debug, PartialEq)]
pub enum Admission {
    Admitted {
        claims: Vec<Vec<Claim>>,
    },
    /// The first of them waits at this position, the others after.
    Waiting {
        position: u32,
        claims: Vec<Vec<Claim>>,
    },
    Refused(Refusal),
}

/// Whether one can sign up at all at this moment.
pub fn window(event: &Event, cancelled: bool, now: DateTime<Utc>) -> Result<(), Refusal> {
    if cancelled {
        return Err(Refusal::Cancelled);
    }
    if now >= event.ends_at {
        return Err(Refusal::Over);
    }
    if let Some(opens_at) = event.sign_up.opens_at
        && now < opens_at
    {
        return Err(Refusal::NotOpenYet { opens_at });
    }
    if now >= event.sign_up.closes_at {
        return Err(Refusal::Closed);
    }
    Ok(())
}

/// Admits people together, lets them wait together, or refuses them together. What each chose besides may wait alone.
pub fn admit(places: &Places, party: &[&[PoolId]], limit: u8) -> Admission {
    let people = u32::try_from(party.len()).unwrap_or(u32::MAX);
    let limit = u32::from(limit.max(1)).min(places.largest_party().max(1));
    if people > limit {
        return Admission::Refused(Refusal::PartyTooLarge { limit });
    }
    let mut chosen = Vec::with_capacity(party.len());
    for choices in party {
        match check_choices(places, choices) {
            Ok(pools) => chosen.push(pools),
            Err(refusal) => return Admission::Refused(refusal),
        }
    }
    let must_queue = places.waiting > 0 && places.order == WaitingOrder::Strict;
    if places.have_room_for(people) && !must_queue {
        return match seats(places, &chosen) {
            Ok(claims) => Admission::Admitted { claims },
            Err(refusal) => Admission::Refused(refusal),
        };
    }
    if places.mode == WaitingMode::None {
        return Admission::Refused(Refusal::Full);
    }
    let claims = chosen.iter().map(|pools| claims(places, pools, |_| ClaimState::Waiting, ClaimState::Waiting));
    Admission::Waiting { position: places.waiting + 1, claims: claims.collect() }
}

/// The chosen pools, each once, if they exist and one person can attend them all.
pub fn check_choices<'a>(places: &'a Places, choices: &[PoolId]) -> Result<Vec<&'a Pool>, Refusal> {
    let mut chosen: Vec<&Pool> = Vec::with_capacity(choices.len());
    for id in choices {
        let pool = places.pool(*id).filter(|pool| !pool.whole && !pool.closed).ok_or(Refusal::UnknownChoice(*id))?;
        if !chosen.iter().any(|other| other.id == *id) {
            chosen.push(pool);
        }
    }
    match first_clash(&chosen) {
        Some((one, other)) => Err(Refusal::ClashingChoices(one, other)),
        None => Ok(chosen),
    }
}

/// A place for each in the event, and in each choice as long as there are any.
fn seats(places: &Places, chosen: &[Vec<&Pool>]) -> Result<Vec<Vec<Claim>>, Refusal> {
    let mut given: Vec<PoolId> = Vec::new();
    let mut all = Vec::with_capacity(chosen.len());
    for pools in chosen {
        let mut states = Vec::with_capacity(pools.len());
        for pool in pools {
            let before = u32::try_from(given.iter().filter(|id| **id == pool.id).count()).unwrap_or(u32::MAX);
            let state = if pool.has_room_for(before + 1) {
                given.push(pool.id);
                ClaimState::Held
            } else if places.mode == WaitingMode::None {
                return Err(Refusal::ChoiceFull(pool.id));
            } else {
                ClaimState::Waiting
            };
            states.push((pool.id, state));
        }
        let state_of =
            |pool: &Pool| states.iter().find(|(id, _)| *id == pool.id).map_or(ClaimState::Waiting, |(_, state)| *state);
        all.push(claims(places, pools, state_of, ClaimState::Held));
    }
    Ok(all)
}

fn claims(places: &Places, chosen: &[&Pool], state_of: impl Fn(&Pool) -> ClaimState, whole: ClaimState) -> Vec<Claim> {
    let needed = places.whole().map(|pool| Claim { pool_id: pool.id, state: whole });
    needed.chain(chosen.iter().map(|pool| Claim { pool_id: pool.id, state: state_of(pool) })).collect()
}
