//! The list that organisers see.

use crate::world::{World, event};
use axum::http::StatusCode;
use host::testing::KINDS;
use proto::EventId;
use proto::account::{EventRole, Role};
use proto::mail::{Answer, ReplyReceived};
use registration::hears::Registrations;
use registration::store::audit::{self, Action};
use uuid::Uuid;

const LIST: &str = "/arrangor/pameldingar/levande-sentrum";

#[tokio::test]
async fn names_are_for_readers_and_every_look_is_noted() {
    for kind in KINDS {
        let world = World::new(kind).await;
        for (name, email) in [("Åse", "a@x.no"), ("Berit", "b@x.no"), ("Cato_", "c@x.no")] {
            world.signed_up(name, email).await;
        }
        let list = world.get_as(LIST, "distriktssenteret", Role::Reader).await;
        assert_eq!(list.status, StatusCode::OK);
        for text in ["Åse", "c@x.no", "3 personar", "nummer 1", "av 2 plassar"] {
            list.says(text);
        }
        list.says_not("vegetar");
        let found = world.post_as(LIST, "distriktssenteret", Role::Owner, &[("sok", "B@X")]).await;
        found.says("Berit");
        found.says_not("Åse");
        let pasted = world.post_as(LIST, "distriktssenteret", Role::Owner, &[("sok", "Ber\u{0}it")]).await;
        assert_eq!(pasted.status, StatusCode::OK);
        pasted.says("Berit");
        let waiting = world.get_as(&format!("{LIST}?status=waiting&side=zzz"), "distriktssenteret", Role::Editor).await;
        waiting.says("Cato_");
        waiting.says_not("Berit");

        let looks = audit::of_event(&world.host.db.read, event().id).await.unwrap();
        let noted: Vec<_> = looks.iter().map(|look| (look.action, look.people)).collect();
        assert_eq!(noted, [(Action::List, 1), (Action::Search, 1), (Action::Search, 1), (Action::List, 3)]);
    }
}

#[tokio::test]
async fn letters_are_found_whether_large_or_small_and_gone_when_erased() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Åse Ødegård", "Ase@kommune.no").await;
        world.signed_up("Berit", "b@x.no").await;
        let search = async |typed: &str| {
            let list = world.post_as(LIST, "distriktssenteret", Role::Reader, &[("sok", typed)]).await;
            assert_eq!(list.status, StatusCode::OK);
            list
        };
        for typed in ["åse", " ÅSE ødegård", "ØDEGÅRD", "ase@kommune.NO"] {
            let list = search(typed).await;
            list.says("Åse Ødegård");
            list.says_not("Berit");
        }
        search("%").await.says("Vi fann ingen.");
        world.post(&format!("{link}/meld-av"), &[]).await;
        world.post(&format!("{link}/slett"), &[]).await;
        assert_eq!(world.rows().await[0].search, "");
    }
}

#[tokio::test]
async fn at_the_door_one_finds_names_and_notes_who_came_and_sees_nothing_else_of_people() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let id = world.rows().await[0].id.to_string();
        let kom = format!("{LIST}/kom");
        let door =
            |event, organisation: &str| EventRole { event, organisation: organisation.to_owned(), role: Role::Door };
        let here = door(event().id, "distriktssenteret");
        for list in [
            world.post_as(LIST, "distriktssenteret", Role::Door, &[("sok", "Kari")]).await,
            world.post_at(LIST, &here, &[("sok", "Kari")]).await,
        ] {
            list.says("Kari Nordmann");
            list.says("value=\"ja\"");
            list.says_not("kari@kommune.no");
        }
        let elsewhere = [door(EventId(Uuid::from_u128(4711)), "distriktssenteret"), door(event().id, "byliv")];
        for other in &elsewhere {
            assert_eq!(world.post_at(LIST, other, &[("sok", "Kari")]).await.status, StatusCode::NOT_FOUND);
            assert_eq!(world.post_at(&kom, other, &[("id", &id), ("kom", "ja")]).await.status, StatusCode::NOT_FOUND);
        }
        let reader = EventRole { role: Role::Reader, ..here.clone() };
        assert_eq!(world.post_at(&kom, &reader, &[("id", &id), ("kom", "ja")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world.rows().await[0].attended_at, None);
        assert_eq!(world.post_at(&kom, &here, &[("id", &id), ("kom", "ja")]).await.status, StatusCode::SEE_OTHER);
        assert!(world.rows().await[0].attended_at.is_some());
    }
}

