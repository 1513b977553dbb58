//! Decides whether two choices can be attended by one person.

use crate::places::Pool;
use proto::PoolId;

/// The first two that overlap in time. One that ends when the other begins does not, and what has no time never does.
pub(crate) fn first_clash(chosen: &[&Pool]) -> Option<(PoolId, PoolId)> {
    chosen.iter().enumerate().find_map(|(n, one)| {
        let other = chosen[n + 1..].iter().find(|other| overlap(one, other))?;
        Some((one.id, other.id))
    })
}

fn overlap(one: &Pool, other: &Pool) -> bool {
    match (one.times, other.times) {
        (Some((starts, ends)), Some((other_starts, other_ends))) => starts < other_ends && other_starts < ends,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{TimeZone, Utc};
    use uuid::Uuid;

    fn pool(n: u128, hours: Option<(u32, u32)>) -> Pool {
        let at = |hour| Utc.with_ymd_and_hms(2027, 3, 16, hour, 0, 0).unwrap();
        Pool { times: hours.map(|(from, to)| (at(from), at(to))), ..Pool::choice(PoolId(Uuid::from_u128(n)), None) }
    }

    #[track_caller]
    fn check(pools: &[Pool], clash: Option<(u128, u128)>) {
        let chosen: Vec<&Pool> = pools.iter().collect();
        let id = |n| PoolId(Uuid::from_u128(n));
        assert_eq!(first_clash(&chosen), clash.map(|(a, b)| (id(a), id(b))));
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
}
