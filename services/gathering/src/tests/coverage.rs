use super::world::{FILE, MEMBERS, SLUG, World, gathered, registration};
use crate::counting;
use crate::hears::Hearing;
use crate::store::{delegation, gathering, holder, participant, participation, seat};
use axum::http::{StatusCode, header};
use bus::Hears;
use host::Purpose;
use host::testing::KINDS;
use proto::account::Role;
use proto::gathering::{DelegationSeatNamed, RegistrationSeated, Seating};
use proto::registration::{
    RegistrationAdmitted, RegistrationAttended, RegistrationErased, RegistrationMissed, RegistrationWithdrawn, State,
    Withdrawal,
};
use proto::{EventId, Language, RegistrationId};
use sea_orm::EntityTrait;
use std::time::Duration;
use uuid::Uuid;

const PAGE: &str = "/arrangor/nettverk/byregionprogrammet/deltaking";
const OTHER: &str = "byregionar-haust";

/// Somebody is named for a member of a gathering. Gives what is told when they have got the place.
async fn named(
    world: &World,
    slug: &str,
    member: &str,
    who: u128,
    role: &str,
    municipality: &str,
) -> (RegistrationSeated, RegistrationAdmitted) {
    let found = gathering::by_slug(&world.host.db.read, slug).await.unwrap().unwrap();
    let row = delegation::of(&world.host.db.read, found.id).await.unwrap();
    let row = row.into_iter().find(|row| row.member == member).unwrap();
    let contact = holder::of(&world.host.db.read, &[row.id]).await.unwrap().remove(0);
    let link = format!("/delegasjon/{}", world.host.keys.token(Purpose::Delegate, contact.id, contact.generation()));
    let email = format!("{who}@x.no");
    let fields = [
        ("what", "name"),
        ("name", "Mari Ordførar"),
        ("email", &email),
        ("role", role),
        ("municipality", municipality),
    ];
    let done = world.press(&link, "", &fields).await;
    assert!(done.header(header::LOCATION).ends_with("gjort=namn"), "{}", done.text);
    let named = world.said::<DelegationSeatNamed>().await.pop().unwrap();
    let id = RegistrationId(Uuid::from_u128(who));
    let seated = RegistrationSeated {
        seat_id: named.seat_id,
        revision: 1,
        delegation_id: row.id.into(),
        event_id: EventId(found.id),
        registration_id: Some(id),
        signed_up_before: false,
        language: Language::Nn,
        member: named.member.clone(),
        outcome: Seating::Seated,
        own_place: false,
    };
    let registration = registration(EventId(found.id), id, 1, State::Admitted);
    (seated, RegistrationAdmitted { registration, from_waiting_list: false })
}

/// Somebody is named for a member of a gathering, and gets the place.
async fn seated(world: &World, slug: &str, member: &str, who: u128, role: &str, municipality: &str) -> RegistrationId {
    let (seated, admitted) = named(world, slug, member, who, role, municipality).await;
    let id = admitted.registration.id;
    world.hear(seated).await;
    world.hear(admitted).await;
    id
}

/// A spring with three people of Namdal and one of Lofoten who signs off, and an autumn with one of each.
async fn two_gatherings(world: &World) -> Vec<RegistrationId> {
    let autumn = FILE.replace(SLUG, OTHER).replace("2027-04", "2027-10");
    world.import(&autumn).await;
    let spring = [(1, "elected", "5007"), (2, "leadership", "5041"), (3, "other", "")];
    let mut all = Vec::new();
    for (who, role, municipality) in spring {
        all.push(seated(world, SLUG, "namdal", who, role, municipality).await);
    }
    let left = seated(world, SLUG, "lofoten", 4, "elected", "").await;
    let event = EventId(world.gathering().await.id);
    let registration = registration(event, left, 2, State::Withdrawn);
    world.hear(RegistrationWithdrawn { registration, why: Withdrawal::ByPerson, declined: None }).await;
    seated(world, OTHER, "namdal", 5, "elected", "5007").await;
    seated(world, OTHER, "lofoten", 6, "professional", "9999").await;
    all
}

async fn tables(world: &World, query: &str) -> Vec<String> {
    let numbers = world.signed_in("distriktssenteret", Role::Numbers);
    let mut all = Vec::new();
    for name in ["samlingar", "medlemmer", "kommunar", "fylke"] {
        let answer = world.look(&format!("{PAGE}/{name}.csv{query}"), &numbers).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
        assert!(answer.text.starts_with('\u{feff}'));
        all.push(answer.text);
    }
    all
}

