//! Decision: who sits with whom.
//!
//! Where nobody has a fixed seat, everything is dealt out as evenly as can be: the people, those of each county, those of
//! each delegation, and those of each role differ by one at most between any two tables. Delegations lie within counties, and
//! roles divide everybody, so that this is always possible: any two tables can be dealt out anew by pairing the people of a
//! delegation, those left over of a county, and those left over of all, doing the same with roles, and giving one of each pair
//! to each table. Both ways of pairing together make paths and rings of even length, so that no pair stands in the way of
//! another. Each such step makes the whole more even, and so there is a last one.

use super::{Arrangement, Guest, Mixing, Rules, Seated, Table, room};
use crate::delegation::Role;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Seats everybody anew, but for those who are locked where they are or sit at a locked table. Another seed gives another of
/// the plans that are as good.
pub(crate) fn arrange(guests: &[Guest], rules: &Rules, before: &Arrangement, seed: u64) -> Arrangement {
    let come: BTreeSet<Uuid> = guests.iter().map(|guest| guest.person).collect();
    let stays = |table: &Table, seated: &Seated| (table.locked || seated.locked) && come.contains(&seated.person);
    let kept = before.tables.iter().map(|table| Table {
        people: table.people.iter().filter(|seated| stays(table, seated)).cloned().collect(),
        ..table.clone()
    });
    let kept = kept.filter(|table| table.locked || !table.people.is_empty());
    let mut arrangement = Arrangement { tables: kept.collect(), holes: Vec::new() };
    let wanted = tables_wanted(guests, rules);
    let is_free = arrangement.tables.is_empty();
    while arrangement.tables.len() < wanted {
        arrangement.add_table();
    }
    if is_free && rules.mixing == Mixing::Spread {
        deal(&mut arrangement, guests, seed);
    } else {
        settle(&mut arrangement, guests, rules, seed);
    }
    in_order(&mut arrangement);
    arrangement
}

/// Finds seats for those who have none. Nobody else is moved.
pub(crate) fn fill(guests: &[Guest], rules: &Rules, before: &Arrangement, seed: u64) -> Arrangement {
    let mut arrangement = before.clone();
    settle(&mut arrangement, guests, rules, seed);
    arrangement
}

/// How many tables it takes for the rules to hold.
fn tables_wanted(guests: &[Guest], rules: &Rules) -> usize {
    let least = guests.len().div_ceil(room(rules));
    if let Some(tables) = rules.tables {
        return least.max(usize::try_from(tables).unwrap_or(usize::MAX).min(MOST_TABLES));
    }
    if rules.mixing == Mixing::Together {
        return least;
    }
    let most = |at_most: Option<u32>, counts: BTreeMap<&str, usize>| {
        let at_most = usize::try_from(at_most.unwrap_or(u32::MAX)).unwrap_or(usize::MAX).max(1);
        counts.into_values().map(|count| count.div_ceil(at_most)).max().unwrap_or_default()
    };
    let ids: Vec<String> =
        guests.iter().map(|guest| guest.delegation.map(|id| id.to_string()).unwrap_or_default()).collect();
    let mut members = BTreeMap::new();
    let mut counties = BTreeMap::new();
    for (guest, id) in guests.iter().zip(&ids) {
        if guest.delegation.is_some() {
            *members.entry(id.as_str()).or_insert(0) += 1;
        }
        if let Some(county) = &guest.county {
            *counties.entry(county.as_str()).or_insert(0) += 1;
        }
    }
    least.max(most(rules.of_member, members)).max(most(rules.of_county, counties))
}

/// So many tables can be asked for.
pub(crate) const MOST_TABLES: usize = 300;

/// Deals everybody out to empty tables.
fn deal(arrangement: &mut Arrangement, guests: &[Guest], seed: u64) {
    let tables = arrangement.tables.len();
    if tables == 0 {
        return;
    }
    let mut order: Vec<&Guest> = guests.iter().collect();
    order.sort_by_cached_key(|guest| {
        let county = guest.county.as_ref().map(|county| (mixed(seed, county.as_bytes()), county.clone()));
        let delegation = guest.delegation.map(|id| mixed(seed, id.as_bytes()));
        (county, delegation, mixed(seed, guest.person.as_bytes()), guest.person)
    });
    let mut at: Vec<usize> = (0..order.len()).map(|place| place % tables).collect();
    let sets = sets(&order);
    let mut counts = vec![vec![0_i64; tables]; sets.iter().flatten().max().map_or(0, |last| last + 1)];
    for (guest, table) in at.iter().enumerate() {
        sets[guest].iter().for_each(|set| counts[*set][*table] += 1);
    }
    // Each step makes the sum of the squares of all counts smaller, so there is a last one.
    let mut is_even = false;
    while !is_even {
        is_even = true;
        for one in 0..tables {
            for other in one + 1..tables {
                if counts.iter().all(|count| (count[one] - count[other]).abs() <= 1) {
                    continue;
                }
                is_even = false;
                let both: Vec<usize> = (0..at.len()).filter(|guest| at[*guest] == one || at[*guest] == other).collect();
                for (guest, first) in both.iter().zip(halves(&both, &order)) {
                    let to = if first { one } else { other };
                    for set in &sets[*guest] {
                        counts[*set][at[*guest]] -= 1;
                        counts[*set][to] += 1;
                    }
                    at[*guest] = to;
                }
            }
        }
    }
    for (guest, table) in order.iter().zip(at) {
        arrangement.tables[table].people.push(seated(guest));
    }
}

