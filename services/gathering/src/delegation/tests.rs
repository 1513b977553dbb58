use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn rules(mix: Mix) -> Rules {
    Rules {
        seats: 4,
        seats_of: BTreeMap::from([("namdal".to_owned(), 6)]),
        only: None,
        at_least: BTreeMap::from([(Role::Elected, 1), (Role::Leadership, 1)]),
        at_most: BTreeMap::from([(Role::Other, 1), (Role::Elected, 2)]),
        mix,
        extra: 2,
        answer_before: None,
        release_at: None,
    }
}

fn named(n: u128, role: Role) -> Named {
    Named { seat: SeatId(Uuid::from_u128(n)), role, address: format!("{n}@x.no"), own_place: false }
}

fn of(seats: u32, roles: &[Role]) -> Delegation {
    let named = (1..).zip(roles).map(|(n, role)| named(n, *role)).collect();
    Delegation { seats, named, invited: true, ..Delegation::default() }
}

use Role::{Elected, Leadership, Other, Professional};

#[test]
fn where_a_delegation_stands() {
    let opened = Delegation { opened: true, ..of(2, &[]) };
    let declined = Delegation { declined: true, ..of(2, &[Elected]) };
    for (delegation, expected) in [
        (Delegation { invited: false, ..of(2, &[]) }, Standing::NotInvited),
        (of(2, &[]), Standing::Invited),
        (opened, Standing::Opened),
        (of(2, &[Elected]), Standing::PartlyNamed),
        (of(2, &[Elected, Other]), Standing::Complete),
        (declined, Standing::Declined),
    ] {
        assert_eq!(delegation.standing(), expected);
    }
}

#[test]
fn who_can_be_named() {
    let (advice, duty) = (rules(Mix::Advice), rules(Mix::Duty));
    for (delegation, rules, role, expected) in [
        (of(4, &[]), &advice, Other, Ok(())),
        (of(4, &[Other]), &advice, Other, Err(NoSeat::RoleFull(Other))),
        (of(4, &[Elected, Elected]), &advice, Elected, Err(NoSeat::RoleFull(Elected))),
        (of(1, &[Elected]), &advice, Other, Err(NoSeat::Full)),
        (of(2, &[Professional]), &advice, Professional, Ok(())),
        // One seat left, and somebody of the leadership has to come.
        (of(2, &[Elected]), &duty, Professional, Err(NoSeat::KeptFor(Leadership))),
        (of(2, &[Elected]), &duty, Leadership, Ok(())),
        (of(4, &[Professional, Professional]), &duty, Professional, Err(NoSeat::KeptFor(Elected))),
        (of(4, &[Professional]), &duty, Professional, Ok(())),
        (Delegation { declined: true, ..of(4, &[]) }, &advice, Elected, Err(NoSeat::Declined)),
    ] {
        assert_eq!(delegation.may_name(rules, role, "new@x.no", false), expected, "{delegation:?} {role:?}");
    }
    assert_eq!(of(4, &[Elected]).may_name(&advice, Other, "1@x.no", false), Err(NoSeat::Twice));
    assert_eq!(of(4, &[]).may_name(&advice, Other, "new@x.no", true), Err(NoSeat::TooLate));
    assert_eq!((advice.seats("namdal"), advice.seats("fosen")), (6, 4));
}

#[test]
fn one_can_be_replaced_when_all_seats_are_taken_and_after_the_release() {
    let rules = rules(Mix::Duty);
    let mut full = of(2, &[Elected, Leadership]);
    let first = full.named[0].seat;
    assert_eq!(full.may_replace(&rules, first, Elected, "new@x.no", false), Ok(()));
    assert_eq!(full.may_replace(&rules, first, Other, "new@x.no", false), Err(NoSeat::KeptFor(Elected)));
    full.release();
    assert_eq!(full.may_replace(&rules, first, Elected, "1@x.no", false), Ok(()), "the same person under another name");
    assert!(full.clear(first));
    assert_eq!((full.seats, full.left(), full.standing()), (1, 0, Standing::Complete));
    assert!(!full.clear(first));
}

#[test]
fn seats_given_after_the_release_stay_when_somebody_else_leaves() {
    let mut delegation = of(4, &[Elected, Leadership]);
    delegation.release();
    assert_eq!(delegation.grant(2, 5), 2);
    let first = delegation.named[0].seat;
    delegation.clear(first);
    assert_eq!((delegation.seats, delegation.left()), (3, 2));
    assert_eq!(of(4, &[]).grant(u32::MAX, u32::MAX), u32::MAX, "no end to the places");
}

#[test]
fn the_place_of_whoever_has_another_stays_kept() {
    let mut delegation = of(3, &[Elected, Leadership]);
    assert_eq!(free_places(Some(10), 2, &[delegation.clone()]), Some(7));
    delegation.named[0].own_place = true;
    assert_eq!(free_places(Some(10), 2, &[delegation]), Some(6));
}

