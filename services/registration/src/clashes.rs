//! Decides whether two choices can be attended by one person.

use crate::places::Pool;
use chrono::TimeDelta;
use proto::PoolId;
use proto::event::Walk;

/// Why one person cannot have both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conflict {
    /// The same session, given twice.
    SameSession,
    /// They overlap, or the way from one to the other is longer than the time between them.
    Time,
}

/// Whether one person can have both. What has no time can always be attended.
pub(crate) fn conflict(one: &Pool, other: &Pool, walks: &[Walk]) -> Option<Conflict> {
    if one.session.is_some() && one.session == other.session {
        return Some(Conflict::SameSession);
    }
    let ((starts, ends), (other_starts, other_ends)) = (one.times?, other.times?);
    let walk = walk(one, other, walks);
    (starts < other_ends + walk && other_starts < ends + walk).then_some(Conflict::Time)
}

/// How long it takes to get from one to the other. What is not listed takes no time.
fn walk(one: &Pool, other: &Pool, walks: &[Walk]) -> TimeDelta {
    let (Some(from), Some(to)) = (one.venue, other.venue) else { return TimeDelta::zero() };
    let listed = |walk: &&Walk| (walk.from, walk.to) == (from, to) || (walk.to, walk.from) == (from, to);
    let minutes = walks.iter().filter(listed).map(|walk| walk.minutes).max().filter(|_| from != to);
    TimeDelta::minutes(i64::from(minutes.unwrap_or_default()))
}

/// All pairs that one person cannot have both of.
pub(crate) fn clashes(chosen: &[&Pool], walks: &[Walk]) -> Vec<(PoolId, PoolId)> {
    let pairs = chosen.iter().enumerate().flat_map(|(n, one)| chosen[n + 1..].iter().map(move |other| (*one, *other)));
    pairs.filter(|(one, other)| conflict(one, other, walks).is_some()).map(|(one, other)| (one.id, other.id)).collect()
}

/// What has to be let go so that the first ones can be kept, each with the one that it clashes with.
pub(crate) fn all_but_the_first(chosen: &[&Pool], walks: &[Walk]) -> Vec<(PoolId, PoolId)> {
    let (mut kept, mut gone): (Vec<&Pool>, Vec<(PoolId, PoolId)>) = (Vec::new(), Vec::new());
    for pool in chosen {
        match kept.iter().find(|other| conflict(other, pool, walks).is_some()) {
            Some(other) => gone.push((other.id, pool.id)),
            None => kept.push(pool),
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use proto::{SessionId, VenueId};
    use uuid::Uuid;

    fn pool(n: u128, hours: Option<(u32, u32)>) -> Pool {
        let at = |hour| Utc.with_ymd_and_hms(2027, 3, 16, hour, 0, 0).unwrap();
        Pool { times: hours.map(|(from, to)| (at(from), at(to))), ..Pool::choice(PoolId(Uuid::from_u128(n)), None) }
    }

    /// An hour's walk between the first two venues, two hours to the third.
    fn walks() -> Vec<Walk> {
        let walk = |from, to, minutes| Walk { from: venue(from), to: venue(to), minutes };
        vec![walk(1, 2, 60), walk(3, 2, 120), walk(1, 1, 500)]
    }

    fn venue(n: u128) -> VenueId {
        VenueId(Uuid::from_u128(n))
    }

    fn at(n: u128, hours: (u32, u32), place: u128) -> Pool {
        Pool { venue: Some(venue(place)), ..pool(n, Some(hours)) }
    }

    #[track_caller]
    fn check(pools: &[Pool], clash: Option<(u128, u128)>) {
        let chosen: Vec<&Pool> = pools.iter().collect();
        let id = |n| PoolId(Uuid::from_u128(n));
        assert_eq!(clashes(&chosen, &walks()).first().copied(), clash.map(|(a, b)| (id(a), id(b))));
    }

    #[test]
    fn overlapping_sessions_clash() {
        check(&[pool(1, Some((9, 11))), pool(2, Some((10, 12)))], Some((1, 2)));
        check(&[pool(1, Some((9, 12))), pool(2, Some((13, 14))), pool(3, Some((10, 11)))], Some((1, 3)));
    }

    #[test]
    fn one_after_the_other_is_fine() {
        check(&[pool(1, Some((9, 11))), pool(2, Some((11, 12)))], None);
    }

    #[test]
    fn without_times_nothing_clashes() {
        check(&[pool(1, None), pool(2, Some((9, 12))), pool(3, None)], None);
        check(&[], None);
    }

    #[test]
    fn one_has_to_be_able_to_walk() {
        check(&[at(1, (9, 10), 1), at(2, (10, 11), 2)], Some((1, 2)));
        check(&[at(1, (9, 10), 1), at(2, (11, 12), 2)], None);
        // As long in the other direction, whichever was chosen first.
        check(&[at(1, (12, 13), 2), at(2, (10, 11), 3)], Some((1, 2)));
        check(&[at(1, (13, 14), 2), at(2, (10, 11), 3)], None);
        // Within a house, and where nobody has said how far it is, there is no way to go.
        check(&[at(1, (9, 10), 1), at(2, (10, 11), 1)], None);
        check(&[at(1, (9, 10), 1), at(2, (10, 11), 9)], None);
    }

    #[test]
    fn a_session_is_chosen_once() {
        let of = |pool: Pool| Pool { session: Some(SessionId(Uuid::from_u128(7))), ..pool };
        check(&[of(pool(1, Some((9, 10)))), of(pool(2, Some((14, 15))))], Some((1, 2)));
        check(&[of(pool(1, None)), of(pool(2, None))], Some((1, 2)));
    }

    #[test]
    fn what_was_chosen_first_is_kept() {
        let chosen = [pool(1, Some((9, 11))), pool(2, Some((10, 13))), pool(3, Some((12, 14)))];
        let id = |n| PoolId(Uuid::from_u128(n));
        let in_order = |order: [usize; 3]| all_but_the_first(&order.map(|n| &chosen[n]), &[]);
        assert_eq!(in_order([0, 1, 2]), [(id(1), id(2))]);
        assert_eq!(in_order([1, 0, 2]), [(id(2), id(1)), (id(2), id(3))]);
    }
}
