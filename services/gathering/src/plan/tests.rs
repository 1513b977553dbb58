use super::{Arrangement, Edit, Guest, Hole, Kind, Mixing, News, Refusal, Rules, arrange, fill, untold};
use crate::delegation::Role;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn rules(size: u32, mixing: Mixing) -> Rules {
    Rules { size, tables: None, mixing, of_member: None, of_county: None, elected: true, heirs: true }
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Somebody of the delegation with this number; delegations 0 to 4 are of county 0, 5 to 9 of county 1 and so on.
fn guest(person: u128, delegation: Option<u128>, role: Option<Role>) -> Guest {
    let county = delegation.map(|number| format!("{:02}", number / 5));
    Guest { person: id(person), delegation: delegation.map(|number| id(1000 + number)), county, role }
}

fn people() -> impl Strategy<Value = Vec<Guest>> {
    let one = (proptest::option::weighted(0.9, 0_u128..18), proptest::option::of(0_usize..4));
    proptest::collection::vec(one, 0..90).prop_map(|all| {
        let each = all.into_iter().enumerate();
        each.map(|(at, (delegation, role))| guest(at as u128, delegation, role.map(|role| Role::ALL[role]))).collect()
    })
}

/// At each table how many are alike.
fn counts<K: Ord>(plan: &Arrangement, guests: &[Guest], key: impl Fn(&Guest) -> Option<K>) -> BTreeMap<K, Vec<usize>> {
    let mut counts: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (at, table) in plan.tables.iter().enumerate() {
        for guest in guests.iter().filter(|guest| table.has(guest.person)) {
            if let Some(key) = key(guest) {
                counts.entry(key).or_insert_with(|| vec![0; plan.tables.len()])[at] += 1;
            }
        }
    }
    counts
}

fn is_even(counts: &[usize]) -> bool {
    counts.iter().max().unwrap_or(&0) - counts.iter().min().unwrap_or(&0) <= 1
}

fn everybody_sits_once(plan: &Arrangement, guests: &[Guest]) -> Result<(), TestCaseError> {
    let all: Vec<Uuid> = plan.tables.iter().flat_map(|table| &table.people).map(|one| one.person).collect();
    let once: BTreeSet<Uuid> = all.iter().copied().collect();
    prop_assert_eq!(all.len(), once.len(), "nobody sits twice");
    prop_assert_eq!(once, guests.iter().map(|guest| guest.person).collect::<BTreeSet<_>>());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn spread_is_as_even_as_can_be_in_every_respect(guests in people(), size in 1_u32..10, tables in proptest::option::of(1_u32..14), seed: u64) {
        let rules = Rules { tables, of_member: Some(2), of_county: Some(4), ..rules(size, Mixing::Spread) };
        let plan = arrange(&guests, &rules, &Arrangement::default(), seed);
        everybody_sits_once(&plan, &guests)?;
        let sizes: Vec<usize> = plan.tables.iter().map(|table| table.people.len()).collect();
        prop_assert!(is_even(&sizes) && sizes.iter().all(|many| *many <= size as usize), "{:?}", sizes);
        for counts in counts(&plan, &guests, |guest| guest.delegation).values() {
            prop_assert!(is_even(counts), "delegation {:?}", counts);
            prop_assert!(tables.is_some() || counts.iter().all(|many| *many <= 2), "{:?}", counts);
        }
        for counts in counts(&plan, &guests, |guest| guest.county.clone()).values() {
            prop_assert!(is_even(counts), "county {:?}", counts);
            prop_assert!(tables.is_some() || counts.iter().all(|many| *many <= 4), "{:?}", counts);
        }
        for (role, counts) in counts(&plan, &guests, |guest| guest.role) {
            prop_assert!(is_even(&counts), "{:?} {:?}", role, counts);
            let enough = counts.iter().sum::<usize>() >= plan.tables.len();
            prop_assert!(!enough || counts.iter().all(|many| *many > 0), "there are enough for each table: {:?}", counts);
        }
        let mut turned = guests.clone();
        turned.reverse();
        prop_assert_eq!(arrange(&turned, &rules, &Arrangement::default(), seed), plan, "the order does not matter");
    }

    #[test]
    fn together_no_delegation_is_divided_that_fits(guests in people(), size in 2_u32..10, seed: u64) {
        let rules = rules(size, Mixing::Together);
        let plan = arrange(&guests, &rules, &Arrangement::default(), seed);
        everybody_sits_once(&plan, &guests)?;
        prop_assert!(plan.tables.iter().all(|table| (1..=size as usize).contains(&table.people.len())));
        for counts in counts(&plan, &guests, |guest| guest.delegation).values() {
            let at = counts.iter().filter(|many| **many > 0).count();
            prop_assert_eq!(at, counts.iter().sum::<usize>().div_ceil(size as usize), "no more tables than it takes");
        }
    }

    #[test]
    fn whoever_is_locked_stays_and_whoever_comes_moves_nobody(
        guests in people(), size in 1_u32..8, together: bool, locks in proptest::collection::vec(0_u128..90, 0..12),
        locked_table in 0_u32..8, gone in proptest::collection::btree_set(0_u128..90, 0..20), seed: u64,
    ) {
        let mixing = if together { Mixing::Together } else { Mixing::Spread };
        let rules = Rules { of_member: Some(1), ..rules(size, mixing) };
        let half: Vec<Guest> = guests.iter().filter(|guest| guest.person.as_u128() % 3 > 0).cloned().collect();
        let mut plan = arrange(&half, &rules, &Arrangement::default(), seed);
        for person in locks {
            let _is_there = plan.edit(Edit::LockPerson { person: id(person), locked: true }, &half, &rules);
        }
        let _is_there = plan.edit(Edit::LockTable { table: locked_table, locked: true }, &half, &rules);
        let now: Vec<Guest> = guests.iter().filter(|guest| !gone.contains(&guest.person.as_u128())).cloned().collect();
        let before = plan.clone();
        plan.follow(&now, &rules);
        let followed = plan.seated();
        for (person, table) in before.seated() {
            let comes = now.iter().any(|guest| guest.person == person);
            prop_assert_eq!(followed.get(&person), comes.then_some(&table), "nobody is moved");
        }
        let filled = fill(&now, &rules, &plan, seed);
        everybody_sits_once(&filled, &now)?;
        for (person, table) in followed {
            prop_assert_eq!(filled.table_of(person), Some(table));
        }
        let anew = arrange(&now, &rules, &filled, seed.wrapping_add(1));
        everybody_sits_once(&anew, &now)?;
        for table in &filled.tables {
            for one in table.people.iter().filter(|one| one.locked || table.locked) {
                prop_assert_eq!(anew.table_of(one.person), Some(table.number));
            }
            if table.locked {
                let there = anew.table(table.number).map(|table| table.people.len());
                prop_assert_eq!(there, Some(table.people.len()), "nobody comes to a locked table");
            }
        }
        prop_assert!(filled.tables.iter().chain(&anew.tables).all(|table| table.people.len() <= size as usize));
    }
}

/// Two tables with two seats: 1 and 2 at the first, 3 at the second.
fn small() -> (Arrangement, Vec<Guest>, Rules) {
    let guests = vec![guest(1, Some(1), None), guest(2, Some(2), None), guest(3, Some(1), None)];
    let mut plan = Arrangement::default();
    for _ in 0..2 {
        plan.add_table();
    }
    let rules = rules(2, Mixing::Spread);
    for (person, table) in [(1, 1), (2, 1), (3, 2)] {
        plan.edit(Edit::Move { person: id(person), to: Some(table) }, &guests, &rules).unwrap();
    }
    (plan, guests, rules)
}

fn numbers(plan: &Arrangement) -> Vec<(u128, u32)> {
    plan.seated().into_iter().map(|(person, table)| (person.as_u128(), table)).collect()
}

#[test]
fn people_are_moved_and_swapped_by_hand() {
    let (mut plan, guests, rules) = small();
    let mut edit = |edit| plan.edit(edit, &guests, &rules).map(|()| numbers(&plan));
    assert_eq!(edit(Edit::Move { person: id(3), to: Some(1) }), Err(Refusal::Full));
    assert_eq!(edit(Edit::Swap { one: id(2), other: id(3) }), Ok(vec![(1, 1), (2, 2), (3, 1)]));
    assert_eq!(edit(Edit::Move { person: id(3), to: None }), Ok(vec![(1, 1), (2, 2)]));
    assert_eq!(edit(Edit::Swap { one: id(2), other: id(3) }), Err(Refusal::Unknown));
    assert_eq!(edit(Edit::Move { person: id(9), to: Some(1) }), Err(Refusal::Unknown), "nobody who does not come");
    assert_eq!(edit(Edit::Move { person: id(3), to: Some(7) }), Err(Refusal::Unknown));
    assert_eq!(edit(Edit::LockPerson { person: id(1), locked: true }), Ok(vec![(1, 1), (2, 2)]));
    assert_eq!(edit(Edit::Move { person: id(1), to: Some(2) }), Err(Refusal::Locked));
    assert_eq!(edit(Edit::LockTable { table: 2, locked: true }), Ok(vec![(1, 1), (2, 2)]));
    assert_eq!(edit(Edit::Move { person: id(3), to: Some(2) }), Err(Refusal::Locked));
    assert_eq!(edit(Edit::DropTable { table: 2 }), Err(Refusal::NotEmpty));
    assert!(edit(Edit::AddTable).is_ok() && edit(Edit::DropTable { table: 3 }).is_ok());
}

#[test]
fn whom_a_delegation_sends_instead_takes_the_seat() {
    let (mut plan, mut guests, rules) = small();
    guests.remove(0);
    assert_eq!(plan.follow(&guests, &rules), [News::Left { person: id(1), table: 1 }]);
    assert_eq!(plan.holes, [Hole { table: 1, delegation: id(1001) }]);
    assert_eq!(plan.follow(&guests, &rules), [], "it is told once");
    guests.extend([guest(4, Some(3), None), guest(5, None, None), guest(6, Some(1), None)]);
    assert_eq!(plan.follow(&guests, &rules), [News::Took { person: id(6), table: 1 }]);
    let newcomers: Vec<u128> = plan.newcomers(&guests).iter().map(|guest| guest.person.as_u128()).collect();
    assert_eq!(newcomers, [4, 5], "others wait for an organiser");

    let (mut plan, mut guests, rules) = small();
    guests[0] = guest(6, Some(1), None);
    plan.follow(&guests, &Rules { heirs: false, ..rules });
    assert_eq!(numbers(&plan), [(2, 1), (3, 2)], "unless the rule is another");
}

#[test]
fn only_those_are_told_whose_table_is_another() {
    let (plan, mut guests, _) = small();
    let told = BTreeMap::from([(id(1), 1), (id(2), 2), (id(9), 2)]);
    let news = untold(&plan, &told, &guests);
    assert_eq!(news, BTreeMap::from([(id(2), Some(1)), (id(3), Some(2))]), "and nobody who does not come");
    assert!(untold(&plan, &plan.seated(), &guests).is_empty());
    guests.push(guest(8, None, None));
    let told = plan.seated().into_iter().chain([(id(8), 2)]).collect();
    assert_eq!(untold(&plan, &told, &guests), BTreeMap::from([(id(8), None)]));
}

#[test]
fn kinds_have_words_that_are_read_again() {
    assert!(Kind::ALL.iter().all(|kind| Kind::called(kind.word()) == Some(*kind)));
}