fn seated(guest: &Guest) -> Seated {
    Seated { person: guest.person, locked: false, delegation: guest.delegation }
}

/// For each guest the numbers of the sets they are in: everybody, their county, their delegation, their role.
fn sets(order: &[&Guest]) -> Vec<Vec<usize>> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut number = |key: String| {
        let next = numbers.len();
        *numbers.entry(key).or_insert(next)
    };
    let of = |guest: &&Guest| {
        let role = guest.role.map_or("none", Role::word);
        let mut all = vec![number("all".to_owned()), number(format!("role {role}"))];
        all.extend(guest.county.as_ref().map(|county| number(format!("county {county}"))));
        all.extend(guest.delegation.map(|id| number(format!("delegation {id}"))));
        all
    };
    order.iter().map(of).collect()
}

/// Divides some guests, given by their place in `order`, in two halves that are alike; true for those in the first.
fn halves(some: &[usize], order: &[&Guest]) -> Vec<bool> {
    let mut by_region: Vec<Option<usize>> = vec![None; some.len()];
    let mut by_role: Vec<Option<usize>> = vec![None; some.len()];
    let everybody: Vec<usize> = (0..some.len()).collect();
    let guest = |place: &usize| order[some[*place]];
    let left = pair_within(&everybody, &mut by_region, |place| guest(place).delegation.map(|id| id.to_string()));
    let left = pair_within(&left, &mut by_region, |place| guest(place).county.clone());
    pair_within(&left, &mut by_region, |_| Some(String::new()));
    let left = pair_within(&everybody, &mut by_role, |place| Some(guest(place).role.map_or("", Role::word).to_owned()));
    pair_within(&left, &mut by_role, |_| Some(String::new()));
    let mut first: Vec<Option<bool>> = vec![None; some.len()];
    for start in 0..some.len() {
        let mut waiting = vec![(start, true)];
        while let Some((place, half)) = waiting.pop() {
            if first[place].is_some() {
                continue;
            }
            first[place] = Some(half);
            waiting.extend([by_region[place], by_role[place]].into_iter().flatten().map(|next| (next, !half)));
        }
    }
    first.into_iter().map(|half| half == Some(true)).collect()
}

/// Pairs those with the same key; returns those left over, and those without a key.
fn pair_within(places: &[usize], pairs: &mut [Option<usize>], key: impl Fn(&usize) -> Option<String>) -> Vec<usize> {
    let mut alone: BTreeMap<String, usize> = BTreeMap::new();
    let mut left = Vec::new();
    for place in places {
        let Some(key) = key(place) else {
            left.push(*place);
            continue;
        };
        match alone.remove(&key) {
            Some(other) => (pairs[*place], pairs[other]) = (Some(other), Some(*place)),
            None => {
                alone.insert(key, *place);
            }
        }
    }
    left.extend(alone.into_values());
    left.sort_unstable();
    left
}