#[tokio::test]
async fn the_report_is_the_same_when_the_names_are_deleted() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let people = two_gatherings(&world).await;
        world.turn_clock("2027-11-15T12:00:00Z").await;
        counting::ended(world.host.clone(), world.bus.clone()).await.unwrap();
        let before = tables(&world, "").await;
        assert!(before[0].contains(";2027-04-27;Påmelde;3;1;0;1;1;0;1;3;0\r\n"), "{}", before[0]);
        assert!(before[0].contains(";2027-10-27;Påmelde;3;1;1;1;0;1;0;2;0\r\n"), "{}", before[0]);
        assert!(before[1].contains("Region Namdal;2;2;2;Første gong;2;1;0;1;4\r\n"), "{}", before[1]);
        assert!(before[1].contains("Aust Lofoten;1;2;1;Første gong;0;0;1;0;1\r\n"), "{}", before[1]);
        assert!(before[1].contains("Volda;0;2;1;Ikkje med;0;0;0;0;0\r\n"), "{}", before[1]);
        assert!(before[2].contains("5007;Namsos;Trøndelag;2;2;Første gong;2;0;0;0;2\r\n"), "{}", before[2]);
        assert!(before[3].contains("50;Trøndelag;2;2;2;2;Første gong;2;1;0;1;4\r\n"), "{}", before[3]);

        let event = EventId(world.gathering().await.id);
        for id in people {
            world.hear(RegistrationErased { registration_id: id, event_id: event }).await;
        }
        assert_eq!(tables(&world, "").await, before, "erased one by one");
        crate::clock::forget(world.host.clone()).await.unwrap();
        // Everything that was ever known of people.
        seat::Entity::delete_many().exec(&world.host.db.write).await.unwrap();
        participant::Entity::delete_many().exec(&world.host.db.write).await.unwrap();
        counting::ended(world.host.clone(), world.bus.clone()).await.unwrap();
        assert_eq!(tables(&world, "").await, before, "and altogether");

        let autumn = tables(&world, "?fra=2027-10-01").await;
        assert!(
            autumn[1].contains("Region Namdal;1;1;2;Igjen;") && autumn[1].contains("Aust Lofoten;1;1;1;Første gong;")
        );
        let page = world.look(PAGE, &world.signed_in("distriktssenteret", Role::Numbers)).await;
        for words in ["2 av 3", "Kart over fylka", "<svg", "Trøndelag", "Ingen medlemmer"] {
            assert!(page.text.contains(words), "{words}: {}", page.text);
        }
        assert!(!page.text.contains("Mari"), "numbers only");
    }
}

#[tokio::test]
async fn who_came_counts_when_it_was_noted_however_late() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let people = two_gatherings(&world).await;
        let event = EventId(world.gathering().await.id);
        world.turn_clock("2027-04-29T12:00:00Z").await;
        assert!(tables(&world, "").await[0].contains(";Påmelde;3;1;0;1;1;0;1;3;0"), "also before it is counted");
        counting::ended(world.host.clone(), world.bus.clone()).await.unwrap();
        let noted = registration(event, people[0], 3, State::Admitted);
        world.hear(RegistrationAttended { registration: noted, at: world.host.clock.now() }).await;
        assert!(tables(&world, "").await[0].contains(";Møtte;3;1;0;1;0;0;0;1;0"), "{:?}", tables(&world, "").await);
        // Told before, and arriving late.
        let missed = |revision| registration(event, people[0], revision, State::Admitted);
        world.hear(RegistrationMissed { registration: missed(2) }).await;
        assert!(tables(&world, "").await[0].contains(";Møtte;3;1;0;1;0;0;0;1;0"));
        world.hear(RegistrationMissed { registration: missed(4) }).await;
        assert!(tables(&world, "").await[0].contains(";Påmelde;3;1;0;1;1;0;1;3;0"));
        // Who signs off after the beginning has not taken part either.
        let left = registration(event, people[2], 5, State::Withdrawn);
        world.hear(RegistrationWithdrawn { registration: left, why: Withdrawal::ByPerson, declined: None }).await;
        assert!(tables(&world, "").await[0].contains(";Påmelde;3;1;0;1;1;0;0;2;0"));
    }
}