#[tokio::test]
async fn numbers_only_means_no_names() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        for (organisation, role) in [("distriktssenteret", Role::Numbers), ("byliv", Role::Owner)] {
            let list = world.post_as(LIST, organisation, role, &[("sok", "Kari")]).await;
            assert_eq!((list.status, list.location()), (StatusCode::SEE_OTHER, &*format!("{LIST}/tal")));
            let numbers = world.get_as(list.location(), organisation, role).await;
            assert_eq!(numbers.status, StatusCode::OK);
            numbers.says("Rolla di viser tal, ikkje namn");
            numbers.says_not("Kari Nordmann");
            numbers.says_not("kari@kommune.no");
        }
        assert_eq!(world.get_as(LIST, "visit", Role::Owner).await.status, StatusCode::NOT_FOUND);
        let stranger = world.get(LIST).await;
        assert_eq!(stranger.status, StatusCode::SEE_OTHER);
        assert!(stranger.location().starts_with("/arrangor/logg-inn?til="));
        assert_eq!(audit::of_event(&world.host.db.read, event().id).await.unwrap(), []);
    }
}

#[tokio::test]
async fn what_is_searched_for_stands_in_no_address() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.signed_up("Kari Nordmann", "kari@kommune.no").await;
        let reader = |fields: &'static [(&'static str, &'static str)]| {
            world.post_as(LIST, "distriktssenteret", Role::Reader, fields)
        };
        let found = reader(&[("sok", "kari@kommune.no"), ("status", "admitted")]).await;
        assert_eq!(found.status, StatusCode::OK);
        found.says("1 person");
        found.says("value=\"kari@kommune.no\"");
        for attribute in ["href=\"", "action=\""] {
            let addresses = found.body.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
            let own: Vec<&str> = addresses.filter(|address| !address.starts_with("mailto:")).collect();
            assert!(!own.iter().any(|address| address.contains("kari")), "{own:?}");
        }
        // A search in an address is none.
        let old = world.get_as(&format!("{LIST}?sok=ingen"), "distriktssenteret", Role::Reader).await;
        old.says("Kari Nordmann");
        // Filters alone can be kept as a link.
        let filtered = reader(&[("sok", " "), ("status", "waiting")]).await;
        assert_eq!((filtered.status, filtered.location()), (StatusCode::SEE_OTHER, &*format!("{LIST}?status=waiting")));
        let swedish = world
            .post_as(
                &format!("{LIST}?sprak=sv"),
                "distriktssenteret",
                Role::Reader,
                &[("sok", "kari@kommune.no"), ("language_switch", "form")],
            )
            .await;
        swedish.says("<html lang=\"sv\"");
        swedish.says("value=\"kari@kommune.no\"");
    }
}

#[tokio::test]
async fn organisers_see_what_calendars_answer_and_the_person_too() {
    for kind in KINDS {
        let world = World::new(kind).await;
        let link = world.signed_up("Åse", "a@x.no").await;
        world.signed_up("Berit", "b@x.no").await;
        for (row, answer, proven) in [(0, Answer::Declined, true), (1, Answer::Tentative, false)] {
            let person = &world.rows().await[row];
            let message = ReplyReceived {
                registration_id: person.id(),
                event_id: person.event_id.into(),
                revision: 1,
                answer,
                proven,
                at: world.host.clock.now(),
            };
            bus::testing::hear(&Registrations, &world.host, message).await.unwrap();
        }
        let list = world.get_as(LIST, "distriktssenteret", Role::Reader).await;
        list.says("Kalender: nei");
        list.says("Kalender: kanskje (ikkje stadfesta)");
        let own = world.get(&link).await;
        own.says("Svar frå kalenderen din");
        own.says("Du har svart nei i kalenderen din. Vi melder deg av");
    }
}
