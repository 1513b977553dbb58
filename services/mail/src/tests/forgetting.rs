//! Messages by which people are forgotten, which come twice, late, or before what they are about.

use bus::testing::said_of;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::conference::ProposalAnswer;
use proto::gathering::{Asking, DelegationInvited, RegistrationSeated, Seating};
use proto::person::{PersonErased, PersonErasureAsked};
use proto::registration::{RegistrationAttended, RegistrationErased, RegistrationRepeated, State as Standing};
use proto::{AskId, DelegationId, HolderId, Language, SeatId};
use sea_orm::{ConnectionTrait, DatabaseBackend, EntityTrait, Statement};
use uuid::Uuid;

use super::programme::conference;
use super::proposals::answered;
use super::world::*;
use crate::purpose::{Skip, State as Fate};
use crate::store::forgotten;

fn asked(organisation: &str) -> PersonErasureAsked {
    PersonErasureAsked {
        ask_id: AskId(Uuid::from_u128(9)),
        organisation: organisation.to_owned(),
        // The proposer's, as somebody else would type it.
        email: " LIV@example.no".to_owned(),
    }
}

fn deputy(number: u32) -> DelegationInvited {
    DelegationInvited {
        delegation_id: DelegationId(Uuid::from_u128(3000)),
        event_id: conference().id,
        number,
        holder_id: HolderId(Uuid::from_u128(3001)),
        generation: 0,
        name: "Liv Døme".to_owned(),
        email: "liv@example.no".to_owned(),
        language: Language::Nn,
        member: "Region Namdal".to_owned(),
        seats: 4,
        named: 0,
        name_before: Some(conference().starts_at),
        why: Asking::Invited,
    }
}

#[tokio::test]
async fn letters_with_people_in_them_are_emptied_once_and_only_those_of_the_organisation() {
    for kind in KINDS {
        let mut world = World::new(kind).await;
        world.publish(&conference()).await;
        world.kill();
        world.hear(answered(1, ProposalAnswer::Received, None)).await;
        world.hear(deputy(1)).await;
        world.hear(asked("bylivsenteret")).await;
        assert!(world.letters().await.iter().all(|letter| letter.facts.is_some()), "another organisation's");
        for _ in 0..2 {
            world.hear(asked("distriktssenteret")).await;
        }
        for letter in world.letters().await {
            assert_eq!((letter.state, letter.skip), (Fate::Withdrawn, Some(Skip::Erased)));
            assert!(letter.facts.is_none() && letter.raw.is_none() && letter.domain.is_none(), "{letter:?}");
        }
        let told: Vec<u32> = said_of::<PersonErased>(&world.host.db).await.iter().map(|one| one.amount).collect();
        assert_eq!(told, [2], "what is gone is not counted again");
        world.start();
        assert!(world.taken().await.is_empty());
    }
}

#[tokio::test]
async fn what_was_said_before_somebody_asked_to_be_forgotten_and_comes_later_brings_no_letter() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        let before = world.host.clock.now();
        world.host.clock.set(before + TimeDelta::hours(1));
        world.hear(asked("distriktssenteret")).await;
        world.host.clock.set(before);
        world.hear(answered(1, ProposalAnswer::Received, None)).await;
        world.hear(deputy(1)).await;
        assert!(world.letters().await.is_empty());
        let noted = forgotten::Entity::find().all(&world.host.db.read).await.unwrap();
        assert!(noted.iter().all(|row| !row.address.contains("liv")), "{noted:?}");

        // Whoever comes anew is written to as anybody is, and a week later nothing is known of the question.
        world.host.clock.set(before + TimeDelta::hours(2));
        world.hear(deputy(2)).await;
        world.hear(answered(2, ProposalAnswer::Accepted, None)).await;
        assert_eq!(world.taken().await.len(), 2);
        forgotten::let_go(&world.host.db.write, before + TimeDelta::hours(2)).await.unwrap();
        assert!(forgotten::Entity::find().all(&world.host.db.read).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn of_somebody_who_was_erased_before_anything_was_heard_nothing_is_kept_and_nobody_is_written_to() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&event()).await;
        let person = person(1);
        let erased = RegistrationErased { registration_id: person.id, event_id: person.event_id };
        for _ in 0..2 {
            world.hear(erased.clone()).await;
        }
        let (at, registration) = (world.host.clock.now(), person.clone());
        world.admit(&person).await;
        world.change(&next(&person, Standing::Admitted)).await;
        world.hear(RegistrationAttended { registration: registration.clone(), at }).await;
        world.hear(RegistrationRepeated { registration, at, asked_for_link: true, answer_before: None }).await;
        world
            .hear(RegistrationSeated {
                seat_id: SeatId(Uuid::from_u128(5)),
                revision: 1,
                delegation_id: DelegationId(Uuid::from_u128(3000)),
                event_id: person.event_id,
                registration_id: Some(person.id),
                signed_up_before: false,
                language: Language::Nn,
                member: "Region Namdal".to_owned(),
                outcome: Seating::Seated,
                own_place: false,
            })
            .await;
        world.withdraw(&person).await;
        world.hear(erased).await;
        assert!(world.taken().await.is_empty());
        assert!(world.letters().await.is_empty());
        assert!(crate::store::calendar_entry::find(&world.host.db.read, person.id).await.unwrap().is_none());
        let row = crate::store::registration::Entity::find_by_id(person.id.0).one(&world.host.db.read).await.unwrap();
        let row = row.expect("that there was somebody");
        assert_eq!((row.snapshot, row.attended_at, row.named_at, row.answered_at), (None, None, None, None));
    }
}

/// What erasing asks of the letters is answered from an index, however many there are.
#[tokio::test]
async fn letters_of_those_who_are_erased_are_found_without_looking_through_all() {
    let world = World::new(host::testing::Kind::Sqlite).await;
    // Of people who are not signed up two indexes are about as narrow as one another, and either may be taken.
    for (asked, index) in [
        ("purpose IN ('proposal', 'delegation', 'forward') AND registration IS NULL AND facts IS NOT NULL", "letter_"),
        ("event = x'00' AND purpose IN ('forward') AND registration IS NULL AND facts IS NOT NULL", "letter_"),
        ("purpose IN ('followed', 'turned_away') AND registration IS NULL AND rule LIKE 'a%'", "letter_"),
        ("event = x'00' AND purpose = 'invitation' AND registration IS NULL AND rule LIKE 'a%'", "letter_"),
        ("registration IN (x'00')", "once"),
        ("speaker = x'00'", "speaker"),
    ] {
        let plan = format!("EXPLAIN QUERY PLAN SELECT id, facts FROM letter WHERE {asked}");
        let rows = world.host.db.read.query_all_raw(Statement::from_string(DatabaseBackend::Sqlite, plan)).await;
        let told: Vec<String> = rows.unwrap().iter().map(|row| row.try_get("", "detail").unwrap()).collect();
        let told = told.join("; ");
        assert!(told.contains("SEARCH") && !told.contains("SCAN"), "{asked}: {told}");
        assert!(told.contains(index), "{asked}: {told}");
    }
}