/// Finds seats, one after the other, for those who have none; adds tables when there are too few. Others stay where they are.
fn settle(arrangement: &mut Arrangement, guests: &[Guest], rules: &Rules, seed: u64) {
    let come: BTreeMap<Uuid, &Guest> = guests.iter().map(|guest| (guest.person, guest)).collect();
    let mut newcomers = arrangement.newcomers(guests);
    let mut of: BTreeMap<Uuid, usize> = BTreeMap::new();
    for delegation in newcomers.iter().filter_map(|guest| guest.delegation) {
        *of.entry(delegation).or_default() += 1;
    }
    // The largest first: they are the hardest to seat.
    newcomers.sort_by_key(|guest| {
        let many = guest.delegation.and_then(|id| of.get(&id)).copied().unwrap_or(1);
        let together = guest.delegation.map_or(0, |id| mixed(seed, id.as_bytes()));
        (std::cmp::Reverse(many), together, guest.delegation, mixed(seed, guest.person.as_bytes()), guest.person)
    });
    let is_free = |table: &Table| !table.locked && table.people.len() < room(rules);
    let seats_left = |arrangement: &Arrangement| -> usize {
        arrangement.tables.iter().filter(|table| is_free(table)).map(|table| room(rules) - table.people.len()).sum()
    };
    while seats_left(arrangement) < newcomers.len() {
        arrangement.add_table();
    }
    match rules.mixing {
        Mixing::Spread => {
            let moved: BTreeSet<Uuid> = newcomers.iter().map(|guest| guest.person).collect();
            let targets = targets(arrangement, newcomers.len(), rules);
            for guest in newcomers {
                let free = (0..targets.len()).filter(|at| arrangement.tables[*at].people.len() < targets[*at]);
                let cost = |at: &usize| loneliness(&arrangement.tables[*at], guest, &come, rules, seed);
                if let Some(at) = free.min_by_key(cost) {
                    arrangement.tables[at].people.push(seated(guest));
                }
            }
            improve(arrangement, &moved, &come, rules);
        }
        Mixing::Together => {
            let mut blocks: Vec<Vec<&Guest>> = Vec::new();
            for guest in newcomers {
                let same = |block: &&mut Vec<&Guest>| {
                    guest.delegation.is_some() && block[0].delegation == guest.delegation && block.len() < room(rules)
                };
                match blocks.last_mut().filter(same) {
                    Some(block) => block.push(guest),
                    None => blocks.push(vec![guest]),
                }
            }
            blocks.sort_by_key(|block| std::cmp::Reverse(block.len()));
            for block in blocks {
                seat_block(arrangement, &block, &come, rules, seed);
            }
        }
    }
}

/// How many are to sit at each table in the end, so that it is as even as it can be.
fn targets(arrangement: &Arrangement, newcomers: usize, rules: &Rules) -> Vec<usize> {
    let mut targets: Vec<usize> = arrangement.tables.iter().map(|table| table.people.len()).collect();
    for _ in 0..newcomers {
        let free = (0..targets.len()).filter(|at| !arrangement.tables[*at].locked && targets[*at] < room(rules));
        if let Some(at) = free.min_by_key(|at| targets[*at]) {
            targets[at] += 1;
        }
    }
    targets
}

/// What speaks against a table for somebody, the weightiest first.
fn loneliness(
    table: &Table,
    guest: &Guest,
    come: &BTreeMap<Uuid, &Guest>,
    rules: &Rules,
    seed: u64,
) -> (u32, u32, u32, u32, u32, u64) {
    let count = |like: &dyn Fn(&Guest) -> bool| {
        let here = table.people.iter().filter_map(|seated| come.get(&seated.person));
        u32::try_from(here.filter(|other| like(other)).count()).unwrap_or(u32::MAX)
    };
    let member = if guest.delegation.is_some() { count(&|other| other.delegation == guest.delegation) } else { 0 };
    let county = if guest.county.is_some() { count(&|other| other.county == guest.county) } else { 0 };
    let role = count(&|other| other.role == guest.role);
    let breaks = u32::from(rules.of_member.is_some_and(|most| member >= most))
        + u32::from(rules.of_county.is_some_and(|most| county >= most));
    let elected = if rules.elected && guest.role == Some(Role::Elected) { role } else { 0 };
    (breaks, elected, member, county, role, mixed(seed, &table.number.to_be_bytes()))
}

/// So many swaps are tried, so that nobody waits for rules that cannot hold.
const MOST_TRIES: usize = 50_000;

/// Swaps newcomers as long as a rule holds at more tables for it.
fn improve(arrangement: &mut Arrangement, moved: &BTreeSet<Uuid>, come: &BTreeMap<Uuid, &Guest>, rules: &Rules) {
    let broken = |arrangement: &Arrangement, at: usize| -> u32 { excess(&arrangement.tables[at], come, rules) };
    let tables = arrangement.tables.len();
    let mut tries = 0..MOST_TRIES;
    let mut is_better = true;
    while is_better {
        is_better = false;
        for one in 0..tables {
            for other in (0..tables).filter(|other| *other != one) {
                let mut now = broken(arrangement, one) + broken(arrangement, other);
                if broken(arrangement, one) == 0 {
                    continue;
                }
                for here in 0..arrangement.tables[one].people.len() {
                    for there in 0..arrangement.tables[other].people.len() {
                        let both = [&arrangement.tables[one].people[here], &arrangement.tables[other].people[there]];
                        if !both.iter().all(|seated| moved.contains(&seated.person)) {
                            continue;
                        }
                        if tries.next().is_none() {
                            return;
                        }
                        exchange(arrangement, (one, here), (other, there));
                        let then = broken(arrangement, one) + broken(arrangement, other);
                        if then < now {
                            (now, is_better) = (then, true);
                        } else {
                            exchange(arrangement, (one, here), (other, there));
                        }
                    }
                }
            }
        }
    }
}

