//! Messages by which people are forgotten, which come twice, late, or before what they are about.

use super::world::{World, gathered, registration};
use crate::store::{holder, participant, seat};
use axum::http::header;
use host::testing::{KINDS, Kind};
use proto::gathering::{DelegationSeatNamed, RegistrationSeated, Seating};
use proto::person::{PersonErased, PersonErasureAsked};
use proto::registration::{
    Change, RegistrationAdmitted, RegistrationAttended, RegistrationChanged, RegistrationErased, RegistrationWithdrawn,
    State, Withdrawal,
};
use proto::{AskId, Language, RegistrationId};
use uuid::Uuid;

const MARI: RegistrationId = RegistrationId(Uuid::from_u128(77));

/// Namdal names Mari.
async fn named(kind: Kind) -> (World, DelegationSeatNamed) {
    let world = gathered(kind).await;
    let link = world.links("namdal").await.remove(0);
    let fields = [
        ("what", "name"),
        ("name", "Mari Ordførar"),
        ("email", "mari@namdal.example"),
        ("role", "elected"),
        ("language", "nn"),
    ];
    let done = world.press(&link, "", &fields).await;
    assert!(done.header(header::LOCATION).ends_with("gjort=namn"), "{}", done.text);
    let named = world.said::<DelegationSeatNamed>().await.remove(0);
    (world, named)
}

fn seated(named: &DelegationSeatNamed) -> RegistrationSeated {
    RegistrationSeated {
        seat_id: named.seat_id,
        revision: 1,
        delegation_id: named.allotted.delegation_id,
        event_id: named.allotted.event_id,
        registration_id: Some(MARI),
        signed_up_before: false,
        language: Language::Nn,
        member: named.member.clone(),
        outcome: Seating::Seated,
        own_place: false,
    }
}

/// Nothing tells who Mari was.
async fn is_gone(world: &World, named: &DelegationSeatNamed, when: &str) {
    let row = seat::find(&world.host.db.read, named.seat_id).await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.email.as_str()), ("", ""), "{when}");
    let known = participant::find(&world.host.db.read, MARI.0).await.unwrap().unwrap();
    assert_eq!((known.name.as_str(), known.choices.is_some()), ("", false), "{when}");
}

#[tokio::test]
async fn in_whatever_order_it_is_heard_that_somebody_is_erased_their_name_is_gone() {
    for kind in KINDS {
        // Before registration has told of the seat, and after; twice each time.
        for late in [false, true] {
            let (world, named) = named(kind).await;
            let event = named.allotted.event_id;
            let erased = RegistrationErased { registration_id: MARI, event_id: event };
            let admitted = RegistrationAdmitted {
                registration: registration(event, MARI, 1, State::Admitted),
                from_waiting_list: false,
            };
            if late {
                world.hear(seated(&named)).await;
                world.hear(admitted.clone()).await;
            }
            for _ in 0..2 {
                world.hear(erased.clone()).await;
            }
            if !late {
                world.hear(seated(&named)).await;
            }
            is_gone(&world, &named, "at once").await;
            world.hear(admitted).await;
            let mut changed = registration(event, MARI, 2, State::Admitted);
            changed.name = "Mari Anna Ordførar".to_owned();
            let at = world.host.clock.now();
            world.hear(RegistrationChanged { registration: changed.clone(), what: Change::Details }).await;
            world.hear(RegistrationAttended { registration: changed.clone(), at }).await;
            world.hear(seated(&named)).await;
            changed.state = State::Withdrawn;
            let why = Withdrawal::ByPerson;
            world.hear(RegistrationWithdrawn { registration: changed, why, declined: None }).await;
            is_gone(&world, &named, "after what came late").await;
            let row = seat::find(&world.host.db.read, named.seat_id).await.unwrap().unwrap();
            assert!(!row.is_living(), "the seat is somebody else's to have");
        }
    }
}

#[tokio::test]
async fn deputies_and_those_who_got_no_seat_are_forgotten_once() {
    for kind in KINDS {
        let (world, named) = named(kind).await;
        world.hear(RegistrationSeated { registration_id: None, outcome: Seating::Full, ..seated(&named) }).await;
        let link = world.links("namdal").await.remove(0);
        let deputy = [("what", "deputy"), ("deputy_name", "Mari Ordførar"), ("deputy_email", "mari@namdal.example")];
        let done = world.press(&link, "", &deputy).await;
        assert!(done.status.is_redirection(), "{}", done.text);
        assert_eq!(world.links("namdal").await.len(), 2);
        for (organisation, left) in [("bylivsenteret", 2), ("distriktssenteret", 1), ("distriktssenteret", 1)] {
            let ask_id = AskId(Uuid::from_u128(9));
            let email = "Mari@NAMDAL.example".to_owned();
            world.hear(PersonErasureAsked { ask_id, organisation: organisation.to_owned(), email }).await;
            assert_eq!(world.links("namdal").await.len(), left, "{organisation}");
        }
        let row = seat::find(&world.host.db.read, named.seat_id).await.unwrap().unwrap();
        assert_eq!((row.name.as_str(), row.email.as_str()), ("", ""));
        let id = world.delegation("namdal").await.id;
        let holders = holder::of(&world.host.db.read, &[id]).await.unwrap();
        assert!(holders.iter().all(|one| !one.deputy), "only the contact is left");
        let told: Vec<u32> = world.said::<PersonErased>().await.iter().map(|one| one.amount).collect();
        assert_eq!(told, [2], "what is gone is not counted again");
    }
}
