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
    queued(places, &chosen)
}

/// Lets people wait together, whatever room there is.
pub fn wait(places: &Places, party: &[&[PoolId]]) -> Result<Admission, Refusal> {
    let chosen: Vec<Vec<&Pool>> =
        party.iter().map(|choices| check_choices(places, choices)).collect::<Result<_, _>>()?;
    Ok(queued(places, &chosen))
}

fn queued(places: &Places, chosen: &[Vec<&Pool>]) -> Admission {
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

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const WHOLE: PoolId = PoolId(Uuid::from_u128(1));
    const SESSION: PoolId = PoolId(Uuid::from_u128(2));

    fn places(capacity: Option<u32>, taken: u32, waiting: u32) -> Places {
        let whole = Pool { whole: true, taken, waiting, ..Pool::choice(WHOLE, capacity) };
        let session = Pool { taken: 1, ..Pool::choice(SESSION, Some(2)) };
        Places { pools: vec![whole, session], waiting, mode: WaitingMode::Direct, order: WaitingOrder::Strict }
    }

    fn alone(places: &Places) -> Admission {
        admit(places, &[&[]], 1)
    }

    fn is_admitted(admission: &Admission) -> bool {
        matches!(admission, Admission::Admitted { .. })
    }

    #[test]
    fn the_last_place_is_given_and_no_other() {
        assert!(is_admitted(&alone(&places(Some(2), 1, 0))));
        assert!(matches!(alone(&places(Some(2), 2, 0)), Admission::Waiting { position: 1, .. }));
        assert!(matches!(alone(&places(Some(2), 5, 3)), Admission::Waiting { position: 4, .. }));
        assert!(is_admitted(&alone(&places(None, 1_000_000, 0))));
    }

    #[test]
    fn whoever_comes_later_queues_behind_those_who_wait() {
        let queue = places(Some(2), 1, 2);
        assert!(matches!(alone(&queue), Admission::Waiting { position: 3, .. }));
        assert!(is_admitted(&alone(&Places { order: WaitingOrder::Fill, ..queue })));
    }

    #[test]
    fn a_party_is_admitted_or_waits_as_one() {
        let party: [&[PoolId]; 3] = [&[], &[], &[]];
        assert!(is_admitted(&admit(&places(Some(3), 0, 0), &party, 3)));
        assert!(
            matches!(admit(&places(Some(3), 1, 0), &party, 3), Admission::Waiting { claims, .. } if claims.len() == 3)
        );
        let limit = |admission| match admission {
            Admission::Refused(Refusal::PartyTooLarge { limit }) => limit,
            other => panic!("{other:?}"),
        };
        assert_eq!(limit(admit(&places(Some(3), 0, 0), &party, 2)), 2);
        assert_eq!(limit(admit(&places(Some(2), 0, 0), &party, 5)), 2, "they would wait for ever");
    }

    #[test]
    fn choices_wait_on_their_own() {
        let party: [&[PoolId]; 2] = [&[SESSION], &[SESSION, SESSION]];
        let Admission::Admitted { claims } = admit(&places(Some(9), 0, 0), &party, 2) else { panic!("admitted") };
        let states: Vec<Vec<ClaimState>> =
            claims.iter().map(|claims| claims.iter().map(|claim| claim.state).collect()).collect();
        assert_eq!(states, [[ClaimState::Held, ClaimState::Held], [ClaimState::Held, ClaimState::Waiting]]);
    }

    #[test]
    fn without_a_list_nobody_waits() {
        let none = |taken| Places { mode: WaitingMode::None, ..places(Some(2), taken, 0) };
        assert_eq!(alone(&none(2)), Admission::Refused(Refusal::Full));
        let party: [&[PoolId]; 2] = [&[SESSION], &[SESSION]];
        assert_eq!(admit(&none(0), &party, 2), Admission::Refused(Refusal::ChoiceFull(SESSION)));
    }
}