fn exchange(arrangement: &mut Arrangement, one: (usize, usize), other: (usize, usize)) {
    let moved = arrangement.tables[one.0].people[one.1].clone();
    arrangement.tables[one.0].people[one.1] =
        std::mem::replace(&mut arrangement.tables[other.0].people[other.1], moved);
}

/// By how many a table is over what the rules allow, and whether somebody elected is missing.
fn excess(table: &Table, come: &BTreeMap<Uuid, &Guest>, rules: &Rules) -> u32 {
    let here: Vec<&Guest> = table.people.iter().filter_map(|seated| come.get(&seated.person).copied()).collect();
    let mut members: BTreeMap<Uuid, u32> = BTreeMap::new();
    let mut counties: BTreeMap<&str, u32> = BTreeMap::new();
    for guest in &here {
        guest.delegation.into_iter().for_each(|id| *members.entry(id).or_default() += 1);
        guest.county.iter().for_each(|county| *counties.entry(county.as_str()).or_default() += 1);
    }
    let over = |most: Option<u32>, count: u32| most.map_or(0, |most| count.saturating_sub(most));
    let members: u32 = members.into_values().map(|count| over(rules.of_member, count)).sum();
    let counties: u32 = counties.into_values().map(|count| over(rules.of_county, count)).sum();
    let none = rules.elected && !here.is_empty() && here.iter().all(|guest| guest.role != Some(Role::Elected));
    members + counties + u32::from(none)
}

/// Finds a table for people of one delegation who are no more than fit at one.
fn seat_block(
    arrangement: &mut Arrangement,
    block: &[&Guest],
    come: &BTreeMap<Uuid, &Guest>,
    rules: &Rules,
    seed: u64,
) {
    let Some(first) = block.first() else { return };
    let fits = |table: &Table, many: usize| !table.locked && table.people.len() + many <= room(rules);
    let of_theirs = |table: &Table| {
        first.delegation.is_some() && table.people.iter().any(|seated| seated.delegation == first.delegation)
    };
    let has_elected = |table: &Table| {
        let mut here = table.people.iter().filter_map(|seated| come.get(&seated.person));
        here.any(|guest| guest.role == Some(Role::Elected))
    };
    let brings = rules.elected && block.iter().any(|guest| guest.role == Some(Role::Elected));
    let worth = |table: &Table| {
        (!of_theirs(table), brings && has_elected(table), table.people.len(), mixed(seed, &table.number.to_be_bytes()))
    };
    let found = |arrangement: &Arrangement, many: usize| {
        let all = arrangement.tables.iter().enumerate().filter(|(_, table)| fits(table, many));
        all.min_by_key(|(_, table)| worth(table)).map(|(at, _)| at)
    };
    let at = match found(arrangement, block.len()) {
        Some(at) => at,
        None if rules.tables.is_none() => arrangement.add_table(),
        None if block.len() > 1 => {
            // So many tables and no more: they have to part, as few as possible from the others.
            let (most, rest) = block.split_at(widest(arrangement, rules).clamp(1, block.len() - 1));
            seat_block(arrangement, most, come, rules, seed);
            return seat_block(arrangement, rest, come, rules, seed);
        }
        None => arrangement.add_table(),
    };
    arrangement.tables[at].people.extend(block.iter().map(|guest| seated(guest)));
}

/// How many seats are left where most are.
fn widest(arrangement: &Arrangement, rules: &Rules) -> usize {
    let free = arrangement.tables.iter().filter(|table| !table.locked);
    free.map(|table| room(rules).saturating_sub(table.people.len())).max().unwrap_or_default()
}

fn in_order(arrangement: &mut Arrangement) {
    for table in &mut arrangement.tables {
        table.people.sort_by_key(|seated| seated.person);
    }
}

/// A number that looks like chance and is always the same for the same (FNV-1a, then finished as SplitMix64 does).
fn mixed(seed: u64, bytes: &[u8]) -> u64 {
    let start = seed ^ 0xcbf2_9ce4_8422_2325;
    let mut hash = bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