#[derive(Clone, Debug)]
enum Step {
    Name(usize, usize, u8),
    Replace(usize, usize, usize, u8),
    Clear(usize, usize),
    Release(usize),
    Decline(usize),
    /// The member is in the network no more: a delegation that has named nobody is closed. Or it is back.
    Leave(usize),
    Back(usize),
    Grant(usize, u32),
    /// Somebody who has a place of their own is named.
    NameOwn(usize, u8),
    /// Somebody signs up without a delegation, or leaves.
    Public(bool),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (0usize..3, 0usize..4, 0u8..12).prop_map(|(of, role, who)| Step::Name(of, role, who)),
        3 => (0usize..3, 0usize..4, 0usize..4, 0u8..12).prop_map(|(of, seat, role, who)| Step::Replace(of, seat, role, who)),
        3 => (0usize..3, 0usize..4).prop_map(|(of, seat)| Step::Clear(of, seat)),
        1 => (0usize..3).prop_map(Step::Release),
        1 => (0usize..3).prop_map(Step::Decline),
        2 => (0usize..3).prop_map(Step::Leave),
        2 => (0usize..3).prop_map(Step::Back),
        2 => (0usize..3, 0u8..12).prop_map(|(of, who)| Step::NameOwn(of, who)),
        2 => (0usize..3, 0u32..4).prop_map(|(of, seats)| Step::Grant(of, seats)),
        4 => any::<bool>().prop_map(Step::Public),
    ]
}

proptest! {
    #[test]
    fn names_never_exceed_seats_roles_or_places(
        steps in proptest::collection::vec(step(), 1..80),
        is_duty in any::<bool>(),
        capacity in 12u32..16,
    ) {
        let rules = rules(if is_duty { Mix::Duty } else { Mix::Advice });
        let mut all = vec![of(4, &[]), of(4, &[]), of(4, &[])];
        let (mut public, mut ids) = (0u32, 100u128);
        for step in steps {
            // Those who are named with a place of their own are among the public.
            let own = || all.iter().flat_map(|one| &one.named).filter(|named| named.own_place).count();
            let own = u32::try_from(own()).unwrap();
            let names: u32 = all.iter().map(Delegation::names).sum();
            let free = free_places(Some(capacity), names - own + public, &all).unwrap_or_default();
            ids += 1;
            let new = |role: usize, who: u8| Named {
                seat: SeatId(Uuid::from_u128(ids)), role: Role::ALL[role], address: format!("{who}@x.no"),
                own_place: false,
            };
            match step {
                Step::Name(of, role, who) => {
                    let named = new(role, who);
                    if all[of].may_name(&rules, named.role, &named.address, false).is_ok() {
                        all[of].named.push(named);
                    }
                }
                Step::Replace(of, seat, role, who) => {
                    let named = new(role, who);
                    if let Some(old) = all[of].named.get(seat).map(|old| old.seat)
                        && all[of].may_replace(&rules, old, named.role, &named.address, false).is_ok()
                    {
                        all[of].named.retain(|one| one.seat != old);
                        all[of].named.push(named);
                    }
                }
                Step::Clear(of, seat) => {
                    if let Some(seat) = all[of].named.get(seat).map(|old| old.seat) {
                        all[of].clear(seat);
                    }
                }
                Step::Release(of) => all[of].release(),
                Step::Decline(of) => all[of].decline(),
                Step::Leave(of) if all[of].named.is_empty() => all[of].decline(),
                Step::Back(of) if all[of].declined => all[of].come(rules.seats.min(free)),
                Step::NameOwn(of, who) => {
                    let named = Named { own_place: true, ..new(3, who) };
                    if public > own && all[of].may_name(&rules, named.role, &named.address, false).is_ok() {
                        all[of].named.push(named);
                    }
                }
                Step::Grant(of, wanted) => {
                    let granted = all[of].grant(wanted, free);
                    prop_assert!(granted <= free && granted <= wanted);
                }
                Step::Public(true) if free > 0 => public += 1,
                Step::Public(_) if public > own => public -= 1,
                Step::Leave(_) | Step::Back(_) | Step::Public(_) => {}
            }
            let mut places = public;
            for delegation in &all {
                prop_assert!(delegation.names() <= delegation.seats);
                for role in [Role::Other, Role::Elected] {
                    prop_assert!(delegation.names_of(role) <= rules.at_most[&role]);
                }
                let mut addresses: Vec<&str> = delegation.named.iter().map(|named| named.address.as_str()).collect();
                addresses.sort_unstable();
                addresses.dedup();
                prop_assert_eq!(addresses.len(), delegation.named.len(), "nobody twice");
                prop_assert!(!delegation.declined || delegation.named.is_empty());
                places += delegation.names() + delegation.left();
            }
            prop_assert!(places <= capacity, "{places} of {capacity}");
        }
    }
}
