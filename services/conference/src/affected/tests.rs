use super::{Affected, Clash, Touch, Touched, of};
use crate::programme::{Occurrence, Programme, Room, RoomId, Session, SessionKind, Venue};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proto::event::{Attendance, Walk};
use proto::{Language, Localised, OccurrenceId, SessionId, VenueId};
use uuid::Uuid;

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn at(minutes: i64) -> DateTime<Utc> {
    let nine: DateTime<Utc> = "2027-05-11T07:00:00Z".parse().unwrap();
    nine + TimeDelta::minutes(minutes)
}

fn occurrence(number: u128) -> OccurrenceId {
    OccurrenceId(id(100 + number))
}

/// Times by number, room, and minutes after nine. Room 1 holds 30; room 2 holds 2 and is 15 minutes away.
fn programme(given: &[(u128, u128, i64, i64)]) -> Programme {
    let room = |number: u128, capacity| Room {
        id: RoomId(id(number)),
        name: Localised::default(),
        capacity: Some(capacity),
        hearing_loop: false,
        step_free: false,
    };
    let venue = |number: u128, room| Venue {
        id: VenueId(id(20 + number)),
        name: Localised::default(),
        address: String::new(),
        rooms: vec![room],
    };
    let session = |number: u128| Session {
        id: SessionId(id(number)),
        revision: 1,
        kind: SessionKind::Workshop,
        title: title(number),
        description: Localised::default(),
        track: None,
        parts: Vec::new(),
        attendance: Attendance::InPerson,
        chosen: true,
        capacity: None,
        needs: Vec::new(),
    };
    Programme {
        venues: vec![venue(1, room(1, 30)), venue(2, room(2, 2))],
        walks: vec![Walk { from: VenueId(id(21)), to: VenueId(id(22)), minutes: 15 }],
        sessions: given.iter().map(|(number, ..)| session(*number)).collect(),
        occurrences: given
            .iter()
            .map(|(number, room, from, to)| Occurrence {
                id: occurrence(*number),
                revision: 1,
                session: Some(SessionId(id(*number))),
                note: Localised::default(),
                room: Some(RoomId(id(*room))),
                starts_at: at(*from),
                ends_at: at(*to),
            })
            .collect(),
        ..Programme::default()
    }
}

fn title(number: u128) -> Localised {
    Localised(std::collections::BTreeMap::from([(Language::Nn, format!("Bolk {number}"))]))
}

fn touched(number: u128, what: Touch, holders: usize, losing: usize) -> Touched {
    Touched { occurrence: occurrence(number), title: title(number), what, holders, losing }
}

fn people(held: &[&[u128]]) -> Vec<Vec<OccurrenceId>> {
    held.iter().map(|held| held.iter().map(|number| occurrence(*number)).collect()).collect()
}

#[test]
fn nobody_is_touched_by_the_first_release_or_by_the_same_again() {
    let programme = programme(&[(1, 1, 0, 60), (2, 1, 0, 60)]);
    let all = people(&[&[1, 2], &[1]]);
    assert_eq!(of(None, &programme, &all), Affected::default());
    assert_eq!(of(Some(&programme), &programme, &all), Affected::default());
}

#[test]
fn those_who_hold_what_moves_or_goes_are_counted() {
    let before = programme(&[(1, 1, 0, 60), (2, 1, 60, 120), (3, 1, 120, 180), (4, 1, 240, 300)]);
    let now = programme(&[(1, 1, 15, 60), (3, 1, 120, 180), (4, 1, 240, 300)]);
    let found = of(Some(&before), &now, &people(&[&[1, 2], &[1], &[2], &[3], &[4, 3], &[]]));
    assert_eq!(found.people, 3);
    assert_eq!(found.touched, [touched(1, Touch::Moved, 2, 0), touched(2, Touch::Removed, 2, 2)]);
    assert_eq!((found.losing, found.clashing), (2, 0));
}

#[test]
fn a_smaller_room_costs_those_who_came_last() {
    let before = programme(&[(1, 1, 0, 60)]);
    let now = programme(&[(1, 2, 0, 60)]);
    let found = of(Some(&before), &now, &people(&[&[1], &[1], &[1]]));
    assert_eq!(found.touched, [touched(1, Touch::MovedSmaller { before: Some(30), now: 2 }, 3, 1)]);
    assert_eq!((found.losing, found.people), (1, 3));
    let found = of(Some(&before), &now, &people(&[&[1], &[1]]));
    assert_eq!(found.touched, [touched(1, Touch::Moved, 2, 0)], "there is still room for both");

    let mut fewer = before.clone();
    fewer.sessions[0].capacity = Some(2);
    let found = of(Some(&before), &fewer, &people(&[&[1], &[1], &[1]]));
    assert_eq!(found.touched, [touched(1, Touch::Smaller { before: Some(30), now: 2 }, 3, 1)]);
    let found = of(Some(&fewer), &before, &people(&[&[1], &[1], &[1]]));
    assert_eq!(found, Affected::default(), "more places cost nobody anything");
}

#[test]
fn what_is_open_to_all_from_now_on_takes_nobodys_place_but_ends_the_choice() {
    let before = programme(&[(1, 1, 0, 60)]);
    let mut open = before.clone();
    open.sessions[0].chosen = false;
    assert_eq!(of(Some(&before), &open, &people(&[&[1]])).touched, [touched(1, Touch::Removed, 1, 1)]);
}

#[test]
fn clashes_are_those_that_are_new_with_the_way_between() {
    let before = programme(&[(1, 1, 0, 60), (2, 2, 75, 120), (3, 1, 200, 260), (4, 1, 230, 300)]);
    let all = people(&[&[1, 2], &[2, 1], &[1], &[3, 4]]);
    assert_eq!(of(Some(&before), &before, &all).clashes, [], "who chose both at once knew it");
    let now = programme(&[(1, 1, 0, 65), (2, 2, 75, 120), (3, 1, 200, 260), (4, 1, 230, 300)]);
    let found = of(Some(&before), &now, &all);
    assert_eq!(found.clashes, [Clash { one: occurrence(1), other: occurrence(2), people: 2 }]);
    assert_eq!((found.clashing, found.people), (2, 3));
}

proptest! {
    #[test]
    fn counts_agree_whatever_is_released(
        before in prop::collection::vec((1..3_u128, 0..300_i64, 10..90_i64), 5),
        now in prop::collection::vec((1..3_u128, 0..300_i64, 10..90_i64), 0..5),
        held in prop::collection::vec(prop::collection::btree_set(1..6_u128, 0..5), 0..20),
    ) {
        let made = |slots: &[(u128, i64, i64)]| {
            let numbered: Vec<_> = slots
                .iter()
                .zip(1..)
                .map(|((room, from, length), number)| (number, *room, *from, from + length))
                .collect();
            programme(&numbered)
        };
        let all: Vec<Vec<OccurrenceId>> =
            held.iter().map(|held| held.iter().map(|number| occurrence(*number)).collect()).collect();
        let found = of(Some(&made(&before)), &made(&now), &all);
        prop_assert!(found.people <= all.iter().filter(|held| !held.is_empty()).count());
        prop_assert!(found.clashing <= found.people);
        prop_assert!(found.clashes.iter().all(|clash| clash.people <= found.clashing));
        for one in &found.touched {
            let holders = all.iter().filter(|held| held.contains(&one.occurrence)).count();
            prop_assert_eq!(one.holders, holders);
            prop_assert!(one.losing <= holders);
        }
        prop_assert_eq!(of(Some(&made(&now)), &made(&now), &all), Affected::default());
    }
}