#[tokio::test]
async fn whose_seat_it_was_counts_also_when_it_is_told_afterwards() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let event = world.gathering().await.id;
        let (seated, admitted) = named(&world, SLUG, "namdal", 1, "elected", "5007").await;
        world.hear(admitted).await;
        world.turn_clock("2027-04-29T12:00:00Z").await;
        counting::ended(world.host.clone(), world.bus.clone()).await.unwrap();
        let counted = async || {
            let kept = participation::of(&world.host.db.read, &[event]).await.unwrap().remove(&event).unwrap();
            kept.into_iter().map(|count| (count.member, count.signed_up)).collect::<Vec<_>>()
        };
        assert_eq!(counted().await, [(String::new(), 1)], "{kind:?}");
        world.hear(seated).await;
        assert_eq!(counted().await, [("namdal".to_owned(), 1)], "{kind:?}");
    }
}

#[tokio::test]
async fn what_is_told_while_it_is_being_counted_counts() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let event = EventId(world.gathering().await.id);
        let id = seated(&world, SLUG, "namdal", 1, "elected", "5007").await;
        world.turn_clock("2027-04-29T12:00:00Z").await;
        let work = world.bus.begin().await.unwrap();
        let registration = registration(event, id, 2, State::Admitted);
        let noted = RegistrationAttended { registration, at: world.host.clock.now() };
        Hearing.hear(&work, noted).await.unwrap_or_else(|_| panic!("handled"));
        // Counting begins, and has time to end if nothing holds it.
        let mut counts = tokio::spawn(counting::ended(world.host.clone(), world.bus.clone()));
        let early = tokio::time::timeout(Duration::from_millis(200), &mut counts).await;
        work.commit().await.unwrap();
        match early {
            Ok(done) => done.unwrap().unwrap(),
            Err(_elapsed) => counts.await.unwrap().unwrap(),
        }
        let kept = participation::of(&world.host.db.read, &[event.0]).await.unwrap().remove(&event.0).unwrap();
        assert_eq!(kept.iter().map(|count| count.came).sum::<u32>(), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn somebody_who_is_erased_before_it_begins_does_not_count() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let event = EventId(world.gathering().await.id);
        let id = RegistrationId(Uuid::from_u128(9));
        world.hear(RegistrationErased { registration_id: id, event_id: event }).await;
        // What was said before arrives late.
        let registration = registration(event, id, 1, State::Admitted);
        world.hear(RegistrationAdmitted { registration, from_waiting_list: false }).await;
        world.turn_clock("2027-04-29T12:00:00Z").await;
        counting::ended(world.host.clone(), world.bus.clone()).await.unwrap();
        assert!(tables(&world, "").await[0].ends_with(";Påmelde;3;0;0;0;0;0;0;0;0\r\n"));
    }
}

#[tokio::test]
async fn a_member_that_leaves_afterwards_was_there() {
    for kind in KINDS {
        let world = gathered(kind).await;
        two_gatherings(&world).await;
        world.turn_clock("2027-11-15T12:00:00Z").await;
        counting::ended(world.host.clone(), world.bus.clone()).await.unwrap();
        let before = tables(&world, "").await;
        world.network(&MEMBERS.replace("1865;2015-07-01;;", "1865;2015-07-01;2027-11-01;")).await;
        assert_eq!(tables(&world, "").await, before, "it left after both");
        world.network(&MEMBERS.replace("1865;2015-07-01;;", "1865;2015-07-01;2027-05-31;")).await;
        let corrected = tables(&world, "?fra=2027-10-01").await;
        assert!(corrected[1].contains("Aust Lofoten;1;1;1;"), "nobody who came is lost: {}", corrected[1]);
    }
}

#[tokio::test]
async fn numbers_are_for_those_who_may_see_numbers() {
    for kind in KINDS {
        let world = gathered(kind).await;
        let other = world.signed_in("narvik-kommune", Role::Owner);
        let numbers = world.signed_in("distriktssenteret", Role::Numbers);
        for path in [PAGE.to_owned(), format!("{PAGE}/kommunar.csv"), format!("{PAGE}/deltaking.xlsx")] {
            assert_eq!(world.look(&path, &other).await.status, StatusCode::NOT_FOUND);
            assert_eq!(world.look(&path, "").await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(world.look(&format!("{PAGE}/anna.csv"), &numbers).await.status, StatusCode::NOT_FOUND);
        let wrong = world.look(&format!("{PAGE}?til=i+fjor%3Cb%3E"), &numbers).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("Skriv ein dato") && wrong.text.contains("i fjor&lt;b&gt;"), "{}", wrong.text);
        let ahead = world.look(&format!("{PAGE}?samling={SLUG}"), &numbers).await;
        assert!(ahead.text.contains("Påmelde så langt"), "{}", ahead.text);
        assert!(world.look(PAGE, &numbers).await.text.contains("Ingen samlingar har vore"));
    }
}
